// The words of a phrase that say what it is about.

#ifndef STANCE_ENGINE_STANCE_CONTENT_WORDS_H_
#define STANCE_ENGINE_STANCE_CONTENT_WORDS_H_

#include <algorithm>
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

// Calls visit(print) for each noun, adjective, verb, adverb, number and unknown
// word of `phrase`, in order: a fingerprint of its lemma, case folded.
template <typename Visitor>
void ForEachContentWord(const Lexicon& lexicon, std::string_view phrase,
                        Visitor visit) {
  constexpr uint32_t kContent =
      kAnyNoun | kAdjective | kAnyVerb | kNumberWord | kAdverb;
  constexpr std::string_view kSeparators = " \n\t,\"().";
  const char* const readable = phrase.data() + phrase.size();
  for (size_t end = 0; end < phrase.size();) {
    const size_t begin = phrase.find_first_not_of(kSeparators, end);
    if (begin == std::string_view::npos) return;
    end = std::min(phrase.find_first_of(kSeparators, begin), phrase.size());
    const std::string_view word = phrase.substr(begin, end - begin);
    const WordId id = lexicon.vocabulary.Find(word, readable);
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
