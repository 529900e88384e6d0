#include "service/engine/lexicon/word_marks.h"

#include <vector>

namespace stance {

namespace pb = lexicon::v1;

void MarkPhrases(Lexicon* lexicon) {
  for (WordId id = 1; id < lexicon->words.size(); ++id) {
    WordInfo& info = lexicon->words[id];
    info.node = lexicon->trie.Step(PhraseTrie::kRoot, id);
    info.phrase = lexicon->trie.At(info.node);
    info.goes_on = info.node != 0 && lexicon->trie.HasChildren(info.node);
  }
}

void MarkEndings(Lexicon* lexicon) {
  for (WordId id = 1; id < lexicon->words.size(); ++id) {
    WordInfo& word = lexicon->words[id];
    if ((word.classes & kNounPlural) == 0 ||
        word.Has(pb::FUNCTION_ROLE_THING)) {
      continue;
    }
    word.functions |=
        lexicon->suffixes.Read(lexicon->vocabulary.Form(id)).functions;
  }
}

void MarkSplitVerbs(Lexicon* lexicon) {
  std::vector<WordId> particles;
  lexicon->object_slot = lexicon->Find(kObjectSlot);
  if (lexicon->object_slot != 0) particles.push_back(lexicon->object_slot);
  lexicon->genitive_slot = lexicon->Find(kGenitiveSlot);
  if (lexicon->genitive_slot != 0) particles.push_back(lexicon->genitive_slot);
  for (WordId id = 1; id < lexicon->words.size(); ++id) {
    if (lexicon->words[id].Has(pb::FUNCTION_ROLE_PARTICLE)) {
      particles.push_back(id);
      lexicon->words[id].closes = true;
    }
  }
  for (WordId id = 1; id < lexicon->words.size(); ++id) {
    WordInfo& info = lexicon->words[id];
    if ((info.classes & kAnyVerb) == 0 || info.node == 0) continue;
    for (const WordId particle : particles) {
      info.splits |= lexicon->trie.Step(info.node, particle) != 0;
    }
  }
}

}  // namespace stance
