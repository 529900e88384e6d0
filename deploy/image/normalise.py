#!/usr/bin/env python3
"""normalise.py ARCHIVE: takes out of an image, as `podman save` writes it, what tells in which container and from which steps it was
built, so that two builds of the same source are one image with one id. In place.
"""

import hashlib
import io
import json
import os
import sys
import tarfile

OF_THE_BUILD = ("container", "container_config", "docker_version", "parent")


def add(out, name, data):
    member = tarfile.TarInfo(name)
    member.size = len(data)
    out.addfile(member, io.BytesIO(data))


def main(path):
    with tarfile.open(path) as image:
        manifest = json.load(image.extractfile("manifest.json"))
        config = json.load(image.extractfile(manifest[0]["Config"]))
        for field in OF_THE_BUILD:
            config.pop(field, None)
        config["config"].pop("Hostname", None)
        for step in config.get("history", []):
            step.pop("comment", None)  # ids of the steps before
            step["created"] = config["created"]  # a step that was cached has its own time
        data = json.dumps(config, sort_keys=True).encode()
        manifest[0]["Config"] = hashlib.sha256(data).hexdigest() + ".json"
        with tarfile.open(path + ".new", "w") as out:
            add(out, manifest[0]["Config"], data)
            for layer in sorted(set(manifest[0]["Layers"])):
                add(out, layer, image.extractfile(layer).read())
            add(out, "manifest.json", json.dumps(manifest, sort_keys=True).encode())
    os.replace(path + ".new", path)


main(sys.argv[1])
