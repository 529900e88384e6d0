"""deploy/monitoring: every metric that the dashboard and the alerts name is one that a server has, with and without TLS; the
alerts fire when they should (promtool, of Debian's prometheus; without it that part is skipped).
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

from programs import ROOT, running_stanced

MONITORING = ROOT / "deploy/monitoring"
METRIC = re.compile(r"\b(?:stance|grpc_server|process)_[a-z_]+\b")
SUFFIX = re.compile(r"_(bucket|count|sum)$")


def named():
    """Metrics named, and where."""
    dashboard = json.loads((MONITORING / "dashboard.json").read_text())
    for panel in dashboard["panels"]:
        for target in panel["targets"]:
            for metric in METRIC.findall(target["expr"]):
                yield metric, f"dashboard, {panel['title']}"
    for line in (MONITORING / "alerts.yaml").read_text().splitlines():
        for metric in METRIC.findall(line):
            yield metric, "alerts"


def served():
    """Families that a server with TLS has; it is given a certificate made up for it."""
    with tempfile.TemporaryDirectory() as directory:
        certificate, key = f"{directory}/c.pem", f"{directory}/k.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
             "/CN=test", "-days", "2", "-keyout", key, "-out", certificate], check=True, capture_output=True,
        )
        flags = ["--metrics-address", ":0", "--tls-certificate", certificate, "--tls-key", key]
        with running_stanced(*flags, event="metrics listening") as address:
            text = urllib.request.urlopen(f"http://{address}/metrics", timeout=30).read().decode()
    return text, set(re.findall(r"^# HELP (\S+) ", text, re.M))


def main():
    text, families = served()
    problems = [
        f"{where}: no metric {metric}"
        for metric, where in named()
        if metric not in families and SUFFIX.sub("", metric) not in families
    ]
    shown = {SUFFIX.sub("", metric) for metric, _ in named()}
    problems += [f"on no panel and in no alert: {name}" for name in sorted(families - shown) if name.startswith("stance_")
                 and name not in ("stance_build_info", "stance_lexicon_entries")]
    if shutil.which("promtool"):
        for command in (["check", "rules", "alerts.yaml"], ["test", "rules", "alerts_test.yaml"]):
            done = subprocess.run(["promtool", *command], cwd=MONITORING, capture_output=True, text=True)
            if done.returncode != 0:
                problems.append(f"promtool {' '.join(command)}:\n{done.stdout}{done.stderr}")
    else:
        print("promtool is not there: the alerts are not tried")
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
