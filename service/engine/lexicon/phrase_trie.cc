#include "service/engine/lexicon/phrase_trie.h"

#include <algorithm>
#include <bit>

#include "absl/container/flat_hash_map.h"

namespace stance {

PhraseTrie PhraseTrie::Build(
    std::vector<std::pair<std::vector<WordId>, Value>> phrases) {
  // First with nodes in order of discovery.
  absl::flat_hash_map<uint64_t, Node> children;
  children.reserve(phrases.size() * 2);
  std::vector<Edge> edges;
  std::vector<Value> values(2);
  std::vector<bool> inner = {false, true};
  size_t roots = 0;
  WordId largest_root = 0;
  for (const auto& [words, value] : phrases) {
    Node node = kRoot;
    for (const WordId word : words) {
      const auto [child, added] = children.try_emplace(
          uint64_t{node} << 32 | word, static_cast<Node>(values.size()));
      if (added) {
        edges.push_back({node, word, child->second});
        values.emplace_back();
        inner.push_back(false);
        inner[node] = true;
        if (node == kRoot) {
          ++roots;
          largest_root = std::max(largest_root, word);
        }
      }
      node = child->second;
    }
    values[node] = value;
  }

  // Then renumbered: inner nodes, leaves.
  PhraseTrie trie;
  std::vector<Node> renumbered(values.size());
  trie.values_.resize(values.size());
  Node next = kRoot;
  for (const bool pass : {true, false}) {
    if (!pass) trie.first_leaf_ = next;
    for (Node old = kRoot; old < values.size(); ++old) {
      if (inner[old] != pass) continue;
      renumbered[old] = next;
      trie.values_[next++] = values[old];
    }
  }
  trie.roots_.resize(largest_root + 1);
  const size_t hashed = edges.size() - roots;
  trie.edges_.resize(std::bit_ceil(2 * hashed + 2));
  constexpr size_t kMarksPerEdge = 8;  // one step in eight passes them in vain
  trie.marks_.resize(std::bit_ceil(hashed * kMarksPerEdge / 64 + 1));
  trie.marks_mask_ = trie.marks_.size() - 1;
  const size_t mask = trie.edges_mask_ = trie.edges_.size() - 1;
  for (const Edge& edge : edges) {
    const Edge moved = {renumbered[edge.from], edge.word, renumbered[edge.to]};
    if (moved.from == kRoot) {
      trie.roots_[moved.word] = moved.to;
      continue;
    }
    const uint64_t hash = Hash(moved.from, moved.word);
    trie.marks_[trie.MarkIndex(hash)] |= uint64_t{1} << MarkBit(hash);
    size_t at = hash >> 32 & mask;
    while (trie.edges_[at].from != 0) at = (at + 1) & mask;
    trie.edges_[at] = moved;
  }
  return trie;
}

}  // namespace stance
