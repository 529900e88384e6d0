#include "service/operations/settings.h"

#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "service/lexicon_files/default_directory.h"
#include "service/machine/processors.h"
#include "service/operations/settings_definition.h"
#include "service/operations/settings_mistakes.h"
#include "service/server/worker_pool.h"

namespace stance {
namespace {

// Makes a flag of each setting.
class FlagMaker final : public SettingVisitor {
 public:
  explicit FlagMaker(CLI::App* app) : app_(*app) {}

  void Text(const std::string& name, const char* type, std::string* value,
            const std::string& help) override {
    Finish(app_.add_option("--" + name, *value, help), name, type)
        ->capture_default_str();
  }

  void List(const std::string& name, const char* type,
            std::vector<std::string>* values,
            const std::string& help) override {
    Finish(app_.add_option("--" + name, *values,
                           help + "; several by commas, or by repeating it"),
           name, type)
        ->delimiter(',')
        ->capture_default_str();
  }

  void Choice(const std::string& name, const char* type,
              const std::vector<std::string>& choices, std::string* value,
              const std::string& help) override {
    Finish(app_.add_option("--" + name, *value, help), name, type)
        ->check(CLI::IsMember(choices))
        ->capture_default_str();
  }

  void Switch(const std::string& name, bool* value,
              const std::string& help) override {
    app_.add_flag("--" + name + ",!--no-" + name, *value, help)
        ->envname(VariableOf(name))
        ->default_str(*value ? "true" : "false");
  }

  void Count(const std::string& name, IntegerRange range, int64_t* value,
             const std::string& help) override {
    Integer(name, "COUNT", range, *value, "", help,
            [value](int64_t given) { *value = given; });
  }

  void Bytes(const std::string& name, IntegerRange range, int64_t* value,
             const std::string& help) override {
    Integer(name, "BYTES", range, *value, " bytes (or with a unit: 2MiB)", help,
            [value](int64_t given) { *value = given; })
        ->transform(CLI::AsSizeValue(false));
  }

  void Seconds(const std::string& name, IntegerRange range,
               std::chrono::seconds* value, const std::string& help) override {
    Integer(name, "SECONDS", range, value->count(), " seconds", help,
            [value](int64_t given) { *value = std::chrono::seconds(given); });
  }

  void Milliseconds(const std::string& name, IntegerRange range,
                    std::chrono::milliseconds* value,
                    const std::string& help) override {
    Integer(
        name, "MILLISECONDS", range, value->count(), " milliseconds", help,
        [value](int64_t given) { *value = std::chrono::milliseconds(given); });
  }

 private:
  static CLI::Option* Finish(CLI::Option* option, const std::string& name,
                             const char* type) {
    return option->envname(VariableOf(name))->type_name(type);
  }

  CLI::Option* Integer(const std::string& name, const char* type,
                       IntegerRange range, int64_t unless_given,
                       const std::string& unit, const std::string& help,
                       const std::function<void(int64_t)>& set) {
    const std::string allowed =
        absl::StrCat(range.least, " to ", range.most, unit);
    return Finish(app_.add_option_function<int64_t>(
                      "--" + name,
                      [=](int64_t given) {
                        if (given < range.least || given > range.most) {
                          throw CLI::ValidationError(
                              "--" + name,
                              absl::StrCat(given, " is not in ", allowed));
                        }
                        set(given);
                      },
                      absl::StrCat(help, "; ", allowed)),
                  name, type)
        ->default_str(absl::StrCat(unless_given));
  }

  CLI::App& app_;
};

// Writes each setting into the log line, with its unit in its name.
class FieldMaker final : public SettingVisitor {
 public:
  explicit FieldMaker(JsonFields* fields) : fields_(*fields) {}

  void Text(const std::string& name, const char*, std::string* value,
            const std::string&) override {
    fields_.Add(Key(name), *value);
  }
  void List(const std::string& name, const char*,
            std::vector<std::string>* values, const std::string&) override {
    fields_.Add(Key(name), *values);
  }
  void Choice(const std::string& name, const char*,
              const std::vector<std::string>&, std::string* value,
              const std::string&) override {
    fields_.Add(Key(name), *value);
  }
  void Switch(const std::string& name, bool* value,
              const std::string&) override {
    fields_.Add(Key(name), *value);
  }
  void Count(const std::string& name, IntegerRange, int64_t* value,
             const std::string&) override {
    fields_.Add(Key(name), static_cast<uint64_t>(*value));
  }
  void Bytes(const std::string& name, IntegerRange range, int64_t* value,
             const std::string& help) override {
    Count(name, range, value, help);
  }
  void Seconds(const std::string& name, IntegerRange,
               std::chrono::seconds* value, const std::string&) override {
    fields_.Add(Key(name) + "_seconds", static_cast<uint64_t>(value->count()));
  }
  void Milliseconds(const std::string& name, IntegerRange,
                    std::chrono::milliseconds* value,
                    const std::string&) override {
    fields_.Add(Key(name) + "_milliseconds",
                static_cast<uint64_t>(value->count()));
  }

 private:
  static std::string Key(std::string name) {
    for (char& c : name) {
      if (c == '-') c = '_';
    }
    return name;
  }

  JsonFields& fields_;
};

}  // namespace

ParsedSettings ParseSettings(int argc, const char* const* argv) {
  ParsedSettings parsed;
  Settings& settings = parsed.settings;
  settings.lexicon = {DefaultLexiconDirectory()};
  settings.workers = DefaultWorkers(AvailableProcessors());
  CLI::App app(
      "stanced: answers over gRPC who supports what and who opposes what in "
      "an English news article.\nLogs JSON lines to the standard output. "
      "SIGTERM and SIGINT stop it cleanly.",
      "stanced");
  FlagMaker flags(&app);
  VisitSettings(&settings, &flags);
  app.add_flag("--check", settings.check,
               "Check the settings and the lexicon, its examples included; "
               "print what is found, listen on nothing, and exit with 0 or, "
               "where the lexicon would not be served, 1");
  app.set_version_flag("--version", "stanced " STANCE_VERSION,
                       "Print the version and exit");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    parsed.exit_code = app.exit(error) == 0 ? 0 : 2;
    return parsed;
  }
  for (const std::string& mistake : SettingMistakes(settings, environ)) {
    std::fprintf(stderr, "stanced: %s\n", mistake.c_str());
    parsed.exit_code = 2;
  }
  return parsed;
}

void AddSettings(const Settings& settings, JsonFields* fields) {
  fields->Add("version", STANCE_VERSION);
  Settings copy = settings;
  FieldMaker maker(fields);
  VisitSettings(&copy, &maker);
}

}  // namespace stance
