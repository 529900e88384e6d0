"""The clients of client/examples against a real server: the same article, the same answers, offsets right behind an emoji."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from programs import ROOT, SKIPPED, running_stanced

PYTHON = "/usr/bin/python3"  # the one that Debian's packages are for
MODULES = ROOT / ".cache/tools/node_modules"
EXAMPLES = ROOT / "client/examples"
ARTICLE = "😀 Café: Peru condemned the raid. Fiji backs the carbon tax."
EXPECTED = "Peru opposes raid (condemned)\nFiji supports carbon tax (backs)\n"


def python_command(folder):
    """The example's command, its stubs made; None where something is not there."""
    plugin = shutil.which("grpc_python_plugin")
    probe = subprocess.run([PYTHON, "-c", "import grpc, google.protobuf"], capture_output=True, timeout=60)
    if not plugin or probe.returncode != 0:
        return None
    protos = [path.relative_to(ROOT / "proto") for path in (ROOT / "proto/stance/v1").glob("*.proto")]
    protos += [path.relative_to(ROOT / "proto") for path in (ROOT / "proto/google/rpc").glob("*.proto")]
    subprocess.run(["protoc", "-I", ROOT / "proto", f"--python_out={folder}", f"--grpc_python_out={folder}",
                    f"--plugin=protoc-gen-grpc_python={plugin}", *protos], check=True, timeout=60)
    # The messages of google.rpc lie in a package that google.protobuf has, too.
    (folder / "sitecustomize.py").write_text(
        f"import google\ngoogle.__path__.append({str(folder / 'google')!r})\n")
    return [PYTHON, EXAMPLES / "python/classify.py"], {"PYTHONPATH": str(folder)}, []


def node_command(folder):
    if not shutil.which("node") or not (MODULES / "@grpc/grpc-js").exists():
        return None
    # Node looks for modules beside the program.
    shutil.copy(EXAMPLES / "node/classify.mjs", folder)
    (folder / "node_modules").symlink_to(MODULES)
    return ["node", folder / "classify.mjs"], {}, [ROOT / "proto"]


def main():
    ran = 0
    with tempfile.TemporaryDirectory() as name, running_stanced() as address:
        folder = pathlib.Path(name)
        (folder / "article.txt").write_text(ARTICLE)
        for language, make in (("python", python_command), ("node", node_command)):
            own = folder / language
            own.mkdir()
            made = make(own)
            if made is None:
                print(f"{language}: what it needs is not there: skipped")
                continue
            command, environment, more = made
            ran += 1
            run = subprocess.run([*command, address, folder / "article.txt", *more], capture_output=True, text=True,
                                 timeout=60, env=dict(os.environ, no_proxy="127.0.0.1", **environment))
            assert (run.returncode, run.stdout) == (0, EXPECTED), (language, run)
            (folder / "empty.txt").write_text(" ")
            run = subprocess.run([*command, address, folder / "empty.txt", *more], capture_output=True, text=True,
                                 timeout=60, env=dict(os.environ, no_proxy="127.0.0.1", **environment))
            assert run.returncode == 1 and "INVALID_ARGUMENT: article.text" in run.stderr, (language, run)
    return 0 if ran else SKIPPED


sys.exit(main())
