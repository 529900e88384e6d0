// What the service does, counted for Prometheus. Never the text of articles.

#ifndef STANCE_OPERATIONS_METRICS_H_
#define STANCE_OPERATIONS_METRICS_H_

#include <prometheus/collectable.h>
#include <prometheus/metric_family.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "service/operations/atomic_histogram.h"
#include "service/operations/lexicon_reload.h"
#include "service/operations/metric_families.h"
#include "service/server/acceptor.h"
#include "service/server/admission.h"
#include "service/server/call_record.h"
#include "service/server/open_streams.h"
#include "service/server/snapshot.h"

namespace stance {

// Counts with atomics, without a lock. Safe to use from any number of threads.
class Metrics final : public CallObserver, public prometheus::Collectable {
 public:
  // What is read when it is scraped. Must outlive the metrics.
  struct Sources {
    const CurrentSnapshot* current;
    const Admission* admission;
    const OpenStreams* streams;
    const ConnectionCounts* connections;
  };

  explicit Metrics(const Sources& sources);
  ~Metrics() override;

  void OnCall(const CallRecord& record) override;
  void OnArticle(const ArticleRecord& record) override;
  // Whether a changed certificate was taken, and until when the one in force is
  // valid.
  void OnTlsReload(bool taken) { ++tls_reloads_[taken ? 1 : 0]; }
  void SetCertificateExpiry(std::chrono::system_clock::time_point expiry) {
    certificate_expiry_ = expiry.time_since_epoch().count();
  }
  void OnLexiconReload(LexiconReload::Outcome outcome) {
    ++lexicon_reloads_[static_cast<size_t>(outcome)];
  }
  // Whether health says SERVING.
  void SetServing(bool serving) { serving_ = serving; }

  std::vector<prometheus::MetricFamily> Collect() const override;

 private:
  struct Method;  // of the API, with its calls by status

  void AddCalls(MetricFamilies* out) const;
  void AddArticles(MetricFamilies* out) const;
  void AddState(MetricFamilies* out) const;
  void AddConnections(MetricFamilies* out) const;
  void AddLexicon(MetricFamilies* out) const;
  void AddLexiconReloads(MetricFamilies* out) const;
  void AddTls(MetricFamilies* out) const;

  const Sources sources_;
  std::vector<std::unique_ptr<Method>> methods_;
  std::array<std::atomic<uint64_t>, 9> fates_{};    // by ArticleFate
  std::array<std::atomic<uint64_t>, 4> stances_{};  // by Polarity
  std::array<std::atomic<uint64_t>, 4> notices_{};  // by code
  AtomicHistogram wait_{kDurationBounds};
  AtomicHistogram compute_{kDurationBounds};
  AtomicHistogram bytes_{kSizeBounds};
  std::array<std::atomic<uint64_t>, 2> tls_reloads_{};      // kept, taken
  std::array<std::atomic<uint64_t>, 3> lexicon_reloads_{};  // by Outcome
  std::atomic<std::chrono::system_clock::rep> certificate_expiry_ = 0;
  std::atomic<bool> serving_ = false;
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_METRICS_H_
