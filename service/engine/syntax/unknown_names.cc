#include "service/engine/syntax/unknown_names.h"

#include <algorithm>

namespace stance {

namespace pb = lexicon::v1;

bool UnknownNames::HasPlainEnding(uint32_t token) const {
  const Token& written = text_.tokens[token];
  return written.word == 0 &&
         (lexicon_.suffixes.Read(text_.Of(written)).classes &
          (kAdverb | kNumberWord)) != 0 &&
         (token + 1 >= text_.tokens.size() || !IsName(text_.tokens[token + 1]));
}

bool UnknownNames::IsAcronym(uint32_t token) const {
  return (text_.tokens[token].shape & kAllCaps) != 0 && token + 1 < end_ &&
         text_.tokens[token + 1].kind == TokenKind::kWord &&
         (text_.tokens[token + 1].shape & kCapitalised) == 0;
}

bool UnknownNames::IsTitleCased(uint32_t token) const {
  return token > 0 &&
         (Has(token, pb::FUNCTION_ROLE_PROPOSAL) ||
          Has(token, pb::FUNCTION_ROLE_ACT)) &&
         (Has(token - 1, pb::FUNCTION_ROLE_DEFINITE) ||
          Has(token - 1, pb::FUNCTION_ROLE_DEMONSTRATIVE)) &&
         (token + 1 >= end_ || !IsName(text_.tokens[token + 1]));
}

bool UnknownNames::IsGivenName(uint32_t token, size_t next_match) const {
  constexpr uint32_t kNounOrVerb = kNoun | kVerbBase | kProper;
  const uint32_t classes = Info(token).classes;
  if ((classes & ~kNounOrVerb & ~kAdjective) != 0 || classes == kAdjective) {
    return false;
  }
  if (token + 1 >= end_ || !IsName(text_.tokens[token + 1])) return false;
  const Match* match = MatchAt(token + 1, next_match);
  if (Info(token + 1).classes == 0) return match == nullptr;
  // "Bob Crow said": a common word for a surname, and a verb behind it.
  return token + 2 < end_ && (match == nullptr || match->end == token + 2) &&
         (text_.tokens[token + 2].shape & kCapitalised) == 0 &&
         (Info(token + 2).classes & (kVerbPast | kVerbThird)) != 0 &&
         !(Info(token + 2).classes & kAnyNoun) &&
         (match == nullptr || NamesNobody(*match));
}

bool UnknownNames::IsGivenMonth(uint32_t token, bool opens) const {
  constexpr uint32_t kBeforeTime = kPreposition | kDeterminer | kNumberWord |
                                   kQuantifier | kAdjective | kTime;
  return (Info(token).classes & kTime) != 0 &&
         (Has(token, pb::FUNCTION_ROLE_FEMININE) ||
          Has(token, pb::FUNCTION_ROLE_MASCULINE)) &&
         IsNameAt(token + 1) && Info(token + 1).classes == 0 &&
         (opens || ((Info(token - 1).classes & kBeforeTime) == 0 &&
                    text_.tokens[token - 1].kind != TokenKind::kNumber));
}

bool UnknownNames::IsSlogan(uint32_t token) const {
  return (Info(token).classes & kVerbBase) != 0 && IsNameAt(token) &&
         IsNameAt(token + 1) && IsNameAt(token + 2) &&
         (Info(token + 1).classes & kPossessivePronoun) != 0 &&
         Has(token + 1, pb::FUNCTION_ROLE_FIRST_PLURAL);
}

bool UnknownNames::IsGivenModal(uint32_t token) const {
  return token > 0 && (text_.tokens[token - 1].shape & kCapitalised) == 0 &&
         token + 1 < end_ && IsName(text_.tokens[token + 1]) &&
         Info(token + 1).classes == 0;
}

const Match* UnknownNames::MatchAt(uint32_t token, size_t next_match) const {
  constexpr size_t kNear = 8;
  const auto ends_before = [token](const Match& match) {
    return match.end <= token;
  };
  const auto first = matches_.begin() + static_cast<ptrdiff_t>(next_match);
  const auto near = first + std::min(kNear, matches_.size() - next_match);
  auto match = std::find_if_not(first, near, ends_before);
  // In a name without end it is far away.
  if (match == near) {
    match = std::partition_point(near, matches_.end(), ends_before);
  }
  return match == matches_.end() || match->begin > token ? nullptr : &*match;
}

bool UnknownNames::IsNameAt(uint32_t token) const {
  return token < end_ && IsName(text_.tokens[token]);
}

bool UnknownNames::NamesNobody(const Match& match) const {
  bool nobody = true;
  ForEachReading(lexicon_, match, [&](const EntryRef& ref) {
    nobody &= ref.kind != EntryKind::kActor && ref.kind != EntryKind::kAgent &&
              ref.kind != EntryKind::kIssue;
  });
  return nobody;
}

bool UnknownNames::NamesPlace(const Match& match) const {
  bool country = false;
  ForEachReading(lexicon_, match, [&](const EntryRef& ref) {
    country |= ref.kind == EntryKind::kActor && ref.form == FormKind::kName &&
               (lexicon_.actors[ref.index].kind == pb::ACTOR_KIND_COUNTRY ||
                lexicon_.actors[ref.index].kind == pb::ACTOR_KIND_PLACE);
  });
  return country;
}

bool UnknownNames::GoesOn(uint32_t token, size_t next_match) const {
  if (token >= end_ || !IsName(text_.tokens[token])) return false;
  const Match* match = MatchAt(token, next_match);
  if (match == nullptr) return true;
  // "Qin Gang", "Bob Hope": a common word as a surname, where the word before
  // is none, as "Orla Finn"; "Kimani Ruto": the surname of somebody else.
  if (match->end != token + 1) return false;
  const bool after_common_word = Info(token - 1).classes != 0;
  // "the union Equity Scotland": a body, and where it sits.
  if (IsNameAt(token - 1) && !IsNameAt(token + 1) && NamesPlace(*match)) {
    return true;
  }
  // "Maud Parry", but "Granite State Aggregates".
  const bool verb = (Info(token).classes & kAnyNoun) == 0;
  bool surname = true;
  ForEachReading(lexicon_, *match, [&](const EntryRef& ref) {
    const bool common =
        ref.kind == EntryKind::kCue ||
        (verb && (ref.kind == EntryKind::kReporting ||
                  ref.kind == EntryKind::kLightVerb)) ||
        (ref.kind == EntryKind::kAgent &&
         lexicon_.agents[ref.index].role == pb::AGENT_ROLE_GROUP);
    surname &=
        (common && !after_common_word) ||
        (ref.kind == EntryKind::kActor && ref.form == FormKind::kSurname) ||
        (ref.kind == EntryKind::kActor && ref.form == FormKind::kDemonym &&
         !after_common_word);
  });
  return surname;
}

uint32_t UnknownNames::BehindParticles(uint32_t token,
                                       size_t next_match) const {
  constexpr uint32_t kMost = 2;
  const WordInfo& word = Info(token - 1);
  const bool given = word.Has(pb::FUNCTION_ROLE_MASCULINE) ||
                     word.Has(pb::FUNCTION_ROLE_FEMININE);
  // "Kenya | von": behind a word of another kind nobody's name goes on.
  if (word.classes != 0 && !given) return token;
  uint32_t end = token;
  while (end < end_ && end < token + kMost &&
         MayBeParticle(text_.tokens[end], Info(end), given)) {
    ++end;
  }
  return end > token && GoesOn(end, next_match) ? end : token;
}

uint32_t UnknownNames::End(uint32_t begin, size_t next_match) const {
  uint32_t end = begin + 1;
  while (true) {
    if (GoesOn(end, next_match) && (Info(end).classes & kTime) == 0) {
      ++end;
    } else if (end < end_ && Has(end, pb::FUNCTION_ROLE_GENITIVE) &&
               GoesOn(end + 1, next_match)) {
      end += 2;
    } else if (IsJoined(end, next_match)) {
      end += 2;
    } else if (const uint32_t name = BehindParticles(end, next_match);
               name > end) {
      end = name + 1;
    } else {
      return end;
    }
  }
}

uint32_t UnknownNames::BodyEnd(uint32_t begin, uint32_t coordinator,
                               size_t next_match) const {
  const bool definite = begin > 0 && Has(begin - 1, pb::FUNCTION_ROLE_DEFINITE);
  const uint32_t limit = std::min(end_, begin + kLongestBody);
  // Without an article: "Leigh and Bransford Parish Council", not "Kenya and
  // Bransford Parish Council".
  for (uint32_t t = begin; !definite && t < coordinator; ++t) {
    if (MatchAt(t, next_match) != nullptr) return begin;
  }
  for (uint32_t t = coordinator + 1; t < limit; ++t) {
    if (!IsName(text_.tokens[t])) return begin;
    // "the Education and Training Amendment Bill".
    if (definite && Has(t, pb::FUNCTION_ROLE_PROPOSAL) &&
        (t + 1 >= end_ || !IsName(text_.tokens[t + 1]))) {
      return t + 1;
    }
    const Match* match = MatchAt(t, next_match);
    if (match == nullptr) continue;
    bool body = false;
    bool actor = false;
    ForEachReading(lexicon_, *match, [&](const EntryRef& ref) {
      body |= ref.kind == EntryKind::kAgent && ref.form != FormKind::kPlural &&
              lexicon_.agents[ref.index].role != pb::AGENT_ROLE_OFFICIAL &&
              lexicon_.agents[ref.index].role != pb::AGENT_ROLE_INDIVIDUAL;
      actor |= ref.kind == EntryKind::kActor;
    });
    if (body) return match->end;
    // "the Peace and Neutrality Alliance": of what it is one.
    if (actor) return begin;
  }
  return begin;
}

}  // namespace stance
