// "Answer an article", whoever does it: a server, or the engine in this
// process.

#ifndef STANCE_CLIENT_ANSWERER_H_
#define STANCE_CLIENT_ANSWERER_H_

#include <cstddef>
#include <string>

#include "google/rpc/status.pb.h"
#include "stance/v1/lexicon_service.pb.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// May be used by any number of threads at once.
class Answerer {
 public:
  virtual ~Answerer() = default;

  // Waits for the answer. The same requests get the same errors from a server
  // and in process.
  virtual google::rpc::Status Answer(const v1::ClassifyArticleRequest& request,
                                     v1::ClassifyArticleResponse* response) = 0;

  // The same as one line of JSON, without its end, appended to `json`.
  virtual google::rpc::Status AnswerAsJson(
      const v1::ClassifyArticleRequest& request, std::string* json);

  // Which lexicon answers; tells whether anyone does. In process only the
  // lexicon is named.
  virtual google::rpc::Status Lexicon(v1::GetLexiconResponse* lexicon) = 0;

  // The entries of that lexicon whose id or a name contains `filter`, case
  // ignored, by id; at most `limit`, 0 for all.
  virtual google::rpc::Status ListActors(const std::string& filter,
                                         size_t limit,
                                         v1::ListActorsResponse* actors) = 0;
  virtual google::rpc::Status ListIssues(const std::string& filter,
                                         size_t limit,
                                         v1::ListIssuesResponse* issues) = 0;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_ANSWERER_H_
