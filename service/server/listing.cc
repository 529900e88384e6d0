#include "service/server/listing.h"

#include <algorithm>
#include <optional>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "service/engine/lexicon/vocabulary.h"
#include "service/server/errors.h"

namespace stance {
namespace {

constexpr size_t kPageSize = 100;
constexpr size_t kLargestPage = 1000;

// What all tokens of one list, lexicon and filter begin with.
std::string TokenPrefix(std::string_view list, std::string_view lexicon,
                        std::string_view folded_filter) {
  std::string prefix;
  for (const std::string_view part : {list, lexicon, folded_filter}) {
    prefix.append(part).push_back('\0');
  }
  return prefix;
}

// The id that the page before ended with.
std::optional<std::string> ReadToken(const std::string& token,
                                     const std::string& prefix) {
  std::string text;
  if (!absl::WebSafeBase64Unescape(token, &text) ||
      text.compare(0, prefix.size(), prefix) != 0) {
    return std::nullopt;
  }
  return text.substr(prefix.size());
}

}  // namespace

absl::StatusOr<Page> FindPage(const std::vector<Catalogue::Item>& items,
                              std::string_view list, std::string_view lexicon,
                              const PageRequest& request) {
  if (request.page_size < 0) {
    return InvalidField("OUT_OF_RANGE", "page_size",
                        absl::StrCat(request.page_size, " is negative"));
  }
  const size_t size =
      request.page_size == 0
          ? kPageSize
          : std::min(kLargestPage, static_cast<size_t>(request.page_size));
  const std::string filter = FoldForm(request.filter);
  const std::string prefix = TokenPrefix(list, lexicon, filter);
  auto item = items.begin();
  if (!request.page_token.empty()) {
    const std::optional<std::string> last =
        ReadToken(request.page_token, prefix);
    if (!last) {
      return InvalidField(
          "INVALID_PAGE_TOKEN", "page_token",
          "it does not belong to this list with this filter and the lexicon "
          "that is served now; begin again with the first page");
    }
    item =
        std::upper_bound(items.begin(), items.end(), *last,
                         [](const std::string& id, const Catalogue::Item& of) {
                           return id < of.id;
                         });
  }
  Page page;
  for (; item != items.end(); ++item) {
    if (!item->Contains(filter)) continue;
    if (page.items.size() == size) {
      page.next_page_token =
          absl::WebSafeBase64Escape(prefix + page.items.back()->id);
      break;
    }
    page.items.push_back(&*item);
  }
  return page;
}

}  // namespace stance
