"""gzip in both directions: a client that is not ours (gRPC for Python) sends compressed articles, and gets compressed answers
from a server with --compression=gzip; a forwarder between them counts what is on the wire.
"""

import contextlib
import importlib.util
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading

from programs import ROOT, SKIPPED, running_stanced

PYTHON = "/usr/bin/python3"  # the one that Debian's packages are for
TEXT = " ".join(["Peru condemned the raid, and Fiji welcomed the carbon tax."] * 200)


class Forwarder:
    """Passes bytes on to `address`, and counts them by direction."""

    def __init__(self, address):
        self.sent = self.received = 0
        self.to = address.rsplit(":", 1)
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.listening.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listening.accept()
            server = socket.create_connection((self.to[0], int(self.to[1])))
            threading.Thread(target=self.pump, args=(client, server, "sent"), daemon=True).start()
            threading.Thread(target=self.pump, args=(server, client, "received"), daemon=True).start()

    def pump(self, source, sink, counter):
        with contextlib.suppress(OSError):  # one of the two is gone
            while data := source.recv(65536):
                setattr(self, counter, getattr(self, counter) + len(data))
                sink.sendall(data)
        sink.close()


def classify(stubs, address, compression):
    """The answer, and what it took on the wire in each direction."""
    import grpc

    stance_pb2, stub = stubs
    forwarder = Forwarder(address)
    with grpc.insecure_channel(forwarder.address, compression=compression) as channel:
        call = channel.unary_unary(
            "/stance.v1.StanceService/ClassifyArticle",
            request_serializer=stub.ClassifyArticleRequest.SerializeToString,
            response_deserializer=stub.ClassifyArticleResponse.FromString,
        )
        request = stub.ClassifyArticleRequest(article=stance_pb2.Article(text=TEXT))
        answer = call(request, timeout=30)
    return answer.SerializeToString(deterministic=True), forwarder.sent, forwarder.received


def main():
    if sys.executable != PYTHON and os.path.exists(PYTHON):
        os.execv(PYTHON, [PYTHON, *sys.argv])
    if importlib.util.find_spec("grpc") is None:
        print("gRPC for Python is not there (./dev setup installs it): skipped")
        return SKIPPED
    import grpc

    problems = []
    with tempfile.TemporaryDirectory() as directory:
        protos = [str(path.relative_to(ROOT / "proto")) for path in (ROOT / "proto/stance/v1").glob("*.proto")]
        protos += ["google/rpc/status.proto"]
        subprocess.run(["protoc", "-I", str(ROOT / "proto"), f"--python_out={directory}", *protos], check=True)
        sys.path.insert(0, directory)
        # google.rpc beside the installed google.protobuf.
        import google
        google.__path__.append(str(pathlib.Path(directory, "google")))
        from stance.v1 import article_pb2, stance_service_pb2

        stubs = (article_pb2, stance_service_pb2)
        with running_stanced("--drain-delay", "0") as address:
            plain, sent, received = classify(stubs, address, grpc.Compression.NoCompression)
            zipped, sent_zipped, received_plain = classify(stubs, address, grpc.Compression.Gzip)
        with running_stanced("--drain-delay", "0", "--compression=gzip") as address:
            answered, _, received_zipped = classify(stubs, address, grpc.Compression.NoCompression)
        if not plain == zipped == answered:
            problems.append("the answers differ")
        print(f"sent {sent}, compressed {sent_zipped}; received {received}, {received_plain}, compressed {received_zipped}")
        if sent < len(TEXT) or sent_zipped > sent / 4:
            problems.append("the request was not sent compressed")
        if received_zipped > received / 4:
            problems.append("the answer was not sent compressed")
        if received_plain < received / 2:
            problems.append("answers are compressed where nobody asked for it")
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
