#include "service/server/admission.h"

#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "service/server/errors.h"

namespace stance {
namespace {

using std::chrono::milliseconds;

TEST(AdmissionTest, RefusesWhatIsOverItsLimits) {
  const struct {
    const char* name;
    AdmissionLimits limits;
    std::vector<size_t> in_flight;
    size_t next;
    Refusal refusal;
  } rows[] = {
      {"first", {.max_in_flight = 1}, {}, 10, Refusal::kNone},
      {"one more", {.max_in_flight = 2}, {10}, 10, Refusal::kNone},
      {"one too many", {.max_in_flight = 2}, {1, 1}, 1, Refusal::kInFlight},
      {"bytes just fit",
       {.max_in_flight_bytes = 30},
       {10, 10},
       10,
       Refusal::kNone},
      {"a byte too many",
       {.max_in_flight_bytes = 30},
       {10, 10},
       11,
       Refusal::kInFlightBytes},
      {"alone, whatever its size",
       {.max_in_flight_bytes = 30},
       {},
       31,
       Refusal::kNone},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    Admission admission(row.limits);
    for (const size_t bytes : row.in_flight) {
      EXPECT_EQ(admission.Enter(bytes), Refusal::kNone);
    }
    const int64_t before = admission.in_flight();
    const int64_t bytes_before = admission.in_flight_bytes();
    EXPECT_EQ(admission.Enter(row.next), row.refusal);
    const bool taken = row.refusal == Refusal::kNone;
    EXPECT_EQ(admission.in_flight(), before + (taken ? 1 : 0));
    if (taken) admission.Leave(row.next);
    EXPECT_EQ(admission.in_flight(), before);
    EXPECT_EQ(admission.in_flight_bytes(), bytes_before);
  }
}

TEST(AdmissionTest, StreamsAreCountedAndNeverRefused) {
  Admission admission({.max_in_flight = 1, .max_in_flight_bytes = 10});
  admission.EnterStreamed(8);
  admission.EnterStreamed(8);
  EXPECT_EQ(admission.in_flight(), 2);
  EXPECT_EQ(admission.in_flight_bytes(), 16);
  EXPECT_EQ(admission.Enter(1), Refusal::kInFlight);
}

TEST(AdmissionTest, WaitsAreBounded) {
  const Admission admission({.max_wait = milliseconds(200)});
  EXPECT_EQ(admission.MayBegin(milliseconds(200)), Refusal::kNone);
  EXPECT_EQ(admission.MayBegin(milliseconds(201)), Refusal::kWait);
}

TEST(AdmissionTest, UnseenWaitsAreAnsweredByRefusingAShare) {
  Admission admission({.max_wait = milliseconds(200)});
  const auto refused = [&] {
    int count = 0;
    for (int i = 0; i < 10'000; ++i) {
      count += admission.MayBegin(milliseconds(0)) == Refusal::kWait;
    }
    return count;
  };
  admission.ObserveUnseenWait(milliseconds(1), 1000);
  EXPECT_EQ(refused(), 0);
  // The machine is slow, but nobody waits.
  for (int i = 0; i < 1000; ++i) {
    admission.ObserveUnseenWait(milliseconds(400), 8);
  }
  EXPECT_EQ(refused(), 0);
  for (int i = 0; i < 1000; ++i) {
    admission.ObserveUnseenWait(milliseconds(400), 1000);
  }
  EXPECT_GT(refused(), 9'000);
  for (int i = 0; i < 1000; ++i) {
    admission.ObserveUnseenWait(milliseconds(1), 1000);
  }
  EXPECT_EQ(refused(), 0);
}

TEST(AdmissionTest, RefusalsSayWhyAndWhenToComeAgain) {
  Admission admission({.max_in_flight = 7,
                       .max_in_flight_bytes = 99,
                       .max_wait = milliseconds(200)});
  const struct {
    Refusal refusal;
    const char* message;
  } rows[] = {
      {Refusal::kInFlight, "the server is busy: 7 articles are in flight; try"},
      {Refusal::kInFlightBytes,
       "the server is busy: articles of 99 bytes are in flight; try again in"},
      {Refusal::kWait,
       "the server is busy: articles wait for more than 200 ms; try again in"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.message);
    std::set<milliseconds> delays;
    for (int i = 0; i < 100; ++i) {
      const absl::Status status = admission.ToStatus(row.refusal);
      EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
      EXPECT_EQ(ErrorReason(status), "OVERLOADED");
      EXPECT_THAT(static_cast<std::string>(status.message()),
                  testing::StartsWith(row.message));
      const auto delay = RetryDelay(status);
      ASSERT_TRUE(delay.has_value());
      EXPECT_GE(*delay, milliseconds(250));
      EXPECT_LE(*delay, milliseconds(750));
      delays.insert(*delay);
    }
    // Not all at the same moment.
    EXPECT_GT(delays.size(), 10u);
  }
}

}  // namespace
}  // namespace stance
