#include "client/articles/charset.h"

#include <iconv.h>
#include <utf8proc.h>

#include <cerrno>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace stance::client {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr size_t kWhereMetaStands = 1024;

bool IsUtf8(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size();) {
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t used = utf8proc_iterate(
        reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()) + i,
        static_cast<utf8proc_ssize_t>(bytes.size() - i), &code);
    if (used <= 0) return false;
    i += static_cast<size_t>(used);
  }
  return true;
}

// `bytes` from `charset`; nothing where iconv does not know it.
std::optional<std::string> Convert(std::string_view bytes,
                                   const std::string& charset) {
  const iconv_t converter = iconv_open("UTF-8", charset.c_str());
  // NOLINTNEXTLINE(performance-no-int-to-ptr): so POSIX says no.
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out;
  char buffer[8192];
  char* in = const_cast<char*>(bytes.data());
  size_t left = bytes.size();
  while (left > 0) {
    char* to = buffer;
    size_t room = sizeof buffer;
    const size_t result = iconv(converter, &in, &left, &to, &room);
    out.append(buffer, sizeof buffer - room);
    if (result == static_cast<size_t>(-1) && errno != E2BIG) {
      out += kReplacement;
      ++in;
      --left;
    }
  }
  iconv_close(converter);
  return out;
}

// What follows "charset=" in the page's first bytes, without its quotation
// marks: both <meta charset> and <meta http-equiv> have it.
std::string NamedCharset(std::string_view bytes) {
  const std::string head =
      absl::AsciiStrToLower(std::string(bytes.substr(0, kWhereMetaStands)));
  size_t at = head.find("charset");
  if (at == std::string::npos) return {};
  at = head.find_first_not_of(" =\"'", at + 7);
  if (at == std::string::npos) return {};
  const std::string name =
      head.substr(at, head.find_first_of(" \"'/>;", at) - at);
  // Browsers read the label of the 7-bit and Latin encodings as windows-1252;
  // a page that could say that it is UTF-16 is not.
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" ||
      name == "ascii") {
    return "windows-1252";
  }
  return absl::StartsWith(name, "utf-16") ? "utf-8" : name;
}

}  // namespace

std::string HtmlToUtf8(std::string_view bytes) {
  const auto starts = [&](std::string_view mark) {
    return bytes.substr(0, mark.size()) == mark;
  };
  std::string charset;
  if (starts("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    charset = "utf-8";
  } else if (starts("\xFE\xFF")) {
    bytes.remove_prefix(2);
    charset = "utf-16be";
  } else if (starts("\xFF\xFE")) {
    bytes.remove_prefix(2);
    charset = "utf-16le";
  } else {
    charset = NamedCharset(bytes);
  }
  if ((charset.empty() || charset == "utf-8") && IsUtf8(bytes)) {
    return std::string(bytes);
  }
  if (!charset.empty()) {
    if (auto converted = Convert(bytes, charset)) return *converted;
  }
  if (IsUtf8(bytes)) return std::string(bytes);
  return Convert(bytes, "windows-1252").value_or(std::string(bytes));
}

}  // namespace stance::client
