"""Without a cluster: the systemd unit is understood and as confined as it says; compose.yaml names files that are there and settings
that stanced has; the configurations of nginx, haproxy and Prometheus are what those programs accept. What is not installed is
passed over, and said.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml
from programs import ROOT

COMPOSE = ROOT / "deploy/compose"
# systemd's measure, tenths: 0 is a program that can do nothing, 100 one of root's.
EXPOSURE = 15


def run(program, *arguments, **options):
    """What it said, where it failed."""
    if not shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin"):
        print(f"{program} is not here: passed over")
        return
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=60,
                          env=dict(os.environ, PATH=os.environ["PATH"] + ":/usr/sbin"), **options)
    said = done.stdout + done.stderr
    if done.returncode != 0:
        yield f"{program} {arguments[0]}: exit code {done.returncode}\n{said}"


def check_unit(folder):
    text = (ROOT / "deploy/systemd/stanced.service").read_text()
    unit = folder / "stanced.service"
    unit.write_text(text.replace("ExecStart=stanced", f"ExecStart={os.environ['STANCED']}"))
    yield from run("systemd-analyze", "verify", "--man=false", unit)
    yield from run("systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}", unit)
    settings = dict(line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#"))
    if int(settings["TimeoutStopSec"]) < 1 + 10 + 5:
        yield "the unit is killed before it has drained"


def check_compose():
    compose = yaml.safe_load((COMPOSE / "compose.yaml").read_text())
    flags = set(re.findall(r"--[a-z-]+", subprocess.run(
        [os.environ["STANCED"], "--help"], capture_output=True, text=True, check=True).stdout))
    for name, service in compose["services"].items():
        image = service["image"]
        if not image.startswith("localhost/") and not re.search(r":v?\d+\.\d+", image):
            yield f"compose.yaml: {name}: {image} is not pinned to a version"
        for volume in service.get("volumes", []):
            source, _, how = volume.split(":")
            if how != "ro" or not (COMPOSE / source).is_file():
                yield f"compose.yaml: {name}: {source} is not there, or may be written"
        for port in service.get("ports", []):
            if not port.startswith("127.0.0.1:"):
                yield f"compose.yaml: {name}: port {port} is open to all"
        for dependency in service.get("depends_on", {}):
            if dependency not in compose["services"]:
                yield f"compose.yaml: {name}: depends on {dependency}, which is not there"
        if name == "stanced":
            unknown = {v for v in service["environment"] if f"--{v[7:].replace('_', '-').lower()}" not in flags}
            if unknown:
                yield f"compose.yaml: stanced does not know {unknown}"


def check_configurations(folder):
    # The names in them are of other containers: here all are this machine.
    for name in ("nginx.conf", "haproxy.cfg"):
        text = (COMPOSE / name).read_text().replace("stanced:50051", "127.0.0.1:50051")
        (folder / name).write_text(text)
    yield from run("nginx", "-t", "-q", "-e", "stderr", "-c", folder / "nginx.conf")
    yield from run("haproxy", "-c", "-f", folder / "haproxy.cfg")
    shutil.copy(ROOT / "deploy/monitoring/alerts.yaml", folder)
    shutil.copy(COMPOSE / "prometheus.yaml", folder)
    yield from run("promtool", "check", "config", folder / "prometheus.yaml")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        problems = [*check_unit(folder), *check_compose(), *check_configurations(folder)]
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
