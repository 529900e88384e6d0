"""Containers of the lab: podman, one network, and what they say of themselves. Everything is removed at the end."""

import contextlib
import datetime
import json
import os
import pathlib
import re
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
IMAGE = os.environ.get("STANCE_IMAGE", "localhost/stance")
TOOLS_IMAGE = "debian:bookworm-slim"
NETWORK = "stance-lab"
SUBNET = "10.89.77.0/24"
PATIENCE = 30
# What its names are answered from.
NAMES = pathlib.Path("/run/containers/networks/aardvark-dns") / NETWORK

# As the base of deploy/kubernetes sets it up, but for the drain's times: a lab need not wait for endpoints.
CONFINED = ["--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--memory", "512m", "--cpus", "2",
            "--user", "65532:65532"]
SETTINGS = {
    "STANCE_LISTEN": "0.0.0.0:50051", "STANCE_ADMIN_ADDRESS": "0.0.0.0:50052", "STANCE_METRICS_ADDRESS": "0.0.0.0:9464",
    "STANCE_WORKERS": "0", "STANCE_MAX_IN_FLIGHT_BYTES": "67108864", "STANCE_DRAIN_DELAY": "2", "STANCE_DRAIN_TIMEOUT": "10",
    "STANCE_LOG_LEVEL": "warning",
}


def podman(*arguments, check=True, timeout=600):
    done = subprocess.run(["podman", *map(str, arguments)], capture_output=True, text=True, timeout=timeout)
    if check and done.returncode != 0:
        raise RuntimeError(f"podman {' '.join(map(str, arguments))}: {done.stderr}")
    return done


def wait_for(what, holds):
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            raise RuntimeError(f"{what}: not within {PATIENCE} s")
        time.sleep(0.1)


class Container:
    """One that runs; the name is podman's too."""

    def __init__(self, name, *arguments, image=IMAGE, command=(), flags=CONFINED):
        self.name = name
        podman("run", "--detach", "--name", name, "--network", NETWORK, *flags, *arguments, image, *command)

    def inspect(self):
        return json.loads(podman("inspect", self.name).stdout)[0]

    @property
    def address(self):
        return self.inspect()["NetworkSettings"]["Networks"][NETWORK]["IPAddress"]

    def process(self):
        """The fields of /proc/PID/status."""
        text = pathlib.Path(f"/proc/{self.inspect()['State']['Pid']}/status").read_text()
        return dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)

    def logs(self):
        done = podman("logs", self.name)
        return done.stdout + done.stderr

    def stop(self, seconds=20):
        """SIGTERM; how long it took, and the exit code."""
        begin = time.monotonic()
        podman("stop", "--time", seconds, self.name)
        return time.monotonic() - begin, self.inspect()["State"]["ExitCode"]

    def kill(self):
        podman("kill", "--signal", "KILL", self.name)

    def remove(self):
        podman("rm", "--force", "--time", "0", self.name, check=False)


class Stanced(Container):
    """A replica, known by its name and by `alias`, as those behind one headless Service."""

    def __init__(self, name, *arguments, alias="stanced", settings=None, command=()):
        environment = [part for key, value in {**SETTINGS, **(settings or {})}.items() for part in ("--env", f"{key}={value}")]
        super().__init__(name, "--network-alias", alias, *environment, *arguments, command=command)
        self.wait_until_serving()

    def wait_until_serving(self):
        self.ip = self.address
        wait_for(f"{self.name} serves", lambda: self.metric("stance_serving", missing=0) == 1)

    def metric(self, name, missing=None, **labels):
        """The sum of a metric over all series that have these labels."""
        try:
            text = urllib.request.urlopen(f"http://{self.ip}:9464/metrics", timeout=5).read().decode()
        except OSError:
            if missing is None:
                raise
            return missing
        total = 0.0
        for line in text.splitlines():
            found = re.match(rf"{name}(\{{.*\}})? (\S+)$", line)
            if found and all(f'{key}="{value}"' in (found[1] or "") for key, value in labels.items()):
                total += float(found[2])
        return total

    def answered(self):
        return self.metric("stance_articles_total", outcome="answered")


def stancectl(*arguments, check=True, flags=()):
    """From a container of its own."""
    return podman("run", "--rm", "--network", NETWORK, *CONFINED, *flags, "--entrypoint", "/usr/bin/stancectl", IMAGE, *arguments,
                  check=check)


def tool(name, *command, flags=()):
    """A container with this machine's programs in it: what the lab needs beside the image."""
    mounts = [f"--volume={path}:{path}:ro" for path in ("/usr", "/etc/ssl", str(ROOT)) if pathlib.Path(path).exists()]
    return Container(name, *mounts, *flags, image=TOOLS_IMAGE, command=command, flags=())


class Crowd:
    """tests/chaos/crowd_main.cc in a container: callers that ask without a pause."""

    def __init__(self, server, calls, callers=8, name="crowd"):
        self.container = tool(name, str(ROOT / "build/release/tests/chaos/crowd"), "--server", server, "--calls", str(calls),
                              "--callers", str(callers))

    def is_running(self):
        return self.container.inspect()["State"]["Running"]

    def result(self, timeout=600):
        podman("wait", self.container.name, timeout=timeout)
        said = self.container.logs()
        self.container.remove()
        for line in said.splitlines():
            if line.startswith('{"answered"'):
                return json.loads(line)
        raise RuntimeError(f"crowd: {said}")


def milliseconds_until_serving(container):
    """From the start of the process to the log line "serving"."""
    started = datetime.datetime.fromisoformat(re.sub(r"(\.\d{6})\d*", r"\1", container.inspect()["State"]["StartedAt"]))
    for line in container.logs().splitlines():
        entry = json.loads(line)
        if entry.get("event") == "serving":
            served = datetime.datetime.fromisoformat(entry["time"].replace("Z", "+00:00"))
            return (served - started).total_seconds() * 1000
    raise RuntimeError("it never served")


def clean():
    listing = ["ps", "--all", "--quiet", "--filter", f"network={NETWORK}"]
    # Of a lab that was killed podman cannot find the network again, and lists nothing while such a container is there.
    while lost := re.search(r"Error: joining network namespace of container (\w+)", podman(*listing, check=False).stderr):
        podman("rm", "--force", "--time", "0", lost[1])
    names = podman(*listing).stdout.split()
    if names:
        podman("rm", "--force", "--time", "0", *names, check=False)


def remove_bridge():
    """Which a lab that was killed has left on the machine."""
    links = json.loads(subprocess.run(["ip", "-json", "address"], capture_output=True, check=True, text=True).stdout)
    for link in links:
        if any(address.get("local") == SUBNET.replace("0/24", "1") for address in link["addr_info"]):
            subprocess.run(["ip", "link", "delete", link["ifname"]], check=True)


@contextlib.contextmanager
def network():
    clean()  # what a lab that was interrupted has left
    podman("network", "rm", "--force", NETWORK, check=False)
    remove_bridge()
    # podman 4.3 forgets to strike out containers that were stopped and started: a name would have their addresses twice.
    NAMES.unlink(missing_ok=True)
    podman("network", "create", "--subnet", SUBNET, NETWORK)
    try:
        yield
    finally:
        clean()
        podman("network", "rm", "--force", NETWORK, check=False)
