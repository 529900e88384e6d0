#!/usr/bin/env python3
"""lab.py [PART...]: the image as it is run, in containers, each part with its figures; all parts unless some are named. Wants the
image localhost/stance (./dev image), the programs of build/release, and podman (deploy/lab/with_podman). `./dev lab` does it all.
"""

import importlib
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import containers  # noqa: E402

PARTS = {
    "one": "one container: rights, start, memory, stop",
    "replicas": "three replicas and more: spread, replacement, loss, partition",
    "files": "certificates and lexicon swapped as kubelet does it",
    "proxies": "nginx and haproxy in front",
    "monitoring": "Prometheus of compose.yaml over three replicas",
    "job": "the Indexed Job: a container a pod, one killed",
    "kube": "the production overlay's pod by podman kube play",
}


def main(parts):
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        raise SystemExit(f"lab: no part {unknown}; there are: {', '.join(PARTS)}")
    failures = []
    for part in parts or PARTS:
        print(f"== {part}: {PARTS[part]}", flush=True)

        def report(what, figure, holds, part=part):
            print(f"  {'ok  ' if holds else 'FAIL'} {what}: {figure}", flush=True)
            if not holds:
                failures.append(f"{part}: {what}: {figure}")

        begin = time.monotonic()
        with containers.network():
            try:
                importlib.import_module(part).run(report)
            except (RuntimeError, OSError, subprocess.SubprocessError) as error:
                report("did not come to its end", error, False)
        print(f"  {time.monotonic() - begin:.0f} s", flush=True)
    print("\n".join(failures) or "all holds")
    return 1 if failures else 0


sys.exit(main(sys.argv[1:]))
