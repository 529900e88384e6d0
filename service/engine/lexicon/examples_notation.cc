#include "service/engine/lexicon/examples_notation.h"

#include <utility>

namespace stance {
namespace {

namespace pb = lexicon::v1;

// The prefixes are words of the notation, not of the text.
constexpr std::pair<std::string_view, pb::Polarity> kPrefixes[] = {
    {"SUPPORTS:", pb::POLARITY_SUPPORTS},
    {"OPPOSES:", pb::POLARITY_OPPOSES},
    {"NEUTRAL:", pb::POLARITY_NEUTRAL},
};

// What stood between marks of one kind, and how often they were opened.
struct Marked {
  int opened = 0;
  size_t begin = 0;  // in the notation
  std::string_view text;
};

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

}  // namespace

std::string ParseExample(std::string_view notation, Example* example) {
  notation = Trim(notation);
  for (const auto& [prefix, polarity] : kPrefixes) {
    if (notation.starts_with(prefix)) {
      notation = Trim(notation.substr(prefix.size()));
      example->polarity = polarity;
      break;
    }
  }
  Marked holder, target;
  Marked* open = nullptr;
  std::string sentence;
  sentence.reserve(notation.size());
  for (size_t i = 0; i < notation.size(); ++i) {
    const char c = notation[i];
    if (c == '{' || c == '[') {
      if (open != nullptr) {
        return "marks stand inside marks; mark one holder with {braces} and "
               "one target with [brackets], apart from each other";
      }
      open = c == '{' ? &holder : &target;
      ++open->opened;
      open->begin = i + 1;
    } else if (c == '}' || c == ']') {
      if (open != (c == '}' ? &holder : &target)) {
        return "a mark is closed that was not opened; write {holder} and "
               "[target]";
      }
      open->text = notation.substr(open->begin, i - open->begin);
      open = nullptr;
    } else {
      sentence += c;
    }
  }
  if (open != nullptr) {
    return "a mark is opened and not closed; write {holder} and [target]";
  }
  if (sentence.empty()) return "the example is empty; write a sentence";
  const bool marked = holder.opened + target.opened > 0;
  if (example->kind == Example::Kind::kCounterExample && marked) {
    return "a counter-example has no marks; take out the braces and brackets";
  }
  if (example->kind == Example::Kind::kExample || marked) {
    if (holder.opened != 1 || target.opened != 1 || holder.text.empty() ||
        target.text.empty()) {
      return "mark one holder with {braces} and one target with [brackets]";
    }
  }
  example->sentence = std::move(sentence);
  example->holder = holder.text;
  example->target = target.text;
  return {};
}

}  // namespace stance
