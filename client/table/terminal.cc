#include "client/table/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace stance::client {
namespace {

constexpr size_t kNarrowest = 20;

std::string_view Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

Terminal ExamineTerminal(int descriptor) {
  Terminal out;
  if (isatty(descriptor) == 0) return out;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    out.width = std::max<size_t>(size.ws_col, kNarrowest);
  }
  out.colour = Environment("NO_COLOR").empty() && Environment("TERM") != "dumb";
  return out;
}

bool CanRedraw(int descriptor) {
  return isatty(descriptor) != 0 && Environment("TERM") != "dumb";
}

}  // namespace stance::client
