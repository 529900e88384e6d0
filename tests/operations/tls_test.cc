// TLS, from files to calls, and what happens when the files change.

#include <grpcpp/grpcpp.h>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "service/server/tls_material.h"
#include "stance/v1/lexicon_service.grpc.pb.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/operations/certificates.h"
#include "tests/operations/child_process.h"
#include "tests/operations/sockets.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

using std::chrono::hours;
using testing::HasSubstr;

constexpr char kServerNames[] = "DNS:localhost,IP:127.0.0.1";
constexpr char kReader[] = "URI:spiffe://prod/reader";
constexpr char kEditor[] = "URI:spiffe://prod/editor,DNS:editor.example";

class TlsTest : public testing::Test {
 protected:
  TlsTest() {
    WriteServer(MakeServer());
    WriteFile(files_.client_ca, authority_.certificate);
  }
  ~TlsTest() override {
    std::filesystem::remove_all(directory_);
    std::filesystem::remove_all(lexicon_);
  }

  CertificateAndKey MakeServer() const {
    return MakeCertificate({.alternative_names = kServerNames}, &authority_);
  }
  CertificateAndKey MakeClient(const std::string& names) const {
    return MakeCertificate({.alternative_names = names}, &authority_);
  }
  void WriteServer(const CertificateAndKey& server) const {
    WriteFile(files_.certificate, server.certificate);
    WriteFile(files_.key, server.key);
  }

  // Started with the server's certificate and `flags`.
  std::unique_ptr<ChildProcess> Start(std::vector<std::string> flags) {
    std::vector<std::string> arguments = {STANCED,
                                          "--lexicon",
                                          lexicon_,
                                          "--listen",
                                          "127.0.0.1:0",
                                          "--tls-certificate",
                                          files_.certificate,
                                          "--tls-key",
                                          files_.key,
                                          "--drain-delay",
                                          "0",
                                          "--metrics-address",
                                          ":0"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    auto stanced = std::make_unique<ChildProcess>(arguments);
    address_ =
        stanced->WaitForOutput(R"("event":"listening","address":")", "\"");
    stanced->WaitForOutput(R"("event":"serving",)", "}");
    return stanced;
  }

  // A new connection, with or without a client's certificate.
  std::shared_ptr<grpc::Channel> Connect(
      const std::optional<CertificateAndKey>& client,
      const CertificateAndKey& authority) const {
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = authority.certificate;
    if (client) {
      options.pem_cert_chain = client->certificate;
      options.pem_private_key = client->key;
    }
    grpc::ChannelArguments apart;
    apart.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    apart.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
    return grpc::CreateCustomChannel(address_, grpc::SslCredentials(options),
                                     apart);
  }

  grpc::Status Classify(const std::optional<CertificateAndKey>& client) const {
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_text("China opposes sanctions.");
    v1::ClassifyArticleResponse reply;
    grpc::ClientContext context;
    return v1::StanceService::NewStub(Connect(client, authority_))
        ->ClassifyArticle(&context, request, &reply);
  }

  grpc::Status GetLexicon(
      const std::optional<CertificateAndKey>& client) const {
    v1::GetLexiconResponse reply;
    grpc::ClientContext context;
    return v1::LexiconService::NewStub(Connect(client, authority_))
        ->GetLexicon(&context, {}, &reply);
  }

  const std::filesystem::path lexicon_ = MakeTestLexicon();
  const std::filesystem::path directory_ = MakeTempDirectory();
  const TlsFiles files_ = {.certificate = directory_ / "server.pem",
                           .key = directory_ / "server.key",
                           .client_ca = directory_ / "clients.pem"};
  const CertificateAndKey authority_ =
      MakeCertificate({.common_name = "authority", .is_authority = true});
  std::string address_;
};

