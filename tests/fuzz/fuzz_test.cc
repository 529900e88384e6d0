// The fuzzers' targets on their seeds and on mutations of them, the same ones
// every time: what ./dev fuzz does at length, and proof that it still can.

#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "service/engine/examples.h"
#include "service/lexicon_files/load.h"
#include "tests/fuzz/in_time.h"
#include "tests/fuzz/seeds.h"

namespace stance {
namespace {

constexpr int kMutations = 300;

// What is likely to matter where it stands.
const std::string kInserts[] = {
    "\"", "'",    "“",    "”",     "’",    ".",
    "\n", "\n\n", ",",    " not ", "{",    "}",
    ":",  "-1",   "\xff", "é",     "🙂", "(",
    "$",  " to ", "—",    "%s",    "[",    "]",
    "\\", "# ",   "0",    " of ",  "who",  std::string(1, '\0')};

class Mutator {
 public:
  // A seed with one to four changes.
  std::string Mutate(const std::vector<std::string>& seeds) {
    std::string text = seeds[Below(seeds.size())];
    for (size_t i = Below(4) + 1; i > 0; --i) Change(seeds, &text);
    return text;
  }

 private:
  size_t Below(size_t limit) { return random_() % limit; }

  void Change(const std::vector<std::string>& seeds, std::string* text) {
    if (text->empty()) return;
    const size_t at = Below(text->size());
    const size_t length = Below(40) + 1;
    switch (Below(6)) {
      case 0:
        (*text)[at] = static_cast<char>(random_());
        break;
      case 1:
        text->erase(at, length);
        break;
      case 2:
        text->insert(at, text->substr(Below(text->size()), length));
        break;
      case 3:
        text->insert(at, kInserts[Below(std::size(kInserts))]);
        break;
      case 4:
        text->resize(at);
        break;
      default: {
        const std::string& other = seeds[Below(seeds.size())];
        text->replace(at, std::string::npos,
                      other.substr(Below(other.size() + 1)));
      }
    }
  }

  std::mt19937 random_{20260304};
};

TEST(FuzzTest, SeedsAndMutations) {
  for (const FuzzTarget& target : FuzzTargets()) {
    SCOPED_TRACE(target.name);
    const std::vector<std::string> seeds = target.seeds();
    ASSERT_GE(seeds.size(), 10u);
    EXPECT_EQ(target.run(""), "");
    for (const std::string& seed : seeds) {
      ASSERT_EQ(RunInTime(target.run, seed), "")
          << testing::PrintToString(seed);
    }
    Mutator mutator;
    for (int i = 0; i < kMutations; ++i) {
      const std::string input = mutator.Mutate(seeds);
      ASSERT_EQ(RunInTime(target.run, input), "")
          << testing::PrintToString(input);
    }
  }
}

// The seed that reaches what lies behind the findings.
TEST(FuzzTest, TheSmallLexiconIsWhole) {
  std::vector<Finding> findings;
  std::vector<LexiconSource> sources = {
      ParseLexiconText("small_lexicon.txtpb", SmallLexicon(), &findings)};
  std::vector<Example> examples;
  const auto lexicon =
      CompileLexicon(sources, "small", "1", "0", &findings, &examples);
  for (const Finding& finding : findings) {
    ADD_FAILURE() << FormatFinding(finding);
  }
  ASSERT_NE(lexicon, nullptr);
  const Classifier classifier(lexicon);
  for (const ExampleFailure& failure : RunExamples(classifier, examples, 1)) {
    ADD_FAILURE() << FormatFinding(ToFinding(failure));
  }
}

// The names of all fields and enumerators that lexicon files can hold.
void AddNames(const google::protobuf::FileDescriptor& file,
              std::vector<std::string>* names) {
  for (int i = 0; i < file.message_type_count(); ++i) {
    const google::protobuf::Descriptor& message = *file.message_type(i);
    for (int j = 0; j < message.field_count(); ++j) {
      names->push_back(message.field(j)->name());
    }
  }
  for (int i = 0; i < file.enum_type_count(); ++i) {
    const google::protobuf::EnumDescriptor& type = *file.enum_type(i);
    for (int j = 0; j < type.value_count(); ++j) {
      names->push_back(type.value(j)->name());
    }
  }
}

TEST(FuzzTest, TheDictionaryOfLexiconFilesHoldsTheirNames) {
  std::ifstream file(STANCE_SOURCE_DIR "/tests/fuzz/dictionaries/lexicon.dict");
  std::set<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.insert(line);
  std::vector<std::string> names;
  AddNames(*lexicon::v1::LexiconFile::descriptor()->file(), &names);
  ASSERT_GT(names.size(), 200u);
  for (const std::string& name : names) {
    EXPECT_TRUE(lines.contains('"' + name + '"')) << name;
  }
}

}  // namespace
}  // namespace stance
