"""`cmake --install` into an empty tree (DESTDIR): all is where it belongs, the installed programs find their own lexicon, and a
program of somebody else's builds against the engine, by CMake and by pkg-config, and classifies with the installed lexicon.
"""

import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

from programs import ROOT

BUILD = pathlib.Path(os.environ["STANCED"]).parents[1]
EMBED = ROOT / "service/examples/embed"
INSTALLED = [
    "bin/stanced", "bin/stancectl", "share/stance/lexicon/en/VERSION", "share/man/man1/stancectl.1",
    "share/bash-completion/completions/stancectl", "share/zsh/site-functions/_stancectl",
    "share/fish/vendor_completions.d/stancectl.fish", "lib/systemd/system/stanced.service",
    "include/stance/service/engine/classifier.h", "include/stance/stance/lexicon/v1/lexicon.pb.h",
    "share/stance/proto/stance/v1/stance_service.proto",
]
SENTENCE = "Kenya welcomed the ruling."
ANSWER = "country/KEN POLARITY_SUPPORTS ruling\n"


def run(*command, **options):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=110, **options)
    if done.returncode != 0:
        raise SystemExit(f"{shlex.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def check_programs(prefix):
    lexicon = str(prefix / "share/stance/lexicon/en")
    said = run(prefix / "bin/stanced", "--check")
    assert said.startswith(f"the lexicon {lexicon} loads"), said
    stances = run(prefix / "bin/stancectl", "classify", "--embedded", "--format", "csv", "-", input=SENTENCE)
    assert "Kenya" in stances, stances


def check_embedded(prefix, folder):
    """The example, moved to where nothing of the source tree is near."""
    lexicon = prefix / "share/stance/lexicon/en"
    run("cmake", "-S", EMBED, "-B", folder / "cmake", f"-DCMAKE_PREFIX_PATH={prefix}", "-DCMAKE_BUILD_TYPE=Release")
    run("cmake", "--build", folder / "cmake")
    answer = run(folder / "cmake/embed", lexicon, SENTENCE)
    assert answer == ANSWER, answer

    pc = next(prefix.glob("lib/**/pkgconfig")) / "stance.pc"
    environment = dict(os.environ, PKG_CONFIG_PATH=str(pc.parent))
    flags = run("pkg-config", "--cflags", "--libs", "stance", env=environment).split()
    run("g++", "-std=c++20", EMBED / "main.cc", "-o", folder / "embed", *flags)
    named = run("pkg-config", "--variable=lexicondir", "stance", env=environment).strip()
    assert os.path.samefile(named, lexicon), named
    answer = run(folder / "embed", named, SENTENCE)
    assert answer == ANSWER, answer


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run("cmake", "--install", BUILD, "--prefix", "/usr", env=dict(os.environ, DESTDIR=str(folder / "root")))
        prefix = folder / "root/usr"
        missing = [path for path in INSTALLED if not (prefix / path).exists()]
        assert not missing, f"not installed: {missing}"
        check_programs(prefix)
        check_embedded(prefix, folder)
    return 0


sys.exit(main())
