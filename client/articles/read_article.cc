#include "client/articles/read_article.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "client/articles/html.h"
#include "client/input.h"

namespace stance::client {
namespace {

// More than any server takes: the answer says how much is allowed.
constexpr size_t kLargestFile = 64 << 20;
constexpr size_t kDayLength = 10;  // of "2024-05-31"

// A page may begin with any element ("<p>…"), which its name then tells.
bool IsNamedHtml(absl::string_view path) {
  absl::ConsumeSuffix(&path, ".gz");
  return absl::EndsWithIgnoreCase(path, ".html") ||
         absl::EndsWithIgnoreCase(path, ".htm");
}

bool IsHtml(ArticleForm form, const std::string& path,
            const std::string& bytes) {
  return form == ArticleForm::kHtml ||
         (form == ArticleForm::kAuto &&
          (IsNamedHtml(path) || LooksLikeHtml(bytes)));
}

}  // namespace

bool ParseTime(const std::string& text, google::protobuf::Timestamp* time) {
  using google::protobuf::util::TimeUtil;
  if (text.size() < kDayLength) return false;
  if (TimeUtil::FromString(text, time)) return true;
  // The hour is not worth losing the day for.
  const bool day_ends = text.size() == kDayLength || text[kDayLength] == ' ' ||
                        text[kDayLength] == 'T';
  return day_ends &&
         TimeUtil::FromString(
             absl::StrCat(text.substr(0, kDayLength), "T00:00:00Z"), time);
}

absl::StatusOr<v1::Article> ReadArticle(const std::string& path,
                                        const ArticleFacts& facts) {
  absl::StatusOr<std::string> bytes = ReadText(path, kLargestFile);
  if (!bytes.ok()) return bytes.status();
  v1::Article article;
  article.set_id(path);
  if (IsHtml(facts.form, path, *bytes)) {
    absl::StatusOr<HtmlArticle> page = ReadHtml(*bytes);
    if (!page.ok()) return page.status();
    article.set_title(std::move(page->title));
    article.set_text(std::move(page->text));
    article.set_language_code(std::move(page->language));
    google::protobuf::Timestamp time;
    if (ParseTime(page->publish_time, &time)) {
      *article.mutable_publish_time() = time;
    }
  } else {
    article.set_text(*std::move(bytes));
  }
  if (!facts.title.empty()) article.set_title(facts.title);
  if (!facts.language.empty()) article.set_language_code(facts.language);
  if (!facts.date.empty()) {
    ParseTime(facts.date, article.mutable_publish_time());
  }
  return article;
}

}  // namespace stance::client
