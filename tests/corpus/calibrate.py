#!/usr/bin/env python3
"""Fits the model of how sure stances are to annotated articles, and writes it as the lexicon's
calibration: calibrate.py STANCECTL LEXICON GOLD...

A stance is right with the probability that the way it was found in, its signs and its cue add up
to, as log-odds (service/engine/stance/confidence.cc): a logistic regression, drawn towards the
precision of all where counts are few. What is printed was predicted for articles that the model
had not seen: ten folds, split by article."""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

FILE = pathlib.Path("grammar") / "calibration.txtpb"
DESCRIPTION = (
    "How sure stances are, fitted by tests/corpus/calibrate.py to annotated articles: the precision of stances without signs by "
    "the way in which they were found, and what signs and cues add to its log-odds; count says on how many stances."
)
DRAW = 0.3  # how strongly the model follows few counts: C of the regression
CUE_DRAW = 2  # counts that the precision of all weighs in that of a cue
CUE_RARE = 3  # a cue with fewer has the sign cue-rare (service/engine/lexicon/calibration_entries.cc)
FOLDS = 10


def log_odds(p):
    return np.log(p / (1 - p))


def probability(x):
    return 1 / (1 + np.exp(-x))


class Answers:
    """The answers that count, with the way, the signs and the cue of each."""

    def __init__(self, judged):
        self.right = np.array([one["correct"] for one in judged], dtype=float)
        names = {name: i for i, name in enumerate(dict.fromkeys(one["article"] for one in judged))}
        self.articles = np.array([names[one["article"]] for one in judged])
        self.cues = [one.get("cue", "") for one in judged]
        grounds = [self.grounds(one) for one in judged]
        self.names = sorted({name for one in grounds for name in one})
        self.columns = np.array([[name in one for name in self.names] for one in grounds], dtype=float)

    @staticmethod
    def grounds(one):
        way, _, signs = re.fullmatch(r"[\d.]+ \(([\w/-]+)(: )?(.*)\)", one["grounds"]).groups()
        repeated = ["sign/repeated"] if one["evidence"] > 1 else []
        return {way, *("sign/" + sign for sign in signs.split(", ") if sign not in ("", "cue-rare")), *repeated}


class Model:
    """A regression on ways and signs, and on how often the cue was right."""

    def __init__(self, answers, rows):
        self.base = answers.right[rows].mean()
        self.hits, self.counts = collections.Counter(), collections.Counter()
        for row in rows:
            self.hits[answers.cues[row]] += answers.right[row]
            self.counts[answers.cues[row]] += 1
        # Of each answer's cue the others tell.
        cues = [self.cue(answers.cues[row], answers.right[row], 1) for row in rows]
        self.regression = LogisticRegression(C=DRAW, max_iter=5000)
        self.regression.fit(np.column_stack([answers.columns[rows], cues]), answers.right[rows])

    def cue(self, cue, hits=0, count=0):
        """Whether the cue is rare, and the log-odds of its being right, above those of all; without some of its answers."""
        count = self.counts[cue] - count
        precision = (self.hits[cue] - hits + CUE_DRAW * self.base) / (count + CUE_DRAW)
        return float(count < CUE_RARE), log_odds(precision) - log_odds(self.base)

    def predict(self, answers, rows):
        cues = [self.cue(answers.cues[row]) for row in rows]
        return self.regression.predict_proba(np.column_stack([answers.columns[rows], cues]))[:, 1]

    def entries(self, answers):
        """(way, fields) for each calibration."""
        *weights, rare, of_cue = self.regression.coef_[0]
        start = self.regression.intercept_[0]
        for name, weight, count in zip(answers.names, weights, answers.columns.sum(axis=0)):
            if not name.startswith("sign/"):
                yield name, f"precision: {probability(start + weight):.2f} count: {count:.0f}"
        for name, weight, count in zip(answers.names, weights, answers.columns.sum(axis=0)):
            if name.startswith("sign/"):
                yield name, f"log_odds: {weight:.2f} count: {count:.0f}"
        yield "sign/cue-rare", f"log_odds: {rare:.2f}"
        for cue, count in sorted(self.counts.items()):
            adds = of_cue * self.cue(cue)[1]
            if cue and (count >= CUE_RARE or abs(adds) >= 0.05):
                yield cue, f"log_odds: {adds:.2f} count: {count}"


def judge(stancectl, lexicon, gold):
    with tempfile.TemporaryDirectory() as folder:
        judged = pathlib.Path(folder) / "judged.jsonl"
        command = [stancectl, "eval", "--embedded", "--lexicon", lexicon, "--judged", judged]
        for one in gold:
            command += ["--gold", one]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return [json.loads(line) for line in judged.read_text(encoding="utf-8").splitlines()]


def report(right, predicted):
    base = right.mean()
    skill = 1 - ((predicted - right) ** 2).mean() / ((base - right) ** 2).mean()
    order = np.argsort(predicted, kind="stable")
    bins = np.array_split(order, 10)
    error = sum(abs(predicted[b].mean() - right[b].mean()) * len(b) for b in bins) / len(right)
    print(f"answers {len(right)}, right {base:.3f}; on articles not seen: Brier skill {skill:.3f}, expected calibration error {error:.3f}, "
          f"precision of the most confident third {right[order[-(len(order) // 3):]].mean():.3f}")
    print("  predicted  right  answers")
    for b in bins:
        print(f"  {predicted[b].mean():9.3f}  {right[b].mean():5.3f}  {len(b):7}")


def main():
    stancectl, lexicon, *gold = sys.argv[1:]
    answers = Answers([one for one in judge(stancectl, lexicon, gold) if "grounds" in one])
    predicted = np.zeros(len(answers.right))
    for train, test in GroupKFold(FOLDS).split(answers.columns, groups=answers.articles):
        predicted[test] = Model(answers, train).predict(answers, test)
    report(answers.right, predicted)
    entries = list(Model(answers, np.arange(len(answers.right))).entries(answers))
    lines = [f'calibration {{ way: "{way}" {fields} }}' for way, fields in entries]
    path = pathlib.Path(lexicon) / FILE
    path.write_text("\n".join([f'description: "{DESCRIPTION}"', "", *lines]) + "\n", encoding="utf-8")
    print(f"{len(entries)} figures in {path}")


main()