TEST_F(TlsTest, FilesThatAreOfNoUseAreNamed) {
  const CertificateAndKey good = MakeServer();
  const CertificateAndKey other = MakeServer();
  const CertificateAndKey expired = MakeCertificate(
      {.valid_from = hours(-48), .valid_until = hours(-24)}, &authority_);
  const CertificateAndKey early = MakeCertificate(
      {.valid_from = hours(24), .valid_until = hours(48)}, &authority_);
  const struct {
    const char* name;
    std::string certificate;
    std::string key;
    std::string client_ca;
    const char* file;  // empty: all is well
    const char* what;
  } rows[] = {
      {"good", good.certificate, good.key, authority_.certificate, "", ""},
      {"a chain", good.certificate + authority_.certificate, good.key,
       authority_.certificate, "", ""},
      {"no certificate", "", good.key, authority_.certificate, "server.pem",
       "cannot be read, or is empty"},
      {"not a certificate", "garbage", good.key, authority_.certificate,
       "server.pem", "holds no certificate in PEM"},
      {"half a certificate",
       good.certificate.substr(0, good.certificate.size() / 2), good.key,
       authority_.certificate, "server.pem", "holds no certificate in PEM"},
      {"expired", expired.certificate, expired.key, authority_.certificate,
       "server.pem", "the certificate expired at 20"},
      {"not yet valid", early.certificate, early.key, authority_.certificate,
       "server.pem", "the certificate is not valid before 20"},
      {"no key", good.certificate, "garbage", authority_.certificate,
       "server.key", "holds no private key in PEM without a passphrase"},
      {"another's key", good.certificate, other.key, authority_.certificate,
       "server.key", "is not the key of the certificate in "},
      {"no authority", good.certificate, good.key, "garbage", "clients.pem",
       "holds no certificate in PEM"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    WriteServer({row.certificate, row.key});
    WriteFile(files_.client_ca, row.client_ca);
    const absl::StatusOr<TlsMaterial> material = ReadTlsMaterial(files_);
    if (*row.file == '\0') {
      ASSERT_TRUE(material.ok()) << material.status();
      EXPECT_EQ(material->key, row.key);
      EXPECT_GT(material->expiry, std::chrono::system_clock::now());
      continue;
    }
    ASSERT_FALSE(material.ok());
    const std::string message(material.status().message());
    EXPECT_THAT(message, HasSubstr(std::string(row.file) + ": " + row.what));
    EXPECT_THAT(message, testing::Not(HasSubstr("BEGIN")));
    // At start, and where it is only checked.
    for (const char* check : {"--check", "--log-level=info"}) {
      ChildProcess stanced({STANCED, "--lexicon", lexicon_, "--listen",
                            "127.0.0.1:0", "--tls-certificate",
                            files_.certificate, "--tls-key", files_.key,
                            "--tls-client-ca", files_.client_ca, check});
      EXPECT_EQ(stanced.Wait(), 1);
      EXPECT_EQ(stanced.Errors(), "stanced: " + message + "\n");
    }
  }
}

TEST_F(TlsTest, ServesOverTlsAndNotInPlaintext) {
  const auto stanced = Start({});
  EXPECT_EQ(Classify(std::nullopt).error_message(), "");
  v1::ClassifyArticleRequest request;
  v1::ClassifyArticleResponse reply;
  grpc::ClientContext context;
  EXPECT_EQ(
      v1::StanceService::NewStub(
          grpc::CreateChannel(address_, grpc::InsecureChannelCredentials()))
          ->ClassifyArticle(&context, request, &reply)
          .error_code(),
      grpc::StatusCode::UNAVAILABLE);
  // What is not TLS gets nothing, and does no harm.
  for (const char* bytes : {"GET / HTTP/1.1\r\n\r\n", "\x16\x03\x01garbage",
                            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"}) {
    EXPECT_THAT(Exchange(address_, bytes), testing::Not(HasSubstr("HTTP")));
  }
  EXPECT_EQ(Classify(std::nullopt).error_message(), "");
}

TEST_F(TlsTest, ClientsAreKnownByTheirCertificates) {
  const CertificateAndKey stranger =
      MakeCertificate({.common_name = "authority", .is_authority = true});
  const auto of_stranger =
      MakeCertificate({.alternative_names = kReader}, &stranger);
  const auto expired = MakeCertificate({.alternative_names = kReader,
                                        .valid_from = hours(-48),
                                        .valid_until = hours(-24)},
                                       &authority_);
  const auto self_signed = MakeCertificate({.alternative_names = kReader});
  const struct {
    const char* name;
    std::optional<CertificateAndKey> client;
    grpc::StatusCode classify;
    grpc::StatusCode lexicon;
  } rows[] = {
      {"reader", MakeClient(kReader), grpc::StatusCode::OK,
       grpc::StatusCode::PERMISSION_DENIED},
      {"editor", MakeClient(kEditor), grpc::StatusCode::OK,
       grpc::StatusCode::OK},
      {"another", MakeClient("DNS:other.example"),
       grpc::StatusCode::PERMISSION_DENIED,
       grpc::StatusCode::PERMISSION_DENIED},
      {"no name", MakeClient(""), grpc::StatusCode::PERMISSION_DENIED,
       grpc::StatusCode::PERMISSION_DENIED},
      {"no certificate", std::nullopt, grpc::StatusCode::UNAVAILABLE,
       grpc::StatusCode::UNAVAILABLE},
      {"of another authority", of_stranger, grpc::StatusCode::UNAVAILABLE,
       grpc::StatusCode::UNAVAILABLE},
      {"expired", expired, grpc::StatusCode::UNAVAILABLE,
       grpc::StatusCode::UNAVAILABLE},
      {"signed by itself", self_signed, grpc::StatusCode::UNAVAILABLE,
       grpc::StatusCode::UNAVAILABLE},
  };
  const auto stanced =
      Start({"--tls-client-ca", files_.client_ca, "--allow-client",
             "StanceService=spiffe://prod/reader,editor.example"});
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(Classify(row.client).error_code(), row.classify);
    EXPECT_EQ(GetLexicon(row.client).error_code(), row.lexicon);
  }
  const grpc::Status denied = GetLexicon(MakeClient(kReader));
  EXPECT_EQ(denied.error_message(),
            "a client of the name \"spiffe://prod/reader\" may not call "
            "LexiconService");
  // Those that were refused before they could call are counted and logged.
  EXPECT_THAT(stanced->WaitForOutput(R"("event":"grpc","message":")", "\""),
              HasSubstr("Handshake failed"));
  EXPECT_THAT(
      HttpGet(stanced->WaitForOutput(
                  R"("event":"metrics listening","address":")", "\""),
              "/metrics"),
      testing::ContainsRegex("\nstance_tls_handshake_failures_total [1-9]"));
  stanced->Signal(SIGTERM);
  EXPECT_EQ(stanced->Wait(), 0);
  EXPECT_THAT(stanced->Output(), HasSubstr(R"("reason":"CLIENT_NOT_ALLOWED")"));
  EXPECT_EQ(stanced->Errors(), "");
}

