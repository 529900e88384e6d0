// What a change of a lexicon changes, over a corpus: summed up, and as text.

#ifndef STANCE_CLIENT_LEXICON_DIFF_REPORT_H_
#define STANCE_CLIENT_LEXICON_DIFF_REPORT_H_

#include <cstdint>
#include <string>

#include "stance/authoring/v1/authoring.pb.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// Adds up the answers to one article after another.
class DiffBuilder {
 public:
  DiffBuilder(const v1::LexiconVersion& old_lexicon,
              const v1::LexiconVersion& new_lexicon);

  // `article`: where it stands, for people.
  void Add(const std::string& article, const std::string& article_id,
           const v1::ClassifyArticleResponse& old_answer,
           const v1::ClassifyArticleResponse& new_answer);

  // `failed_articles`: those without two answers.
  authoring::v1::LexiconDiff Finish(uint64_t failed_articles);

 private:
  authoring::v1::LexiconDiff diff_;
};

// A block a change, then the sums.
std::string DiffAsText(const authoring::v1::LexiconDiff& diff);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_DIFF_REPORT_H_
