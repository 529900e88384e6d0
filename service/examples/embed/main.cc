// embed LEXICON TEXT: who stands where, by the engine in this process. Prints
// an actor's id, a polarity and a target a line.

#include <iostream>
#include <vector>

#include "service/engine/classifier.h"
#include "service/lexicon_files/load.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: embed LEXICON TEXT\n";
    return 1;
  }
  std::vector<stance::Finding> findings;
  const auto lexicon = stance::LoadLexicon(argv[1], &findings);
  if (lexicon == nullptr) {
    for (const stance::Finding& finding : findings) {
      std::cerr << finding.file << ":" << finding.line << ": "
                << finding.message << "\n";
    }
    return 1;
  }
  const stance::Classifier classifier(lexicon);
  stance::Classifier::Scratch scratch;
  const auto analysis = classifier.Classify({.text = argv[2]}, {}, &scratch);
  if (!analysis.ok()) {
    std::cerr << analysis.status() << "\n";
    return 1;
  }
  for (const auto& of_actor : analysis->actors) {
    for (const auto& held : of_actor.stances) {
      std::cout << of_actor.actor.id << " "
                << stance::lexicon::v1::Polarity_Name(held.polarity) << " "
                << held.target.text << "\n";
    }
  }
  return 0;
}
