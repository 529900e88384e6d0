#!/usr/bin/env python3
"""Runs every benchmark and holds the figures against their bounds.

    python3 tests/benchmark/bench.py build/release [--articles FILE...]

Prints one table. The exit code is 1 where a bound is missed, 2 where a benchmark
does not run. Speeds depend on the machine and have no bound; ratios of two
figures from one run, and counted instructions, have.
"""

import argparse
import dataclasses
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
STAGES = ("tokenise", "match", "engine")


@dataclasses.dataclass
class Figure:
    name: str
    value: float
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None

    def bound(self):
        if self.at_most is not None:
            return f"<= {self.at_most:g}"
        if self.at_least is not None:
            return f">= {self.at_least:g}"
        return ""

    def ok(self):
        if self.at_most is not None:
            return self.value <= self.at_most
        if self.at_least is not None:
            return self.value >= self.at_least
        return True


def run(command, what):
    """The standard output and error of a command that must succeed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        print(f"bench: {what} failed:\n{done.stderr}", file=sys.stderr)
        sys.exit(2)
    return done.stdout, done.stderr


def engine_speed(benchmark, articles, rounds):
    command = [benchmark, "--json", "--rounds", rounds, "--articles", *articles]
    speed = json.loads(run(command, "engine_benchmark")[0])
    figures = [
        Figure("tokenise", speed["tokenise_mb_s"], "MB/s"),
        Figure("tokenise + match", speed["match_mb_s"], "MB/s"),
        Figure("engine", speed["engine_mb_s"], "MB/s"),
        Figure("engine / (tokenise + match)", speed["engine_to_match"], at_least=0.25),
    ]
    if speed["two_threads_to_one"] > 0:
        figures.append(Figure("two engine threads / one", speed["two_threads_to_one"]))
    figures += [
        Figure("engine: peak memory", speed["peak_mb"], "MB"),
        Figure("lexicon load", speed["load_ms"], "ms"),
    ]
    return figures, speed


def instructions(benchmark, articles):
    """Instructions a byte of article, counted by callgrind without the lexicon load and the first
    pass over the articles."""
    figures = []
    for stage, at_most in zip(STAGES, (20, 45, 180)):
        command = ["valgrind", "--tool=callgrind", "--toggle-collect=*MeasuredPass*",
                   "--callgrind-out-file=/dev/null",
                   benchmark, "--count", stage, "--articles", *articles]
        out, err = run(command, f"callgrind on {stage}")
        collected = int(re.search(r"Collected : (\d+)", err)[1])
        size = int(re.match(r"(\d+) bytes", out)[1])
        figures.append(Figure(f"instructions a byte: {stage}", collected / size, at_most=at_most))
    return figures


def print_table(figures):
    rows = [("figure", "value", "bound", "")]
    for f in figures:
        value = f"{f.value:.3g}" if f.value < 10 else f"{f.value:.1f}"
        verdict = "" if not f.bound() else "ok" if f.ok() else "MISSED"
        rows.append((f.name, f"{value} {f.unit}".strip(), f.bound(), verdict))
    width = max(len(row[0]) for row in rows)
    for row in rows:
        print(f"{row[0]:<{width}}  {row[1]:>12}  {row[2]:>8}  {row[3]}".rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path, help="build directory")
    parser.add_argument("--articles", nargs="+", type=pathlib.Path, help="*.jsonl or text files")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--without-instructions", action="store_true", help="do not run callgrind")
    args = parser.parse_args()
    corpus = ROOT / "tests" / "corpus"
    articles = args.articles or [*sorted(corpus.glob("*.jsonl")), corpus / "demo.txt"]

    benchmark = args.build / "tests" / "benchmark" / "engine_benchmark"
    figures, corpus_size = engine_speed(benchmark, articles, args.rounds)
    if not args.without_instructions:
        figures += instructions(benchmark, articles)

    print(f"{corpus_size['articles']} articles, {corpus_size['bytes']} bytes; medians of {args.rounds} rounds")
    print_table(figures)
    sys.exit(0 if all(f.ok() for f in figures) else 1)


if __name__ == "__main__":
    main()
