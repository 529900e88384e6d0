// Debian's Abseil is built for C++14, where absl::string_view is a type of its
// own.

#ifndef STANCE_SERVICE_SERVER_ABSL_VIEW_H_
#define STANCE_SERVICE_SERVER_ABSL_VIEW_H_

#include <string_view>

#include "absl/strings/string_view.h"

namespace stance {

// The same bytes, as Abseil takes them.
inline absl::string_view ToAbsl(std::string_view text) {
  return absl::string_view(text.data(), text.size());
}

}  // namespace stance

#endif  // STANCE_SERVICE_SERVER_ABSL_VIEW_H_
