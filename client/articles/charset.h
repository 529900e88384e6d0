// The bytes of a web page, in whatever encoding, as UTF-8.

#ifndef STANCE_CLIENT_ARTICLES_CHARSET_H_
#define STANCE_CLIENT_ARTICLES_CHARSET_H_

#include <string>
#include <string_view>

namespace stance::client {

// Decodes as browsers do: a byte order mark wins; then the charset that a
// <meta> in the first 1024 bytes names; without either UTF-8, or windows-1252
// where the bytes are not UTF-8. Bytes that the encoding does not have become
// U+FFFD. Never fails: an encoding that nobody knows counts as not named.
std::string HtmlToUtf8(std::string_view bytes);

}  // namespace stance::client

#endif  // STANCE_CLIENT_ARTICLES_CHARSET_H_
