# Options, warnings, hardening, ccache: what every target shares.

option(STANCE_BUILD_TESTS "Build the tests and benchmarks" ON)
# The engine, its lexicon loader and their tests only; needs no gRPC. For
# sanitizers that Debian's gRPC is not instrumented for.
option(STANCE_ENGINE_ONLY "Build the engine without the service" OFF)
option(STANCE_BUILD_FUZZERS "Build the libFuzzer programs of tests/fuzz; needs clang" OFF)
option(STANCE_BUILD_CLIENT "Build stancectl, and what is tested and measured through it" ON)
option(STANCE_UNITY "Compile the sources of a target at once: a build from nothing takes half as long" OFF)
set(STANCE_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them: address,undefined or thread")

if(STANCE_UNITY)
  # The headers of gRPC, protobuf and CLI11 take longer to read than our sources.
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 0)
endif()

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(STANCE_CCACHE ccache)
if(STANCE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${STANCE_CCACHE})
endif()

add_library(stance_warnings INTERFACE)
target_compile_options(stance_warnings INTERFACE -Wall -Wextra -Wshadow -Wno-unused-parameter
                                                 -Wno-missing-field-initializers)
# g++ 12 takes the union inside absl::InlinedVector for uninitialised where one is moved; clang's warning stays.
target_compile_options(stance_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
# It also sees copies of impossible sizes where strings are put together (gcc.gnu.org/PR105329).
target_compile_options(stance_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

# What no program calls is left out of it.
add_compile_options("$<$<CONFIG:Release>:-ffunction-sections;-fdata-sections>")
add_link_options("$<$<CONFIG:Release>:-Wl,--gc-sections>")

# Tables of addresses to be relocated, as bits: a thirtieth of their size. From glibc 2.36 and binutils 2.38 on.
include(CheckLinkerFlag)
check_linker_flag(CXX -Wl,-z,pack-relative-relocs STANCE_PACKS_RELOCATIONS)
if(STANCE_PACKS_RELOCATIONS)
  add_link_options(-Wl,-z,pack-relative-relocs)
endif()

# What runs once a start or once a command: small before fast.
set(STANCE_SMALL "$<$<CONFIG:Release>:-Os>")
add_library(stance_small INTERFACE)
target_compile_options(stance_small INTERFACE ${STANCE_SMALL})

# What makes a hole harder to use, should there be one: addresses that cannot be guessed, tables of addresses that cannot
# be written, checks of the stack and of buffers, returns and jumps only where the compiler put them. Looked after by
# tests/e2e/hardening_test.py. Sanitizers have checks of their own.
if(NOT STANCE_SANITIZE)
  add_compile_options(-fPIE -fstack-protector-strong)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|i.86")
    add_compile_options(-fcf-protection=full)
  endif()
  # Needs optimisation.
  add_compile_options("$<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>")
  add_link_options(-pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
endif()

if(STANCE_SANITIZE)
  add_compile_options(-fsanitize=${STANCE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${STANCE_SANITIZE})
endif()

if(STANCE_BUILD_FUZZERS)
  # Coverage for libFuzzer, which the fuzzers link. Without the operands of comparisons: words are compared by number, and the
  # dictionaries have the words.
  add_compile_options(-fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
