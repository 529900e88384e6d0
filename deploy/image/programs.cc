// stanced and stancectl as one program with two names: in the image, what both
// are made of is there once.

#include <string_view>

#include "client/run.h"
#include "service/operations/run.h"

int main(int argc, char** argv) {
  const std::string_view called = argc > 0 ? argv[0] : "";
  const std::string_view name = called.substr(called.rfind('/') + 1);
  return name == "stancectl" ? stance::client::RunStancectl(argc, argv)
                             : stance::RunStanced(argc, argv);
}
