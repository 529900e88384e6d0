// What a Scratch that is used again still allocates: nothing for text, and for
// stances what the answer holds. Counted, not timed.

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "service/engine/classifier.h"
#include "tests/engine/shipped_lexicon.h"

namespace {
// Each thread counts its own: the lexicon is read by several.
thread_local size_t allocations = 0;
}  // namespace

void* operator new(size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
// std::stable_sort's buffer.
void* operator new(size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size);
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

// News that holds no stance: long names, pronouns, speech, quotations, figures.
constexpr std::string_view kPlain =
    "LAGOS, May 3 (Agency) — The ferry left the harbour of Port Harcourt at "
    "12.30 on Tuesday with 412 passengers aboard, Mr. Adewale Okonkwo told "
    "reporters. He has run the shipping company since 2009. “The weather was "
    "calm, and the engines were new,” he said. Its crew of 14 spoke to the "
    "harbour master's office twice before midnight, and a tugboat that had "
    "come from Bonny Island reached it two hours later. The Ministry of "
    "Transport, which keeps the register, said the vessel was built in Busan "
    "in 1998. Łukasz Święcicki, a Polish engineer who was on deck, "
    "photographed "
    "the sunrise.\n\n";

constexpr std::string_view kStances =
    "China supports a political solution and opposes sanctions. Peru condemned "
    "the raid. “We welcome the ceasefire,” German Foreign Minister Annalena "
    "Baerbock said. Norway does not support the ban. Lavrov said Russia "
    "rejected the proposal.\n\n";

std::string Times(int times, std::string_view text) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

size_t CountStances(const Analysis& analysis) {
  size_t count = 0;
  for (const ActorStances& actor : analysis.actors) {
    count += actor.stances.size();
  }
  return count;
}

struct Steady {
  size_t allocations = 0;
  size_t stances = 0;
};

// What the third call with an article allocates.
Steady Measure(const std::string& text) {
  static const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  const ArticleView article{.text = text, .publish_date = 20240503};
  Steady steady;
  for (int i = 0; i < 3; ++i) {
    const size_t before = allocations;
    const auto analysis = classifier.Classify(article, {}, &scratch);
    steady.allocations = allocations - before;
    EXPECT_TRUE(analysis.ok()) << analysis.status();
    if (analysis.ok()) steady.stances = CountStances(*analysis);
  }
  return steady;
}

TEST(AllocationTest, TextWithoutStancesAllocatesNothing) {
  const Steady steady = Measure(Times(1, kPlain));
  ASSERT_EQ(steady.stances, 0u);
  EXPECT_EQ(steady.allocations, 0u);
}

TEST(AllocationTest, LongTextWithoutStancesAllocatesNothing) {
  const Steady steady = Measure(Times(40, kPlain));
  ASSERT_EQ(steady.stances, 0u);
  EXPECT_EQ(steady.allocations, 0u);
}

// The same stances in forty times as many words.
TEST(AllocationTest, GrowsWithStancesNotWithTokens) {
  const Steady alone = Measure(std::string(kStances));
  const Steady among = Measure(std::string(kStances) + Times(40, kPlain));
  ASSERT_GE(alone.stances, 4u);
  ASSERT_EQ(among.stances, alone.stances);
  EXPECT_EQ(among.allocations, alone.allocations);
  // The list of actors; what most of them and their stances have lies inside.
  EXPECT_GT(alone.allocations, 0u);
  EXPECT_LE(alone.allocations, alone.stances);
}

}  // namespace
}  // namespace stance
