#include "service/engine/stance/mention_parts.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool IsArticle(const Unit& unit) {
  return unit.Has(pb::FUNCTION_ROLE_DEFINITE) ||
         unit.Has(pb::FUNCTION_ROLE_INDEFINITE) ||
         (unit.Is(kDeterminer) && unit.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) ||
         unit.Is(kPossessivePronoun);
}

bool Better(FormKind a, FormKind b) {
  const auto rank = [](FormKind form) {
    switch (form) {
      case FormKind::kName:
        return 0;
      case FormKind::kMetonym:
        return 1;
      case FormKind::kAdjective:
        return 2;
      default:
        return 3;
    }
  };
  return rank(a) < rank(b);
}

// "Greenpeace | UK": a body, and where it sits.
bool IsBranchOf(const SentenceView& view, int32_t body, int32_t place) {
  const pb::ActorKind kind = view.lexicon.actors[body].kind;
  const pb::ActorKind where = view.lexicon.actors[place].kind;
  return (where == pb::ACTOR_KIND_COUNTRY || where == pb::ACTOR_KIND_PLACE) &&
         (kind == pb::ACTOR_KIND_ORGANIZATION ||
          kind == pb::ACTOR_KIND_COMPANY);
}

bool IsPersonActor(const SentenceView& view, int32_t actor) {
  return view.lexicon.actors[actor].kind == pb::ACTOR_KIND_PERSON;
}

uint32_t FirstUnit(const SentenceView& view, int32_t group) {
  int32_t first = view.FirstOfPossessors(group);
  uint32_t begin = view.At(first).begin;
  const uint32_t end = view.At(group).end;
  // Also "(up) to 90 inmates".
  while (begin + 1 < end &&
         (IsArticle(view.units[begin]) || view.units[begin].MayBe(kTo))) {
    ++begin;
  }
  return begin;
}

// The lexicon actor that the group belongs to: its possessor, or "of X" after
// it.
int32_t BodyAround(const SentenceView& view, int32_t group) {
  const int32_t possessor = view.At(group).possessor;
  if (possessor >= 0) {
    const int32_t actor = ActorOf(view, possessor);
    if (actor >= 0) return actor;
    const Unit& head = view.Head(possessor);
    if (head.Is(kPronoun)) return -1;
  }
  const int32_t genitive = GenitiveOf(view, group);
  return genitive >= 0 ? ActorOf(view, genitive) : -1;
}

// What a unit of the group adds to the parts: its head, a name, an entry.
inline void ReadPart(const SentenceView& view, int32_t group, uint32_t u,
                     MentionParts* parts) {
  const Unit& unit = view.units[u];
  const bool ends = u == view.At(group).head;
  int32_t actor = -1;
  FormKind form{};
  int32_t agent = -1;
  if (unit.Reads(EntryKind::kActor) || unit.Reads(EntryKind::kAgent)) {
    ForEachReading(view.lexicon, view.matches[unit.match],
                   [&](const EntryRef& ref) {
                     if (ref.kind == EntryKind::kAgent && agent < 0) {
                       agent = static_cast<int32_t>(ref.index);
                     }
                     if (ref.kind == EntryKind::kActor &&
                         ref.form != FormKind::kDescription &&
                         (actor < 0 || Better(ref.form, form))) {
                       actor = static_cast<int32_t>(ref.index);
                       form = ref.form;
                     }
                   });
  }
  if (actor >= 0 && u + 1 < view.At(group).end &&
      (form == FormKind::kAdjective || form == FormKind::kMetonym ||
       !IsPersonActor(view, actor))) {
    // "Chinese …", "EU …", "Kremlin …": names its body, unless the group ends
    // here.
    parts->country = actor;
    if (!ends) return;
  }
  if (agent >= 0 && unit.Is(kAnyNoun)) {
    parts->agent_unit = static_cast<int32_t>(u);
    parts->agent = agent;
  } else if (actor >= 0 && ends && parts->country >= 0 &&
             IsBranchOf(view, parts->country, actor)) {
    parts->name_unit = static_cast<int32_t>(u);
    parts->actor = parts->country;
    parts->form = FormKind::kName;
  } else if (actor >= 0 && (unit.Is(kProper | kAnyNoun) || ends)) {
    parts->name_unit = static_cast<int32_t>(u);
    parts->actor = actor;
    parts->form = form;
  } else if (unit.name || (unit.Is(kProper) && actor < 0) ||
             (ends && parts->name_unit + 1 == static_cast<int32_t>(u) &&
              IsNamed(view, group))) {
    // Also "Nauru Ventures": a common noun that ends the name.
    parts->name_unit = static_cast<int32_t>(u);
    parts->actor = -1;
  } else if (ends && parts->name_unit >= 0 && unit.Is(kAnyNoun)) {
    // A common noun heads the group: "Teamsters drivers".
    parts->name_unit = -1;
  }
}

}  // namespace

bool IsPersonRole(pb::AgentRole role) {
  return role == pb::AGENT_ROLE_OFFICIAL || role == pb::AGENT_ROLE_INDIVIDUAL ||
         role == pb::AGENT_ROLE_EXECUTIVE;
}

