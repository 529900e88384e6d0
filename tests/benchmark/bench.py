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
import signal
import statistics
import subprocess
import sys
import tempfile
import time

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


def call_text(articles):
    """Text of about 3.3 KB for a call: the article nearest to that size, with others behind it
    while it is much shorter."""
    texts = []
    for path in articles:
        content = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            texts += [json.loads(line).get("text", "") for line in content.splitlines() if line]
        else:
            texts.append(content)
    texts.sort(key=lambda text: abs(len(text.encode()) - 3300))
    call = texts[0]
    for following in texts[1:] + texts * 3300:
        if len(call.encode()) >= 2500:
            break
        call += "\n\n" + following
    return call


def server_cpu(benchmark, articles):
    """CPU time of a ClassifyArticle call beside the same server with a handler that does nothing."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as article:
        article.write(call_text(articles))
        article.flush()
        out, _ = run([benchmark, article.name], "serving_benchmark")
    number = lambda pattern: float(re.search(pattern, out)[1])
    return [
        Figure("server: CPU a call, no-op", number(r"no-op +([\d.]+) us"), "us"),
        Figure("server: CPU a call", number(r"stanced +([\d.]+) us"), "us"),
        Figure("server: CPU a call / no-op", number(r"stanced / no-op: ([\d.]+)"), at_most=4),
        Figure("server: TLS / plaintext", number(r"TLS / plaintext: ([\d.]+)"), at_most=1.25),
        Figure("server: streaming's overhead / a call's", number(r"a call's: ([\d.]+)"), at_most=0.65),
    ]


def server_start(stanced, rounds=5):
    """From exec to SERVING with the shipped lexicon, and the memory of the idle server."""
    milliseconds, megabytes = [], []
    for _ in range(rounds):
        start = time.monotonic()
        server = subprocess.Popen([str(stanced), "--listen", "127.0.0.1:0"], text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if not any('"event":"serving"' in line for line in server.stdout):
            print(f"bench: {stanced} did not start", file=sys.stderr)
            sys.exit(2)
        milliseconds.append((time.monotonic() - start) * 1e3)
        time.sleep(0.2)
        status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
        megabytes.append(int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024 / 1e6)
        server.send_signal(signal.SIGTERM)
        server.communicate()
    return [
        Figure("server: exec to SERVING", statistics.median(milliseconds), "ms", at_most=500),
        Figure("server: idle memory", statistics.median(megabytes), "MB", at_most=60),
    ]


class Batch:
    """A batch of many articles, made of the given ones over and over."""

    COUNT = 10_000

    def __init__(self, stancectl, articles, folder):
        self.stancectl, self.folder = stancectl, pathlib.Path(folder)
        texts = []
        for path in articles:
            content = path.read_text(encoding="utf-8")
            if path.suffix == ".jsonl":
                given = [json.loads(line) for line in content.splitlines() if line]
                texts += [{"title": article.get("title", ""), "text": article["text"]} for article in given]
            else:
                texts.append({"text": content})
        lines = [json.dumps({"id": str(i), **texts[i % len(texts)]}) for i in range(self.COUNT)]
        self.bytes = sum(len((text.get("title", "") + text["text"]).encode()) for text in texts) * self.COUNT / len(texts)
        (self.folder / "many.jsonl").write_text("\n".join(lines))
        (self.folder / "one.jsonl").write_text(lines[0])

    def seconds(self, name, *flags):
        start = time.monotonic()
        run([self.stancectl, "batch", "--input", self.folder / name, "--output", self.folder / "answers.jsonl", *flags], "batch")
        return time.monotonic() - start


def batch_speed(build, benchmark, articles, rounds=5):
    """Of 10,000 articles, by the clock and without the start of the program, beside the engine's own
    speed: each round measures all of them one after the other."""
    over_engine, two_to_one, served = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        batch = Batch(build / "client" / "stancectl", articles, folder)
        server = subprocess.Popen([str(build / "service" / "stanced"), "--listen", "127.0.0.1:0", "--log-level", "error"],
                                  text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said = ""
        while '"event":"serving"' not in said:
            said += server.stdout.readline()
        address = re.search(r'"event":"listening","address":"([^"]*)"', said)[1]
        for _ in range(rounds):
            engine = engine_speed(benchmark, articles, 5)[1]["engine_mb_s"]
            start = batch.seconds("one.jsonl", "--embedded")
            one, two = (batch.seconds("many.jsonl", "--embedded", "--parallel", str(n)) - start for n in (1, 2))
            stream = batch.seconds("many.jsonl", "--server", address, "--parallel", "1")
            over_engine.append(batch.bytes / one / 1e6 / engine)
            two_to_one.append(one / two)
            served.append(one / stream)
        server.send_signal(signal.SIGTERM)
        server.communicate()
    return [
        Figure("batch: embedded, one thread / engine", statistics.median(over_engine), at_least=0.8),
        Figure("batch: two threads / one", statistics.median(two_to_one), at_least=1.7),
        Figure("batch: one stream to a local server / one thread", statistics.median(served), at_least=0.5),
    ]


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

    stanced = args.build / "service" / "stanced"
    if stanced.exists():
        figures += server_cpu(args.build / "tests" / "benchmark" / "serving_benchmark", articles)
        figures += server_start(stanced)
        figures += batch_speed(args.build, benchmark, articles)
    else:
        print(f"bench: no {stanced}, hence no figures of the server", file=sys.stderr)

    print(f"{corpus_size['articles']} articles, {corpus_size['bytes']} bytes; medians of {args.rounds} rounds")
    print_table(figures)
    sys.exit(0 if all(f.ok() for f in figures) else 1)


if __name__ == "__main__":
    main()
