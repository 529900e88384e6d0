#include "service/operations/metrics.h"

#include <prometheus/text_serializer.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "service/operations/metrics_endpoint.h"

namespace stance {
namespace {

using std::chrono::microseconds;
using testing::HasSubstr;
using testing::Not;

TEST(AtomicHistogramTest, BoundsAreInclusive) {
  static constexpr double kBounds[] = {0, 1, 10};
  const struct {
    double value;
    size_t bucket;
  } rows[] = {{0, 0}, {0.5, 1}, {1, 1}, {1.001, 2}, {10, 2}, {11, 3}};
  for (const auto& row : rows) {
    SCOPED_TRACE(row.value);
    AtomicHistogram histogram(kBounds);
    histogram.Observe(row.value);
    const auto collected = histogram.Collect();
    EXPECT_EQ(collected.sample_count, 1u);
    EXPECT_EQ(collected.sample_sum, row.value);
    ASSERT_EQ(collected.bucket.size(), 4u);
    for (size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(collected.bucket[i].cumulative_count, i >= row.bucket);
    }
  }
}

TEST(AtomicHistogramTest, ThreadsLoseNothing) {
  AtomicHistogram histogram(kDurationBounds);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 10'000; ++i) histogram.Observe(0.5);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(histogram.count(), 40'000u);
  EXPECT_EQ(histogram.Collect().sample_sum, 20'000);
}

class MetricsTest : public testing::Test {
 protected:
  std::string Scrape() const {
    return prometheus::TextSerializer().Serialize(metrics_.Collect());
  }

