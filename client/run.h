// stancectl from its arguments to its exit code.

#ifndef STANCE_CLIENT_RUN_H_
#define STANCE_CLIENT_RUN_H_

namespace stance::client {

// Runs the command that was typed; exit_codes.h has what it returns.
int RunStancectl(int argc, const char* const* argv);

}  // namespace stance::client

#endif  // STANCE_CLIENT_RUN_H_
