// The parts of `stancectl load`; tests/e2e/server_commands_test.py has it as a
// whole.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "client/load/format.h"
#include "client/load/latencies.h"
#include "client/load/pacer.h"
#include "client/load/target.h"
#include "tests/client/golden.h"

namespace stance::client {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

double At(const load::v1::Latencies& latencies, double percent) {
  for (const load::v1::Percentile& percentile : latencies.percentiles()) {
    if (percentile.percent() == percent) return percentile.milliseconds();
  }
  ADD_FAILURE() << "no percentile " << percent;
  return 0;
}

TEST(LatenciesTest, AreRightToOnePartInAHundred) {
  const struct {
    const char* name;
    nanoseconds step;
  } rows[] = {{"microseconds", microseconds(1)},
              {"tenths of milliseconds", microseconds(100)},
              {"milliseconds", milliseconds(1)},
              {"seconds", seconds(1)}};
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    Latencies latencies;
    for (int i = 1; i <= 1000; ++i) latencies.Add(i * row.step);
    EXPECT_EQ(latencies.count(), 1000u);
    const load::v1::Latencies summary = latencies.Summarise();
    const double step =
        std::chrono::duration<double, std::milli>(row.step).count();
    EXPECT_NEAR(summary.mean(), 500.5 * step, 1e-6);
    EXPECT_EQ(summary.fastest(), step);
    EXPECT_EQ(summary.slowest(), 1000 * step);
    for (const double percent :
         {10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.9}) {
      const double right = 10 * percent * step;
      EXPECT_NEAR(At(summary, percent), right, 0.012 * right) << percent;
    }
    ASSERT_EQ(summary.histogram_size(), 10);
    uint64_t all = 0;
    for (const load::v1::Bucket& bucket : summary.histogram()) {
      EXPECT_NEAR(static_cast<double>(bucket.count()), 100, 12);
      all += bucket.count();
    }
    EXPECT_EQ(all, 1000u);
  }
}

TEST(LatenciesTest, ExtremesStayInTheirPlace) {
  Latencies latencies;
  latencies.Add(nanoseconds(0));
  latencies.Add(nanoseconds(-5));
  latencies.Add(std::chrono::hours(5));
  const load::v1::Latencies summary = latencies.Summarise();
  EXPECT_EQ(summary.fastest(), 0);
  EXPECT_EQ(summary.slowest(), 5 * 3600e3);
  EXPECT_EQ(summary.histogram(0).count(), 2u);
  EXPECT_EQ(summary.histogram(9).count(), 1u);
}

TEST(LatenciesTest, OfNothingAreEmpty) {
  EXPECT_EQ(Latencies().Summarise().percentiles_size(), 0);
}

TEST(LatenciesTest, MergedAreThoseOfBoth) {
  Latencies a;
  Latencies b;
  Latencies both;
  for (int i = 1; i < 500; ++i) {
    (i % 3 == 0 ? a : b).Add(microseconds(i * 37));
    both.Add(microseconds(i * 37));
  }
  a.Merge(b);
  EXPECT_EQ(a.Summarise().DebugString(), both.Summarise().DebugString());
}

constexpr Pacer::Time kStart{seconds(1000)};

TEST(PacerTest, WithARateTheMomentsStandFixed) {
  Pacer pacer(
      {.rate = 10, .warm_up = milliseconds(200), .duration = milliseconds(500)},
      kStart);
  // Whoever asks is late: the moments are not.
  for (uint64_t i = 0; i < 7; ++i) {
    const auto turn =
        pacer.Next(kStart + (i < 2 ? milliseconds(150) : milliseconds(650)));
    ASSERT_TRUE(turn);
    EXPECT_EQ(turn->number, i);
    EXPECT_EQ(turn->due, kStart + i * milliseconds(100));
    EXPECT_EQ(turn->measured, i >= 2);
  }
  EXPECT_FALSE(pacer.Next(kStart + milliseconds(650)));
  EXPECT_EQ(pacer.NotTaken(kStart + seconds(1)), 0u);
}

TEST(PacerTest, WhatTheWarmUpLeftIsPassedOver) {
  Pacer pacer(
      {.rate = 10, .warm_up = milliseconds(400), .duration = milliseconds(500)},
      kStart);
  EXPECT_FALSE(pacer.Next(kStart)->measured);
  const auto turn = pacer.Next(kStart + milliseconds(430));
  ASSERT_TRUE(turn);
  EXPECT_EQ(turn->number, 4u);
  EXPECT_TRUE(turn->measured);
}

TEST(PacerTest, WhatNobodyTookIsCounted) {
  Pacer pacer(
      {.rate = 10, .warm_up = milliseconds(200), .duration = milliseconds(500)},
      kStart);
  EXPECT_TRUE(pacer.Next(kStart));
  EXPECT_FALSE(pacer.Next(kStart + milliseconds(700)));  // the time is up
  EXPECT_EQ(pacer.NotTaken(kStart + milliseconds(700)), 5u);
}

