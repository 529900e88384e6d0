// The library's front door: an article in, who stands where out.
//
//   auto lexicon = LoadLexicon("/usr/share/stance/lexicon/en");  //
//   lexicon_files/ Classifier classifier(*lexicon); Classifier::Scratch
//   scratch; absl::StatusOr<Analysis> analysis = classifier.Classify(
//       {.text = "China supports talks and opposes sanctions."}, {}, &scratch);
//   analysis->actors[0].actor.id                      // "country/CHN"
//   analysis->actors[0].stances[1].polarity           // POLARITY_OPPOSES
//
//   classifier.Classify({.text = "\xff"}, {}, &scratch)
//       // INVALID_ARGUMENT: article.text: invalid UTF-8 at byte 0
//
// A Classifier is const and may be shared by any number of threads; a Scratch
// belongs to one call at a time. The same article and options give the same
// Analysis, whatever was classified before with the same Scratch.

#ifndef STANCE_ENGINE_CLASSIFIER_H_
#define STANCE_ENGINE_CLASSIFIER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/engine/analysis.h"
#include "service/engine/lexicon/lexicon.h"

namespace stance {

// Borrowed for the length of the call; title or text must hold something.
struct ArticleView {
  std::string_view title;
  std::string_view text;
  // Publication day in UTC, YYYYMMDD; 0 where unknown.
  int32_t publish_date = 0;
};

struct ClassifyOptions {
  // Stances below it are left out. 0..1.
  float min_confidence = 0;
  std::vector<std::string> actor_ids;  // only these holders; empty: all
  std::vector<std::string> issue_ids;  // only these and what lies under them
  bool include_derived = false;
  bool include_unknown = false;
  bool explain = false;
  // Empty: ASSERTED, REPORTED and CONDITIONAL.
  std::vector<Factuality> factualities;
  // Asked between sentences; true ends the call with CANCELLED. May be null.
  bool (*cancelled)(void* context) = nullptr;
  void* cancelled_context = nullptr;
};

class Classifier {
 public:
  class Scratch {
   public:
    Scratch();
    ~Scratch();
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) noexcept;

   private:
    friend class Classifier;
    struct State;
    std::unique_ptr<State> state_;
  };

  // `lexicon` must not be null.
  explicit Classifier(std::shared_ptr<const Lexicon> lexicon);

  // INVALID_ARGUMENT: title and text hold nothing but white space, or bytes
  // that are not UTF-8 (the message names the field and the byte). CANCELLED:
  // options.cancelled said so.
  absl::StatusOr<Analysis> Classify(const ArticleView& article,
                                    const ClassifyOptions& options,
                                    Scratch* scratch) const;

  const Lexicon& lexicon() const { return *lexicon_; }

 private:
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_CLASSIFIER_H_
