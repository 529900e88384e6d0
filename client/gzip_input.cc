#include "client/gzip_input.h"

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
  if (got <= 0) {
    int error = Z_OK;
    gzerror(file_, &error);
    if (error != Z_OK) broken_ = true;
    return traits_type::eof();
  }
  setg(buffer_.data(), buffer_.data(), buffer_.data() + got);
  return traits_type::to_int_type(buffer_[0]);
}

}  // namespace stance::client
