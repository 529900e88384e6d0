#include "client/lexicon/diff_report.h"

#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/lexicon/compare_answers.h"
#include "client/lexicon/counts.h"
#include "client/polarity.h"
#include "client/table/display.h"

namespace stance::client {
namespace {

using authoring::v1::ChangeKind;
using authoring::v1::LexiconDiff;
using authoring::v1::StanceChange;
using authoring::v1::StanceSide;

constexpr std::pair<ChangeKind, const char*> kKinds[] = {
    {authoring::v1::CHANGE_KIND_GAINED, "gained"},
    {authoring::v1::CHANGE_KIND_LOST, "lost"},
    {authoring::v1::CHANGE_KIND_FLIPPED, "flipped"},
    {authoring::v1::CHANGE_KIND_MOVED_ACTOR, "moved-actor"},
    {authoring::v1::CHANGE_KIND_MOVED_TARGET, "moved-target"},
};

const char* KindWord(ChangeKind kind) {
  for (const auto& [known, word] : kKinds) {
    if (known == kind) return word;
  }
  return "unknown";
}

uint64_t StanceCount(const v1::ClassifyArticleResponse& answer) {
  uint64_t count = 0;
  for (const v1::ActorStances& holder : answer.actors()) {
    count += holder.stances_size();
  }
  return count;
}

// "carbon tax"; with its id where `with_id`.
std::string Named(const std::string& name, const std::string& id,
                  bool with_id) {
  if (!with_id) return name;
  return absl::StrCat(name, " (", id.empty() ? "no id" : id, ")");
}

// Where only the id has changed, it is shown.
std::string Arrow(const std::string& before, const std::string& before_id,
                  const std::string& now, const std::string& now_id) {
  const bool with_id = before == now;
  return absl::StrCat(Named(before, before_id, with_id), " → ",
                      Named(now, now_id, with_id));
}

std::string Words(v1::Polarity polarity) {
  return std::string(PolarityWord(polarity));
}

std::string ChangeLine(const StanceChange& change) {
  const StanceSide& before = change.old_stance();
  const StanceSide& now = change.new_stance();
  switch (change.kind()) {
    case authoring::v1::CHANGE_KIND_FLIPPED:
      return absl::StrCat(now.actor(), " ", Words(before.polarity()), " → ",
                          Words(now.polarity()), " ", now.target());
    case authoring::v1::CHANGE_KIND_MOVED_ACTOR:
      return absl::StrCat(
          Arrow(before.actor(), before.actor_id(), now.actor(), now.actor_id()),
          " ", Words(now.polarity()), " ", now.target());
    case authoring::v1::CHANGE_KIND_MOVED_TARGET:
      return absl::StrCat(now.actor(), " ", Words(now.polarity()), " ",
                          Arrow(before.target(), before.target_id(),
                                now.target(), now.target_id()));
    default: {
      const StanceSide& side = change.has_new_stance() ? now : before;
      return absl::StrCat(side.actor(), " ", Words(side.polarity()), " ",
                          side.target());
    }
  }
}

// "«condemned»: Peru condemned the raid."
std::string Evidence(const StanceSide& side) {
  return absl::StrCat("«", side.cue(), "» ", side.sentence());
}

void AppendLine(const char* indent, const std::string& line, std::string* out) {
  absl::StrAppend(out, indent, MakePrintable(line), "\n");
}

std::string VersionWords(const v1::LexiconVersion& version) {
  return absl::StrCat(version.name(), " ", version.version(), " (",
                      version.checksum().substr(0, 12), ")");
}

}  // namespace

DiffBuilder::DiffBuilder(const v1::LexiconVersion& old_lexicon,
                         const v1::LexiconVersion& new_lexicon) {
  *diff_.mutable_old_lexicon() = old_lexicon;
  *diff_.mutable_new_lexicon() = new_lexicon;
}

void DiffBuilder::Add(const std::string& article, const std::string& article_id,
                      const v1::ClassifyArticleResponse& old_answer,
                      const v1::ClassifyArticleResponse& new_answer) {
  diff_.set_articles(diff_.articles() + 1);
  diff_.set_old_stances(diff_.old_stances() + StanceCount(old_answer));
  diff_.set_new_stances(diff_.new_stances() + StanceCount(new_answer));
  std::vector<StanceChange> changes = CompareAnswers(old_answer, new_answer);
  if (changes.empty()) return;
  diff_.set_changed_articles(diff_.changed_articles() + 1);
  for (StanceChange& change : changes) {
    change.set_article(article);
    change.set_article_id(article_id);
    *diff_.add_changes() = std::move(change);
  }
}

LexiconDiff DiffBuilder::Finish(uint64_t failed_articles) {
  diff_.set_failed_articles(failed_articles);
  std::map<ChangeKind, uint64_t> counts;
  for (const StanceChange& change : diff_.changes()) ++counts[change.kind()];
  for (const auto& [kind, word] : kKinds) {
    authoring::v1::Count* count = diff_.add_counts();
    count->set_name(word);
    count->set_count(counts[kind]);
  }
  return std::move(diff_);
}

std::string DiffAsText(const LexiconDiff& diff) {
  std::string out;
  std::string article;
  for (const StanceChange& change : diff.changes()) {
    if (change.article() != article) {
      article = change.article();
      AppendLine("", absl::StrCat("== ", article, " =="), &out);
    }
    AppendLine("",
               absl::StrCat(KindWord(change.kind()), ": ", ChangeLine(change)),
               &out);
    const std::string before = Evidence(change.old_stance());
    const std::string now = Evidence(change.new_stance());
    if (change.has_old_stance()) AppendLine("  - ", before, &out);
    if (change.has_new_stance() &&
        (!change.has_old_stance() || before != now)) {
      AppendLine("  + ", now, &out);
    }
  }
  if (!out.empty()) out += "\n";
  absl::StrAppend(&out, VersionWords(diff.old_lexicon()), " → ",
                  VersionWords(diff.new_lexicon()), "\n",
                  Counted(diff.articles(), "article"), ", ",
                  diff.changed_articles(), " with changes; ",
                  Counted(diff.old_stances(), "stance"), " before, ",
                  diff.new_stances(), " now:");
  const char* separator = " ";
  for (const authoring::v1::Count& count : diff.counts()) {
    absl::StrAppend(&out, separator, count.count(), " ", count.name());
    separator = ", ";
  }
  absl::StrAppend(&out, "\n");
  if (diff.failed_articles() > 0) {
    absl::StrAppend(&out, Counted(diff.failed_articles(), "article"),
                    " could not be read or answered\n");
  }
  return out;
}

}  // namespace stance::client
