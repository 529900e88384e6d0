// Answers from the engine in this process, over the same checks and the same
// messages as a server's.

#ifndef STANCE_CLIENT_EMBEDDED_ANSWERER_H_
#define STANCE_CLIENT_EMBEDDED_ANSWERER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/answerer.h"
#include "service/engine/lexicon/lexicon.h"

namespace stance::client {

// For commands that have no --timeout.
inline constexpr absl::Duration kArticleTimeout = absl::Seconds(30);

// FAILED_PRECONDITION: the lexicon, in layers where there are several
// directories, does not load; names the first finding. An article that takes
// longer than `timeout` is DEADLINE_EXCEEDED.
google::rpc::Status MakeEmbeddedAnswerer(
    const std::vector<std::string>& directories, absl::Duration timeout,
    std::unique_ptr<Answerer>* answerer);

// Answers from a lexicon that is there already; lists none of its entries.
std::unique_ptr<Answerer> MakeEmbeddedAnswerer(
    std::shared_ptr<const stance::Lexicon> lexicon, absl::Duration timeout);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EMBEDDED_ANSWERER_H_
