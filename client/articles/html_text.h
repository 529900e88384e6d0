// What a reader sees of a parsed web page, and where most of it is.

#ifndef STANCE_CLIENT_ARTICLES_HTML_TEXT_H_
#define STANCE_CLIENT_ARTICLES_HTML_TEXT_H_

#include <gumbo.h>

#include <string>
#include <string_view>

namespace stance::client {

// The value of an element's attribute; empty where it has none.
std::string_view HtmlAttribute(const GumboNode& element, const char* name);

// The text of an element on one line, white space as a browser shows it.
std::string HtmlLine(const GumboNode& element);

// The text of an element, a blank line between two blocks. What is no prose
// (scripts, navigation, asides, footers, buttons, captions, lists of links,
// what is hidden) is left out.
std::string HtmlParagraphs(const GumboNode& element);

// The element whose paragraphs are the article: that with most text in
// paragraphs of its own, outside links; of an <article>, <main> or <body>
// that holds two thirds of the page's prose, the innermost.
const GumboNode& MostProse(const GumboNode& root);

}  // namespace stance::client

#endif  // STANCE_CLIENT_ARTICLES_HTML_TEXT_H_
