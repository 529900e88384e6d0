// Entries -> the forms by which a text may mention them.

#ifndef STANCE_ENGINE_LEXICON_FORMS_H_
#define STANCE_ENGINE_LEXICON_FORMS_H_

#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/inflection.h"
#include "service/engine/lexicon/phrase_table.h"
#include "service/engine/lexicon/word_table.h"
#include "stance/lexicon/v1/lexicon.pb.h"

namespace stance {

class FormMaker {
 public:
  FormMaker(const Inflector& inflector, WordTable* words, PhraseTable* phrases,
            FindingSink* findings)
      : inflector_(inflector),
        words_(*words),
        phrases_(*phrases),
        findings_(*findings) {}

  void Actor(const lexicon::v1::Actor& actor, const EntryForms& entry);
  void Agent(const lexicon::v1::Agent& agent, const EntryForms& entry);
  void Issue(const lexicon::v1::Issue& issue, const EntryForms& entry);
  void Cue(const lexicon::v1::Cue& cue, const EntryForms& entry);
  void Modifier(const lexicon::v1::Modifier& modifier, const EntryForms& entry);
  // Light and reporting verbs. A lemma that begins with a preposition
  // ("according to", "in the words of") is fixed.
  void Verb(std::string_view lemma, const EntryForms& entry);
  // A phrase as it stands.
  void Fixed(std::string_view phrase, const EntryForms& entry);

 private:
  // The phrase with each possessive in place of "<poss>"; the phrase itself
  // where it holds none.
  std::vector<std::string> Expand(std::string_view phrase,
                                  const EntryForms& entry);
  void VerbPhrase(std::string_view phrase, const EntryForms& entry,
                  bool written);
  // The plural forms of a nominal phrase whose head word is inflected.
  std::vector<std::string> PluralsOf(std::string_view phrase) const;
  // Marks the head as a noun.
  void MarkNoun(std::string_view phrase);
  void Noun(std::string_view lemma, std::string_view plural,
            const EntryForms& entry);

  const Inflector& inflector_;
  WordTable& words_;
  PhraseTable& phrases_;
  FindingSink& findings_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_FORMS_H_
