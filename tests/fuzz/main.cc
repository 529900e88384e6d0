// libFuzzer's entry to the target STANCE_FUZZ_TARGET, a function of targets.h.

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/in_time.h"
#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  stance::STANCE_FUZZ_TARGET("");  // loads what it keeps
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string complaint = stance::RunInTime(
      stance::STANCE_FUZZ_TARGET, {reinterpret_cast<const char*>(data), size});
  if (!complaint.empty()) {
    std::fprintf(stderr, "complaint: %s\n", complaint.c_str());
    std::abort();
  }
  return 0;
}
