// The lexicon that imported entries are added to: what it has already.

#ifndef STANCE_CLIENT_LEXICON_PETRARCH_BASE_LEXICON_H_
#define STANCE_CLIENT_LEXICON_PETRARCH_BASE_LEXICON_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "client/lexicon/entry_text.h"
#include "client/lexicon/open_lexicon.h"

namespace stance::client::petrarch {

class BaseLexicon {
 public:
  // `opened` must outlive it.
  explicit BaseLexicon(const OpenedLexicon& opened);

  // The country with that ISO 3166-1 code; null where there is none.
  const lexicon::v1::Actor* Country(std::string_view code) const;

  // The actor with that id; null where there is none.
  const lexicon::v1::Actor* FindActor(std::string_view id) const;

  // The id of the actor that has this form, in any case, imported ones too;
  // empty where none has.
  std::string OwnerOf(std::string_view form) const;
  void SetOwner(std::string_view form, std::string_view id);

  bool HasAgent(std::string_view noun) const;
  bool HasVerbCue(std::string_view lemma) const;
  bool HasIrregular(std::string_view lemma) const;

  // A word that stands in texts without being a name.
  bool IsOrdinary(std::string_view word) const;
  // A word that names write small: of, the, and.
  bool IsParticle(std::string_view word) const;
  bool IsArticle(std::string_view word) const;

  const std::vector<LexiconSource>& sources() const { return opened_.sources; }
  IdMaker& ids() { return ids_; }

 private:
  uint32_t Classes(std::string_view word) const;

  const OpenedLexicon& opened_;
  absl::flat_hash_map<std::string, const lexicon::v1::Actor*> countries_;
  absl::flat_hash_map<std::string, const lexicon::v1::Actor*> actors_;
  absl::flat_hash_map<std::string, std::string> owners_;  // by folded form
  absl::flat_hash_set<std::string> agents_;
  absl::flat_hash_set<std::string> verbs_;
  absl::flat_hash_set<std::string> irregular_;
  IdMaker ids_;
};

}  // namespace stance::client::petrarch

#endif  // STANCE_CLIENT_LEXICON_PETRARCH_BASE_LEXICON_H_
