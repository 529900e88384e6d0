// A matrix as spreadsheets and network tools read it.

#ifndef STANCE_CLIENT_MATRIX_FORMATS_H_
#define STANCE_CLIENT_MATRIX_FORMATS_H_

#include <cstdint>
#include <string>

#include "client/matrix/matrix.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// One row an actor, one column a target. `cell` is "net" (supports minus
// opposes), "supports", "opposes", "neutral", "stances" (all three) or
// "articles"; where an actor holds nothing on a target, the cell is empty.
std::string MatrixAsCsv(const Matrix& matrix, const std::string& cell);

// A network of two kinds of nodes (GraphML): an edge from an actor to each
// target that it holds something on. Nodes have name, role ("actor" or
// "target"), kind, lexicon_id and stances; edges have weight (all stances, for
// tools that take it for one), supports, opposes, neutral, net, articles.
std::string MatrixAsGraphml(const Matrix& matrix);

// The header of StatementsAsCsv.
std::string StatementCsvHeader();

// One line a statement, in the columns that Discourse Network Analyzer exports
// and users import: id, document, date, person, organization, concept,
// agreement, text. `person` is who speaks (or the actor, where it is one),
// `organization` the actor where it is none; `agreement` is 1 for supports, 0
// for opposes: neutral stances are left out. `date` (YYYY-MM-DD) may be empty;
// `id` counts from *next_id.
std::string StatementsAsCsv(const v1::ClassifyArticleResponse& answer,
                            const Matrix::Options& options,
                            const std::string& date, uint64_t* next_id);

}  // namespace stance::client

#endif  // STANCE_CLIENT_MATRIX_FORMATS_H_
