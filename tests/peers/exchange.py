#!/usr/bin/env python3
"""networkx reads the exported networks and finds the same network in each format.

Usage: exchange.py path/to/bilateral

Covers every view of the built-in dossier, of the second one, and of a hostile one whose names and words try to break the
syntax. networkx reads GraphML, GEXF and node-link JSON, Python's csv module both lists. rdflib runs the view itself and says
what the network should be. GEXF must match its schema, and its times what Gephi needs.

The exit code is 1 if a check fails.
"""

import csv
import io
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
from rdflib import RDFS, Graph, Literal, URIRef

from verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
PREFIXES = {
    "act": "https://w3id.org/bilateral/act/",
    "bil": "https://w3id.org/bilateral/ontology#",
    "id": "https://w3id.org/bilateral/id/",
    "item": "https://w3id.org/bilateral/item/",
    "sector": "https://w3id.org/bilateral/sector/",
    "topic": "https://w3id.org/bilateral/topic/",
}
FORMATS = ("json", "graphml", "gexf", "nodes.csv", "edges.csv")
# The form of a GraphML identifier.
NMTOKEN = re.compile(r"[\w.:-]+\Z")


class Program:
    """The binary, run on one dossier, in an empty folder: without a dossier it reads the built-in one."""

    def __init__(self, path, *dossier):
        self.command = [str(Path(path).resolve()), *dossier]
        self.folder = tempfile.TemporaryDirectory()

    def __call__(self, *arguments):
        command = [*self.command, *arguments]
        return subprocess.run(command, cwd=self.folder.name, check=True, capture_output=True).stdout


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    say = Verdict()
    with tempfile.TemporaryDirectory() as folder:
        write_hostile(Path(folder))
        dossiers = {
            "built in": (),
            "second": ("-C", str(ROOT / "tests/dossiers/norland-kestrel")),
            "hostile": ("-C", folder),
        }
        for name, dossier in dossiers.items():
            program = Program(sys.argv[1], *dossier)
            check_dossier(name, program, say)
    sys.exit(1 if say.failures else 0)


def check_dossier(dossier, program, say):
    graph = Graph().parse(data=program("export", "--derived", "--format", "nt"), format="nt")
    for file in sorted(ROOT.glob("queries/views/*.rq")):
        name = f"{dossier}, {file.stem}"
        rows = list(graph.query(file.read_text(encoding="utf-8")))
        for options in ((), ("--group", "pair")):
            what = " ".join((name, *options))
            texts = {form: program("graph", "--view", file.stem, *options, "--format", form) for form in FORMATS}
            check_formats(what, texts, say)
            check_view(what, json.loads(texts["json"]), graph, rows, say)
            check_gexf(what, texts["gexf"], say)
            check_graphml(what, texts["graphml"], say)


# The expected network


def check_view(what, found, graph, rows, say):
    """Each row of the view is an arc from its source to its target, and each arc is a row."""
    wanted = Counter({(short(row.source), short(row.target), short(row.act)) for row in rows})
    arcs = Counter((edge["source"], edge["target"], act["id"]) for edge in found["edges"] for act in edge["acts"])
    say(f"{what}: its {len(found['edges'])} edges have the acts of the view", differ(set(arcs), set(wanted)))

    relations = {(short(row.source), short(row.target), short(row.act), short(row.relation)) for row in rows}
    told = {
        (edge["source"], edge["target"], act["id"], kind["relation"])
        for edge in found["edges"]
        for act in edge["acts"]
        for kind in edge["kinds"]
    }
    say(f"{what}: each act has its relation", sorted(map(str, relations - told)))

    dates = defaultdict(set)
    for row in rows:
        if row.date is not None:
            dates[short(row.source), short(row.target), short(row.act)].add(str(row.date))
    wrong = []
    for edge in found["edges"]:
        for act in edge["acts"]:
            span = sorted(dates[edge["source"], edge["target"], act["id"]])
            expected = (span[0] if span else None, span[-1] if len(span) > 1 else None)
            if (act.get("date"), act.get("end_date")) != expected:
                wrong.append(f"{act['id']} is of {act.get('date')}, not {expected}")
    say(f"{what}: each act has its dates", wrong)

    nodes = {node["id"]: node for node in found["nodes"]}
    things = {short(thing) for row in rows for thing in (row.source, row.target)}
    say(f"{what}: its {len(nodes)} nodes are those of the view", differ(set(nodes), things))
    labels = {node["id"]: node["label"] for node in found["nodes"]}
    wrong = [node["id"] for node in found["nodes"] if labels[node["id"]] not in english(graph, URIRef(node["iri"]))]
    say(f"{what}: its nodes have their labels", wrong)

    quotes = {short(act): str(quote) for act, quote in graph.subject_objects(URIRef(PREFIXES["bil"] + "quote"))}
    acts = [act for edge in found["edges"] for act in edge["acts"] if act["id"] in quotes]
    wrong = [act["id"] for act in acts if act.get("quote") != quotes[act["id"]]]
    say(f"{what}: its {len(acts)} acts have their exact words", wrong)
    linked = [act["id"] for act in acts if not act.get("link", "").startswith("http")]
    say(f"{what}: each act with words has a link to them", linked)


