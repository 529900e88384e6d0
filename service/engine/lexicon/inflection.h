// Regular English inflection, and the irregular forms that the lexicon lists.
//
//   inflector.Verb("stop")       // stops; stopped; stopped; stopping
//   inflector.Plurals("veto")    // vetoes, vetos
//
// Rules go by spelling alone. Where spelling does not tell (whether
// "commit" doubles its t), an entry of IrregularForms must.

#ifndef STANCE_ENGINE_LEXICON_INFLECTION_H_
#define STANCE_ENGINE_LEXICON_INFLECTION_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "stance/lexicon/v1/lexicon.pb.h"

namespace stance {

// Each may hold several forms ("learned", "learnt").
struct VerbForms {
  std::vector<std::string> present;  // beside the lemma and `third`: "am"
  std::vector<std::string> third;
  std::vector<std::string> past;
  std::vector<std::string> participle;
  std::vector<std::string> gerund;
};

// Fill, then use from any number of threads.
class Inflector {
 public:
  void AddIrregular(const lexicon::v1::IrregularForms& forms);

  VerbForms Verb(std::string_view lemma) const;

  // The plurals of a singular noun; one that does not change is its own.
  std::vector<std::string> Plurals(std::string_view noun) const;

  // The singular of what looks like a plural noun, "" for what does not.
  std::string Singular(std::string_view plural) const;

  // Comparative and superlative of a short adjective; empty for others.
  static std::vector<std::string> Degrees(std::string_view adjective);

 private:
  struct Irregular : VerbForms {
    std::vector<std::string> plural;
  };

  // The entry of a word, or of what follows its last hyphen ("re-elect");
  // `prefix` is what stands before.
  const Irregular* Find(std::string_view word, std::string_view* prefix) const;

  absl::flat_hash_map<std::string, Irregular> irregular_;
  absl::flat_hash_map<std::string, std::string> singulars_;  // of irregulars
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_INFLECTION_H_
