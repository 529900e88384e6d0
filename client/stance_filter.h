// Leaving out of an answer what was not asked for: the filters that the
// service does not have, because they are about names and words, not ids.

#ifndef STANCE_CLIENT_STANCE_FILTER_H_
#define STANCE_CLIENT_STANCE_FILTER_H_

#include <set>
#include <string>
#include <vector>

#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// An empty list lets everything through; of several entries one must fit.
class StanceFilter {
 public:
  // Whole names or ids of holders, in any case; * and ? as in a shell.
  void AddActor(const std::string& pattern);

  // Words of the target, in any case, where they begin a word: "carbon tax"
  // fits "the carbon taxes", "tax" does not fit "syntax".
  void AddTarget(const std::string& words);

  void AddPolarity(v1::Polarity polarity) { polarities_.insert(polarity); }

  // True where it lets everything through.
  bool IsEmpty() const {
    return actors_.empty() && targets_.empty() && polarities_.empty();
  }

  // The same for filters that do the same, on one line.
  std::string Describe() const;

  // Takes out of `answer` the stances that do not fit, and the actors that
  // have none left.
  void Apply(v1::ClassifyArticleResponse* answer) const;

 private:
  bool FitsActor(const v1::Actor& actor) const;
  bool FitsStance(const v1::Stance& stance) const;

  std::vector<std::string> actors_;   // folded
  std::vector<std::string> targets_;  // folded
  std::set<v1::Polarity> polarities_;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_STANCE_FILTER_H_
