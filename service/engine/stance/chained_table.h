// A small hash table from keys to numbers that are not negative, filled anew
// for each article. A key may have several; those of one bucket are chained,
// the last one first.

#ifndef STANCE_ENGINE_STANCE_CHAINED_TABLE_H_
#define STANCE_ENGINE_STANCE_CHAINED_TABLE_H_

#include <array>
#include <cstdint>
#include <vector>

namespace stance {

class ChainedTable {
 public:
  ChainedTable() { Clear(); }
  void Clear() {
    links_.clear();
    last_.fill(-1);
  }
  void Add(uint32_t key, int32_t value) {
    int32_t& last = last_[key % kBuckets];
    links_.push_back({key, value, last});
    last = static_cast<int32_t>(links_.size()) - 1;
  }
  // The last value with that key for which fits(value); -1 for none.
  template <typename Predicate>
  int32_t FindLast(uint32_t key, Predicate fits) const {
    for (int32_t i = last_[key % kBuckets]; i >= 0; i = links_[i].before) {
      const Link& link = links_[i];
      if (link.key == key && fits(link.value)) return link.value;
    }
    return -1;
  }

 private:
  static constexpr uint32_t kBuckets = 256;
  struct Link {
    uint32_t key;
    int32_t value;
    int32_t before;  // in the same bucket, -1 for none
  };
  std::vector<Link> links_;
  std::array<int32_t, kBuckets> last_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_CHAINED_TABLE_H_
