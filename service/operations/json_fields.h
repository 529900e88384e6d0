// The fields of one flat JSON object, for log lines.
//
//   JsonFields fields;
//   fields.Add("method", "/a.B/C");
//   fields.Add("bytes", uint64_t{3});
//   fields.text()   // "method":"/a.B/C","bytes":3

#ifndef STANCE_OPERATIONS_JSON_FIELDS_H_
#define STANCE_OPERATIONS_JSON_FIELDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stance {

class JsonFields {
 public:
  // A string that is not UTF-8 is written with U+FFFD for each byte that is
  // not ASCII.
  void Add(std::string_view name, std::string_view value);
  void Add(std::string_view name, const char* value);
  void Add(std::string_view name, const std::vector<std::string>& values);
  void Add(std::string_view name, uint64_t value);
  void Add(std::string_view name, bool value);

  const std::string& text() const { return text_; }

 private:
  void AddName(std::string_view name);
  void AddString(std::string_view value);

  std::string text_;
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_JSON_FIELDS_H_
