// One Classifier for many threads, and lexicons that come and go meanwhile:
// ThreadSanitizer watches.

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "service/engine/classifier.h"
#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

constexpr std::string_view kText =
    "China supports a political solution and opposes sanctions, Qin Gang said. "
    "\"We welcome the plan,\" said Ana Reyes, a farmer. She called the tariff "
    "a "
    "mistake. Brazil urged Japan to stop subsidising the whaling fleet.";

std::string Summary(const Analysis& analysis) {
  std::string summary;
  for (const ActorStances& actor : analysis.actors) {
    for (const Stance& stance : actor.stances) {
      summary.append(actor.actor.display_name)
          .append("|" + std::to_string(stance.polarity) + "|")
          .append(stance.target.text)
          .append("\n");
    }
  }
  return summary;
}

TEST(ConcurrencyTest, ThreadsShareAClassifier) {
  std::shared_ptr<const Lexicon> lexicon = ShippedLexicon();
  const Classifier classifier(lexicon);
  Classifier::Scratch scratch;
  const std::string expected =
      Summary(*classifier.Classify({.text = kText}, {}, &scratch));
  ASSERT_NE(expected, "");
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      Classifier::Scratch own;
      for (int i = 0; i < 50; ++i) {
        // A snapshot of one's own, as a request pins it.
        const Classifier pinned(lexicon);
        EXPECT_EQ(Summary(*pinned.Classify({.text = kText}, {}, &own)),
                  expected);
        EXPECT_EQ(Summary(*classifier.Classify({.text = kText}, {}, &own)),
                  expected);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace stance
