// `stancectl lexicon info`, `list-actors` and `list-issues`: what a server says
// of the lexicon that it answers from.

#include <grpcpp/client_context.h>

#include <CLI/CLI.hpp>
#include <algorithm>
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
#include "stance/v1/lexicon_service.grpc.pb.h"

namespace stance::client {
namespace {

using Stub = v1::LexiconService::Stub;

constexpr int32_t kPageSize = 1000;

struct LexiconServerFlags {
  SourceFlags source;
  std::string format = "table";
  std::string filter;
  size_t limit = 0;  // 0: all
};

// A server to ask.
struct Asked {
  explicit Asked(const Connection& to)
      : connection(to), stub(v1::LexiconService::NewStub(OpenChannel(to))) {}

  // `call(context)` with its deadline and name; what became of it.
  template <typename Call>
  google::rpc::Status Ask(Call call) const {
    grpc::ClientContext context;
    const std::string id = connection.Prepare(&context);
    return AddRequestId(NameServer(connection, FromGrpc(call(&context))), id);
  }

  Connection connection;
  std::unique_ptr<Stub> stub;
};

int FailAsAnswered(const google::rpc::Status& status) {
  PrintError("", OneLine(status));
  return ExitCode(status);
}

int RunInfo(const LexiconServerFlags& flags) {
  const Asked server(flags.source.ServerConnection());
  v1::GetLexiconResponse lexicon;
  const google::rpc::Status status =
      server.Ask([&](grpc::ClientContext* context) {
        return server.stub->GetLexicon(context, {}, &lexicon);
      });
  if (status.code() != 0) return FailAsAnswered(status);
  std::cout << (flags.format == "json" ? ToJson(lexicon, /*indented=*/true)
                                       : FormatLexicon(lexicon));
  return kExitOk;
}

// Asks for page after page until there are as many as are wanted. `items`:
// the repeated field of the answer.
template <typename Request, typename Response, typename Items>
google::rpc::Status ReadPages(
    const Asked& server, const LexiconServerFlags& flags,
    grpc::Status (Stub::*list)(grpc::ClientContext*, const Request&, Response*),
    Items items, Response* all) {
  Request request;
  request.set_filter(flags.filter);
  do {
    const auto have = static_cast<size_t>(items(all)->size());
    request.set_page_size(flags.limit == 0
                              ? kPageSize
                              : static_cast<int32_t>(std::min<size_t>(
                                    kPageSize, flags.limit - have)));
    Response page;
    const google::rpc::Status status =
        server.Ask([&](grpc::ClientContext* context) {
          return (server.stub.get()->*list)(context, request, &page);
        });
    if (status.code() != 0) return status;
    request.set_page_token(page.next_page_token());
    items(all)->MergeFrom(*items(&page));
  } while (!request.page_token().empty() &&
           (flags.limit == 0 ||
            static_cast<size_t>(items(all)->size()) < flags.limit));
  return OkStatus();
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
  const Asked server(flags.source.ServerConnection());
  const auto items = [](v1::ListActorsResponse* response) {
    return response->mutable_actors();
  };
  v1::ListActorsResponse all;
  const google::rpc::Status status = ReadPages<v1::ListActorsRequest>(
      server, flags, &Stub::ListActors, items, &all);
  if (status.code() != 0) return FailAsAnswered(status);
  return Print(flags, &all, items, FormatActors);
}

int RunListIssues(const LexiconServerFlags& flags) {
  const Asked server(flags.source.ServerConnection());
  const auto items = [](v1::ListIssuesResponse* response) {
    return response->mutable_issues();
  };
  v1::ListIssuesResponse all;
  const google::rpc::Status status = ReadPages<v1::ListIssuesRequest>(
      server, flags, &Stub::ListIssues, items, &all);
  if (status.code() != 0) return FailAsAnswered(status);
  return Print(flags, &all, items, FormatIssues);
}

CLI::App* AddCommand(CLI::App* lexicon, const char* name, const char* text,
                     const std::shared_ptr<LexiconServerFlags>& flags,
                     const std::vector<std::string>& formats,
                     const char* format_text) {
  CLI::App* command = lexicon->add_subcommand(name, text);
  command->add_option("--format", flags->format, format_text)
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
  flags->source.AddServerTo(command);
  return command;
}

CLI::App* AddListCommand(CLI::App* lexicon, const char* name, const char* text,
                         const std::shared_ptr<LexiconServerFlags>& flags) {
  CLI::App* command =
      AddCommand(lexicon, name, text, flags, {"table", "json", "jsonl"},
                 "table; json: the API's answer; jsonl: one object a line");
  command->add_option("--filter", flags->filter,
                      "Only those whose id or a name contains this, case "
                      "ignored");
  command->add_option("--limit", flags->limit, "At most so many (default: all)")
      ->check(CheckPositiveCount);
  return command;
}

}  // namespace

void AddLexiconServerCommands(CLI::App* lexicon, int* exit_code) {
  auto info = std::make_shared<LexiconServerFlags>();
  AddCommand(lexicon, "info",
             "The lexicon that a server answers from: version, age, entries, "
             "how its last reload went",
             info, {"table", "json"}, "table; json: the API's answer")
      ->callback([info, exit_code] { *exit_code = RunInfo(*info); });
  auto actors = std::make_shared<LexiconServerFlags>();
  AddListCommand(lexicon, "list-actors", "The actors that a server knows",
                 actors)
      ->callback([actors, exit_code] { *exit_code = RunListActors(*actors); });
  auto issues = std::make_shared<LexiconServerFlags>();
  AddListCommand(lexicon, "list-issues", "The issues that a server knows",
                 issues)
      ->callback([issues, exit_code] { *exit_code = RunListIssues(*issues); });
}

}  // namespace stance::client
