// A trie of token ids that finds the longest phrase starting at a token.
//
// Immutable once built; thread-safe. Values are indices into a table that the
// owner keeps (Lexicon::phrases).

#ifndef STANCE_ENGINE_LEXICON_PHRASE_TRIE_H_
#define STANCE_ENGINE_LEXICON_PHRASE_TRIE_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "service/engine/lexicon/word.h"

namespace stance {

class PhraseTrie {
 public:
  // 0: nothing ends here.
  using Value = uint32_t;
  // A step: the node reached, 0 where there is no such edge.
  using Node = uint32_t;
  static constexpr Node kRoot = 1;

  // Builds from phrases (sorted or not; no two the same; none empty) and their
  // values, none of them 0.
  static PhraseTrie Build(
      std::vector<std::pair<std::vector<WordId>, Value>> phrases);

  // The child of `node` over `word`, 0 for none. The root's children are
  // reached by a direct table, the others by a hash of (node, word).
  Node Step(Node node, WordId word) const {
    if (node == kRoot) return word < roots_.size() ? roots_[word] : 0;
    return HasChildren(node) ? StepBelow(node, word) : 0;
  }

  // The same for a node that is not the root and has children.
  Node StepBelow(Node node, WordId word) const {
    const uint64_t hash = Hash(node, word);
    if ((marks_[MarkIndex(hash)] >> MarkBit(hash) & 1) == 0) return 0;
    for (size_t at = hash >> 32 & edges_mask_;; at = (at + 1) & edges_mask_) {
      const Edge& edge = edges_[at];
      if (edge.from == node && edge.word == word) return edge.to;
      if (edge.from == 0) return 0;
    }
  }

  bool HasChildren(Node node) const { return node < first_leaf_; }

  // What ends at a node.
  Value At(Node node) const { return values_[node]; }

 private:
  struct Edge {
    Node from = 0;  // 0: empty
    WordId word = 0;
    Node to = 0;
  };

  static uint64_t Hash(Node node, WordId word) {
    const uint64_t key = uint64_t{node} << 32 | word;
    return key * 0x9E3779B97F4A7C15;
  }
  size_t MarkIndex(uint64_t hash) const { return hash >> 40 & marks_mask_; }
  static uint64_t MarkBit(uint64_t hash) { return hash >> 32 & 63; }

  std::vector<Node> roots_;  // by WordId
  // A bit set for each edge, by its hash: most steps lead nowhere, and this
  // table is small enough to stay near the core, which the edges are not.
  std::vector<uint64_t> marks_ = std::vector<uint64_t>(1);
  size_t marks_mask_ = 0;    // one less than there are
  std::vector<Edge> edges_;  // open addressing, a power of two of them
  size_t edges_mask_ = 0;
  std::vector<Value> values_ = std::vector<Value>(2);
  // Nodes without children have the largest numbers: nearly every word that
  // starts a phrase is the whole of it, and needs no look at the edges.
  Node first_leaf_ = kRoot;
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_PHRASE_TRIE_H_
