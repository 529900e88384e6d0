#include "client/terminal_flags.h"

#include <unistd.h>

#include <CLI/CLI.hpp>

namespace stance::client {

void TerminalFlags::AddTo(CLI::App* command) {
  command
      ->add_option("--color", colour_,
                   "auto: on a terminal, unless NO_COLOR is set or TERM is "
                   "dumb; always; never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str()
      ->group("Looks");
  command
      ->add_option("--width", width_,
                   "Columns of the output (default: the terminal's, 100 "
                   "where there is none)")
      ->check(CLI::Range(20, 1000))
      ->group("Looks");
}

Terminal TerminalFlags::Output() const {
  Terminal out = ExamineTerminal(STDOUT_FILENO);
  if (colour_ != "auto") out.colour = colour_ == "always";
  if (width_ > 0) out.width = width_;
  return out;
}

}  // namespace stance::client
