#!/usr/bin/env python3
"""Prints the seconds that another library takes for a measure; `benches/measures.rs` runs it.

Usage: peers.py LIBRARY-MEASURE NODES FILE

FILE has the source, target and weight of a tie on each line; ties with the same ends are merged, and loops dropped, as in
our projection. Only the measure is timed, not the reading. Two cores.
"""

import os

os.environ["RAYON_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "2"

import sys
import time


def main():
    what, nodes, file = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    ties = {}
    with open(file) as lines:
        for line in lines:
            source, target, weight = line.split()
            if source != target:
                ends = int(source), int(target)
                ties[ends] = ties.get(ends, 0.0) + float(weight)
    measure = globals()[what.replace("-", "_")](nodes, ties)
    start = time.perf_counter()
    measure()
    print(time.perf_counter() - start)


def networkx_betweenness(nodes, ties):
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from((u, v, w) for (u, v), w in ties.items())
    return lambda: networkx.betweenness_centrality(graph)


def rustworkx_betweenness(nodes, ties):
    import rustworkx

    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from([(u, v, w) for (u, v), w in ties.items()])
    return lambda: rustworkx.digraph_betweenness_centrality(graph, parallel_threshold=50)


def networkit_pagerank(nodes, ties):
    import networkit

    # On a shared machine, two threads are far slower than one.
    networkit.setNumberOfThreads(1)
    graph = networkit.Graph(nodes, weighted=True, directed=True)
    for (u, v), w in ties.items():
        graph.addEdge(u, v, w)
    spread = networkit.centrality.SinkHandling.DistributeSinks
    rank = networkit.centrality.PageRank(graph, damp=0.85, tol=1e-13, distributeSinks=spread)
    # Like ours, it stops when a step changes less than this over all nodes.
    rank.norm = networkit.centrality.Norm.L1_NORM
    return rank.run


if __name__ == "__main__":
    main()
