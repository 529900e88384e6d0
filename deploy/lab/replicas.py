"""Replicas behind one DNS name, as behind a headless Service: spread, a new one's share, replacement, loss, a cut network."""

import itertools
import time

from containers import NETWORK, Crowd, Stanced, podman

SERVER = "dns:///stanced:50051"
AGE = 5
SETTINGS = {"STANCE_MAX_CONNECTION_AGE": str(AGE)}
# gRPC asks DNS again at most every 30 s.
RESOLUTION = 30


def shares(replicas, before):
    counts = [replica.answered() - start for replica, start in zip(replicas, before)]
    return [count / sum(counts) for count in counts]


def check_spread(replicas, report):
    before = [replica.answered() for replica in replicas]
    result = Crowd(SERVER, 30_000).result()
    got = shares(replicas, before)
    off = max(abs(share * len(replicas) - 1) for share in got)
    report("three replicas, 30,000 calls: shares", ", ".join(f"{share:.3f}" for share in got), off <= 0.1)
    report("calls lost", sum(result["failures"].values()), not result["failures"])


def check_fourth(replicas, names, report):
    crowd = Crowd(SERVER, 10_000_000)
    time.sleep(AGE)
    replicas.append(Stanced(next(names), settings=SETTINGS))
    begin = time.monotonic()
    while replicas[-1].answered() < 10 and time.monotonic() - begin < RESOLUTION + 2 * AGE:
        time.sleep(0.2)
    first = time.monotonic() - begin
    time.sleep(AGE)
    before = [replica.answered() for replica in replicas]
    time.sleep(10)
    got = shares(replicas, before)
    crowd.container.remove()
    report(f"a fourth replica's first calls (connection age {AGE} s, DNS every {RESOLUTION} s)", f"after {first:.1f} s",
           first < RESOLUTION + 2 * AGE)
    report("its share then", f"{got[-1]:.3f}", abs(got[-1] * 4 - 1) <= 0.1)


def check_replacement(replicas, names, report, calls):
    answered, failures, replaced = 0, {}, 0
    while answered < calls or replaced < 3:
        crowd = Crowd(SERVER, calls)
        while crowd.is_running():
            replicas.append(Stanced(next(names), settings=SETTINGS))
            old = replicas.pop(0)
            # What preStop does: endpoints, here DNS, may change before the process is told.
            seconds, code = old.stop(30)
            old.remove()
            replaced += 1
            if code != 0:
                report("exit code of a replica that was replaced", code, False)
        result = crowd.result()
        answered += result["answered"]
        failures.update(result["failures"])
    report(f"rolling replacement, {replaced} replicas in turn: calls lost of {answered}", failures or 0, not failures)


def check_kill(replicas, names, report):
    crowd = Crowd(SERVER, 40_000)
    time.sleep(2)
    replicas.pop(0).kill()
    result = crowd.result()
    report(f"one of three killed (SIGKILL): calls lost of {result['answered']}", result["failures"] or 0, not result["failures"])
    replicas.append(Stanced(next(names), settings=SETTINGS))


def check_partition(replicas, report):
    crowd = Crowd(SERVER, 60_000)
    time.sleep(2)
    cut = replicas.pop(0)
    podman("network", "disconnect", NETWORK, cut.name)
    begin = time.monotonic()
    result = crowd.result()
    # Calls that were with it, or were sent to it before its silence was noticed, end with their deadline.
    report(f"one of three cut off from the network: calls lost of {result['answered']}, by 8 callers", result["failures"] or 0,
           sum(result["failures"].values()) <= 24)
    report("until 60,000 calls were answered", f"{time.monotonic() - begin:.0f} s", True)
    cut.remove()


def run(report, calls=100_000):
    names = (f"stanced-{i}" for i in itertools.count())
    replicas = [Stanced(next(names), settings=SETTINGS) for _ in range(3)]
    check_spread(replicas, report)
    check_fourth(replicas, names, report)
    check_replacement(replicas, names, report, calls)
    check_kill(replicas, names, report)
    check_partition(replicas, report)
    for replica in replicas:
        replica.remove()
