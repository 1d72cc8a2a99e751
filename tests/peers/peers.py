#!/usr/bin/env python3
"""Independent tools verify the output of the program.

Usage: peers.py path/to/bilateral

Nothing here shares code with the program. rdflib and rapper read RDF; PyLD also reads JSON-LD and makes canonical N-Quads;
rdflib answers SPARQL, Graphviz draws DOT, Python reads CSV and sheets, and jsonschema validates sheets with the JSON Schema.
Each check prints a line; the exit code is 1 if one fails.
"""

import csv
import datetime
import decimal
import hashlib
import io
import json
import logging
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import rdflib
from jsonschema import Draft7Validator
from pyld import jsonld
from rdflib import DCTERMS, ORG, RDF, RDFS, XSD, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.query import Result

from verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
BIL = Namespace("https://w3id.org/bilateral/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
ID = "https://w3id.org/bilateral/id/"

# Required parameters of questions.
REQUIRED = {
    "mentions": ("of", URIRef(ID + "fifa-world-cup-2018"), "fifa-world-cup-2018"),
    "openness-by-pair": ("on", Literal("2026-01-01", datatype=XSD.date), "2026-01-01"),
    "news": ("since", URIRef(ID + "2024-11-21-kaliningrad"), "2024-11-21-kaliningrad"),
}

# Questions for which rdflib differs, each with the reason; none at present.
DIFFERENT = {}


class Program:
    """The binary, run in an empty folder: it reads its built-in dossier."""

    def __init__(self, path):
        self.path = str(Path(path).resolve())
        self.folder = tempfile.TemporaryDirectory()

    def __call__(self, *arguments):
        command = [self.path, *arguments]
        return subprocess.run(command, cwd=self.folder.name, check=True, capture_output=True).stdout


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = Program(sys.argv[1])
    say = Verdict()
    dataset = check_rdf(program, say)
    check_foreign(program, say)
    check_evidence(dataset, say)
    # Queries use the derived graph, too.
    graph = Graph().parse(data=program("export", "--derived", "--format", "ttl"), format="turtle")
    check_questions(program, graph, say)
    check_results(program, say)
    check_views(program, graph, say)
    check_schemas(program, say)
    sys.exit(1 if say.failures else 0)


# RDF


# The names of our formats in rdflib and rapper: those with graphs, and those without.
DATASETS = {"trig": "trig", "nq": "nquads", "jsonld": "json-ld"}
GRAPHS = {"ttl": ("turtle", "turtle"), "nt": ("nt", "ntriples"), "rdf": ("xml", "rdfxml")}


def check_rdf(program, say):
    texts = {name: program("export", "--format", name) for name in (*DATASETS, *GRAPHS)}
    datasets = {name: Dataset() for name in DATASETS}
    for name, dataset in datasets.items():
        dataset.parse(data=texts[name], format=DATASETS[name])
    graphs = {name: Graph().parse(data=texts[name], format=syntax) for name, (syntax, _) in GRAPHS.items()}
    quads, turtle = datasets["nq"], graphs["ttl"]

    in_quads = set(quads.quads())
    for name in ("trig", "jsonld"):
        others = set(datasets[name].quads())
        say(f"{name} and nq are the same dataset", sorted(map(str, others ^ in_quads)))
    say("N-Quads has one line per quad", differs(len(texts["nq"].splitlines()), len(in_quads)))

    union = Graph()
    for subject, predicate, value, _ in in_quads:
        union.add((subject, predicate, value))
    for name, graph in graphs.items():
        say(f"{name} is the union of the graphs", [] if isomorphic(graph, union) else ["not isomorphic"])
    say("no triple is in two graphs", differs(len(union), len(in_quads)))

    for name, (_, syntax) in GRAPHS.items():
        command = ["rapper", "-q", "-i", syntax, "-o", "ntriples", "-", "https://example.org/"]
        read = subprocess.run(command, input=texts[name], capture_output=True)
        say(f"rapper reads {name}", read.stderr.decode().splitlines() or differs(read.returncode, 0))
        by_rapper = Graph().parse(data=read.stdout, format="nt")
        say(f"rapper finds the same triples in {name}", [] if isomorphic(by_rapper, turtle) else ["not isomorphic"])
        say(f"rapper counts the same number in {name}", differs(len(read.stdout.splitlines()), len(turtle)))

    lines = texts["nq"].decode("utf-8")
    say("PyLD makes the N-Quads of the JSON-LD", lines_differ(by_pyld(texts["jsonld"]), lines))
    canonical = program("export", "--canonical").decode("utf-8")
    say("PyLD makes the same canonical N-Quads", lines_differ(canonical_by_pyld(lines), canonical))
    return quads


def by_pyld(text):
    return jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"})


def canonical_by_pyld(lines):
    form = "application/n-quads"
    return jsonld.normalize(lines, {"algorithm": "URDNA2015", "inputFormat": form, "format": form})


def lines_differ(theirs, ours):
    theirs, ours = sorted(theirs.splitlines()), sorted(ours.splitlines())
    return compare(Counter(ours), Counter(theirs))


# Foreign RDF


# Blank nodes that differ by their properties, by paths, in several graphs, or not at all. None refers to itself: PyLD
# then counts the statement twice.
TANGLE = """
@prefix e: <https://example.org/> .
e:p e:q _:e0 , _:e1 . _:e0 e:p _:e2 . _:e1 e:p _:e3 . _:e2 e:r _:e3 .
_:k0 e:knows _:k1 , _:k2 . _:k1 e:knows _:k0 , _:k2 . _:k2 e:knows _:k0 , _:k1 .
e:list e:is ( 1 2 2 2 1 ) , ( 1 2 2 2 1 ) , ( "a" [ e:b [] ] ) .
e:one { _:t0 e:p _:t1 . _:t2 e:p _:t3 . _:t4 e:p _:t5 . _:t1 e:p _:t2 . }
e:two { _:t0 e:p _:t1 . _:t2 e:p _:t3 . _:t5 e:p _:t0 . }
_:g { _:g e:p _:t5 . _:t1 e:q _:g . }
e:one { _:n0 e:p _:n2 . _:n2 e:p _:n3 . _:n3 e:p _:n0 . }
e:two { _:n0 e:p _:n3 . _:n2 e:p _:n3 . }
"""

# Literals that must survive unchanged.
LITERALS = {
    "decimal": ("1.50", "xsd:decimal"),
    "integer": ("01", "xsd:integer"),
    "wrong": ("x", "xsd:nonNegativeInteger"),
    "boolean": ("1", "xsd:boolean"),
    "double": ("1E+2", "xsd:double"),
    "markup": ("<b>&amp;</b> ]]>", "rdf:HTML"),
    "json": ('{ "a": 1.0 }', "rdf:JSON"),
    "spaces": (" \t\r\n a\r\n ", "xsd:string"),
    "tag": ("colour", "@en-GB"),
}


def check_foreign(program, say):
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        for name in ("dossier.toml", "actors.ttl"):
            (data / name).write_bytes((ROOT / "tests/cases/base" / name).read_bytes())
        (data / "tangle.trig").write_text(TANGLE, encoding="utf-8")
        lines = program("-C", folder, "export", "--format", "nq").decode("utf-8")
        canonical = program("-C", folder, "export", "--canonical").decode("utf-8")
        say("PyLD makes the same canonical N-Quads of a tangle", lines_differ(canonical_by_pyld(lines), canonical))
        say("the tangle has all its blank nodes", differs(len(set(re.findall(r"_:c14n\d+", canonical))), 31))

        (data / "tangle.trig").unlink()
        (data / "literals.ttl").write_text(literals_in_turtle(), encoding="utf-8")
        rdflib.NORMALIZE_LITERALS = False
        # rdflib warns about the invalid literal, which must stay as it is.
        logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
        for name, syntax in (DATASETS | {name: syntax for name, (syntax, _) in GRAPHS.items()}).items():
            text = program("-C", folder, "export", "--graph", "reference", "--format", name)
            say(f"foreign literals survive in {name}", literal_mistakes(text, syntax))
        rdflib.NORMALIZE_LITERALS = True


def literals_in_turtle():
    prefixes = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    lines = (
        f"<https://example.org/s> <https://example.org/{name}> {json.dumps(value)}{'' if kind[0] == '@' else '^^'}{kind} .\n"
        for name, (value, kind) in LITERALS.items()
    )
    return prefixes + "".join(lines)


def literal_mistakes(text, syntax):
    read = Dataset()
    read.parse(data=text, format=syntax)
    mistakes = []
    for name, (value, kind) in LITERALS.items():
        found = [value for _, _, value, _ in read.quads((None, URIRef(f"https://example.org/{name}"), None, None))]
        short = [
            (str(value), f"@{value.language}" if value.language else kind_of(value.datatype)) for value in found
        ]
        mistakes += differs(short, [(value, kind)])
    return mistakes


def kind_of(datatype):
    namespaces = {"xsd": "http://www.w3.org/2001/XMLSchema#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}
    for prefix, namespace in namespaces.items():
        if datatype and datatype.startswith(namespace):
            return f"{prefix}:{datatype[len(namespace):]}"
    return "xsd:string" if datatype is None else str(datatype)


def differs(found, expected):
    return [] if found == expected else [f"{found} is not {expected}"]


# Evidence


def check_evidence(dataset, say):
    readouts = {path.parent.name: path.read_bytes() for path in ROOT.glob("data/*/readout.txt")}
    facts = Graph()
    for subject, predicate, value, _ in dataset.quads():
        facts.add((subject, predicate, value))

    hashes, slices, seen = [], [], 0
    for slug, data in readouts.items():
        readout = URIRef(f"https://w3id.org/bilateral/readout/{slug}")
        told = [str(value) for value in facts.objects(readout, BIL.sha256)]
        hashes += differs(told, [hashlib.sha256(data).hexdigest()])
        text = data.decode("utf-8")
        for passage in facts.subjects(OA.hasSource, readout):
            seen += 1
            slices += slice_mistakes(facts, passage, text)
    say("each readout has the SHA-256 in the graph", hashes)
    say(f"each of {seen} passages is the slice at its position", slices or differs(seen > 0, True))

    wrong = []
    for act, quote in facts.subject_objects(BIL.quote):
        spans = [passage_span(facts, passage) for passage in facts.objects(act, BIL.evidence)]
        words = [words for _, words in sorted(spans)]
        if " […] ".join(words) != str(quote):
            wrong.append(f"{act}: {quote}")
    say("each quote joins its passages in text order", wrong)


def passage_span(facts, passage):
    selectors = list(facts.objects(passage, OA.hasSelector))
    start = next(facts.value(selector, OA.start) for selector in selectors if (selector, OA.start, None) in facts)
    exact = next(facts.value(selector, OA.exact) for selector in selectors if (selector, OA.exact, None) in facts)
    return int(start), str(exact)


def slice_mistakes(facts, passage, text):
    """A Python string is a sequence of code points, like the positions in the graph."""
    found = {}
    for selector in facts.objects(passage, OA.hasSelector):
        for name in ("exact", "prefix", "suffix", "start", "end"):
            value = facts.value(selector, OA[name])
            if value is not None:
                found[name] = value.toPython()
    start, end = found["start"], found["end"]
    expected = {
        "exact": text[start:end],
        "prefix": text[max(0, start - len(found["prefix"])) : start],
        "suffix": text[end : end + len(found["suffix"])],
    }
    return [f"{passage}: {name}" for name, words in expected.items() if found[name] != words]


# Questions


def check_questions(program, graph, say):
    for file in sorted(ROOT.glob("queries/*/*.rq")):
        name, query = file.stem, file.read_text(encoding="utf-8")
        if file.parent.name != "answers":
            # The program runs a view as a question only from its file.
            arguments, given = ["query", "-f", str(file)], {}
        else:
            arguments, given = ["query", name], {}
            if name in REQUIRED:
                variable, term, value = REQUIRED[name]
                arguments += ["--set", f"{variable}={value}"]
                given = {variable: term}
        # Other tools run the file itself; only a required value replaces UNDEF.
        for variable, term in given.items():
            query = query.replace(f"VALUES ?{variable} {{ UNDEF }}", f"VALUES ?{variable} {{ {term.n3()} }}")
        if name in DIFFERENT:
            print(f"differs {file.parent.name}/{name}: {DIFFERENT[name]}")
            continue
        total, mistakes = same_answer(program, arguments, graph, query)
        # A rule finds nothing in valid data; tests on broken dossiers cover it.
        empty = differs(total > 0, True) if file.parent.name != "checks" else []
        say(f"{file.parent.name}/{name}: rdflib returns the same {total} rows", mistakes or empty)

    # Other tools can run the query of `acts --sparql`; each filter replaces an UNDEF by a value.
    for filters in ([], ["--kind", "Commitment", "--to", "kaliningrad-oblast"], ["--sector", "manufacturing"]):
        query = program("acts", *filters, "--sparql").decode("utf-8")
        total, mistakes = same_answer(program, ["acts", *filters], graph, query)
        what = " ".join(["acts", *filters])
        say(f"{what}: rdflib returns the same {total} rows", mistakes or differs(total > 0, True))


def same_answer(program, arguments, graph, query):
    """The number of rows in rdflib, and the differences to ours: in JSON as terms, in CSV as text."""
    theirs = graph.query(query)
    names = [str(variable) for variable in theirs.vars]
    rows = Counter(tuple(cell(value) for value in row) for row in theirs)
    answer = json.loads(program(*arguments, "--format", "json"))
    mistakes = differs(answer["head"]["vars"], names)
    ours = Counter(tuple(json_cell(row.get(name)) for name in names) for row in answer["results"]["bindings"])
    mistakes += compare(by_value(ours), by_value(rows))
    table = csv_rows(program(*arguments, "--format", "csv"))
    mistakes += differs(table[0], names)
    mistakes += compare(Counter(map(tuple, table[1:])), plain(ours))
    return sum(rows.values()), mistakes


def compare(ours, theirs):
    return [f"only ours: {row}" for row in ours - theirs] + [f"only rdflib: {row}" for row in theirs - ours]


def cell(term):
    """A term as (kind, text, datatype, language); plain strings have no datatype, as in SPARQL's JSON."""
    if term is None:
        return None
    if isinstance(term, Literal):
        datatype = None if term.datatype is None else str(term.datatype)
        if datatype == "http://www.w3.org/2001/XMLSchema#string":
            datatype = None
        return ("literal", str(term), datatype, term.language)
    return ("uri", str(term), None, None)


def by_value(rows):
    """Rows with integers and decimals by value: rdflib multiplies integers to a decimal, SPARQL to an integer."""
    numbers = (str(XSD.integer), str(XSD.decimal))
    values = Counter()
    for row, count in rows.items():
        is_number = (value is not None and value[2] in numbers for value in row)
        cells = (decimal.Decimal(value[1]) if number else value for number, value in zip(is_number, row))
        values[tuple(cells)] += count
    return values


def json_cell(value):
    if value is None:
        return None
    return (value["type"], value["value"], value.get("datatype"), value.get("xml:lang"))


def plain(rows):
    texts = Counter()
    for row, count in rows.items():
        texts[tuple("" if value is None else value[1] for value in row)] += count
    return texts


def csv_rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


# Results


def check_results(program, say):
    """One table in every syntax, read by rdflib; it has texts with commas, quotation marks and empty cells."""
    command = ("query", "inferred", "--format")
    csv_cells = csv_rows(program(*command, "csv"))
    readings = {}
    for name in ("json", "xml", "csv", "tsv"):
        result = Result.parse(io.BytesIO(program(*command, name)), format=name)
        names = [str(variable) for variable in result.vars]
        rows = [["" if value is None else str(value) for value in row] for row in result]
        readings[name] = [names, *rows]
    for name, rows in readings.items():
        say(f"rdflib reads {name} as the csv module reads CSV", differs(rows, csv_cells))


# Views


def check_views(program, graph, say):
    text = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("data/*/readout.txt"))
    sources = {str(address): False for address in graph.objects(None, DCTERMS.source)}
    # The words of these are stored here, so their links must be to words; a term of office cites a page as a whole.
    sources |= {str(graph.value(readout, DCTERMS.source)): True for readout in graph.subjects(BIL.sha256)}
    terms = graph.subjects(RDF.type, ORG.Membership)
    sources |= {str(page): False for term in terms for page in graph.objects(term, DCTERMS.source)}
    for file in sorted(ROOT.glob("queries/views/*.rq")):
        name = file.stem
        rows = list(graph.query(file.read_text(encoding="utf-8")))
        ties = network(rows)
        things = {thing for source, target, _ in ties for thing in (source, target)}
        labels = Counter(node_label(graph, thing) for thing in things)
        drawn = program("graph", "--view", name)
        check_drawn(name, drawn, say)
        found = Counter(unwrapped(item["label"]) for item in laid_out(drawn)[0].values())
        expected = Counter(node_label(graph, thing) for thing in most_connected(graph, ties))
        say(f"{name}: by default, its nodes are the most connected ones", compare(found, expected))
        for group, bundle in (("kind", by_kind), ("group", by_group), ("pair", by_pair)):
            what = f"{name} by {group}"
            dot = program("graph", "--view", name, "--group", group, "--all")
            nodes, edges = laid_out(dot)
            found = Counter(unwrapped(item["label"]) for item in nodes.values())
            say(f"{what}: its {len(things)} nodes are those of the view", compare(found, labels))

            expected = bundled(graph, ties, bundle)
            labelled = len(expected) <= TOO_MANY
            wanted = Counter(expected_edge(graph, key, shares, labelled) for key, shares in expected.items())
            found = Counter(edge_of(edge, nodes) for edge in edges)
            say(f"{what}: its {len(expected)} edges are those of the view", compare(found, wanted))

            wrong = [link for edge in edges for link in link_mistakes(edge.get("URL", ""), text, sources)]
            say(f"{what}: each edge links to words of the readout or to a source", wrong)


# With more edges than this, edges have no labels.
TOO_MANY = 120


def check_drawn(name, dot, say):
    drawn = subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True)
    say(f"{name}: dot draws it without warnings", drawn.stderr.decode().splitlines() or differs(drawn.returncode, 0))
    say(f"{name}: the SVG is XML", xml_mistakes(drawn.stdout))