def english(graph, thing):
    labels = [label for label in graph.objects(thing, RDFS.label) if label.language in ("en", None)]
    return [str(label) for label in labels] or [short(thing)]


def short(iri):
    """The prefixed name, the identifier of nodes, acts and relations."""
    for prefix, start in PREFIXES.items():
        local = str(iri).removeprefix(start)
        if local != str(iri) and re.fullmatch(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?", local):
            return f"{prefix}:{local}"
    return str(iri)


# The same in each format


def check_formats(what, texts, say):
    raw = json.loads(texts["json"])
    expected = expected_network(raw)
    readings = {
        "json": read_json(raw),
        "graphml": read_graphml(texts["graphml"]),
        "gexf": read_gexf(texts["gexf"]),
        "csv": read_lists(texts["nodes.csv"], texts["edges.csv"]),
    }
    for form, (nodes, edges) in readings.items():
        wrong = differences(nodes, expected[0]) + differences(edges, expected[1])
        say(f"{what}: {form} has the {len(nodes)} nodes and {len(edges)} edges of JSON, attributes included", wrong)


def expected_network(raw):
    """Nodes and edges of the JSON by identifier, with attributes as flat as in the other formats."""
    nodes = {node["id"]: {name: value for name, value in node.items() if name != "id"} for node in raw["nodes"]}
    edges = {}
    for edge in raw["edges"]:
        assert edge["key"] not in edges, edge["key"]
        edges[edge["key"]] = (edge["source"], edge["target"], flattened(edge))
    return nodes, edges


def flattened(edge):
    acts = edge["acts"]
    spans = ["/".join(filter(None, (act.get("date"), act.get("end_date")))) for act in acts]
    flat = {name: edge[name] for name in ("label", "relation", "weight", "mutual")}
    flat |= {name: edge.get(name) for name in ("first_date", "last_date")}
    flat["kinds"] = "\n".join(f"{folded(kind['label'])}: {kind['weight']!r}" for kind in edge["kinds"])
    flat["layers"] = "\n".join(edge.get("layers", ()))
    flat["acts"] = "\n".join(act["id"] for act in acts)
    flat["dates"] = "\n".join(spans)
    flat["audience"] = "\n".join(", ".join(act.get("audience", ())) for act in acts)
    for name, key in (("sentences", "sentence"), ("quotes", "quote"), ("links", "link")):
        flat[name] = "\n".join(folded(act.get(key, "")) for act in acts)
    says_nothing = {name for name, value in flat.items() if value is None or isinstance(value, str) and not value.strip("\n")}
    return {name: value for name, value in flat.items() if name not in says_nothing}


def folded(text):
    return " ".join(text.split())


def read_json(raw):
    graph = nx.node_link_graph(raw, edges="edges")
    assert graph.is_directed() and graph.is_multigraph()
    edges = {key: (source, target, flattened(found)) for source, target, key, found in graph.edges(keys=True, data=True)}
    return dict(graph.nodes(data=True)), edges


def read_graphml(data):
    graph = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    edges = {key: (source, target, dict(found)) for source, target, key, found in graph.edges(keys=True, data=True)}
    return dict(graph.nodes(data=True)), edges


def read_gexf(data):
    graph = nx.read_gexf(io.BytesIO(data))
    edges = {}
    for source, target, found in graph.edges(data=True):
        found = {name: value for name, value in found.items() if name not in ("start", "end", "spells")}
        edges[found.pop("id")] = (source, target, found)
    return dict(graph.nodes(data=True)), edges


def read_lists(nodes, edges):
    by_id = {}
    for row in rows_of(nodes):
        key = row.pop("id")
        by_id[key] = {name: value for name, value in row.items() if value}
    found = {}
    for row in rows_of(edges):
        row = row | {"weight": float(row["weight"]), "mutual": {"true": True, "false": False}[row["mutual"]]}
        key, source, target = (row.pop(name) for name in ("id", "source", "target"))
        found[key] = (source, target, {name: value for name, value in row.items() if value != ""})
    return by_id, found


def rows_of(data):
    return csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)


