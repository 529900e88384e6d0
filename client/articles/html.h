// A web page -> the article in it.

#ifndef STANCE_CLIENT_ARTICLES_HTML_H_
#define STANCE_CLIENT_ARTICLES_HTML_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace stance::client {

// Whether the text begins as a web page does: with <!DOCTYPE html>, <html> or
// <head>, behind white space, comments and an XML declaration.
bool LooksLikeHtml(std::string_view bytes);

// What a page says of itself, and its main text. Any of them may be empty.
struct HtmlArticle {
  std::string title;         // og:title, or the first <h1>, or <title>
  std::string text;          // paragraphs, a blank line between two
  std::string language;      // <html lang>, as it stands there
  std::string publish_time;  // article:published_time, datePublished or the
                             // first <time datetime>: "2024-05-31", RFC 3339
};

// The main text is the paragraphs, headings, lists and quotations of the
// element that holds most text outside links, where <article>, <main> and
// itemprop="articleBody" come first; scripts, navigation, asides, footers,
// buttons, captions and what is hidden are left out. A page without paragraphs
// gives all its text. `bytes` may be in any encoding (charset.h).
// INVALID_ARGUMENT: elements are nested deeper than 1,000: no page for people,
// and one on which the parser would spend hours.
absl::StatusOr<HtmlArticle> ReadHtml(std::string_view bytes);

}  // namespace stance::client

#endif  // STANCE_CLIENT_ARTICLES_HTML_H_