# The number of nodes that a picture shows by default.
PAGE = 25


def most_connected(graph, ties):
    """The sides, then one by one the node with the most acts to those already taken."""
    weights = {}
    for (source, target, _, _), shares in bundled(graph, ties, by_pair).items():
        if source != target:
            count = sum(len(acts) for acts in shares.values())
            for one, other in ((source, target), (target, source)):
                weights.setdefault(one, Counter())[other] += count
    nodes = sorted(weights, key=str)
    dossier = tomllib.loads((ROOT / "data/dossier.toml").read_text(encoding="utf-8"))
    sides = [URIRef(f"https://w3id.org/bilateral/id/{side}") for side in dossier["sides"]]
    taken = [side for side in sides if side in weights]
    while len(taken) < min(PAGE, len(nodes)):
        left = [node for node in nodes if node not in taken]
        # `max` takes the first of several.
        taken.append(max(left, key=lambda node: (sum(weights[node][near] for near in taken), sum(weights[node].values()))))
    return taken


LABEL = re.compile(r"label \d+$")


def laid_out(dot):
    """The nodes by number, and the drawn edges: one with a label is two lines, to the label and from it."""
    layout = json.loads(subprocess.run(["dot", "-Tjson"], input=dot, capture_output=True, check=True).stdout)
    objects = [item for item in layout.get("objects", []) if "nodes" not in item and "subgraphs" not in item]
    labels = {item["_gvid"]: item for item in objects if LABEL.match(item["name"])}
    nodes = {item["_gvid"]: item for item in objects if item["_gvid"] not in labels}
    lines = [edge for edge in layout.get("edges", []) if edge.get("style") != "invis"]
    edges = [edge for edge in lines if edge["tail"] in nodes and edge["head"] in nodes]
    to_labels = {edge["head"]: edge for edge in lines if edge["head"] in labels}
    for second in (edge for edge in lines if edge["tail"] in labels):
        label, first = labels[second["tail"]], to_labels.pop(second["tail"])
        arrows = first.get("dir", "forward") == "back", second.get("dir", "forward") == "forward"
        whole = {"dir": {(True, True): "both", (True, False): "back", (False, True): "forward"}[arrows]}
        same = {key: first.get(key) for key in ("tooltip", "URL", "style")}
        assert all(second.get(key) == value for key, value in same.items()), second
        assert label["tooltip"] == first["tooltip"] and label.get("URL") == first.get("URL"), label
        edges.append({**first, **whole, "head": second["head"], "label": label["label"]})
    assert not to_labels, "a line ends at a label"
    return nodes, edges


