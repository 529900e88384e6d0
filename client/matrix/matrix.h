// Who stands where on what, over many articles.

#ifndef STANCE_CLIENT_MATRIX_MATRIX_H_
#define STANCE_CLIENT_MATRIX_MATRIX_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// Grows with the number of different actors, targets and pairs of them.
class Matrix {
 public:
  // Stances of one actor on one target.
  struct Cell {
    uint64_t supports = 0;
    uint64_t opposes = 0;
    uint64_t neutral = 0;
    uint64_t articles = 0;  // in how many articles

    int64_t net() const {
      return static_cast<int64_t>(supports) - static_cast<int64_t>(opposes);
    }
    uint64_t all() const { return supports + opposes + neutral; }
  };

  // An actor or a target: the lexicon's, or one by its case-folded name.
  struct Node {
    std::string key;   // the id, or the folded name
    std::string id;    // "country/CHN"; empty for what is in no lexicon
    std::string name;  // as it was first written
    std::string kind;  // "country", "issue", "phrase"; may be empty
    uint64_t stances = 0;
  };

  struct Options {
    float min_confidence = 0;  // stances below it do not count
    bool issues_only = false;  // nor do targets that are no issue
    uint64_t min_stances = 1;  // actors and targets with fewer are left out
  };

  explicit Matrix(const Options& options) : options_(options) {}

  void Add(const v1::ClassifyArticleResponse& answer);

  // Those with most stances first, then by name.
  std::vector<const Node*> Actors() const { return Sorted(actors_); }
  std::vector<const Node*> Targets() const { return Sorted(targets_); }

  // Zeros where the actor holds nothing on the target.
  Cell At(const Node& actor, const Node& target) const;

 private:
  using Nodes = std::map<std::string, Node>;

  std::vector<const Node*> Sorted(const Nodes& nodes) const;

  const Options options_;
  Nodes actors_;
  Nodes targets_;
  std::map<std::pair<std::string, std::string>, Cell> cells_;  // by keys
};

// Whether `stance` counts for a matrix with such options.
bool Counts(const v1::Stance& stance, const Matrix::Options& options);

}  // namespace stance::client

#endif  // STANCE_CLIENT_MATRIX_MATRIX_H_
