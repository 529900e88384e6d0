"""stancectl batch: every way in and out gives the same answers; killed at random points, it goes on as if nothing had been.

STANCE_KILLS=50 kills as often as a release is tested with; ctest does fewer.
"""

import csv
import gzip
import json
import os
import pathlib
import pty
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

from programs import ROOT, running_stanced, start_stanced

STANCECTL = os.environ["STANCECTL"]
KILLS = int(os.environ.get("STANCE_KILLS", "6"))
ARTICLES = 3000


def articles():
    """(id, title, text) of many articles; every 97th has nothing in it and fails."""
    known = [json.loads(line) for line in (ROOT / "tests/corpus/articles.jsonl").read_text().splitlines()]
    for i in range(ARTICLES):
        article = known[i % len(known)]
        empty = i % 97 == 5
        yield f"{article['id']}-{i}", "" if empty else article.get("title", ""), "" if empty else article["text"]


def batch(*arguments, code=3, **options):
    run = subprocess.run([STANCECTL, "batch", *map(str, arguments)], capture_output=True, timeout=100, **options)
    assert run.returncode == code, (arguments, run.returncode, run.stderr.decode())
    return run


def killed_until_done(arguments, output):
    """Runs the batch again and again, killing it at random points, until it ends by itself; how often it was killed."""
    kills = 0
    while True:
        process = subprocess.Popen([STANCECTL, "batch", *map(str, arguments), "--resume"], stderr=subprocess.PIPE)
        if kills < KILLS:
            # From before the first byte to after some of the later checkpoints.
            time.sleep(random.uniform(0, 0.6) if kills % 3 else random.uniform(0.9, 1.6))
            process.kill()
        errors = process.communicate(timeout=100)[1].decode()
        if process.returncode == -9:
            kills += 1
            continue
        assert process.returncode == 3, errors
        if kills >= KILLS:
            return kills
        # It was quicker than we: begin again.
        kills += 1
        for path in (output, f"{output}.checkpoint"):
            pathlib.Path(path).unlink(missing_ok=True)


def check_interruptions(folder, whole, failed):
    """Asked to end, a batch says so and how to go on; gone on with, it gives the whole."""
    for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        output, errors = folder / "asked.jsonl", folder / "asked-errors.jsonl"
        for path in (output, errors, folder / "asked.jsonl.checkpoint"):
            path.unlink(missing_ok=True)
        arguments = ["--embedded", "--input", folder / "in.jsonl", "--output", output, "--errors", errors, "--progress=none"]
        process = subprocess.Popen([STANCECTL, "batch", *map(str, arguments)], stderr=subprocess.PIPE)
        while not output.exists() or output.stat().st_size == 0:
            time.sleep(0.01)
        process.send_signal(number)
        said = process.communicate(timeout=100)[1].decode()
        assert process.returncode == code, (process.returncode, said)
        assert re.fullmatch(r"stancectl: interrupted after \d+ articles; go on with --resume\n", said), said
        batch(*arguments, "--resume")
        assert output.read_bytes() == whole and errors.read_bytes() == failed, number


def check_kills(folder, whole, failed):
    for name, extra in (("answers.jsonl", []), ("answers.jsonl.gz", []), ("unordered.jsonl", ["--unordered"])):
        output, errors = folder / f"killed-{name}", folder / f"killed-{name}-errors.jsonl"
        arguments = ["--embedded", "--input", folder / "in.jsonl", "--output", output, "--errors", errors, *extra]
        kills = killed_until_done(arguments, output)
        got = gzip.decompress(output.read_bytes()) if name.endswith(".gz") else output.read_bytes()
        if extra:
            assert sorted(got.splitlines()) == sorted(whole.splitlines()), name
            assert sorted(errors.read_bytes().splitlines()) == sorted(failed.splitlines()), name
        else:
            assert got == whole, f"{name}: {len(got)} bytes, not {len(whole)}"
            assert errors.read_bytes() == failed, name
        print(f"{name}: killed {kills} times, same output")
        done = batch(*arguments, "--resume")
        assert b"is complete: there is nothing to resume" in done.stderr, done.stderr
        other = batch(*arguments, "--resume", "--min-confidence", "0.5", code=2)
        assert b"is of another run" in other.stderr, other.stderr


