// How much a lexicon holds, for its authors.

#ifndef STANCE_CLIENT_LEXICON_STATS_H_
#define STANCE_CLIENT_LEXICON_STATS_H_

#include <string>
#include <vector>

#include "service/engine/lexicon/compiler.h"
#include "stance/authoring/v1/authoring.pb.h"

namespace stance::client {

// Counts entries, and in them what matters to authors: actors by kind, terms of
// office, agents by role, cues by polarity and by distinct lemma, class and
// frame, wordings, phrases, examples. `lexicon` is what `sources` compile to.
authoring::v1::LexiconStats CountLexicon(
    const std::vector<LexiconSource>& sources, const stance::Lexicon& lexicon);

// The lexicon's name, then its counts.
std::string StatsAsText(const authoring::v1::LexiconStats& stats);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_STATS_H_
