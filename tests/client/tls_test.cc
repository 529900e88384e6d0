// The real program against servers that speak TLS; profiles and environment.

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "stance/v1/lexicon_service.grpc.pb.h"
#include "tests/client/run_program.h"

namespace stance::client {
namespace {

using testing::HasSubstr;

class FakeLexicon : public v1::LexiconService::Service {
 public:
  grpc::Status GetLexicon(grpc::ServerContext*, const v1::GetLexiconRequest*,
                          v1::GetLexiconResponse* response) override {
    response->mutable_lexicon()->set_name("fake");
    return grpc::Status::OK;
  }
};

class TlsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern =
        std::filesystem::temp_directory_path() / "stance-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    directory_ = pattern;
    // An authority, and what it signed for a server and for a client.
    Openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt",
             "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=authority",
             "-keyout", Path("ca.key"), "-out", Path("ca.pem")});
    for (const std::string name : {"stance.test", "client"}) {
      Openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
               "-nodes", "-subj", "/CN=" + name, "-addext",
               "subjectAltName=DNS:" + name, "-keyout", Path(name + ".key"),
               "-out", Path(name + ".csr")});
      Openssl({"x509", "-req", "-in", Path(name + ".csr"), "-CA",
               Path("ca.pem"), "-CAkey", Path("ca.key"), "-CAcreateserial",
               "-copy_extensions", "copy", "-out", Path(name + ".pem")});
    }
  }
  void TearDown() override {
    if (server_ != nullptr) server_->Shutdown();
    std::filesystem::remove_all(directory_);
  }

  void Openssl(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "/usr/bin/openssl");
    const ProgramRun run = RunProgram(arguments);
    ASSERT_EQ(run.exit_code, 0) << run.err;
  }

  std::string Path(const std::string& name) const {
    return directory_ + "/" + name;
  }
  std::string Read(const std::string& name) const {
    std::ifstream file(Path(name));
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(Path(name)) << text;
  }

  void StartServer(bool asks_for_certificate) {
    grpc::SslServerCredentialsOptions options(
        asks_for_certificate
            ? GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY
            : GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE);
    options.pem_root_certs = Read("ca.pem");
    options.pem_key_cert_pairs.push_back(
        {Read("stance.test.key"), Read("stance.test.pem")});
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::SslServerCredentials(options),
                             &port);
    builder.RegisterService(&lexicon_);
    server_ = builder.BuildAndStart();
    ASSERT_NE(server_, nullptr);
    address_ = "127.0.0.1:" + std::to_string(port);
  }

  // DIR and ADDRESS stand for this test's folder and server.
  ProgramRun Run(
      const std::string& command, std::vector<std::string> arguments,
      std::vector<std::pair<std::string, std::string>> environment = {}) const {
    arguments.insert(arguments.begin(), {STANCECTL, command});
    for (std::string& argument : arguments) argument = Expand(argument);
    for (auto& [name, value] : environment) value = Expand(value);
    environment.insert(environment.begin(), {"XDG_CONFIG_HOME", directory_});
    ProgramRun run = RunProgram(arguments, "", environment);
    run.err = WithoutRequestIds(run.err);
    for (const auto& [text, name] :
         {std::pair(directory_, "DIR"), std::pair(address_, "ADDRESS")}) {
      for (size_t at;
           !text.empty() && (at = run.err.find(text)) != std::string::npos;) {
        run.err.replace(at, text.size(), name);
      }
    }
    return run;
  }

  std::string Expand(std::string text) const {
    for (const auto& [name, value] :
         {std::pair("DIR", directory_), std::pair("ADDRESS", address_)}) {
      const size_t at = text.find(name);
      if (at != std::string::npos) {
        text.replace(at, std::string(name).size(), value);
      }
    }
    return text;
  }

  struct Row {
    const char* name;
    std::vector<std::string> arguments;
    std::vector<std::pair<std::string, std::string>> environment;
    const char* error;  // empty: the server answers
    int exit_code;
  };
  // `version` asks the server for its lexicon.
  void Check(const std::vector<Row>& rows) const {
    for (const Row& row : rows) {
      SCOPED_TRACE(row.name);
      const ProgramRun run = Run("version", row.arguments, row.environment);
      EXPECT_EQ(run.exit_code, row.exit_code);
      if (*row.error == '\0') {
        EXPECT_EQ(run.err, "");
        EXPECT_THAT(run.out, HasSubstr("lexicon fake"));
      } else {
        EXPECT_THAT(run.err, HasSubstr(row.error));
      }
      // Why there is no connection, `health` says as others do.
      if (row.exit_code != 78) continue;
      const ProgramRun health = Run("health", row.arguments, row.environment);
      EXPECT_THAT(health.err, HasSubstr(row.error));
      EXPECT_EQ(health.exit_code, 2);
    }
  }

  FakeLexicon lexicon_;
  std::unique_ptr<grpc::Server> server_;
  std::string directory_;
  std::string address_;
};

const std::string kServer = "--server=ADDRESS";
const std::string kCa = "--tls-ca=DIR/ca.pem";
const std::string kName = "--tls-server-name=stance.test";

