// Sets of bits that tell of most words at a glance that no name has them. They
// may be wrong the other way: what they let through is compared.

#ifndef STANCE_ENGINE_STANCE_NAME_FILTERS_H_
#define STANCE_ENGINE_STANCE_NAME_FILTERS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace stance {

// How words of names begin: few that are looked for begin as one of these.
class Beginnings {
 public:
  void Clear() { bits_.fill(0); }
  void Add(char first, char second) {
    const uint32_t place = Place(first, second);
    bits_[place / 64] |= uint64_t{1} << (place % 64);
  }
  bool MayHave(char first, char second) const {
    const uint32_t place = Place(first, second);
    return (bits_[place / 64] >> (place % 64) & 1) != 0;
  }

 private:
  // By five bits of each.
  static uint32_t Place(char first, char second) {
    return (first & 31u) << 5 | (second & 31u);
  }
  std::array<uint64_t, 16> bits_{};
};

// How phrases end, whatever their case: few that are looked for end as one of
// these.
class Endings {
 public:
  void Clear() { bits_.fill(0); }
  void Add(std::string_view phrase) {
    if (phrase.size() < kSize) return;
    const uint32_t place = Place(phrase);
    bits_[place / 64] |= uint64_t{1} << (place % 64);
  }
  // Whether a phrase that was added may end as this word does, or be the word.
  bool MayHave(std::string_view word) const {
    if (word.size() < kSize) return true;
    const uint32_t place = Place(word);
    return (bits_[place / 64] >> (place % 64) & 1) != 0;
  }

 private:
  static constexpr size_t kSize = sizeof(uint32_t);

  // By the last four bytes.
  static uint32_t Place(std::string_view phrase) {
    uint32_t last;
    std::memcpy(&last, phrase.data() + phrase.size() - kSize, kSize);
    return (last | 0x20202020u) * 0x9E3779B1u >> 22;
  }
  std::array<uint64_t, 16> bits_{};
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_NAME_FILTERS_H_
