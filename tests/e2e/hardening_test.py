"""The programs are built as cmake/stance_options.cmake says: what the linker wrote is read back."""

import os
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


def main():
    failures = 0
    for program in (os.environ["STANCED"], os.environ["STANCECTL"]):
        for name, options, wanted in ROWS:
            printed = subprocess.run(
                ["readelf", "-W", *options, program], capture_output=True, text=True, check=True
            ).stdout
            missing = [text for text in wanted if text not in printed]
            if any("GNU_STACK" in line and "E" in line.split()[-2] for line in printed.splitlines()):
                missing.append("a stack that is not executable")
            if missing:
                failures += 1
                print(f"{program}: {name}: not found: {missing}")
    return 1 if failures else 0


sys.exit(main())
