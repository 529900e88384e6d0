// Looking a std::string_view up in Abseil's tables without a copy. Debian's
// Abseil is built for C++14, where absl::string_view is a type of its own.
// Internal to engine/text.

#ifndef STANCE_ENGINE_TEXT_LOOKUP_H_
#define STANCE_ENGINE_TEXT_LOOKUP_H_

#include <string_view>

#include "absl/strings/string_view.h"

namespace stance::text_internal {

inline absl::string_view Key(std::string_view text) {
  return absl::string_view(text.data(), text.size());
}

}  // namespace stance::text_internal

#endif  // STANCE_ENGINE_TEXT_LOOKUP_H_
