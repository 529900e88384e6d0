// What stancectl's exit codes say. `health` has its own, those of
// grpc-health-probe.

#ifndef STANCE_CLIENT_EXIT_CODES_H_
#define STANCE_CLIENT_EXIT_CODES_H_

namespace stance::client {

inline constexpr int kExitOk = 0;
// `lexicon`, as grep and diff exit: errors or differences were found.
inline constexpr int kExitFound = 1;
// Arguments that make no sense; files that cannot be read or written.
inline constexpr int kExitUsage = 2;
// Of several articles some failed; the others were answered.
inline constexpr int kExitSomeFailed = 3;
// Plus the signal that asked for the end, as shells count: 130 SIGINT, 143
// SIGTERM.
inline constexpr int kExitInterrupted = 128;
// Plus the gRPC status code of the call that failed, as grpcurl does it:
// 67 INVALID_ARGUMENT, 68 DEADLINE_EXCEEDED, 73 FAILED_PRECONDITION (the
// lexicon does not load), 78 UNAVAILABLE.
inline constexpr int kExitCallFailed = 64;
inline constexpr int kExitUnavailable = kExitCallFailed + 14;

// `health`, as grpc-health-probe exits.
inline constexpr int kExitHealthUsage = 1;
inline constexpr int kExitHealthUnreachable = 2;
inline constexpr int kExitHealthCallFailed = 3;
inline constexpr int kExitHealthNotServing = 4;

}  // namespace stance::client

#endif  // STANCE_CLIENT_EXIT_CODES_H_
