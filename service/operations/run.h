// stanced from its flags to its exit code.

#ifndef STANCE_OPERATIONS_RUN_H_
#define STANCE_OPERATIONS_RUN_H_

namespace stance {

// Listens, then loads the lexicon, then serves until SIGTERM or SIGINT (which
// wait for the lexicon). Health is NOT_SERVING and calls are UNAVAILABLE until
// the lexicon is loaded and its examples hold. Returns the exit code: 0 after a
// clean stop; 1 where the lexicon does not load (its findings are on the
// standard error, a line each) or an address cannot be listened on; 2 where a
// flag is wrong. With --check, only loads: 0 or 1, a line on the standard
// output where all is well.
int RunStanced(int argc, const char* const* argv);

}  // namespace stance

#endif  // STANCE_OPERATIONS_RUN_H_
