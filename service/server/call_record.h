// What is told about calls and articles, to logs and metrics. Never the text.

#ifndef STANCE_SERVER_CALL_RECORD_H_
#define STANCE_SERVER_CALL_RECORD_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "service/engine/analysis.h"
#include "service/server/call_identity.h"

namespace stance {

// A finished call.
struct CallRecord {
  std::string_view method;  // "/stance.v1.StanceService/ClassifyArticle"
  CallIdentity identity;
  std::string peer;  // as gRPC writes it: "ipv4:10.0.0.7:41822"
  absl::StatusCode code = absl::StatusCode::kOk;
  std::string reason;     // google.rpc.ErrorInfo.reason; empty where OK
  size_t bytes_in = 0;    // of messages, without framing
  size_t bytes_out = 0;   // the same
  uint64_t articles = 0;  // of a stream: answered in all
  uint64_t failed = 0;    // of a stream: answered with an error
  // From the call's arrival to its answer; of a stream, from its start to its
  // end, waiting included.
  std::chrono::nanoseconds duration{0};
  // Of that: until its article was begun, and what classifying it took; of a
  // stream, the sums.
  std::chrono::nanoseconds waited{0};
  std::chrono::nanoseconds computed{0};
  // For those who want the call in full (CallIdentity::debug): of the articles
  // that were answered, bytes of title and text, actors, stances and notices.
  size_t article_bytes = 0;
  size_t actors = 0;
  size_t stances = 0;
  size_t notices = 0;
  std::string lexicon;  // checksum of the one that answered last
};

// What became of an article.
enum class ArticleFate {
  kAnswered,          // classified
  kInvalid,           // not classified: the request is wrong
  kTooManyInFlight,   // refused
  kTooManyBytes,      // refused
  kWaitedTooLong,     // refused
  kDeadlineBefore,    // dropped before it was begun
  kCancelledBefore,   // the same
  kDeadlineBetween,   // dropped between sentences
  kCancelledBetween,  // the same
};

// An article that was answered, refused or dropped, in a call of its own or in
// a stream.
struct ArticleRecord {
  ArticleFate fate = ArticleFate::kAnswered;
  size_t bytes = 0;  // title and text
  std::chrono::nanoseconds waited{0};
  std::chrono::nanoseconds computed{0};  // zero unless begun
  // What was found, for as long as OnArticle runs; null unless answered.
  const Analysis* analysis = nullptr;
};

// Told of calls and articles as they end, from any of the server's threads,
// possibly at the same time. May not block.
class CallObserver {
 public:
  virtual ~CallObserver() = default;
  virtual void OnCall(const CallRecord& record) = 0;
  virtual void OnArticle(const ArticleRecord&) {}
};

}  // namespace stance

#endif  // STANCE_SERVER_CALL_RECORD_H_
