#include "service/engine/stance/finder.h"

#include <algorithm>
#include <string>

#include "service/engine/stance/abbreviations.h"
#include "service/engine/stance/answers.h"
#include "service/engine/stance/author.h"
#include "service/engine/stance/documents.h"
#include "service/engine/stance/ellipsis.h"
#include "service/engine/stance/emission.h"
#include "service/engine/stance/enacting.h"
#include "service/engine/stance/firing.h"
#include "service/engine/stance/holders.h"
#include "service/engine/stance/implied_acts.h"
#include "service/engine/stance/implied_frames.h"
#include "service/engine/stance/listed_targets.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/mood.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/question_topics.h"
#include "service/engine/stance/restatements.h"
#include "service/engine/stance/spoken_asides.h"
#include "service/engine/stance/tallies.h"
#include "service/engine/stance/targets.h"
#include "service/engine/stance/undone_events.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

class Finder {
 public:
  Finder(const SentenceView& view, const FinderOptions& options,
         Discourse& discourse, FinderScratch& scratch,
         std::vector<FoundStance>& stances, Analysis& analysis)
      : v_(view),
        options_(options),
        d_(discourse),
        scratch_(scratch),
        a_(scratch.attribution),
        mentions_(view, options.publish_date, &scratch.mentions, &discourse),
        emitter_(view, options.explain, a_, &mentions_, &discourse, &stances),
        holders_(view, options.publish_date, a_, emitter_, &mentions_,
                 &discourse),
        ellipses_(view, options.explain, discourse, &mentions_, &stances),
        firing_(view, options, scratch, emitter_, holders_, ellipses_,
                discourse, analysis),
        stances_(stances),
        analysis_(analysis) {}

  void Run() {
    if (scratch_.consumed.size() < v_.group_count) {
      scratch_.consumed.resize(v_.group_count);
    }
    std::fill_n(scratch_.consumed.begin(), v_.group_count, 0);
    NoteAuthor(v_, options_.publish_date, &mentions_, &d_);
    Attribute(v_, options_.publish_date, ClosingReport(), &mentions_, &d_, &a_);
    const int32_t size = static_cast<int32_t>(v_.group_count);
    // What a transcript asks, its answers may take up; else questions are
    // nobody's stance.
    const bool asks = a_.question && d_.turn_speaker == kQuestioner;
    const bool takes = !a_.question || asks;
    const size_t before = stances_.size();
    const size_t notices = asks ? analysis_.notices.size() : 0;
    const size_t unknown = asks ? analysis_.unknown.size() : 0;
    if (d_.turn_speaker == kQuestioner) NoteQuestion(v_, &d_);
    if (!d_.asked.empty() && a_.turn_speaker >= 0) {
      Answer(v_, options_.explain, &d_, &stances_);
    }
    if (!d_.list.holders.empty() && FillItem(v_, &d_, &scratch_.frame)) {
      firing_.Fire(scratch_.frame);
    }
    const int32_t label_end = v_.syntax.label_end;
    bool brackets = false;
    const Group* const groups = v_.groups;
    const Unit* const units = v_.units;
    for (int32_t g = 0; g < size; ++g) {
      const GroupKind kind = groups[g].kind;
      if (!MayHoldCue(kind)) {
        brackets |= kind == GroupKind::kParenthesis;
        continue;
      }
      if (takes && MaySay(groups, g, units[groups[g].head])) {
        TakeGroup(g);
      }
      if (kind == GroupKind::kNoun && !(g < label_end && OpensTurn(g))) {
        mentions_.Remember(g, a_);
      }
    }
    if (stances_.size() > before + 1) {
      DropRestated(before, &stances_);
      DropTurned(v_, before, &stances_);
      DropConceded(v_, before, &stances_);
    }
    if (asks) {
      AskFor(v_, before, &d_, &stances_);
      analysis_.notices.resize(notices);
      analysis_.unknown.resize(unknown);
    }
    if (brackets && !a_.question) Tallies();
    if (brackets) NoteAbbreviations(v_, options_.publish_date, &d_);
    NoteDocuments(v_, &mentions_, &d_);
    NoteEnacting(v_, &mentions_, &d_);
    NoteUndoneEvent(v_, &d_);
  }

