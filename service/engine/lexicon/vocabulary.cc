#include "service/engine/lexicon/vocabulary.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace stance {
namespace {

// Longer tokens are not words; they are not looked up where they hold other
// than ASCII characters.
constexpr size_t kLongestForm = 256;

// One of two ASCII characters that differ like a letter and its capital.
bool IsConfused(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= '@' && byte <= 0x7F && !(byte >= 'a' && byte <= 'z');
}

bool HoldsAsciiAlone(std::string_view form) {
  return std::all_of(form.begin(), form.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

// Writes the folded form into `out`, which has room for twice the form (a
// lower-case letter is at most one byte longer than its capital). Returns its
// length. Bytes that are not UTF-8 stay as they are.
size_t FoldInto(std::string_view form, char* out) {
  char* const begin = out;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(form.data());
  const auto size = static_cast<utf8proc_ssize_t>(form.size());
  for (utf8proc_ssize_t i = 0; i < size;) {
    const utf8proc_uint8_t c = bytes[i];
    if (c < 0x80) {
      *out++ = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      ++i;
      continue;
    }
    if (form.substr(i, 3) == "\xE2\x80\x99") {  // ’
      *out++ = '\'';
      i += 3;
      continue;
    }
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t length =
        utf8proc_iterate(bytes + i, size - i, &code);
    if (length <= 0) {
      *out++ = static_cast<char>(c);
      ++i;
      continue;
    }
    out += utf8proc_encode_char(utf8proc_tolower(code),
                                reinterpret_cast<utf8proc_uint8_t*>(out));
    i += length;
  }
  return static_cast<size_t>(out - begin);
}

}  // namespace

std::string FoldForm(std::string_view form) {
  std::string folded(form.size() * 2 + 4, '\0');
  folded.resize(FoldInto(form, folded.data()));
  return folded;
}

Vocabulary::Vocabulary() : cells_(1024), shift_(64 - 10), ends_(1) {}

std::string_view Vocabulary::Form(WordId id) const {
  if (id == 0) return {};
  return std::string_view(forms_).substr(ends_[id - 1],
                                         ends_[id] - ends_[id - 1]);
}

Vocabulary::Key Vocabulary::ReadFolded(std::string_view folded) {
  // Folding leaves no capitals of ASCII, and the hash does not mind the rest.
  Key key;
  ReadAscii(folded, &key);
  return key;
}

WordId Vocabulary::FindFolded(std::string_view form) const {
  if (form.size() > kLongestForm) return 0;
  std::array<char, kLongestForm * 2 + 4> buffer;
  const std::string_view folded(buffer.data(), FoldInto(form, buffer.data()));
  return FindExactly(folded, ReadFolded(folded));
}

// Byte for byte: outside ASCII, what Lower() confuses are different letters.
WordId Vocabulary::FindExactly(std::string_view folded, const Key& key) const {
  const size_t mask = cells_.size() - 1;
  for (size_t at = key.hash >> shift_;; at = (at + 1) & mask) {
    const WordId id = cells_[at].id;
    if (id == 0 || Form(id) == folded) return id;
  }
}

WordId Vocabulary::Add(std::string_view form) {
  if (form.empty()) return 0;
  const std::string folded = FoldForm(form);
  const Key key = ReadFolded(folded);
  if (const WordId old = FindExactly(folded, key)) return old;
  if (2 * (ends_.size() + 1) > cells_.size()) Grow();
  const WordId id = size();
  forms_ += folded;
  ends_.push_back(static_cast<uint32_t>(forms_.size()));
  const bool confused = std::any_of(folded.begin(), folded.end(), IsConfused);
  odd_ |= confused;
  const bool odd = confused || !HoldsAsciiAlone(folded);
  Insert(
      {key.head, static_cast<uint32_t>(folded.size()) | (odd ? kOdd : 0), id},
      key.hash);
  return id;
}

void Vocabulary::Insert(const Cell& cell, uint64_t hash) {
  const size_t mask = cells_.size() - 1;
  size_t at = hash >> shift_;
  while (cells_[at].id != 0) at = (at + 1) & mask;
  cells_[at] = cell;
}

void Vocabulary::Grow() {
  std::vector<Cell> old(cells_.size() * 2);
  old.swap(cells_);
  --shift_;
  for (const Cell& cell : old) {
    if (cell.id != 0) Insert(cell, ReadFolded(Form(cell.id)).hash);
  }
}

}  // namespace stance
