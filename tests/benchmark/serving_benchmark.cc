// serving_benchmark [ARTICLE [SECONDS]]: what an article costs the server, in
// microseconds of CPU: in a ClassifyArticle call, over TLS, in a stream, and
// beside the same server with a handler that does nothing and answers as many
// bytes.
//
// Each server runs on the first processor, this client on the second, with 64
// articles in flight on one connection; several rounds, alternating, SECONDS
// each (2 unless given). ARTICLE is a text file; without one, the benchmark's
// own sentences, 3.3 KB. The medians and their ratios are printed; nothing is
// asserted.

#include <grpcpp/grpcpp.h>
#include <sched.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "service/engine/classifier.h"
#include "service/lexicon_files/default_directory.h"
#include "service/lexicon_files/load.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/benchmark/load.h"
#include "tests/operations/certificates.h"
#include "tests/operations/child_process.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

constexpr int kInFlight = 64;
constexpr int kRounds = 5;

// The CPU time of a process so far, in seconds.
double CpuSeconds(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  // Fields 14 and 15, counted from the name in brackets, which is the second.
  std::istringstream fields(text.substr(text.rfind(')') + 1));
  std::string skipped;
  for (int i = 3; i < 14; ++i) fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

// A server on the first processor, and how dear it is.
class Measured {
 public:
  // `credentials`: of this client. `make`: MakeCalls or MakeStreams.
  Measured(std::vector<std::string> arguments,
           const std::shared_ptr<grpc::ChannelCredentials>& credentials,
           decltype(&MakeCalls) make, const std::string& text)
      : process_(Pinned(std::move(arguments))),
        channel_(grpc::CreateChannel(
            process_.WaitForOutput(R"("event":"listening","address":")", "\""),
            credentials)),
        load_(make(channel_, text, kInFlight)) {
    process_.WaitForOutput(R"("event":"serving")", "}");
    load_->Run(std::chrono::milliseconds(300));  // warm
  }

  void Round(std::chrono::duration<double> duration) {
    const double before = CpuSeconds(process_.pid());
    const auto start = std::chrono::steady_clock::now();
    const uint64_t articles = load_->Run(duration);
    const std::chrono::duration<double> took =
        std::chrono::steady_clock::now() - start;
    const double cpu = CpuSeconds(process_.pid()) - before;
    microseconds_.push_back(cpu * 1e6 / static_cast<double>(articles));
    rates_.push_back(static_cast<double>(articles) / took.count());
  }

  double Microseconds() const { return Median(microseconds_); }
  double Rate() const { return Median(rates_); }
  uint64_t failed() const { return load_->failed(); }
  const std::shared_ptr<grpc::Channel>& channel() const { return channel_; }

 private:
  static std::vector<std::string> Pinned(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"/usr/bin/taskset", "-c", "0"});
    return arguments;
  }

  static double Median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
  }

  ChildProcess process_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<Load> load_;
  std::vector<double> microseconds_;
  std::vector<double> rates_;
};

double ThreadCpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

// CPU time of the classification itself, in this process.
double EngineMicroseconds(const std::string& text) {
  std::vector<Finding> findings;
  const auto lexicon = LoadLexicon(DefaultLexiconDirectory(), &findings);
  if (lexicon == nullptr) return 0;
  const Classifier classifier(lexicon);
  Classifier::Scratch scratch;
  double least = 1e9;
  for (int round = 0; round < 10; ++round) {
    constexpr int kArticles = 200;
    const double before = ThreadCpuSeconds();
    for (int i = 0; i < kArticles; ++i) {
      if (!classifier.Classify({.text = text}, {}, &scratch).ok()) return 0;
    }
    least = std::min(least, (ThreadCpuSeconds() - before) / kArticles);
  }
  return least * 1e6;
}

// Signed by itself, for 127.0.0.1; gone with this.
class TemporaryCertificate {
 public:
  TemporaryCertificate() {
    WriteFile(path(), made_.certificate);
    WriteFile(key_path(), made_.key);
  }
  ~TemporaryCertificate() { std::filesystem::remove_all(directory_); }

