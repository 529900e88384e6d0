"""What stancectl prints on a terminal and what in a pipe: colours, widths, NO_COLOR."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios

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


def printed(command, columns, environment):
    if not columns:
        return subprocess.run(command, input=TEXT.encode(), stdout=subprocess.PIPE, env=environment, check=True, timeout=30).stdout
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=follower, env=environment)
    os.close(follower)
    process.stdin.write(TEXT.encode())
    process.stdin.close()
    out = b""
    try:
        while chunk := os.read(leader, 4096):
            out += chunk
    except OSError:  # how a terminal ends
        pass
    assert process.wait(timeout=30) == 0
    return out


def main():
    failures = 0
    for name, columns, extra, flags, coloured, widest in ROWS:
        environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | extra
        command = [STANCECTL, "classify", "--embedded", "--date=2026-03-04", *flags, "-"]
        out = printed(command, columns, environment)
        lines = [ESCAPE.sub(b"", line).decode() for line in out.replace(b"\r", b"").splitlines()]
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
