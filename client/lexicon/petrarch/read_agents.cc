#include <map>

#include "client/lexicon/petrarch/dictionary.h"
#include "client/lexicon/petrarch/lines.h"
#include "service/engine/lexicon/concat.h"

namespace stance::client::petrarch {
namespace {

// "!PERSON!" -> MAN, MEN, …
using Macros = std::map<std::string, std::vector<std::string>, std::less<>>;

// "!PERSON! = MAN, MEN"; false where the line is no such thing.
bool ReadMacro(std::string_view line, Macros* macros) {
  if (line.empty() || line[0] != '!') return false;
  const size_t end = line.find('!', 1);
  const size_t equals = line.find('=');
  if (end == std::string_view::npos || equals == std::string_view::npos) {
    return false;
  }
  std::vector<std::string>& values =
      (*macros)[std::string(line.substr(0, end + 1))];
  std::string_view rest = line.substr(equals + 1);
  while (!rest.empty()) {
    const size_t comma = rest.find(',');
    const std::string_view value = Trim(rest.substr(0, comma));
    if (!value.empty()) values.emplace_back(value);
    rest = comma == std::string_view::npos ? std::string_view()
                                           : rest.substr(comma + 1);
  }
  return true;
}

// The noun with each value of the macro in it; itself where it has none.
std::vector<std::string> Expand(std::string_view noun, const Macros& macros) {
  for (const auto& [macro, values] : macros) {
    const size_t at = noun.find(macro);
    if (at == std::string_view::npos) continue;
    std::vector<std::string> expanded;
    for (const std::string& value : values) {
      expanded.push_back(
          Concat(noun.substr(0, at), value, noun.substr(at + macro.size())));
    }
    return expanded;
  }
  return {std::string(noun)};
}

}  // namespace

void ReadAgents(const std::string& file, std::string_view text,
                Dictionaries* out) {
  Macros macros;
  ForEachLine(text, [&](const DictionaryLine& line) {
    if (ReadMacro(line.text, &macros)) return;
    const Bracketed parts = SplitBrackets(line.text);
    if (!parts.closed || parts.before.empty() || parts.squares.size() != 1) {
      out->left.push_back({{file, line.number},
                           std::string(line.text),
                           "an agent is a noun and one code: NOUN [~CODE]"});
      return;
    }
    std::string code(parts.squares[0]);
    std::erase(code, '~');
    for (std::string& noun : Expand(parts.before, macros)) {
      AgentRecord agent;
      agent.place = {file, line.number};
      agent.noun = std::move(noun);
      if (!parts.braces.empty()) agent.plural = parts.braces[0];
      agent.code = code;
      out->agents.push_back(std::move(agent));
    }
  });
}

}  // namespace stance::client::petrarch
