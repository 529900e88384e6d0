// What a target is called: an issue, an actor, what a pronoun or "the plan"
// takes up.

#include <algorithm>

#include "service/engine/stance/emission.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/pronouns.h"
#include "service/engine/stance/renamed_things.h"
#include "service/engine/stance/targets.h"
#include "service/engine/stance/things.h"
#include "service/engine/stance/undone_events.h"

namespace stance {

namespace pb = lexicon::v1;

// Pronouns, actors, issues and "the plan". False where there is nothing that
// could be a target.
bool Emitter::NameTarget(const FiredFrame& fired, int32_t group,
                         FoundStance* stance) {
  const Unit& head = v_.Head(group);
  if (head.Is(kTime)) return false;
  // "in this decade or | the | next".
  if (head.IsArticle() && v_.Is(group + 1, GroupKind::kAdverb)) return false;
  if (Reciprocal(group)) {
    if (fired.holders.size() == 2) {
      stance->reciprocal = true;
      return true;
    }
    // "each side blamed | the other": nobody in particular.
    const Group& other = v_.At(group);
    if (head.Has(pb::FUNCTION_ROLE_INCLUSIVE) && other.end - other.begin == 2) {
      return false;
    }
  }
  if (const TargetRef thing = RenamedThing(v_, group)) {
    const TokenSpan span = TargetSpan(v_, thing);
    stance->antecedent = v_.TextOf(v_.Span(span.begin, span.end));
    if (head.Is(kPronoun | kNumberWord)) {
      stance->taken_up = stance->antecedent;
    }
    if (thing.kind == TargetRef::Kind::kNoun) {
      stance->issue = v_.FirstReading(EntryKind::kIssue, v_.Head(thing.group));
    }
    return true;
  }
  if (head.Is(kPronoun) && !head.Is(kProper)) {
    return IsDescribed(v_, group) || ClauseThatDescribes(v_, group) >= 0 ||
           NamePronoun(fired, group, stance);
  }
  const Group& g = v_.At(group);
  // A target that is nothing but a name is somebody.
  const bool bare = v_.At(group).possessor < 0;
  if (bare && head.Is(kProper)) {
    if (!CanHold(v_, group)) return true;  // "the Frivolous Lawsuits Bill"
    const Resolution& who = mentions_.Who(group, fired.speaker);
    if (!who.entities.empty()) stance->target_entity = who.entities[0];
    return true;
  }
  const int32_t issue = v_.FirstReading(EntryKind::kIssue, head);
  if (issue >= 0) {
    stance->issue = issue;
    return true;
  }
  if (head.Has(pb::FUNCTION_ROLE_ANAPHOR) &&
      head.MayBe(kNumberWord | kAdjective) && TakeUpMember(group, stance)) {
    return true;
  }
  // "the plan": what was named in full before.
  const bool definite = v_.units[g.begin].Has(pb::FUNCTION_ROLE_DEFINITE) ||
                        v_.units[g.begin].Has(pb::FUNCTION_ROLE_DEMONSTRATIVE);
  if (definite && g.end - g.begin == 2 &&
      (head.Has(pb::FUNCTION_ROLE_PROPOSAL) ||
       head.Has(pb::FUNCTION_ROLE_ANAPHOR))) {
    TakeUp(head, stance);
  }
  return true;
}

// "each other", "the other".
bool Emitter::Reciprocal(int32_t group) const {
  const Group& g = v_.At(group);
  for (uint32_t u = g.begin; u < g.end; ++u) {
    if (v_.units[u].Has(pb::FUNCTION_ROLE_RECIPROCAL)) return true;
  }
  return g.end - g.begin <= 2 &&
         v_.Head(group).Has(pb::FUNCTION_ROLE_INCLUSIVE);
}

// "Chile wants a levy and Peru opposes | one"; "… a levy and a quota, but
// prefers | the latter".
bool Emitter::TakeUpMember(int32_t group, FoundStance* stance) const {
  const Group& g = v_.At(group);
  const Unit& head = v_.Head(group);
  const bool one = head.MayBe(kNumberWord);
  if (v_.Is(group + 1, GroupKind::kPreposition) ||
      g.end - g.begin != (one ? 1 : 2)) {
    return false;
  }
  const Discourse::Thing* thing = LastThing(d_, v_.index, /*plural=*/false);
  if (thing == nullptr) return false;
  if (!one) {
    const Discourse::Thing* former = ThingBefore(d_, *thing);
    if (former == nullptr) return false;
    if (head.Has(pb::FUNCTION_ROLE_EARLIER)) thing = former;
  }
  stance->antecedent = thing->text;
  stance->taken_up = thing->last_text;
  stance->issue = thing->issue;
  return true;
}

void Emitter::TakeUp(const Unit& head, FoundStance* stance) const {
  const Discourse::Thing* thing = ThingWithHead(d_, head.lemma);
  // "said the plan was unfair": spoken of right here for the first time.
  const Discourse::Thing* here = nullptr;
  if (thing != nullptr && thing->count == 1 &&
      thing->first_sentence == v_.index) {
    here = thing;
    thing = nullptr;
  }
  // "the plan" may be a levy, "the strike" is none.
  if (thing == nullptr && head.Has(pb::FUNCTION_ROLE_ANAPHOR)) {
    thing = TopicAt(d_, v_.index, here);
    // "wary of the levy and opposed to the plan": two things.
    if (thing != nullptr && thing->first_sentence == v_.index) return;
  }
  if (thing != nullptr) stance->antecedent = thing->text;
}

// "said Ana Reyes, | referring to the levy", "speaking of it": the noun group
// that the gerund at `verb` says it is about; -1 for none.
static int32_t ReferredTo(const SentenceView& view, int32_t verb) {
  if (!view.Is(verb, GroupKind::kVerb) ||
      view.At(verb).form != VerbForm::kGerund) {
    return -1;
  }
  const Unit& head = view.Head(verb);
  const uint32_t last = view.text.tokens[head.end - 1].word;
  if (head.end - head.begin < 2 ||
      !(view.lexicon.Word(last).classes & (kPreposition | kTo)) ||
      head.Has(pb::FUNCTION_ROLE_ACCORDING) ||
      view.FindCue(head, pb::WORD_CLASS_VERB, [](const CueEntry& cue) {
        return cue.polarity != pb::POLARITY_UNSPECIFIED;
      }) != nullptr) {
    return -1;
  }
  const int32_t noun = ObjectOf(view, verb);
  return noun >= 0 && view.Is(noun, GroupKind::kNoun) && !CanHold(view, noun)
             ? noun
             : -1;
}

int32_t Emitter::SaidOf(const FiredFrame& fired) const {
  if (fired.speaker < 0) return -1;
  for (const Report& report : a_.reports) {
    if (report.entity != fired.speaker || !report.postposed) continue;
    for (const int32_t of : {report.verb + 1, report.subject + 1}) {
      if (!v_.Is(of, GroupKind::kPreposition) ||
          !v_.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE)) {
        continue;
      }
      const int32_t noun = ObjectOf(v_, of);
      if (noun >= 0 && v_.Is(noun, GroupKind::kNoun) && !CanHold(v_, noun)) {
        return noun;
      }
    }
    constexpr int32_t kReach = 9;
    const int32_t last = std::max(report.verb, report.subject);
    for (int32_t i = last + 1; i < last + kReach; ++i) {
      if (!v_.Is(i, GroupKind::kComma)) continue;
      if (const int32_t noun = ReferredTo(v_, i + 1); noun >= 0) return noun;
    }
  }
  return -1;
}

