#!/usr/bin/env python3
"""check.py ARCHIVE [--max-bytes N]: an image as `podman save` or `docker save` writes it -> what is wrong with it, a line each,
and exit code 1: files that can be written or that change whose rights they have, a shell, anything that is not stance's, a
process that is root, labels that are missing, an image that is too large (40 MB unless given).
"""

import argparse
import json
import re
import stat
import sys
import tarfile

LABELS = ["title", "description", "licenses", "version", "revision", "created"]
# All that may be there.
ALLOWED = [
    r"usr/bin/(stanced|stancectl)",
    r"usr/share/stance/lexicon/en/.+",
    r"usr/share/stance/sbom\.spdx\.json",
    r"etc/ssl/certs/ca-certificates\.crt",
    r"(usr/)?lib(64)?/([a-z0-9_]+-linux-gnu[a-z0-9]*/)?[A-Za-z0-9_+.-]+\.so[0-9.]*",
]
SHELL = re.compile(r"(^|/)(ba|da|a|k|z|c|tc)?sh$|(^|/)(busybox|toybox|fish|perl|python[0-9.]*)$")
ENVIRONMENT_OF_LOADER = re.compile(r"LD_(PRELOAD|LIBRARY_PATH|AUDIT)=")


def wrong_with_entry(entry):
    name = entry.name.removeprefix("./").rstrip("/")
    if not name or entry.issym():
        return
    if entry.mode & (stat.S_ISUID | stat.S_ISGID):
        yield f"/{name}: setuid or setgid"
    if entry.mode & (stat.S_IWGRP | stat.S_IWOTH):
        yield f"/{name}: others than its owner may write it (mode {entry.mode:o})"
    if (entry.uid, entry.gid) != (0, 0):
        yield f"/{name}: belongs to {entry.uid}:{entry.gid}, which the process may be"
    if entry.isdir():
        return
    if not (entry.isfile() or entry.islnk()):
        yield f"/{name}: neither file, directory nor link"
    if entry.mode & stat.S_IWUSR:
        yield f"/{name}: its owner may write it (mode {entry.mode:o})"
    if SHELL.search(name):
        yield f"/{name}: a shell or an interpreter"
    if not any(re.fullmatch(pattern, name) for pattern in ALLOWED):
        yield f"/{name}: not of stance"


def wrong_with_config(config):
    run = config["config"]
    user = run.get("User", "")
    if not re.fullmatch(r"[1-9][0-9]*:[1-9][0-9]*", user):
        yield f"user {user!r}: must be two numbers that are not 0 (root)"
    command = [*(run.get("Entrypoint") or []), *(run.get("Cmd") or [])]
    if command[:1] != ["/usr/bin/stanced"]:
        yield f"starts {command}, not /usr/bin/stanced"
    for variable in run.get("Env") or []:
        if ENVIRONMENT_OF_LOADER.match(variable):
            yield f"environment {variable}: changes what is loaded"
    labels = run.get("Labels") or {}
    for label in LABELS:
        if not labels.get(f"org.opencontainers.image.{label}"):
            yield f"no label org.opencontainers.image.{label}"
    health = (run.get("Healthcheck") or config.get("Healthcheck") or {}).get("Test", [])
    if health[:3] != ["CMD", "/usr/bin/stancectl", "health"]:
        yield f"healthcheck {health}: must be stancectl health, without a shell"


def check(archive, max_bytes):
    """(what is wrong, bytes of all files)"""
    with tarfile.open(archive) as image:
        manifest = json.load(image.extractfile("manifest.json"))[0]
        wrong = list(wrong_with_config(json.load(image.extractfile(manifest["Config"]))))
        size, names = 0, set()
        for layer in manifest["Layers"]:
            with tarfile.open(fileobj=image.extractfile(layer)) as entries:
                for entry in entries:
                    wrong += wrong_with_entry(entry)
                    size += entry.size
                    names.add("/" + entry.name.removeprefix("./"))
    for name in ("/usr/bin/stanced", "/usr/bin/stancectl", "/usr/share/stance/lexicon/en/VERSION",
                 "/etc/ssl/certs/ca-certificates.crt", "/usr/share/stance/sbom.spdx.json"):
        if name not in names:
            wrong.append(f"{name}: not there")
    if size > max_bytes:
        wrong.append(f"{size} bytes: more than {max_bytes}")
    return wrong, size


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive")
    parser.add_argument("--max-bytes", type=int, default=40_000_000)
    options = parser.parse_args()
    wrong, size = check(options.archive, options.max_bytes)
    print("\n".join(wrong) if wrong else f"{size / 1e6:.1f} MB, nothing wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
