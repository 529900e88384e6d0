// What is known of each word form, while the lexicon is compiled: the word
// lists of the grammar, and what the other entries say of their words.

#ifndef STANCE_ENGINE_LEXICON_WORD_TABLE_H_
#define STANCE_ENGINE_LEXICON_WORD_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/inflection.h"
#include "service/engine/lexicon/vocabulary.h"
#include "service/engine/lexicon/word.h"
#include "service/engine/text/text.h"

namespace stance {

class WordTable {
 public:
  // Adds forms to `vocabulary`, which must outlive the table.
  WordTable(const Inflector& inflector, Vocabulary* vocabulary)
      : inflector_(inflector), vocabulary_(*vocabulary) {}

  // Reads the word lists and function words of all sources.
  void ReadLists(const std::vector<LexiconSource>& sources,
                 const TextRules& rules, FindingSink* findings);

  // Marks the form as a word of the classes, as its own lemma.
  void AddWord(std::string_view form, uint32_t classes, bool usual = false);
  // Mark the lemma and its inflected forms; `extra` bits go to all of them.
  void AddVerb(std::string_view lemma, uint32_t extra = 0, bool usual = false);
  void AddNoun(std::string_view lemma, bool usual = false);
  void AddPlural(std::string_view lemma, std::string_view plural,
                 bool usual = false);

  // What lists have said of a form so far.
  uint32_t Classes(std::string_view form) const;
  uint32_t UsualClasses(std::string_view form) const;
  bool HasFunction(std::string_view form, lexicon::v1::FunctionRole role) const;

  // The forms that take the place of "<poss>".
  const std::vector<std::string>& possessives() const { return possessives_; }

  // The finished table, by WordId; abbreviations know what their words know
  // without the full stop ("mr.": "mr").
  std::vector<WordInfo> Finish(const TextRules& rules);

 private:
  struct PendingAdjective {
    std::string form;
    WordId lemma;
  };

  WordInfo& At(WordId id);
  const WordInfo* Get(std::string_view form) const;
  void Mark(std::string_view form, WordId lemma, uint32_t classes, bool usual);
  void AddListed(const lexicon::v1::WordList& list, std::string_view word);
  void AddEnding(lexicon::v1::WordClass word_class, std::string_view ending);
  void AddFunction(lexicon::v1::FunctionRole role, std::string_view word);

  const Inflector& inflector_;
  Vocabulary& vocabulary_;
  std::vector<WordInfo> words_;
  std::vector<std::string> possessives_;
  std::vector<PendingAdjective> degrees_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_WORD_TABLE_H_