TEST(PacerTest, WithoutARateEachIsDueAtOnce) {
  Pacer pacer({.warm_up = milliseconds(10), .count = 2}, kStart);
  EXPECT_FALSE(pacer.Next(kStart + milliseconds(3))->measured);
  const auto first = pacer.Next(kStart + milliseconds(11));
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->measured);
  EXPECT_EQ(first->due, kStart + milliseconds(11));
  EXPECT_TRUE(pacer.Next(kStart + milliseconds(12)));
  EXPECT_FALSE(pacer.Next(kStart + milliseconds(13)));
  EXPECT_EQ(pacer.NotTaken(kStart + milliseconds(13)), 0u);
}

TEST(TargetTest, TellsPublicAddresses) {
  const struct {
    const char* server;
    const char* address;
  } rows[] = {
      {"localhost:50051", ""},
      {"127.0.0.1:50051", ""},
      {"127.9.9.9", ""},
      {"[::1]:50051", ""},
      {"10.1.2.3:1", ""},
      {"172.16.0.1:1", ""},
      {"172.31.255.255:1", ""},
      {"172.32.0.1:1", "172.32.0.1"},
      {"192.168.1.1:1", ""},
      {"192.169.1.1:1", "192.169.1.1"},
      {"169.254.169.254:1", ""},
      {"100.64.0.1:1", ""},
      {"100.128.0.1:1", "100.128.0.1"},
      {"192.0.2.7:443", "192.0.2.7"},
      {"dns:///192.0.2.7:443", "192.0.2.7"},
      {"dns://10.0.0.1/192.0.2.7:443", "192.0.2.7"},
      {"dns:192.0.2.7", "192.0.2.7"},
      {"ipv4:127.0.0.1:1,192.0.2.7:1", "192.0.2.7"},
      {"ipv4:127.0.0.1:1,127.0.0.1:2", ""},
      {"[fd00::1]:1", ""},
      {"[fe80::1]:1", ""},
      {"[2001:db8::1]:1", "2001:db8::1"},
      {"2001:db8::1", "2001:db8::1"},
      {"[::ffff:192.0.2.7]:1", "::ffff:192.0.2.7"},
      {"[::ffff:10.0.0.1]:1", ""},
      {"ipv6:[2001:db8::1]:1", "2001:db8::1"},
      {"unix:/run/stance.sock", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(FindPublicAddress(row.server), row.address) << row.server;
  }
}

load::v1::LoadReport Report() {
  load::v1::LoadReport report;
  load::v1::Plan* plan = report.mutable_plan();
  plan->set_server("localhost:50051");
  plan->set_concurrency(16);
  plan->set_connections(1);
  plan->set_warm_up_seconds(1);
  plan->set_duration_seconds(10);
  plan->set_corpus_articles(45);
  report.set_server_version("0.1.0");
  report.mutable_lexicon()->set_name("en");
  report.mutable_lexicon()->set_version("0.1.0");
  report.set_seconds(10.0125);
  report.set_articles(5000);
  report.set_answered(5000);
  report.set_answered_per_second(499.376);
  report.set_article_bytes(16'500'000);
  report.set_answer_bytes(21'000'000);
  report.set_client_cpu_seconds(1.25);
  Latencies latencies;
  for (int i = 0; i < 5000; ++i) {
    latencies.Add(microseconds(900 + (i * i) % 7919));
  }
  *report.mutable_latencies() = latencies.Summarise();
  load::v1::StatusCount* ok = report.add_statuses();
  ok->set_code("OK");
  ok->set_count(5000);
  return report;
}

TEST(LoadFormatTest, Goldens) {
  ExpectGolden("load", FormatLoadReport(Report()));

  load::v1::LoadReport some = Report();
  some.mutable_plan()->set_rate(1200);
  some.mutable_plan()->set_streaming(true);
  some.mutable_plan()->set_articles(12'000);
  some.mutable_plan()->set_duration_seconds(0);
  some.mutable_plan()->set_connections(4);
  some.set_articles(5021);
  some.set_not_sent(6979);
  load::v1::StatusCount* refused = some.add_statuses();
  refused->set_code("RESOURCE_EXHAUSTED");
  refused->set_reason("OVERLOADED");
  refused->set_count(21);
  refused->set_message("the server is busy\x1b[31m; try again in 100 ms");
  ExpectGolden("load_some_failed", FormatLoadReport(some));

  load::v1::LoadReport none;
  none.mutable_plan()->set_server("localhost:1");
  none.mutable_plan()->set_concurrency(1);
  none.mutable_plan()->set_connections(1);
  none.mutable_plan()->set_articles(1);
  none.mutable_plan()->set_corpus_articles(1);
  none.set_articles(1);
  none.set_seconds(0.00125);
  load::v1::StatusCount* failed = none.add_statuses();
  failed->set_code("UNAVAILABLE");
  failed->set_count(1);
  failed->set_message("nobody is there");
  ExpectGolden("load_none", FormatLoadReport(none));
}

}  // namespace
}  // namespace stance::client
