"""deploy/kubernetes: every overlay renders; no field is unknown or of a wrong type (TypeScript, against the generated models of
the API and of the custom resources); every pod keeps each rule of pod_security.py; what names something else finds it; flags and
variables are stanced's; the overlays' lexicons load. `--write` writes prometheusrule.yaml from alerts.yaml.
"""

import copy
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml
from pod_security import RULES, pods, wrong_with_pod
from programs import ROOT, SKIPPED

KUBERNETES = ROOT / "deploy/kubernetes"
MONITORING = ROOT / "deploy/monitoring"
TOOLS = ROOT / ".cache/tools"
MODULES = TOOLS / "node_modules"
KUBECTL = TOOLS / "kubectl"

# Built by their paths; what no overlay has is built on base.
BUILT = [path.parent.relative_to(KUBERNETES) for pattern in ("overlays/*", "batch", "batch/*")
         for path in KUBERNETES.glob(f"{pattern}/kustomization.yaml")]
ON_BASE = [["house-lexicon", "house-lexicon-projected"], ["lexicon-image"]]

# Where the model of a custom resource is. There is none of GRPCRoute v1; v1alpha2 has the same fields.
CUSTOM = {
    "cert-manager.io/v1": ("cert-manager/cert-manager.io/v1", "cert-manager.io/v1"),
    "monitoring.coreos.com/v1": ("prometheus-operator/monitoring.coreos.com/v1", "monitoring.coreos.com/v1"),
    "gateway.networking.k8s.io/v1": ("gateway-api/gateway.networking.k8s.io/v1alpha2", "gateway.networking.k8s.io/v1alpha2"),
}
# Made by others: cert-manager, who runs the second ConfigMap.
NOT_OURS = {"stance-tls", "stance-house-lexicon-2"}


def run(*command):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=100)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def render(folder):
    """Name -> documents."""
    rendered = {str(path): run(KUBECTL, "kustomize", KUBERNETES / path) for path in BUILT}
    for components in ON_BASE:
        path = pathlib.Path(folder) / components[-1]
        path.mkdir()
        up = pathlib.Path(os.path.relpath(KUBERNETES, path.resolve()))
        # Of a component that no overlay has, the ConfigMaps are of whoever uses it.
        (path / "kustomization.yaml").write_text(json.dumps({
            "resources": [str(up / "base")], "components": [str(up / "components" / name) for name in components],
            "configMapGenerator": [{"name": "stance-house-lexicon", "literals": ["a=b"]}], "namespace": "stance",
        }))
        rendered["+".join(components)] = run(KUBECTL, "kustomize", path)
    return {name: list(yaml.safe_load_all(text)) for name, text in rendered.items()}


def typed(document, mistake=None):
    """A line of TypeScript that says what `document` is; with `mistake` one that must not compile."""
    version, kind = document["apiVersion"], document["kind"]
    if version in CUSTOM:
        module, spoken = CUSTOM[version]
        document = {**document, "apiVersion": spoken}
        of_type = f'import("{MODULES}/@kubernetes-models/{module}/index.js").I{kind}'
    else:
        # "autoscaling/v2" -> V2HorizontalPodAutoscaler
        model = version.split("/")[-1].capitalize() + kind
        of_type = f'import("{MODULES}/@kubernetes/client-node/dist/gen/models/{model}.js").{model}'
    expect = f"// @ts-expect-error {mistake}\n" if mistake else ""
    # The model's name of a word that JavaScript has for itself.
    value = json.dumps(document).replace('"from":', '"_from":') if kind == "NetworkPolicy" else json.dumps(document)
    return f"{{ {expect}const _: {of_type} = {value}; }}"


