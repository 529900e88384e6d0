// The tables of a report over several articles, for its template.

#ifndef STANCE_CLIENT_REPORT_OVERVIEW_H_
#define STANCE_CLIENT_REPORT_OVERVIEW_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <kainjow/mustache.hpp>
#include <map>
#include <string>
#include <vector>

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

// A target that some actors are for and others against.
struct Dispute {
  std::string name;
  bool known = false;  // the lexicon has it
  std::vector<std::string> supporters;
  std::vector<std::string> opponents;

  size_t balance() const {
    return std::min(supporters.size(), opponents.size());
  }
};

// Sets columns and rows: the actors and issues with most stances (all targets
// where no issue was found); and rest, which says what is not among them.
void AddMatrix(const Matrix& matrix, const Places& actors,
               const Places& targets, kainjow::mustache::data* page);

// What is disputed in one article that the lexicon does not have: "the plan"
// of two articles is not one. `article`: its title.
std::vector<Dispute> DisputesWithin(const v1::ClassifyArticleResponse& answer,
                                    const std::string& article);

// Sets disputed: the targets that most actors are for and most are against; the
// lexicon's over all articles, before those `within` one.
void AddDisputed(const Matrix& matrix, std::vector<Dispute> within,
                 kainjow::mustache::data* page);

// Sets bars and period: by day, or by month where there are many days.
void AddTimeline(const std::map<std::string, PolarityCounts>& days,
                 kainjow::mustache::data* page);

}  // namespace stance::client

#endif  // STANCE_CLIENT_REPORT_OVERVIEW_H_
