#include "client/articles/html_text.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace stance::client {
namespace {

// How an element stands in the flow of text.
enum class Flow { kInline, kBlock, kSkipped };

Flow FlowOf(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_FIGCAPTION:
      return Flow::kSkipped;
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_ADDRESS:
      return Flow::kBlock;
    default:
      return Flow::kInline;
  }
}

// What may be a list of links to other pages as a whole. Not a paragraph, which
// may be a linked sentence, and not what holds the article.
bool MayBeLinkList(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
      return true;
    default:
      return false;
  }
}

bool IsHidden(const GumboNode& element) {
  const std::string_view style = HtmlAttribute(element, "style");
  return gumbo_get_attribute(&element.v.element.attributes, "hidden") !=
             nullptr ||
         HtmlAttribute(element, "aria-hidden") == "true" ||
         style.find("display:none") != style.npos ||
         style.find("display: none") != style.npos;
}

bool IsSpace(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Blocks being filled.
class Writer {
 public:
  void Text(std::string_view text) {
    for (const char c : text) {
      if (IsSpace(c)) {
        space_ = true;
        continue;
      }
      if (break_ && !out_.empty()) {
        out_ += "\n\n";
      } else if (space_ && !out_.empty() && !break_ && out_.back() != '\n') {
        out_ += ' ';
      }
      break_ = space_ = false;
      out_ += c;
      ++here_.characters;
      if (in_link_) ++here_.linked;
      if (in_heading_) ++here_.headings;
    }
  }
  void LineBreak() {
    if (!break_ && !out_.empty()) out_ += '\n';
  }
  void Break() { break_ = true; }
  void BeginLink() {
    in_link_ = true;
    ++here_.links;
  }
  void EndLink() { in_link_ = false; }

  // How far it has come.
  struct Place {
    size_t size = 0;        // of the text
    size_t characters = 0;  // but for white space
    size_t linked = 0;      // of these
    size_t headings = 0;    // of these, too
    size_t links = 0;
    size_t lists = 0;  // of links, taken back
  };
  Place Here() const {
    Place out = here_;
    out.size = out_.size();
    return out;
  }
  // Links for the most part, or the heading that a list of them has left.
  bool IsLinkListSince(const Place& begin) const {
    const size_t characters = here_.characters - begin.characters;
    const bool links = here_.links >= begin.links + 2 &&
                       3 * (here_.linked - begin.linked) > 2 * characters;
    const bool bare_heading = here_.lists > begin.lists &&
                              here_.headings - begin.headings == characters;
    return links || bare_heading;
  }
  void TakeBack(const Place& begin) {
    out_.resize(begin.size);
    const size_t lists = here_.lists;
    here_ = begin;
    here_.lists = lists + 1;
  }
  void BeginHeading() { in_heading_ = true; }
  void EndHeading() { in_heading_ = false; }

  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
  bool space_ = false;  // one is to come before the next character
  bool break_ = false;  // a blank line is
  bool in_link_ = false;
  bool in_heading_ = false;
  Place here_;
};

template <typename Visit>
void ForChildren(const GumboNode& element, const Visit& visit) {
  const GumboVector& children = element.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    visit(*static_cast<const GumboNode*>(children.data[i]));
  }
}

bool IsText(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

bool IsSkipped(const GumboNode& element) {
  return FlowOf(element.v.element.tag) == Flow::kSkipped || IsHidden(element);
}

void Write(const GumboNode& node, Writer* writer) {
  if (IsText(node)) writer->Text(node.v.text.text);
  if (node.type != GUMBO_NODE_ELEMENT || IsSkipped(node)) return;
  if (node.v.element.tag == GUMBO_TAG_BR) writer->LineBreak();
  const GumboTag tag = node.v.element.tag;
  const bool block = FlowOf(tag) == Flow::kBlock;
  if (block) writer->Break();
  const Writer::Place begin = writer->Here();
  const bool heading = tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
  if (tag == GUMBO_TAG_A) writer->BeginLink();
  if (heading) writer->BeginHeading();
  ForChildren(node, [&](const GumboNode& child) { Write(child, writer); });
  if (heading) writer->EndHeading();
  if (tag == GUMBO_TAG_A) writer->EndLink();
  if (MayBeLinkList(tag) && writer->IsLinkListSince(begin)) {
    writer->TakeBack(begin);
  }
  if (block) writer->Break();
}

// Characters outside links in the paragraphs below `node`.
size_t Prose(const GumboNode& node, bool in_paragraph) {
  if (IsText(node)) {
    return in_paragraph ? std::string_view(node.v.text.text).size() : 0;
  }
  if (node.type != GUMBO_NODE_ELEMENT || IsSkipped(node)) return 0;
  const GumboTag tag = node.v.element.tag;
  if (tag == GUMBO_TAG_A) return 0;
  const bool inside = in_paragraph || tag == GUMBO_TAG_P ||
                      tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_PRE;
  size_t out = 0;
  ForChildren(node,
              [&](const GumboNode& child) { out += Prose(child, inside); });
  return out;
}

}  // namespace

std::string_view HtmlAttribute(const GumboNode& element, const char* name) {
  const GumboAttribute* attribute =
      gumbo_get_attribute(&element.v.element.attributes, name);
  return attribute == nullptr ? std::string_view()
                              : std::string_view(attribute->value);
}

std::string HtmlLine(const GumboNode& element) {
  Writer writer;
  ForChildren(element, [&](const GumboNode& child) { Write(child, &writer); });
  std::string out = writer.Take();
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string HtmlParagraphs(const GumboNode& element) {
  Writer writer;
  Write(element, &writer);
  return writer.Take();
}

const GumboNode& MostProse(const GumboNode& root) {
  const GumboNode* best = &root;
  const size_t all = Prose(root, false);
  // Down, as long as one child holds most of it: what surrounds the article
  // (related stories, comments, cookies) is left behind.
  for (bool moved = all > 0; moved;) {
    moved = false;
    ForChildren(*best, [&](const GumboNode& child) {
      if (moved || child.type != GUMBO_NODE_ELEMENT ||
          FlowOf(child.v.element.tag) != Flow::kBlock ||
          child.v.element.tag == GUMBO_TAG_P ||
          child.v.element.tag == GUMBO_TAG_BLOCKQUOTE) {
        return;
      }
      if (3 * Prose(child, false) >= 2 * all) {
        best = &child;
        moved = true;
      }
    });
  }
  return *best;
}

}  // namespace stance::client