def edge_of(edge, nodes):
    """Source, target, whether it is mutual, and label; an edge laid out backward points at its tail."""
    ends = [unwrapped(nodes[edge[end]]["label"]) for end in ("tail", "head")]
    if edge.get("dir") == "back":
        ends.reverse()
    mutual = edge.get("dir") == "both"
    if mutual:
        ends.sort()
    heading = edge["tooltip"].split("\\n")[0]
    return (*ends, mutual, unwrapped(edge.get("label", "")), heading)


def expected_edge(graph, key, shares, labelled):
    source, target, mutual, _ = key
    ends = [node_label(graph, end) for end in (source, target)]
    label = bundle_label(graph, source, target, shares) if labelled else ""
    dates = sorted(date for acts in shares.values() for found in acts.values() for date in found)
    span = f" ({dates[0]})" if len(set(dates)) == 1 else f" ({dates[0]} – {dates[-1]})" if dates else ""
    arrow = "↔" if mutual else "→"
    counts = {relation: len(acts) for relation, acts in shares.items()}
    heading = f"{english(graph, source)} {arrow} {english(graph, target)}: {listed(graph, counts)}{span}"
    return (*(sorted(ends) if mutual else ends), mutual, label, heading)


def network(rows):
    """The acts of each source, target and relation, with their dates."""
    ties = {}
    for row in rows:
        dates = ties.setdefault((row.source, row.target, row.relation), {}).setdefault(row.act, set())
        if row.date is not None:
            dates.add(str(row.date))
    return ties


