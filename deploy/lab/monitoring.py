"""The Prometheus part of compose.yaml, with Debian's Prometheus, over three replicas behind one name."""

import json
import urllib.parse
import urllib.request

import yaml
from containers import ROOT, Crowd, Stanced, tool, wait_for


def run(report):
    replicas = [Stanced(f"stanced-{i}") for i in range(3)]
    compose = ROOT / "deploy/compose"
    mounts = [f"--volume={compose / 'prometheus.yaml'}:/etc/prometheus/prometheus.yml:ro",
              f"--volume={ROOT / 'deploy/monitoring/alerts.yaml'}:/etc/prometheus/alerts.yaml:ro"]
    prometheus = tool("prometheus", "/usr/bin/prometheus", "--config.file=/etc/prometheus/prometheus.yml",
                      "--storage.tsdb.path=/tmp/prometheus", flags=mounts)
    address = prometheus.address

    def ask(path):
        try:
            with urllib.request.urlopen(f"http://{address}:9090/api/v1/{path}", timeout=5) as reply:
                return json.load(reply)["data"]
        except OSError:
            return {"activeTargets": [], "result": [], "groups": []}

    def value(query):
        result = ask("query?query=" + urllib.parse.quote(query))["result"]
        return float(result[0]["value"][1]) if result else 0.0

    wait_for("Prometheus finds three replicas", lambda: value('sum(up{job="stance"})') == 3)
    report("replicas that Prometheus found by DNS and scrapes", int(value('count(up{job="stance"} == 1)')), True)
    report("serving", int(value("sum(stance_serving)")), value("sum(stance_serving)") == 3)
    rules = [rule for group in ask("rules")["groups"] for rule in group["rules"]]
    wanted = yaml.safe_load((ROOT / "deploy/monitoring/alerts.yaml").read_text())["groups"][0]["rules"]
    report("alert rules loaded", len(rules), len(rules) == len(wanted) and all(rule["health"] != "err" for rule in rules))
    calls = Crowd("dns:///stanced:50051", 5_000).result()["answered"]
    wait_for("calls are counted", lambda: value('sum(stance_articles_total{outcome="answered"})') >= calls)
    report("articles answered, as Prometheus has them", int(value('sum(stance_articles_total{outcome="answered"})')), True)
    for container in (prometheus, *replicas):
        container.remove()
