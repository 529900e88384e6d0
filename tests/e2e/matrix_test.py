"""The networks of stancectl matrix in the tools that they are for: igraph, in Python and in R."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from programs import ROOT, SKIPPED

STANCECTL = os.environ["STANCECTL"]
PYTHON = "/usr/bin/python3"  # the one that Debian's packages are for
ARTICLES = """\
{"id":"a","text":"China supports the carbon tax. Peru and Chile oppose it. Japan condemned the <coup & raid>."}
{"id":"b","text":"Fiji backs the carbon tax."}
{"id":"c","text":"Chad supports sanctions. Mali opposes sanctions."}
"""
EXPECTED = "carbon tax: China, Fiji against Chile, Peru\nsanctions: Chad against Mali\n"


def available(command):
    return shutil.which(command[0]) and subprocess.run(command, capture_output=True, timeout=60).returncode == 0


def main():
    tools = {
        "network.py": ([PYTHON, "-c", "import igraph"], [PYTHON]),
        "network.R": (["Rscript", "-e", "library(igraph)"], ["Rscript"]),
    }
    ran = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "articles.jsonl").write_text(ARTICLES)
        subprocess.run([STANCECTL, "batch", "--embedded", "--input", folder / "articles.jsonl", "--output",
                        folder / "answers.jsonl"], check=True, timeout=60)
        graph = subprocess.run([STANCECTL, "matrix", "--answers", folder / "answers.jsonl", "--format=graphml"],
                               check=True, capture_output=True, timeout=60)
        (folder / "stances.graphml").write_bytes(graph.stdout)
        for script, (probe, runner) in tools.items():
            if not available(probe):
                print(f"{script}: igraph is not there: skipped")
                continue
            run = subprocess.run([*runner, ROOT / "client/examples" / script, folder / "stances.graphml"],
                                 capture_output=True, text=True, timeout=60)
            assert (run.returncode, run.stdout) == (0, EXPECTED), (script, run)
            ran += 1
    return 0 if ran else SKIPPED


sys.exit(main())
