// The tables of a report over several articles, for its template.

#ifndef STANCE_CLIENT_REPORT_OVERVIEW_H_
#define STANCE_CLIENT_REPORT_OVERVIEW_H_

#include <cstdint>
#include <kainjow/mustache.hpp>
#include <map>
#include <string>

#include "client/matrix/matrix.h"

namespace stance::client {

// Stances of one day or month.
struct PolarityCounts {
  uint64_t supports = 0;
  uint64_t opposes = 0;
  uint64_t neutral = 0;

  uint64_t all() const { return supports + opposes + neutral; }
};

// key of a node -> its place in the page's tables of names.
using Places = std::map<std::string, size_t>;

// Sets columns and rows: the actors and issues with most stances (all targets
// where no issue was found).
void AddMatrix(const Matrix& matrix, const Places& actors,
               const Places& targets, kainjow::mustache::data* page);

// Sets disputed: the targets that most actors are for and most are against.
void AddDisputed(const Matrix& matrix, kainjow::mustache::data* page);

// Sets bars and period: by day, or by month where there are many days.
void AddTimeline(const std::map<std::string, PolarityCounts>& days,
                 kainjow::mustache::data* page);

}  // namespace stance::client

#endif  // STANCE_CLIENT_REPORT_OVERVIEW_H_
