// A lexicon with a handful of entries, written to a directory of its own: the
// shipped grammar, and entries that these tests can rely on.

#ifndef STANCE_TESTS_SERVER_TEST_LEXICON_H_
#define STANCE_TESTS_SERVER_TEST_LEXICON_H_

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "gtest/gtest.h"

namespace stance {

inline constexpr std::string_view kTestEntries = R"(
actor { id: "country/CHN" name: "China" kind: ACTOR_KIND_COUNTRY }
actor { id: "country/FRA" name: "France" kind: ACTOR_KIND_COUNTRY }
issue { id: "issue/sanctions" name: "sanctions" }
cue {
  id: "cue/support" lemma: "support" word_class: WORD_CLASS_VERB
  polarity: POLARITY_SUPPORTS sense: SENSE_EVALUATION
  frame { target { slot: SLOT_OBJECT } }
  example: "{China} supports [a plan]."
  counter_example: "France met the supporting cast."
}
cue {
  id: "cue/oppose" lemma: "oppose" word_class: WORD_CLASS_VERB
  polarity: POLARITY_OPPOSES sense: SENSE_EVALUATION
  frame { target { slot: SLOT_OBJECT } }
  example: "{China} opposes [a plan]."
  counter_example: "France met the opposing team."
}
)";

// A new directory that no other test has.
inline std::filesystem::path MakeTempDirectory() {
  std::string path = testing::TempDir() + "stance_XXXXXX";
  if (mkdtemp(path.data()) == nullptr) ADD_FAILURE() << "no directory " << path;
  return path;
}

inline void WriteFile(const std::filesystem::path& path,
                      std::string_view text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

inline std::filesystem::path MakeTestLexicon() {
  const std::filesystem::path directory = MakeTempDirectory();
  std::filesystem::copy(STANCE_SOURCE_DIR "/service/lexicon/en/grammar",
                        directory / "grammar");
  WriteFile(directory / "entries.txtpb", kTestEntries);
  WriteFile(directory / "VERSION", "7\n");
  return directory;
}

}  // namespace stance

#endif  // STANCE_TESTS_SERVER_TEST_LEXICON_H_
