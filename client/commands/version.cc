#include <google/protobuf/stubs/common.h>
#include <grpcpp/grpcpp.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "absl/strings/str_cat.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/source_flags.h"

namespace stance::client {
namespace {

int RunVersion(const SourceFlags& source) {
  std::cout << VersionText() << "\n";
  if (!source.IsNamed()) return 0;
  std::unique_ptr<Answerer> answerer;
  v1::GetLexiconResponse about;
  google::rpc::Status status = source.MakeAnswerer(&answerer);
  if (status.code() == 0) status = answerer->Lexicon(&about);
  if (status.code() != 0) {
    PrintError("", OneLine(status));
    return ExitCode(status);
  }
  if (!about.server_version().empty()) {
    std::cout << "stanced " << about.server_version() << "\n";
  }
  const v1::LexiconVersion& version = about.lexicon();
  std::cout << "lexicon " << version.name() << " " << version.version()
            << " (sha256 " << version.checksum() << ")\n";
  return 0;
}

}  // namespace

std::string VersionText() {
  return absl::StrCat(
      "stancectl ", STANCE_VERSION, " (gRPC ", grpc::Version(), ", protobuf ",
      google::protobuf::internal::VersionString(GOOGLE_PROTOBUF_VERSION), ")");
}

void AddVersionCommand(CLI::App* program, int* exit_code) {
  auto source = std::make_shared<SourceFlags>();
  CLI::App* command = program->add_subcommand(
      "version",
      "The version of stancectl; with --server also of the server, and with "
      "--server or --embedded of the lexicon that answers");
  command->footer(
      "Examples:\n"
      "  stancectl version\n"
      "  stancectl version --server stance:50051\n"
      "  stancectl version --embedded");
  source->AddTo(command);
  command->callback([source, exit_code] { *exit_code = RunVersion(*source); });
}

}  // namespace stance::client