def differences(found, expected):
    wrong = differ(set(found), set(expected))
    for key in sorted(set(found) & set(expected)):
        if found[key] != expected[key]:
            wrong.append(f"{key}: {found[key]!r} is not {expected[key]!r}")
    return wrong


def differ(found, expected):
    return [f"too much: {each}" for each in sorted(found - expected, key=str)] + [
        f"missing: {each}" for each in sorted(expected - found, key=str)
    ]


# GEXF by its schema


GEXF = "{http://gexf.net/1.3}"
# For each element: required attributes, optional attributes, and child elements in order.
SCHEMA = {
    "gexf": ({"version"}, {"variant"}, ["meta", "graph"]),
    "meta": (set(), {"lastmodifieddate"}, ["creator", "keywords", "description"]),
    "creator": (set(), set(), []),
    "keywords": (set(), set(), []),
    "description": (set(), set(), []),
    "graph": (
        set(),
        {"defaultedgetype", "idtype", "mode", "start", "end", "timeformat", "timerepresentation", "timezone"},
        ["attributes", "nodes", "edges"],
    ),
    "attributes": ({"class"}, set(), ["attribute"]),
    "attribute": ({"id", "title", "type"}, set(), ["default", "options"]),
    "nodes": (set(), {"count"}, ["node"]),
    "node": ({"id"}, {"label", "start", "end"}, ["attvalues", "spells"]),
    "edges": (set(), {"count"}, ["edge"]),
    "edge": ({"source", "target"}, {"id", "label", "kind", "type", "weight", "start", "end"}, ["attvalues", "spells"]),
    "attvalues": (set(), set(), ["attvalue"]),
    "attvalue": ({"for", "value"}, set(), []),
    "spells": (set(), set(), ["spell"]),
    "spell": ({"start", "end"}, set(), []),
}
TYPES = {"string", "double", "boolean"}


