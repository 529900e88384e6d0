// Word form -> WordId, by open addressing on a hash of the folded form.
//
// Forms are folded: ASCII to lower case, ’ to '. Other characters are folded
// by utf8proc when the table is built and, on look-up, only where a token holds
// a non-ASCII byte. Immutable once built; thread-safe.

#ifndef STANCE_ENGINE_LEXICON_VOCABULARY_H_
#define STANCE_ENGINE_LEXICON_VOCABULARY_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/word.h"

namespace stance {

class Vocabulary {
 public:
  // The size in bytes of forms that are looked up with one load.
  static constexpr size_t kShort = sizeof(uint64_t);

  Vocabulary();

  // While building: the id of the form, new or old. 0 for "".
  WordId Add(std::string_view form);

  // 0 where the form is not in the vocabulary. No allocation. Bytes up to
  // `readable` may be read: the faster, the further beyond the form it is.
  WordId Find(std::string_view form, const char* readable) const {
    return readable - form.data() < ptrdiff_t{kShort} ? Find(form)
                                                      : FindAhead(form);
  }
  // REQUIRES: kShort bytes can be read from the beginning of the form on.
  WordId FindAhead(std::string_view form) const {
    const size_t size = form.size();
    if (size > kShort) return Find(form);
    const uint64_t head = (Load<uint64_t>(form.data()) | kLower) & kUsed[size];
    const uint64_t hash = Mix(0, head);
    const Cell& first = cells_[hash >> shift_];
    if (first.head == head && first.length == static_cast<uint32_t>(size)) {
      return first.id;
    }
    if ((head & kNotAscii) != 0) return FindFolded(form);
    return first.id == 0 && !odd_ ? 0 : Probe(form, {head, hash});
  }
  WordId Find(std::string_view form) const {
    Key key;
    if (!ReadAscii(form, &key)) return form.empty() ? 0 : FindFolded(form);
    return Probe(form, key);
  }

  // The folded form of an id; "" for 0.
  std::string_view Form(WordId id) const;

  // One more than the largest id.
  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }

 private:
  // A form of up to eight bytes (kShort), which most words are, is told by
  // `head` and `length` alone, so that a look-up touches one cache line.
  struct Cell {
    uint64_t head = 0;    // the first eight folded bytes, zeros after the form
    uint32_t length = 0;  // in bytes, folded; kOdd added
    WordId id = 0;        // 0: empty
  };
  // Added to the length of forms that hold a character which is not ASCII or
  // which Lower() confuses with another, so that only a look-up byte for byte
  // finds them.
  static constexpr uint32_t kOdd = 0x80000000;
  struct Key {
    uint64_t head = 0;
    uint64_t hash = 0;
  };

  static constexpr uint64_t kNotAscii = 0x8080808080808080;
  static constexpr uint64_t kLower = 0x2020202020202020;
  // The bytes of a form, by its size.
  static constexpr uint64_t kUsed[kShort + 1] = {
      0,           0xFF,         0xFFFF,         0xFFFFFF,
      0xFFFFFFFF,  0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
      ~uint64_t{0}};

  static_assert(std::endian::native == std::endian::little,
                "short loads are put together as little-endian numbers");

  template <typename T>
  static uint64_t Load(const char* bytes) {
    T value;
    std::memcpy(&value, bytes, sizeof(T));
    return value;
  }

  static uint64_t Mix(uint64_t hash, uint64_t bytes) {
    return ((hash >> 32) ^ hash ^ bytes) * 0x9E3779B97F4A7C15;
  }

  // Up to eight bytes as a number, without reading past them: two loads that
  // may overlap.
  static uint64_t LoadShort(const char* bytes, size_t length) {
    if (length >= 8) return Load<uint64_t>(bytes);
    if (length >= 4) {
      return Load<uint32_t>(bytes) | Load<uint32_t>(bytes + length - 4)
                                         << (length - 4) * 8;
    }
    if (length >= 2) {
      return Load<uint16_t>(bytes) | Load<uint16_t>(bytes + length - 2)
                                         << (length - 2) * 8;
    }
    return length == 1 ? static_cast<uint8_t>(bytes[0]) : 0;
  }

  // False where the form is empty or holds a byte that is not ASCII.
  static bool ReadAscii(std::string_view form, Key* key) {
    if (form.empty()) return false;
    uint64_t all = LoadShort(form.data(), form.size());
    key->head = Lower(all, form.size());
    key->hash = Mix(0, key->head);
    for (size_t i = kShort; i < form.size(); i += kShort) {
      const uint64_t next = Load<uint64_t>(Chunk(form, i));
      all |= next;
      key->hash = Mix(key->hash, next | kLower);
    }
    return (all & kNotAscii) == 0;
  }

  // Lower-cases the ASCII letters among up to eight bytes at once. It confuses
  // some other characters ('@' and '`'): see kOdd.
  static uint64_t Lower(uint64_t bytes, size_t size) {
    return size >= kShort ? bytes | kLower
                          : (bytes | kLower) & ((uint64_t{1} << 8 * size) - 1);
  }

  // Eight bytes at `i`, or the last eight where fewer follow.
  static const char* Chunk(std::string_view form, size_t i) {
    return form.data() + (i + kShort <= form.size() ? i : form.size() - kShort);
  }

  WordId Probe(std::string_view form, const Key& key) const {
    const size_t mask = cells_.size() - 1;
    for (size_t at = key.hash >> shift_;; at = (at + 1) & mask) {
      const Cell& cell = cells_[at];
      if (cell.head == key.head && cell.length == form.size() &&
          (form.size() <= kShort || SameTail(form, cell.id))) {
        return cell.id;
      }
      if (cell.id == 0) return odd_ ? FindFolded(form) : 0;
    }
  }

  bool SameTail(std::string_view form, WordId id) const {
    const char* stored = forms_.data() + ends_[id - 1];
    for (size_t i = kShort; i < form.size(); i += kShort) {
      const char* chunk = Chunk(form, i);
      if ((Load<uint64_t>(chunk) | kLower) !=
          (Load<uint64_t>(stored + (chunk - form.data())) | kLower)) {
        return false;
      }
    }
    return true;
  }

  // The way of forms with other than ASCII characters.
  WordId FindFolded(std::string_view form) const;
  WordId FindExactly(std::string_view folded, const Key& key) const;
  static Key ReadFolded(std::string_view folded);
  void Insert(const Cell& cell, uint64_t hash);
  void Grow();

  std::vector<Cell> cells_;     // a power of two of them, half empty or more
  bool odd_ = false;            // Lower() confuses a character of some form
  int shift_ = 0;               // from a hash to the index of its cell
  std::string forms_;           // all folded forms, one after another
  std::vector<uint32_t> ends_;  // end of each form in forms_, by WordId
};

// Folds a form of valid UTF-8 as the vocabulary does.
std::string FoldForm(std::string_view form);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_VOCABULARY_H_
