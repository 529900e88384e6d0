#include "service/engine/lexicon/word_marks.h"

#include <string_view>
#include <vector>

namespace stance {

namespace pb = lexicon::v1;

namespace {

// A modal verb that is written short begins the phrases of the whole word,
// which ends as it does and is the shortest such: "'d | rather" as "would |
// rather".
void ShareOfShortened(Lexicon* lexicon) {
  const auto promises = [&](WordId id) {
    const std::string_view form = lexicon->vocabulary.Form(id);
    return form.size() > 2 && form[0] != '\'' &&
           lexicon->words[id].Has(pb::FUNCTION_ROLE_COMMISSIVE_MODAL);
  };
  for (WordId id = 1; id < lexicon->words.size(); ++id) {
    WordInfo& shortened = lexicon->words[id];
    const std::string_view form = lexicon->vocabulary.Form(id);
    if ((shortened.classes & kModal) == 0 || form.size() < 2 ||
        form[0] != '\'' || shortened.node != 0) {
      continue;
    }
    WordId whole = 0;
    for (WordId other = 1; other < lexicon->words.size(); ++other) {
      const std::string_view word = lexicon->vocabulary.Form(other);
      if (promises(other) && word.back() == form.back() &&
          (whole == 0 ||
           word.size() < lexicon->vocabulary.Form(whole).size())) {
        whole = other;
      }
    }
    if (whole == 0 || !lexicon->words[whole].goes_on) continue;
    shortened.node = lexicon->words[whole].node;
    shortened.goes_on = true;
  }
}

}  // namespace

void MarkPhrases(Lexicon* lexicon) {
  for (WordId id = 1; id < lexicon->words.size(); ++id) {
    WordInfo& info = lexicon->words[id];
    info.node = lexicon->trie.Step(PhraseTrie::kRoot, id);
    info.phrase = lexicon->trie.At(info.node);
    info.goes_on = info.node != 0 && lexicon->trie.HasChildren(info.node);
  }
  ShareOfShortened(lexicon);
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
  const PhraseTrie& trie = lexicon->trie;
  lexicon->object_slot = lexicon->Find(kObjectSlot);
  lexicon->genitive_slot = lexicon->Find(kGenitiveSlot);
  std::vector<WordId> particles;
  for (WordId id = 1; id < lexicon->words.size(); ++id) {
    if (lexicon->words[id].Has(pb::FUNCTION_ROLE_PARTICLE)) {
      particles.push_back(id);
      lexicon->words[id].closes = true;
    }
  }
  // Of the placeholders the lexicon may have none: they are word 0 then.
  const auto leads = [&](const WordInfo& verb, WordId slot) {
    return slot != 0 && trie.Step(verb.node, slot) != 0;
  };
  for (WordId id = 1; id < lexicon->words.size(); ++id) {
    WordInfo& info = lexicon->words[id];
    if ((info.classes & kAnyVerb) == 0 || info.node == 0) continue;
    info.takes_object = leads(info, lexicon->object_slot);
    info.splits = info.takes_object || leads(info, lexicon->genitive_slot);
    for (const WordId particle : particles) {
      const PhraseTrie::Node node = trie.Step(info.node, particle);
      info.splits |= node != 0;
      // The verb and its particle are all of a phrase.
      info.takes_object |= trie.At(node) != 0;
    }
  }
}

}  // namespace stance
