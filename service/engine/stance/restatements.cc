#include "service/engine/stance/restatements.h"

#include <algorithm>
#include <utility>

#include "absl/container/inlined_vector.h"

namespace stance {

namespace pb = lexicon::v1;

namespace {

// How many stances further a cue of the clause may come.
constexpr size_t kFurthest = 8;

bool LiesIn(const Mention& inner, const Mention& outer) {
  return inner.part == outer.part && inner.begin >= outer.begin &&
         inner.end <= outer.end;
}

// `whole` is about a clause, `part` about its subject.
bool Restates(const FoundStance& whole, const FoundStance& part) {
  return part.holder == whole.holder && part.polarity == whole.polarity &&
         !part.derived && part.target.begin == whole.target.begin &&
         part.target.end < whole.target.end &&
         LiesIn(part.target, whole.target) && LiesIn(part.cue, whole.target);
}

// Both are about one thing: the same issue or actor, or what "it" takes up.
bool IsOfSame(const SentenceView& view, const FoundStance& now,
              const FoundStance& old) {
  if (now.issue >= 0 || now.target_entity >= 0) {
    return now.issue == old.issue && now.target_entity == old.target_entity;
  }
  const std::string_view told = view.TextOf(old.target);
  if (now.taken_up.empty()) return view.TextOf(now.target) == told;
  // "the rise" and "the rise in rents".
  return now.taken_up.starts_with(told) ||
         now.antecedent == (old.antecedent.empty() ? told : old.antecedent);
}

// "… but": nothing else stands between the two.
bool OnlyButBetween(const SentenceView& view, const Mention& first,
                    const Mention& second) {
  if (first.part != second.part || second.begin <= first.end) return false;
  std::string_view between = view.TextOf({first.part, first.end, second.begin});
  while (!between.empty() && between.front() == ' ') between.remove_prefix(1);
  while (!between.empty() && between.back() == ' ') between.remove_suffix(1);
  return view.lexicon.Word(view.lexicon.Find(between))
      .Has(pb::FUNCTION_ROLE_ADVERSATIVE);
}

bool IsConceded(const SentenceView& view, const FoundStance& granted,
                const FoundStance& meant) {
  return granted.holder == meant.holder && granted.target == meant.target &&
         granted.polarity != meant.polarity &&
         meant.polarity != pb::POLARITY_NEUTRAL &&
         OnlyButBetween(view, granted.cue, meant.cue);
}

}  // namespace

void DropConceded(const SentenceView& view, size_t first,
                  std::vector<FoundStance>* stances) {
  if (!view.syntax.any.Has(pb::FUNCTION_ROLE_ADVERSATIVE)) return;
  for (size_t i = first; i + 1 < stances->size();) {
    if (IsConceded(view, (*stances)[i], (*stances)[i + 1])) {
      stances->erase(stances->begin() + static_cast<ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

void DropRestated(size_t first, std::vector<FoundStance>* stances) {
  for (size_t i = first; i + 1 < stances->size();) {
    const FoundStance& whole = (*stances)[i];
    const size_t end = std::min(stances->size(), i + 1 + kFurthest);
    bool restated = false;
    // Only of clauses that a cue stands before.
    if (whole.cue.end <= whole.target.begin) {
      for (size_t j = i + 1; j < end && !restated; ++j) {
        restated = Restates(whole, (*stances)[j]);
      }
    }
    if (restated) {
      stances->erase(stances->begin() + static_cast<ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

void DropTurned(const SentenceView& view, size_t first,
                std::vector<FoundStance>* stances) {
  const auto begin = stances->begin() + static_cast<ptrdiff_t>(first);
  const auto turned = [&](const FoundStance& old) {
    if (!old.before) return false;
    const auto at = begin + (&old - &*begin);
    const bool named =
        view.lexicon.cues[old.cue_entry].word_class == pb::WORD_CLASS_NOUN;
    constexpr ptrdiff_t kNear = kFurthest;
    return std::any_of(
        at - std::min(at - begin, kNear),
        at + std::min(stances->end() - at, kNear), [&](const FoundStance& now) {
          // "a critic of the pact, abstained" is a critic still.
          return !now.before && now.holder == old.holder &&
                 now.polarity != old.polarity &&
                 !(named && now.polarity == pb::POLARITY_NEUTRAL) &&
                 IsOfSame(view, now, old);
        });
  };
  absl::InlinedVector<size_t, 4> gone;
  for (size_t i = first; i < stances->size(); ++i) {
    if (turned((*stances)[i])) gone.push_back(i);
  }
  if (gone.empty()) return;
  size_t to = gone[0];
  size_t next = 0;
  for (size_t from = to; from < stances->size(); ++from) {
    if (next < gone.size() && gone[next] == from) {
      ++next;
    } else {
      (*stances)[to++] = std::move((*stances)[from]);
    }
  }
  stances->erase(stances->begin() + static_cast<ptrdiff_t>(to), stances->end());
}

}  // namespace stance
