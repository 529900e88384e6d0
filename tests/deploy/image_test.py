"""What can be said of the image without building it: its program is both programs; the Containerfile keeps each rule of
containerfile_lint.py and installs what ./dev setup does; check.py finds each thing that it is to find; normalise.py leaves nothing of a
build; YAML files look as they should.
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

CREATED = "2026-11-30T05:55:53Z"
# name, what the second build's configuration has, whether the id may be the first one's.
BUILDS = [
    ("the same", {}, True),
    ("another container", {"container": "b", "container_config": {"Hostname": "b"}}, True),
    ("other steps before", {"parent": "sha256:b"}, True),
    ("a step that was cached", {"history": [{"created": "1970-01-01T00:00:01Z", "created_by": "COPY", "comment": "FROM b"}]}, True),
    ("another step", {"history": [{"created": CREATED, "created_by": "USER"}]}, False),
    ("another time", {"created": "2026-11-30T05:55:54Z"}, False),
    ("another user", {"config": {**CONFIG["config"], "User": "0"}}, False),
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


def check_normalise():
    def image_id(config):
        with tempfile.NamedTemporaryFile() as file:
            archive(file, FILES, config)
            subprocess.run([sys.executable, ROOT / "deploy/image/normalise.py", file.name], check=True)
            with tarfile.open(file.name) as image:
                return json.load(image.extractfile("manifest.json"))[0]["Config"]

    first = {**CONFIG, "created": CREATED, "container": "a", "parent": "sha256:a", "history": [{"created": CREATED, "created_by": "COPY"}]}
    for name, changes, same in BUILDS:
        if (image_id(first) == image_id({**first, **changes})) != same:
            yield f"normalise.py, {name}: the ids are {'not ' if same else ''}the same"


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
    problems = [*check_program(), *check_the_check(), *check_normalise(), *check_containerfile(), *check_yaml()]
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