 private:
  // "Q" and "A" before a colon are nobody.
  bool OpensTurn(int32_t group) const {
    return v_.Head(group).Has(pb::FUNCTION_ROLE_QUESTION_LABEL) ||
           v_.Head(group).Has(pb::FUNCTION_ROLE_ANSWER_LABEL);
  }

  bool Consumed(int32_t group) const { return scratch_.consumed[group] != 0; }

  // Who is named where the speech ends that opens here and goes on.
  const Report* ClosingReport() {
    if (v_.closing == nullptr) return nullptr;
    SentenceMentions mentions(*v_.closing, options_.publish_date,
                              &scratch_.closing_mentions, &d_);
    return ReportAfterSpeech(*v_.closing, options_.publish_date, &mentions, &d_,
                             &scratch_.closing);
  }

  // "2 against (China, Russia)".
  void Tallies() {
    if (!v_.syntax.any.MayBe(kNumberWord)) return;
    scratch_.tallies.clear();
    FindTallies(v_, &scratch_.tallies);
    for (const FilledFrame& tally : scratch_.tallies) firing_.Fire(tally);
  }

  // --- cues -----------------------------------------------------------------

  static bool MayHoldCue(GroupKind kind) {
    constexpr uint32_t kKinds =
        1u << static_cast<int>(GroupKind::kVerb) |
        1u << static_cast<int>(GroupKind::kNoun) |
        1u << static_cast<int>(GroupKind::kAdjective) |
        1u << static_cast<int>(GroupKind::kPreposition) |
        1u << static_cast<int>(GroupKind::kAdverb);
    return (kKinds >> static_cast<int>(kind) & 1) != 0;
  }

  // Whether a group, whose head is `head`, may say something. Without a cue,
  // auxiliaries do, modal verbs, and what stands between a copula, perhaps with
  // quotation marks behind it, and a noun.
  static bool MaySay(const Group* groups, int32_t g, const Unit& head) {
    if (head.Reads(EntryKind::kCue)) return true;
    const Group& group = groups[g];
    if (group.kind == GroupKind::kVerb) {
      return group.modal || head.Is(kBe | kHave | kDo | kModal);
    }
    if (g == 0 || group.kind != GroupKind::kNoun || group.begin == group.head) {
      return false;
    }
    const Group& before = groups[g - 1];
    return before.kind == GroupKind::kVerb ? before.copula
                                           : before.kind == GroupKind::kQuote;
  }

  [[gnu::noinline]] void TakeGroup(int32_t group) {
    const Group& g = v_.At(group);
    const uint32_t unit = g.head;
    const Unit& head = v_.units[unit];
    const bool cue = head.Reads(EntryKind::kCue);
    if (Consumed(group)) return;
    if (g.kind == GroupKind::kVerb && head.Is(kBe | kHave | kDo | kModal) &&
        ellipses_.Take(group)) {
      return;
    }
    FilledFrame& frame = scratch_.frame;
    if (!cue || !FillBestFrame(v_, group, unit, &frame)) {
      if (g.kind == GroupKind::kVerb) {
        // "The levy is \"a hole in a bucket\"", said of it by a speaker.
        if (g.copula && v_.Is(group + 1, GroupKind::kQuote) &&
            FillSlight(v_, group, &frame)) {
          firing_.Fire(frame);
          return;
        }
        if (cue && group < 2 && FillInvertedDecision(v_, group, &frame)) {
          firing_.Fire(frame);
          return;
        }
        FireModal(group);
      }
      if (g.kind == GroupKind::kNoun) FireModifier(group);
      if (cue) Unfilled(group, unit);
      return;
    }
    if (GivesUp(frame) || StaysOut(frame) || FireDemand(frame)) return;
    firing_.Fire(frame);
  }

  // "Roe said that MPs should reject it": what others ought to do is not yet
  // their stance, but it is the speaker's.
  bool FireDemand(const FilledFrame& frame) {
    const int32_t verb = frame.group;
    if (!v_.Is(verb, GroupKind::kVerb) || !Obliges(v_, verb) ||
        HeldBySpeaker(v_, frame)) {
      return false;
    }
    FilledFrame demand;
    ReportList reports;
    if (!FillObligation(v_, verb, &demand) ||
        holders_.Speaker(demand, &reports) < 0) {
      return false;
    }
    firing_.Fire(demand);
    return true;
  }

