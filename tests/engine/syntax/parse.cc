#include "tests/engine/syntax/parse.h"

#include <utility>

#include "service/engine/syntax/seen_surnames.h"
#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

constexpr std::pair<const char*, uint32_t> kClassNames[] = {
    {"n", kNoun},
    {"ns", kNounPlural},
    {"PN", kProper},
    {"adj", kAdjective},
    {"adv", kAdverb},
    {"be", kBe},
    {"have", kHave},
    {"do", kDo},
    {"vb", kVerbBase},
    {"vz", kVerbThird},
    {"vd", kVerbPast},
    {"vn", kVerbParticiple},
    {"vg", kVerbGerund},
    {"md", kModal},
    {"to", kTo},
    {"det", kDeterminer},
    {"prn", kPronoun},
    {"poss", kPossessivePronoun},
    {"p", kPreposition},
    {"cc", kCoordinator},
    {"sub", kSubordinator},
    {"rel", kRelative},
    {"int", kInterrogative},
    {"num", kNumberWord},
    {"q", kQuantifier},
    {"time", kTime},
    {"title", kTitle},
    {"neg", kNegation},
    {"conn", kConnective},
    {"clitic", kPossessiveClitic},
};

const char* KindName(ClauseKind kind) {
  switch (kind) {
    case ClauseKind::kMain:
      return "main";
    case ClauseKind::kCoordinate:
      return "coord";
    case ClauseKind::kComplement:
      return "compl";
    case ClauseKind::kRelative:
      return "rel";
    case ClauseKind::kSubordinate:
      return "sub";
    case ClauseKind::kInfinitive:
      return "inf";
    case ClauseKind::kGerund:
      return "ger";
    case ClauseKind::kParticiple:
      return "part";
  }
  return "?";
}

void AppendNounGroup(const Parse& parse, int32_t index, std::string* out) {
  const Group& group = parse.syntax.groups[index];
  const std::string_view all = parse.GroupText(index);
  const std::string_view head = parse.HeadText(index);
  const size_t at = head.data() - all.data();
  out->append(group.negative ? "[!" : "[").append(all.substr(0, at));
  if (group.head + 1 < group.end) *out += '^';
  out->append(all.substr(at));
  const auto mark = [&](const char* sign, int32_t other) {
    if (other >= 0) out->append(sign).append(parse.HeadText(other));
  };
  mark(" @", group.possessor);
  mark(" &", group.next_conjunct);
  mark(" =", group.apposition);
  *out += ']';
}

}  // namespace

Parse::Parse(std::string sentence) : source(std::move(sentence)) {
  const Lexicon& lexicon = *ShippedLexicon();
  Tokenize(source, lexicon.text_rules, &text);
  SplitSentences(lexicon.text_rules, &text);
  PairQuotations(&text);
  LookUpWords(lexicon, &text);
  MatchPhrases(lexicon, text, &matches);
  if (text.sentences.empty()) return;
  SeenSurnames surnames;
  MakeUnits(lexicon, text, matches, 0, text.sentences[0].begin,
            text.sentences[0].end, &syntax.units, &syntax.any, &surnames);
  TagUnits(lexicon, text, &syntax.units);
  FindGroups(lexicon, text, &syntax);
  FindClauses(lexicon, text, &syntax);
}

std::string ClassNames(uint32_t tag) {
  std::string names;
  for (const auto& [name, bit] : kClassNames) {
    if ((tag & bit) == 0) continue;
    if (!names.empty()) names += '+';
    names += name;
  }
  return names.empty() ? "-" : names;
}

uint32_t ClassBits(std::string_view wanted) {
  if (wanted == "v") return kAnyVerb;
  for (const auto& [name, bit] : kClassNames) {
    if (name == wanted) return bit;
  }
  return 0;
}

std::string PrintTags(const Parse& parse) {
  std::string out;
  for (uint32_t u = 0; u < parse.syntax.units.size(); ++u) {
    if (u > 0) out += ' ';
    out.append(parse.UnitText(u))
        .append("/")
        .append(ClassNames(parse.syntax.units[u].tag));
  }
  return out;
}

std::string PrintGroup(const Parse& parse, int32_t index) {
  const Group& group = parse.syntax.groups[index];
  std::string out;
  switch (group.kind) {
    case GroupKind::kNoun:
      AppendNounGroup(parse, index, &out);
      return out;
    case GroupKind::kVerb:
      out = group.passive ? "<~" : "<";
      return out.append(parse.GroupText(index)).append(">");
    default:
      return out.append(parse.GroupText(index));
  }
}

std::string PrintGroups(const Parse& parse) {
  std::string out;
  for (int32_t i = 0; i < parse.syntax.size(); ++i) {
    if (i > 0) out += ' ';
    out += PrintGroup(parse, i);
  }
  return out;
}

std::string PrintClauses(const Parse& parse) {
  const Syntax& syntax = parse.syntax;
  std::string out;
  // Clauses are opened in the order of their first words; verbs come later
  // where another clause stands in between. Printed by verb.
  for (int32_t verb = 0; verb < syntax.size(); ++verb) {
    for (const Clause& clause : syntax.clauses) {
      if (clause.verb != verb) continue;
      if (!out.empty()) out += ' ';
      out.append(KindName(clause.kind)).append("(");
      if (clause.subject < 0) out += '-';
      for (int32_t s = clause.subject; s >= 0;
           s = syntax.groups[s].next_conjunct) {
        if (s != clause.subject) out += '+';
        out += parse.HeadText(s);
      }
      out.append(", ").append(parse.GroupText(verb));
      if (clause.object_gap) {
        out += ", of ";
        if (clause.antecedent < 0) {
          out += '-';
        } else {
          out += parse.HeadText(clause.antecedent);
        }
      }
      out += ')';
    }
  }
  return out;
}

}  // namespace stance
