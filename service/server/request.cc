#include "service/server/request.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "service/engine/text/utf8.h"
#include "service/server/absl_view.h"
#include "service/server/errors.h"

namespace stance {
namespace {

absl::Status CheckUtf8(std::string_view field, std::string_view value) {
  const std::optional<size_t> invalid = FirstInvalidUtf8(value);
  if (!invalid) return absl::OkStatus();
  return InvalidField(
      "INVALID_UTF8", field,
      absl::StrCat("invalid UTF-8 at byte ", *invalid, "; send UTF-8"),
      {{"byte", absl::StrCat(*invalid)}});
}

absl::Status CheckSize(std::string_view title, std::string_view text,
                       size_t limit) {
  const size_t size = title.size() + text.size();
  if (size <= limit) return absl::OkStatus();
  return InvalidField("ARTICLE_TOO_LARGE", "article.text",
                      absl::StrCat("title and text are ", size,
                                   " bytes; at most ", limit, " are allowed"),
                      {{"articleBytes", absl::StrCat(size)},
                       {"maxArticleBytes", absl::StrCat(limit)}});
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

absl::Status CheckNotBlank(std::string_view title, std::string_view text) {
  if (!IsBlank(text) || !IsBlank(title)) return absl::OkStatus();
  return InvalidField("EMPTY_ARTICLE", "article.text",
                      title.empty() && text.empty()
                          ? "title and text are empty; one must hold something"
                          : "title and text hold nothing but white space; one "
                            "must hold something");
}

absl::Status CheckLanguage(std::string_view code) {
  const absl::string_view tag = ToAbsl(code);
  if (tag.empty() || absl::EqualsIgnoreCase(tag, "en") ||
      absl::StartsWithIgnoreCase(tag, "en-")) {
    return absl::OkStatus();
  }
  return InvalidField("UNSUPPORTED_LANGUAGE", "article.language_code",
                      absl::StrCat(Quote(code),
                                   " is not supported; leave it empty or send "
                                   "\"en\" or \"en-…\""));
}

// Sets the day in UTC, YYYYMMDD.
absl::Status ReadPublishTime(int64_t seconds, int32_t nanos, int32_t* date) {
  constexpr int64_t kFirst = -62135596800;  // 0001-01-01T00:00:00Z
  constexpr int64_t kLast = 253402300799;   // 9999-12-31T23:59:59Z
  if (seconds < kFirst || seconds > kLast) {
    return InvalidField("OUT_OF_RANGE", "article.publish_time.seconds",
                        absl::StrCat(seconds, " is not between ", kFirst,
                                     " and ", kLast, " (years 1 to 9999)"));
  }
  if (nanos < 0 || nanos > 999999999) {
    return InvalidField("OUT_OF_RANGE", "article.publish_time.nanos",
                        absl::StrCat(nanos, " is not between 0 and 999999999"));
  }
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(time));
  *date = int{day.year()} * 10000 +
          static_cast<int32_t>(unsigned{day.month()}) * 100 +
          static_cast<int32_t>(unsigned{day.day()});
  return absl::OkStatus();
}

absl::Status CheckConfidence(float confidence) {
  // Written so that NaN fails.
  if (confidence >= 0 && confidence <= 1) return absl::OkStatus();
  return InvalidField("OUT_OF_RANGE", "options.min_confidence",
                      absl::StrCat(confidence, " is not between 0 and 1"));
}

// kind/name, as the lexicon writes its ids.
bool IsId(std::string_view id) {
  const size_t slash = id.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == id.size()) {
    return false;
  }
  return std::all_of(id.begin(), id.begin() + static_cast<ptrdiff_t>(slash),
                     [](char c) { return absl::ascii_islower(c); }) &&
         std::all_of(id.begin() + static_cast<ptrdiff_t>(slash) + 1, id.end(),
                     [](char c) {
                       return absl::ascii_isalnum(c) || c == '.' || c == '_' ||
                              c == '-';
                     });
}

template <class Ids>
absl::Status ReadIds(std::string_view field, const Ids& ids,
                     std::vector<std::string>* out) {
  for (int i = 0; i < ids.size(); ++i) {
    if (!IsId(ids[i])) {
      return InvalidField(
          "INVALID_ID", absl::StrCat(ToAbsl(field), "[", i, "]"),
          absl::StrCat(Quote(ids[i]),
                       " is not a lexicon id; write kind/name, as in "
                       "\"country/CHN\" or \"issue/sanctions\""));
    }
  }
  out->assign(ids.begin(), ids.end());
  return absl::OkStatus();
}

template <class Values>
absl::Status ReadFactualities(const Values& values,
                              std::vector<Factuality>* out) {
  for (int i = 0; i < values.size(); ++i) {
    if (values[i] == 0 || !v1::Factuality_IsValid(values[i])) {
      return InvalidField(
          "UNKNOWN_ENUM_VALUE", absl::StrCat("options.factualities[", i, "]"),
          absl::StrCat(values[i], " is not a factuality to ask for; those are ",
                       v1::FACTUALITY_ASSERTED, " to ", v1::Factuality_MAX));
    }
    out->push_back(static_cast<Factuality>(values[i]));
  }
  return absl::OkStatus();
}

absl::Status ReadOffsetEncoding(int value, OffsetEncoding* out) {
  switch (value) {
    case v1::OFFSET_ENCODING_UNSPECIFIED:
    case v1::OFFSET_ENCODING_UTF8:
      *out = OffsetEncoding::kUtf8;
      return absl::OkStatus();
    case v1::OFFSET_ENCODING_UTF16:
      *out = OffsetEncoding::kUtf16;
      return absl::OkStatus();
    case v1::OFFSET_ENCODING_UTF32:
      *out = OffsetEncoding::kUtf32;
      return absl::OkStatus();
    default:
      return InvalidField(
          "UNKNOWN_ENUM_VALUE", "options.offset_encoding",
          absl::StrCat(value, " is not an offset encoding; those are 0 to ",
                       v1::OffsetEncoding_MAX));
  }
}

template <class Article>
absl::Status ReadArticle(const Article& article, const RequestLimits& limits,
                         ArticleView* out) {
  // The size first: nothing is scanned that is not wanted.
  absl::Status status =
      CheckSize(article.title(), article.text(), limits.max_article_bytes);
  if (!status.ok()) return status;
  const struct {
    std::string_view field;
    std::string_view value;
  } strings[] = {{"article.id", article.id()},
                 {"article.title", article.title()},
                 {"article.text", article.text()},
                 {"article.language_code", article.language_code()},
                 {"article.uri", article.uri()}};
  for (const auto& [field, value] : strings) {
    if (status = CheckUtf8(field, value); !status.ok()) return status;
  }
  if (status = CheckNotBlank(article.title(), article.text()); !status.ok()) {
    return status;
  }
  if (status = CheckLanguage(article.language_code()); !status.ok()) {
    return status;
  }
  out->title = article.title();
  out->text = article.text();
  if (!article.has_publish_time()) return absl::OkStatus();
  return ReadPublishTime(article.publish_time().seconds(),
                         article.publish_time().nanos(), &out->publish_date);
}

template <class Options>
absl::Status ReadOptions(const Options& options, ArticleRequest* out) {
  absl::Status status = CheckConfidence(options.min_confidence());
  if (!status.ok()) return status;
  status = ReadIds("options.actor_ids", options.actor_ids(),
                   &out->options.actor_ids);
  if (!status.ok()) return status;
  status = ReadIds("options.issue_ids", options.issue_ids(),
                   &out->options.issue_ids);
  if (!status.ok()) return status;
  status = ReadOffsetEncoding(options.offset_encoding(), &out->offset_encoding);
  if (!status.ok()) return status;
  status = ReadFactualities(options.factualities(), &out->options.factualities);
  if (!status.ok()) return status;
  out->options.min_confidence = options.min_confidence();
  out->options.include_derived = options.include_derived();
  out->options.include_unknown = options.include_unknown();
  out->options.explain = options.explain();
  return absl::OkStatus();
}

template <class Article, class Options>
absl::StatusOr<ArticleRequest> Read(const Article& article,
                                    const Options& options,
                                    const RequestLimits& limits) {
  ArticleRequest request;
  absl::Status status = ReadArticle(article, limits, &request.article);
  if (status.ok()) status = ReadOptions(options, &request);
  if (!status.ok()) return status;
  return request;
}

}  // namespace

absl::StatusOr<ArticleRequest> ReadRequest(const v1::Article& article,
                                           const v1::ClassifyOptions& options,
                                           const RequestLimits& limits) {
  return Read(article, options, limits);
}

absl::StatusOr<ArticleRequest> ReadRequest(
    const wire::v1::Article& article, const wire::v1::ClassifyOptions& options,
    const RequestLimits& limits) {
  return Read(article, options, limits);
}

}  // namespace stance