  // "dropped its opposition to the pause": the noun says on what.
  bool GivesUp(const FilledFrame& frame) {
    const CueEntry& cue = v_.lexicon.cues[frame.cue];
    if (!v_.Is(frame.group, GroupKind::kVerb) ||
        cue.effect != pb::EFFECT_REVERSE ||
        cue.polarity != pb::POLARITY_UNSPECIFIED || frame.targets.size() != 1 ||
        frame.targets[0].kind != TargetRef::Kind::kNoun) {
      return false;
    }
    const int32_t object = frame.targets[0].group;
    if (object < frame.group) return false;
    FilledFrame inner;
    return v_.Head(object).Reads(EntryKind::kCue) &&
           FillBestFrame(v_, object, v_.At(object).head, &inner) &&
           inner.carrier == frame.group;
  }

  // "intends to sit out the vote": what is intended says that it takes no side.
  bool StaysOut(const FilledFrame& frame) {
    if (frame.polarity != pb::POLARITY_SUPPORTS || frame.targets.size() != 1 ||
        frame.targets[0].kind != TargetRef::Kind::kVerb) {
      return false;
    }
    const int32_t verb = frame.targets[0].group;
    FilledFrame inner;
    // "prefers to call it a disgrace": what it is called says more.
    if (v_.Head(verb).Takes(pb::SLOT_EVALUATED_OBJECT) &&
        FillBestFrame(v_, verb, v_.At(verb).head, &inner) &&
        inner.evaluation >= 0) {
      return true;
    }
    return v_.FindCue(v_.Head(verb), pb::WORD_CLASS_VERB,
                      [](const CueEntry& cue) {
                        return cue.polarity == pb::POLARITY_NEUTRAL;
                      }) != nullptr &&
           FillBestFrame(v_, verb, v_.At(verb).head, &inner) &&
           inner.polarity == pb::POLARITY_NEUTRAL &&
           // "tried to decide who should pay".
           (inner.context || inner.targets[0].kind == TargetRef::Kind::kNoun);
  }

  // A speaker's own promise or refusal, "he said Moscow would not sign"; a
  // speaker's demand, "he said it should be lifted".
  void FireModal(int32_t verb) {
    // What is no cue does nothing to its object, but "to have it scrapped".
    if (!v_.At(verb).modal && !v_.Head(verb).Reads(EntryKind::kCue) &&
        !v_.Head(verb).Is(kHave)) {
      return;
    }
    if (IsSomebodysView(v_, verb)) return;
    FilledFrame& frame = scratch_.frame;
    ReportList reports;
    if (v_.At(verb).form == VerbForm::kToInfinitive
            ? FillPurpose(v_, verb, &frame)
            : FillAct(v_, verb, &frame)) {
      firing_.Fire(frame);
      return;
    }
    if (!v_.At(verb).modal) {
      // "Scrap the tax": in speech, in a turn, in an editorial.
      const bool said =
          v_.InSpeech(v_.FirstToken(verb)) ||
          v_.ClauseOf(verb).kind == ClauseKind::kComplement ||
          (a_.turn_speaker >= 0 && verb == 0) || IsAnnounced(v_, verb) ||
          // "Scrap the tax, says the union".
          (verb == 0 && !a_.reports.empty() && a_.reports.back().postposed);
      if (said && FillImperative(v_, verb, &frame)) {
        firing_.Fire(frame);
      }
      return;
    }
    if (FillCommitment(v_, verb, &frame)) {
      const int32_t speaker = holders_.Speaker(frame, &reports);
      if (speaker < 0) {
        if (IsPolicy(v_, frame)) {
          firing_.Fire(frame);
        } else {
          firing_.FireConditions(frame);
        }
        return;
      }
      const Resolution& who = mentions_.Who(frame.holder.group, speaker);
      if (who.entities.size() != 1) return;
      // "Roe said it would cost jobs": a person is no "it".
      if (v_.Head(frame.holder.group).Has(pb::FUNCTION_ROLE_NEUTER) &&
          d_.entities[speaker].kind == pb::ACTOR_KIND_PERSON) {
        return;
      }
      // "I will read every one", "she would eat her hat": what people say they
      // would do is mostly a manner of speaking.
      if (d_.entities[who.entities[0]].person && !DoesToContested(verb)) {
        return;
      }
      // Of oneself, or of the body one speaks for.
      const int32_t subject = who.entities[0];
      if (subject != speaker && subject != d_.entities[speaker].represents &&
          d_.entities[subject].represents != speaker &&
          !(IsNegated(v_, verb) && IsItsOfficial(speaker, subject))) {
        return;
      }
      firing_.Fire(frame);
    } else if ((FillAssurance(v_, verb, &frame) ||
                FillObligation(v_, verb, &frame)) &&
               holders_.Speaker(frame, &reports) >= 0) {
      firing_.Fire(frame);
    }
  }

