// fuzz_write_seeds TARGET DIR: writes a target's seeds into a directory, a file
// each, as libFuzzer takes them.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "tests/fuzz/seeds.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: fuzz_write_seeds TARGET DIR\n");
    return 2;
  }
  const std::filesystem::path directory = argv[2];
  std::filesystem::create_directories(directory);
  for (const stance::FuzzTarget& target : stance::FuzzTargets()) {
    if (std::string_view(target.name) != argv[1]) continue;
    int number = 0;
    for (const std::string& seed : target.seeds()) {
      std::ofstream(directory / ("seed" + std::to_string(number++)),
                    std::ios::binary)
          << seed;
    }
    return 0;
  }
  std::fprintf(stderr, "fuzz_write_seeds: no target %s\n", argv[1]);
  return 2;
}
