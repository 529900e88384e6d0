// The list of all settings, for whoever needs to go through it: the command
// line, the log, the search for variables that do not exist.

#ifndef STANCE_OPERATIONS_SETTINGS_DEFINITION_H_
#define STANCE_OPERATIONS_SETTINGS_DEFINITION_H_

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/operations/settings.h"

namespace stance {

struct IntegerRange {
  int64_t least;
  int64_t most;
};

// Told of each setting in turn. `name` is the flag without its dashes
// ("max-article-bytes"); `help` is a sentence without its range and default,
// which are added where they are shown.
class SettingVisitor {
 public:
  virtual ~SettingVisitor() = default;

  virtual void Text(const std::string& name, const char* type,
                    std::string* value, const std::string& help) = 0;
  // Given several times, or several separated by commas.
  virtual void List(const std::string& name, const char* type,
                    std::vector<std::string>* values,
                    const std::string& help) = 0;
  virtual void Choice(const std::string& name, const char* type,
                      const std::vector<std::string>& choices,
                      std::string* value, const std::string& help) = 0;
  virtual void Switch(const std::string& name, bool* value,
                      const std::string& help) = 0;
  virtual void Count(const std::string& name, IntegerRange range,
                     int64_t* value, const std::string& help) = 0;
  // Also with a unit: "2MiB".
  virtual void Bytes(const std::string& name, IntegerRange range,
                     int64_t* value, const std::string& help) = 0;
  virtual void Seconds(const std::string& name, IntegerRange range,
                       std::chrono::seconds* value,
                       const std::string& help) = 0;
  virtual void Milliseconds(const std::string& name, IntegerRange range,
                            std::chrono::milliseconds* value,
                            const std::string& help) = 0;
};

// Tells `visitor` of every setting but --check, with where it is in `settings`.
void VisitSettings(Settings* settings, SettingVisitor* visitor);

// "max-article-bytes" -> "STANCE_MAX_ARTICLE_BYTES".
std::string VariableOf(std::string_view name);

}  // namespace stance

#endif  // STANCE_OPERATIONS_SETTINGS_DEFINITION_H_
