// The streams that are open, so that a server that stops can end them.

#ifndef STANCE_SERVER_OPEN_STREAMS_H_
#define STANCE_SERVER_OPEN_STREAMS_H_

#include <cstddef>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_set.h"
#include "absl/synchronization/mutex.h"

namespace stance {

// Safe to use from any number of threads. Entered and left once a stream, not
// once an article.
class OpenStreams {
 public:
  class Stream {
   public:
    // Ends the stream with SHUTTING_DOWN, as soon as what it is at is answered.
    // Called at most once; must not call OpenStreams.
    virtual void EndForShutdown() = 0;

   protected:
    ~Stream() = default;
  };

  // False after EndAll: then `stream` is not entered and should end at once.
  bool Add(Stream* stream);
  // Before the stream ceases to be; one that was not added is passed over.
  void Remove(Stream* stream);

  size_t count() const;

  // Ends those that are open. None is opened from then on.
  void EndAll();

 private:
  mutable absl::Mutex mutex_;
  bool ended_ ABSL_GUARDED_BY(mutex_) = false;
  absl::flat_hash_set<Stream*> streams_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace stance

#endif  // STANCE_SERVER_OPEN_STREAMS_H_