def mistakes(rendered):
    """Manifests that are wrong, to see that it would be noticed."""
    def changed(document, change):
        document = copy.deepcopy(document)
        change(document)
        return document

    deployment = next(d for d in rendered["overlays/tls"] if d["kind"] == "Deployment")
    certificate = next(d for d in rendered["overlays/tls"] if d["kind"] == "Certificate")
    container = lambda d: d["spec"]["template"]["spec"]["containers"][0]
    yield "unknown field", changed(deployment, lambda d: container(d).update(readynessProbe={}))
    yield "text for a number", changed(deployment, lambda d: container(d)["ports"][0].update(containerPort="1"))
    yield "unknown field of a custom resource", changed(certificate, lambda d: d["spec"].update(dnsName=["a"]))


def check_types(rendered, folder):
    lines, where = [], []
    for name, documents in rendered.items():
        for document in documents:
            lines.append(typed(document))
            where.append(f"{name}: {document['kind']}/{document['metadata']['name']}")
    for name, document in mistakes(rendered):
        lines += typed(document, name).split("\n")
        where += [f"not noticed: {name}"] * 2
    source = pathlib.Path(folder) / "manifests.ts"
    source.write_text("export {};\n" + "\n".join(lines))
    done = subprocess.run(
        [MODULES / ".bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--moduleResolution", "nodenext",
         "--target", "es2022", source], capture_output=True, text=True, timeout=100,
    )
    for line in (done.stdout + done.stderr).splitlines():
        at = re.search(r"manifests\.ts\((\d+),", line)
        yield f"{where[int(at[1]) - 2]}: {line}" if at else line


def matches(selector, labels):
    return all(labels.get(key) == value for key, value in (selector or {}).items())


def check_references(name, documents):
    of_kind = lambda kind: [d for d in documents if d["kind"] == kind]
    names = lambda kind: {d["metadata"]["name"] for d in of_kind(kind)} | NOT_OURS
    pods_labels = [(d["spec"]["template"]["metadata"]["labels"], d["spec"]["template"]["spec"])
                   for d in of_kind("Deployment") + of_kind("Job")]
    for deployment in of_kind("Deployment"):
        if not matches(deployment["spec"]["selector"]["matchLabels"], deployment["spec"]["template"]["metadata"]["labels"]):
            yield f"{name}: the Deployment does not select its own pods"
    for service in of_kind("Service"):
        chosen = [spec for labels, spec in pods_labels if matches(service["spec"]["selector"], labels)]
        ports = {port["name"] for spec in chosen for c in spec["containers"] for port in c["ports"]}
        for port in service["spec"]["ports"]:
            if port["targetPort"] not in ports:
                yield f"{name}: Service/{service['metadata']['name']}: no pod has a port {port['targetPort']}"
    for policy in of_kind("NetworkPolicy") + of_kind("PodDisruptionBudget"):
        selector = policy["spec"].get("podSelector", policy["spec"].get("selector")).get("matchLabels")
        if not any(matches(selector, labels) for labels, _ in pods_labels):
            yield f"{name}: {policy['kind']}/{policy['metadata']['name']} selects no pod"
    for scaler in of_kind("HorizontalPodAutoscaler"):
        if scaler["spec"]["scaleTargetRef"]["name"] not in names("Deployment"):
            yield f"{name}: the HorizontalPodAutoscaler scales nothing"
        for deployment in of_kind("Deployment"):
            if "replicas" in deployment["spec"]:
                yield f"{name}: replicas are set, which the HorizontalPodAutoscaler sets too"
    for _, spec in pods_labels:
        for volume in spec.get("volumes", []):
            sources = [volume, *[source for source in volume.get("projected", {}).get("sources", [])]]
            for source in sources:
                if "configMap" in source and source["configMap"]["name"] not in names("ConfigMap"):
                    yield f"{name}: no ConfigMap {source['configMap']['name']}"
        mounted = {mount["name"] for c in spec["containers"] for mount in c.get("volumeMounts", [])}
        if mounted != {volume["name"] for volume in spec.get("volumes", [])}:
            yield f"{name}: volumes and mounts differ"
        if any("subPath" in mount for c in spec["containers"] for mount in c.get("volumeMounts", [])):
            yield f"{name}: a subPath is never updated"


