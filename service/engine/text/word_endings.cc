#include "service/engine/text/word_endings.h"

#include <algorithm>
#include <string_view>

#include "service/engine/text/characters.h"
#include "service/engine/text/lookup.h"

namespace stance::text_internal {
namespace {

std::string_view View(const Byte* begin, const Byte* end) {
  return {reinterpret_cast<const char*>(begin),
          static_cast<size_t>(end - begin)};
}

Byte ToLower(Byte c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

bool EqualFolded(const Byte* p, std::string_view written) {
  return std::equal(written.begin(), written.end(), p, [](char w, Byte c) {
    return ToLower(c) == static_cast<Byte>(w);
  });
}

bool IsWordAt(const Byte* p, const Byte* end) {
  return p < end && IsWordClass(CharAt(p, end).type);
}

const Byte* SkipSpaces(const Byte* p, const Byte* end) {
  while (p < end && *p == ' ') ++p;
  return p;
}

// True where exactly one letter stands in [begin, end).
bool IsSingleLetter(const Byte* begin, const Byte* end) {
  const Char first = CharAt(begin, end);
  return IsLetterClass(first.type) && begin + first.length == end;
}

// A letter with a full stop right after it, not itself the end of a word.
bool IsInitialAt(const Byte* p, const Byte* end) {
  const Char first = CharAt(p, end);
  return first.length > 0 && first.type == kUpper && p + first.length < end &&
         p[first.length] == '.';
}

// "J." alone: an initial where a name, an initial or the rest of the sentence
// follows on the same line.
bool IsInitialBefore(const Byte* letter, const Byte* after, const Byte* end,
                     const TextRules& rules) {
  if (CharAt(letter, end).type != kUpper) return false;
  const Byte* next = SkipSpaces(after, end);
  const Char c = CharAt(next, end);
  if (c.length == 0) return false;
  if (next == after) return *next == ',' || *next == ';' || *next == ')';
  if (c.type == kUpper) {
    return rules.word_letters.find(static_cast<char>(*letter)) ==
               std::string::npos ||
           IsInitialAt(next, end);
  }
  return c.type == kLower;
}

// Longer forms are not looked up: a word of a megabyte with a full stop after
// every letter would be hashed as often.
constexpr int kLongestAbbreviation = 24;

bool IsAbbreviation(const Byte* word, const Byte* end, const TextRules& rules) {
  const ptrdiff_t size = end - word;
  if (size > kLongestAbbreviation) return false;
  const auto known = [&](std::string_view form) {
    return rules.abbreviations.find(Key(form)) != rules.abbreviations.end();
  };
  if (known(View(word, end))) return true;
  // "MS. PORTER:" is a transcript's "Ms. Porter".
  if (size < 3 || kByteClass[word[0]] != kUpper ||
      kByteClass[word[1]] != kUpper) {
    return false;
  }
  char titled[kLongestAbbreviation];
  for (ptrdiff_t i = 0; i < size; ++i) {
    const bool lower = i > 0 && kByteClass[word[i]] == kUpper;
    titled[i] = static_cast<char>(lower ? word[i] + ('a' - 'A') : word[i]);
  }
  return known({titled, static_cast<size_t>(size)});
}

// "No.", where no number follows.
bool LacksNumber(const Byte* word, const Byte* after, const Byte* end,
                 const TextRules& rules) {
  const Byte* next = after;
  while (next < end && *next == ' ') ++next;
  return !(next < end && kByteClass[*next] == kDigit) &&
         rules.before_numbers.contains(Key(View(word, after)));
}

// "U.S.-led": the hyphen after a stop that belongs to the word joins it.
StopKind Joined(const Byte* after, const Byte* end) {
  return after < end && *after == '-' && IsWordAt(after + 1, end)
             ? StopKind::kInside
             : StopKind::kLast;
}

// The stop in "Ph.D": the abbreviations hold the whole.
bool IsInsideAbbreviation(const Byte* word, const Byte* stop, const Byte* end,
                          const TextRules& rules) {
  const Byte* p = stop + 1;
  while (p < end && p - word <= kLongestAbbreviation &&
         (*p == '.' || IsWordClass(kByteClass[*p]))) {
    ++p;
  }
  return IsAbbreviation(word, p, rules);
}

}  // namespace

Clitic FindClitic(const Byte* word, const Byte* apostrophe, const Byte* after,
                  const Byte* end, const TextRules& rules) {
  for (const std::string_view clitic : rules.clitics) {
    const size_t mark = clitic.find('\'');
    if (mark == std::string_view::npos) continue;
    const std::string_view tail = clitic.substr(mark + 1);
    if (static_cast<size_t>(apostrophe - word) < mark ||
        static_cast<size_t>(end - after) < tail.size() ||
        !EqualFolded(after, tail) ||
        !EqualFolded(apostrophe - mark, clitic.substr(0, mark)) ||
        IsWordAt(after + tail.size(), end)) {
      continue;
    }
    return {apostrophe - mark, after + tail.size()};
  }
  return {};
}

bool IsPossessiveInQuotation(const Byte* after, const Byte* end) {
  constexpr int kLookahead = 100;
  if (end - after < 2 || *after != ' ' || !IsWordAt(after + 1, end)) {
    return false;
  }
  const Byte* const limit = end - after > kLookahead ? after + kLookahead : end;
  bool space_before = false;
  for (const Byte* p = after; p < limit && *p != '\n';) {
    const Char c = CharAt(p, end);
    if (RoleOf(c.type) == kApostrophe && !space_before &&
        !IsWordAt(p + c.length, end)) {
      return true;
    }
    // Another quotation opens: this one must have closed.
    if (RoleOf(c.type) == kOpening) return false;
    space_before = RoleOf(c.type) == kSpace;
    p += c.length;
  }
  return false;
}

StopKind ClassifyStop(const Byte* word, const Byte* segment, const Byte* stop,
                      const Byte* end, const TextRules& rules) {
  const Byte* const after = stop + 1;
  if (after < end && *after == '.') return StopKind::kApart;
  const bool single = IsSingleLetter(segment, stop);
  const bool dotted = segment > word && segment[-1] == '.';
  const Char next = CharAt(after, end);
  if (next.length > 0 && IsLetterClass(next.type)) {
    // "U.S", "p.m"; but "J.Smith" is two words.
    const Byte* const second = after + next.length;
    if (single && !IsWordAt(second, end)) return StopKind::kInside;
    if (single) return StopKind::kLast;
    if (IsInsideAbbreviation(word, stop, end, rules)) return StopKind::kInside;
    if (IsAbbreviation(word, after, rules)) return StopKind::kLast;
    // "example.com"; in "Monday.The" a space is missing.
    return next.type == kLower && kByteClass[stop[-1]] == kLower
               ? StopKind::kInside
               : StopKind::kApart;
  }
  if (single && dotted) return Joined(after, end);
  if (IsAbbreviation(word, after, rules) &&
      !LacksNumber(word, after, end, rules)) {
    return Joined(after, end);
  }
  if (!single) return StopKind::kApart;
  if (Joined(after, end) == StopKind::kInside) return StopKind::kInside;
  return IsInitialBefore(segment, after, end, rules) ? StopKind::kLast
                                                     : StopKind::kApart;
}

}  // namespace stance::text_internal
