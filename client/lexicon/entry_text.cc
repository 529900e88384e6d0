#include "client/lexicon/entry_text.h"

#include <google/protobuf/text_format.h>
#include <utf8proc.h>

#include <cstdlib>

#include "absl/strings/ascii.h"
#include "service/engine/lexicon/concat.h"

namespace stance::client {
namespace {

// Without accents, in small letters; what is no letter and no digit is "-".
std::string Slug(std::string_view name) {
  utf8proc_uint8_t* plain = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
      static_cast<utf8proc_ssize_t>(name.size()), &plain,
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                                     UTF8PROC_CASEFOLD | UTF8PROC_COMPAT));
  std::string slug;
  for (utf8proc_ssize_t i = 0; i < size; ++i) {
    const char c = static_cast<char>(plain[i]);
    if (absl::ascii_isalnum(c)) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-' && c != '\'') {
      slug += '-';
    }
  }
  std::free(plain);
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "unnamed" : slug;
}

}  // namespace

std::string IdMaker::Make(std::string_view kind, std::string_view name) {
  const std::string first = Concat(kind, "/", Slug(name));
  std::string id = first;
  for (int n = 2; !taken_.insert(id).second; ++n) id = Concat(first, "-", n);
  return id;
}

std::string EntryText(const lexicon::v1::LexiconFile& file) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(file, &text);
  return text;
}

}  // namespace stance::client