def check_settings(name, documents, known):
    """Flags, variables, and time enough to drain."""
    for where, spec, _ in pods(documents):
        for container in spec["containers"]:
            program = (container.get("command") or ["/usr/bin/stanced"])[0].split("/")[-1]
            variables = {v["name"]: v.get("value") for v in container.get("env", [])}
            flags = [arg.split("=")[0] for arg in container["args"] if arg.startswith("--")]
            if program == "stanced":
                flags += ["--" + v.removeprefix("STANCE_").replace("_", "-").lower() for v in variables]
                stop = sum(int(variables[v]) for v in ("STANCE_DRAIN_DELAY", "STANCE_DRAIN_TIMEOUT"))
                stop += container["lifecycle"]["preStop"]["sleep"]["seconds"]
                if spec["terminationGracePeriodSeconds"] < stop + 5:
                    yield f"{name}: {where}: killed after {spec['terminationGracePeriodSeconds']} s, but stops in {stop} s"
            for flag in flags:
                if flag not in known[program]:
                    yield f"{name}: {where}: {program} has no {flag}"


def check_lexicons():
    for folder in sorted(KUBERNETES.glob("overlays/*/lexicon")):
        done = subprocess.run([os.environ["STANCED"], "--check", "--lexicon", ROOT / "service/lexicon/en", "--lexicon", folder],
                              capture_output=True, text=True, timeout=100)
        if done.returncode != 0:
            yield f"{folder}: {done.stderr}"


def flags_of(*command):
    return set(re.findall(r"--[a-z][a-z-]+", run(*command)))


def rule():
    """alerts.yaml as the Prometheus operator reads it."""
    lines = (MONITORING / "alerts.yaml").read_text().split("\n")
    groups = "\n".join("  " + line if line else "" for line in lines[lines.index("groups:"):])
    return ("# alerts.yaml for the Prometheus operator; written by tests/deploy/kubernetes_test.py --write.\n"
            "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: stance\nspec:\n" + groups)


def main(write):
    if write:
        (MONITORING / "prometheusrule.yaml").write_text(rule())
        return 0
    if not KUBECTL.exists() or not (MODULES / "typescript").exists():
        print("kubectl and the models are not there (./dev setup installs them): skipped")
        return SKIPPED
    known = {
        "stanced": flags_of(os.environ["STANCED"], "--help"),
        "stancectl": flags_of(os.environ["STANCECTL"], "batch", "--help") | flags_of(os.environ["STANCECTL"], "merge", "--help"),
    }
    with tempfile.TemporaryDirectory() as folder:
        rendered = render(folder)
        problems = list(check_types(rendered, folder))
    if (MONITORING / "prometheusrule.yaml").read_text() != rule():
        problems.append("prometheusrule.yaml is not alerts.yaml: run tests/deploy/kubernetes_test.py --write")
    problems += check_lexicons()
    for name, documents in rendered.items():
        problems += check_references(name, documents)
        problems += check_settings(name, documents, known)
        for where, spec, metadata in pods(documents):
            problems += [f"{name}: {where}: {broken}" for broken in wrong_with_pod(spec, metadata)]
    # A pod of nobody's making breaks what is to be asked for, and a hostile one all the rest.
    hostile = {
        "hostNetwork": True, "volumes": [{"name": "a", "hostPath": {"path": "/"}}],
        "securityContext": {"runAsUser": 0, "sysctls": [{"name": "kernel.panic", "value": "1"}],
                            "seLinuxOptions": {"user": "root"}, "appArmorProfile": {"type": "Unconfined"},
                            "windowsOptions": {"hostProcess": True}},
        "containers": [{"name": "a", "ports": [{"hostPort": 1}], "livenessProbe": {"httpGet": {"host": "b"}},
                        "securityContext": {"privileged": True, "procMount": "Unmasked"}}],
    }
    blind = {name for name, _ in RULES} - set(wrong_with_pod(hostile, {}))
    if blind:
        problems.append(f"rules that find nothing wrong with a pod that breaks all: {sorted(blind)}")
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main("--write" in sys.argv[1:]))
