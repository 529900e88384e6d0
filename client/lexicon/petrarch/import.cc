#include "client/lexicon/petrarch/import.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/input.h"
#include "client/lexicon/counts.h"
#include "client/lexicon/entry_text.h"
#include "client/lexicon/petrarch/convert.h"
#include "client/lexicon/petrarch/prove.h"
#include "client/table/display.h"

namespace stance::client::petrarch {
namespace {

namespace pb = lexicon::v1;

constexpr size_t kLargestFile = 1 << 30;
// So many actors to a file: what a person still reads, and threads share.
constexpr int kActorsInFile = 2000;

absl::Status ReadAll(const std::vector<std::string>& paths,
                     void (*read)(const std::string&, std::string_view,
                                  Dictionaries*),
                     Dictionaries* out) {
  for (const std::string& path : paths) {
    const auto text = ReadText(path, kLargestFile);
    if (!text.ok()) {
      return absl::Status(text.status().code(),
                          absl::StrCat(path, ": ", text.status().message()));
    }
    read(path, *text, out);
  }
  return absl::OkStatus();
}

void Count(const char* name, uint64_t count,
           authoring::v1::ImportReport* report) {
  authoring::v1::Count* out = report->add_counts();
  out->set_name(name);
  out->set_count(count);
}

void FillReport(const Dictionaries& dictionaries, const Converted& converted,
                authoring::v1::ImportReport* report) {
  uint64_t offices = 0, verbs = 0, patterns = 0;
  for (const pb::Actor& actor : converted.actors.actor()) {
    offices += actor.office_size();
  }
  for (const VerbBlock& block : dictionaries.blocks) {
    verbs += block.verbs.size();
    patterns += block.patterns.size();
  }
  Count("actors", converted.actors.actor_size(), report);
  Count("actors/records read", dictionaries.actors.size(), report);
  Count("actors/new names", converted.names, report);
  Count("actors/terms of office", offices, report);
  Count("agents", converted.agents.agent_size(), report);
  Count("agents/records read", dictionaries.agents.size(), report);
  Count("cues", converted.cues.cue_size(), report);
  Count("cues/verbs read", verbs, report);
  Count("cues/patterns read", patterns, report);
  Count("not imported", converted.left.size(), report);
  for (const Left& left : converted.left) {
    authoring::v1::NotImported* out = report->add_not_imported();
    out->set_file(left.place.file);
    out->set_line(left.place.line);
    // Dictionaries of old are not all UTF-8.
    out->set_text(MakePrintable(left.text));
    out->set_reason(left.reason);
  }
}

void AddFile(const std::string& name, const char* what, pb::LexiconFile file,
             Imported* imported) {
  file.set_description(absl::StrCat(
      what,
      ", made by `stancectl lexicon import` from dictionaries in the "
      "format of PETRARCH and TABARI. Import again rather than edit."));
  imported->files.emplace_back(name, EntryText(file));
  imported->report.add_files(name);
}

}  // namespace

absl::StatusOr<Dictionaries> ReadDictionaries(const ImportInput& input) {
  Dictionaries dictionaries;
  absl::Status status = ReadAll(input.actors, &ReadActors, &dictionaries);
  if (status.ok()) status = ReadAll(input.agents, &ReadAgents, &dictionaries);
  if (status.ok()) status = ReadAll(input.verbs, &ReadVerbs, &dictionaries);
  if (!status.ok()) return status;
  return dictionaries;
}

Imported Import(const Dictionaries& dictionaries, const OpenedLexicon& base,
                unsigned threads) {
  BaseLexicon known(base);
  Converted converted;
  converted.left = dictionaries.left;
  ConvertActors(dictionaries.actors, &known, &converted);
  ConvertAgents(dictionaries.agents, &known, &converted);
  ConvertVerbs(dictionaries.blocks, &known, &converted);
  KeepProven(base.sources, threads, &converted);
  std::stable_sort(converted.left.begin(), converted.left.end(),
                   [](const Left& a, const Left& b) {
                     return std::tie(a.place.file, a.place.line) <
                            std::tie(b.place.file, b.place.line);
                   });

  Imported imported;
  FillReport(dictionaries, converted, &imported.report);
  pb::LexiconFile part;
  int number = 0;
  for (pb::Actor& actor : *converted.actors.mutable_actor()) {
    *part.add_actor() = std::move(actor);
    if (part.actor_size() == kActorsInFile) {
      AddFile(absl::StrCat("actors-", ++number, ".txtpb"), "Actors",
              std::exchange(part, {}), &imported);
    }
  }
  if (part.actor_size() > 0) {
    AddFile(absl::StrCat("actors-", ++number, ".txtpb"), "Actors",
            std::move(part), &imported);
  }
  if (converted.agents.agent_size() > 0) {
    AddFile("agents.txtpb", "Agents", std::move(converted.agents), &imported);
  }
  if (converted.cues.cue_size() > 0) {
    AddFile("cues.txtpb", "Cues", std::move(converted.cues), &imported);
  }
  return imported;
}

std::string ImportReportAsText(const authoring::v1::ImportReport& report) {
  return CountsAsText(report.counts());
}

std::string NotImportedAsText(const authoring::v1::ImportReport& report) {
  std::string text;
  for (const authoring::v1::NotImported& left : report.not_imported()) {
    absl::StrAppend(&text, left.file(), ":", left.line(), "\t", left.text(),
                    "\t", left.reason(), "\n");
  }
  return text;
}

}  // namespace stance::client::petrarch
