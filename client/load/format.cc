#include "client/load/format.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/table/display.h"

namespace stance::client {
namespace {

using load::v1::LoadReport;
using load::v1::Plan;

constexpr uint64_t kLongestBar = 40;

std::string Number(double value) {
  return value >= 1000  ? absl::StrFormat("%.0f", value)
         : value >= 100 ? absl::StrFormat("%.1f", value)
         : value >= 10  ? absl::StrFormat("%.2f", value)
                        : absl::StrFormat("%.3f", value);
}

std::string Count(uint64_t count, const char* one, const char* many) {
  return absl::StrCat(count, " ", count == 1 ? one : many);
}

std::string Bytes(double bytes) {
  return bytes >= 1e6   ? absl::StrFormat("%.1f MB", bytes / 1e6)
         : bytes >= 1e3 ? absl::StrFormat("%.1f KB", bytes / 1e3)
                        : absl::StrFormat("%.0f bytes", bytes);
}

std::string Asked(const Plan& plan) {
  std::string text = absl::StrCat(
      plan.streaming() ? Count(plan.concurrency(), "stream", "streams")
                       : absl::StrCat(plan.concurrency(), " at once"),
      " over ", Count(plan.connections(), "connection", "connections"));
  if (plan.rate() > 0) {
    absl::StrAppend(&text, ", ", Number(plan.rate()), " due a second");
  }
  if (plan.articles() > 0) {
    absl::StrAppend(&text, ", ", Count(plan.articles(), "call", "calls"));
  }
  if (plan.duration_seconds() > 0) {
    absl::StrAppend(&text, ", ", plan.duration_seconds(), " s");
  }
  if (plan.warm_up_seconds() > 0) {
    absl::StrAppend(&text, " after ", plan.warm_up_seconds(), " s of warm-up");
  }
  return absl::StrCat(
      text, "; ", Count(plan.corpus_articles(), "article", "articles in turn"));
}

void AddLatencies(const LoadReport& report, std::string* out) {
  const load::v1::Latencies& latencies = report.latencies();
  if (latencies.percentiles().empty()) return;
  absl::StrAppend(
      out, "\nlatency, from ",
      report.plan().rate() > 0 ? "when each was due" : "when each was sent",
      "\n");
  const auto line = [out](const std::string& name, double milliseconds) {
    absl::StrAppendFormat(out, "  %-8s %9s ms\n", name, Number(milliseconds));
  };
  line("fastest", latencies.fastest());
  for (const load::v1::Percentile& percentile : latencies.percentiles()) {
    line(absl::StrFormat("%g %%", percentile.percent()),
         percentile.milliseconds());
  }
  line("slowest", latencies.slowest());
  line("mean", latencies.mean());
  uint64_t most = 1;
  int width = 1;
  for (const load::v1::Bucket& bucket : latencies.histogram()) {
    most = std::max(most, bucket.count());
    width =
        std::max(width, static_cast<int>(absl::StrCat(bucket.count()).size()));
  }
  absl::StrAppend(out, "\nhistogram\n");
  for (const load::v1::Bucket& bucket : latencies.histogram()) {
    // One mark at least for what is there at all.
    const uint64_t bar = (bucket.count() * kLongestBar + most - 1) / most;
    absl::StrAppendFormat(out, "  %9s ms %*d",
                          Number(bucket.up_to_milliseconds()), width,
                          bucket.count());
    if (bar > 0) absl::StrAppend(out, " ", std::string(bar, '#'));
    *out += '\n';
  }
}

void AddStatuses(const LoadReport& report, std::string* out) {
  absl::StrAppend(out, "\nstatus\n");
  for (const load::v1::StatusCount& status : report.statuses()) {
    std::string name = MakePrintable(status.code());
    if (!status.reason().empty()) {
      absl::StrAppend(&name, ", ", MakePrintable(status.reason()));
    }
    absl::StrAppendFormat(out, "  %-32s %9d", name, status.count());
    if (!status.message().empty()) {
      absl::StrAppend(out, "  ", MakePrintable(status.message()));
    }
    *out += '\n';
  }
}

}  // namespace

std::string FormatLoadReport(const LoadReport& report) {
  const double answered = static_cast<double>(report.answered());
  std::string out =
      absl::StrCat(MakePrintable(report.plan().server()), ": stanced ",
                   MakePrintable(report.server_version()), ", lexicon ",
                   MakePrintable(report.lexicon().name()), " ",
                   MakePrintable(report.lexicon().version()), "\n",
                   Asked(report.plan()), "\n\n");
  absl::StrAppend(&out, "answered     ", report.answered(), " of ",
                  report.articles(), " in ", Number(report.seconds()),
                  " s: ", Number(report.answered_per_second()), " a second\n");
  if (report.answered() > 0) {
    absl::StrAppend(
        &out, "text         ",
        Bytes(static_cast<double>(report.article_bytes()) / answered),
        " an article, ",
        Bytes(static_cast<double>(report.answer_bytes()) / answered),
        " an answer; ",
        Bytes(static_cast<double>(report.article_bytes()) /
              std::max(report.seconds(), 1e-9)),
        " of text a second\n");
  }
  absl::StrAppend(&out, "client       ", Number(report.client_cpu_seconds()),
                  " s of processor time\n");
  if (report.articles() == 0) {
    absl::StrAppend(&out, "measured     nothing: no call was sent in time\n");
  }
  if (report.not_sent() > 0) {
    absl::StrAppend(&out, "not reached  the rate: ", report.not_sent(),
                    " that were due were not sent, for all ",
                    report.plan().concurrency(),
                    " were waiting; what these would have waited is not in the "
                    "figures below\n");
  }
  AddLatencies(report, &out);
  AddStatuses(report, &out);
  return out;
}

}  // namespace stance::client
