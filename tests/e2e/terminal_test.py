"""What stancectl prints on a terminal and what in a pipe: colours, widths, NO_COLOR, the drawings of explain, the bar of batch."""

import fcntl
import json
import os
import pathlib
import pty
import re
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

STANCECTL = os.environ["STANCECTL"]
TEXT = "Germany and Denmark backed a European Commission proposal to close part of the Baltic Sea to herring trawlers.\n"
ESCAPE = re.compile(rb"\x1b\[[0-9;]*m")

# name, columns (0: a pipe), environment, flags, coloured?, widest line
ROWS = [
    ("a wide terminal", 120, {"TERM": "xterm"}, [], True, 120),
    ("a narrow one", 64, {"TERM": "xterm"}, [], True, 64),
    ("too narrow for a table", 40, {"TERM": "xterm"}, [], True, 40),
    ("NO_COLOR", 80, {"TERM": "xterm", "NO_COLOR": "1"}, [], False, 80),
    ("NO_COLOR, empty, is not set", 80, {"TERM": "xterm", "NO_COLOR": ""}, [], True, 80),
    ("a dumb terminal", 80, {"TERM": "dumb"}, [], False, 80),
    ("a pipe", 0, {"TERM": "xterm"}, [], False, 100),
    ("a pipe, colour asked for", 0, {"TERM": "xterm"}, ["--color=always", "--width=50"], True, 50),
    ("a terminal, no colour asked for", 80, {"TERM": "xterm"}, ["--color=never"], False, 80),
]


def read_all(leader):
    out = b""
    try:
        while chunk := os.read(leader, 4096):
            out += chunk
    except OSError:  # how a terminal ends
        pass
    return out


def printed(command, columns, environment):
    if not columns:
        return subprocess.run(command, input=TEXT.encode(), stdout=subprocess.PIPE, env=environment, check=True, timeout=30).stdout
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=follower, env=environment)
    os.close(follower)
    process.stdin.write(TEXT.encode())
    process.stdin.close()
    out = read_all(leader)
    assert process.wait(timeout=30) == 0
    return out


def plain(out):
    return [ESCAPE.sub(b"", line).decode() for line in out.replace(b"\r", b"").splitlines()]


def check_explain():
    """The drawing stands under its words on each line, and steps that are wrapped hang behind their numbers."""
    out = printed([STANCECTL, "explain", "--embedded", "-"], 48, os.environ | {"TERM": "xterm"})
    assert ESCAPE.search(out), out
    lines = plain(out)
    assert max(map(len, lines)) <= 48, lines
    cue = next(line for line in lines if line.endswith(" cue"))
    words = lines[next(i for i, line in enumerate(lines) if "backed" in line and i > 0)]
    assert words[cue.index("^"):cue.rindex("^") + 1] == "backed", (words, cue)
    steps = lines[next(i for i, line in enumerate(lines) if line.startswith("  1. ")):]
    behind = [line for line in steps[:steps.index("")] if not re.match(r"  \d+\. ", line)]
    assert behind and all(re.match(r"     \S", line) for line in behind), steps


def check_bar():
    """A bar is drawn on a terminal, and none on a dumb one."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "in.jsonl"
        path.write_text("".join(json.dumps({"id": str(i), "text": TEXT * 20}) + "\n" for i in range(20000)))
        for term in ("xterm", "dumb"):
            leader, follower = pty.openpty()
            output = pathlib.Path(folder) / term
            process = subprocess.Popen([STANCECTL, "batch", "--embedded", "--input", path, "--output", output],
                                       stderr=follower, env=os.environ | {"TERM": term})
            os.close(follower)
            while not output.exists() or output.stat().st_size == 0:
                time.sleep(0.01)
            time.sleep(0.5)  # more than a bar takes to be drawn
            process.send_signal(signal.SIGINT)
            out = read_all(leader).decode()
            assert process.wait(timeout=30) == 130, (term, process.returncode, out)
            assert ("\x1b[K" in out) == (term == "xterm"), (term, out)
            said = re.sub(r"[^\n]*\r(?!\n)", "", out)
            assert re.search(r"stancectl: interrupted after \d+ articles; go on with --resume\r\n$", said), (term, out)


def main():
    check_explain()
    check_bar()
    failures = 0
    for name, columns, extra, flags, coloured, widest in ROWS:
        environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | extra
        command = [STANCECTL, "classify", "--embedded", "--date=2026-03-04", *flags, "-"]
        out = printed(command, columns, environment)
        lines = plain(out)
        longest = max(map(len, lines))
        # Where there is no colour the cue stands between marks.
        wrong = [
            what for what, is_so in (
                ("colour", bool(ESCAPE.search(out)) != coloured),
                ("marks", ("«backed»" in "\n".join(lines)) == coloured),
                ("width", longest > widest),
                ("room not used", longest < widest - 30),
            ) if is_so
        ]
        if wrong:
            failures += 1
            print(f"{name}: {', '.join(wrong)}; longest line {longest}\n{out.decode()}")
    return 1 if failures else 0


sys.exit(main())
