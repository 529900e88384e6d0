// stancectl(1).

#ifndef STANCE_CLIENT_MANUAL_MAN_PAGE_H_
#define STANCE_CLIENT_MANUAL_MAN_PAGE_H_

#include <string>

#include "client/manual/description.h"

namespace stance::client {

// The program, each command with its options and examples, the environment,
// files and exit codes, in man's macros.
std::string ManPage(const ProgramDescription& program,
                    const std::string& version);

}  // namespace stance::client

#endif  // STANCE_CLIENT_MANUAL_MAN_PAGE_H_
