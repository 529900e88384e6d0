// Dictionaries of PETRARCH and TABARI -> a directory of lexicon files that is
// laid over a lexicon.

#ifndef STANCE_CLIENT_LEXICON_PETRARCH_IMPORT_H_
#define STANCE_CLIENT_LEXICON_PETRARCH_IMPORT_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/lexicon/open_lexicon.h"
#include "client/lexicon/petrarch/dictionary.h"
#include "stance/authoring/v1/authoring.pb.h"

namespace stance::client::petrarch {

struct ImportInput {
  std::vector<std::string> actors;  // files, gzipped or not
  std::vector<std::string> agents;
  std::vector<std::string> verbs;
};

// Reads all files. Errors: one of them cannot be read.
absl::StatusOr<Dictionaries> ReadDictionaries(const ImportInput& input);

struct Imported {
  // The files by name, as text: actors-1.txtpb, agents.txtpb, cues.txtpb.
  std::vector<std::pair<std::string, std::string>> files;
  authoring::v1::ImportReport report;
};

// Turns the records into entries for a layer over `base`, and lets each prove
// itself there: entries with a finding, and those whose examples fail, are left
// out. All that is left out is in the report, in the order of the files.
Imported Import(const Dictionaries& dictionaries, const OpenedLexicon& base,
                unsigned threads);

// Counts, then where the rest is told.
std::string ImportReportAsText(const authoring::v1::ImportReport& report);

// Tab-separated: place, what was left out, why.
std::string NotImportedAsText(const authoring::v1::ImportReport& report);

}  // namespace stance::client::petrarch

#endif  // STANCE_CLIENT_LEXICON_PETRARCH_IMPORT_H_
