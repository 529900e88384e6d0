// What a check of a lexicon says, for people and for programs.

#ifndef STANCE_CLIENT_LEXICON_CHECK_REPORT_H_
#define STANCE_CLIENT_LEXICON_CHECK_REPORT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "service/lexicon_files/check.h"
#include "stance/v1/lexicon_service.pb.h"

namespace stance::client {

struct FindingCounts {
  size_t errors = 0;
  size_t warnings = 0;
};

FindingCounts CountFindings(const std::vector<stance::Finding>& findings);

// One line a finding, then one that counts.
std::string CheckAsText(const LexiconCheck& check);

v1::CheckLexiconResponse CheckAsMessage(const LexiconCheck& check);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_CHECK_REPORT_H_
