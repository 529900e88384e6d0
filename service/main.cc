// stanced: see service/operations/run.h.

#include "service/operations/run.h"

int main(int argc, char** argv) { return stance::RunStanced(argc, argv); }
