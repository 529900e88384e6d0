"""deploy/kubernetes/batch in containers: one a pod, with the Job's own arguments, variables and limits; one of them killed and begun
again; then the merge. And what a pod of one processor does in a second.
"""

import json
import pathlib
import resource
import subprocess
import tempfile
import time

import yaml
from containers import CONFINED, IMAGE, NETWORK, ROOT, podman

BATCH = ROOT / "deploy/kubernetes/batch"
ARTICLES = 40_000
KILLED = 3


def container_of(path):
    return yaml.safe_load(path.read_text())["spec"]["template"]["spec"]["containers"][0]


def pod(container, corpus, name, *flags, index=None):
    environment = [f"--env={v['name']}={v['value']}" for v in container.get("env", [])]
    if index is not None:
        environment.append(f"--env=JOB_COMPLETION_INDEX={index}")
    limits = ["--cpus", container["resources"]["limits"]["cpu"]]
    podman("run", *flags, "--name", name, "--network", NETWORK, *CONFINED, *limits, *environment, f"--volume={corpus}:/corpus",
           "--entrypoint", container["command"][0], IMAGE, *container["args"])


def write_corpus(path):
    known = [json.loads(line) for line in (ROOT / "tests/corpus/articles.jsonl").read_text().splitlines()]
    size = 0
    with open(path, "w") as file:
        for i in range(ARTICLES):
            article = dict(known[i % len(known)], id=f"a{i}")
            if i % 997 == 0:
                article["title"] = article["text"] = ""
            size += len(article.get("text", ""))
            file.write(json.dumps(article) + "\n")
    path.chmod(0o644)
    return size


def run(report):
    job, merge = container_of(BATCH / "job.yaml"), container_of(BATCH / "merge/job.yaml")
    pods = yaml.safe_load((BATCH / "job.yaml").read_text())["spec"]["completions"]
    with tempfile.TemporaryDirectory() as name:
        corpus = pathlib.Path(name)
        corpus.chmod(0o777)
        size = write_corpus(corpus / "articles.jsonl")
        pod(job, corpus, f"pod-{KILLED}", "--detach", index=KILLED)
        time.sleep(1.5)
        podman("kill", "--signal", "KILL", f"pod-{KILLED}", check=False)
        podman("rm", "--force", f"pod-{KILLED}")
        seconds = []
        for index in range(pods):
            begin = time.monotonic()
            pod(job, corpus, f"pod-{index}", "--rm", index=index)
            seconds.append(time.monotonic() - begin)
        pod(merge, corpus, "merge", "--rm")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [ROOT / "build/release/client/stancectl", "batch", "--embedded", "--input", corpus / "articles.jsonl", "--output",
             corpus / "single", "--errors", corpus / "single-errors", "--progress", "none"], stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        same = all((corpus / a).read_bytes() == (corpus / b).read_bytes()
                   for a, b in (("answers.jsonl", "single"), ("errors.jsonl", "single-errors")))
        report(f"{pods} pods, {ARTICLES} articles, one killed: merged output", "that of one process" if same else "differs", same)
        typical = sorted(seconds)[len(seconds) // 2]
        report(f"a pod of one processor: {ARTICLES // pods} articles of {size / ARTICLES / 1000:.1f} KB in {typical:.1f} s",
               f"{ARTICLES / pods / typical:.0f} articles a second, start of the container and the lexicon included", True)
        report("processor time, all in one process", f"{spent:.1f} s: {ARTICLES / spent:.0f} articles a second a processor", True)
