"""Completion in the shells that are here, and the man page without a warning of groff's."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

STANCECTL = os.environ["STANCECTL"]

# words so far (the last is being typed), what must be offered, what must not.
ROWS = [
    (["cl"], ["classify"], ["batch"]),
    ([""], ["batch", "explain", "health", "report"], []),
    (["classify", "--for"], ["--format"], ["--output"]),
    (["classify", "--format", ""], ["table", "markdown"], ["--title"]),
    (["batch", "--un"], ["--unordered"], ["--ordered"]),
    (["completion", "z"], ["zsh"], ["bash"]),
    (["help", ""], ["classify", "lexicon"], ["articles.jsonl"]),
    (["lexicon", ""], ["check", "info", "list-actors"], ["classify"]),
    (["load", "--ra"], ["--rate"], ["--duration"]),
    (["lexicon", "check", "--f"], ["--format"], ["--gold"]),
    (["lexicon", "check", "--format", ""], ["text", "json"], ["table"]),
    (["batch", "--input", "art"], ["articles.jsonl"], ["answers"]),
    (["batch", "--profile", "art"], [], ["articles.jsonl"]),
    (["batch", "--parallel", "art"], [], ["articles.jsonl"]),
]


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, **options)
    assert done.returncode == 0 and done.stderr == "", (command[:2], done)
    return done.stdout


def bash(words, folder):
    script = (f"source <('{STANCECTL}' completion bash); COMP_WORDS=(stancectl \"$@\"); COMP_CWORD=$#; _stancectl;"
              "printf '%s\\n' \"${COMPREPLY[@]}\"")
    return run("bash", "-c", script, "-", *words, cwd=folder)


def fish(words, folder):
    line = " ".join(["stancectl", *words])
    environment = dict(os.environ, HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"))
    return run("fish", "-c", f"'{STANCECTL}' completion fish | source; complete -C '{line}'", cwd=folder, env=environment)


def main():
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "articles.jsonl").touch()
        for shell, complete in (("bash", bash), ("fish", fish)):
            if not shutil.which(shell):
                print(f"{shell} is not here: skipped")
                continue
            for words, offered, hidden in ROWS:
                got = [line.split("\t")[0] for line in complete(words, folder).splitlines()]
                missing = [word for word in offered if word not in got]
                wrong = [word for word in hidden if word in got]
                if missing or wrong:
                    failures += 1
                    print(f"{shell}: {words}: missing {missing}, wrong {wrong}: {got}")
        got = bash(["classify", "--format", "=", "m"], folder).split()
        assert got == ["markdown"], got
    if shutil.which("zsh"):
        run("zsh", "-n", input=run(STANCECTL, "completion", "zsh"))
    else:
        print("zsh is not here: skipped")
    page = run(STANCECTL, "man")
    assert page.startswith(".TH STANCECTL 1"), page[:100]
    for command in ("classify", "batch", "merge", "report", "matrix", "eval", "lexicon check", "lexicon info", "load", "explain", "health", "version", "completion"):
        assert f'.SH "stancectl {command}"' in page, command
    if shutil.which("groff"):
        text = run("groff", "-man", "-Tutf8", "-ww", "-P-c", input=page)
        text = " ".join(text.split())  # lines are filled with spaces
        assert "health exits as grpc-health-probe does" in text, text[-500:]
    else:
        print("groff is not here: skipped")
    return 1 if failures else 0


sys.exit(main())
