"""Runs the README's console blocks as they are written: each "$ command" must print the lines that follow it.

A stanced serves on a free port for the length of the test; "localhost:50051" in a command stands for it. A line "…" in the
README stands for any lines. `readme_test.py --write` writes what the commands print into the README.
"""

import os
import pathlib
import re
import subprocess
import sys

from programs import BUF, ROOT, SKIPPED, running_stanced

README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.S | re.M)


def commands(block):
    """(command, expected output) pairs of one block; a command goes on over lines that end in a backslash, && or |."""
    pairs, lines = [], block.splitlines()
    while lines:
        line = lines.pop(0)
        assert line.startswith("$ "), f"a console block begins with a command, not with: {line}"
        command = line[2:]
        while command.endswith(("\\", "&&", "|")):
            command += "\n" + lines.pop(0)
        expected = []
        while lines and not lines[0].startswith("$ "):
            expected.append(lines.pop(0))
        pairs.append((command, expected))
    return pairs


def run(command, address):
    programs = [pathlib.Path(os.environ[name]).parent for name in ("STANCED", "STANCECTL")]
    env = dict(os.environ, PATH=os.pathsep.join([*map(str, programs), str(BUF.parent), os.environ["PATH"]]))
    env.pop("STANCE_EVAL_DIR", None)
    done = subprocess.run(
        ["bash", "-c", command.replace("localhost:50051", address)],
        capture_output=True, text=True, cwd=ROOT, env=env, timeout=100,
    )
    return done.returncode, (done.stdout + done.stderr).replace(address, "localhost:50051").splitlines()


def matches(expected, printed):
    pattern = "\n".join(".*" if line.strip() == "…" else re.escape(line) for line in expected)
    return re.fullmatch(pattern, "\n".join(printed), re.S) is not None


def main(write):
    if not BUF.exists():
        print("buf is not there (./dev setup installs it): skipped")
        return SKIPPED
    text, failures, count = README.read_text(), 0, 0
    with running_stanced() as address:
        for block in BLOCK.findall(text):
            rewritten = ""
            for command, expected in commands(block):
                count += 1
                code, printed = run(command, address)
                if "…" in [line.strip() for line in expected] and matches(expected, printed):
                    printed_for_readme = expected
                else:
                    printed_for_readme = printed
                rewritten += "".join(f"{line}\n" for line in [f"$ {command}", *printed_for_readme])
                if write or (code == 0 and matches(expected, printed)):
                    continue
                failures += 1
                print(f"$ {command}\nexit code {code}; printed:\n" + "\n".join(printed))
            if write:
                text = text.replace(block, rewritten, 1)
    if write:
        README.write_text(text)
    if count == 0:
        print("README.md holds no console block")
        return 1
    return 1 if failures else 0


sys.exit(main("--write" in sys.argv[1:]))
