// The words of a phrase that say what it is about.

#ifndef STANCE_ENGINE_STANCE_CONTENT_WORDS_H_
#define STANCE_ENGINE_STANCE_CONTENT_WORDS_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "service/engine/lexicon/lexicon.h"

namespace stance {

// Mixes `next` into a fingerprint.
inline uint64_t Mix(uint64_t print, uint64_t next) {
  constexpr uint64_t kOdd = 0x9E3779B97F4A7C15;
  const uint64_t mixed = (print ^ next) * kOdd;
  return mixed ^ (mixed >> 32);
}

// By byte: whether it stands between words.
inline constexpr std::array<bool, 256> kBetweenWords = [] {
  std::array<bool, 256> between{};
  for (const unsigned char c : std::string_view(" \n\t,\"().")) {
    between[c] = true;
  }
  return between;
}();

// Calls visit(print) for each noun, adjective, verb, adverb, number and unknown
// word of `phrase`, in order: a fingerprint of its lemma, case folded.
template <typename Visitor>
void ForEachContentWord(const Lexicon& lexicon, std::string_view phrase,
                        Visitor visit) {
  constexpr uint32_t kContent =
      kAnyNoun | kAdjective | kAnyVerb | kNumberWord | kAdverb;
  const auto between = [](char c) {
    return kBetweenWords[static_cast<unsigned char>(c)];
  };
  const char* const end = phrase.data() + phrase.size();
  for (const char* at = phrase.data(); at < end;) {
    if (between(*at)) {
      ++at;
      continue;
    }
    const char* const begin = at;
    do {
      ++at;
    } while (at < end && !between(*at));
    const std::string_view word(begin, static_cast<size_t>(at - begin));
    const WordId id = lexicon.vocabulary.Find(word, end);
    const WordInfo& info = lexicon.Word(id);
    if (info.classes != 0 && (info.classes & kContent) == 0) continue;
    if (id != 0) {
      visit(uint64_t{info.lemma});
      continue;
    }
    uint64_t unknown = 0;
    for (char c : word) {
      unknown =
          Mix(unknown, c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
    visit(unknown);
  }
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_CONTENT_WORDS_H_
