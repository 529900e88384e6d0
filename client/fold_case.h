// Comparing words without regard to case, in any script.

#ifndef STANCE_CLIENT_FOLD_CASE_H_
#define STANCE_CLIENT_FOLD_CASE_H_

#include <string>
#include <string_view>

namespace stance::client {

// Unicode case folding of composed characters; text that is not UTF-8 stays as
// it is.
std::string FoldCase(std::string_view text);

}  // namespace stance::client

#endif  // STANCE_CLIENT_FOLD_CASE_H_
