// Articles as JSON Lines in, answers as JSON Lines out.
//
// Each input line is a stance.v1.Article, each output line the
// ClassifyArticleResponse of one that was answered, in canonical protobuf JSON
// and in the order of the input. Blank lines are passed over. Memory does not
// grow with the input.

#ifndef STANCE_CLIENT_BATCH_BATCH_H_
#define STANCE_CLIENT_BATCH_BATCH_H_

#include <cstdint>
#include <istream>
#include <set>
#include <string>

#include "client/answerer.h"
#include "client/batch/ordered_writer.h"
#include "stance/v1/options.pb.h"

namespace stance::client {

struct BatchOptions {
  v1::ClassifyOptions classify;
  size_t parallel = 1;  // articles at once
};

struct BatchSummary {
  uint64_t articles = 0;  // lines that held something
  bool output_broken = false;
  // Names of members that articles do not have; the first hundred of them.
  std::set<std::string> unknown_fields;
};

// Answers every line of `input`. `sink` gets the results one at a time, in
// order; where it returns false the run stops.
BatchSummary RunBatch(std::istream* input, const BatchOptions& options,
                      Answerer* answerer, const OrderedWriter::Sink& sink);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_BATCH_H_
