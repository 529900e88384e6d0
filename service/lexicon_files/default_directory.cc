#include "service/lexicon_files/default_directory.h"

#include <filesystem>
#include <system_error>

namespace stance {

std::string DefaultLexiconDirectory() {
  std::error_code error;
  const std::filesystem::path program =
      std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const std::filesystem::path installed =
        (program.parent_path() / "../share/stance/lexicon/en")
            .lexically_normal();
    if (std::filesystem::is_directory(installed, error)) return installed;
  }
  for (const char* directory :
       {STANCE_SOURCE_LEXICON, STANCE_INSTALLED_LEXICON}) {
    if (std::filesystem::is_directory(directory, error)) return directory;
  }
  return STANCE_INSTALLED_LEXICON;
}

}  // namespace stance
