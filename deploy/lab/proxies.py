"""nginx and haproxy (Debian's) in front of three replicas, with the configurations of deploy/compose: calls, streams, deadlines, and
replicas that are restarted in turn under load. The replicas' addresses stay, and haproxy is told them, as an ingress controller tells
them: found by DNS anew, one that has just started would count as up until its first check (in haproxy before 3.1).
"""

import pathlib
import re
import tempfile

from containers import ROOT, SUBNET, Crowd, Stanced, podman, stancectl, tool, wait_for

CONFIGURATIONS = ROOT / "deploy/compose"
# The command, and the age of connections that its configuration asks for.
PROXIES = {
    "nginx": (["/usr/sbin/nginx", "-g", "daemon off;", "-e", "stderr", "-c", str(CONFIGURATIONS / "nginx.conf")], 2),
    "haproxy": (["/usr/sbin/haproxy", "-db", "-f", str(ROOT / "build/lab/haproxy.cfg")], 0),
}
ADDRESSES = [SUBNET.replace("0/24", str(100 + i)) for i in range(3)]
CALLERS = 8
DEADLINE_EXCEEDED = 64 + 4


def check_streams(server, report):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o777)
        articles = (ROOT / "tests/corpus/articles.jsonl").read_text().splitlines() * 20
        (folder / "in.jsonl").write_text("\n".join(articles))
        stancectl("batch", "--server", server, "--input", "/data/in.jsonl", "--output", "/data/out.jsonl", "--progress", "none",
                  flags=["--volume", f"{folder}:/data"])
        answers = (folder / "out.jsonl").read_text().splitlines()
    report(f"streams: {len(articles)} articles", f"{len(answers)} answers", len(answers) == len(articles))


def write_haproxy():
    text = (CONFIGURATIONS / "haproxy.cfg").read_text().replace(" resolvers containers init-addr last,libc,none", "")
    servers = "".join(f"  server replica{i} {address}:50051\n" for i, address in enumerate(ADDRESSES))
    path = ROOT / "build/lab/haproxy.cfg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(re.sub(r"  server-template .*\n", servers, text))


def check(name, command, age, report):
    server = f"dns:///{name}:50051"
    # With the same hardware address after a restart: else the others look for the old one for a while.
    settings = {"STANCE_MAX_CONNECTION_AGE": str(age), "STANCE_DRAIN_DELAY": "3"}
    replicas = [Stanced(f"stanced-{i}", "--ip", ADDRESSES[i], "--mac-address", f"02:00:00:00:07:0{i}", settings=settings)
                for i in range(3)]
    proxy = tool(name, *command)
    wait_for(f"{name} answers", lambda: stancectl("explain", "--server", server, "Peru opposes it.", check=False).returncode == 0)
    before = [replica.answered() for replica in replicas]
    result = Crowd(server, 10_000).result()
    counts = [replica.answered() - start for replica, start in zip(replicas, before)]
    report(f"{name}: calls lost of {result['answered']}", result["failures"] or 0, not result["failures"])
    report(f"{name}: shares", ", ".join(f"{count / sum(counts):.3f}" for count in counts), min(counts) > 0.25 * sum(counts))
    check_streams(server, lambda what, figure, holds: report(f"{name}: {what}", figure, holds))
    late = stancectl("explain", "--server", server, "--timeout", "1ms", "Peru opposes it.", check=False)
    report(f"{name}: a deadline of 1 ms", f"exit code {late.returncode}", late.returncode == DEADLINE_EXCEEDED)

    crowd = Crowd(server, 100_000, CALLERS)
    restarts = 0
    while crowd.is_running():
        replica = replicas[restarts % 3]
        replica.stop(30)
        podman("start", replica.name)
        replica.wait_until_serving()
        restarts += 1
    result = crowd.result()
    report(f"{name}: {restarts} restarts in turn: calls lost of {result['answered']}", result["failures"] or 0,
           restarts >= 2 and not result["failures"])
    for container in (proxy, *replicas):
        container.remove()


def run(report):
    write_haproxy()
    for name, (command, age) in PROXIES.items():
        check(name, command, age, report)