def by_kind(graph, relation):
    return relation


def by_group(graph, relation):
    """The class between a kind and bil:Act; the relation itself if it has none."""
    above = set(graph.objects(relation, RDFS.subClassOf)) - {BIL.Act}
    return next((group for group in above if (group, RDFS.subClassOf, BIL.Act) in graph), relation)


def by_pair(graph, relation):
    return None


def bundled(graph, ties, bundle):
    """A joint act is one mutual edge and counts once."""
    bundles = {}
    for (source, target, relation), acts in ties.items():
        back = ties.get((target, source, relation), {}) if source != target else {}
        for act, dates in acts.items():
            mutual = act in back
            ends = sorted((source, target)) if mutual else (source, target)
            shares = bundles.setdefault((*ends, mutual, bundle(graph, relation)), {})
            shares.setdefault(relation, {})[act] = dates
    return bundles


def bundle_label(graph, source, target, shares):
    """Two kinds, those that bind most and are most, and the number of the others."""
    counts = {relation: len(acts) for relation, acts in shares.items()}
    if len(counts) == 1:
        [(relation, count)] = counts.items()
        if by_group(graph, relation) != relation:
            return counted(graph, relation, count)
        when = years(graph, source, target, shares)
        if count > 1:
            return counted(graph, relation, count) + ("," + when if when else "")
        is_post = relation in (BIL.post, BIL.memberOf)
        return "" if not when else when.strip() if is_post else noun(graph, relation, 1) + when
    ranked = sorted(sorted(counts, key=str), key=lambda relation: interest(graph, relation, counts[relation]), reverse=True)
    label = ", ".join(f"{counts[relation]} {noun(graph, relation, counts[relation])}" for relation in ranked[:2])
    rest = sum(counts[relation] for relation in ranked[2:])
    return label + (f" and {rest} more" if rest else "")


