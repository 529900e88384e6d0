"""Files that change under a running server as kubelet changes those of a ConfigMap or a Secret: a new directory, then ..data is
swapped. Certificates, and the house lexicon of deploy/kubernetes.
"""

import os
import pathlib
import re
import subprocess
import tempfile
import urllib.request

from containers import ROOT, Stanced, stancectl, wait_for

LEXICON = "/usr/share/stance/lexicon/en"
HOUSE = "/etc/stance/lexicon/house"
SENTENCE = "Malta opposes the harbour levy."


class Mount:
    """A directory as kubelet makes it."""

    def __init__(self, path, files):
        self.path = pathlib.Path(path)
        self.path.mkdir()
        self.path.chmod(0o755)
        self.version = 0
        self.swap(files)

    def swap(self, files):
        self.version += 1
        data = self.path / f"..version_{self.version}"
        data.mkdir(mode=0o755)
        for name, content in files.items():
            (data / name).write_bytes(content)
            (data / name).chmod(0o444)
            if not (self.path / name).is_symlink():
                (self.path / name).symlink_to(f"..data/{name}")
        (self.path / "..data_tmp").symlink_to(data.name)
        os.rename(self.path / "..data_tmp", self.path / "..data")


def openssl(*arguments, **options):
    return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, timeout=60, **options).stdout


def authority(folder):
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=lab", "-days", "2",
            "-keyout", folder / "ca.key", "-out", folder / "ca.crt")


def certificate(folder, name, san):
    """What cert-manager's Secret holds."""
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name}", "-keyout",
            folder / f"{name}.key", "-out", folder / f"{name}.csr")
    (folder / "extensions").write_text(f"subjectAltName={san}")
    openssl("x509", "-req", "-in", folder / f"{name}.csr", "-CA", folder / "ca.crt", "-CAkey", folder / "ca.key", "-days", "2",
            "-extfile", folder / "extensions", "-out", folder / f"{name}.crt")
    return {"tls.crt": (folder / f"{name}.crt").read_bytes(), "tls.key": (folder / f"{name}.key").read_bytes(),
            "ca.crt": (folder / "ca.crt").read_bytes()}


def serial(server, client):
    """Of the certificate that the server shows."""
    shown = subprocess.run(
        ["openssl", "s_client", "-connect", f"{server.ip}:50051", "-alpn", "h2", "-cert", client / "tls.crt", "-key",
         client / "tls.key"], capture_output=True, input=b"", timeout=30).stdout
    return openssl("x509", "-noout", "-serial", input=shown) if b"BEGIN" in shown else b""


def check_certificates(report, folder):
    authority(folder)
    spiffe = "spiffe://cluster.local/ns/stance/sa/stance-client"
    mount = Mount(folder / "tls", certificate(folder, "server", "DNS:stanced"))
    client = Mount(folder / "client", certificate(folder, "client", f"URI:{spiffe}")).path
    server = Stanced("tls", "--volume", f"{mount.path}:/etc/stance/tls:ro", command=[
        "--tls-certificate=/etc/stance/tls/tls.crt", "--tls-key=/etc/stance/tls/tls.key",
        "--tls-client-ca=/etc/stance/tls/ca.crt", f"--allow-client={spiffe}"])

    def ask():
        return stancectl("health", "--server", "dns:///stanced:50051", "--tls-ca", "/client/ca.crt", "--tls-cert",
                         "/client/tls.crt", "--tls-key", "/client/tls.key", check=False,
                         flags=["--volume", f"{client}:/client:ro"]).stdout.strip()

    report("mutual TLS", ask(), ask() == "SERVING")
    first = serial(server, client)
    mount.swap(certificate(folder, "server", "DNS:stanced"))
    wait_for("the new certificate", lambda: serial(server, client) not in (b"", first))
    second = serial(server, client)
    report("certificate swapped by ..data, without a restart", ask(), ask() == "SERVING")
    mount.swap({"tls.crt": b"garbage", "tls.key": b"garbage", "ca.crt": (folder / "ca.crt").read_bytes()})
    wait_for("that is noticed", lambda: server.metric("stance_tls_reloads_total", result="kept") > 0)
    report("a certificate that is none: the old one stays", ask(), ask() == "SERVING" and serial(server, client) == second)
    server.remove()


def lexicon_checksum(server):
    text = urllib.request.urlopen(f"http://{server.ip}:9464/metrics", timeout=5).read().decode()
    return re.search(r'^stance_lexicon_info\{.*checksum="(\w+)"', text, re.M)[1]


def check_lexicon(report, folder):
    entry = (ROOT / "deploy/kubernetes/overlays/house-lexicon/lexicon/house.txtpb").read_bytes()
    mount = Mount(folder / "house", {"house.txtpb": entry})
    server = Stanced("lexicon", "--volume", f"{mount.path}:{HOUSE}:ro", command=[f"--lexicon={LEXICON}", f"--lexicon={HOUSE}"])

    answer = stancectl("explain", "--server", "dns:///stanced:50051", SENTENCE).stdout.splitlines()[0]
    report("house lexicon", answer, "harbour levy" in answer)
    before = lexicon_checksum(server)
    mount.swap({"house.txtpb": entry.replace(b"port dues reform", b"port dues bill")})
    wait_for("the new lexicon", lambda: lexicon_checksum(server) != before)
    after = lexicon_checksum(server)
    report("lexicon swapped by ..data, without a restart", f"checksum {after[:12]}", after != before)
    mount.swap({"house.txtpb": b"issue { nonsense }"})
    wait_for("that is noticed", lambda: server.metric("stance_lexicon_reload_failed") == 1)
    report("a lexicon with an error: the old one stays", f"checksum {lexicon_checksum(server)[:12]}",
           lexicon_checksum(server) == after)
    report("the log names the line", "house.txtpb:1", "house.txtpb:1" in server.logs())
    mount.swap({"house.txtpb": entry})
    wait_for("the first lexicon again", lambda: lexicon_checksum(server) == before)
    report("the first lexicon is put back", f"checksum {before[:12]}, failed {server.metric('stance_lexicon_reload_failed'):.0f}",
           server.metric("stance_lexicon_reload_failed") == 0)
    server.remove()


def run(report):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        check_certificates(report, folder)
        check_lexicon(report, folder)
