// `stancectl lexicon info`, `list-actors` and `list-issues`: what is in the
// lexicon that answers.

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "client/commands/lexicon_commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/json.h"
#include "client/lexicon/server_lexicon.h"
#include "client/number_checks.h"
#include "client/source_flags.h"

namespace stance::client {
namespace {

struct LexiconServerFlags {
  SourceFlags source;
  std::string format = "table";
  std::string filter;
  size_t limit = 0;  // 0: all
};

int FailAsAnswered(const google::rpc::Status& status) {
  PrintError("", OneLine(status));
  return ExitCode(status);
}

int RunInfo(const LexiconServerFlags& flags) {
  std::unique_ptr<Answerer> server;
  v1::GetLexiconResponse lexicon;
  google::rpc::Status status = flags.source.MakeAnswerer(&server);
  if (status.code() == 0) status = server->Lexicon(&lexicon);
  if (status.code() != 0) return FailAsAnswered(status);
  std::cout << (flags.format == "json" ? ToJson(lexicon, /*indented=*/true)
                                       : FormatLexicon(lexicon));
  return kExitOk;
}

template <typename Response, typename Items, typename Format>
int Print(const LexiconServerFlags& flags, Response* all, Items items,
          Format format) {
  if (flags.format == "json") {
    std::cout << ToJson(*all, /*indented=*/true);
  } else if (flags.format == "jsonl") {
    for (const auto& item : *items(all)) {
      std::cout << ToJson(item, /*indented=*/false) << "\n";
    }
  } else {
    std::cout << format(*all);
  }
  return kExitOk;
}

int RunListActors(const LexiconServerFlags& flags) {
  std::unique_ptr<Answerer> answerer;
  v1::ListActorsResponse all;
  google::rpc::Status status = flags.source.MakeAnswerer(&answerer);
  if (status.code() == 0) {
    status = answerer->ListActors(flags.filter, flags.limit, &all);
  }
  if (status.code() != 0) return FailAsAnswered(status);
  return Print(
      flags, &all,
      [](v1::ListActorsResponse* response) {
        return response->mutable_actors();
      },
      FormatActors);
}

int RunListIssues(const LexiconServerFlags& flags) {
  std::unique_ptr<Answerer> answerer;
  v1::ListIssuesResponse all;
  google::rpc::Status status = flags.source.MakeAnswerer(&answerer);
  if (status.code() == 0) {
    status = answerer->ListIssues(flags.filter, flags.limit, &all);
  }
  if (status.code() != 0) return FailAsAnswered(status);
  return Print(
      flags, &all,
      [](v1::ListIssuesResponse* response) {
        return response->mutable_issues();
      },
      FormatIssues);
}

void AddFormat(CLI::App* command, LexiconServerFlags* flags,
               const std::vector<std::string>& formats, const char* text) {
  command->add_option("--format", flags->format, text)
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
}

CLI::App* AddListCommand(CLI::App* lexicon, const char* name, const char* text,
                         const std::shared_ptr<LexiconServerFlags>& flags) {
  CLI::App* command = lexicon->add_subcommand(name, text);
  AddFormat(command, flags.get(), {"table", "json", "jsonl"},
            "table; json: the API's answer; jsonl: one object a line");
  command->add_option("--filter", flags->filter,
                      "Only those whose id or a name contains this, case "
                      "ignored");
  command->add_option("--limit", flags->limit, "At most so many (default: all)")
      ->check(CheckPositiveCount);
  flags->source.AddTo(command);
  return command;
}

}  // namespace

void AddLexiconServerCommands(CLI::App* lexicon, int* exit_code) {
  auto info = std::make_shared<LexiconServerFlags>();
  CLI::App* info_command = lexicon->add_subcommand(
      "info",
      "The lexicon that a server answers from: version, age, entries, "
      "how its last reload went");
  info_command->footer(
      "Examples:\n"
      "  stancectl lexicon info --server stance:50051\n"
      "  stancectl lexicon info --server stance:50051 --format=json");
  AddFormat(info_command, info.get(), {"table", "json"},
            "table; json: the API's answer");
  info->source.AddServerTo(info_command);
  info_command->callback([info, exit_code] { *exit_code = RunInfo(*info); });
  auto actors = std::make_shared<LexiconServerFlags>();
  CLI::App* list_actors = AddListCommand(
      lexicon, "list-actors", "The actors that a lexicon knows", actors);
  list_actors->footer(
      "Examples:\n"
      "  stancectl lexicon list-actors --embedded --filter vatican\n"
      "  stancectl lexicon list-actors --server stance:50051 --format=jsonl");
  list_actors->callback(
      [actors, exit_code] { *exit_code = RunListActors(*actors); });
  auto issues = std::make_shared<LexiconServerFlags>();
  CLI::App* list_issues = AddListCommand(
      lexicon, "list-issues", "The issues that a lexicon knows", issues);
  list_issues->footer(
      "Examples:\n"
      "  stancectl lexicon list-issues --embedded --filter tax\n"
      "  stancectl lexicon list-issues --server stance:50051 --limit 20");
  list_issues->callback(
      [issues, exit_code] { *exit_code = RunListIssues(*issues); });
}

}  // namespace stance::client