def interest(graph, relation, count):
    strength = int(graph.value(relation, BIL.strength, default=1))
    weight = 0 if by_group(graph, relation) == BIL.Account else count * strength
    return weight, count, int(graph.value(relation, BIL.order, default=2**32 - 1))


def years(graph, source, target, shares):
    """The years of a relation that is not an act, unless one of its ends shows a date."""
    if any((end, BIL.date, None) in graph for end in (source, target)):
        return ""
    dates = sorted({date for acts in shares.values() for found in acts.values() for date in found})
    if not dates:
        return ""
    first, last = dates[0][:4], dates[-1][:4]
    if len(dates) == 1 and set(shares) <= {BIL.post, BIL.memberOf}:
        return f" from {first}"
    return f" {first}" if first == last else f" {first}–{last}"


def listed(graph, counts):
    def rank(relation):
        return (int(graph.value(relation, BIL.order, default=2**32)), str(relation))

    return ", ".join(counted(graph, relation, counts[relation]) for relation in sorted(counts, key=rank))


def counted(graph, relation, count):
    is_act = by_group(graph, relation) != relation
    number = f"{count} " if is_act or count > 1 else ""
    return number + noun(graph, relation, count)


def noun(graph, relation, count):
    """The noun after a number, as the ontology has it; the singular is most often the label in lower case."""
    if count > 1:
        return str(graph.value(relation, BIL.plural) or english(graph, relation) + "s")
    return str(graph.value(relation, BIL.singular) or english(graph, relation).lower())


