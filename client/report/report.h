// Articles with their answers -> one HTML page that needs nothing else.

#ifndef STANCE_CLIENT_REPORT_REPORT_H_
#define STANCE_CLIENT_REPORT_REPORT_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "client/matrix/matrix.h"
#include "client/report/overview.h"
#include "stance/v1/article.pb.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// Of several articles the page has a table of actors by issues (open targets
// where there is no issue), the most disputed targets, a timeline, and one
// article at a time; of one article, that. Text from articles is data for the
// page's script or escaped by the template: it is never HTML.
class Report {
 public:
  // The heading; empty: the article's title, or how many there are.
  explicit Report(std::string title) : title_(std::move(title)) {}

  // REQUIRES: the answer's offsets are in UTF-16 units, as JavaScript's are.
  void Add(const v1::Article& article,
           const v1::ClassifyArticleResponse& answer);
  void AddFailed() { ++failed_; }

  uint64_t articles() const { return blocks_.size(); }

  // The page. `version` is the program's.
  std::string Render(const std::string& version) const;

 private:
  std::string title_;
  uint64_t failed_ = 0;
  std::vector<std::string> blocks_;  // one JSON object an article
  std::vector<std::string> labels_;  // of articles, for the list
  std::string first_title_;
  std::string lexicon_;
  Matrix matrix_{Matrix::Options()};
  std::vector<Dispute> disputes_;               // each within one article
  std::map<std::string, PolarityCounts> days_;  // by YYYY-MM-DD
  // Who is in which place of the page's tables of names.
  Places actors_;
  Places targets_;
  std::vector<std::string> actor_names_;
  std::vector<std::string> target_names_;
  std::string stances_;  // "[article,number,actor,target],…"
  PolarityCounts all_;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_REPORT_REPORT_H_
