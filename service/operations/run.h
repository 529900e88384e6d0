// stanced from its flags to its exit code.

#ifndef STANCE_OPERATIONS_RUN_H_
#define STANCE_OPERATIONS_RUN_H_

namespace stance {

// Serves until SIGTERM or SIGINT. Returns the exit code: 0 after a clean stop;
// 1 where the lexicon does not load (its findings are on the standard error, a
// line each) or an address cannot be listened on; 2 where a flag is wrong.
int RunStanced(int argc, const char* const* argv);

}  // namespace stance

#endif  // STANCE_OPERATIONS_RUN_H_
