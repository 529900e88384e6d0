"""What can be said of the image without building it: its program is both programs; the Containerfile keeps each rule of
containerfile_lint.py and installs what ./dev setup does; check.py finds each thing that it is to find; YAML files look as they should.
"""

import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

from containerfile_lint import RULES, wrong_with_containerfile
from programs import ROOT

sys.path.insert(0, str(ROOT / "deploy/image"))
import check  # noqa: E402

CONTAINERFILE = ROOT / "deploy/image/Containerfile"
BAD = """FROM debian
MAINTAINER me
NONSENSE
ENV PASSWORD=x
RUN apt-get update && sudo apt-get install curl
RUN apt-get install wget && wget example.org
ADD . /src
COPY . /src
WORKDIR src
FROM debian:latest
RUN true
ENTRYPOINT stanced
"""
CONFIG = {
    "config": {
        "User": "65532:65532", "Entrypoint": ["/usr/bin/stanced"], "Env": ["PATH=/usr/bin"],
        "Labels": {f"org.opencontainers.image.{label}": "x" for label in check.LABELS},
        "Healthcheck": {"Test": ["CMD", "/usr/bin/stancectl", "health"]},
    }
}
FILES = {
    "usr/bin/stanced": 0o555, "usr/bin/stancectl": 0o555, "usr/share/stance/lexicon/en/VERSION": 0o444,
    "etc/ssl/certs/ca-certificates.crt": 0o444, "usr/share/stance/sbom.spdx.json": 0o444,
    "lib/x86_64-linux-gnu/libc.so.6": 0o555,
}
# The name that the image's program is called by, what it is asked, what it says of itself first.
NAMES = [
    ("stanced", "--version", "stanced"),
    ("stancectl", "version", "stancectl"),
    ("any-other", "--version", "stanced"),
]
# name, files that are changed or added, changes of the configuration, what must be said.
ROWS = [
    ("as it should be", {}, {}, None),
    ("setuid", {"usr/bin/stanced": 0o4555}, {}, "setuid"),
    ("writable by its owner", {"usr/bin/stanced": 0o755}, {}, "its owner may write"),
    ("writable by others", {"usr/share/stance/lexicon/en/VERSION": 0o446}, {}, "others than its owner may write"),
    ("a shell", {"bin/sh": 0o555}, {}, "a shell"),
    ("another program", {"usr/bin/curl": 0o555}, {}, "not of stance"),
    ("no lexicon", {"usr/share/stance/lexicon/en/VERSION": None}, {}, "not there"),
    ("root by name", {}, {"User": "root"}, "root"),
    ("root by default", {}, {"User": ""}, "root"),
    ("root by number", {}, {"User": "0:0"}, "root"),
    ("started by a shell", {}, {"Entrypoint": ["/bin/sh", "-c", "stanced"]}, "starts"),
    ("the loader is told", {}, {"Env": ["LD_PRELOAD=/x.so"]}, "changes what is loaded"),
    ("no labels", {}, {"Labels": None}, "no label"),
    ("no health", {}, {"Healthcheck": None}, "healthcheck"),
]


def check_program():
    program = pathlib.Path(os.environ["STANCED"]).parents[1] / "deploy/image/stance_programs"
    with tempfile.TemporaryDirectory() as folder:
        for name, argument, said in NAMES:
            called = pathlib.Path(folder) / name
            called.symlink_to(program)
            run = subprocess.run([called, argument], capture_output=True, text=True, timeout=60)
            if run.stdout.split(" ")[0] != said:
                yield f"called {name} it says {run.stdout}{run.stderr}"


def archive(path, files, config):
    """An image as `podman save` writes it."""
    def tar(members):
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w") as out:
            for name, (mode, data) in members.items():
                member = tarfile.TarInfo(name)
                member.mode, member.size = mode, len(data)
                out.addfile(member, io.BytesIO(data))
        return buffer.getvalue()

    layer = tar({name: (mode, b"x") for name, mode in files.items() if mode is not None})
    manifest = [{"Config": "config.json", "Layers": ["layer.tar"]}]
    path.write(tar({
        "manifest.json": (0o644, json.dumps(manifest).encode()), "config.json": (0o644, json.dumps(config).encode()),
        "layer.tar": (0o644, layer),
    }))
    path.flush()


def check_the_check():
    for name, files, changes, said in ROWS:
        with tempfile.NamedTemporaryFile() as file:
            archive(file, {**FILES, **files}, {"config": {**CONFIG["config"], **changes}})
            wrong, _ = check.check(file.name, 1000)
        if said is None and wrong or said and not any(said in line for line in wrong):
            yield f"check.py, {name}: said {wrong}"
    with tempfile.NamedTemporaryFile() as file:
        archive(file, FILES, CONFIG)
        if not any("more than 3" in line for line in check.check(file.name, 3)[0]):
            yield "check.py says nothing of an image that is too large"


def check_containerfile():
    text = CONTAINERFILE.read_text()
    yield from (f"Containerfile: {wrong}" for wrong in wrong_with_containerfile(text))
    found = "\n".join(wrong_with_containerfile(BAD))
    yield from (f"containerfile_lint: did not find: {name}" for name, _ in RULES if name not in found)
    packages = set(re.search(r"BUILD_PACKAGES=\((.*?)\)", (ROOT / "dev").read_text(), re.S)[1].split())
    installed = set(re.search(r"no-install-recommends (.*?)&&", text, re.S)[1].replace("\\", " ").split())
    only_for_tests = {"libgtest-dev", "libgmock-dev", "libbenchmark-dev"}
    if installed - {"ca-certificates"} != packages - only_for_tests:
        yield f"Containerfile and dev install different packages: {installed ^ packages}"


def check_yaml():
    if not shutil.which("yamllint"):
        print("yamllint is not here: YAML is not looked at")
        return
    done = subprocess.run(["yamllint", "--strict", "-c", "deploy/.yamllint.yaml", "deploy"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        yield done.stdout


def main():
    problems = [*check_program(), *check_the_check(), *check_containerfile(), *check_yaml()]
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
