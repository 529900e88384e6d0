#include "service/engine/stance/named_members.h"

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/targets.h"

namespace stance {

namespace pb = lexicon::v1;

namespace {

int32_t BeforePredicate(const SentenceView& view, int32_t noun) {
  noun = view.FirstOfPossessors(noun);
  int32_t before = noun - 1;
  while (view.Is(before, GroupKind::kAdverb)) --before;
  return before;
}

// "Among | the critics", "Foremost | among | the critics".
bool OpensAmong(const SentenceView& view, int32_t preposition) {
  const bool opens = preposition == 0 ||
                     (preposition == 1 && (view.Is(0, GroupKind::kAdjective) ||
                                           view.Is(0, GroupKind::kAdverb)));
  return opens &&
         view.Head(preposition).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION);
}

// "counts | herself | among the critics": a pronoun that may stand beside its
// noun as an adverb does.
bool IsReflexive(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kNoun) &&
      !view.Is(group, GroupKind::kAdverb)) {
    return false;
  }
  constexpr uint32_t kBoth = kPronoun | kAdverb;
  const Unit& head = view.Head(group);
  return (view.lexicon.Word(head.word).classes & kBoth) == kBoth &&
         (head.Has(pb::FUNCTION_ROLE_MASCULINE) ||
          head.Has(pb::FUNCTION_ROLE_FEMININE) ||
          head.Has(pb::FUNCTION_ROLE_NEUTER) ||
          head.Has(pb::FUNCTION_ROLE_THIRD_PLURAL));
}

}  // namespace

int32_t SubjectOfPredicate(const SentenceView& view, int32_t noun) {
  const int32_t verb = BeforePredicate(view, noun);
  if (!view.Is(verb, GroupKind::kVerb) || !view.At(verb).copula) return -1;
  const int32_t subject = view.ClauseOf(verb).subject;
  const bool before = subject >= 0 && subject < verb;
  return before && view.Is(subject, GroupKind::kNoun) ? subject : -1;
}

bool IsClefted(const SentenceView& view, int32_t noun) {
  const int32_t subject = SubjectOfPredicate(view, noun);
  int32_t first = view.FirstOfPossessors(noun);
  return subject >= 0 && view.Head(subject).Has(pb::FUNCTION_ROLE_NEUTER) &&
         !view.units[view.At(first).begin].Has(pb::FUNCTION_ROLE_INDEFINITE);
}

int32_t EquatedSubject(const SentenceView& view, int32_t group) {
  for (int steps = 0; steps < 3 && group > 0; ++steps) {
    const int32_t before = BeforePredicate(view, group);
    if (view.Is(before, GroupKind::kVerb)) {
      const int32_t subject = SubjectOfPredicate(view, group);
      return subject >= 0 && CanHold(view, subject) ? subject : -1;
    }
    if (!view.Is(before, GroupKind::kPreposition)) return -1;
    const Unit& preposition = view.Head(before);
    if (preposition.Has(pb::FUNCTION_ROLE_GENITIVE) &&
        view.Is(before - 1, GroupKind::kNoun) &&
        view.Head(before - 1).Is(kNumberWord | kPronoun)) {
      group = before - 1;
    } else if (preposition.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION)) {
      if (IsReflexive(view, before - 1) &&
          view.Is(before - 2, GroupKind::kVerb)) {
        const int32_t subject = view.ClauseOf(before - 2).subject;
        return subject >= 0 && CanHold(view, subject) ? subject : -1;
      }
      group = before;
    } else {
      return -1;
    }
  }
  return -1;
}

int32_t EquatedMembers(const SentenceView& view, int32_t group) {
  int32_t verb = -1;  // "are", "include"
  const Clause& clause = view.ClauseOf(group);
  if (clause.subject == group && clause.verb > group) {
    verb = clause.verb;
  } else if (OpensAmong(view, view.At(group).preposition)) {
    for (int32_t i = group + 1; i < view.syntax.size(); ++i) {
      if (view.Is(i, GroupKind::kBreak)) break;
      if (!view.Is(i, GroupKind::kVerb) || !view.At(i).copula) continue;
      verb = i;
      // "Among those who | are wary of it | is Chile".
      if (!view.Is(i - 1, GroupKind::kRelative)) break;
    }
  }
  if (verb < 0 || (!view.At(verb).copula &&
                   !view.Head(verb).Has(pb::FUNCTION_ROLE_INCLUDING))) {
    return -1;
  }
  const int32_t members = ObjectOf(view, verb);
  return members >= 0 && view.Is(members, GroupKind::kNoun) &&
                 (view.Head(members).Is(kProper) ||
                  ((view.At(group).preposition >= 0 || !view.At(verb).copula) &&
                   CanHold(view, members)))
             ? members
             : -1;
}