TEST_F(TlsTest, ServerWithACertificate) {
  StartServer(false);
  Check({
      {"trusted", {kServer, kCa, kName}, {}, "", 0},
      {"by the environment",
       {},
       {{"STANCE_SERVER", "ADDRESS"},
        {"STANCE_TLS_CA", "DIR/ca.pem"},
        {"STANCE_TLS_SERVER_NAME", "stance.test"}},
       "",
       0},
      {"a name that it does not have",
       {kServer, kCa, "--tls-server-name=other.test"},
       {},
       "Peer name other.test is not in peer certificate; say which name is "
       "with --tls-server-name",
       78},
      {"an authority that nobody trusts",
       {kServer, kName, "--tls"},
       {},
       "its certificate is signed by nobody that we trust; name its authority "
       "with --tls-ca (UNAVAILABLE, request ID)",
       78},
      {"without TLS",
       {kServer},
       {},
       "does it speak TLS? (--tls) (UNAVAILABLE, request ID)",
       78},
  });
}

TEST_F(TlsTest, ServerWithoutTls) {
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                           &port);
  builder.RegisterService(&lexicon_);
  server_ = builder.BuildAndStart();
  address_ = "127.0.0.1:" + std::to_string(port);
  Check({
      {"without", {kServer}, {}, "", 0},
      {"as a URI", {"--server=ipv4:ADDRESS"}, {}, "", 0},
      {"by name", {"--server=dns:///ADDRESS"}, {}, "", 0},
      {"with", {kServer, "--tls"}, {}, "it does not speak TLS", 78},
  });
}

TEST_F(TlsTest, ServerThatAsksForACertificate) {
  StartServer(true);
  Check({
      {"given",
       {kServer, kCa, kName, "--tls-cert=DIR/client.pem",
        "--tls-key=DIR/client.key"},
       {},
       "",
       0},
      {"not given",
       {kServer, kCa, kName},
       {},
       "does it ask for a certificate? (--tls-cert)",
       78},
  });
}

TEST_F(TlsTest, Profiles) {
  StartServer(false);
  std::filesystem::create_directory(Path("stance"));
  Write("stance/config.toml",
        "profile = \"near\"\n\n[profiles.near]\nserver = \"" + address_ +
            "\"\ntimeout = \"20s\"\ntls-ca = \"../ca.pem\"\ntls-server-name = "
            "\"stance.test\"\n\n[profiles.far]\nserver = \"localhost:1\"\n");
  Write("key.toml", "[profiles.a]\nserver = \"x\"\nport = 7\n");
  Write("type.toml", "profile = \"a\"\n[profiles.a]\ntls = \"yes\"\n");
  Write("syntax.toml", "profile = \n");
  Check({
      {"the one that the file says", {}, {}, "", 0},
      {"by name", {"--profile=near"}, {{"STANCE_PROFILE", "far"}}, "", 0},
      {"by name, whatever server the environment names",
       {"--profile=near"},
       {{"STANCE_SERVER", "localhost:1"}},
       "",
       0},
      {"by the environment",
       {},
       {{"STANCE_PROFILE", "far"}},
       "cannot reach a server at localhost:1",
       78},
      {"a flag wins, and the profile's certificates are not for its server",
       {"--server=localhost:1"},
       {},
       "cannot reach a server at localhost:1: Connection refused",
       78},
      {"a named profile fills what flags leave open",
       {kServer, "--profile=near"},
       {},
       "",
       0},
      {"no such profile",
       {"--profile=none"},
       {},
       "stancectl: DIR/stance/config.toml: there is no profile \"none\"; there "
       "are far, near (try stancectl version --help)\n",
       2},
      {"a key that is none",
       {"--profile=a"},
       {{"STANCE_CONFIG", "DIR/key.toml"}},
       "stancectl: DIR/key.toml:3: \"port\" is no key of a profile; there are",
       2},
      {"a value of another kind",
       {},
       {{"STANCE_CONFIG", "DIR/type.toml"}},
       "stancectl: DIR/type.toml:3: tls is true or false",
       2},
      {"a profile of no file",
       {"--profile=a"},
       {{"XDG_CONFIG_HOME", "DIR/none"}},
       "stancectl: DIR/none/stance/config.toml: there is no such file to say "
       "what profile \"a\" is",
       2},
      {"no TOML",
       {},
       {{"STANCE_CONFIG", "DIR/syntax.toml"}},
       "stancectl: DIR/syntax.toml:1: ",
       2},
      {"a file that is not there",
       {},
       {{"STANCE_CONFIG", "DIR/none.toml"}},
       "stancectl: DIR/none.toml: there is no such file",
       2},
  });
}

TEST_F(TlsTest, SaysWhatIsWrongWithFlags) {
  Check({
      {"a URL",
       {"--server=https://stance.test"},
       {},
       "stancectl: \"https://stance.test\" is no address for gRPC; write "
       "host:port, dns:///host:port, ipv4:1.2.3.4:port, ipv6:[::1]:port or "
       "unix:/path, and --tls (try stancectl version --help)\n",
       2},
      {"no such file",
       {"--server=localhost:1", "--tls-ca=DIR/none.pem"},
       {},
       "stancectl: DIR/none.pem: cannot be read: No such file or directory",
       2},
      {"a key for a certificate",
       {"--server=localhost:1", "--tls-ca=DIR/ca.key"},
       {},
       "stancectl: DIR/ca.key: there is no certificate in PEM in it",
       2},
      {"a certificate without its key",
       {"--server=localhost:1", "--tls-cert=DIR/client.pem"},
       {},
       "--tls-cert and --tls-key go together",
       2},
      {"off and on",
       {"--server=localhost:1", kCa},
       {{"STANCE_TLS", "false"}},
       "TLS is turned off, and certificates are named for it",
       2},
  });
}

}  // namespace
}  // namespace stance::client
