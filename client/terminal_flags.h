// The flags that say what the terminal can show: --color, --width.

#ifndef STANCE_CLIENT_TERMINAL_FLAGS_H_
#define STANCE_CLIENT_TERMINAL_FLAGS_H_

#include <CLI/App.hpp>
#include <string>

#include "client/table/terminal.h"

namespace stance::client {

class TerminalFlags {
 public:
  // Adds the flags to a command. The object must outlive the parsing.
  void AddTo(CLI::App* command);

  // Standard output, as it is and as the flags say.
  Terminal Output() const;

 private:
  std::string colour_ = "auto";
  size_t width_ = 0;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_TERMINAL_FLAGS_H_
