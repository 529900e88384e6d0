#include "service/operations/json_fields.h"

#include "service/engine/text/utf8.h"

namespace stance {

void JsonFields::Add(std::string_view name, std::string_view value) {
  AddName(name);
  AddString(value);
}

void JsonFields::Add(std::string_view name, const char* value) {
  Add(name, std::string_view(value));
}

void JsonFields::Add(std::string_view name,
                     const std::vector<std::string>& values) {
  AddName(name);
  text_ += '[';
  for (size_t i = 0; i < values.size(); ++i) {
    if (i != 0) text_ += ',';
    AddString(values[i]);
  }
  text_ += ']';
}

void JsonFields::Add(std::string_view name, uint64_t value) {
  AddName(name);
  text_ += std::to_string(value);
}

void JsonFields::Add(std::string_view name, bool value) {
  AddName(name);
  text_ += value ? "true" : "false";
}

void JsonFields::AddName(std::string_view name) {
  if (!text_.empty()) text_ += ',';
  AddString(name);
  text_ += ':';
}

void JsonFields::AddString(std::string_view value) {
  constexpr char kHex[] = "0123456789abcdef";
  const bool utf8 = !FirstInvalidUtf8(value);
  text_ += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (byte >= 0x80 && !utf8) {
      text_ += "\\ufffd";
    } else if (byte < 0x20 || byte == 0x7F) {
      text_ += "\\u00";
      text_ += kHex[byte >> 4];
      text_ += kHex[byte & 15];
    } else {
      text_ += c;
    }
  }
  text_ += '"';
}

}  // namespace stance
