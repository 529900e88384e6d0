// stancectl: see client/run.h.

#include "client/run.h"

int main(int argc, char** argv) {
  return stance::client::RunStancectl(argc, argv);
}
