#include "client/fold_case.h"

#include <utf8proc.h>

#include <cstdlib>

namespace stance::client {

std::string FoldCase(std::string_view text) {
  utf8proc_uint8_t* folded = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &folded,
                   static_cast<utf8proc_option_t>(
                       UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
  if (size < 0) return std::string(text);
  std::string out(reinterpret_cast<const char*>(folded),
                  static_cast<size_t>(size));
  std::free(folded);
  return out;
}

}  // namespace stance::client