  std::string path() const { return directory_ / "certificate.pem"; }
  std::string key_path() const { return directory_ / "key.pem"; }
  const std::string& pem() const { return made_.certificate; }

 private:
  const std::filesystem::path directory_ = MakeTempDirectory();
  const CertificateAndKey made_ =
      MakeCertificate({.alternative_names = "IP:127.0.0.1"});
};

std::string Article(int argc, char** argv) {
  std::string text;
  if (argc > 1) {
    std::ifstream file(argv[1]);
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  while (argc <= 1 && text.size() < 3300) {
    text +=
        "China supports a political solution, its foreign minister said on "
        "Monday. The talks in Geneva lasted four hours and ended without a "
        "joint statement. France opposes sanctions against farmers, while São "
        "Tomé’s delegation left early for the airport. Ministers will meet "
        "again next week to discuss fishing rights and the price of grain.\n";
  }
  return text;
}

int Run(int argc, char** argv) {
  cpu_set_t second;
  CPU_ZERO(&second);
  CPU_SET(1, &second);
  sched_setaffinity(0, sizeof second, &second);

  const std::string text = Article(argc, argv);
  const auto plaintext = grpc::InsecureChannelCredentials();
  const std::vector<std::string> plain = {STANCED, "--listen", "127.0.0.1:0",
                                          "--metrics-address", ":0",
                                          // Its price, not what it sheds.
                                          "--max-wait", "60000"};
  Measured calls(plain, plaintext, &MakeCalls, text);
  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text(text);
  v1::ClassifyArticleResponse reply;
  grpc::ClientContext context;
  const grpc::Status status = v1::StanceService::NewStub(calls.channel())
                                  ->ClassifyArticle(&context, request, &reply);
  if (!status.ok()) {
    std::fprintf(stderr, "%s\n", status.error_message().c_str());
    return 1;
  }
  Measured noop({NOOP_SERVER, std::to_string(reply.ByteSizeLong())}, plaintext,
                &MakeCalls, text);
  Measured streams(plain, plaintext, &MakeStreams, text);
  const TemporaryCertificate certificate;
  std::vector<std::string> over_tls = plain;
  over_tls.insert(over_tls.end(), {"--tls-certificate", certificate.path(),
                                   "--tls-key", certificate.key_path()});
  Measured tls(over_tls,
               grpc::SslCredentials({.pem_root_certs = certificate.pem()}),
               &MakeCalls, text);

  const std::chrono::duration<double> seconds(argc > 2 ? std::atof(argv[2])
                                                       : 2.0);
  const struct {
    const char* name;
    Measured* measured;
  } rows[] = {{"no-op", &noop},
              {"stanced", &calls},
              {"stanced, TLS", &tls},
              {"stanced, streams", &streams}};
  for (int i = 0; i < kRounds; ++i) {
    for (const auto& row : rows) row.measured->Round(seconds);
  }
  std::printf("ClassifyArticle: %zu bytes in, %zu out, %d in flight\n",
              request.ByteSizeLong(), reply.ByteSizeLong(), kInFlight);
  uint64_t failed = 0;
  for (const auto& row : rows) {
    std::printf("  %-16s  %7.1f us CPU an article  %8.0f articles/s\n",
                row.name, row.measured->Microseconds(), row.measured->Rate());
    if (row.measured->failed() > 0) {
      std::fprintf(stderr, "%s: %llu articles without an answer\n", row.name,
                   static_cast<unsigned long long>(row.measured->failed()));
    }
    failed += row.measured->failed();
  }
  std::printf("  stanced / no-op: %.2f\n",
              calls.Microseconds() / noop.Microseconds());
  std::printf("  TLS / plaintext: %.2f\n",
              tls.Microseconds() / calls.Microseconds());
  const double engine = EngineMicroseconds(text);
  std::printf("  the classification itself: %.1f us\n", engine);
  std::printf(
      "  streaming's overhead / a call's: %.2f\n",
      (streams.Microseconds() - engine) / (calls.Microseconds() - engine));
  return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace stance

int main(int argc, char** argv) { return stance::Run(argc, argv); }
