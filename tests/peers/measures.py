#!/usr/bin/env python3
"""networkx verifies the measures of `analyze`.

Usage: measures.py path/to/bilateral

The rows of a view are projected here again, by the documented rules and without the program's code, and networkx measures
the resulting graph. The views are those of the built-in dossier, and one over scratch dossiers: Zachary's karate club,
random graphs, and small hard cases. Each number must be equal to 1e-9, and undefined in both or in neither. Each check
prints a line; the exit code is 1 if one fails.
"""

import itertools
import json
import math
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import networkx as nx
import numpy as np

from verdict import Verdict

VIEWS = ["actors", "everything", "events", "items", "people", "sectors"]
BIL = "https://w3id.org/bilateral/ontology#"
NODE = "https://example.org/n"

# The precision of a double after some thousand sums.
TOLERANCE = 1e-9
# Louvain is random in networkx, so it runs with five seeds; ours may be worse than the best of them by this share.
SEEDS, SHARE = 5, 0.01

DOSSIER = """\
title = "Scratch"
sides = ["north", "south"]
languages = ["en"]
"""

ACTORS = """\
@prefix bil: <https://w3id.org/bilateral/ontology#> .
@prefix id: <https://w3id.org/bilateral/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:north a bil:State ; rdfs:label "North"@en .
id:south a bil:State ; rdfs:label "South"@en .
"""

# Each tie of a scratch dossier is an entity of its own, not an act of the model.
VIEW = """\
# title: Ties
PREFIX bil: <https://w3id.org/bilateral/ontology#>
PREFIX ex: <https://example.org/>
SELECT ?source ?target ?relation ?act ?weight WHERE {
  ?act ex:from ?source ; ex:to ?target ; ex:weight ?weight .
  BIND(bil:Statement AS ?relation)
}
"""


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = str(Path(path).resolve()), folder

    def __call__(self, *arguments):
        run = subprocess.run([self.path, *arguments], cwd=self.folder, capture_output=True)
        if run.returncode != 0:
            raise SystemExit(f"{arguments}: {run.stderr.decode()}")
        return json.loads(run.stdout)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    say = Verdict()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(sys.argv[1], folder)
        facts = known(program)
        for view in VIEWS:
            check(program, view, rows_of(program, view), facts, say, f"view {view}")
        check_cooperation(program, say)
    for name, ties, nodes in graphs():
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), ties, nodes)
            program = Program(sys.argv[1], folder)
            facts = {f"{NODE}{n:05}": kind_and_side(n) for n in range(nodes)}
            check(program, "ties", rows_of(program, "ties"), facts, say, name)
    sys.exit(1 if say.failures else 0)


# Graphs


