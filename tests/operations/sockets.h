// Plain TCP, for what gRPC's client does not do.

#ifndef STANCE_TESTS_OPERATIONS_SOCKETS_H_
#define STANCE_TESTS_OPERATIONS_SOCKETS_H_

#include <string>

namespace stance {

// A descriptor connected to host:port (IPv4), or -1. Reads on it end with an
// error after 30 s.
int ConnectTo(const std::string& address);

// Sends bytes and returns all that comes until the other side closes, or what
// came until nothing did for 30 s. "" where it cannot be connected to.
std::string Exchange(const std::string& address, const std::string& bytes);

// What a GET is answered, with its headers.
std::string HttpGet(const std::string& address, const std::string& path);

}  // namespace stance

#endif  // STANCE_TESTS_OPERATIONS_SOCKETS_H_
