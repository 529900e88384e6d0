#include "client/report/report.h"

#include <openssl/sha.h>

#include <string_view>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "client/fold_case.h"
#include "client/json_writer.h"
#include "client/report/article_block.h"
#include "client/report/assets.h"

namespace stance::client {
namespace {

using kainjow::mustache::data;

// The place of what is called `name` in a table of names.
size_t PlaceOf(const std::string& id, const std::string& name,
               std::map<std::string, size_t>* places,
               std::vector<std::string>* names) {
  const auto [at, is_new] =
      places->emplace(id.empty() ? FoldCase(name) : id, names->size());
  if (is_new) names->push_back(name);
  return at->second;
}

std::string NamesAsJson(const std::vector<std::string>& names) {
  std::string out = "[";
  for (const std::string& name : names) {
    if (out.size() > 1) out += ',';
    AppendJsonString(name, &out);
  }
  return out + "]";
}

std::string Count(uint64_t number, const char* one, const char* many) {
  return absl::StrCat(number, " ", number == 1 ? one : many);
}

// How a Content-Security-Policy names the one script that may run.
std::string Sha256InBase64(std::string_view text) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
         digest);
  return absl::Base64Escape(
      absl::string_view(reinterpret_cast<const char*>(digest), sizeof digest));
}

}  // namespace

void Report::Add(const v1::Article& article,
                 const v1::ClassifyArticleResponse& answer) {
  const std::string date = PublishDate(article);
  if (blocks_.empty()) first_title_ = article.title();
  const std::string& name =
      article.title().empty() ? article.id() : article.title();
  labels_.push_back(date.empty() ? name : absl::StrCat(date, " ", name));
  lexicon_ =
      absl::StrCat(answer.lexicon().name(), " ", answer.lexicon().version());
  matrix_.Add(answer);
  for (Dispute& dispute : DisputesWithin(answer, name)) {
    disputes_.push_back(std::move(dispute));
  }
  size_t number = 0;
  for (const v1::ActorStances& group : answer.actors()) {
    const size_t actor =
        PlaceOf(group.actor().id(), group.actor().display_name(), &actors_,
                &actor_names_);
    for (const v1::Stance& stance : group.stances()) {
      const size_t target =
          PlaceOf(stance.target().id(), stance.target().display_name(),
                  &targets_, &target_names_);
      absl::StrAppend(&stances_, stances_.empty() ? "" : ",", "[",
                      blocks_.size(), ",", number++, ",", actor, ",", target,
                      "]");
      PolarityCounts* days[] = {&all_, date.empty() ? nullptr : &days_[date]};
      for (PolarityCounts* day : days) {
        if (day == nullptr) continue;
        if (stance.polarity() == v1::POLARITY_SUPPORTS) ++day->supports;
        if (stance.polarity() == v1::POLARITY_OPPOSES) ++day->opposes;
        if (stance.polarity() == v1::POLARITY_NEUTRAL) ++day->neutral;
      }
    }
  }
  blocks_.push_back(ArticleBlock(article, answer));
}

std::string Report::Render(const std::string& version) const {
  const bool several = blocks_.size() > 1;
  data page;
  std::string title = title_;
  if (title.empty() && !several) title = first_title_;
  if (title.empty()) title = "Who supports and who opposes what";
  page.set("title", title);
  page.set("version", version);
  page.set("lexicon", lexicon_);
  page.set("style", kReportStyle);
  page.set("script", kReportScript);
  page.set("script_hash", Sha256InBase64(kReportScript));
  page.set("articles", Count(blocks_.size(), "article", "articles"));
  page.set("stances", Count(all_.all(), "stance", "stances"));
  page.set("supports", absl::StrCat(all_.supports));
  page.set("opposes", absl::StrCat(all_.opposes));
  page.set("neutral", absl::StrCat(all_.neutral));
  if (failed_ > 0) {
    page.set("failed", Count(failed_, "article failed", "articles failed"));
  }
  if (several) {
    AddMatrix(matrix_, actors_, targets_, &page);
    AddDisputed(matrix_, disputes_, &page);
    AddTimeline(days_, &page);
    data list{data::type::list};
    for (size_t i = 0; i < labels_.size(); ++i) {
      data option;
      option.set("index", absl::StrCat(i));
      option.set("label", labels_[i]);
      list << option;
    }
    page.set("list", list);
    page.set("several", true);
  }
  page.set("index", absl::StrCat("{\"actors\":", NamesAsJson(actor_names_),
                                 ",\"targets\":", NamesAsJson(target_names_),
                                 ",\"stances\":[", stances_, "]}"));
  data blocks{data::type::list};
  for (const std::string& block : blocks_) blocks << data("json", block);
  page.set("blocks", blocks);
  return kainjow::mustache::mustache(kReportTemplate).render(page);
}

}  // namespace stance::client
