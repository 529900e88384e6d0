"""deploy/OPERATIONS.md: its commands are such as there are. What needs neither a cluster nor root is run with --help or rendered; of
the rest, paths, overlays, alerts and subcommands must exist.
"""

import os
import re
import shlex
import subprocess
import sys

import yaml
from programs import ROOT

TEXT = (ROOT / "deploy/OPERATIONS.md").read_text()
# Programs of others, whose arguments are not looked at beyond paths of ours.
FOREIGN = {"podman", "docker", "kustomize", "sudo", "cp", "cd", "systemctl"}
KUBECTL = {"apply", "delete", "wait", "set", "rollout"}


def commands():
    """(line number, words) of the indented lines."""
    for number, line in enumerate(TEXT.splitlines(), 1):
        if line.startswith("    "):
            yield number, shlex.split(line.strip("( )"), comments=True)


def flags_of(program, *words):
    run = subprocess.run([program, *words, "--help"], capture_output=True, text=True, timeout=60)
    return set(re.findall(r"--[a-z][a-z-]+", run.stdout)) if run.returncode == 0 else set()


def wrong_with(words):
    program, rest = words[0], words[1:]
    if program == "./dev":
        help_text = subprocess.run([ROOT / "dev", "help"], capture_output=True, text=True, check=True).stdout
        if not re.search(rf"^  {rest[0]}\b", help_text, re.M):
            yield f"./dev has no {rest[0]}"
    elif program in ("stanced", "stancectl"):
        depth = 0 if program == "stanced" else 2 if rest[0] == "lexicon" else 1
        subcommands = [word for word in rest[:2] if not word.startswith("-")][:depth]
        known = flags_of(os.environ[program.upper()], *subcommands)
        yield from (f"{program} has no {word}" for word in rest if word.startswith("--") and word.split("=")[0] not in known)
    elif program == "kubectl":
        verb = next(word for word in rest if not word.startswith("-") and word != "stance")
        if verb not in KUBECTL:
            yield f"kubectl {verb} is not looked at"
        if "-k" in rest and not (ROOT / rest[rest.index("-k") + 1] / "kustomization.yaml").is_file():
            yield f"no overlay at {rest[rest.index('-k') + 1]}"
    elif program not in FOREIGN:
        yield f"{program} is not looked at"
    for word in rest:
        if word.startswith("deploy/") and not (ROOT / word).exists():
            yield f"no {word}"


def main():
    problems = []
    seen = 0
    for number, words in commands():
        seen += 1
        problems += [f"OPERATIONS.md:{number}: {wrong}" for wrong in wrong_with(words)]
    assert seen > 10, f"only {seen} commands found"
    told = set(re.findall(r"^\| `(Stance\w+)` \|", TEXT, re.M))
    alerts = yaml.safe_load((ROOT / "deploy/monitoring/alerts.yaml").read_text())
    there = {rule["alert"] for group in alerts["groups"] for rule in group["rules"]}
    if told != there:
        problems.append(f"alerts that are told of, or there, but not both: {told ^ there}")
    overlays = {path.name for path in (ROOT / "deploy/kubernetes/overlays").iterdir()}
    described = set(re.findall(r"^\| `([a-z-]+)` \|", TEXT.split("## Upgrade")[0], re.M))
    if overlays != described:
        problems.append(f"overlays that are described, or there, but not both: {overlays ^ described}")
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        if not (ROOT / "deploy" / target).exists():
            problems.append(f"a link to {target}, which is not there")
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
