// Members of lists that something set apart stands between: "Ann Roe (D-Ohio)
// and Tom Ash", "Ann Roe, of the Greens, and Tom Ash".

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "Ann Roe, of the Greens": the name before the comma that the phrase of `noun`
// tells about; -1 where no such phrase stands there.
int32_t ToldByPhrase(const ClauseBuilder& b, int32_t noun) {
  const int32_t preposition = b.groups[noun].preposition;
  if (preposition < 2 || !b.Is(preposition - 1, GroupKind::kComma) ||
      !b.Head(preposition).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) ||
      b.Head(preposition).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) {
    return -1;
  }
  const int32_t name = b.Before(preposition - 1);
  return b.Is(name, GroupKind::kNoun) && b.Head(name).Is(kProper) ? name : -1;
}

// "R-Ark.": what party and place somebody is of.
bool IsPartyAndPlace(const ClauseBuilder& b, int32_t i) {
  const Unit& head = b.Head(i);
  if (!head.Is(kProper) || b.groups[i].end - b.groups[i].begin != 1) {
    return false;
  }
  const std::string_view word = b.text.Of(b.text.tokens[head.begin]);
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return word.size() > 3 && capital(word[0]) && word[1] == '-' &&
         capital(word[2]);
}

}  // namespace

bool TellsOf(const ClauseBuilder& b, int32_t name, int32_t i) {
  const Unit& head = b.Head(name);
  if (!head.Is(kProper) || head.Reads(EntryKind::kActor)) return false;
  return (b.units[b.groups[i].begin].Has(pb::FUNCTION_ROLE_INDEFINITE) &&
          !b.groups[i].plural) ||
         IsPartyAndPlace(b, i);
}

int32_t BeforeBracket(const ClauseBuilder& b, int32_t closing) {
  constexpr int32_t kLongest = 6;
  for (int32_t j = closing - 1; j > 0 && j >= closing - kLongest; --j) {
    if (b.Is(j, GroupKind::kParenthesis)) return b.Before(j);
    if (b.Is(j, GroupKind::kVerb)) break;
  }
  return closing;
}

int32_t BeforeAside(const ClauseBuilder& b, int32_t noun, int32_t i) {
  int32_t renaming = noun;
  while (b.groups[renaming].preposition > 0 &&
         b.Is(b.Before(b.groups[renaming].preposition), GroupKind::kNoun)) {
    renaming = b.Before(b.groups[renaming].preposition);
  }
  const bool name = b.Head(i).Is(kProper);
  for (int32_t k = renaming - 1; k >= 0 && k > renaming - 4; --k) {
    if (b.groups[k].apposition != renaming) continue;
    // "Three of them, Ann Roe, and Tom Ash" are no four.
    const bool role = b.Head(renaming).Is(kProper) && !b.groups[k].plural;
    if ((name && b.Head(k).Is(kProper)) || role) return k;
  }
  if (!name) return noun;
  const int32_t told = ToldByPhrase(b, renaming);
  return told >= 0 ? told : noun;
}

}  // namespace stance
