"""The Pod Security Standard "restricted" (which holds all of "baseline"), rule by rule, and what this project adds to it.

wrong_with_pod(spec, metadata) -> what breaks which rule. `pod_security.py FILE...` says so of every pod in rendered manifests.
"""

import sys

import yaml

VOLUMES = {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret", "image"}
CAPABILITIES = {"NET_BIND_SERVICE"}
SYSCTLS = {
    "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies",
    "net.ipv4.ping_group_range", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
}
SELINUX_TYPES = {None, "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"}


def containers(spec):
    return [c for kind in ("initContainers", "containers", "ephemeralContainers") for c in spec.get(kind) or []]


def security(thing):
    return thing.get("securityContext") or {}


def inherited(spec, container, field):
    return security(container).get(field, security(spec).get(field))


def everywhere(holds):
    """A rule for each container."""
    return lambda spec, metadata: all(holds(spec, container) for container in containers(spec))


def host_ports(_, container):
    return all(not port.get("hostPort") for port in container.get("ports") or [])


def selinux(thing):
    options = security(thing).get("seLinuxOptions") or {}
    return options.get("type") in SELINUX_TYPES and not options.get("user") and not options.get("role")


def apparmor(spec, metadata):
    profiles = [(security(thing).get("appArmorProfile") or {}).get("type", "RuntimeDefault")
                for thing in [spec, *containers(spec)]]
    annotations = [value for key, value in (metadata.get("annotations") or {}).items()
                   if key.startswith("container.apparmor.security.beta.kubernetes.io/")]
    return (all(profile in ("RuntimeDefault", "Localhost") for profile in profiles)
            and all(value == "runtime/default" or value.startswith("localhost/") for value in annotations))


def probes_stay_inside(_, container):
    handlers = [container.get(name) or {} for name in ("livenessProbe", "readinessProbe", "startupProbe")]
    handlers += [(container.get("lifecycle") or {}).get(name) or {} for name in ("postStart", "preStop")]
    return all(not (handler.get(kind) or {}).get("host") for handler in handlers for kind in ("httpGet", "tcpSocket"))


def seccomp(spec, container):
    return (inherited(spec, container, "seccompProfile") or {}).get("type") in ("RuntimeDefault", "Localhost")


def capabilities_dropped(_, container):
    capabilities = security(container).get("capabilities") or {}
    return "ALL" in (capabilities.get("drop") or []) and set(capabilities.get("add") or []) <= CAPABILITIES


def not_user_0(spec, metadata):
    return all(security(thing).get("runAsUser") != 0 for thing in [spec, *containers(spec)])


def limits(_, container):
    resources = container.get("resources") or {}
    return all((resources.get(kind) or {}).get(what) for kind in ("requests", "limits") for what in ("cpu", "memory"))


RULES = [
    # Baseline.
    ("no Windows host process", lambda spec, _: not any(
        (security(thing).get("windowsOptions") or {}).get("hostProcess") for thing in [spec, *containers(spec)])),
    ("no host namespaces", lambda spec, _: not any(spec.get(name) for name in ("hostNetwork", "hostPID", "hostIPC"))),
    ("not privileged", everywhere(lambda _, container: not security(container).get("privileged"))),
    ("no host ports", everywhere(host_ports)),
    ("AppArmor not weakened", apparmor),
    ("SELinux not changed", lambda spec, _: all(selinux(thing) for thing in [spec, *containers(spec)])),
    ("/proc masked as usual", everywhere(
        lambda _, container: security(container).get("procMount", "Default") == "Default")),
    ("only safe sysctls", lambda spec, _: {s["name"] for s in security(spec).get("sysctls") or []} <= SYSCTLS),
    ("probes and hooks name no host", everywhere(probes_stay_inside)),
    # Restricted.
    ("only volumes of pods", lambda spec, _: all(set(v) - {"name"} <= VOLUMES for v in spec.get("volumes") or [])),
    ("no privilege escalation", everywhere(
        lambda _, container: security(container).get("allowPrivilegeEscalation") is False)),
    ("runs as non-root", everywhere(lambda spec, container: inherited(spec, container, "runAsNonRoot") is True)),
    ("user is not 0", not_user_0),
    ("seccomp RuntimeDefault or Localhost", everywhere(seccomp)),
    ("all capabilities dropped", everywhere(capabilities_dropped)),
    # This project's.
    ("read-only root", everywhere(lambda _, container: security(container).get("readOnlyRootFilesystem") is True)),
    ("no token", lambda spec, _: spec.get("automountServiceAccountToken") is False),
    ("requests and limits", everywhere(limits)),
    ("no variables of services", lambda spec, _: spec.get("enableServiceLinks") is False),
]


def wrong_with_pod(spec, metadata):
    return [name for name, holds in RULES if not holds(spec, metadata)]


def pods(documents):
    """(name, spec, metadata) of all that makes pods."""
    for document in documents:
        template = document if document["kind"] == "Pod" else (document.get("spec") or {}).get("template")
        if document["kind"] == "CronJob":
            template = document["spec"]["jobTemplate"]["spec"]["template"]
        if template and "containers" in (template.get("spec") or {}):
            yield f"{document['kind']}/{document['metadata']['name']}", template["spec"], template.get("metadata") or {}


def main(paths):
    failures = 0
    for path in paths:
        with open(path) as file:
            for name, spec, metadata in pods(filter(None, yaml.safe_load_all(file))):
                for rule in wrong_with_pod(spec, metadata):
                    failures += 1
                    print(f"{path}: {name}: {rule}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
