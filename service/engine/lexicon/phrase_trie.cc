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
        if (node == kRoot) largest_root = std::max(largest_root, word);
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
  trie.edges_.resize(std::bit_ceil(2 * edges.size() + 2));
  const size_t mask = trie.edges_.size() - 1;
  for (const Edge& edge : edges) {
    const Edge moved = {renumbered[edge.from], edge.word, renumbered[edge.to]};
    if (moved.from == kRoot) {
      trie.roots_[moved.word] = moved.to;
      continue;
    }
    size_t at = Hash(moved.from, moved.word) & mask;
    while (trie.edges_[at].from != 0) at = (at + 1) & mask;
    trie.edges_[at] = moved;
  }
  return trie;
}

}  // namespace stance