  CurrentSnapshot current_;
  Admission admission_{AdmissionLimits()};
  OpenStreams streams_;
  ConnectionCounts connections_;
  Metrics metrics_{{&current_, &admission_, &streams_, &connections_}};
};

TEST_F(MetricsTest, CallsAreCountedByMethodAndStatus) {
  CallRecord record{.method = "/stance.v1.StanceService/ClassifyArticle"};
  record.duration = microseconds(700);
  metrics_.OnCall(record);
  record.code = absl::StatusCode::kResourceExhausted;
  metrics_.OnCall(record);
  metrics_.OnCall(record);
  metrics_.OnCall({.method = "/not.Ours/Method"});
  const std::string scraped = Scrape();
  const std::string method =
      R"({grpc_method="stance.v1.StanceService/ClassifyArticle",)";
  const std::string prefix = "grpc_server_call_duration_seconds_";
  for (const std::string& line : {
           prefix + "count" + method + "grpc_status=\"OK\"} 1\n",
           prefix + "bucket" + method + "grpc_status=\"OK\",le=\"0.0003\"} 0\n",
           prefix + "bucket" + method + "grpc_status=\"OK\",le=\"0.0008\"} 1\n",
           prefix + "count" + method + "grpc_status=\"RESOURCE_EXHAUSTED\"} 2",
       }) {
    EXPECT_THAT(scraped, HasSubstr(line));
  }
  EXPECT_THAT(scraped, Not(HasSubstr("Ours")));
}

TEST_F(MetricsTest, ArticlesAreCountedByWhatBecameOfThem) {
  const struct {
    ArticleFate fate;
    const char* labels;
  } rows[] = {
      {ArticleFate::kAnswered, R"({outcome="answered",reason=""})"},
      {ArticleFate::kInvalid, R"({outcome="invalid",reason=""})"},
      {ArticleFate::kTooManyInFlight,
       R"({outcome="refused",reason="max-in-flight"})"},
      {ArticleFate::kTooManyBytes,
       R"({outcome="refused",reason="max-in-flight-bytes"})"},
      {ArticleFate::kWaitedTooLong, R"({outcome="refused",reason="max-wait"})"},
      {ArticleFate::kDeadlineBefore,
       R"({outcome="dropped",reason="deadline before it was begun"})"},
      {ArticleFate::kCancelledBefore,
       R"({outcome="dropped",reason="cancelled before it was begun"})"},
      {ArticleFate::kDeadlineBetween,
       R"({outcome="dropped",reason="deadline between sentences"})"},
      {ArticleFate::kCancelledBetween,
       R"({outcome="dropped",reason="cancelled between sentences"})"},
  };
  int count = 0;
  for (const auto& row : rows) {
    ++count;
    for (int i = 0; i < count; ++i) metrics_.OnArticle({.fate = row.fate});
    EXPECT_THAT(Scrape(),
                HasSubstr("stance_articles_total" + std::string(row.labels) +
                          " " + std::to_string(count) + "\n"));
  }
}

TEST_F(MetricsTest, AnswersAreCountedByPolarityAndNotice) {
  Analysis analysis;
  analysis.actors.resize(2);
  analysis.actors[0].stances.resize(3);
  for (Stance& stance : analysis.actors[0].stances) {
    stance.polarity = lexicon::v1::POLARITY_OPPOSES;
  }
  analysis.actors[1].stances.resize(1);
  analysis.actors[1].stances[0].polarity = lexicon::v1::POLARITY_SUPPORTS;
  analysis.notices.push_back({.code = "NO_PUBLISH_TIME"});
  analysis.notices.push_back({.code = "SOMETHING_NEW"});
  metrics_.OnArticle({.fate = ArticleFate::kAnswered,
                      .bytes = 3000,
                      .waited = microseconds(20),
                      .computed = microseconds(90),
                      .analysis = &analysis});
  const std::string scraped = Scrape();
  for (const char* line : {
           "stance_stances_total{polarity=\"opposes\"} 3\n",
           "stance_stances_total{polarity=\"supports\"} 1\n",
           "stance_stances_total{polarity=\"neutral\"} 0\n",
           "stance_notices_total{code=\"NO_PUBLISH_TIME\"} 1\n",
           "stance_notices_total{code=\"OTHER\"} 1\n",
           "stance_article_bytes_bucket{le=\"2048\"} 0\n",
           "stance_article_bytes_bucket{le=\"4096\"} 1\n",
           "stance_article_wait_seconds_count 1\n",
           "stance_article_compute_seconds_bucket{le=\"0.0001\"} 1\n",
       }) {
    EXPECT_THAT(scraped, HasSubstr(line));
  }
}

TEST_F(MetricsTest, StateIsReadWhenItIsScraped) {
  EXPECT_THAT(Scrape(), HasSubstr("stance_serving 0\n"));
  EXPECT_THAT(Scrape(), Not(HasSubstr("stance_lexicon_info")));
  metrics_.SetServing(true);
  ASSERT_EQ(admission_.Enter(42), Refusal::kNone);
  auto lexicon = std::make_shared<Lexicon>();
  lexicon->name = "en";
  lexicon->version = "7";
  lexicon->actors.resize(3);
  current_.Set(std::make_shared<const Snapshot>(
      Snapshot{Classifier(lexicon), std::chrono::system_clock::time_point(
                                        std::chrono::seconds(1'700'000'000))}));
  const std::string scraped = Scrape();
  for (const char* line : {
           "stance_serving 1\n",
           "stance_articles_in_flight 1\n",
           "stance_in_flight_bytes 42\n",
           "stance_streams_open 0\n",
           R"(stance_lexicon_info{name="en",version="7",checksum=""} 1)",
           "stance_lexicon_load_time_seconds 1700000000\n",
           "stance_lexicon_entries{kind=\"actors\"} 3\n",
           "stance_build_info{version=\"",
           "process_open_fds ",
           "process_resident_memory_bytes ",
       }) {
    EXPECT_THAT(scraped, HasSubstr(line));
  }
}

TEST_F(MetricsTest, EveryFamilyHasAHelpText) {
  for (const prometheus::MetricFamily& family : metrics_.Collect()) {
    EXPECT_GT(family.help.size(), 10u) << family.name;
    EXPECT_TRUE(family.help.ends_with('.')) << family.name;
  }
}

TEST(MetricsEndpointTest, AddressesThatAreTakenAreErrors) {
  CurrentSnapshot current;
  Admission admission{AdmissionLimits()};
  OpenStreams streams;
  ConnectionCounts connections;
  const auto metrics = std::make_shared<Metrics>(
      Metrics::Sources{&current, &admission, &streams, &connections});
  const auto first = ServeMetrics(":0", metrics);
  ASSERT_TRUE(first.ok()) << first.status();
  EXPECT_THAT(first->address, testing::StartsWith("127.0.0.1:"));
  EXPECT_NE(first->address, "127.0.0.1:0");
  const auto second = ServeMetrics(first->address, metrics);
  EXPECT_EQ(second.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(static_cast<std::string>(second.status().message()),
              HasSubstr("cannot listen on " + first->address));
}

}  // namespace
}  // namespace stance
