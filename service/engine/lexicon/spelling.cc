#include "service/engine/lexicon/spelling.h"

#include <sstream>
#include <string>

#include "absl/strings/ascii.h"
#include "service/engine/lexicon/concat.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// The words that the text stage must know.
void ReadTextRule(pb::FunctionRole role, const std::string& words,
                  TextRules* rules) {
  std::istringstream stream(words);
  for (std::string word; stream >> word;) {
    switch (role) {
      case pb::FUNCTION_ROLE_BYLINE:
        rules->byline = word;
        break;
      case pb::FUNCTION_ROLE_OPINION_LABEL:
        rules->opinion_labels.insert(word);
        break;
      case pb::FUNCTION_ROLE_MINUTES:
        rules->minutes.insert(word);
        break;
      case pb::FUNCTION_ROLE_MASTHEAD:
        rules->mastheads.insert(word);
        break;
      case pb::FUNCTION_ROLE_SENTENCE_STARTER:
        rules->sentence_starters.insert(word);
        break;
      case pb::FUNCTION_ROLE_QUESTION_LABEL:
      case pb::FUNCTION_ROLE_ANSWER_LABEL:
        word[0] = absl::ascii_toupper(static_cast<unsigned char>(word[0]));
        rules->turn_labels.insert(word);
        // "Q." is no initial.
        if (word.size() == 1) rules->word_letters += word;
        break;
      case pb::FUNCTION_ROLE_WORD_LETTER:
        rules->word_letters += word;
        for (char& c : word) c = static_cast<char>(c - 'a' + 'A');
        rules->word_letters += word;
        break;
      default:
        return;
    }
  }
}

}  // namespace

void ReadSpelling(const std::vector<LexiconSource>& sources, Lexicon* lexicon,
                  Inflector* inflector, FindingSink* findings) {
  TextRules& rules = lexicon->text_rules;
  ForEachEntry(
      sources, &pb::LexiconFile::abbreviation, "abbreviation",
      [&](const pb::Abbreviation& abbreviation, const Origin& origin) {
        if (!findings->Require(!abbreviation.text().empty(), origin, {},
                               "an abbreviation needs a text")) {
          return;
        }
        const bool added = rules.abbreviations
                               .try_emplace(abbreviation.text(),
                                            abbreviation.can_end_sentence())
                               .second;
        if (!added) {
          findings->Warn(origin, "DUPLICATE_FORM", {},
                         Concat("the abbreviation \"", abbreviation.text(),
                                "\" is listed before; remove one"));
        }
        if (abbreviation.before_number()) {
          rules.before_numbers.insert(abbreviation.text());
        }
        lexicon->vocabulary.Add(abbreviation.text());
      });
  ForEachEntry(sources, &pb::LexiconFile::function, "function",
               [&](const pb::FunctionWords& list, const Origin&) {
                 for (const std::string& words : list.words()) {
                   ReadTextRule(list.role(), words, &rules);
                 }
               });
  ForEachEntry(sources, &pb::LexiconFile::irregular, "irregular",
               [&](const pb::IrregularForms& forms, const Origin& origin) {
                 if (findings->Require(!forms.lemma().empty(), origin, {},
                                       "irregular forms need a lemma")) {
                   inflector->AddIrregular(forms);
                 }
               });
}

}  // namespace stance
