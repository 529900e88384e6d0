#include "client/lexicon/compare_answers.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/fold_case.h"

namespace stance::client {
namespace {

using authoring::v1::StanceChange;
using authoring::v1::StanceSide;

struct Entry {
  std::string actor;   // its id, else its name folded
  std::string target;  // likewise
  const v1::ActorStances* holder = nullptr;
  const v1::Stance* stance = nullptr;
  // Found in the other answer, as it is or changed.
  bool matched = false;
  bool same = false;
};

std::string Key(const std::string& id, const std::string& name) {
  return id.empty() ? absl::StrCat("~", FoldCase(name)) : id;
}

std::vector<Entry> Entries(const v1::ClassifyArticleResponse& answer) {
  std::vector<Entry> entries;
  for (const v1::ActorStances& holder : answer.actors()) {
    for (const v1::Stance& stance : holder.stances()) {
      entries.push_back(
          {Key(holder.actor().id(), holder.actor().display_name()),
           Key(stance.target().id(), stance.target().display_name()), &holder,
           &stance});
    }
  }
  return entries;
}

bool Overlap(const v1::Mention& a, const v1::Mention& b) {
  return a.part() == b.part() && a.begin() < b.end() && b.begin() < a.end();
}

using MentionOf = const v1::Mention& (v1::Evidence::*)() const;

// Whether both were found by one cue; where `also` is given, with the same
// words there too.
bool SameCue(const v1::Stance& a, const v1::Stance& b, MentionOf also) {
  for (const v1::Evidence& x : a.evidence()) {
    for (const v1::Evidence& y : b.evidence()) {
      if (Overlap(x.cue(), y.cue()) &&
          (also == nullptr || Overlap((x.*also)(), (y.*also)()))) {
        return true;
      }
    }
  }
  return false;
}

void FillSide(const Entry& entry, StanceSide* side) {
  side->set_actor_id(entry.holder->actor().id());
  side->set_actor(entry.holder->actor().display_name());
  side->set_polarity(entry.stance->polarity());
  side->set_target_id(entry.stance->target().id());
  side->set_target(entry.stance->target().display_name());
  if (entry.stance->evidence().empty()) return;
  side->set_sentence(entry.stance->evidence(0).sentence().text());
  side->set_cue(entry.stance->evidence(0).cue().text());
}

class Comparison {
 public:
  Comparison(const v1::ClassifyArticleResponse& old_answer,
             const v1::ClassifyArticleResponse& new_answer)
      : old_(Entries(old_answer)), new_(Entries(new_answer)) {}

  std::vector<StanceChange> Run() {
    for (Entry& before : old_) {
      for (Entry& now : new_) {
        if (!now.matched && before.actor == now.actor &&
            before.target == now.target &&
            before.stance->polarity() == now.stance->polarity()) {
          before.matched = before.same = now.matched = now.same = true;
          break;
        }
      }
    }
    // A change of polarity is the surest, then the same words for the part that
    // differs, then the same cue alone.
    for (Entry& before : old_) FindFlipped(&before);
    for (Entry& before : old_) FindMoved(&before, /*same_words=*/true);
    for (Entry& before : old_) FindMoved(&before, /*same_words=*/false);
    for (const Entry& before : old_) {
      if (!before.matched) {
        Add(authoring::v1::CHANGE_KIND_LOST, &before, nullptr);
      }
    }
    for (const Entry& now : new_) {
      if (!now.matched) Add(authoring::v1::CHANGE_KIND_GAINED, nullptr, &now);
    }
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const Change& a, const Change& b) {
                       return a.position < b.position;
                     });
    std::vector<StanceChange> changes;
    for (Change& change : changes_) changes.push_back(std::move(change.change));
    return changes;
  }

 private:
  struct Change {
    size_t position;
    StanceChange change;
  };

  void Add(authoring::v1::ChangeKind kind, const Entry* before,
           const Entry* now) {
    Change change;
    change.position =
        before != nullptr
            ? static_cast<size_t>(before - old_.data())
            : old_.size() + static_cast<size_t>(now - new_.data());
    change.change.set_kind(kind);
    if (before != nullptr) {
      FillSide(*before, change.change.mutable_old_stance());
    }
    if (now != nullptr) FillSide(*now, change.change.mutable_new_stance());
    changes_.push_back(std::move(change));
  }

  void Match(authoring::v1::ChangeKind kind, Entry* before, Entry* now) {
    before->matched = now->matched = true;
    Add(kind, before, now);
  }

  void FindFlipped(Entry* before) {
    if (before->matched) return;
    for (Entry& now : new_) {
      if (!now.matched && before->actor == now.actor &&
          before->target == now.target) {
        return Match(authoring::v1::CHANGE_KIND_FLIPPED, before, &now);
      }
    }
  }

  // Two stances may have become one: a stance that something moved to may be
  // met again, and with the same words also one that was there before.
  void FindMoved(Entry* before, bool same_words) {
    if (before->matched) return;
    for (Entry& now : new_) {
      if (before->stance->polarity() != now.stance->polarity() ||
          (now.same && !same_words)) {
        continue;
      }
      if (before->target == now.target &&
          SameCue(*before->stance, *now.stance,
                  same_words ? &v1::Evidence::actor_mention : nullptr)) {
        return Match(authoring::v1::CHANGE_KIND_MOVED_ACTOR, before, &now);
      }
      if (before->actor == now.actor &&
          SameCue(*before->stance, *now.stance,
                  same_words ? &v1::Evidence::target_mention : nullptr)) {
        return Match(authoring::v1::CHANGE_KIND_MOVED_TARGET, before, &now);
      }
    }
  }

  std::vector<Entry> old_;
  std::vector<Entry> new_;
  std::vector<Change> changes_;
};

}  // namespace

std::vector<StanceChange> CompareAnswers(
    const v1::ClassifyArticleResponse& old_answer,
    const v1::ClassifyArticleResponse& new_answer) {
  return Comparison(old_answer, new_answer).Run();
}

}  // namespace stance::client