MONTHS = "January February March April May June July August September October November December".split()


def node_label(graph, thing):
    """The name, and the date, if any, unless the name contains it."""
    name, date = english(graph, thing), graph.value(thing, BIL.date)
    if date is None:
        return name
    parts = [int(part) for part in str(date).split("-")]
    words = " ".join([str(day) for day in parts[2:]] + [MONTHS[month - 1] for month in parts[1:2]] + [f"{parts[0]}"])
    return name if words in name else f"{name}, {words}"


def english(graph, thing):
    return next(str(label) for label in graph.objects(thing, RDFS.label) if label.language == "en")


def unwrapped(label):
    """The words of a label: Graphviz keeps its line ends as written."""
    return re.sub(r"(\\n|\\l|\s)+", " ", label).strip()


def xml_mistakes(data):
    try:
        ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return [str(error)]
    return []


def link_mistakes(url, text, sources):
    """A text fragment is `text=words` or `text=first words,last words`, once for each passage; its page is a source."""
    url = url.replace("&amp;", "&")
    page, mark, directives = url.partition("#:~:")
    if page not in sources:
        return [f"no source: {url}"]
    if not mark:
        return [f"no text fragment: {url}"] if sources[page] else []
    folded = " ".join(text.split())
    wrong = []
    for directive in directives.split("&"):
        key, _, value = directive.partition("=")
        at = 0
        for words in value.split(","):
            at = folded.find(unquote(words), at)
            if key != "text" or not words or at < 0:
                wrong.append(f"not in the readout: {directive}")
                break
    return wrong


