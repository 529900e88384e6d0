#include "client/load/target.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace stance::client {
namespace {

struct Network {
  uint32_t address;
  int bits;
};

constexpr Network kPrivate[] = {
    {0x7F000000, 8},   // 127.0.0.0/8
    {0x0A000000, 8},   // 10.0.0.0/8
    {0xAC100000, 12},  // 172.16.0.0/12
    {0xC0A80000, 16},  // 192.168.0.0/16
    {0xA9FE0000, 16},  // 169.254.0.0/16
    {0x64400000, 10},  // 100.64.0.0/10
    {0x00000000, 32},  // 0.0.0.0, which connects to this machine
};

bool IsPrivate(uint32_t address) {
  for (const Network& network : kPrivate) {
    const uint32_t mask = ~uint32_t{0} << (32 - network.bits);
    if ((address & mask) == network.address) return true;
  }
  return false;
}

bool IsPrivate(const in6_addr& address) {
  if (IN6_IS_ADDR_V4MAPPED(&address)) {
    uint32_t last;
    __builtin_memcpy(&last, address.s6_addr + 12, sizeof(last));
    return IsPrivate(ntohl(last));
  }
  const bool unique_local = (address.s6_addr[0] & 0xFE) == 0xFC;
  return IN6_IS_ADDR_LOOPBACK(&address) || IN6_IS_ADDR_UNSPECIFIED(&address) ||
         IN6_IS_ADDR_LINKLOCAL(&address) || unique_local;
}

// "[::1]:50051" -> "::1"; "host:50051" -> "host"; "host" -> "host".
std::string HostOf(absl::string_view address) {
  if (absl::ConsumePrefix(&address, "[")) {
    return std::string(address.substr(0, address.find(']')));
  }
  const size_t colon = address.rfind(':');
  // Two colons: an IPv6 address without a port.
  if (colon == absl::string_view::npos || address.find(':') != colon) {
    return std::string(address);
  }
  return std::string(address.substr(0, colon));
}

std::string FindPublicAddressOfHost(const std::string& host) {
  addrinfo hints = {};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return {};
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found,
                                                             freeaddrinfo);
  for (; found != nullptr; found = found->ai_next) {
    char text[INET6_ADDRSTRLEN] = "";
    if (found->ai_family == AF_INET) {
      const auto* at = reinterpret_cast<const sockaddr_in*>(found->ai_addr);
      if (IsPrivate(ntohl(at->sin_addr.s_addr))) continue;
      inet_ntop(AF_INET, &at->sin_addr, text, sizeof(text));
    } else if (found->ai_family == AF_INET6) {
      const auto* at = reinterpret_cast<const sockaddr_in6*>(found->ai_addr);
      if (IsPrivate(at->sin6_addr)) continue;
      inet_ntop(AF_INET6, &at->sin6_addr, text, sizeof(text));
    } else {
      continue;
    }
    return text;
  }
  return {};
}

}  // namespace

std::string FindPublicAddress(const std::string& server) {
  absl::string_view rest = server;
  if (absl::StartsWith(rest, "unix:") ||
      absl::StartsWith(rest, "unix-abstract:")) {
    return {};
  }
  for (const absl::string_view scheme : {"ipv4:", "ipv6:"}) {
    if (!absl::ConsumePrefix(&rest, scheme)) continue;
    for (const absl::string_view address : absl::StrSplit(rest, ',')) {
      std::string found = FindPublicAddressOfHost(HostOf(address));
      if (!found.empty()) return found;
    }
    return {};
  }
  // "dns:///host:port", "dns://authority/host:port", "dns:host:port"
  if (absl::ConsumePrefix(&rest, "dns:") && absl::ConsumePrefix(&rest, "//")) {
    const size_t slash = rest.find('/');
    if (slash != absl::string_view::npos) rest.remove_prefix(slash + 1);
  }
  return FindPublicAddressOfHost(HostOf(rest));
}

}  // namespace stance::client
