// Several answers in a few lines: how many articles, who holds most stances,
// what is most disputed.

#ifndef STANCE_CLIENT_OUTPUT_SUMMARY_H_
#define STANCE_CLIENT_OUTPUT_SUMMARY_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "client/table/display.h"
#include "client/table/terminal.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// Grows with the number of different actors and targets, not of articles.
class Summary {
 public:
  void Add(const v1::ClassifyArticleResponse& answer);
  void AddFailed() { ++failed_; }

  // Tables for a terminal: the `top` actors and targets with most stances (0:
  // all), without columns of nothing but zeros.
  std::string Format(const Terminal& terminal, size_t top) const;

  // The same as Markdown.
  std::string FormatAsMarkdown(size_t top) const;

 private:
  struct Counts {
    std::string name;  // as it was first written
    uint64_t supports = 0;
    uint64_t opposes = 0;
    uint64_t neutral = 0;
    uint64_t articles = 0;

    void Count(v1::Polarity polarity);
    uint64_t all() const { return supports + opposes + neutral; }
  };
  using Table = std::map<std::string, Counts>;  // by id, or folded name

  // A column of numbers; which of them there are hangs on all stances.
  struct Column {
    const char* heading;
    uint64_t Counts::*number;
    Look look;
  };

  static std::vector<const Counts*> Most(const Table& table);
  std::vector<Column> Columns() const;
  std::string FormatTable(const char* heading, const Table& table,
                          const Terminal& terminal, size_t top) const;
  std::vector<std::string> Headline() const;

  uint64_t articles_ = 0;
  uint64_t silent_ = 0;  // articles without a stance
  uint64_t failed_ = 0;
  Counts all_;
  Table actors_;
  Table targets_;
  std::map<std::string, uint64_t> notices_;  // articles by message
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_OUTPUT_SUMMARY_H_
