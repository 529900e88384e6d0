"""Who is at odds with whom, from `stancectl matrix --format=graphml` (Debian: python3-igraph).

    stancectl matrix --answers answers.jsonl --format=graphml > stances.graphml
    python3 network.py stances.graphml
"""

import sys

import igraph


def main(path):
    graph = igraph.Graph.Read_GraphML(path)
    targets = graph.vs.select(role="target")
    for target in sorted(targets, key=lambda vertex: -vertex["stances"]):
        edges = graph.es[graph.incident(target, mode="in")]
        sides = {sign: sorted(graph.vs[edge.source]["name"] for edge in edges if edge["net"] * sign > 0) for sign in (1, -1)}
        if sides[1] and sides[-1]:
            print(f"{target['name']}: {', '.join(sides[1])} against {', '.join(sides[-1])}")


main(sys.argv[1])