int32_t NamedOne(const SentenceView& view, int32_t group) {
  if (!view.Head(group).Is(kNumberWord | kQuantifier | kPronoun)) return -1;
  int32_t comma = group + 1;
  if (view.Is(comma, GroupKind::kPreposition) &&
      view.Head(comma).Has(pb::FUNCTION_ROLE_GENITIVE)) {
    comma += 2;
  }
  const int32_t name = comma + 1;
  if (!view.Is(comma, GroupKind::kComma) || !view.Is(name, GroupKind::kNoun) ||
      !view.Head(name).Is(kProper)) {
    return -1;
  }
  // "One of them, Peru said, …".
  return view.Is(name + 1, GroupKind::kComma) ||
                 view.Is(name + 1, GroupKind::kPreposition)
             ? name
             : -1;
}

namespace {

// "The only director to resist it, | Ann Roe, has quit": the name that is set
// off behind the deed; -1 for none.
int32_t NameBehindDeed(const SentenceView& view, int32_t group) {
  constexpr int32_t kFarthest = 8;
  int32_t comma = group + 2;
  while (comma < group + kFarthest &&
         (view.Is(comma, GroupKind::kNoun) ||
          view.Is(comma, GroupKind::kPreposition) ||
          view.Is(comma, GroupKind::kAdverb))) {
    ++comma;
  }
  const bool name = view.Is(comma, GroupKind::kComma) &&
                    view.Is(comma + 1, GroupKind::kNoun) &&
                    view.Head(comma + 1).Is(kProper) &&
                    view.Is(comma + 2, GroupKind::kComma);
  return name ? comma + 1 : -1;
}

}  // namespace

int32_t NamedByDeed(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kNoun) ||
      !view.units[view.At(group).begin].Has(pb::FUNCTION_ROLE_DEFINITE)) {
    return -1;
  }
  const int32_t name = group - 2;
  if (view.Is(group - 1, GroupKind::kComma) &&
      view.Is(name, GroupKind::kNoun) && view.Head(name).Is(kProper) &&
      view.At(group).first_conjunct < 0) {
    // "In Peru, the first to back it were nurses": where they were.
    if (view.At(name).preposition == 0) return -1;
    const int32_t first = view.At(name).first_conjunct;
    return view.At(group).plural && first >= 0 ? first : name;
  }
  const int32_t behind = NameBehindDeed(view, group);
  return behind >= 0 ? behind : EquatedMembers(view, group);
}

int32_t NamedMembers(const SentenceView& view, int32_t group) {
  const Group& g = view.At(group);
  if (g.first_conjunct >= 0 &&
      view.units[g.begin].Has(pb::FUNCTION_ROLE_INCLUSIVE)) {
    return g.first_conjunct;
  }
  for (int32_t i = group + 1; i < view.syntax.size() && i < group + 8; ++i) {
    const Unit& head = view.Head(i);
    switch (view.At(i).kind) {
      case GroupKind::kVerb:
        return head.Has(pb::FUNCTION_ROLE_INCLUDING) &&
                       view.ClauseOf(i).subject == group
                   ? ObjectOf(view, i)
                   : -1;
      case GroupKind::kPreposition:
        if (head.Has(pb::FUNCTION_ROLE_INCLUDING) ||
            (head.Has(pb::FUNCTION_ROLE_AS) &&
             view.units[view.At(i).begin - 1].Is(kDeterminer | kAdjective))) {
          return ObjectOf(view, i);
        }
        continue;
      case GroupKind::kNoun:
      case GroupKind::kOther:
      case GroupKind::kComma:
      case GroupKind::kAdverb:
      case GroupKind::kAdjective:
        continue;
      default:
        return -1;
    }
  }
  return -1;
}

}  // namespace stance
