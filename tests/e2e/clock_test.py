"""The clock of a server's machine jumps by a year, forwards and backwards, while it is called: it goes on answering. (Debian's
faketime makes the clock; without it the test is skipped.)
"""

import glob
import os
import pathlib
import subprocess
import sys
import tempfile

from programs import SKIPPED, running_stanced

LIBRARY = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")


def main():
    if not LIBRARY:
        print("faketime is not there (./dev setup installs it): skipped")
        return SKIPPED
    problems = []
    with tempfile.TemporaryDirectory() as directory:
        clock = pathlib.Path(directory, "clock")
        clock.write_text("+0d\n")
        article = pathlib.Path(directory, "articles.jsonl")
        article.write_text('{"text": "Peru condemned the raid."}\n')
        # Only what tells the time of day jumps: no clock that counts does.
        environment = {"LD_PRELOAD": LIBRARY[0], "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1",
                       "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_DONT_RESET": "1"}
        with running_stanced("--drain-delay", "0", environment=environment) as address:
            for jump in ("+0d", "+400d", "-400d", "+1d", "+0d"):
                clock.write_text(f"{jump}\n")
                done = subprocess.run(
                    [os.environ["STANCECTL"], "load", "--server", address, "--input", str(article), "--count", "300",
                     "--warm-up", "0s", "--concurrency", "4", "--timeout", "20s"],
                    capture_output=True, text=True, timeout=100)
                if done.returncode != 0:
                    problems.append(f"after a jump of {jump}: {done.stdout}{done.stderr}")
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
