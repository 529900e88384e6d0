// Several observers as one.

#ifndef STANCE_OPERATIONS_OBSERVERS_H_
#define STANCE_OPERATIONS_OBSERVERS_H_

#include <utility>
#include <vector>

#include "service/server/call_record.h"

namespace stance {

class Observers final : public CallObserver {
 public:
  // They must outlive it.
  explicit Observers(std::vector<CallObserver*> observers)
      : observers_(std::move(observers)) {}

  void OnCall(const CallRecord& record) override {
    for (CallObserver* observer : observers_) observer->OnCall(record);
  }
  void OnArticle(const ArticleRecord& record) override {
    for (CallObserver* observer : observers_) observer->OnArticle(record);
  }

 private:
  const std::vector<CallObserver*> observers_;
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_OBSERVERS_H_
