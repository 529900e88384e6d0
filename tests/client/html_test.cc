// Web pages -> articles.

#include "client/articles/html.h"

#include <gtest/gtest.h>

#include <string>

#include "client/articles/charset.h"

namespace stance::client {
namespace {

TEST(LooksLikeHtml, Rows) {
  const struct {
    const char* text;
    bool html;
  } kRows[] = {
      {"<!DOCTYPE html><p>a", true},
      {"\xEF\xBB\xBF\n <!-- a --> <!-- b --><html lang=en>", true},
      {"<?xml version=\"1.0\"?>\n<HTML>", true},
      {"<head><title>a</title>", true},
      {"China backs talks.", false},
      {"<Reuters> China backs talks.", false},
      {"<!-- never ends", false},
      {"", false},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(LooksLikeHtml(row.text), row.html);
  }
}

TEST(ReadHtml, Rows) {
  const struct {
    const char* name;
    std::string page;
    const char* title;
    const char* text;
    const char* language;
    const char* publish_time;
  } kRows[] = {
      {"nothing", "", "", "", "", ""},
      {"paragraphs",
       "<html lang=en-GB><title>T</title><p>One\n two.</p><p>Three<br>four.",
       "T", "One two.\n\nThree\nfour.", "en-GB", ""},
      {"what is no prose",
       "<title>T</title><nav>Home</nav><script>var a='<p>x</p>';</script>"
       "<style>p{}</style><aside>Related</aside><p hidden>Hidden</p>"
       "<div style='display: none'>Cookies</div><p>Text.</p>"
       "<button>Subscribe</button><figure><figcaption>Caption</figcaption></"
       "figure>"
       "<footer>(c)</footer>",
       "T", "Text.", "", ""},
      {"the article, not what is around it",
       "<title>T</title><div><p>Subscribe to <a href=x>our letter</a>.</p>"
       "</div><div><article><h1>H</h1><p>China supports the treaty that was "
       "signed.</p><blockquote>Peru does not.</blockquote></article></div>",
       "H", "H\n\nChina supports the treaty that was signed.\n\nPeru does not.",
       "", ""},
      {"lists of links",
       "<div><p>Peru said <a href=x>so</a>.</p><div class=related><h3>More</h3>"
       "<ul><li><a href=x>China opposes talks</a><li><a href=y>Peru backs the "
       "ban</a></ul></div><p><a href=x>A linked sentence stays.</a></p>"
       "<ul><li>It bans fishing, <a href=x>as here</a>.<li>It has "
       "<a href=y>no end</a>, sources said.</ul></div>",
       "",
       "Peru said so.\n\nA linked sentence stays.\n\nIt bans fishing, as "
       "here.\n\nIt has no end, sources said.",
       "", ""},
      {"articleBody",
       "<p>Long text outside of the body of the article, for this page.</p>"
       "<div itemprop='articleBody'>Short.</div>",
       "", "Short.", "", ""},
      {"meta",
       "<meta property='og:title' content='A &amp; B'><meta "
       "property='article:published_time' content='2024-05-31T10:00:00Z'>"
       "<h1>H</h1><p>x",
       "A & B", "H\n\nx", "", "2024-05-31T10:00:00Z"},
      {"time", "<p>x <time datetime='2024-05-31'>Friday</time>", "", "x Friday",
       "", "2024-05-31"},
      {"entities and inline elements",
       "<p>A&nbsp;<b>bo</b>ld&#8217;s &lt;b&gt; <a href=x>link</a>.", "",
       "A\u00A0bold\u2019s <b> link.", "", ""},
      {"latin 1", "<meta charset=iso-8859-1><p>caf\xe9 \x93x\x94", "",
       "caf\u00e9 \u201cx\u201d", "", ""},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const auto article = ReadHtml(row.page);
    ASSERT_TRUE(article.ok()) << article.status();
    EXPECT_EQ(article->title, row.title);
    EXPECT_EQ(article->text, row.text);
    EXPECT_EQ(article->language, row.language);
    EXPECT_EQ(article->publish_time, row.publish_time);
  }
}

TEST(ReadHtml, RefusesWhatIsNestedTooDeep) {
  std::string page = "<html>";
  for (int i = 0; i < 100000; ++i) page += "<div>";
  const auto article = ReadHtml(page);
  EXPECT_EQ(article.status().message(),
            "its elements are nested deeper than 1000; is it a web page? "
            "(--input-format=text takes it as it is)");
  // Elements that nobody closes do not nest.
  page = "<html>";
  for (int i = 0; i < 5000; ++i) page += "<p>a<br><li>b";
  EXPECT_TRUE(ReadHtml(page).ok());
}

TEST(HtmlToUtf8, Rows) {
  const struct {
    const char* name;
    std::string bytes;
    const char* text;
  } kRows[] = {
      {"ASCII", "abc", "abc"},
      {"UTF-8 without a name", "caf\xc3\xa9", "café"},
      {"neither named nor UTF-8", "caf\xe9", "café"},
      {"byte order mark", "\xEF\xBB\xBFx", "x"},
      {"UTF-16, little end first", std::string("\xFF\xFE\xe9\0", 4), "é"},
      {"UTF-16, big end first", std::string("\xFE\xFF\0\xe9", 4), "é"},
      {"named", "<meta charset=\"koi8-r\">\xc1", "<meta charset=\"koi8-r\">а"},
      {"by http-equiv",
       "<meta http-equiv=Content-Type content='text/html; "
       "charset=iso-8859-2'>\xb1",
       "<meta http-equiv=Content-Type content='text/html; "
       "charset=iso-8859-2'>ą"},
      {"a name that nobody knows", "<meta charset=klingon>\xe9",
       "<meta charset=klingon>é"},
      {"not what it says", "<meta charset=utf-8>\xff",
       "<meta charset=utf-8>\uFFFD"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(HtmlToUtf8(row.bytes), row.text);
  }
}

}  // namespace
}  // namespace stance::client