int32_t Emitter::FrontedTopic() const {
  if (const int32_t noun = ReferredTo(v_, 0); noun >= 0) return noun;
  int32_t p = v_.Is(0, GroupKind::kQuote) ? 1 : 0;
  if (!v_.Is(p, GroupKind::kPreposition)) return -1;
  if (v_.Head(p).Has(pb::FUNCTION_ROLE_AS) &&
      v_.Is(p + 1, GroupKind::kPreposition)) {
    ++p;
  } else if (!v_.Head(p).Has(pb::FUNCTION_ROLE_GENITIVE)) {
    return -1;
  }
  const int32_t noun = ObjectOf(v_, p);
  if (noun < 0 || !v_.Is(noun, GroupKind::kNoun) || CanHold(v_, noun)) {
    return -1;
  }
  int32_t end = noun + 1;
  while (end < noun + 5 && v_.Is(end, GroupKind::kPreposition) &&
         v_.Is(end + 1, GroupKind::kNoun)) {
    end += 2;
  }
  return v_.Is(end, GroupKind::kComma) ? noun : -1;
}

bool Emitter::TakeUpHere(const FiredFrame& fired, FoundStance* stance) const {
  if (out_.size() < 2) return false;
  const FoundStance& last = out_[out_.size() - 2];
  if (last.sentence_index != v_.index || last.target.part != v_.part ||
      last.cue.end > stance->cue.begin ||
      std::find(fired.holders.begin(), fired.holders.end(), last.holder) !=
          fired.holders.end()) {
    return false;
  }
  stance->antecedent =
      last.antecedent.empty() ? v_.TextOf(last.target) : last.antecedent;
  stance->taken_up = stance->antecedent;
  stance->issue = last.issue;
  stance->target_entity = last.target_entity;
  return true;
}

