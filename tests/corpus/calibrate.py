#!/usr/bin/env python3
"""Measures how precise the stances are that are found in each way, and writes the lexicon's
calibration: calibrate.py STANCECTL LEXICON GOLD...

Each way is given a confidence of its own, the annotated articles are answered with that lexicon,
and the confidence of an answer then tells the way it was found in. Few counts are drawn towards
the precision of all."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

# Kinds of words, as service/engine/lexicon/calibration.h lists them.
WAYS = ("verb", "noun", "adjective", "phrase", "verdict", "evaluated", "context", "echo")
FACTORS = {"conditional": 2, "uncertain": 3}
DRAW = 10  # counts that the precision of all weighs
FILE = pathlib.Path("grammar") / "calibration.txtpb"
DESCRIPTION = (
    "Precision of stances by the way in which they were found, measured by tests/corpus/calibrate.py on "
    "annotated articles; count says on how many stances. Few counts are drawn towards the precision of all."
)


def primes(above):
    number = above
    while True:
        number += 1
        if all(number % d for d in range(2, int(number**0.5) + 1)):
            yield number


def write(path, entries):
    lines = [f'description: "{DESCRIPTION}"', ""]
    for way, (precision, count) in entries.items():
        lines.append(f'calibration {{ way: "{way}" precision: {precision:.6g} count: {count} }}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    stancectl, lexicon, *gold = sys.argv[1:]
    ways = [f"{way}/{holder}" for way in WAYS for holder in ("named", "coreference")]
    # Primes, so that no product of a way and of factors is that of another.
    marks = dict(zip(ways, primes(100)))
    with tempfile.TemporaryDirectory() as folder:
        marked = pathlib.Path(folder) / "lexicon"
        shutil.copytree(lexicon, marked)
        entries = {way: (mark / 10000, 1) for way, mark in marks.items()}
        entries |= {f"factor/{name}": (1 / divisor, 1) for name, divisor in FACTORS.items()}
        write(marked / FILE, entries)
        command = [stancectl, "eval", "--embedded", "--json", "--lexicon", str(marked)]
        for one in gold:
            command += ["--gold", one]
        out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    shares = {float(k): (v["correct"], v["of"]) for k, v in json.loads(out)["precisionByConfidence"].items()}
    every = sum(c for c, _ in shares.values()) / sum(n for _, n in shares.values())

    def drawn(correct, count, towards):
        return (correct + DRAW * towards) / (count + DRAW)

    def at(confidence):
        return next((s for k, s in shares.items() if abs(k - confidence) < 1.5e-6), (0, 0))

    entries = {}
    for way, mark in marks.items():
        correct, count = at(mark / 10000)
        entries[way] = (round(drawn(correct, count, every), 2), count)
    for name, divisor in FACTORS.items():
        correct = count = expected = 0
        for way, mark in marks.items():
            c, n = at(mark / 10000 / divisor)
            correct, count, expected = correct + c, count + n, expected + n * entries[way][0]
        factor = drawn(correct, count, every) / drawn(expected, count, every)
        entries[f"factor/{name}"] = (round(min(1.0, factor), 2), count)
    write(pathlib.Path(lexicon) / FILE, entries)
    print(f"{FILE}: precision {every:.3f} over all, by way:")
    for way, (precision, count) in entries.items():
        print(f"  {way:24} {precision:.2f}  ({count})")


main()
