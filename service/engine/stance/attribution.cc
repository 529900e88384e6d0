#include "service/engine/stance/attribution.h"

#include <algorithm>

#include "service/engine/stance/documents.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/reports.h"
#include "service/engine/stance/spoken_asides.h"
#include "service/engine/stance/spokesmen.h"
#include "service/engine/stance/turns.h"
#include "service/engine/stance/unsaid_speakers.h"
#include "service/engine/stance/viewpoints.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// In one sentence. All of them are looked through for every cue: a text without
// full stops would take the square of its length.
constexpr size_t kMostReports = 64;

class Attributor {
 public:
  Attributor(const SentenceView& view, int32_t publish_date,
             SentenceMentions& mentions, Discourse& discourse,
             Attribution& attribution)
      : v_(view),
        date_(publish_date),
        mentions_(mentions),
        d_(discourse),
        a_(attribution) {}

  void Run(const Report* closing) {
    a_.reports.clear();
    a_.quote_speaker = -1;
    a_.quote_mention = {};
    a_.question = v_.sentence.question;
    a_.turn_speaker = TurnSpeaker(v_, date_, &mentions_, &d_);
    // "For farmers, the levy is a disaster".
    if (const int32_t whose = OpensForSomebody(v_); whose >= 0) {
      Voice(whose - 1, whose);
    }
    Reports();
    Words();
    Quotations(closing);
  }

  const Report* AfterSpeech() {
    a_.reports.clear();
    uint32_t end = 0;
    for (size_t i = v_.first_quotation; i < v_.text.quotations.size(); ++i) {
      const Quotation& quotation = v_.text.quotations[i];
      if (quotation.begin >= v_.sentence.begin) break;
      if (!quotation.scare) end = std::max(end, quotation.end);
    }
    if (end >= v_.sentence.end) return nullptr;
    Reports();
    for (const Report& report : a_.reports) {
      if (v_.FirstToken(report.subject) >= end) return &report;
    }
    return nullptr;
  }

 private:
  void Reports() {
    if (!v_.quotations.empty()) {
      if (const int32_t name = SignatureBehindSpeech(v_); name >= 0)
        Voice(name - 1, name);
    }
    if (!v_.syntax.any.Reads(EntryKind::kReporting) &&
        !v_.syntax.any.Has(pb::FUNCTION_ROLE_ACCORDING) &&
        !v_.syntax.any.Has(pb::FUNCTION_ROLE_SPEAKER_NOUN) &&
        !v_.syntax.any.Has(pb::FUNCTION_ROLE_AS)) {
      return;
    }
    constexpr uint64_t kSpeaking =
        uint64_t{1} << (pb::FUNCTION_ROLE_ACCORDING - 1) |
        uint64_t{1} << (pb::FUNCTION_ROLE_SPEAKER_NOUN - 1);
    const Unit* const units = v_.units;
    const Group* const end = v_.groups + v_.group_count;
    for (const Group* g = v_.groups; g != end; ++g) {
      const Unit& head = units[g->head];
      if (head.Reads(EntryKind::kReporting) ||
          (head.functions & kSpeaking) != 0) {
        ReportAt(static_cast<int32_t>(g - v_.groups));
      }
    }
  }

  // "As the union sees it, …", "the union's view is that …", "the union was
  // adamant: …".
  void Words() {
    const bool as = v_.syntax.any.Has(pb::FUNCTION_ROLE_AS);
    for (const Clause& clause : v_.syntax.clauses) {
      if (clause.kind == ClauseKind::kSubordinate) {
        const int32_t who = as ? WhoSeesItSo(v_, clause) : -1;
        if (who >= 0) Voice(clause.verb, who);
        continue;
      }
      if (clause.kind != ClauseKind::kComplement || clause.governor < 0) {
        continue;
      }
      const int32_t owner = v_.Is(clause.governor, GroupKind::kVerb)
                                ? WhoseWordIs(v_, clause.governor)
                                : WhoHoldsThat(v_, clause.governor);
      if (owner >= 0) Voice(clause.governor, owner, false);
    }
    // "The union's verdict: the toll is a disgrace".
    if (v_.syntax.label >= 0) {
      const int32_t owner = OwnerOfWord(v_, v_.syntax.label);
      if (owner >= 0) Voice(v_.syntax.label, owner);
    }
    const Announcement announced = AnnouncedByColon(v_);
    if (announced.verb >= 0) Voice(announced.verb, announced.speaker);
  }

  [[gnu::noinline]] void ReportAt(int32_t i) {
    const Unit& head = v_.Head(i);
    if (head.Reads(EntryKind::kReporting) &&
        v_.At(i).kind == GroupKind::kVerb) {
      AddReport(i);
    } else if (head.Has(pb::FUNCTION_ROLE_ACCORDING) &&
               v_.At(i).kind != GroupKind::kNoun) {
      const int32_t whose = AccordingToWhom(v_, i);
      if (whose >= 0) Voice(i, whose);
    } else if (head.Has(pb::FUNCTION_ROLE_SPEAKER_NOUN) &&
               v_.Is(i, GroupKind::kNoun)) {
      if (v_.At(i).preposition >= 0) {
        const int32_t whose = InWhoseView(v_, i);
        if (whose >= 0) Voice(v_.At(i).preposition, whose);
      } else {
        const int32_t whose = WhoseReplyIs(v_, i);
        if (whose >= 0) Voice(v_.FirstOfPossessors(i) - 1, whose);
      }
    }
  }

  int32_t SpeakerSoFar() const {
    if (a_.turn_speaker >= 0) return a_.turn_speaker;
    return -1;
  }

