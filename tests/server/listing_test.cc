#include "service/server/listing.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "service/server/errors.h"

namespace stance {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<Catalogue::Item> kItems = {
    {2, "country/CHN", "country/chn\nchina\nprc"},
    {0, "country/FRA", "country/fra\nfrance"},
    {4, "org/b", "org/b\nbee\nchina bee"},
    {1, "org/c", "org/c\ncée"},
    {3, "org/d", "org/d\ndee"},
};

std::vector<std::string> Ids(const Page& page) {
  std::vector<std::string> ids;
  for (const Catalogue::Item* item : page.items) ids.push_back(item->id);
  return ids;
}

absl::StatusOr<Page> Find(const PageRequest& request,
                          std::string_view list = "actors",
                          std::string_view lexicon = "abc") {
  return FindPage(kItems, list, lexicon, request);
}

TEST(ListingTest, Filters) {
  const struct {
    const char* filter;
    std::vector<std::string> ids;
  } rows[] = {
      {"", {"country/CHN", "country/FRA", "org/b", "org/c", "org/d"}},
      {"CHINA", {"country/CHN", "org/b"}},
      {"country/", {"country/CHN", "country/FRA"}},
      {"CÉE", {"org/c"}},
      {"prc", {"country/CHN"}},
      {"nothing", {}},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.filter);
    const auto page = Find({.filter = row.filter});
    ASSERT_TRUE(page.ok()) << page.status();
    EXPECT_EQ(Ids(*page), row.ids);
    EXPECT_EQ(page->next_page_token, "");
  }
}

TEST(ListingTest, PagesFollowEachOther) {
  for (const int32_t size : {1, 2, 3, 5, 1000, 1'000'000}) {
    for (const char* filter : {"", "e", "org"}) {
      SCOPED_TRACE(testing::Message() << size << filter);
      const std::vector<std::string> all = Ids(*Find({.filter = filter}));
      std::vector<std::string> together;
      PageRequest request{.page_size = size, .filter = filter};
      do {
        const auto page = Find(request);
        ASSERT_TRUE(page.ok()) << page.status();
        EXPECT_FALSE(page->items.empty());  // no empty page at the end
        EXPECT_LE(page->items.size(), static_cast<size_t>(size));
        for (const std::string& id : Ids(*page)) together.push_back(id);
        request.page_token = page->next_page_token;
      } while (!request.page_token.empty());
      EXPECT_EQ(together, all);
    }
  }
}

TEST(ListingTest, APageHasItsLimits) {
  std::vector<Catalogue::Item> many;
  for (uint32_t i = 0; i < 3000; ++i) {
    many.push_back({i, "org/" + std::to_string(10'000 + i), ""});
  }
  EXPECT_EQ(FindPage(many, "actors", "abc", {})->items.size(), 100u);
  EXPECT_EQ(FindPage(many, "actors", "abc", {.page_size = 1001})->items.size(),
            1000u);
}

TEST(ListingTest, TokensAreOfOneListOneLexiconAndOneFilter) {
  const std::string token =
      Find({.page_size = 1, .filter = "c"})->next_page_token;
  ASSERT_NE(token, "");
  EXPECT_THAT(Ids(*Find({.page_token = token, .filter = "C"})),
              ElementsAre("country/FRA", "org/b", "org/c"));
  // Another size is another matter.
  EXPECT_THAT(Ids(*Find({.page_size = 2, .page_token = token, .filter = "c"})),
              ElementsAre("country/FRA", "org/b"));
  const struct {
    const char* name;
    absl::StatusOr<Page> page;
  } rows[] = {
      {"another list", Find({.page_token = token, .filter = "c"}, "issues")},
      {"another lexicon",
       Find({.page_token = token, .filter = "c"}, "actors", "abd")},
      {"another filter", Find({.page_token = token, .filter = "ch"})},
      {"no filter", Find({.page_token = token})},
      {"made up", Find({.page_token = "org/b", .filter = "c"})},
      {"cut", Find({.page_token = token.substr(1), .filter = "c"})},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(row.page.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_EQ(ErrorReason(row.page.status()), "INVALID_PAGE_TOKEN");
  }
}

TEST(ListingTest, NegativeSizesAreOutOfRange) {
  const auto page = Find({.page_size = -1});
  EXPECT_EQ(ErrorReason(page.status()), "OUT_OF_RANGE");
  EXPECT_EQ(page.status().message(), "page_size: -1 is negative");
}

TEST(ListingTest, AnEmptyListIsAPage) {
  const auto page = FindPage({}, "actors", "abc", {});
  ASSERT_TRUE(page.ok());
  EXPECT_THAT(page->items, IsEmpty());
  EXPECT_EQ(page->next_page_token, "");
}

}  // namespace
}  // namespace stance