# Schemas

# Text in the first sheet and its replacement: the schema and the program must refuse each.
MUTANTS = {
    "an unknown key": ("issued_by = ", "issued_bye = "),
    "a missing required key": ('issued_by = "belarus"', ""),
    "a number for a name": ('issued_by = "belarus"', "issued_by = 3"),
    "an empty text": ('issued_by = "belarus"', 'issued_by = " "'),
    "an empty list": ('issued_by = "belarus"', "issued_by = []"),
    "an invalid address": ('source    = "https:', 'source    = "gopher:'),
    "an invalid SHA-256": ('sha256    = "a', 'sha256    = "'),
    "an unknown table": ("[[entity]]", "[[entty]]"),
    "an unknown choice": ('kind                     = "Visit"', 'kind = "Vist"'),
    "an invalid slug": ('id                       = "alikhanov-first-official-visit"', 'id = "Alikhanov_visit"'),
    "an inferred value without a reason": ("date.because ", "date.source2 "),
    "a reason without a value": ("date.is                  = 2017-11-13", ""),
    "a time for a date": ("= 2017-11-13\n", "= 2017-11-13T10:00:00\n"),
    "an invalid month": ('= "2017-11"', '= "2017-13"'),
    "a missing kind": ('kind      = "Offer"', ""),
    "a list for a text": ('condition = "If you need help"', 'condition = ["If you need help"]'),
    "a side that is not a list": ("sides.russia  = []", 'sides.russia  = "belarus"'),
    "a participant without a post": (', post = "president-of-belarus"', ""),
    "a table that should be a list": ("[[entity]]", "[entity]"),
}


