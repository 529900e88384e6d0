"""The production overlay's pod by `podman kube play`, and what that leaves out."""

import json
import subprocess
import tempfile

import yaml
from containers import IMAGE, NETWORK, ROOT, podman, wait_for

KUBECTL = ROOT / ".cache/tools/kubectl"


def deployment():
    rendered = subprocess.run([KUBECTL, "kustomize", ROOT / "deploy/kubernetes/overlays/production"], check=True,
                              capture_output=True, text=True, timeout=60).stdout
    documents = list(yaml.safe_load_all(rendered))
    return next(d for d in documents if d["kind"] == "Deployment"), sorted({d["kind"] for d in documents} - {"Deployment"})


def run(report):
    manifest, other_kinds = deployment()
    spec = manifest["spec"]["template"]["spec"]
    container = spec["containers"][0]
    container["image"] = IMAGE
    manifest["metadata"].pop("namespace", None)
    left_out = [f"{kind}" for kind in other_kinds] + ["namespace"]
    for field in ("serviceAccountName", "priorityClassName", "topologySpreadConstraints", "enableServiceLinks"):
        if spec.pop(field, None) is not None:
            left_out.append(field)
    # podman knows exec, httpGet and tcpSocket, and no hooks.
    for field in ("startupProbe", "readinessProbe", "livenessProbe", "lifecycle"):
        if container.pop(field, None) is not None:
            left_out.append(field)
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        yaml.safe_dump(manifest, file)
        file.flush()
        podman("kube", "play", "--network", NETWORK, file.name)
        try:
            pod = json.loads(podman("pod", "ps", "--format", "json").stdout)[0]
            name = next(c["Names"] for c in pod["Containers"] if not c["Names"].endswith("-infra"))
            check(name, report)
        finally:
            podman("kube", "down", file.name, check=False)
    report("left out, since podman cannot", ", ".join(left_out), True)


def check(name, report):
    inspected = json.loads(podman("inspect", name).stdout)[0]
    config, host = inspected["Config"], inspected["HostConfig"]
    report("user", config["User"], config["User"].startswith("65532"))
    report("root is read-only", host["ReadonlyRootfs"], host["ReadonlyRootfs"])
    report("capabilities", inspected["EffectiveCaps"] or "none", not inspected["EffectiveCaps"])
    report("limits", f"{host['Memory'] >> 20} MiB, {host['CpuQuota'] / (host['CpuPeriod'] or 1):g} processors",
           host["Memory"] == 512 << 20 and host["CpuQuota"] > 0)

    def serving():
        return podman("exec", name, "/usr/bin/stancectl", "health", "--server", "localhost:50052", check=False).stdout == "SERVING\n"

    wait_for("the pod serves", serving)
    report("health on the admin port", "SERVING", True)
