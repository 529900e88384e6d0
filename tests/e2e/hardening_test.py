"""The programs are built as cmake/stance_options.cmake says: what the linker wrote is read back."""

import os
import pathlib
import subprocess
import sys

# What is looked at with readelf, what must be in it, for whom that is.
ROWS = [
    ("position independent", ["-h"], ["DYN (Position-Independent Executable file)"]),
    ("tables of addresses are read-only, and filled at start", ["-l", "-d"], ["GNU_RELRO", "BIND_NOW"]),
    ("the stack is not executable", ["-l"], ["GNU_STACK"]),
    ("checks of the stack", ["--dyn-syms"], ["__stack_chk_fail"]),
    ("checks of buffers", ["--dyn-syms"], ["_chk@"]),
]
# Of each thread's stack; those of the library that serves metrics have 100 KiB.
MAX_THREAD_LOCAL_BYTES = 16 << 10


def readelf(*arguments):
    return subprocess.run(["readelf", "-W", *arguments], capture_output=True, text=True, check=True).stdout


def thread_local_bytes(program):
    segments = [line.split() for line in readelf("-l", program).splitlines()]
    return sum(int(words[5], 16) for words in segments if words[:1] == ["TLS"])


def main():
    failures = 0
    of_the_image = pathlib.Path(os.environ["STANCED"]).parents[1] / "deploy/image/stance_programs"
    for program in (os.environ["STANCED"], os.environ["STANCECTL"], of_the_image):
        if thread_local_bytes(program) > MAX_THREAD_LOCAL_BYTES:
            failures += 1
            print(f"{program}: {thread_local_bytes(program)} bytes of thread-local storage")
        for name, options, wanted in ROWS:
            printed = readelf(*options, program)
            missing = [text for text in wanted if text not in printed]
            if any("GNU_STACK" in line and "E" in line.split()[-2] for line in printed.splitlines()):
                missing.append("a stack that is not executable")
            if missing:
                failures += 1
                print(f"{program}: {name}: not found: {missing}")
    return 1 if failures else 0


sys.exit(main())