def check_forms(folder, whole, address):
    embedded = ["--embedded", "--errors", folder / "e"]
    source = folder / "in.jsonl"
    batch(*embedded, "--input", source, "--output", folder / "one.jsonl", "--parallel", 1)
    assert (folder / "one.jsonl").read_bytes() == whole
    assert not (folder / "one.jsonl.checkpoint").exists()

    # Gzip in, gzip out; standard input and output.
    (folder / "in.jsonl.gz").write_bytes(gzip.compress(source.read_bytes(), 1))
    batch(*embedded, "--input", folder / "in.jsonl.gz", "--output", folder / "o.jsonl.gz")
    assert gzip.decompress((folder / "o.jsonl.gz").read_bytes()) == whole
    piped = batch(*embedded, "--input", "-", "--output", "-", input=(folder / "in.jsonl.gz").read_bytes())
    assert piped.stdout == whole
    (folder / "cut.jsonl.gz").write_bytes((folder / "in.jsonl.gz").read_bytes()[:100000])
    cut = batch(*embedded, "--input", folder / "cut.jsonl.gz", "--output", folder / "o", code=2)
    assert b"cannot be read to its end" in cut.stderr, cut.stderr

    # CSV with columns of other names, and the same articles as files.
    with open(folder / "in.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["nr", "headline", "ignored", "body"])
        rows.writerows([id_, title, 7, text] for id_, title, text in articles())
    batch(*embedded, "--input", folder / "in.csv", "--columns", "id=nr,title=headline,text=body",
          "--output", folder / "csv.jsonl")
    assert (folder / "csv.jsonl").read_bytes() == whole
    wrong = batch(*embedded, "--input", folder / "in.csv", "--output", folder / "o", code=2)
    assert b"no column is called text or title" in wrong.stderr, wrong.stderr
    assert b"nr, headline, ignored, body" in wrong.stderr, wrong.stderr
    (folder / "texts").mkdir()
    for id_, _, text in list(articles())[:20]:
        (folder / "texts" / f"{id_}.txt").write_text(text)
    batch(*embedded, "--input", folder / "texts", "--output", folder / "stances.csv", code=3)
    with open(folder / "stances.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows and all(row["polarity"] in ("supports", "opposes", "neutral") for row in rows)
    assert len({row["article_id"] for row in rows}) > 5

    # Shards together are the whole.
    parts = []
    for index in range(3):
        environment = dict(os.environ, JOB_COMPLETION_INDEX=str(index), STANCE_SHARDS="3")
        batch(*embedded, "--input", source, "--output", folder / "shard-{shard}.jsonl", env=environment)
        parts += (folder / f"shard-{index}.jsonl").read_bytes().splitlines()
    assert sorted(parts) == sorted(whole.splitlines())

    # Over streams to a server: the same bytes.
    for streams in (1, 4):
        batch("--server", address, "--input", source, "--output", folder / "s.jsonl", "--errors", folder / "se",
              "--streams", streams)
        assert (folder / "s.jsonl").read_bytes() == whole, streams


def check_outage(folder, whole, failed, address):
    """The server is killed, and no article is blamed for it: another server answers the rest."""
    output, errors = folder / "outage", folder / "outage-errors"
    arguments = ["--input", folder / "in.jsonl", "--output", output, "--errors", errors, "--resume"]
    server, killed = start_stanced()
    process = subprocess.Popen([STANCECTL, "batch", *map(str, arguments), "--server", killed], stderr=subprocess.PIPE)
    while process.poll() is None and not (output.exists() and output.stat().st_size > 0):
        time.sleep(0.001)
    server.kill()
    server.communicate()
    said = process.communicate(timeout=100)[1].decode()
    assert process.returncode == 78 and "Connection refused" in said and "go on with --resume" in said, said
    assert errors.read_bytes() == failed[: errors.stat().st_size], errors.read_text()
    batch(*arguments, "--server", address)
    assert output.read_bytes() == whole and errors.read_bytes() == failed


def check_terminal(folder):
    """On a terminal there is a bar, and what is left of it is one line."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [STANCECTL, "batch", "--embedded", "--input", folder / "in.jsonl", "--output", folder / "t.jsonl", "--errors",
         folder / "e", "--parallel", "1"], stderr=follower)
    os.close(follower)
    shown = b""
    try:
        while chunk := os.read(leader, 4096):
            shown += chunk
    except OSError:  # how a terminal ends
        pass
    assert process.wait(timeout=30) == 3
    assert b"\r[" in shown and b"/s" in shown and b"\r\x1b[Kstancectl: 3,000 articles" in shown, shown


def main():
    random.seed(7)
    with tempfile.TemporaryDirectory() as name, running_stanced() as address:
        folder = pathlib.Path(name)
        with open(folder / "in.jsonl", "w") as file:
            for id_, title, text in articles():
                file.write(json.dumps({"id": id_, "title": title, "text": text}) + "\n")
        batch("--embedded", "--input", folder / "in.jsonl", "--output", folder / "whole", "--errors", folder / "failed")
        whole, failed = (folder / "whole").read_bytes(), (folder / "failed").read_bytes()
        assert whole.count(b"\n") + failed.count(b"\n") == ARTICLES
        check_forms(folder, whole, address)
        check_outage(folder, whole, failed, address)
        check_terminal(folder)
        check_interruptions(folder, whole, failed)
        check_kills(folder, whole, failed)
    return 0


sys.exit(main())
