#include "service/operations/metrics.h"

#include <grpcpp/grpcpp.h>

#include <chrono>

#include "service/operations/grpc_log.h"
#include "service/operations/process_metrics.h"

namespace stance {
namespace {

constexpr int kStatusCodes = 17;

constexpr const char* kMethods[] = {"/stance.v1.StanceService/ClassifyArticle",
                                    "/stance.v1.StanceService/ClassifyArticles",
                                    "/stance.v1.LexiconService/GetLexicon",
                                    "/stance.v1.LexiconService/ListActors",
                                    "/stance.v1.LexiconService/ListIssues",
                                    "/stance.v1.LexiconService/CheckLexicon"};

// By ArticleFate.
constexpr struct {
  const char* outcome;
  const char* reason;
} kFates[] = {{"answered", ""},
              {"invalid", ""},
              {"refused", "max-in-flight"},
              {"refused", "max-in-flight-bytes"},
              {"refused", "max-wait"},
              {"dropped", "deadline before it was begun"},
              {"dropped", "cancelled before it was begun"},
              {"dropped", "deadline between sentences"},
              {"dropped", "cancelled between sentences"}};

constexpr const char* kPolarities[] = {"unspecified", "supports", "opposes",
                                       "neutral"};

constexpr const char* kNotices[] = {"NO_PUBLISH_TIME", "UNRESOLVED_HOLDER",
                                    "LANGUAGE_DOUBT", "OTHER"};

// By LexiconReload::Outcome.
constexpr const char* kReloads[] = {"taken", "kept", "unchanged"};

double Seconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double>(time).count();
}

void Increment(std::atomic<uint64_t>* counter) {
  counter->fetch_add(1, std::memory_order_relaxed);
}

size_t NoticeIndex(std::string_view code) {
  size_t i = 0;
  while (i + 1 < std::size(kNotices) && code != kNotices[i]) ++i;
  return i;
}

}  // namespace

struct Metrics::Method {
  explicit Method(const char* method) : name(method) {
    for (int code = 0; code < kStatusCodes; ++code) {
      by_status.push_back(std::make_unique<AtomicHistogram>(kDurationBounds));
    }
  }

  const std::string_view name;
  std::vector<std::unique_ptr<AtomicHistogram>> by_status;
};

Metrics::Metrics(const Sources& sources) : sources_(sources) {
  for (const char* method : kMethods) {
    methods_.push_back(std::make_unique<Method>(method));
  }
}

Metrics::~Metrics() = default;

void Metrics::OnCall(const CallRecord& record) {
  for (const auto& method : methods_) {
    if (method->name != record.method) continue;
    method->by_status[static_cast<size_t>(record.code)]->Observe(
        Seconds(record.duration));
    return;
  }
}

void Metrics::OnArticle(const ArticleRecord& record) {
  Increment(&fates_[static_cast<size_t>(record.fate)]);
  if (record.analysis == nullptr) return;
  wait_.Observe(Seconds(record.waited));
  compute_.Observe(Seconds(record.computed));
  bytes_.Observe(static_cast<double>(record.bytes));
  for (const ActorStances& actor : record.analysis->actors) {
    for (const Stance& stance : actor.stances) {
      Increment(&stances_[static_cast<size_t>(stance.polarity)]);
    }
  }
  for (const Notice& notice : record.analysis->notices) {
    Increment(&notices_[NoticeIndex(notice.code)]);
  }
}

std::vector<prometheus::MetricFamily> Metrics::Collect() const {
  MetricFamilies out;
  AddCalls(&out);
  AddArticles(&out);
  AddState(&out);
  AddConnections(&out);
  AddLexicon(&out);
  AddLexiconReloads(&out);
  AddTls(&out);
  AddProcessMetrics(&out);
  return out.Take();
}

void Metrics::AddCalls(MetricFamilies* out) const {
  auto family = out->Histogram(
      "grpc_server_call_duration_seconds",
      "Calls that have ended, by method and status: from the arrival of a call "
      "to its answer; of a stream, from its start to its end.");
  for (const auto& method : methods_) {
    for (int code = 0; code < kStatusCodes; ++code) {
      const AtomicHistogram& calls = *method->by_status[size_t(code)];
      if (code != 0 && calls.count() == 0) continue;
      family.Value(calls,
                   {{"grpc_method", std::string(method->name.substr(1))},
                    {"grpc_status", absl::StatusCodeToString(
                                        static_cast<absl::StatusCode>(code))}});
    }
  }
}

void Metrics::AddArticles(MetricFamilies* out) const {
  auto articles = out->Counter(
      "stance_articles_total",
      "Articles by what became of them: answered; invalid (the request was "
      "wrong); refused, by the limit that was met; dropped, by what ended "
      "their call and when.");
  for (size_t i = 0; i < std::size(kFates); ++i) {
    articles.Value(double(fates_[i]), {{"outcome", kFates[i].outcome},
                                       {"reason", kFates[i].reason}});
  }
  out->Histogram("stance_article_wait_seconds",
                 "Of articles answered: from their arrival until they were "
                 "begun.")
      .Value(wait_);
  out->Histogram("stance_article_compute_seconds",
                 "Of articles answered: what their classification took.")
      .Value(compute_);
  out->Histogram("stance_article_bytes",
                 "Of articles answered: bytes of title and text.")
      .Value(bytes_);
  auto stances = out->Counter("stance_stances_total",
                              "Stances in answers, by their polarity.");
  for (size_t i = 1; i < std::size(kPolarities); ++i) {
    stances.Value(double(stances_[i]), {{"polarity", kPolarities[i]}});
  }
  auto notices = out->Counter("stance_notices_total",
                              "Notices in answers, by their code.");
  for (size_t i = 0; i < std::size(kNotices); ++i) {
    notices.Value(double(notices_[i]), {{"code", kNotices[i]}});
  }
}

