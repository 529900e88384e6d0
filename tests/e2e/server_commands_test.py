"""The commands of stancectl that ask a server about itself, and load, against a real one that serves two lexicons in layers."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from programs import ROOT, running_stanced

# An article beside the test data that says what is looked for.
POSTAL = str(ROOT / "tests/client/testdata/postal.txt")
problems = []


def expect(condition, what):
    if not condition:
        problems.append(what)


def run(*arguments, exit_code=0):
    done = subprocess.run([os.environ["STANCECTL"], *arguments], capture_output=True, text=True, timeout=100)
    expect(done.returncode == exit_code,
           f"{arguments}: exit code {done.returncode}, not {exit_code}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def ask_about_the_lexicon(address):
    info = run("lexicon", "info", "--server", address)
    told = dict(line.split(maxsplit=1) for line in info.splitlines())
    expect(told["name"] == "en+house" and told["server"].startswith("stanced "), info)
    about = json.loads(run("lexicon", "info", "--format=json", "--server", address))
    expect(about["lexicon"]["version"].endswith("+7"), str(about))

    # More than a page.
    actors = run("lexicon", "list-actors", "--server", address).splitlines()
    expect(len(actors) == about["entryCounts"]["actors"] + 1, f"{len(actors)} actors")
    ids = [line.split()[0] for line in actors[1:]]
    expect(ids == sorted(ids), "actors are not in order")
    # The house's word stands.
    found = run("lexicon", "list-actors", "--filter", "vatican", "--format=jsonl", "--server", address).splitlines()
    expect({"id": "country/VAT", "displayName": "Vatican by the house", "kind": "ACTOR_KIND_COUNTRY"}
           in [json.loads(line) for line in found], str(found))
    some = json.loads(run("lexicon", "list-actors", "--limit", "3", "--format=json", "--server", address))
    expect(len(some["actors"]) == 3, str(some))
    issues = run("lexicon", "list-issues", "--filter", "issue/arms", "--server", address)
    expect("issue/arms-control" in issues, issues)

    # A wording of an issue is looked up there; what it does not know is an error.
    named = run("classify", "--server", address, "--date=2026-03-04", "--format=csv", "--issue", "postal voting", POSTAL)
    expect("country/PER,Peru,country,supports,issue/absentee-voting" in named, named)
    run("classify", "--server", address, "--issue", "postl votign", POSTAL, exit_code=2)

    version = run("version", "--server", address).splitlines()
    expect([line.split()[0] for line in version] == ["stancectl", "stanced", "lexicon"], str(version))


def load(address, articles):
    common = ("load", "--server", address, "--input", articles, "--warm-up", "0s", "--concurrency", "4")
    report = json.loads(run(*common, "--count", "50", "--format=json"))
    expect(report["answered"] == "50" and report["statuses"] == [{"code": "OK", "count": "50"}], str(report))
    expect(report["plan"]["corpusArticles"] == 2 or report["plan"]["corpusArticles"] == "2", str(report["plan"]))
    expect(sum(int(bucket.get("count", 0)) for bucket in report["latencies"]["histogram"]) == 50, str(report))
    report = json.loads(run(*common, "--count", "50", "--streaming", "--connections", "2", "--format=json"))
    expect(report["answered"] == "50" and report["plan"]["streaming"], str(report))
    report = json.loads(run(*common, "--rate", "20", "--duration", "500ms", "--format=json"))
    expect(report["articles"] == "10" and "notSent" not in report, str(report))
    # More than one call at once can be: what the warm-up left does not count, and who asks is told.
    text = run("load", "--server", address, "--input", articles, "--concurrency", "1", "--rate", "100000", "--warm-up",
               "300ms", "--duration", "300ms", exit_code=3)
    expect("not reached  the rate: " in text and "\nanswered     0 of " not in text, text)
    text = run(*common, "--count", "5")
    expect("answered     5 of 5 in " in text, text)


def refuse(articles):
    text = run("load", "--server", "192.0.2.1:443", "--input", articles, exit_code=2)
    expect("192.0.2.1, which is neither this machine nor a private network" in text, text)
    text = run("load", "--server", "localhost:1", "--input", articles, "--count", "1", exit_code=78)
    expect("cannot reach a server at localhost:1" in text, text)
    text = run("load", "--server", "localhost:1", "--input", os.devnull, "--count", "1", exit_code=2)
    expect("there is no article in the input" in text, text)
    text = run("load", "--server", "localhost:1", "--input", articles, "--duration", "soon", exit_code=2)
    expect("is no length of time" in text, text)


def main():
    with tempfile.TemporaryDirectory() as directory:
        house = pathlib.Path(directory, "house")
        house.mkdir()
        (house / "ours.txtpb").write_text(
            'actor { id: "country/VAT" name: "Vatican by the house" kind: ACTOR_KIND_COUNTRY }\n')
        (house / "VERSION").write_text("7\n")
        articles = pathlib.Path(directory, "articles.jsonl")
        articles.write_text('{"text": "Peru condemned the raid."}\n{"text": "Fiji welcomed the carbon tax."}\n')
        with running_stanced("--lexicon", str(ROOT / "service/lexicon/en"), "--lexicon", str(house)) as address:
            ask_about_the_lexicon(address)
            load(address, str(articles))
        refuse(str(articles))
        embedded = run("version", "--embedded", "--lexicon", str(ROOT / "service/lexicon/en"), "--lexicon", str(house))
        expect("lexicon en+house" in embedded, embedded)
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
