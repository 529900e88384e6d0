#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "client/commands/lexicon_commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/json.h"
#include "client/lexicon/open_lexicon.h"
#include "client/lexicon/petrarch/import.h"

namespace stance::client {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNotImported = "NOT_IMPORTED.tsv";

struct LexiconImportFlags {
  std::string from;
  petrarch::ImportInput input;
  std::string output;
  std::vector<std::string> base;
  std::string format = "table";
};

bool WriteFile(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file) return true;
  PrintError(path.string(), "cannot be written");
  return false;
}

// A directory with other files in it is not written to: old entries would stay
// beside the new ones.
bool MakeEmptyDirectory(const std::string& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (!error && fs::is_directory(directory, error) &&
      fs::is_empty(directory, error)) {
    return true;
  }
  PrintError(directory, error ? error.message()
                              : "is not an empty directory; name a new one");
  return false;
}

int RunLexiconImport(const LexiconImportFlags& flags) {
  const auto dictionaries = petrarch::ReadDictionaries(flags.input);
  if (!dictionaries.ok()) {
    PrintError("", dictionaries.status());
    return kExitUsage;
  }
  const auto base = OpenLexicon(ChooseLexicon(flags.base));
  if (!base.ok()) {
    PrintError("", base.status());
    return kExitUsage;
  }
  if (!MakeEmptyDirectory(flags.output)) return kExitUsage;
  const petrarch::Imported imported = petrarch::Import(
      *dictionaries, *base, std::thread::hardware_concurrency());
  for (const auto& [name, text] : imported.files) {
    if (!WriteFile(fs::path(flags.output) / name, text)) return kExitUsage;
  }
  if (!WriteFile(fs::path(flags.output) / kNotImported,
                 petrarch::NotImportedAsText(imported.report))) {
    return kExitUsage;
  }
  if (flags.format == "json") {
    std::cout << ToJson(imported.report, /*indented=*/true);
  } else {
    std::cout << petrarch::ImportReportAsText(imported.report) << "\n"
              << (fs::path(flags.output) / kNotImported).string()
              << " lists what was not imported, and why\n";
  }
  return kExitOk;
}

}  // namespace

void AddLexiconImportCommand(CLI::App* lexicon, int* exit_code) {
  auto flags = std::make_shared<LexiconImportFlags>();
  CLI::App* command = lexicon->add_subcommand(
      "import", "Other projects' dictionaries as a lexicon to lay over one");
  command->footer(
      "Example:\n"
      "  stancectl lexicon import --from=petrarch --actors countries.txt \\\n"
      "      --agents agents.txt --verbs verbs.txt --output imported\n"
      "docs/petrarch.md says what becomes of which code. Names and verbs that "
      "the lexicon has already are left out; what is left out is listed in "
      "NOT_IMPORTED.tsv.");
  command
      ->add_option("--from", flags->from,
                   "The dictionaries' format: petrarch, which is TABARI's too")
      ->required()
      ->check(CLI::IsMember({"petrarch"}));
  command->add_option("--actors", flags->input.actors, "Files of actors");
  command->add_option("--agents", flags->input.agents, "Files of agents");
  command->add_option("--verbs", flags->input.verbs, "Files of verbs");
  command
      ->add_option("--output", flags->output,
                   "A new directory for the lexicon's files")
      ->required();
  command
      ->add_option("--lexicon", flags->base,
                   "The lexicon that it is laid over; several are layers "
                   "(default: $STANCE_LEXICON, or the one that came with "
                   "stancectl)")
      ->allow_extra_args(false);
  command
      ->add_option("--format", flags->format,
                   "table, or json: stance.authoring.v1.ImportReport")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command->callback([flags, exit_code] {
    if (flags->input.actors.empty() && flags->input.agents.empty() &&
        flags->input.verbs.empty()) {
      throw CLI::RequiredError("one of --actors, --agents, --verbs");
    }
    *exit_code = RunLexiconImport(*flags);
  });
}

}  // namespace stance::client
