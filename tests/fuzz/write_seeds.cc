// fuzz_write_seeds TARGET DIR LONGEST: writes a target's seeds into a
// directory, a file each, as libFuzzer takes them; without those of more than
// LONGEST bytes. (What libFuzzer makes of seeds is at first as long as the
// longest, and longer when short inputs have nothing new to tell.)

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "tests/fuzz/seeds.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: fuzz_write_seeds TARGET DIR LONGEST\n");
    return 2;
  }
  const std::filesystem::path directory = argv[2];
  const size_t longest = std::strtoul(argv[3], nullptr, 10);
  std::filesystem::create_directories(directory);
  for (const stance::FuzzTarget& target : stance::FuzzTargets()) {
    if (std::string_view(target.name) != argv[1]) continue;
    int number = 0;
    for (const std::string& seed : target.seeds()) {
      if (seed.size() > longest) continue;
      std::ofstream(directory / ("seed" + std::to_string(number++)),
                    std::ios::binary)
          << seed;
    }
    return 0;
  }
  std::fprintf(stderr, "fuzz_write_seeds: no target %s\n", argv[1]);
  return 2;
}
