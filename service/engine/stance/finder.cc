#include "service/engine/stance/finder.h"

#include <algorithm>
#include <string>

#include "service/engine/stance/confidence.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/pronouns.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How deep a chain of operators is followed: "refused to stop blocking …".
constexpr int kMaxDepth = 4;

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
        out_(stances),
        analysis_(analysis) {}

  void Run() {
    scratch_.consumed.assign(v_.syntax.groups.size(), 0);
    scratch_.resolved.assign(v_.syntax.groups.size(), -1);
    scratch_.resolutions.clear();
    Attribute(v_, options_.publish_date, &d_, &a_);
    for (int32_t g = 0; g < v_.syntax.size(); ++g) {
      TakeGroup(g);
      Remember(g);
      RememberMention(g);
    }
  }

 private:
  // Who the noun group is. Names and roles are resolved once a sentence;
  // pronouns each time, for they depend on who speaks.
  Resolution Who(int32_t group, int32_t speaker) {
    const Unit& head = v_.Head(group);
    const bool fixed = !head.Is(kPronoun) || head.Is(kProper);
    if (fixed && scratch_.resolved[group] >= 0) {
      return scratch_.resolutions[scratch_.resolved[group]];
    }
    Resolution who =
        ResolveGroup(v_, group, speaker, options_.publish_date, &d_);
    if (fixed) {
      scratch_.resolved[group] =
          static_cast<int32_t>(scratch_.resolutions.size());
      scratch_.resolutions.push_back(who);
    }
    return who;
  }

  bool Consumed(int32_t group) const { return scratch_.consumed[group] != 0; }

  // --- cues -----------------------------------------------------------------

  void TakeGroup(int32_t group) {
    if (a_.question || Consumed(group)) return;
    const Group& g = v_.At(group);
    switch (g.kind) {
      case GroupKind::kVerb:
      case GroupKind::kNoun:
      case GroupKind::kAdjective:
      case GroupKind::kPreposition:
      case GroupKind::kAdverb:
        break;
      default:
        return;
    }
    if (g.kind == GroupKind::kVerb && Echo(group)) return;
    const uint32_t unit = g.head;
    FilledFrame& frame = scratch_.frame;
    if (!v_.syntax.units[unit].Reads(EntryKind::kCue)) {
      if (g.kind == GroupKind::kVerb) Commit(group);
      return;
    }
    if (!FillBestFrame(v_, group, unit, &frame)) {
      if (g.kind == GroupKind::kVerb) Commit(group);
      Unfilled(group, unit);
      return;
    }
    if (GivesUp(frame)) return;
    Fire(frame);
  }

  // "dropped its opposition to the pause": the noun says on what.
  bool GivesUp(const FilledFrame& frame) {
    const CueEntry& cue = v_.lexicon.cues[frame.cue];
    if (!v_.Is(frame.group, GroupKind::kVerb) ||
        cue.effect != pb::EFFECT_REVERSE || cue.sense == pb::SENSE_EVALUATION ||
        frame.targets.size() != 1 ||
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

  // "So did Kuwait", "as does the union": the stance found last, for another
  // holder.
  bool Echo(int32_t verb) {
    const Unit& head = v_.Head(verb);
    if (!head.Is(kBe | kHave | kDo | kModal) || verb == 0) return false;
    if (!v_.Head(verb - 1).Has(pb::FUNCTION_ROLE_ECHO)) return false;
    int32_t subject = ObjectOf(v_, verb);
    if (subject < 0 || !v_.Is(subject, GroupKind::kNoun)) return false;
    if (out_.empty()) return false;
    const size_t last = out_.size();
    // Only what was said in this sentence or the one before.
    const FoundStance model = out_[last - 1];
    if (model.sentence_index + 1 < v_.index) return false;
    for (int32_t g = subject; g >= 0; g = v_.At(g).next_conjunct) {
      if (!CanHold(v_, g)) continue;
      const Resolution who = Who(g, -1);
      for (int32_t entity : who.entities) {
        FoundStance echo = model;
        echo.derivation.clear();
        echo.sentence = v_.Span(v_.sentence.begin, v_.sentence.end);
        echo.sentence_index = v_.index;
        echo.cue = Span(v_.At(verb).head);
        echo.confidence =
            Confidence(v_.lexicon, "echo", who.sieve, model.factuality, false);
        echo.holder = entity;
        echo.holder_mention = who.mention;
        if (d_.entities[entity].represents >= 0) {
          echo.holder = d_.entities[entity].represents;
        }
        if (options_.explain) {
          echo.derivation.push_back(
              {"frame", "echo", who.mention, "holder", echo.polarity});
        }
        out_.push_back(std::move(echo));
      }
    }
    return true;
  }

  // A speaker's own promise or refusal: "he said Moscow would not sign".
  void Commit(int32_t verb) {
    const Group& g = v_.At(verb);
    if (g.form != VerbForm::kFinite || !g.modal || g.passive || g.copula) {
      return;
    }
    bool commissive = false;
    for (uint32_t u = g.begin; u < g.end; ++u) {
      commissive |= v_.syntax.units[u].Has(pb::FUNCTION_ROLE_COMMISSIVE_MODAL);
    }
    const bool negated = IsNegated(v_, verb);
    if (!commissive && !negated) return;
    const Clause& clause = v_.ClauseOf(verb);
    if (clause.subject < 0 || !CanHold(v_, clause.subject)) return;
    if (g.head + 1 != g.end || v_.Head(verb).Is(kBe | kHave | kDo | kModal)) {
      return;
    }
    FilledFrame& frame = scratch_.frame;
    frame = FilledFrame{};
    frame.cue = v_.lexicon.commitment;
    frame.group = verb;
    frame.unit = g.head;
    frame.carrier = verb;
    frame.polarity = pb::POLARITY_SUPPORTS;
    frame.holder = {HolderRef::Kind::kGroup, clause.subject, 0};
    frame.targets.push_back({TargetRef::Kind::kVerb, verb});
    if (frame.cue == kNoCue) return;
    const int32_t speaker = SpeakerFor(frame);
    if (speaker < 0) return;
    const Resolution who = Who(clause.subject, speaker);
    if (who.entities.size() != 1) return;
    // Of oneself, or of the body one speaks for.
    const int32_t subject = who.entities[0];
    if (subject != speaker && subject != d_.entities[speaker].represents &&
        d_.entities[subject].represents != speaker) {
      return;
    }
    Fire(frame);
  }

  void Unfilled(int32_t group, uint32_t unit) {
    if (!options_.unknown) return;
    analysis_.unknown.push_back({Span(unit), "holder"});
  }

  Mention Span(uint32_t unit) const {
    const Unit& u = v_.syntax.units[unit];
    return v_.Span(u.begin, u.end);
  }

  // Everything inside a slot has been said by this cue.
  void Consume(const FilledFrame& frame) {
    for (const TargetRef& target : frame.targets) {
      EachConjunct(target,
                   [&](const TargetRef& conjunct) { ConsumeTarget(conjunct); });
    }
    if (frame.evaluation >= 0) {
      for (int32_t g = frame.group + 1; g < v_.syntax.size(); ++g) {
        if (v_.At(g).begin <= static_cast<uint32_t>(frame.evaluation) &&
            static_cast<uint32_t>(frame.evaluation) < v_.At(g).end) {
          scratch_.consumed[g] = 1;
        }
      }
    }
  }

  void ConsumeTarget(const TargetRef& target) {
    if (target.kind != TargetRef::Kind::kNoun) {
      scratch_.consumed[target.group] = 1;
    } else {
      const int32_t preposition = v_.At(target.group).preposition;
      if (preposition >= 0) scratch_.consumed[preposition] = 1;
      // A nominal cue without a holder of its own is only a part of the target.
    }
  }

  void Fire(const FilledFrame& filled) {
    const FilledFrame frame = filled;  // the scratch is used again below
    Composition composition;
    Compose(v_, frame, &composition);
    Consume(frame);
    const int32_t speaker = SpeakerFor(frame);
    const std::vector<int32_t> reports = scratch_.reports;
    EntityList holders;
    Mention holder_mention;
    Sieve sieve = Sieve::kNone;
    if (!Holders(frame, speaker, &holders, &holder_mention, &sieve)) {
      NoHolder(frame);
      return;
    }
    const CueEntry& cue = v_.lexicon.cues[frame.cue];
    Found found;
    found.frame = &frame;
    found.composition = &composition;
    found.holders = &holders;
    found.holder_mention = holder_mention;
    found.sieve = sieve;
    found.speaker = speaker;
    found.reports = &reports;
    found.sense = cue.sense;
    if (frame.context) {
      Context(found, composition.polarity);
      return;
    }
    for (const TargetRef& target : frame.targets) {
      EachConjunct(target, [&](const TargetRef& conjunct) {
        Descend(found, conjunct, composition.polarity, 0);
      });
    }
    Conditions(found);
  }

  struct Found {
    const FilledFrame* frame;
    const Composition* composition;
    const EntityList* holders;
    Mention holder_mention;
    Sieve sieve;
    int32_t speaker;
    const std::vector<int32_t>* reports;
    pb::Sense sense;
    Factuality factuality_override = pb::FACTUALITY_UNSPECIFIED;
    absl::InlinedVector<OperatorStep, 4> steps;
  };

  // The target and those coordinated with it.
  template <typename Visitor>
  void EachConjunct(const TargetRef& target, Visitor visit) {
    if (target.kind == TargetRef::Kind::kNoun) {
      for (int32_t g = target.group; g >= 0; g = v_.At(g).next_conjunct) {
        visit(TargetRef{TargetRef::Kind::kNoun, g});
      }
      return;
    }
    visit(target);
    // "to stop X and to find Y": clauses of one governor.
    const int32_t clause = v_.At(target.group).clause;
    const Clause& c = v_.syntax.clauses[clause];
    for (size_t i = clause + 1; i < v_.syntax.clauses.size(); ++i) {
      const Clause& other = v_.syntax.clauses[i];
      if (other.verb <= target.group || other.kind != c.kind ||
          other.governor != c.governor || other.parent != c.parent) {
        continue;
      }
      if (c.governor < 0 && c.kind != ClauseKind::kComplement) continue;
      visit(TargetRef{target.kind, other.verb});
    }
  }

  // --- holders --------------------------------------------------------------

  // The innermost voice at the frame; fills scratch_.reports.
  int32_t SpeakerFor(const FilledFrame& frame) {
    ReportsAround(v_, a_, frame.group, &scratch_.reports);
    // A cue that is itself the verb of saying is not under its own report.
    auto& reports = scratch_.reports;
    reports.erase(std::remove_if(reports.begin(), reports.end(),
                                 [&](int32_t r) {
                                   return a_.reports[r].verb == frame.group;
                                 }),
                  reports.end());
    const uint32_t token = v_.syntax.units[frame.unit].begin;
    if (v_.InSpeech(token) && a_.quote_speaker >= 0) {
      if (reports.empty() || !Complement(reports)) return a_.quote_speaker;
    }
    if (!reports.empty()) return a_.reports[reports.back()].entity;
    if (a_.turn_speaker >= 0) return a_.turn_speaker;
    return -1;
  }

  bool Complement(const std::vector<int32_t>& reports) const {
    return !reports.empty() && !a_.reports[reports.back()].postposed;
  }

  bool Holders(const FilledFrame& frame, int32_t speaker, EntityList* holders,
               Mention* mention, Sieve* sieve) {
    switch (frame.holder.kind) {
      case HolderRef::Kind::kNone:
        return false;
      case HolderRef::Kind::kSpeaker: {
        if (speaker < 0) return false;
        holders->push_back(speaker);
        *mention = SpeakerMention(speaker);
        *sieve = Sieve::kName;
        return true;
      }
      case HolderRef::Kind::kPronoun: {
        const Unit& unit = v_.syntax.units[frame.holder.unit];
        *holders = ResolvePronoun(v_, unit, speaker, d_);
        *mention = v_.Span(unit.begin, unit.end);
        *sieve = Sieve::kPronoun;
        return !holders->empty();
      }
      case HolderRef::Kind::kModifier: {
        const Resolution who =
            ResolveModifier(v_, frame.holder.unit, options_.publish_date, &d_);
        *holders = who.entities;
        *mention = who.mention;
        *sieve = who.sieve;
        return !holders->empty();
      }
      case HolderRef::Kind::kGroup:
        break;
    }
    bool first = true;
    for (int32_t g = frame.holder.group; g >= 0; g = v_.At(g).next_conjunct) {
      if (!CanHold(v_, g) || v_.At(g).negative) continue;
      Resolution who = Who(g, speaker);
      if (who.entities.empty()) continue;
      if (first) {
        *mention = who.mention;
        *sieve = who.sieve;
        first = false;
      }
      for (int32_t entity : who.entities) holders->push_back(entity);
    }
    return !holders->empty();
  }

  Mention SpeakerMention(int32_t speaker) const {
    for (const Report& report : a_.reports) {
      if (report.entity == speaker) return report.mention;
    }
    return d_.entities[speaker].first;
  }

  void NoHolder(const FilledFrame& frame) {
    if (frame.holder.kind != HolderRef::Kind::kGroup &&
        frame.holder.kind != HolderRef::Kind::kPronoun) {
      return;
    }
    if (options_.unknown) {
      analysis_.unknown.push_back({Span(frame.unit), "holder"});
    }
    const Mention mention = Span(frame.unit);
    analysis_.notices.push_back(
        {"UNRESOLVED_HOLDER",
         "no known holder for the cue; the stance was left out", mention});
  }

  // --- targets --------------------------------------------------------------

  // Looks through operators to the innermost target.
  void Descend(Found& found, const TargetRef& target, Polarity polarity,
               int depth) {
    if (depth < kMaxDepth && LookThrough(found, target)) {
      FilledFrame inner;
      uint32_t cue = 0;
      if (Operator(target, found.sense == pb::SENSE_DEMAND, &inner, &cue)) {
        const CueEntry& entry = v_.lexicon.cues[cue];
        Polarity through = Apply(entry.effect, polarity);
        if (v_.Is(target.group, GroupKind::kVerb) &&
            IsNegated(v_, target.group)) {
          through = Apply(pb::EFFECT_REVERSE, through);
        }
        found.steps.push_back({inner.unit, entry.id,
                               entry.effect == pb::EFFECT_REVERSE ? "reverse"
                               : entry.effect == pb::EFFECT_NEUTRALISE
                                   ? "neutralise"
                                   : "preserve",
                               through});
        Consume(inner);
        for (const TargetRef& next : inner.targets) {
          EachConjunct(next, [&](const TargetRef& conjunct) {
            Descend(found, conjunct, through, depth + 1);
          });
        }
        found.steps.pop_back();
        return;
      }
    }
    if (target.kind == TargetRef::Kind::kVerb &&
        target.group != found.frame->group && IsNegated(v_, target.group)) {
      polarity = Apply(pb::EFFECT_REVERSE, polarity);
    }
    if (target.kind == TargetRef::Kind::kNoun && v_.At(target.group).negative &&
        found.sense == pb::SENSE_DEMAND) {
      polarity = Apply(pb::EFFECT_REVERSE, polarity);
    }
    Emit(found, target, polarity);
    if (target.kind == TargetRef::Kind::kVerb &&
        polarity == pb::POLARITY_OPPOSES) {
      Means(found, target.group, polarity);
    }
  }

  // To oppose an act by several means is to oppose the means: "sabotaging talks
  // with threats and sanctions".
  void Means(const Found& found, int32_t verb, Polarity polarity) {
    for (int32_t g = verb + 1; g < v_.syntax.size(); ++g) {
      const GroupKind kind = v_.At(g).kind;
      if (kind == GroupKind::kPreposition &&
          v_.Head(g).Has(pb::FUNCTION_ROLE_INSTRUMENT)) {
        const int32_t means = ObjectOf(v_, g);
        if (means < 0 || !v_.Is(means, GroupKind::kNoun) ||
            v_.At(means).next_conjunct < 0 || v_.Head(means).Is(kProper)) {
          return;
        }
        EachConjunct({TargetRef::Kind::kNoun, means},
                     [&](const TargetRef& conjunct) {
                       Emit(found, conjunct, polarity);
                     });
        return;
      }
      if (kind != GroupKind::kNoun && kind != GroupKind::kAdverb) return;
    }
  }

  // A demand looks through nouns and clauses; an evaluation takes nouns and
  // whole clauses as they stand, and looks through verb phrases only.
  bool LookThrough(const Found& found, const TargetRef& target) const {
    if (target.kind == TargetRef::Kind::kVerb) return true;
    return found.sense == pb::SENSE_DEMAND;
  }

  // The operator that heads the target, with its own target filled.
  bool Operator(const TargetRef& target, bool demand, FilledFrame* inner,
                uint32_t* cue) {
    bool found = false;
    const Unit& head = v_.Head(target.group);
    FilledFrame candidate;
    v_.ForEach(EntryKind::kCue, head, [&](const EntryRef& ref) {
      const CueEntry& entry = v_.lexicon.cues[ref.index];
      if (entry.effect == pb::EFFECT_NONE) return;
      const bool verb = entry.word_class == pb::WORD_CLASS_VERB;
      const bool noun = entry.word_class == pb::WORD_CLASS_NOUN;
      // Under an evaluation only what goes on is looked through: to oppose the
      // lifting of a ban is not to call for the ban.
      if (!demand && (entry.polarity != pb::POLARITY_UNSPECIFIED ||
                      entry.effect != pb::EFFECT_PRESERVE)) {
        return;
      }
      if (target.kind == TargetRef::Kind::kNoun ? !noun : !verb) return;
      if (!FillTargets(v_, ref.index, target.group, &candidate)) return;
      if (candidate.targets[0].group == target.group) return;
      if (found && candidate.score <= inner->score) return;
      *inner = candidate;
      *cue = ref.index;
      found = true;
    });
    return found;
  }

  // --- emission -------------------------------------------------------------

  void Context(const Found& found, Polarity polarity) {
    if (d_.topic.empty()) return;
    FoundStance stance = Start(found, polarity);
    stance.target = d_.topic;
    stance.antecedent = d_.topic_text;
    stance.issue = d_.topic_issue;
    Finish(found, std::move(stance), "context");
  }

  void Emit(const Found& found, const TargetRef& target, Polarity polarity) {
    const TokenSpan span = TargetSpan(v_, target);
    if (span.begin >= span.end) return;
    FoundStance stance = Start(found, polarity);
    stance.target = v_.Span(span.begin, span.end);
    if (target.kind == TargetRef::Kind::kNoun &&
        !NameTarget(found, target.group, &stance)) {
      return;
    }
    const std::string_view way = WayOf(found);
    Finish(found, std::move(stance), way);
  }

  std::string_view WayOf(const Found& found) const {
    const CueEntry& cue = v_.lexicon.cues[found.frame->cue];
    if (found.frame->holder.kind == HolderRef::Kind::kSpeaker) return "verdict";
    switch (cue.word_class) {
      case pb::WORD_CLASS_VERB:
        return found.frame->evaluation >= 0 ? "evaluated" : "verb";
      case pb::WORD_CLASS_NOUN:
        return "noun";
      case pb::WORD_CLASS_ADJECTIVE:
        return "adjective";
      default:
        return "phrase";
    }
  }

  FoundStance Start(const Found& found, Polarity polarity) const {
    FoundStance stance;
    stance.polarity = polarity;
    stance.factuality = found.factuality_override != pb::FACTUALITY_UNSPECIFIED
                            ? found.factuality_override
                            : found.composition->factuality;
    stance.cue = Span(found.frame->unit);
    stance.cue_entry = found.frame->cue;
    stance.sentence = v_.Span(v_.sentence.begin, v_.sentence.end);
    stance.sentence_index = v_.index;
    stance.quoted = v_.InSpeech(v_.syntax.units[found.frame->unit].begin);
    return stance;
  }

  // Pronouns, actors, issues and "the plan". False where there is nothing that
  // could be a target.
  bool NameTarget(const Found& found, int32_t group, FoundStance* stance) {
    const Unit& head = v_.Head(group);
    if (head.Is(kTime)) return false;
    if (found.holders->size() == 2 && Reciprocal(group)) {
      stance->reciprocal = true;
      return true;
    }
    if (head.Is(kPronoun) && !head.Is(kProper)) {
      return NamePronoun(found, group, stance);
    }
    const Group& g = v_.At(group);
    // A target that is nothing but a name is somebody.
    const bool bare = v_.At(group).possessor < 0;
    if (bare && head.Is(kProper)) {
      const Resolution who = Who(group, found.speaker);
      if (!who.entities.empty()) stance->target_entity = who.entities[0];
      return true;
    }
    const int32_t issue = v_.FirstReading(EntryKind::kIssue, head);
    if (issue >= 0) {
      stance->issue = issue;
      return true;
    }
    // "the plan": what was named in full before.
    const bool definite =
        v_.syntax.units[g.begin].Has(pb::FUNCTION_ROLE_DEFINITE) ||
        v_.syntax.units[g.begin].Has(pb::FUNCTION_ROLE_DEMONSTRATIVE);
    if (definite && g.end - g.begin == 2 &&
        (head.Has(pb::FUNCTION_ROLE_PROPOSAL) ||
         head.Has(pb::FUNCTION_ROLE_ANAPHOR))) {
      TakeUp(head, stance);
    }
    return true;
  }

  // "each other", "the other".
  bool Reciprocal(int32_t group) const {
    const Group& g = v_.At(group);
    for (uint32_t u = g.begin; u < g.end; ++u) {
      if (v_.syntax.units[u].Has(pb::FUNCTION_ROLE_RECIPROCAL)) return true;
    }
    return g.end - g.begin <= 2 &&
           v_.Head(group).Has(pb::FUNCTION_ROLE_INCLUSIVE);
  }

  void TakeUp(const Unit& head, FoundStance* stance) const {
    for (size_t i = d_.things.size(); i-- > 0;) {
      if (d_.things[i].lemma == head.lemma) {
        stance->antecedent = d_.things[i].text;
        return;
      }
    }
    if (!d_.topic.empty()) stance->antecedent = d_.topic_text;
  }

  bool NamePronoun(const Found& found, int32_t group, FoundStance* stance) {
    const Unit& head = v_.Head(group);
    if (head.Has(pb::FUNCTION_ROLE_MASCULINE) ||
        head.Has(pb::FUNCTION_ROLE_FEMININE)) {
      const EntityList who = ResolvePronoun(v_, head, found.speaker, d_);
      if (who.empty()) return false;
      stance->target_entity = who[0];
      return true;
    }
    if (head.Has(pb::FUNCTION_ROLE_NEUTER) ||
        head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) {
      if (d_.topic.empty()) return false;
      stance->antecedent = d_.topic_text;
      stance->issue = d_.topic_issue;
      return true;
    }
    return false;
  }

  void Finish(const Found& found, FoundStance stance, std::string_view way) {
    if (stance.polarity == pb::POLARITY_UNSPECIFIED) return;
    AddSpeakers(found, &stance);
    if (!stance.speakers.empty() &&
        stance.factuality == pb::FACTUALITY_ASSERTED) {
      stance.factuality = pb::FACTUALITY_REPORTED;
    }
    stance.confidence =
        Confidence(v_.lexicon, way, found.sieve, stance.factuality,
                   found.composition->uncertain);
    SetTopic(stance);
    for (size_t i = 0; i < found.holders->size(); ++i) {
      const int32_t holder = (*found.holders)[i];
      const bool last = i + 1 == found.holders->size();
      FoundStance one = last ? std::move(stance) : stance;
      Represent(holder, found, &one);
      if (one.reciprocal) {
        if (found.holders->size() != 2) continue;
        one.target_entity = (*found.holders)[1 - i];
      }
      if (one.target_entity == one.holder && one.target_entity >= 0) continue;
      if (options_.explain) Explain(found, holder, &one);
      out_.push_back(std::move(one));
    }
  }

  // An official's stance is that of the country or body.
  void Represent(int32_t holder, const Found& found, FoundStance* stance) {
    stance->holder_mention = found.holder_mention;
    stance->holder = holder;
    const Entity& entity = d_.entities[holder];
    if (entity.represents < 0) return;
    stance->holder = entity.represents;
    for (const SpeakerRef& speaker : stance->speakers) {
      if (speaker.entity == holder) return;
    }
    stance->speakers.push_back({holder, found.holder_mention});
  }

  void AddSpeakers(const Found& found, FoundStance* stance) const {
    for (int32_t r : *found.reports) {
      stance->speakers.push_back({a_.reports[r].entity, a_.reports[r].mention});
    }
    if (found.speaker < 0) return;
    for (const SpeakerRef& speaker : stance->speakers) {
      if (speaker.entity == found.speaker) return;
    }
    stance->speakers.push_back({found.speaker, SpeakerMention(found.speaker)});
  }

  void Explain(const Found& found, int32_t holder, FoundStance* stance) const {
    const CueEntry& cue = v_.lexicon.cues[found.frame->cue];
    auto& steps = stance->derivation;
    steps.push_back({"match", cue.id, stance->cue,
                     std::string("cue ") + cue.lemma,
                     pb::POLARITY_UNSPECIFIED});
    if (found.frame->evaluation >= 0) {
      const uint32_t unit = static_cast<uint32_t>(found.frame->evaluation);
      steps.push_back({"match", std::string("verdict"), Span(unit), "verdict",
                       found.frame->polarity});
    }
    steps.push_back({"frame", cue.id, found.holder_mention, "holder",
                     found.frame->polarity});
    for (const OperatorStep& op : found.composition->steps) {
      steps.push_back({"operator", std::string(op.entry_id), Span(op.unit),
                       std::string(op.effect), op.polarity_after});
    }
    for (const OperatorStep& op : found.steps) {
      steps.push_back({"operator", std::string(op.entry_id), Span(op.unit),
                       std::string(op.effect), op.polarity_after});
    }
    steps.push_back(
        {"frame", cue.id, stance->target, "target", stance->polarity});
    for (const SpeakerRef& speaker : stance->speakers) {
      steps.push_back(
          {"attribution", ActorId(speaker.entity), speaker.mention,
           "said by " + std::string(d_.entities[speaker.entity].name),
           stance->polarity});
    }
    const Entity& entity = d_.entities[holder];
    steps.push_back({"coreference", std::string(SieveName(found.sieve)),
                     found.holder_mention,
                     "resolve: " + std::string(entity.name), stance->polarity});
    if (stance->holder != holder) {
      steps.push_back(
          {"actor", ActorId(stance->holder), found.holder_mention,
           "represents: " + std::string(d_.entities[stance->holder].name),
           stance->polarity});
    }
  }

  std::string ActorId(int32_t entity) const {
    const int32_t actor = d_.entities[entity].actor;
    return actor >= 0 ? v_.lexicon.actors[actor].id : std::string();
  }

  void SetTopic(const FoundStance& stance) {
    if (stance.target_entity >= 0) return;
    d_.topic = stance.target;
    d_.topic_text = stance.antecedent.empty() ? v_.TextOf(stance.target)
                                              : stance.antecedent;
    d_.topic_issue = stance.issue;
  }

  // "would accept X provided that C": C is supported too.
  void Conditions(Found& found) {
    for (const Clause& clause : v_.syntax.clauses) {
      if (clause.opener <= found.frame->group || clause.verb < 0) continue;
      if (clause.kind != ClauseKind::kSubordinate) continue;
      bool conditional = false;
      v_.ForEach(EntryKind::kModifier, v_.Head(clause.opener),
                 [&](const EntryRef& ref) {
                   conditional |= v_.lexicon.modifiers[ref.index].effect ==
                                  pb::MODIFIER_EFFECT_CONDITIONAL;
                 });
      if (!conditional) continue;
      Found condition = found;
      condition.factuality_override = pb::FACTUALITY_CONDITIONAL;
      condition.sense = pb::SENSE_DEMAND;
      Descend(condition, {TargetRef::Kind::kClause, clause.verb},
              pb::POLARITY_SUPPORTS, 0);
      return;
    }
  }

  // --- memory ---------------------------------------------------------------

  // Things that a text takes up again: "the bill", "the plan".
  void Remember(int32_t group) {
    if (!v_.Is(group, GroupKind::kNoun)) return;
    const Unit& head = v_.Head(group);
    if (!head.Has(pb::FUNCTION_ROLE_PROPOSAL)) return;
    const Group& g = v_.At(group);
    const bool modified = g.end - g.begin > 2 || g.possessor >= 0 ||
                          NounPhraseEnd(v_, group) > group;
    if (!modified && !d_.things.empty()) return;
    const TokenSpan span = TargetSpan(v_, {TargetRef::Kind::kNoun, group});
    const Mention mention = v_.Span(span.begin, span.end);
    d_.things.push_back({head.lemma, v_.TextOf(mention)});
    if (d_.topic.empty()) {
      d_.topic = mention;
      d_.topic_text = v_.TextOf(mention);
      d_.topic_issue = v_.FirstReading(EntryKind::kIssue, head);
    }
  }

  // Who was spoken of, for the pronouns of the sentences to come.
  void RememberMention(int32_t g) {
    {
      if (!v_.Is(g, GroupKind::kNoun) || !CanHold(v_, g)) return;
      const Unit& head = v_.Head(g);
      if (head.Is(kPronoun) && !head.Is(kProper)) return;
      if (head.Has(pb::FUNCTION_ROLE_QUANTITY) && !head.Is(kProper)) return;
      const Resolution who = Who(g, -1);
      if (who.entities.empty()) return;
      bool subject = false;
      for (const Clause& clause : v_.syntax.clauses) {
        if (clause.subject != g || clause.verb < 0) continue;
        if (v_.At(clause.verb).form == VerbForm::kFinite &&
            clause.kind != ClauseKind::kRelative) {
          subject = true;
        }
      }
      for (int32_t entity : who.entities) Touch(v_, entity, subject, &d_);
      if (v_.At(g).next_conjunct >= 0 && v_.At(g).first_conjunct < 0 &&
          subject) {
        EntityList list = who.entities;
        for (int32_t c = v_.At(g).next_conjunct; c >= 0;
             c = v_.At(c).next_conjunct) {
          if (!CanHold(v_, c)) continue;
          const Resolution other = Who(c, -1);
          for (int32_t entity : other.entities) list.push_back(entity);
        }
        if (list.size() >= 2) {
          d_.last_plural = list;
          d_.last_plural_sentence = v_.index;
        }
      }
    }
  }

  const SentenceView& v_;
  const FinderOptions& options_;
  Discourse& d_;
  FinderScratch& scratch_;
  Attribution& a_;
  std::vector<FoundStance>& out_;
  Analysis& analysis_;
};

}  // namespace

void FindStances(const SentenceView& view, const FinderOptions& options,
                 Discourse* discourse, FinderScratch* scratch,
                 std::vector<FoundStance>* stances, Analysis* analysis) {
  Finder(view, options, *discourse, *scratch, *stances, *analysis).Run();
}

}  // namespace stance
