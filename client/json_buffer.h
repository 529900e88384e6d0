// Room to write JSON in, and its values, as protobuf prints them.

#ifndef STANCE_CLIENT_JSON_BUFFER_H_
#define STANCE_CLIENT_JSON_BUFFER_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace stance::client {

// Whoever adds by hand asks for the room first (Ensure); the values see to it
// themselves. One thread at a time.
class JsonBuffer {
 public:
  // Keeps the room.
  void Clear() { size_ = 0; }

  // Room for so many bytes behind what is there, and for a block more.
  void Ensure(size_t more) {
    if (size_ + more + kBlock > room_) Grow(more);
  }
  char* end() { return bytes_.get() + size_; }
  void Advance(size_t size) { size_ += size; }
  void Put(char c) { bytes_[size_++] = c; }
  void ShrinkTo(size_t size) { size_ = size; }

  // `text` as it is.
  void Add(std::string_view text) {
    Ensure(text.size());
    std::memcpy(end(), text.data(), text.size());
    Advance(text.size());
  }
  // `text` with quotation marks, escaped: "<" too, so that it is safe inside
  // HTML's <script>.
  void AddString(std::string_view text);
  void AddNumber(uint32_t value);
  void AddNumber(int32_t value);
  // A finite one; with six digits, or nine where six do not tell it.
  void AddNumber(float value);

  size_t size() const { return size_; }
  std::string_view text() const { return {bytes_.get(), size_}; }

 private:
  // Bytes that are looked at, and copied, at once.
  static constexpr size_t kBlock = 16;

  void Grow(size_t more);
  size_t CopyPlainAscii(std::string_view text, size_t i);

  std::unique_ptr<char[]> bytes_;
  size_t size_ = 0;
  size_t room_ = 0;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_JSON_BUFFER_H_
