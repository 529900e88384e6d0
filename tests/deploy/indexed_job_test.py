"""deploy/kubernetes/batch by its own means: the Job's arguments and variables, a process for each pod with its
JOB_COMPLETION_INDEX, one of them killed and begun again; then the merge. Answers and errors are those of a single process, byte
for byte. And what the merge refuses.
"""

import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import yaml
from programs import ROOT

STANCECTL = os.environ["STANCECTL"]
BATCH = ROOT / "deploy/kubernetes/batch"
ARTICLES = 2003  # the shards differ in length
KILLED = 3


def job(path):
    """Arguments and variables of a Job's container, and how many pods it has."""
    manifest = yaml.safe_load(path.read_text())
    container = manifest["spec"]["template"]["spec"]["containers"][0]
    assert container["command"] == ["/usr/bin/stancectl"], container["command"]
    variables = {variable["name"]: variable["value"] for variable in container.get("env", [])}
    return container["args"], variables, manifest["spec"].get("completions")


def command(arguments, corpus):
    return [STANCECTL, *[argument.replace("/corpus", str(corpus)) for argument in arguments]]


def write_corpus(path):
    known = [json.loads(line) for line in (ROOT / "tests/corpus/articles.jsonl").read_text().splitlines()]
    with open(path, "w") as file:
        for i in range(ARTICLES):
            article = dict(known[i % len(known)])
            article["id"] = f"{article['id']}-{i}"
            if i % 41 in (0, 1, 7):  # nothing in them: they fail, some of them one after another
                article["title"] = article["text"] = ""
            file.write(json.dumps(article) + "\n")


def kill_one(arguments, corpus, environment, index):
    """Kills a process of the shard once it has begun to answer; where it was quicker, again from the beginning."""
    output = corpus / f"answers-{index}.jsonl"
    for _ in range(20):
        process = subprocess.Popen(command(arguments, corpus), env=environment, stderr=subprocess.DEVNULL)
        while process.poll() is None and not output.exists():
            time.sleep(0.001)
        process.kill()
        if process.wait() == -9:
            return
        for path in corpus.glob(f"*-{index}.jsonl*"):
            path.unlink()
    raise SystemExit("a process could not be killed before it was done")


def run_pod(arguments, corpus, variables, index):
    environment = dict(os.environ, **variables, JOB_COMPLETION_INDEX=str(index))
    if index == KILLED:
        kill_one(arguments, corpus, environment, index)
    return subprocess.run(command(arguments, corpus), env=environment, capture_output=True, text=True, timeout=100)


def merge_refuses(corpus, arguments):
    """name, what is done to the files of the shards, what is said."""
    def drop_last(path):
        lines = path.read_text().splitlines(keepends=True)
        path.write_text("".join(lines[:-1]))

    def forget(folder):
        for path in folder.glob("*.checkpoint"):
            path.unlink()

    rows = [
        ("an answer is missing", lambda f: drop_last(f / "answers-2.jsonl"), "not the"),
        ("an error is missing", lambda f: drop_last(f / "errors-0.jsonl"), "errors-0.jsonl has"),
        ("a shard is missing", lambda f: (f / "answers-5.jsonl").unlink(), "answers-5.jsonl: cannot be read: No such file"),
        # Also without checkpoints, which a batch without --resume leaves none of.
        ("answers are missing", lambda f: [forget(f), drop_last(f / "answers-5.jsonl")], "not of one batch, or not complete"),
        ("errors of another shard", lambda f: [forget(f), shutil.copy(f / "errors-1.jsonl", f / "errors-0.jsonl")],
         "is not the next"),
        ("errors that are none", lambda f: [forget(f), (f / "errors-1.jsonl").write_text("{}\n")],
         "errors-1.jsonl:1: not an error"),
    ]
    for name, change, said in rows:
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "corpus"
            shutil.copytree(corpus, copy)
            change(copy)
            done = subprocess.run(command(arguments, copy), capture_output=True, text=True, timeout=60)
            if done.returncode != 2 or said not in done.stderr:
                yield f"merge, {name}: exit code {done.returncode}, {done.stderr}"


def main():
    arguments, variables, pods = job(BATCH / "job.yaml")
    merge_arguments, _, _ = job(BATCH / "merge/job.yaml")
    problems = []
    if variables["STANCE_SHARDS"] != str(pods) or f"--shards={pods}" not in merge_arguments:
        problems.append(f"{pods} pods, but {variables} and {merge_arguments}")
    with tempfile.TemporaryDirectory() as name:
        corpus = pathlib.Path(name)
        write_corpus(corpus / "articles.jsonl")
        single = subprocess.run(
            [STANCECTL, "batch", "--embedded", "--input", corpus / "articles.jsonl", "--output", corpus / "single",
             "--errors", corpus / "single-errors"], capture_output=True, text=True, timeout=100)
        assert single.returncode == 3, single
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = list(pool.map(lambda index: run_pod(arguments, corpus, variables, index), range(pods)))
        for index, run in enumerate(runs):
            if run.returncode != 0:
                problems.append(f"pod {index}: exit code {run.returncode}: {run.stderr}")
        merged = subprocess.run(command(merge_arguments, corpus), capture_output=True, text=True, timeout=100)
        if merged.returncode != 0:
            problems.append(f"merge: exit code {merged.returncode}: {merged.stderr}")
        else:
            for got, wanted in (("answers.jsonl", "single"), ("errors.jsonl", "single-errors")):
                if (corpus / got).read_bytes() != (corpus / wanted).read_bytes():
                    problems.append(f"{got} is not what a single process wrote")
            problems += merge_refuses(corpus, merge_arguments)
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
