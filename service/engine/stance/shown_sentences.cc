#include "service/engine/stance/shown_sentences.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace stance {
namespace {

// How far from where it falls a cut may be moved to a space.
constexpr uint32_t kLongestWord = 40;

bool InsideCharacter(std::string_view part, uint32_t at) {
  return at < part.size() && (static_cast<uint8_t>(part[at]) & 0xC0) == 0x80;
}

// The cut at `at` or after it, but not after `last`.
uint32_t CutForward(std::string_view part, uint32_t at, uint32_t last) {
  const uint32_t limit = std::min(last, at + kLongestWord);
  for (uint32_t i = at; i < limit; ++i) {
    if (part[i] == ' ') return i + 1;
  }
  while (at < last && InsideCharacter(part, at)) ++at;
  return at;
}

// The cut at `at` or before it, but not before `first`.
uint32_t CutBackward(std::string_view part, uint32_t at, uint32_t first) {
  const uint32_t limit = at - std::min(at - first, kLongestWord);
  for (uint32_t i = at; i > limit; --i) {
    if (part[i - 1] == ' ') return i - 1;
  }
  while (at > first && InsideCharacter(part, at)) --at;
  return at;
}

// At most `room` bytes of the sentence, or the cue where that is longer.
Mention Around(std::string_view part, const Mention& sentence,
               const Mention& cue, uint32_t room) {
  const uint32_t cue_size = cue.end - cue.begin;
  if (cue_size >= room) return cue;
  const uint32_t before =
      std::min((room - cue_size) / 2, cue.begin - sentence.begin);
  const uint32_t after =
      std::min(room - cue_size - before, sentence.end - cue.end);
  Mention shown = cue;
  shown.begin = cue.begin - before;
  shown.end = cue.end + after;
  if (shown.begin > sentence.begin) {
    shown.begin = CutForward(part, shown.begin, cue.begin);
  }
  if (shown.end < sentence.end) {
    shown.end = CutBackward(part, shown.end, cue.end);
  }
  return shown;
}

}  // namespace

void ShortenSentences(const PartTexts& parts,
                      std::vector<FoundStance>* stances) {
  for (size_t begin = 0, end; begin < stances->size(); begin = end) {
    const Mention sentence = (*stances)[begin].sentence;
    end = begin + 1;
    while (end < stances->size() && (*stances)[end].sentence == sentence) ++end;
    const uint64_t count = end - begin;
    if (count * (sentence.end - sentence.begin) <= kMostShownOfASentence) {
      continue;
    }
    const auto room = std::max<uint32_t>(
        kLeastShownAroundACue,
        kMostShownOfASentence / static_cast<uint32_t>(count));
    if (sentence.end - sentence.begin <= room) continue;
    const std::string_view part =
        sentence.part == Part::kTitle ? parts.title : parts.text;
    for (size_t i = begin; i < end; ++i) {
      FoundStance& found = (*stances)[i];
      found.sentence = Around(part, sentence, found.cue, room);
    }
  }
}

}  // namespace stance
