// Long lists in pages, without a memory of who reads them (AIP-158).

#ifndef STANCE_SERVER_LISTING_H_
#define STANCE_SERVER_LISTING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/lexicon_files/catalogue.h"

namespace stance {

// As the requests have them.
struct PageRequest {
  int32_t page_size = 0;
  std::string page_token;
  std::string filter;
};

struct Page {
  std::vector<const Catalogue::Item*> items;
  std::string next_page_token;  // empty on the last page
};

// The items of one page, by id. A token holds the name of the list, the
// lexicon, the filter and the last id, and nothing else does: any server with
// the same lexicon can go on where another stopped.
//
// INVALID_ARGUMENT: OUT_OF_RANGE where the page size is negative,
// INVALID_PAGE_TOKEN where the token is not one of this list, lexicon and
// filter.
absl::StatusOr<Page> FindPage(const std::vector<Catalogue::Item>& items,
                              std::string_view list, std::string_view lexicon,
                              const PageRequest& request);

}  // namespace stance

#endif  // STANCE_SERVER_LISTING_H_
