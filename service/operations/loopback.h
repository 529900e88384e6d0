// Addresses for operators are the loopback's unless another host is named.

#ifndef STANCE_OPERATIONS_LOOPBACK_H_
#define STANCE_OPERATIONS_LOOPBACK_H_

#include <string>

namespace stance {

// ":9464" -> "127.0.0.1:9464"; others as they are.
inline std::string WithLoopback(const std::string& address) {
  return address.starts_with(':') ? "127.0.0.1" + address : address;
}

}  // namespace stance

#endif  // STANCE_OPERATIONS_LOOPBACK_H_
