// Records of the dictionaries -> entries of a lexicon.

#ifndef STANCE_CLIENT_LEXICON_PETRARCH_CONVERT_H_
#define STANCE_CLIENT_LEXICON_PETRARCH_CONVERT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "client/lexicon/petrarch/base_lexicon.h"
#include "client/lexicon/petrarch/dictionary.h"
#include "stance/lexicon/v1/lexicon.pb.h"

namespace stance::client::petrarch {

// What a conversion makes, and what it leaves out.
struct Converted {
  lexicon::v1::LexiconFile actors;
  lexicon::v1::LexiconFile agents;
  lexicon::v1::LexiconFile cues;
  uint64_t names = 0;  // of actors that the lexicon does not have
  // Where each entry comes from, by its id.
  absl::flat_hash_map<std::string, Place> places;
  std::vector<Left> left;
};

// Countries and others that `base` has get their new names in an entry that
// takes the place of theirs. Those with dates are persons, their codes terms of
// office; others are what their role says. Names that `base` has already are
// left out.
void ConvertActors(const std::vector<ActorRecord>& records, BaseLexicon* base,
                   Converted* out);

void ConvertAgents(const std::vector<AgentRecord>& records, BaseLexicon* base,
                   Converted* out);

// A cue for each verb whose code has a polarity, and for each pattern of the
// form "* WORDS (PREPOSITION)".
void ConvertVerbs(const std::vector<VerbBlock>& blocks, BaseLexicon* base,
                  Converted* out);

}  // namespace stance::client::petrarch

#endif  // STANCE_CLIENT_LEXICON_PETRARCH_CONVERT_H_
