// What an output can show.

#ifndef STANCE_CLIENT_TABLE_TERMINAL_H_
#define STANCE_CLIENT_TABLE_TERMINAL_H_

#include <cstddef>

namespace stance::client {

struct Terminal {
  size_t width = 100;   // columns; 100 where it is no terminal
  bool colour = false;  // a terminal, NO_COLOR unset or empty, TERM not "dumb"
};

// Looks at a file descriptor (1 for standard output) and the environment.
Terminal ExamineTerminal(int descriptor);

// Whether a line of it can be written over: a terminal, TERM not "dumb".
bool CanRedraw(int descriptor);

}  // namespace stance::client

#endif  // STANCE_CLIENT_TABLE_TERMINAL_H_