def check_schemas(program, say):
    for name in ("facts", "dossier"):
        schema = json.loads(program("schema", name))
        Draft7Validator.check_schema(schema)
        validator = Draft7Validator(schema)
        files = [path for folder in ("data", "tests/dossiers") for path in sorted(ROOT.glob(f"{folder}/**/{name}.toml"))]
        mistakes = [f"{file}: {error.message}" for file in files for error in validator.iter_errors(sheet(file.read_text("utf-8")))]
        say(f"{name}.toml: {len(files)} files conform to the schema", mistakes or differs(bool(files), True))
        if name == "facts":
            check_mutants(program, validator, say)


def check_mutants(program, validator, say):
    first = "2017-11-13-minsk"
    text = (ROOT / "data" / first / "facts.toml").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", Path(folder) / "data")
        taken = []
        for what, (old, new) in MUTANTS.items():
            mutant = text.replace(old, new)
            if mutant == text:
                taken.append(f"{what}: `{old}` is not in the sheet")
                continue
            if not any(validator.iter_errors(sheet(mutant))):
                taken.append(f"{what}: the schema accepts it")
            (Path(folder) / "data" / first / "facts.toml").write_text(mutant, "utf-8")
            run = subprocess.run([program.path, "-C", folder, "export"], capture_output=True)
            if run.returncode != 3:
                taken.append(f"{what}: the program exits with {run.returncode}")
        say(f"{len(MUTANTS)} mutants of a sheet: the schema and the program refuse each", taken)


def sheet(text):
    """A sheet as JSON: editors pass dates to the schema as text."""

    def plain(value):
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        if isinstance(value, list):
            return [plain(item) for item in value]
        if isinstance(value, (datetime.date, datetime.time)):
            return value.isoformat()
        return value

    return plain(tomllib.loads(text))


if __name__ == "__main__":
    main()