void Metrics::AddState(MetricFamilies* out) const {
  out->Gauge("stance_serving",
             "1 while health says SERVING: the lexicon is loaded and the "
             "process has not been told to stop.")
      .Value(serving_ ? 1 : 0);
  out->Gauge("stance_articles_in_flight",
             "Articles that wait or are being classified.")
      .Value(double(sources_.admission->in_flight()));
  out->Gauge("stance_in_flight_bytes", "Bytes of their messages.")
      .Value(double(sources_.admission->in_flight_bytes()));
  out->Gauge("stance_refused_share",
             "The share of calls, 0 to 1, that is refused at present because "
             "calls wait for too long before they are read.")
      .Value(sources_.admission->refused_share());
  out->Gauge("stance_streams_open", "ClassifyArticles calls that are open.")
      .Value(double(sources_.streams->count()));
  out->Gauge("stance_build_info", "1; what the process was built from.")
      .Value(1, {{"version", STANCE_VERSION},
                 {"grpc_version", grpc::Version()},
                 {"compiler", __VERSION__}});
}

void Metrics::AddConnections(MetricFamilies* out) const {
  const ConnectionCounts& counts = *sources_.connections;
  out->Gauge("stance_connections_open",
             "Connections of callers that are open, as of the last second.")
      .Value(double(counts.open));
  out->Counter("stance_connections_accepted_total",
               "Connections of callers that were accepted.")
      .Value(double(counts.accepted));
  out->Counter("stance_connections_refused_total",
               "Connections that were closed at once, by the limit that was "
               "met; descriptors: the process had none left.")
      .Value(double(counts.over_all), {{"reason", "max-connections"}})
      .Value(double(counts.over_peer), {{"reason", "max-connections-per-peer"}})
      .Value(double(counts.no_descriptor), {{"reason", "descriptors"}});
}

void Metrics::AddLexicon(MetricFamilies* out) const {
  const std::shared_ptr<const Snapshot> snapshot = sources_.current->Get();
  if (snapshot == nullptr) return;
  const Lexicon& lexicon = snapshot->classifier.lexicon();
  out->Gauge("stance_lexicon_info", "1; the lexicon that is served.")
      .Value(1, {{"name", lexicon.name},
                 {"version", lexicon.version},
                 {"checksum", lexicon.checksum}});
  out->Gauge("stance_lexicon_load_time_seconds",
             "When that lexicon was loaded, in seconds since 1970 in UTC.")
      .Value(Seconds(snapshot->load_time.time_since_epoch()));
  out->Gauge("stance_lexicon_entries", "Its entries, by kind.")
      .Value(double(lexicon.actors.size()), {{"kind", "actors"}})
      .Value(double(lexicon.agents.size()), {{"kind", "agents"}})
      .Value(double(lexicon.cues.size()), {{"kind", "cues"}})
      .Value(double(lexicon.issues.size()), {{"kind", "issues"}})
      .Value(double(lexicon.light_verbs.size()), {{"kind", "light_verbs"}})
      .Value(double(lexicon.modifiers.size()), {{"kind", "modifiers"}})
      .Value(double(lexicon.nulls.size()), {{"kind", "nulls"}})
      .Value(double(lexicon.reporting_verbs.size()),
             {{"kind", "reporting_verbs"}});
}

void Metrics::AddLexiconReloads(MetricFamilies* out) const {
  auto reloads = out->Counter(
      "stance_lexicon_reloads_total",
      "Loads of the lexicon while the process serves: taken; kept what there "
      "was because of an error; unchanged, the files being those that are "
      "served.");
  for (size_t i = 0; i < std::size(kReloads); ++i) {
    reloads.Value(double(lexicon_reloads_[i]), {{"result", kReloads[i]}});
  }
  out->Gauge("stance_lexicon_reload_failed",
             "1 while the lexicon's files are not those that are served, "
             "because the last reload found an error in them.")
      .Value(sources_.current->reload_error() != nullptr ? 1 : 0);
}

void Metrics::AddTls(MetricFamilies* out) const {
  if (certificate_expiry_ == 0) return;
  out->Gauge("stance_tls_certificate_expiry_time_seconds",
             "Until when the server's certificate is valid, in seconds since "
             "1970 in UTC.")
      .Value(Seconds(std::chrono::system_clock::duration(certificate_expiry_)));
  out->Counter("stance_tls_handshake_failures_total",
               "TLS handshakes that failed: no certificate, one that is not "
               "trusted, or no TLS.")
      .Value(double(GrpcLog::handshake_failures()));
  out->Counter("stance_tls_reloads_total",
               "Changes of the certificate files: taken, or kept what there "
               "was because they are of no use.")
      .Value(double(tls_reloads_[1]), {{"result", "taken"}})
      .Value(double(tls_reloads_[0]), {{"result", "kept"}});
}

}  // namespace stance
