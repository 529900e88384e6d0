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
  Vocabulary();

  // While building: the id of the form, new or old. 0 for "".
  WordId Add(std::string_view form);

  // 0 where the form is not in the vocabulary. No allocation. Bytes up to
  // `readable` may be read: the faster, the further beyond the form it is.
  WordId Find(std::string_view form, const char* readable) const {
    const size_t size = form.size();
    if (size > sizeof(uint64_t) ||
        static_cast<size_t>(readable - form.data()) < sizeof(uint64_t)) {
      return Find(form);
    }
    if (size == 0) return 0;
    const uint64_t bytes =
        Load<uint64_t>(form.data()) & ~uint64_t{0} >> (64 - 8 * size);
    if ((bytes & kNotAscii) != 0) return FindFolded(form);
    const uint64_t head = FoldEight(bytes);
    return Probe(form, {head, Mix(size, head)});
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
  // A form of up to eight bytes, which most words are, is told by `head` and
  // `length` alone, so that a look-up touches one cache line.
  struct Cell {
    uint64_t head = 0;    // the first eight folded bytes, zeros after the form
    uint32_t length = 0;  // in bytes, folded
    WordId id = 0;        // 0: empty
  };
  struct Key {
    uint64_t head = 0;
    uint64_t hash = 0;
  };

  static constexpr uint64_t kNotAscii = 0x8080808080808080;

  static_assert(std::endian::native == std::endian::little,
                "short loads are put together as little-endian numbers");

  template <typename T>
  static uint64_t Load(const char* bytes) {
    T value;
    std::memcpy(&value, bytes, sizeof(T));
    return value;
  }

  // Lower-cases the ASCII letters among eight bytes at once.
  static uint64_t FoldEight(uint64_t bytes) {
    constexpr uint64_t kOnes = 0x0101010101010101;
    const uint64_t low = bytes & (0x7F * kOnes);
    const uint64_t from_a = low + (0x80 - 'A') * kOnes;
    const uint64_t past_z = low + (0x7F - 'Z') * kOnes;
    const uint64_t upper = (from_a ^ past_z) & ~bytes & (0x80 * kOnes);
    return bytes | upper >> 2;
  }

  static uint64_t Mix(uint64_t hash, uint64_t bytes) {
    hash = (hash ^ bytes) * 0x9E3779B97F4A7C15;
    return hash ^ hash >> 32;
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
    key->head = FoldEight(all);
    key->hash = Mix(form.size(), key->head);
    for (size_t i = 8; i < form.size(); i += 8) {
      const uint64_t next = Load<uint64_t>(Chunk(form, i));
      all |= next;
      key->hash = Mix(key->hash, FoldEight(next));
    }
    return (all & kNotAscii) == 0;
  }

  // Eight bytes at `i`, or the last eight where fewer follow.
  static const char* Chunk(std::string_view form, size_t i) {
    return form.data() + (i + 8 <= form.size() ? i : form.size() - 8);
  }

  WordId Probe(std::string_view form, const Key& key) const {
    const size_t mask = cells_.size() - 1;
    for (size_t at = key.hash & mask;; at = (at + 1) & mask) {
      const Cell& cell = cells_[at];
      if (cell.id == 0) return 0;
      if (cell.head == key.head && cell.length == form.size() &&
          (form.size() <= 8 || SameTail(form, cell.id))) {
        return cell.id;
      }
    }
  }

  bool SameTail(std::string_view form, WordId id) const {
    const char* stored = forms_.data() + ends_[id - 1];
    for (size_t i = 8; i < form.size(); i += 8) {
      const char* chunk = Chunk(form, i);
      if (FoldEight(Load<uint64_t>(chunk)) !=
          Load<uint64_t>(stored + (chunk - form.data()))) {
        return false;
      }
    }
    return true;
  }

  // The way of forms with other than ASCII characters.
  WordId FindFolded(std::string_view form) const;
  static Key ReadFolded(std::string_view folded);
  void Insert(const Cell& cell, uint64_t hash);
  void Grow();

  std::vector<Cell> cells_;     // a power of two of them, half empty or more
  std::string forms_;           // all folded forms, one after another
  std::vector<uint32_t> ends_;  // end of each form in forms_, by WordId
};

// Folds a form of valid UTF-8 as the vocabulary does.
std::string FoldForm(std::string_view form);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_VOCABULARY_H_
