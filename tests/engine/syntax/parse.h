// One sentence through the stages up to its clauses, with the lexicon that the
// project ships, and what came out in the notations of the tests.

#ifndef STANCE_TESTS_ENGINE_SYNTAX_PARSE_H_
#define STANCE_TESTS_ENGINE_SYNTAX_PARSE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/match.h"
#include "service/engine/syntax/syntax.h"
#include "service/engine/text/text.h"

namespace stance {

// Not copied nor moved: `text` points into `source`.
struct Parse {
  // The first sentence of `sentence` is parsed; a test's row holds one.
  explicit Parse(std::string sentence);
  Parse(const Parse&) = delete;
  Parse& operator=(const Parse&) = delete;

  std::string_view UnitText(uint32_t unit) const {
    return text.Slice(syntax.units[unit].begin, syntax.units[unit].end);
  }
  std::string_view HeadText(int32_t group) const {
    return UnitText(syntax.groups[group].head);
  }
  std::string_view GroupText(int32_t group) const {
    const Group& g = syntax.groups[group];
    return text.Slice(syntax.units[g.begin].begin, syntax.units[g.end - 1].end);
  }

  const std::string source;
  Text text;
  std::vector<Match> matches;
  Syntax syntax;
};

// "n", "vb", "be+vd": the names of the classes in a Unit::tag.
std::string ClassNames(uint32_t tag);
// The bits of a name, 0 for no name: those of ClassNames and "v", any verb.
uint32_t ClassBits(std::string_view name);

// "China/PN backs/vz talks/n ./-"
std::string PrintTags(const Parse& parse);

// "[a ^plan]", "<backs>" or the bare words, with the marks of groups_test.cc.
std::string PrintGroup(const Parse& parse, int32_t group);

// All of them: "[China] <backs> [talks]".
std::string PrintGroups(const Parse& parse);

// "main(China, backs) compl(Peru, to stop)", as in clauses_test.cc.
std::string PrintClauses(const Parse& parse);

}  // namespace stance

#endif  // STANCE_TESTS_ENGINE_SYNTAX_PARSE_H_
