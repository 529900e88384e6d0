// Whose server it is that a load would fall upon.

#ifndef STANCE_CLIENT_LOAD_TARGET_H_
#define STANCE_CLIENT_LOAD_TARGET_H_

#include <string>

namespace stance::client {

// The first address that `server` (as --server takes it) leads to and that is
// neither of this machine nor of a private network: loopback, RFC 1918,
// link-local, unique local, shared (RFC 6598), unix. Names are looked up. Empty
// where there is none, or nothing at all.
std::string FindPublicAddress(const std::string& server);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LOAD_TARGET_H_
