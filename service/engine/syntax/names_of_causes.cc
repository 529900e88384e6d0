// Names of bodies that say what they are for or against: "Parents Against
// Fracking", "Citizens for Safe Streets", "Stop the Incinerator".

#include <algorithm>

#include "service/engine/syntax/unknown_names.h"

namespace stance {

namespace pb = lexicon::v1;

bool UnknownNames::NamesOther(const Match& match) const {
  bool other = false;
  ForEachReading(lexicon_, match, [&](const EntryRef& ref) {
    if (ref.kind == EntryKind::kActor) {
      const pb::ActorKind kind = lexicon_.actors[ref.index].kind;
      other |= kind != pb::ACTOR_KIND_COUNTRY && kind != pb::ACTOR_KIND_PLACE;
    } else if (ref.kind == EntryKind::kAgent) {
      const pb::AgentRole role = lexicon_.agents[ref.index].role;
      other |=
          role == pb::AGENT_ROLE_OFFICIAL || role == pb::AGENT_ROLE_EXECUTIVE;
    }
  });
  return other;
}

bool UnknownNames::GoesOnJoined(uint32_t token, size_t next_match) const {
  if (!IsNameAt(token + 1)) return false;
  const Match* match = MatchAt(token + 1, next_match);
  return match == nullptr || !NamesOther(*match);
}

uint32_t UnknownNames::CapitalsEnd(uint32_t begin) const {
  uint32_t t = begin;
  const uint32_t limit = std::min(end_, begin + kLongestBody);
  while (t < limit && IsNameAt(t)) ++t;
  return t;
}

bool UnknownNames::ActsAt(uint32_t token) const {
  // "Citizens for Safe Streets, | a local group,", ", | which".
  if (token + 1 < end_ && text_.source[text_.tokens[token].begin] == ',') {
    const WordInfo& next = Info(token + 1);
    return !IsNameAt(token + 1) && (next.Has(pb::FUNCTION_ROLE_INDEFINITE) ||
                                    (next.classes & kRelative) != 0);
  }
  if (token >= end_ || IsNameAt(token)) return false;
  const uint32_t classes = Info(token).classes;
  return (classes & (kFiniteVerb | kModal | kHave | kBe)) != 0 &&
         (classes & kAnyNoun) == 0;
}

uint32_t UnknownNames::NamedByPreposition(uint32_t begin, uint32_t preposition,
                                          size_t next_match) const {
  const uint32_t inside = preposition + 1;
  if (!IsNameAt(inside)) return begin;
  const uint32_t end = CapitalsEnd(inside);
  const uint32_t classes = Info(inside).classes;
  if (IsNameAt(preposition)) {
    // A headline that has all its words in capitals has its verb so, too.
    return ActsAt(end) ? end : begin;
  }
  const Match* match = MatchAt(begin, next_match);
  // "the Campaign for Better Buses".
  bool body = begin > 0 && preposition == begin + 1 &&
              Has(begin - 1, pb::FUNCTION_ROLE_DEFINITE);
  bool people = false;
  if (match != nullptr && match->begin == begin) {
    bool person = false;
    ForEachReading(lexicon_, *match, [&](const EntryRef& ref) {
      if (ref.kind != EntryKind::kAgent) return;
      const pb::AgentRole role = lexicon_.agents[ref.index].role;
      const bool group =
          role == pb::AGENT_ROLE_GROUP || role == pb::AGENT_ROLE_BODY;
      body |= group;
      person |= !group;
      people |= role == pb::AGENT_ROLE_INDIVIDUAL &&
                (Info(match->end - 1).classes & kNounPlural) != 0;
    });
    body &= !person;
  }
  if (Has(preposition, pb::FUNCTION_ROLE_INFINITIVE)) {
    return body && (classes & kVerbBase) != 0 && ActsAt(end) ? end : begin;
  }
  // "Lawyers for Boeing", "Voters in Texas": whose, and where.
  if (!(body || people) || !Has(preposition, pb::FUNCTION_ROLE_SPOKEN_FOR) ||
      classes == 0 || (classes & (kProper | kTime | kTitle)) != 0 ||
      !ActsAt(end)) {
    return begin;
  }
  const Match* cause = MatchAt(inside, next_match);
  return cause != nullptr && NamesOther(*cause) ? begin : end;
}

uint32_t UnknownNames::NamedByDemand(uint32_t begin, bool opens,
                                     size_t next_match) const {
  // "by Stop the Tower": the article inside has no capital.
  uint32_t inside = begin + 1;
  if (!IsNameAt(inside) && inside < end_ &&
      Has(inside, pb::FUNCTION_ROLE_DEFINITE)) {
    ++inside;
  }
  // "Nurse Ann Reid said": what she is.
  if (!IsNameAt(inside) || Has(inside, pb::FUNCTION_ROLE_MASCULINE) ||
      Has(inside, pb::FUNCTION_ROLE_FEMININE)) {
    return begin;
  }
  const uint32_t end = CapitalsEnd(inside);
  // "Spring Valley Mayor Ann Reid said": somebody of another name.
  for (uint32_t t = inside; t < end; ++t) {
    const Match* match = MatchAt(t, next_match);
    if (match == nullptr) continue;
    if (NamesOther(*match)) return begin;
    t = match->end - 1;
  }
  if (ActsAt(end)) return end;
  // "by Stop the Tower, a group": not "to Stop the Tower".
  if (opens || end >= end_ || text_.tokens[end].kind == TokenKind::kWord) {
    return begin;
  }
  return Has(begin - 1, pb::FUNCTION_ROLE_PASSIVE_AGENT) ? end : begin;
}

}  // namespace stance