int32_t Emitter::LastPeople(const FiredFrame& fired) const {
  constexpr uint32_t kBefore = 1;
  for (size_t i = d_.recent.size(); i-- > 0;) {
    const Discourse::Recent& recent = d_.recent[i];
    if (v_.index > recent.sentence + kBefore) break;
    if (!recent.subject || !d_.entities[recent.entity].plural) continue;
    const auto& holders = fired.holders;
    if (std::find(holders.begin(), holders.end(), recent.entity) ==
        holders.end()) {
      return recent.entity;
    }
  }
  return -1;
}

bool Emitter::NamePronoun(const FiredFrame& fired, int32_t group,
                          FoundStance* stance) {
  const Unit& head = v_.Head(group);
  if (head.Has(pb::FUNCTION_ROLE_MASCULINE) ||
      head.Has(pb::FUNCTION_ROLE_FEMININE)) {
    // "thanked him" is never of oneself.
    const EntityList who =
        ResolvePronoun(v_, head, fired.speaker, d_, fired.holders);
    if (who.empty()) return false;
    stance->target_entity = who[0];
    return true;
  }
  const bool plural = head.Has(pb::FUNCTION_ROLE_THIRD_PLURAL);
  if (plural || head.Has(pb::FUNCTION_ROLE_NEUTER) ||
      head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) {
    int32_t topic = SaidOf(fired);
    if (topic < 0) topic = FrontedTopic();
    if (topic >= 0) {
      const TokenSpan span = TargetSpan(v_, {TargetRef::Kind::kNoun, topic});
      stance->antecedent = v_.TextOf(v_.Span(span.begin, span.end));
      stance->taken_up = stance->antecedent;
      stance->issue = v_.FirstReading(EntryKind::kIssue, v_.Head(topic));
      return true;
    }
    if (head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) &&
        TakeUpHere(fired, stance)) {
      return true;
    }
    if (const std::string_view undone = UndoneBefore(d_, v_.index);
        !undone.empty() && !plural && v_.part != Part::kTitle &&
        (head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) ||
         // "It is a sad day".
         ReactsToEvents(v_.lexicon.cues[fired.frame->cue]))) {
      stance->antecedent = stance->taken_up = undone;
      return true;
    }
    const Discourse::Thing* thing = v_.part == Part::kTitle
                                        ? ThingOfTitle(d_, plural)
                                        : LastThing(d_, v_.index, plural);
    if (plural && !head.Is(kPossessivePronoun) &&
        (thing == nullptr || thing == &d_.central)) {
      if (const int32_t people = LastPeople(fired); people >= 0) {
        stance->target_entity = people;
        return true;
      }
    }
    if (thing == nullptr) {
      if (!plural) return false;
      // "was wary of the hauliers … now backs them".
      const EntityList who =
          ResolvePronoun(v_, head, /*speaker=*/-1, d_, fired.holders);
      if (who.size() != 1 || !d_.entities[who[0]].plural ||
          (d_.entities[who[0]].agent < 0 && d_.entities[who[0]].actor < 0)) {
        return false;
      }
      stance->target_entity = who[0];
      return true;
    }
    stance->antecedent = thing->text;
    stance->taken_up = thing->last_text;
    stance->issue = thing->issue;
    KeepInMind(*thing);
    return true;
  }
  return false;
}

void Emitter::KeepInMind(const Discourse::Thing& thing) {
  if (v_.part == Part::kTitle) return;
  Discourse::Thing& kept =
      &thing == &d_.central
          ? d_.central
          : d_.things[static_cast<size_t>(&thing - d_.things.data())];
  kept.last_sentence = v_.index;
}

}  // namespace stance
