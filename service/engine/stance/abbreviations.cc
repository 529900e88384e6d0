#include "service/engine/stance/abbreviations.h"

#include "service/engine/stance/entities.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// A text that spells out more is a glossary.
constexpr size_t kMostKnown = 16;

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

// "PUR": two to six capitals.
bool IsLetters(std::string_view word) {
  if (word.size() < 2 || word.size() > 6) return false;
  for (char c : word) {
    if (!IsCapital(c)) return false;
  }
  return true;
}

// Where the name begins that the letters before token `end` are the initials
// of, words in lower case left out ("for"); `end` where it is none.
uint32_t BeginOfName(const SentenceView& view, std::string_view letters,
                     uint32_t end) {
  constexpr uint32_t kMostBetween = 6;
  const uint32_t reach = static_cast<uint32_t>(letters.size()) + kMostBetween;
  size_t left = letters.size();
  for (uint32_t t = end; t-- > view.sentence.begin && end - t <= reach;) {
    const Token& token = view.text.tokens[t];
    if (token.kind != TokenKind::kWord) return end;
    const char first = view.text.source[token.begin];
    if (!IsCapital(first)) {
      if (left == letters.size()) return end;
      continue;
    }
    if (first != letters[--left]) return end;
    if (left == 0) return t;
  }
  return end;
}

// Whom the lexicon knows by the name that is spelled out; -1 for nobody.
int32_t KnownAs(const SentenceView& view, int32_t before, uint32_t begin,
                uint32_t end) {
  for (int32_t g = before; g >= 0 && view.EndToken(g) > begin; --g) {
    for (uint32_t u = view.At(g).begin; u < view.At(g).end; ++u) {
      const Unit& unit = view.units[u];
      if (unit.begin == begin && unit.end == end) {
        return view.FirstReading(EntryKind::kActor, unit);
      }
    }
  }
  return -1;
}

}  // namespace

void NoteAbbreviations(const SentenceView& view, int32_t publish_date,
                       Discourse* discourse) {
  for (int32_t g = 1; g + 2 < view.syntax.size(); ++g) {
    const int32_t inside = g + 1;
    if (!view.Is(g, GroupKind::kParenthesis) ||
        !view.Is(inside, GroupKind::kNoun) ||
        !view.Is(inside + 1, GroupKind::kParenthesis)) {
      continue;
    }
    const std::string_view letters =
        view.TextOf(view.Span(view.FirstToken(inside), view.EndToken(inside)));
    if (!IsLetters(letters)) continue;
    const uint32_t end = view.FirstToken(g);
    const uint32_t begin = BeginOfName(view, letters, end);
    if (begin == end) continue;
    const Mention name = view.Span(begin, end);
    Entities entities(view, publish_date, discourse);
    const int32_t actor = KnownAs(view, g - 1, begin, end);
    int32_t entity = actor >= 0 ? entities.OfActor(actor, name)
                                : entities.FindExactly(view.TextOf(name));
    if (entity < 0) {
      entity = entities.Add(view.TextOf(name), name);
      discourse->entities[entity].kind = pb::ACTOR_KIND_ORGANIZATION;
    }
    auto& known = discourse->abbreviations;
    if (known.size() == kMostKnown) known.erase(known.begin());
    known.push_back({letters, entity});
  }
}

int32_t SpelledOut(std::string_view letters, const Discourse& discourse) {
  for (size_t i = discourse.abbreviations.size(); i-- > 0;) {
    if (discourse.abbreviations[i].letters == letters) {
      return discourse.abbreviations[i].entity;
    }
  }
  return -1;
}

}  // namespace stance
