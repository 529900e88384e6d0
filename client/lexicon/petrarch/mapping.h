// What CAMEO's codes mean for a lexicon (mapping.txtpb).

#ifndef STANCE_CLIENT_LEXICON_PETRARCH_MAPPING_H_
#define STANCE_CLIENT_LEXICON_PETRARCH_MAPPING_H_

#include <string_view>
#include <vector>

#include "stance/authoring/v1/petrarch.pb.h"

namespace stance::client::petrarch {

// The table that is compiled in.
const authoring::v1::PetrarchMapping& Mapping();

// The event with the longest prefix of the code; null where there is none.
const authoring::v1::PetrarchEvent* FindEvent(std::string_view code);

const authoring::v1::PetrarchRole* FindRole(std::string_view code);
const authoring::v1::PetrarchAgentRole* FindAgentRole(std::string_view code);

// "ARMGOVMIL" -> "ARM", "GOV", "MIL"; what is left over is the last one.
std::vector<std::string_view> SplitCode(std::string_view code);

}  // namespace stance::client::petrarch

#endif  // STANCE_CLIENT_LEXICON_PETRARCH_MAPPING_H_
