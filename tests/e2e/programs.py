"""What the end-to-end tests share: a running stanced, and where the tools are."""

import contextlib
import json
import os
import pathlib
import signal
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUF = ROOT / ".cache/tools/node_modules/.bin/buf"
SKIPPED = 77


def start_stanced(*flags, event="listening", environment=None):
    """A stanced on a free loopback port, with more in its environment, and the address that `event` of its log names."""
    server = subprocess.Popen(
        [os.environ["STANCED"], "--listen", "127.0.0.1:0", *flags], stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, **(environment or {})},
    )
    for line in server.stdout:
        entry = json.loads(line)
        if entry.get("event") == event:
            address = entry["address"]
        elif entry.get("event") == "serving":
            return server, address
    raise SystemExit("stanced ended before it served")


@contextlib.contextmanager
def running_stanced(*flags, event="listening", environment=None):
    """As start_stanced; yields the address, stops it by SIGTERM and checks its exit code."""
    server, address = start_stanced(*flags, event=event, environment=environment)
    try:
        yield address
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)
        if server.returncode != 0:
            raise SystemExit(f"stanced ended with {server.returncode} on SIGTERM")
    finally:
        if server.poll() is None:
            server.kill()