def check_gexf(what, data, say):
    root = ElementTree.fromstring(data)
    wrong = schema_mistakes(root)
    graph = root.find(f"{GEXF}graph")
    fixed = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    wrong += [f"{name} is {graph.get(name)}" for name, value in fixed.items() if graph.get(name) != value]
    declared = {}
    for group in graph.findall(f"{GEXF}attributes"):
        declared[group.get("class")] = {each.get("id"): each.get("type") for each in group}
    wrong += [f"type {kind}" for group in declared.values() for kind in group.values() if kind not in TYPES]
    for kind in ("node", "edge"):
        for value in graph.iterfind(f"{GEXF}{kind}s/{GEXF}{kind}/{GEXF}attvalues/{GEXF}attvalue"):
            if value.get("for") not in declared[kind]:
                wrong.append(f"{value.get('for')} of {kind} is not declared")
    say(f"{what}: GEXF matches its schema", wrong)

    nodes = [node.get("id") for node in graph.iter(f"{GEXF}node")]
    edges = list(graph.iter(f"{GEXF}edge"))
    wrong = [each for each, count in Counter(nodes).items() if count > 1]
    wrong += [each for each, count in Counter(edge.get("id") for edge in edges).items() if count > 1]
    wrong += [edge.get("id") for edge in edges if not {edge.get("source"), edge.get("target")} <= set(nodes)]
    parallel = Counter((edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges)
    wrong += [str(each) for each, count in parallel.items() if count > 1]
    say(f"{what}: nodes and edges of GEXF are distinct, parallel edges by their kind", wrong)

    timed = [edge for edge in edges if edge.get("start") or edge.find(f"{GEXF}spells") is not None]
    wrong = [f"{edge.get('id')}: {mistake}" for edge in edges for mistake in time_mistakes(edge)]
    dated = [edge for edge in edges if any(each.get("for") == "first_date" for each in edge.iter(f"{GEXF}attvalue"))]
    wrong += [edge.get("id") for edge in dated if edge not in timed]
    say(f"{what}: {len(timed)} edges of GEXF have valid times, and none has an empty interval", wrong)


def schema_mistakes(element):
    name = element.tag.removeprefix(GEXF)
    if name not in SCHEMA:
        return [f"an element {element.tag}"]
    required, optional, order = SCHEMA[name]
    attributes = {each for each in element.keys() if not each.startswith("{http://www.w3.org/2001/XMLSchema-instance}")}
    wrong = [f"{name} has no {each}" for each in required - attributes]
    wrong += [f"{name} has a {each}" for each in attributes - required - optional]
    inside = [child.tag.removeprefix(GEXF) for child in element]
    wrong += [f"{each} in {name}" for each in set(inside) - set(order)]
    places = [order.index(each) for each in inside if each in order]
    wrong += [f"{name}: {inside}"] if places != sorted(places) else []
    return wrong + [mistake for child in element for mistake in schema_mistakes(child)]


def time_mistakes(edge):
    spells = edge.find(f"{GEXF}spells")
    spans = [edge] if edge.get("start") else []
    spans += [] if spells is None else list(spells)
    if edge.get("start") and spells is not None:
        return ["a span and spells"]
    days = [(date.fromisoformat(each.get("start")), date.fromisoformat(each.get("end"))) for each in spans]
    wrong = [f"{start} to {end}" for start, end in days if start >= end]
    wrong += [f"{one} touches {other}" for one, other in zip(days, days[1:]) if one[1] >= other[0]]
    acts = [each.get("value") for each in edge.iter(f"{GEXF}attvalue") if each.get("for") == "dates"]
    for told in filter(None, "\n".join(acts).split("\n")):
        first, last = first_day(told.split("/")[0]), last_day(told.split("/")[-1])
        if not any(start <= first and last <= end for start, end in days):
            wrong.append(f"{told} lies outside")
    return wrong


def first_day(text):
    return date.fromisoformat("-".join((text.split("-") + ["01", "01"])[:3]))


def last_day(text):
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts if len(parts) == 2 else (parts[0], 12)
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


# GraphML by its keys


def check_graphml(what, data, say):
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.fromstring(data)
    keys = {key.get("id"): key for key in root.findall(f"{space}key")}
    wrong = [name for name, key in keys.items() if key.get("attr.type") not in TYPES or key.find(f"{space}desc") is None]
    graph = root.find(f"{space}graph")
    for element in graph.iter():
        for value in element.findall(f"{space}data"):
            key = keys.get(value.get("key"))
            if key is None or key.get("for") != element.tag.removeprefix(space):
                wrong.append(f"{value.get('key')} in {element.tag}")
    ids = [each.get("id") for each in graph.iter() if each.get("id")]
    wrong += [each for each, count in Counter(ids).items() if count > 1]
    wrong += [each for each in ids if not NMTOKEN.match(each)]
    say(f"{what}: GraphML declares each of its keys, and its identifiers are valid", wrong)


# Names and words that try to break the syntax


NAME = "<b>\"A\" & 'B'</b> ]]> <!-- --> &amp; \u202eeugaeL\u202c \u200f\u05d0 \U0001f600, =1+1; |x|"
LINES = "first\n\nsecond\tthird\r\nfourth \u2028 fifth"


def write_hostile(folder):
    """A dossier in RDF only, since sheets refuse some of these characters."""
    base = ROOT / "tests/cases/base"
    (folder / "data").mkdir()
    for name in ("dossier.toml", "actors.ttl"):
        (folder / "data" / name).write_text((base / name).read_text(encoding="utf-8"), encoding="utf-8")
    bil, act = PREFIXES["bil"], PREFIXES["act"]
    kind, label = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", str(RDFS.label)
    things = {"hostile": NAME, "lines": LINES}
    triples = []
    for slug, text in things.items():
        thing, deed, readout = PREFIXES["id"] + slug, f"{act}2020-01-02-here.{slug}", f"https://w3id.org/bilateral/readout/{slug}"
        triples += [
            (thing, kind, URIRef(bil + "Organization")),
            (thing, label, Literal(text, lang="en")),
            (deed, kind, URIRef(bil + "Offer")),
            (deed, label, Literal(text, lang="en")),
            (deed, bil + "quote", Literal(text)),
            (deed, bil + "by", URIRef(PREFIXES["id"] + "norland")),
            (deed, bil + "to", URIRef(thing)),
            (deed, bil + "speaker", URIRef(PREFIXES["id"] + "mira-holt")),
            (deed, bil + "reportedIn", URIRef(readout)),
            (deed, bil + "date", Literal("2020-02", datatype="http://www.w3.org/2001/XMLSchema#gYearMonth")),
            (readout, "http://purl.org/dc/terms/source", Literal(f"https://example.org/?a=1&b='{slug}'&c=<\"d\">")),
        ]
    together = act + "2020-01-02-here.together"
    triples.append((together, kind, URIRef(bil + "Agreement")))
    triples.append((together, label, Literal("Both agree", lang="en")))
    triples += [(together, bil + "by", URIRef(PREFIXES["id"] + slug)) for slug in ("norland", *things)]
    text = "".join(f"<{subject}> <{predicate}> {value.n3()} .\n" for subject, predicate, value in triples)
    graph = Graph().parse(data=text, format="turtle")
    graph.serialize(folder / "data/hostile.nt", format="nt", encoding="utf-8")


if __name__ == "__main__":
    main()
