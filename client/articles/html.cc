#include "client/articles/html.h"

#include <gumbo.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/articles/charset.h"
#include "client/articles/html_text.h"

namespace stance::client {
namespace {

using Parsed = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

// Elements that nest further than this are no page for people.
constexpr size_t kDeepest = 1000;

// Elements that are often left open, or have no end at all.
constexpr absl::string_view kNoEndTag[] = {
    "area",   "base",  "br", "col",  "dd",    "dt",     "embed", "hr",
    "img",    "input", "li", "link", "meta",  "option", "p",     "param",
    "source", "td",    "th", "tr",   "track", "wbr"};

// How deep elements are nested, as far as that can be told from the tags.
size_t DeepestNesting(absl::string_view page) {
  size_t depth = 0;
  size_t deepest = 0;
  for (size_t at = page.find('<'); at < page.size();
       at = page.find('<', at + 1)) {
    const bool ends = page.substr(at + 1, 1) == "/";
    const absl::string_view rest = page.substr(at + (ends ? 2 : 1), 10);
    size_t length = 0;
    while (length < rest.size() && absl::ascii_isalnum(rest[length])) ++length;
    const std::string name =
        absl::AsciiStrToLower(std::string{rest.substr(0, length)});
    if (name.empty() || std::find(std::begin(kNoEndTag), std::end(kNoEndTag),
                                  name) != std::end(kNoEndTag)) {
      continue;
    }
    if (!ends) {
      deepest = std::max(deepest, ++depth);
    } else if (depth > 0) {
      --depth;
    }
  }
  return deepest;
}

// The first element in the order of the document that `wanted` accepts.
template <typename Wanted>
const GumboNode* Find(const GumboNode& node, const Wanted& wanted) {
  if (node.type != GUMBO_NODE_ELEMENT) return nullptr;
  if (wanted(node)) return &node;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(children.data[i]);
    if (const GumboNode* found = Find(child, wanted)) return found;
  }
  return nullptr;
}

// The content of <meta property="name"> (or name=, or itemprop=).
std::string Meta(const GumboNode& root, std::string_view name) {
  const GumboNode* found = Find(root, [&](const GumboNode& node) {
    return node.v.element.tag == GUMBO_TAG_META &&
           (HtmlAttribute(node, "property") == name ||
            HtmlAttribute(node, "name") == name ||
            HtmlAttribute(node, "itemprop") == name);
  });
  if (found == nullptr) return {};
  return std::string(HtmlAttribute(*found, "content"));
}

const GumboNode* FindTag(const GumboNode& root, GumboTag tag) {
  return Find(root,
              [&](const GumboNode& node) { return node.v.element.tag == tag; });
}

std::string Title(const GumboNode& root) {
  std::string title = Meta(root, "og:title");
  for (const GumboTag tag : {GUMBO_TAG_H1, GUMBO_TAG_TITLE}) {
    if (!title.empty()) break;
    if (const GumboNode* node = FindTag(root, tag)) title = HtmlLine(*node);
  }
  return title;
}

std::string PublishTime(const GumboNode& root) {
  for (const char* name : {"article:published_time", "datePublished", "date"}) {
    if (std::string time = Meta(root, name); !time.empty()) return time;
  }
  const GumboNode* node = Find(root, [](const GumboNode& candidate) {
    return candidate.v.element.tag == GUMBO_TAG_TIME &&
           !HtmlAttribute(candidate, "datetime").empty();
  });
  return node == nullptr ? std::string()
                         : std::string(HtmlAttribute(*node, "datetime"));
}

// Where the article is.
const GumboNode& MainElement(const GumboNode& root) {
  const GumboNode* best = Find(root, [](const GumboNode& node) {
    return absl::StrContains(
        absl::string_view(HtmlAttribute(node, "itemprop").data(),
                          HtmlAttribute(node, "itemprop").size()),
        "articleBody");
  });
  if (best != nullptr) return *best;
  // A front page has many <article>: the one that holds most.
  return MostProse(root);
}

}  // namespace

bool LooksLikeHtml(std::string_view bytes) {
  absl::string_view rest(bytes.data(), bytes.size());
  if (absl::StartsWith(rest, "\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (;;) {
    rest = absl::StripLeadingAsciiWhitespace(rest);
    const char* end = absl::StartsWith(rest, "<!--")    ? "-->"
                      : absl::StartsWith(rest, "<?xml") ? "?>"
                                                        : nullptr;
    if (end == nullptr) break;
    const size_t at = rest.find(end);
    if (at == absl::string_view::npos) return false;
    rest.remove_prefix(at + std::string_view(end).size());
  }
  for (const absl::string_view mark : {"<!doctype html", "<html", "<head"}) {
    if (absl::StartsWithIgnoreCase(rest, mark)) return true;
  }
  return false;
}

absl::StatusOr<HtmlArticle> ReadHtml(std::string_view bytes) {
  const std::string page = HtmlToUtf8(bytes);
  if (DeepestNesting(page) > kDeepest) {
    return absl::InvalidArgumentError(absl::StrCat(
        "its elements are nested deeper than ", kDeepest,
        "; is it a web page? (--input-format=text takes it as it is)"));
  }
  GumboOptions options = kGumboDefaultOptions;
  const Parsed parsed(
      gumbo_parse_with_options(&options, page.data(), page.size()),
      [](GumboOutput* output) {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
      });
  const GumboNode& root = *parsed->root;
  return HtmlArticle{.title = Title(root),
                     .text = HtmlParagraphs(MainElement(root)),
                     .language = std::string(HtmlAttribute(root, "lang")),
                     .publish_time = PublishTime(root)};
}

}  // namespace stance::client
