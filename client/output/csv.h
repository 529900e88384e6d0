// Tables as CSV (RFC 4180): commas, CR LF, quotation marks where needed.

#ifndef STANCE_CLIENT_OUTPUT_CSV_H_
#define STANCE_CLIENT_OUTPUT_CSV_H_

#include <string>
#include <string_view>
#include <vector>

#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// One line with its end. Cells are written as they are: a program that reads
// them gets every byte back.
std::string CsvLine(const std::vector<std::string>& cells);

// The header of StancesAsCsv, with its line end.
std::string StanceCsvHeader();

// One line a stance, with the evidence that shows it clearest:
//   article_id, actor_id, actor, actor_kind, polarity, target_id, target,
//   target_text, target_kind, confidence, derived, factuality, quoted,
//   speakers (separated by "; "), cue, sentence, part, sentence_begin,
//   sentence_end, places (in how many the article shows it)
// Words are those of the API in lower case ("supports", "armed_group"); offsets
// are in the unit asked for.
std::string StancesAsCsv(const v1::ClassifyArticleResponse& answer);

}  // namespace stance::client

#endif  // STANCE_CLIENT_OUTPUT_CSV_H_
