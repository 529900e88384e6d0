// Phrases and their readings, while the lexicon is compiled.

#ifndef STANCE_ENGINE_LEXICON_PHRASE_TABLE_H_
#define STANCE_ENGINE_LEXICON_PHRASE_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/lexicon.h"
#include "service/engine/text/text.h"

namespace stance {

// The entry that readings are added for.
struct EntryForms {
  EntryKind kind = EntryKind::kActor;
  uint32_t index = 0;
  std::string_view id;  // for findings
  Origin origin;
};

class PhraseTable {
 public:
  // Phrases are split by `rules`, and their words added to `vocabulary`; all
  // must outlive the table.
  PhraseTable(const TextRules& rules, Vocabulary* vocabulary,
              FindingSink* findings)
      : rules_(rules), vocabulary_(*vocabulary), findings_(*findings) {}

  // Adds a reading. `written`: the author wrote the phrase so, it was not made
  // from another form; writing it twice is worth a finding.
  void Add(const EntryForms& entry, std::string_view phrase, FormKind form,
           bool written);

  // True where the entry already has the phrase in that form.
  bool Has(const EntryForms& entry, std::string_view phrase, FormKind form);

  // The words that begin phrases with the placeholder inside.
  std::vector<WordId> FirstWordsBefore(std::string_view placeholder) const;

  // The words that stand right behind the placeholder.
  std::vector<WordId> WordsBehind(std::string_view placeholder) const;

  // Fills the trie, readings and spellings. The table is empty afterwards.
  void Finish(Lexicon* lexicon);

 private:
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  using Words = absl::InlinedVector<WordId, 4>;

  struct Reading {
    EntryRef ref;
    Origin origin;
    bool written = false;
    uint32_t next = kNone;  // of the same phrase
  };
  struct Group {
    uint32_t first = kNone;
    uint32_t last = kNone;
    uint32_t count = 0;
  };

  // Calls pick(words, placeholder, picked) for each phrase with the placeholder
  // inside.
  template <typename Pick>
  std::vector<WordId> WordsBy(std::string_view placeholder, Pick pick) const;
  // The phrase's words, empty where it can match nothing.
  Words Split(std::string_view phrase);
  uint32_t Spelling(std::string_view phrase);
  void FindShadowed(const Group& group, const Lexicon& lexicon);
  std::string EntryName(const EntryRef& ref, const Lexicon& lexicon) const;

  const TextRules& rules_;
  Vocabulary& vocabulary_;
  FindingSink& findings_;
  Text text_;
  absl::flat_hash_map<Words, uint32_t> groups_by_words_;
  std::vector<Group> groups_;
  std::vector<Words> words_;  // by group
  std::vector<Reading> readings_;
  absl::flat_hash_map<std::string, uint32_t> spellings_by_text_;
  std::vector<std::string> spellings_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_PHRASE_TABLE_H_
