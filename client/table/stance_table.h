// An answer as a table that a person likes to read.
//
//   ACTOR  STANCE    TARGET              CONF  SPEAKER
//   China  supports  political solution  0.93  Qin Gang
//            "China «supports» a political solution," Qin Gang said.
//
// Under 60 columns the cells of a stance stand on one line above its sentence.

#ifndef STANCE_CLIENT_TABLE_STANCE_TABLE_H_
#define STANCE_CLIENT_TABLE_STANCE_TABLE_H_

#include <string>

#include "client/table/terminal.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// The target as it stands in the article, with the lexicon's name behind it
// where that is another: "the deal (Paris Agreement)"; " [derived]" follows
// where the stance is. Printable.
std::string TargetText(const v1::Stance& stance);

// One line for each stance, with the sentence that shows it clearest and the
// cue in it marked (by « and » where there is no colour); then what the answer
// gives notice of. Where the answer carries derivations: every sentence, and
// under each how the stance came about. Unknown phrases where it has any.
std::string FormatStanceTable(const v1::ClassifyArticleResponse& answer,
                              const Terminal& terminal);

}  // namespace stance::client

#endif  // STANCE_CLIENT_TABLE_STANCE_TABLE_H_
