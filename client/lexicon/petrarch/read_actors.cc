#include "absl/strings/ascii.h"
#include "client/lexicon/petrarch/dictionary.h"
#include "client/lexicon/petrarch/lines.h"
#include "service/engine/lexicon/concat.h"
#include "service/engine/lexicon/references.h"

namespace stance::client::petrarch {
namespace {

// Two digits of a year: up to this it is 20.., from there on 19...
constexpr int kLastYearOf2000s = 30;

// "970101", "20070101" -> "1997-01-01", "2007-01-01"; empty where it is no day.
std::string ReadDate(std::string_view text) {
  for (const char c : text) {
    if (!absl::ascii_isdigit(c)) return {};
  }
  std::string digits(text);
  if (digits.size() == 6) {
    const int year = (digits[0] - '0') * 10 + (digits[1] - '0');
    digits.insert(0, year > kLastYearOf2000s ? "19" : "20");
  }
  if (digits.size() != 8) return {};
  const std::string date = Concat(digits.substr(0, 4), "-", digits.substr(4, 2),
                                  "-", digits.substr(6, 2));
  return ParseDate(date) == 0 ? std::string() : date;
}

// "ARMGOV 900804-980203", "IGOUNO >20070101"; false where the dates are none.
bool ReadCode(std::string_view inside, DatedCode* code) {
  const size_t space = inside.find_first_of(" \t");
  code->code = inside.substr(0, space);
  if (space == std::string_view::npos) return true;
  const std::string_view dates = Trim(inside.substr(space));
  const size_t dash = dates.find('-');
  if (dates[0] == '>') {
    code->from = ReadDate(Trim(dates.substr(1)));
    return !code->from.empty();
  }
  if (dates[0] == '<') {
    code->to = ReadDate(Trim(dates.substr(1)));
    return !code->to.empty();
  }
  if (dash == std::string_view::npos) return false;
  code->from = ReadDate(Trim(dates.substr(0, dash)));
  code->to = ReadDate(Trim(dates.substr(dash + 1)));
  return !code->from.empty() && !code->to.empty() && code->from <= code->to;
}

}  // namespace

void ReadActors(const std::string& file, std::string_view text,
                Dictionaries* out) {
  bool any = false;  // in this file
  ForEachLine(text, [&](const DictionaryLine& line) {
    const auto leave = [&](std::string_view what, std::string reason) {
      out->left.push_back(
          {{file, line.number}, std::string(what), std::move(reason)});
    };
    Bracketed parts = SplitBrackets(line.text);
    if (!parts.closed) {
      return leave(line.text, "a bracket is opened and not closed");
    }
    const bool is_alias = parts.before.starts_with('+');
    if (is_alias) parts.before = Trim(parts.before.substr(1));
    const bool is_name = !is_alias && !parts.before.empty();
    if (is_name) {
      out->actors.push_back({.file = file});
      any = true;
    } else if (!any) {
      return leave(line.text, "no name stands before this line");
    }
    ActorRecord& actor = out->actors.back();
    if (!parts.before.empty()) {
      actor.names.push_back({std::string(parts.before), line.number});
    }
    for (const std::string_view inside : parts.squares) {
      DatedCode code;
      code.line = line.number;
      if (inside.empty()) {
        leave(line.text, "the code is empty");
      } else if (ReadCode(inside, &code)) {
        actor.codes.push_back(std::move(code));
      } else {
        leave(Concat("[", inside, "]"),
              "the dates are no days, or end before they begin");
      }
    }
  });
}

}  // namespace stance::client::petrarch
