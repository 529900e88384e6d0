// A Text that is used again allocates nothing.

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>

#include "service/engine/text/text.h"
#include "tests/engine/text/rules.h"

namespace {
size_t allocations = 0;
}  // namespace

void* operator new(size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
// Out of line: inlined beside a new that is not, the compiler takes it for a
// mismatch.
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, size_t) noexcept {
  std::free(memory);
}

namespace stance {
namespace {

TEST(AllocationTest, NoneTheSecondTime) {
  const TextRules rules = TestRules();
  std::string source;
  for (int i = 0; i < 100; ++i) {
    source +=
        "LONDON, May 3 (Agency) — The U.S. envoy's “peace plan” didn't win "
        "O'Brien over, Mr. Li said. “Why? ‘No’ is no,” he asked.\n- Łódź: "
        "12.5%\n\n";
  }
  Text text;
  const auto run = [&] {
    Tokenize(source, rules, &text);
    SplitSentences(rules, &text);
    PairQuotations(&text);
  };
  run();
  ASSERT_GT(text.tokens.size(), 1000u);
  ASSERT_GT(text.sentences.size(), 200u);
  ASSERT_GT(text.quotations.size(), 200u);
  const size_t before = allocations;
  run();
  EXPECT_EQ(allocations, before);
}

}  // namespace
}  // namespace stance
