// Noun groups that hold a role: offices, bodies, groups of people.

#include <algorithm>

#include "absl/strings/ascii.h"
#include "service/engine/stance/body_names.h"
#include "service/engine/stance/pronouns.h"
#include "service/engine/stance/resolver.h"
#include "service/engine/stance/spokesmen.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How far back (in sentences) a bare role may look.
constexpr uint32_t kRoleReach = 12;

// "the ministry" for "foreign ministry", "the minister" for "prime minister".
bool SameHead(std::string_view full, std::string_view bare) {
  if (full.size() <= bare.size()) return false;
  const char before = full[full.size() - bare.size() - 1];
  return (before == ' ' || before == '-') &&
         full.substr(full.size() - bare.size()) == bare;
}

// Whole, in any case.
bool HasWord(std::string_view name, std::string_view word) {
  const auto same = [](char a, char b) {
    return absl::ascii_tolower(a) == absl::ascii_tolower(b);
  };
  size_t at = 0;
  while (at < name.size()) {
    const size_t end = std::min(name.find(' ', at), name.size());
    if (std::equal(name.begin() + at, name.begin() + end, word.begin(),
                   word.end(), same)) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

// "The urban mayors" after "rural mayors": words before the role tell which
// ones are meant, and the name of those spoken of before has none of them.
bool IsToldApart(const SentenceView& view, int32_t group, int32_t agent_unit,
                 std::string_view name) {
  const Group& g = view.At(group);
  bool apart = false;
  for (uint32_t u = g.begin; u < static_cast<uint32_t>(agent_unit); ++u) {
    const Unit& unit = view.units[u];
    if (!unit.Is(kAdjective | kAnyNoun | kProper)) continue;
    if (HasWord(name, view.TextOf(view.UnitSpan(u)))) return false;
    apart = true;
  }
  return apart;
}

}  // namespace

// "the Civic Alliance": a name that a role noun for a body ends.
static bool NamesBody(const SentenceView& view, int32_t group) {
  const MentionParts parts = AnalyseMention(view, group);
  return parts.agent >= 0 && parts.name_unit >= 0 &&
         parts.name_unit < parts.agent_unit &&
         !IsPersonRole(view.lexicon.agents[parts.agent].role);
}

void Resolver::Role(int32_t group, const MentionParts& parts,
                    Resolution* result) {
  const AgentEntry& role = lexicon_.agents[parts.agent];
  const Unit& unit = v_.units[parts.agent_unit];
  const Group& g = v_.At(group);
  const bool ends = static_cast<uint32_t>(parts.agent_unit) == g.head;
  const bool capitalised =
      (v_.text.tokens[unit.begin].shape & kCapitalised) != 0;
  // "Quinpool Road Business Association": a name that a role noun ends.
  const bool named = capitalised && ends &&
                     HasNameBeforeRole(v_, group, parts) &&
                     role.role != pb::AGENT_ROLE_OFFICIAL;
  // "the Association of Hospital Cooks": one that it begins.
  const int32_t last = capitalised && !IsPersonRole(role.role)
                           ? EndOfBodyName(v_, group, parts)
                           : -1;
  if (named || last >= 0) {
    if (last >= 0) {
      result->mention.end = v_.Span(v_.FirstToken(last), v_.EndToken(last)).end;
    } else if (v_.Is(group + 2, GroupKind::kNoun) &&
               v_.Head(group + 2).Is(kProper)) {
      // "Seafood Exporters Association of India".
      result->mention = WithOfPhrase(v_, group, result->mention);
    }
    const std::string_view words = v_.TextOf(result->mention);
    int32_t entity = e_.FindByName(words, &result->sieve);
    if (entity < 0) {
      entity = e_.Add(words, result->mention);
      d_.entities[entity].kind = pb::ACTOR_KIND_ORGANIZATION;
      e_.SetAgent(entity, parts.agent);
    }
    result->sieve = Sieve::kName;
    result->entities.push_back(entity);
    return;
  }
  const int32_t apposition = g.apposition;
  // "Two parties, the Civic Alliance and the Unified Democrats,": bodies that a
  // role noun names.
  if (apposition >= 0 && IsNamed(v_, apposition) &&
      (g.plural ? v_.At(apposition).next_conjunct >= 0
                : !IsPersonRole(role.role) && NamesBody(v_, apposition))) {
    NamedToo(apposition, result);
    if (!result->entities.empty()) {
      result->mention = MentionPhrase(v_, apposition);
      result->sieve = Sieve::kName;
      return;
    }
  }
  // A person who is named in apposition is that person.
  if (apposition >= 0 && v_.Is(apposition, GroupKind::kNoun)) {
    const MentionParts other = AnalyseMention(v_, apposition);
    if (other.name_unit >= 0 && other.name_unit > other.agent_unit) {
      result->mention = MentionPhrase(v_, apposition);
      Named(apposition, other, result);
      GiveRole(result->entities[0], parts.agent, parts.country, group);
      if (g.plural) NamedToo(v_.At(apposition).next_conjunct, result);
      return;
    }
  }
  // "Ana Reyes, | a nurse,": who was named right before.
  const int32_t name = RenamedBy(v_, group);
  if (name >= 0 && IsNamed(v_, name)) {
    Resolve(name, result);
    if (!result->entities.empty()) return;
  }
  // "The Biden administration": what its head speaks for.
  if (role.role == pb::AGENT_ROLE_BODY && parts.actor >= 0 &&
      lexicon_.actors[parts.actor].kind == pb::ACTOR_KIND_PERSON) {
    const int32_t head = e_.OfActor(parts.actor, result->mention);
    if (d_.entities[head].represents >= 0) {
      result->sieve = Sieve::kOffice;
      result->entities.push_back(d_.entities[head].represents);
      return;
    }
  }
  if (g.plural && BodiesIn(group, result) &&
      (role.role == pb::AGENT_ROLE_BODY ||
       (role.role == pb::AGENT_ROLE_OFFICIAL && result->entities.size() > 1))) {
    return;
  }
  result->entities.clear();
  if (role.role == pb::AGENT_ROLE_BODY ||
      role.role == pb::AGENT_ROLE_OFFICIAL) {
    if (parts.country >= 0 && !g.plural) {
      const int32_t principal =
          e_.OfActor(e_.Principal(parts.country), result->mention);
      result->sieve = Sieve::kOffice;
      if (role.role == pb::AGENT_ROLE_BODY) {
        d_.body_agent = parts.agent;
        d_.body_of = principal;
        result->entities.push_back(principal);
        return;
      }
      const int32_t entity = RoleEntity(group, parts, result->mention);
      d_.entities[entity].represents = principal;
      result->entities.push_back(entity);
      return;
    }
  }
  // "its minister" is not the minister who was spoken of last.
  const bool owned = v_.units[g.begin].Is(kPossessivePronoun);
  if ((parts.definite || g.possessor >= 0) && parts.country < 0 && !owned) {
    const int32_t entity = ByRole(parts.agent, g.plural);
    if (entity >= 0 && !(g.plural && IsToldApart(v_, group, parts.agent_unit,
                                                 d_.entities[entity].name))) {
      result->sieve = Sieve::kRole;
      result->entities.push_back(entity);
      return;
    }
  }
  // "Peru's health ministry … the ministry".
  if (parts.definite && parts.country < 0 && !g.plural && !owned &&
      g.possessor < 0 && d_.body_of >= 0 && g.end - g.begin == 2 &&
      (d_.body_agent == parts.agent ||
       SameHead(lexicon_.agents[d_.body_agent].lemma, role.lemma))) {
    result->sieve = Sieve::kRole;
    result->entities.push_back(d_.body_of);
    return;
  }
  // "The analyst": whoever spoke last.
  if (role.describes == pb::ACTOR_KIND_PERSON && parts.country < 0 && !owned &&
      TheSpeaker(group, parts, result)) {
    return;
  }
  // "The bloc", "the company": somebody named before, if it can be.
  if (parts.country < 0 && g.possessor < 0 && !owned &&
      GenitiveOf(v_, group) < 0 &&
      (role.role == pb::AGENT_ROLE_BODY || role.role == pb::AGENT_ROLE_GROUP) &&
      (Described(group, parts, result) || OfKind(group, parts, result))) {
    return;
  }
  const int32_t entity = RoleEntity(group, parts, result->mention);
  result->sieve = Sieve::kGroup;
  result->entities.push_back(entity);
  return;
}

// "The sponsors, Chad and Peru, agreed": the rest of the list.
void Resolver::NamedToo(int32_t group, Resolution* result) {
  for (int32_t g = group; g >= 0; g = v_.At(g).next_conjunct) {
    if (!IsNamed(v_, g)) return;
    Resolution other;
    Resolve(g, &other);
    for (const int32_t entity : other.entities) {
      result->entities.push_back(entity);
    }
  }
}

bool Resolver::BodiesIn(int32_t group, Resolution* result) {
  if (!v_.Is(group + 1, GroupKind::kPreposition) ||
      !v_.Is(group + 2, GroupKind::kNoun)) {
    return false;
  }
  for (int32_t g = group + 2; g >= 0; g = v_.At(g).next_conjunct) {
    const int32_t actor = ActorOf(v_, g);
    if (actor < 0 || lexicon_.actors[actor].kind != pb::ACTOR_KIND_COUNTRY) {
      break;
    }
    result->entities.push_back(e_.OfActor(actor, MentionPhrase(v_, g)));
  }
  result->sieve = Sieve::kOffice;
  return !result->entities.empty();
}

int32_t Resolver::RoleEntity(int32_t group, const MentionParts& parts,
                             const Mention& mention) {
  const Mention phrase = WithOfPhrase(v_, group, mention);
  const std::string_view words = v_.TextOf(phrase);
  const int32_t known = e_.FindExactly(words, /*unlisted=*/true);
  if (known >= 0) return known;
  const AgentEntry& role = lexicon_.agents[parts.agent];
  const int32_t entity = e_.Add(words, phrase);
  e_.SetAgent(entity, parts.agent);
  Entity& e = d_.entities[entity];
  e.gender = role.gender;
  e.plural = v_.At(group).plural || role.collective;
  e.person = !e.plural && IsPersonRole(role.role);
  e.kind = e.person                            ? pb::ACTOR_KIND_PERSON
           : role.role == pb::AGENT_ROLE_GROUP ? pb::ACTOR_KIND_GROUP
                                               : pb::ACTOR_KIND_ORGANIZATION;
  if (e.person) e.owner = OwnerOf(group);
  if (e.person || SentBy(v_, group) >= 0) {
    const int32_t body = parts.country;
    GiveRole(entity, parts.agent, body, group);
  }
  return entity;
}

int32_t Resolver::OwnerOf(int32_t group) const {
  const Unit& first = v_.units[v_.At(group).begin];
  if (!first.Is(kPossessivePronoun)) return -1;
  const EntityList owners = ResolvePronoun(v_, first, speaker_, d_);
  return owners.size() == 1 && d_.entities[owners[0]].person ? owners[0] : -1;
}

int32_t Resolver::ByRole(int32_t agent, bool plural) const {
  const std::string_view lemma = lexicon_.agents[agent].lemma;
  if (!d_.index.roles.MayHave(lemma)) return -1;
  const uint32_t now = v_.index;
  for (size_t i = d_.recent.size(); i-- > 0;) {
    const Discourse::Recent& recent = d_.recent[i];
    const Entity& entity = d_.entities[recent.entity];
    if (entity.plural != plural) continue;
    if (entity.agent == agent ||
        (entity.agent >= 0 &&
         SameHead(lexicon_.agents[entity.agent].lemma, lemma))) {
      return recent.entity;
    }
    if (now > recent.sentence + kRoleReach) break;
  }
  return -1;
}

}  // namespace stance