  void AddReport(int32_t verb) {
    if (a_.reports.size() == kMostReports) return;
    const Clause& clause = v_.ClauseOf(verb);
    Report report;
    report.verb = verb;
    report.subject = clause.subject;
    if (v_.At(verb).passive) return;
    if (const int32_t behind = SubjectBehindQuotation(v_, verb); behind >= 0) {
      report.subject = behind;
    }
    if (report.subject < 0) return;
    report.subject = Spokesman(v_, report.subject);
    if (CanHold(v_, report.subject)) {
      MeetOwners(report.subject);
      const Resolution& who =
          mentions_.WhoAhead(report.subject, SpeakerSoFar());
      if (who.entities.empty()) return;
      report.entity = who.entities[0];
      report.mention = who.mention;
    } else if (const int32_t unit = BodyBefore(v_, report.subject); unit >= 0) {
      const EntityList who = mentions_.WhoModifies(static_cast<uint32_t>(unit));
      if (who.empty()) return;
      report.entity = who[0];
      report.mention = MentionPhrase(v_, report.subject);
    } else if (const EntityList* authors = AuthorsOf(v_, report.subject, d_)) {
      report.entity = (*authors)[0];
      report.mention = MentionPhrase(v_, report.subject);
    } else if (const int32_t author = AuthorIn(v_, report.subject);
               author >= 0) {
      // "wrote a letter saying …", "waved placards that read …".
      const Resolution& who = mentions_.WhoAhead(author, SpeakerSoFar());
      if (who.entities.empty()) return;
      report.entity = who.entities[0];
      report.mention = who.mention;
    } else {
      return;
    }
    report.postposed = IsPostposed(v_, verb, report.subject) ||
                       IsSpokenAside(v_, verb, clause.subject);
    a_.reports.push_back(report);
    // “I hope the unions think again”: they do not speak here.
    if (v_.InSpeech(v_.FirstToken(verb))) return;
    d_.last_speaker = report.entity;
    d_.last_speaker_paragraph = v_.sentence.paragraph;
  }

  // "The Fishermen's Association is against it, said its chairwoman": who
  // stands before in the sentence has to be known before "its" is resolved.
  void MeetOwners(int32_t subject) {
    const Group& g = v_.At(subject);
    if (!v_.units[g.begin].Is(kPossessivePronoun)) return;
    for (int32_t i = 0; i < subject; ++i) {
      if (!v_.Is(i, GroupKind::kNoun) || v_.Head(i).Is(kPronoun) ||
          !CanHold(v_, i)) {
        continue;
      }
      const Resolution& who = mentions_.WhoAhead(i, -1);
      for (int32_t entity : who.entities) {
        Touch(v_, entity, v_.ClauseOf(i).subject == i, &d_);
      }
    }
  }

  // All of the sentence is what the noun group says or thinks; where it is not,
  // the clause that the word governs.
  void Voice(int32_t word, int32_t noun, bool all = true) {
    if (!CanHold(v_, noun) || a_.reports.size() == kMostReports) return;
    MeetOwners(noun);
    const Resolution& who = mentions_.WhoAhead(noun, SpeakerSoFar());
    if (who.entities.empty()) return;
    Report report;
    report.verb = word;
    report.subject = noun;
    report.entity = who.entities[0];
    report.mention = who.mention;
    report.postposed = all;
    a_.reports.push_back(report);
    if (all) mentions_.CountAsSubject(noun);
  }

  void Quotations(const Report* closing) {
    if (!OpensWithSpeech(v_)) return;
    for (const Report& report : a_.reports) {
      if (v_.InSpeech(v_.FirstToken(report.verb))) continue;
      a_.quote_speaker = report.entity;
      a_.quote_mention = report.mention;
    }
    if (a_.quote_speaker >= 0) return;
    if (closing != nullptr) {
      a_.quote_speaker = closing->entity;
      a_.quote_mention = closing->mention;
      return;
    }
    if (const int32_t person = PersonBeforeSpeech(v_, d_, &mentions_);
        person >= 0) {
      a_.quote_speaker = person;
      a_.quote_mention = d_.entities[person].first;
      d_.last_speaker = person;
      d_.last_speaker_paragraph = v_.sentence.paragraph;
      return;
    }
    // A quotation that goes on, or one whose speaker was named just before.
    if (d_.last_speaker >= 0 &&
        v_.sentence.paragraph <= d_.last_speaker_paragraph + 1) {
      a_.quote_speaker = d_.last_speaker;
      a_.quote_mention = d_.entities[d_.last_speaker].first;
      d_.last_speaker_paragraph = v_.sentence.paragraph;
      return;
    }
    if (a_.turn_speaker >= 0) a_.quote_speaker = a_.turn_speaker;
  }

  const SentenceView& v_;
  const int32_t date_;
  SentenceMentions& mentions_;
  Discourse& d_;
  Attribution& a_;
};

}  // namespace

void Attribute(const SentenceView& view, int32_t publish_date,
               const Report* closing, SentenceMentions* mentions,
               Discourse* discourse, Attribution* attribution) {
  Attributor(view, publish_date, *mentions, *discourse, *attribution)
      .Run(closing);
}

const Report* ReportAfterSpeech(const SentenceView& view, int32_t publish_date,
                                SentenceMentions* mentions,
                                Discourse* discourse,
                                Attribution* attribution) {
  return Attributor(view, publish_date, *mentions, *discourse, *attribution)
      .AfterSpeech();
}

}  // namespace stance
