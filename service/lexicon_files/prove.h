// Lexicon files -> a lexicon whose examples have been run.

#ifndef STANCE_LEXICON_FILES_PROVE_H_
#define STANCE_LEXICON_FILES_PROVE_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "service/engine/examples.h"
#include "service/lexicon_files/catalogue.h"
#include "service/lexicon_files/layers.h"
#include "service/lexicon_files/load.h"

namespace stance {

struct ProvenLexicon {
  std::shared_ptr<const Lexicon> lexicon;
  Catalogue catalogue;
  size_t examples = 0;  // that were run
  // The files and the examples, which the lexicon does not need: to free them
  // takes its time, and whoever is in a hurry does it later.
  std::shared_ptr<const void> parsed;
};

// Reads and compiles the layers (layers.h) and runs all examples, with so many
// threads. Nothing where a
// finding is an error; `findings` is appended to either way.
//
// An example that fails is an error. Where it is of an earlier layer and holds
// without the later ones, it is a warning instead, BROKEN_BY_LAYER, which names
// the later entry that stands in its sentence: whoever adds a layer to a
// lexicon may change what it says.
std::optional<ProvenLexicon> LoadProvenLexicon(
    const std::vector<std::string>& directories, unsigned threads,
    std::vector<Finding>* findings);

// What failures of examples come to, as above. `lexicon` is what `layers` were
// compiled to.
std::vector<Finding> FailureFindings(
    const std::vector<std::string>& directories, const LexiconLayers& layers,
    const Lexicon& lexicon, const std::vector<ExampleFailure>& failures,
    unsigned threads);

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_PROVE_H_