int32_t ActorOf(const SentenceView& view, int32_t group) {
  int32_t actor = -1;
  view.ForEach(EntryKind::kActor, view.Head(group), [&](const EntryRef& ref) {
    if (actor < 0 && ref.form != FormKind::kDescription) {
      actor = static_cast<int32_t>(ref.index);
    }
  });
  return actor;
}

int32_t Possessed(const SentenceView& view, int32_t group) {
  while (view.Is(group + 2, GroupKind::kNoun) &&
         view.At(group + 2).possessor == group) {
    group += 2;
  }
  return group;
}

Mention MentionPhrase(const SentenceView& view, int32_t group) {
  uint32_t begin = FirstUnit(view, group);
  const uint32_t end = view.At(group).end;
  return view.Span(view.units[begin].begin, view.units[end - 1].end);
}

MentionParts AnalyseMention(const SentenceView& view, int32_t group) {
  MentionParts parts;
  const Group& g = view.At(group);
  for (uint32_t u = g.begin; u < g.end; ++u) {
    const Unit& unit = view.units[u];
    parts.definite |=
        unit.Has(pb::FUNCTION_ROLE_DEFINITE) || unit.Is(kPossessivePronoun);
    if (u == g.head || unit.name || unit.Is(kProper) ||
        unit.Reads(EntryKind::kActor) || unit.Reads(EntryKind::kAgent)) {
      ReadPart(view, group, u, &parts);
    }
  }
  if (parts.country < 0 && parts.agent >= 0) {
    parts.country = BodyAround(view, group);
  }
  return parts;
}

bool IsSomewhere(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kPreposition)) return false;
  const Unit& word = view.Head(group);
  return word.Has(pb::FUNCTION_ROLE_IN) ||
         (word.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
          !word.Has(pb::FUNCTION_ROLE_GENITIVE) &&
          !word.Has(pb::FUNCTION_ROLE_PASSIVE_AGENT));
}

bool HasNameBeforeRole(const SentenceView& view, int32_t group,
                       const MentionParts& parts) {
  const Group& g = view.At(group);
  for (uint32_t u = g.begin; u < static_cast<uint32_t>(parts.agent_unit); ++u) {
    const Unit& unit = view.units[u];
    if (unit.name) return true;
    if (unit.Is(kProper) && !unit.Reads(EntryKind::kActor)) return true;
  }
  return false;
}

namespace {

// "voters | over | 65".
bool IsOfAge(const SentenceView& view, int32_t group) {
  return view.At(group).plural && view.Is(group + 2, GroupKind::kNoun) &&
         view.Head(group + 2).Is(kNumberWord) &&
         !view.Head(group + 2).Is(kTime) &&
         !view.Head(group + 1).Has(pb::FUNCTION_ROLE_IN) &&
         !view.Head(group + 1).Reads(EntryKind::kCue);
}

}  // namespace

Mention WithPhrase(const SentenceView& view, int32_t group, Mention mention) {
  int32_t genitive = GenitiveOf(view, group);
  // "the mayor of Lund's | support": theirs, and no part of them.
  if (genitive >= 0 && view.At(genitive).possessor >= 0 &&
      !CanHold(view, genitive)) {
    genitive = view.At(genitive).possessor;
  }
  if (genitive >= 0) {
    mention.end =
        view.Span(view.FirstToken(genitive), view.EndToken(genitive)).end;
  } else if (IsOfAge(view, group)) {
    mention.end =
        view.Span(view.FirstToken(group + 2), view.EndToken(group + 2)).end;
  }
  return mention;
}

bool IsTheCountry(const SentenceView& view, int32_t group) {
  const Group& g = view.At(group);
  return g.end - g.begin == 2 && !g.plural && g.possessor < 0 &&
         view.Head(group).Has(pb::FUNCTION_ROLE_COUNTRY_NOUN) &&
         view.units[g.begin].Has(pb::FUNCTION_ROLE_DEFINITE) && g.clause >= 0 &&
         view.ClauseOf(group).subject == group;
}

bool IsCounted(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  if (head.Has(pb::FUNCTION_ROLE_QUANTITY)) return true;
  return view.Is(group + 1, GroupKind::kPreposition) &&
         view.Head(group + 1).Has(pb::FUNCTION_ROLE_GENITIVE) &&
         // "none of the parties".
         head.Is(kNumberWord | kQuantifier | kNegation) &&
         view.Is(group + 2, GroupKind::kNoun);
}

bool HasPersonSuffix(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  return head.Is(kNounPlural) && head.Has(pb::FUNCTION_ROLE_PERSON_SUFFIX);
}

bool IsNamed(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  if (head.Is(kProper)) return true;
  const Group& g = view.At(group);
  if ((view.text.tokens[head.begin].shape & kCapitalised) == 0) return false;
  for (uint32_t u = g.begin; u < g.head; ++u) {
    const Unit& unit = view.units[u];
    if (unit.name || unit.Is(kProper)) return true;
  }
  return false;
}

}  // namespace stance