def graphs():
    """Name, ties as source, target and weight, and the number of described nodes."""
    dice = random.Random(20171113)
    karate = nx.karate_club_graph()
    both = [(u, v, d["weight"]) for u, v, d in karate.edges(data=True)]
    yield "karate club", both, 34
    yield "karate club, each tie both ways but by acts of its own", both + [(v, u, w) for u, v, w in both], 34
    yield "no tie", [], 0
    yield "one tie", [(0, 1, 1.0)], 2
    yield "a loop alone", [(0, 0, 3.0)], 1
    yield "two parts", [(0, 1, 1.0), (1, 2, 2.0), (2, 0, 0.5), (3, 4, 1.0), (4, 3, 1.5)], 5
    yield "ties that weigh nothing", [(0, 1, 0.0), (1, 2, 1.0), (2, 3, 0.0), (3, 1, 2.0), (0, 3, 1.0)], 4
    yield "nothing but ties that weigh nothing", [(0, 1, 0.0), (1, 2, 0.0)], 3
    yield "a ring", [(n, (n + 1) % 9, 1.0) for n in range(9)], 9
    yield "a star", [(0, n, n / 7) for n in range(1, 9)], 9
    yield "a grid with many equal paths", grid(6), 36
    for nodes, ties, weights in [(12, 30, "few"), (60, 150, "any"), (60, 400, "powers"), (200, 900, "any"), (300, 500, "few")]:
        chosen = [(dice.randrange(nodes), dice.randrange(nodes), weigh(dice, weights)) for _ in range(ties)]
        yield f"random: {ties} ties of {weights} weights among {nodes}", chosen, nodes
    blocks = [(u, v, 1.0) for u, v in itertools.permutations(range(80), 2) if dice.random() < (0.3 if u // 20 == v // 20 else 0.02)]
    yield "four communities", blocks, 80


def weigh(dice, weights):
    match weights:
        case "few":
            return float(dice.randint(1, 4))
        case "powers":
            return 2.0 ** dice.randint(-3, 3)
        case _:
            return dice.uniform(0.01, 10)


def grid(side):
    right = [(side * y + x, side * y + x + 1, 1.0) for y in range(side) for x in range(side - 1)]
    down = [(side * y + x, side * y + x + side, 1.0) for y in range(side - 1) for x in range(side)]
    return right + down


def kind_and_side(node):
    """Some nodes have no known kind or no known side."""
    kind = ["State", "Region", "Organization", None][node % 4]
    side = ["north", "south", None][node // 2 % 3]
    return kind, side and f"https://w3id.org/bilateral/id/{side}"


def write(folder, ties, nodes):
    for name in ("data", "queries/views"):
        (folder / name).mkdir(parents=True)
    (folder / "data/dossier.toml").write_text(DOSSIER)
    (folder / "data/actors.ttl").write_text(ACTORS)
    (folder / "queries/views/ties.rq").write_text(VIEW)
    lines = []
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    for node in range(nodes):
        iri = f"<{NODE}{node:05}>"
        lines.append(f'{iri} <{label}> "node {node}"@en .')
        kind, side = kind_and_side(node)
        if kind:
            lines.append(f"{iri} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BIL}{kind}> .")
        if side:
            lines.append(f"{iri} <{BIL}partOf> <{side}> .")
    for number, (source, target, weight) in enumerate(ties):
        tie = f"<https://example.org/tie{number}>"
        lines.append(f"{tie} <https://example.org/from> <{NODE}{source:05}> .")
        lines.append(f"{tie} <https://example.org/to> <{NODE}{target:05}> .")
        lines.append(f'{tie} <https://example.org/weight> "{weight!r}"^^<http://www.w3.org/2001/XMLSchema#double> .')
    (folder / "data/ties.nt").write_text("".join(line + "\n" for line in lines))


# Facts from the program


def bindings(answer):
    return [{name: cell["value"] for name, cell in row.items()} for row in answer["results"]["bindings"]]


def rows_of(program, view):
    local = Path(program.folder) / f"queries/views/{view}.rq"
    file = local if local.exists() else Path(__file__).resolve().parents[2] / f"queries/views/{view}.rq"
    return bindings(program("query", "-f", str(file), "--format", "json"))


def known(program):
    """The kind and side of each node, as the program reports them: only input for the comparison."""
    facts = {}
    for view in VIEWS:
        for node in program("analyze", "--view", view, "--measure", "degree", "--format", "json")["nodes"]:
            facts[node["node"]] = (node["kind"], node["side"])
    return facts


# The projection


class Projection:
    def __init__(self, rows):
        acts = defaultdict(set)
        for row in rows:
            key = (row["source"], row["target"], row["relation"], row["act"])
            acts[key].add(float(row.get("weight", 1)))
        self.rows = {key: sum(weights) for key, weights in acts.items()}
        self.nodes = sorted({end for source, target, *_ in self.rows for end in (source, target)})
        self.directed, self.aimed, self.around = nx.DiGraph(), nx.DiGraph(), nx.Graph()
        for graph in (self.directed, self.aimed, self.around):
            graph.add_nodes_from(self.nodes)
        for (source, target, relation, act), weight in sorted(self.rows.items()):
            if source == target:
                continue
            add(self.directed, source, target, weight)
            if not self.is_joint(source, target, relation, act):
                add(self.aimed, source, target, weight)
                add(self.around, source, target, weight)
            elif source < target:
                add(self.around, source, target, weight)

    def is_joint(self, source, target, relation, act):
        return self.rows.get((target, source, relation, act)) == self.rows[source, target, relation, act]


def add(graph, source, target, weight):
    before = graph.get_edge_data(source, target, {"weight": 0.0})["weight"]
    graph.add_edge(source, target, weight=before + weight)


# Measures


def check(program, view, rows, facts, say, what):
    projection = Projection(rows)
    for directed in (True, False):
        arguments = ["analyze", "--view", view, "--measure", "network,nodes,pairs,by-kind", "--format", "json"]
        answer = program(*arguments, *([] if directed else ["--undirected"]))
        graph = projection.directed if directed else projection.around
        mistakes = compare_nodes(answer, nodes(graph, projection))
        mistakes += compare_network(answer, network(graph, projection, facts, directed), projection)
        if directed:
            mistakes += compare_pairs(answer, projection)
        size = f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} ties"
        say(f"{what}{'' if directed else ', undirected'}: networkx agrees ({size})", mistakes)


def nodes(graph, projection):
    around = projection.around
    longer = nx.create_empty_copy(graph)
    longer.add_edges_from((u, v, {"length": 1 / d["weight"]}) for u, v, d in graph.edges(data=True) if d["weight"] > 0)
    is_directed = graph.is_directed()
    points = set(nx.articulation_points(around))
    return {
        "degree": dict(around.degree()),
        "in_degree": dict(graph.in_degree() if is_directed else graph.degree()),
        "out_degree": dict(graph.out_degree() if is_directed else graph.degree()),
        "strength": dict(around.degree(weight="weight")),
        "in_strength": dict(graph.in_degree(weight="weight") if is_directed else graph.degree(weight="weight")),
        "out_strength": dict(graph.out_degree(weight="weight") if is_directed else graph.degree(weight="weight")),
        "betweenness": nx.betweenness_centrality(graph),
        "weighted_betweenness": nx.betweenness_centrality(longer, weight="length"),
        "closeness": nx.closeness_centrality(graph),
        "harmonic": nx.harmonic_centrality(graph),
        "pagerank": nx.pagerank(graph, tol=1e-15, max_iter=10_000) if len(graph) else {},
        "core_number": nx.core_number(around),
        "clustering": nx.clustering(around),
        "articulation": {node: node in points for node in around},
    }


def network(graph, projection, facts, directed):
    around = projection.around
    count = graph.number_of_nodes()
    kinds = {node: facts[node][0] for node in graph if facts[node][0]}
    sides = {node: facts[node][1] for node in graph if facts[node][1]}
    is_clustered = any(degree > 1 for _, degree in around.degree())
    return {
        "node_count": count,
        "tie_count": graph.number_of_edges(),
        "pair_count": around.number_of_edges(),
        "total_weight": around.size(weight="weight"),
        "density": nx.density(graph) if count > 1 else None,
        "reciprocity": nx.overall_reciprocity(projection.aimed) if directed and projection.aimed.number_of_edges() else None,
        "transitivity": nx.transitivity(around) if is_clustered else None,
        "weak_components": nx.number_connected_components(around),
        "strong_components": len(list(nx.strongly_connected_components(graph))) if directed else nx.number_connected_components(around),
        "diameter": nx.diameter(around) if count and nx.is_connected(around) else None,
        "assortativity_by_kind": assortativity(graph, kinds),
        "assortativity_by_side": assortativity(graph, sides),
    }


def assortativity(graph, categories):
    part = graph.subgraph(categories).copy()
    if not part.number_of_edges():
        return None
    nx.set_node_attributes(part, categories, "category")
    with_ends = part.edge_subgraph(part.edges())
    with np.errstate(invalid="ignore"):
        found = nx.attribute_assortativity_coefficient(with_ends, "category")
    return None if math.isnan(found) else found


def compare_nodes(answer, expected):
    mistakes = []
    names = [row["node"] for row in answer["nodes"]]
    if sorted(names) != sorted(expected["degree"]):
        mistakes.append(f"other nodes: {sorted(set(names) ^ set(expected['degree']))}")
        return mistakes
    for measure, values in expected.items():
        for row in answer["nodes"]:
            if not same(row[measure], values[row["node"]]):
                mistakes.append(f"{measure} of {row['node']} is {row[measure]}, but {values[row['node']]}")
    return mistakes


def compare_network(answer, expected, projection):
    found = answer["network"]
    mistakes = [
        f"{measure} is {found[measure]}, but {value}" for measure, value in expected.items() if not same(found[measure], value)
    ]
    for measure, value in found.items():
        is_told = any(note.startswith(measure.replace("_", "-") + " is undefined: ") for note in answer["notes"])
        if (value is None) != is_told:
            mistakes.append(f"{measure} is {value}, which is {'' if is_told else 'not '}told: {answer['notes']}")
    return mistakes + compare_communities(answer, projection)


def compare_communities(answer, projection):
    groups = defaultdict(set)
    for row in answer["nodes"]:
        groups[row["community"]].add(row["node"])
    around, found = projection.around, answer["network"]
    mistakes = []
    sizes = [len(groups[number]) for number in sorted(groups)]
    if sorted(groups) != list(range(1, len(groups) + 1)) or sizes != sorted(sizes, reverse=True):
        mistakes.append(f"communities are numbered {sizes}")
    if not same(found["community_count"], len(groups)):
        mistakes.append(f"{found['community_count']} communities, but {len(groups)}")
    if not around.size(weight="weight"):
        return mistakes + ([] if found["modularity"] is None else ["modularity without weight"])
    own = nx.community.modularity(around, groups.values(), weight="weight")
    if not same(found["modularity"], own):
        mistakes.append(f"modularity is {found['modularity']}, but {own}")
    tries = (nx.community.louvain_communities(around, weight="weight", seed=seed) for seed in range(SEEDS))
    best = max(nx.community.modularity(around, groups, weight="weight") for groups in tries)
    if own < best - SHARE * abs(best):
        mistakes.append(f"modularity {own} is far below that of networkx, {best}")
    return mistakes


def compare_pairs(answer, projection):
    flows = defaultdict(lambda: [0.0, 0.0, 0.0])
    for (source, target, relation, act), weight in projection.rows.items():
        if source == target:
            continue
        ends = frozenset((source, target))
        if not projection.is_joint(source, target, relation, act):
            flows[ends, source, None][0] += weight
            flows[ends, source, relation][0] += weight
        elif source < target:
            flows[ends, None, None][0] += weight
            flows[ends, None, relation][0] += weight
    mistakes = []
    for table, relation_of in (("pairs", lambda row: None), ("by_kind", lambda row: row["relation"])):
        for row in answer[table]:
            first, second, relation = row["first_node"], row["second_node"], relation_of(row)
            ends = frozenset((first, second))
            given, received, together = (flows[ends, who, relation][0] for who in (first, second, None))
            alone = given + received
            expected = [given, received, together, (given - received) / alone if alone > 0 else None]
            found = [row[name] for name in ("given", "received", "together", "balance")]
            if not all(map(same, found, expected)):
                mistakes.append(f"{table}: {row} but {expected}")
    tied = {frozenset(edge) for edge in projection.around.edges()}
    told = {frozenset((row["first_node"], row["second_node"])) for row in answer["pairs"]}
    if tied != told:
        mistakes.append(f"other pairs: {tied ^ told}")
    return mistakes


def same(ours, theirs):
    if ours is None or theirs is None:
        return ours is theirs
    return abs(ours - theirs) <= TOLERANCE * max(1.0, abs(theirs))


# Cooperation


def check_cooperation(program, say):
    """rdflib verifies the counts of SPARQL elsewhere; this verifies entropies, shares and overlaps of sectors."""
    mentions = defaultdict(list)
    for row in bindings(program("query", "breadth-by-pair", "--format", "json")):
        mentions[row["source"], row["target"]].append(int(row["acts"]))
    mistakes = []
    breadth = program("analyze", "--measure", "breadth", "--format", "json")["breadth"]
    for row in breadth:
        counts = mentions[row["source"], row["target"]]
        shares = [count / sum(counts) for count in counts]
        entropy = -sum(share * math.log2(share) for share in shares)
        expected = [sum(counts), len(counts), entropy, 2**entropy]
        if not all(map(same, [row[name] for name in ("mentions", "sectors", "entropy", "effective")], expected)):
            mistakes.append(f"{row} but {expected}")
    say(f"breadth: Python computes the same entropies ({len(breadth)})", mistakes + ([] if len(breadth) == len(mentions) else ["other pairs"]))

    sectors = defaultdict(set)
    question = "SELECT ?act ?sector { ?act bil:sector ?sector }"
    for row in bindings(program("query", question, "--format", "json")):
        sectors[row["act"]].add(row["sector"])
    done = defaultdict(set)
    for row in rows_of(program, "actors"):
        done[row["source"], row["target"]] |= sectors[row["act"]]
    mistakes = []
    pairs = program("analyze", "--measure", "sector-overlap", "--format", "json")["pairs"]
    for row in pairs:
        first, second = row["first_node"], row["second_node"]
        one, other = done[first, second], done[second, first]
        expected = len(one & other) / len(one | other) if one | other else None
        if not same(row["sector_overlap"], expected):
            mistakes.append(f"{row} but {expected}")
    say(f"sector-overlap: Python computes the same ({len(pairs)})", mistakes)


if __name__ == "__main__":
    main()
