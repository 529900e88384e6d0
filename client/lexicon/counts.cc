#include "client/lexicon/counts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/table/display.h"

namespace stance::client {

std::string CountsAsText(
    const google::protobuf::RepeatedPtrField<authoring::v1::Count>& counts) {
  std::vector<std::pair<std::string, uint64_t>> rows;
  size_t width = 0;
  for (const authoring::v1::Count& count : counts) {
    const size_t slash = count.name().find('/');
    rows.emplace_back(slash == std::string::npos
                          ? count.name()
                          : "  " + count.name().substr(slash + 1),
                      count.count());
    width = std::max(width, DisplayWidth(rows.back().first));
  }
  std::string text;
  for (const auto& [name, count] : rows) {
    const std::string space(width - DisplayWidth(name), ' ');
    text += absl::StrFormat("%s%s  %7d\n", name, space, count);
  }
  return text;
}

std::string Counted(uint64_t count, const char* what) {
  return absl::StrCat(count == 0 ? "no" : absl::StrCat(count), " ", what,
                      count == 1 ? "" : "s");
}

}  // namespace stance::client
