#include "client/matrix/matrix.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "client/answer_file.h"
#include "client/article_index.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/matrix/formats.h"
#include "client/number_checks.h"

namespace stance::client {
namespace {

struct MatrixFlags {
  std::string answers;
  BatchInput articles;
  std::string format = "csv";
  std::string cell = "net";
  Matrix::Options options;
};

int RunMatrix(const MatrixFlags& flags) {
  ArticleIndex index;
  if (!flags.articles.path.empty()) {
    auto read = ReadArticleIndex(flags.articles);
    if (!read.ok()) {
      PrintError("", read.status());
      return kExitUsage;
    }
    index = *std::move(read);
  }
  const bool statements = flags.format == "dna";
  if (statements) std::cout << StatementCsvHeader();
  Matrix matrix(flags.options);
  uint64_t next_id = 1;
  bool any_known = false;
  const absl::Status status = ForEachAnswer(
      flags.answers, [&](const v1::ClassifyArticleResponse& answer) {
        if (!statements) {
          matrix.Add(answer);
          return;
        }
        const auto fact = index.find(answer.article_id());
        any_known = any_known || fact != index.end();
        std::cout << StatementsAsCsv(
            answer, flags.options,
            fact == index.end() ? std::string() : fact->second.date, &next_id);
      });
  if (!status.ok()) {
    PrintError("", status);
    return kExitUsage;
  }
  if (statements && !flags.articles.path.empty() && !any_known) {
    PrintError(flags.articles.path,
               "no article has the id of an answer: statements have no dates");
  }
  if (flags.format == "graphml") std::cout << MatrixAsGraphml(matrix);
  if (flags.format == "csv") std::cout << MatrixAsCsv(matrix, flags.cell);
  return kExitOk;
}

}  // namespace

void AddMatrixCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<MatrixFlags>();
  CLI::App* command = program->add_subcommand(
      "matrix", "Actors by targets over many answers: a table, or a network");
  command->footer(
      "Examples:\n"
      "  stancectl batch --embedded --input articles.jsonl --output "
      "answers.jsonl\n"
      "  stancectl matrix --answers answers.jsonl --issues-only > table.csv\n"
      "  stancectl matrix --answers answers.jsonl --format=graphml > "
      "stances.graphml\n"
      "  stancectl matrix --answers answers.jsonl --articles articles.jsonl "
      "\\\n"
      "      --format=dna > statements.csv");
  command
      ->add_option("--answers", flags->answers,
                   "Answers as `stancectl batch` writes them in JSON Lines; "
                   "gzip too; \"-\" is standard input")
      ->required();
  command->add_option("--articles", flags->articles.path,
                      "What the batch read: the dates of statements are there");
  command->add_option("--columns", flags->articles.columns,
                      "Which column of its CSV is which field, as in batch");
  command
      ->add_option("--format", flags->format,
                   "csv: one row an actor, one column a target; graphml: a "
                   "network for igraph, Gephi, visone; dna: one line a "
                   "statement, for Discourse Network Analyzer")
      ->check(CLI::IsMember({"csv", "graphml", "dna"}))
      ->capture_default_str();
  command
      ->add_option("--cell", flags->cell,
                   "With csv: net (supports minus opposes), supports, opposes, "
                   "neutral, stances or articles")
      ->check(CLI::IsMember(
          {"net", "supports", "opposes", "neutral", "stances", "articles"}))
      ->capture_default_str();
  command
      ->add_option("--min-confidence", flags->options.min_confidence,
                   "Leave out stances below it, 0 to 1")
      ->check(CheckConfidence);
  command->add_flag("--issues-only", flags->options.issues_only,
                    "Leave out targets that are no issue of the lexicon");
  command
      ->add_option("--min-stances", flags->options.min_stances,
                   "Leave out actors and targets with fewer stances")
      ->check(CheckCount)
      ->capture_default_str();
  command->callback([flags, exit_code] { *exit_code = RunMatrix(*flags); });
}

}  // namespace stance::client
