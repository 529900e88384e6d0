// Completion of command lines in shells.

#ifndef STANCE_CLIENT_MANUAL_COMPLETION_H_
#define STANCE_CLIENT_MANUAL_COMPLETION_H_

#include <string>

#include "client/manual/description.h"

namespace stance::client {

// Scripts that complete commands, flags, the values of flags that have only
// some, and otherwise the names of files.
std::string BashCompletion(const ProgramDescription& program);
std::string ZshCompletion(const ProgramDescription& program);
std::string FishCompletion(const ProgramDescription& program);

}  // namespace stance::client

#endif  // STANCE_CLIENT_MANUAL_COMPLETION_H_