  // "would bring the cap back", "will sign it": by a verb that tells a stance,
  // or to what may be contested.
  bool DoesToContested(int32_t verb) const {
    const int32_t object = ObjectOf(v_, verb);
    // "will lose no sleep".
    const bool undone = object >= 0 && !v_.At(object).negative;
    // "would shed no tears": of phrases the lexicon knows what they take.
    const Unit& head = v_.Head(verb);
    if (head.end - head.begin > 1) return false;
    if (v_.FindCue(head, pb::WORD_CLASS_VERB, [&](const CueEntry& cue) {
          return cue.polarity != pb::POLARITY_UNSPECIFIED ||
                 (undone && cue.effect == pb::EFFECT_REVERSE);
        }) != nullptr) {
      return true;
    }
    const int32_t end = VerbPhraseEnd(v_, verb);
    for (int32_t g = verb + 1; g <= end; ++g) {
      if (v_.Is(g, GroupKind::kNoun) && !v_.Head(g).Is(kPronoun) &&
          CanBeContested(v_, {TargetRef::Kind::kNoun, g})) {
        return true;
      }
    }
    return false;
  }

  // "Peru will not send troops, the minister said": whose minister is not told,
  // and nobody promises for other countries.
  bool IsItsOfficial(int32_t speaker, int32_t country) const {
    const Entity& official = d_.entities[speaker];
    return official.represents < 0 && official.agent >= 0 &&
           v_.lexicon.agents[official.agent].role == pb::AGENT_ROLE_OFFICIAL &&
           d_.entities[country].kind == pb::ACTOR_KIND_COUNTRY;
  }

  // "The ban was a reckless move": the adjective is said of the subject.
  void FireModifier(int32_t noun) {
    int32_t copula = noun - 1;
    while (v_.Is(copula, GroupKind::kQuote)) --copula;
    if (!v_.Is(copula, GroupKind::kVerb) || !v_.At(copula).copula) return;
    const Group& g = v_.At(noun);
    for (uint32_t u = g.begin; u < g.head; ++u) {
      if (v_.units[u].Is(kAdjective) && v_.units[u].Reads(EntryKind::kCue) &&
          FillBestFrame(v_, noun, u, &scratch_.frame)) {
        firing_.Fire(scratch_.frame);
        return;
      }
    }
  }

  // A cue none of whose frames holds: a reading that finds its targets lacks
  // the holder.
  void Unfilled(int32_t group, uint32_t unit) {
    if (!options_.unknown) return;
    bool has_targets = false;
    v_.ForEach(EntryKind::kCue, v_.units[unit], [&](const EntryRef& cue) {
      has_targets =
          has_targets || FillTargets(v_, cue.index, group, &scratch_.frame);
    });
    analysis_.unknown.push_back(
        {v_.UnitSpan(unit), has_targets ? "holder" : "target"});
  }

  const SentenceView& v_;
  const FinderOptions& options_;
  Discourse& d_;
  FinderScratch& scratch_;
  Attribution& a_;
  SentenceMentions mentions_;
  Emitter emitter_;
  HolderResolver holders_;
  Ellipses ellipses_;
  Firing firing_;
  std::vector<FoundStance>& stances_;
  Analysis& analysis_;
};

}  // namespace

void FindStances(const SentenceView& view, const FinderOptions& options,
                 Discourse* discourse, FinderScratch* scratch,
                 std::vector<FoundStance>* stances, Analysis* analysis) {
  Finder(view, options, *discourse, *scratch, *stances, *analysis).Run();
}

}  // namespace stance