TEST_F(TlsTest, AllThatTheAuthoritySignedAreLetInWithoutAList) {
  const auto stanced = Start({"--tls-client-ca", files_.client_ca});
  EXPECT_EQ(Classify(MakeClient("")).error_message(), "");
  EXPECT_FALSE(Classify(std::nullopt).ok());
}

TEST_F(TlsTest, CertificatesThatChangeAreTakenOrKept) {
  const auto stanced = Start({});
  const std::string metrics = stanced->WaitForOutput(
      R"("event":"metrics listening","address":")", "\"");
  // An authority that only the new certificate is known by.
  const CertificateAndKey next =
      MakeCertificate({.common_name = "next", .is_authority = true});
  const auto reaches = [&](const CertificateAndKey& authority) {
    return Connect(std::nullopt, authority)
        ->WaitForConnected(std::chrono::system_clock::now() +
                           std::chrono::seconds(1));
  };
  EXPECT_TRUE(reaches(authority_));
  EXPECT_FALSE(reaches(next));

  // Of no use: what there was stays.
  WriteFile(files_.key, "garbage");
  EXPECT_THAT(
      stanced->WaitForOutput(R"("event":"certificate kept","reason":")", "\""),
      HasSubstr("holds no private key"));
  EXPECT_TRUE(reaches(authority_));
  std::filesystem::remove(files_.certificate);
  EXPECT_NE(stanced->WaitForOutput("server.pem: cannot be read", "\""), "");
  EXPECT_TRUE(reaches(authority_));

  WriteServer(MakeCertificate({.alternative_names = kServerNames}, &next));
  EXPECT_NE(stanced->WaitForOutput(R"("event":"certificate changed)", "}"), "");
  EXPECT_TRUE(reaches(next));
  EXPECT_FALSE(reaches(authority_));
  const std::string scraped = HttpGet(metrics, "/metrics");
  EXPECT_THAT(scraped,
              HasSubstr("stance_tls_reloads_total{result=\"taken\"} 1\n"));
  EXPECT_THAT(scraped, HasSubstr("stance_tls_certificate_expiry_time_seconds"));
}

// Good certificates, bad ones and none, in turn, while clients come and go.
TEST_F(TlsTest, ChangesUnderLoadLoseNoCall) {
  const auto stanced = Start({});
  std::atomic<bool> stop = false;
  std::atomic<int> answered = 0;
  std::vector<std::thread> callers;
  for (int i = 0; i < 3; ++i) {
    callers.emplace_back([&] {
      while (!stop) {
        EXPECT_EQ(Classify(std::nullopt).error_message(), "");
        ++answered;
      }
    });
  }
  const std::string metrics = stanced->WaitForOutput(
      R"("event":"metrics listening","address":")", "\"");
  const auto reloads = [&](const std::string& result) {
    const std::string name =
        "\nstance_tls_reloads_total{result=\"" + result + "\"} ";
    const std::string scraped = HttpGet(metrics, "/metrics");
    const size_t at = scraped.find(name);
    return at == std::string::npos
               ? -1
               : std::atoi(scraped.c_str() + at + name.size());
  };
  // Changes files, and waits until the server has noticed and answered more.
  const auto change = [&](const std::string& result,
                          const std::function<void()>& files) {
    const int before = reloads(result);
    files();
    const auto end =
        std::chrono::steady_clock::now() + std::chrono::seconds(30);
    int until = -1;
    while (std::chrono::steady_clock::now() < end) {
      if (until < 0 && reloads(result) > before) until = answered + 20;
      if (until >= 0 && answered >= until) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    ADD_FAILURE() << "never " << result;
  };
  for (int i = 0; i < 2; ++i) {
    change("taken", [&] { WriteServer(MakeServer()); });
    change("kept", [&] { WriteFile(files_.key, "garbage"); });
    change("kept", [&] { std::filesystem::remove(files_.key); });
  }
  stop = true;
  for (std::thread& caller : callers) caller.join();
}

}  // namespace
}  // namespace stance
