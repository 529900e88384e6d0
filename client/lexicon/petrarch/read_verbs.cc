#include <algorithm>

#include "client/lexicon/petrarch/dictionary.h"
#include "client/lexicon/petrarch/lines.h"
#include "service/engine/lexicon/concat.h"

namespace stance::client::petrarch {
namespace {

constexpr std::string_view kNoCode = "---";

std::string CodeOf(const Bracketed& parts) {
  if (parts.squares.empty() || parts.squares[0] == kNoCode) return {};
  return std::string(parts.squares[0]);
}

class VerbReader {
 public:
  VerbReader(const std::string& file, Dictionaries* out)
      : file_(file), out_(*out) {}

  void Read(const DictionaryLine& line) {
    const Bracketed parts = SplitBrackets(line.text);
    if (line.text.starts_with(kNoCode)) {
      out_.blocks.emplace_back();
      block_code_ = CodeOf(parts);
      in_block_ = true;
    } else if (line.text[0] == '&') {
      in_block_ = false;
      Leave(line, "a set of nouns: only patterns use it");
    } else if (line.text[0] == '~') {
      Leave(line, "a transformation of one event into another");
    } else if (line.text[0] == '+' && !in_block_) {
      // Of the set of nouns above, which is listed.
    } else if (!in_block_) {
      Leave(line, "no block (--- NAME [CODE] ---) stands before this line");
    } else if (!parts.closed) {
      Leave(line, "a bracket is opened and not closed");
    } else if (line.text[0] == '-') {
      ReadPattern(line, parts);
    } else {
      ReadVerb(line, parts);
    }
  }

 private:
  void Leave(const DictionaryLine& line, std::string reason) {
    out_.left.push_back(
        {{file_, line.number}, std::string(line.text), std::move(reason)});
  }

  void ReadPattern(const DictionaryLine& line, const Bracketed& parts) {
    PatternRecord pattern;
    pattern.place = {file_, line.number};
    pattern.pattern = Trim(line.text.substr(1, line.text.find('[') - 1));
    pattern.code = CodeOf(parts);
    pattern.comment = line.comment;
    out_.blocks.back().patterns.push_back(std::move(pattern));
  }

  void ReadVerb(const DictionaryLine& line, const Bracketed& parts) {
    if (parts.before.empty()) return Leave(line, "there is no verb");
    VerbRecord verb;
    verb.place = {file_, line.number};
    verb.verb = parts.before;
    for (const std::string_view braces : parts.braces) {
      // Some are listed with commas.
      std::string spaced(braces);
      std::replace(spaced.begin(), spaced.end(), ',', ' ');
      ForEachWord(spaced, [&](std::string_view form) {
        verb.forms.emplace_back(form);
      });
    }
    verb.code = parts.squares.empty() ? block_code_ : CodeOf(parts);
    out_.blocks.back().verbs.push_back(std::move(verb));
  }

  const std::string& file_;
  Dictionaries& out_;
  std::string block_code_;
  bool in_block_ = false;
};

}  // namespace

void ReadVerbs(const std::string& file, std::string_view text,
               Dictionaries* out) {
  VerbReader reader(file, out);
  ForEachLine(text, [&](const DictionaryLine& line) { reader.Read(line); });
}

}  // namespace stance::client::petrarch
