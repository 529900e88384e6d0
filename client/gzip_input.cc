#include "client/gzip_input.h"

#include <ios>

namespace stance::client {

GzipInputBuffer::GzipInputBuffer(int descriptor)
    : file_(gzdopen(descriptor, "rb")) {
  gzbuffer(file_, 128 << 10);
}

GzipInputBuffer::~GzipInputBuffer() { gzclose(file_); }

GzipInputBuffer::int_type GzipInputBuffer::underflow() {
  const int got =
      gzread(file_, buffer_.data(), static_cast<unsigned>(buffer_.size()));
  position_ = static_cast<uint64_t>(gzoffset(file_));
  int error = Z_OK;
  if (got <= 0) gzerror(file_, &error);
  // The only way for a buffer to set badbit: the stream catches it.
  if (error != Z_OK) throw std::ios_base::failure("broken gzip");
  if (got <= 0) return traits_type::eof();
  setg(buffer_.data(), buffer_.data(), buffer_.data() + got);
  return traits_type::to_int_type(buffer_[0]);
}

}  // namespace stance::client
