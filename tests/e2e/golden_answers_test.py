"""The answers on our own corpus, stance by stance, against tests/corpus/answers.txt.

A change of the engine or of the lexicon shows here as lines gained and lost. `golden_answers_test.py --write` takes what comes now.
"""

import difflib
import json
import os
import subprocess
import sys

from programs import ROOT

GOLDEN = ROOT / "tests/corpus/answers.txt"
ARTICLES = ROOT / "tests/corpus/articles.jsonl"


def answers():
    """One line a stance: article, holder, polarity, target, cue."""
    done = subprocess.run(
        [os.environ["STANCECTL"], "batch", "--embedded", "--input", ARTICLES, "--output", "-"],
        capture_output=True, text=True, check=True, cwd=ROOT, timeout=100,
    )
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        for group in answer.get("actors", []):
            for stance in group["stances"]:
                target, evidence = stance["target"], stance["evidence"][0]
                yield " | ".join([
                    answer["articleId"], group["actor"]["displayName"],
                    stance["polarity"].removeprefix("POLARITY_").lower(),
                    target["text"] + (f" = {target['id']}" if target.get("id") else ""), evidence["cue"]["text"],
                ]) + "\n"


def main(write):
    found = list(answers())
    if write:
        GOLDEN.write_text("".join(found))
        return 0
    changes = list(difflib.unified_diff(GOLDEN.read_text().splitlines(True), found, "answers.txt", "now", n=0))
    sys.stdout.writelines(changes)
    return 1 if changes or not found else 0


sys.exit(main("--write" in sys.argv[1:]))
