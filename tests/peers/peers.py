#!/usr/bin/env python3
"""Independent peers judge what the program writes.

Usage: peers.py path/to/bilateral

Nothing here shares code with the program: RDF is read by rdflib and rapper, SPARQL answered by rdflib, DOT drawn by
Graphviz, CSV read by Python, sheets read by Python and held against the JSON Schema by jsonschema. Each check prints a line; the exit code is 1 if one failed.
"""

import csv
import datetime
import hashlib
import io
import json
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

from jsonschema import Draft7Validator
from rdflib import RDFS, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.query import Result

ROOT = Path(__file__).resolve().parents[2]
BIL = Namespace("https://w3id.org/bilateral/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
ID = "https://w3id.org/bilateral/id/"

# What a question needs before it can be answered.
REQUIRED = {
    "mentions": ("of", URIRef(ID + "fifa-world-cup-2018"), "fifa-world-cup-2018"),
    "news": ("since", URIRef(ID + "2024-11-21-kaliningrad"), "2024-11-21-kaliningrad"),
}

# The questions for which rdflib differs, each with its reason. There is none now.
DIFFERENT = {}

# The nodes of the legend hold no facts.
LEGEND = re.compile(r"^legend \d+$")


class Program:
    """The binary, run in an empty folder, so that it reads its built-in dossier."""

    def __init__(self, path):
        self.path = str(Path(path).resolve())
        self.folder = tempfile.TemporaryDirectory()

    def __call__(self, *arguments):
        command = [self.path, *arguments]
        return subprocess.run(command, cwd=self.folder.name, check=True, capture_output=True).stdout


class Verdict:
    """Says what held and what did not, and remembers the latter."""

    def __init__(self):
        self.failures = 0

    def __call__(self, what, mistakes):
        if mistakes:
            self.failures += 1
            print(f"FAILED  {what}")
            for mistake in mistakes[:10]:
                print(f"        {str(mistake)[:400]}")
        else:
            print(f"ok      {what}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = Program(sys.argv[1])
    say = Verdict()
    dataset, graph = check_rdf(program, say)
    check_evidence(dataset, say)
    check_questions(program, graph, say)
    check_results(program, say)
    check_views(program, graph, say)
    check_schemas(program, say)
    sys.exit(1 if say.failures else 0)


# RDF


def check_rdf(program, say):
    texts = {name: program("export", "--format", name) for name in ("ttl", "trig", "nq")}
    turtle = Graph().parse(data=texts["ttl"], format="turtle")
    trig, quads = Dataset(), Dataset()
    trig.parse(data=texts["trig"], format="trig")
    quads.parse(data=texts["nq"], format="nquads")

    in_trig, in_quads = set(trig.quads()), set(quads.quads())
    say("TriG and N-Quads are the same dataset", sorted(map(str, in_trig ^ in_quads)))
    say("N-Quads has a line for each of its quads", differs(len(texts["nq"].splitlines()), len(in_quads)))

    union = Graph()
    for subject, predicate, value, _ in in_quads:
        union.add((subject, predicate, value))
    say("Turtle is the union of the graphs", [] if isomorphic(turtle, union) else ["not isomorphic"])
    say("no triple stands in two graphs", differs(len(union), len(in_quads)))

    command = ["rapper", "-q", "-i", "turtle", "-o", "ntriples", "-", "https://example.org/"]
    read = subprocess.run(command, input=texts["ttl"], capture_output=True)
    say("rapper reads the Turtle", read.stderr.decode().splitlines() or differs(read.returncode, 0))
    by_rapper = Graph().parse(data=read.stdout, format="nt")
    say("rapper finds the same triples", [] if isomorphic(by_rapper, turtle) else ["not isomorphic"])
    say("rapper counts as many", differs(len(read.stdout.splitlines()), len(turtle)))
    return quads, turtle


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
    say("each readout has the SHA-256 that the graph tells", hashes)
    say(f"each of {seen} passages is the slice at its place", slices or differs(seen > 0, True))

    wrong = []
    for act, quote in facts.subject_objects(BIL.quote):
        spans = [passage_span(facts, passage) for passage in facts.objects(act, BIL.evidence)]
        words = [words for _, words in sorted(spans)]
        if " […] ".join(words) != str(quote):
            wrong.append(f"{act}: {quote}")
    say("each quote is its passages in the order of the text", wrong)


def passage_span(facts, passage):
    selectors = list(facts.objects(passage, OA.hasSelector))
    start = next(facts.value(selector, OA.start) for selector in selectors if (selector, OA.start, None) in facts)
    exact = next(facts.value(selector, OA.exact) for selector in selectors if (selector, OA.exact, None) in facts)
    return int(start), str(exact)


def slice_mistakes(facts, passage, text):
    """A Python string is a row of code points, as the places in the graph are."""
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
            # The program draws views and answers them only as a query.
            arguments, given = ["query", "-f", str(file)], {}
        else:
            arguments, given = ["query", name], {}
            if name in REQUIRED:
                variable, term, value = REQUIRED[name]
                arguments += ["--set", f"{variable}={value}"]
                given = {variable: term}
        # The file itself is what others run; only where a value is required, UNDEF gives way to it.
        for variable, term in given.items():
            query = query.replace(f"VALUES ?{variable} {{ UNDEF }}", f"VALUES ?{variable} {{ {term.n3()} }}")
        if name in DIFFERENT:
            print(f"differs {file.parent.name}/{name}: {DIFFERENT[name]}")
            continue
        total, mistakes = same_answer(program, arguments, graph, query)
        say(f"{file.parent.name}/{name}: rdflib gives the same {total} rows", mistakes or differs(total > 0, True))

    # What `acts` prints with --sparql is for others to run; each filter is a value in the place of UNDEF.
    for filters in ([], ["--kind", "Commitment", "--to", "kaliningrad-oblast"], ["--sector", "manufacturing"]):
        query = program("acts", *filters, "--sparql").decode("utf-8")
        total, mistakes = same_answer(program, ["acts", *filters], graph, query)
        what = " ".join(["acts", *filters])
        say(f"{what}: rdflib gives the same {total} rows", mistakes or differs(total > 0, True))


def same_answer(program, arguments, graph, query):
    """How many rows rdflib finds, and where ours are others: in JSON with their terms, in CSV as texts."""
    theirs = graph.query(query)
    names = [str(variable) for variable in theirs.vars]
    rows = Counter(tuple(cell(value) for value in row) for row in theirs)
    answer = json.loads(program(*arguments, "--format", "json"))
    mistakes = differs(answer["head"]["vars"], names)
    ours = Counter(tuple(json_cell(row.get(name)) for name in names) for row in answer["results"]["bindings"])
    mistakes += compare(ours, rows)
    table = csv_rows(program(*arguments, "--format", "csv"))
    mistakes += differs(table[0], names)
    mistakes += compare(Counter(map(tuple, table[1:])), plain(rows))
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
    """One table in every syntax, read by others; it has texts with commas, quotation marks and empty cells."""
    command = ("query", "inferred", "--format")
    csv_cells = csv_rows(program(*command, "csv"))
    readings = {}
    for name in ("json", "xml", "csv", "tsv"):
        result = Result.parse(io.BytesIO(program(*command, name)), format=name)
        names = [str(variable) for variable in result.vars]
        rows = [["" if value is None else str(value) for value in row] for row in result]
        readings[name] = [names, *rows]
    for name, rows in readings.items():
        say(f"{name} is read by rdflib as the csv module reads CSV", differs(rows, csv_cells))


# Views


def check_views(program, graph, say):
    text = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("data/*/readout.txt"))
    for file in sorted(ROOT.glob("queries/views/*.rq")):
        name = file.stem
        dot = program("graph", "--view", name)
        drawn = subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True)
        say(f"{name}: dot draws it without a word", drawn.stderr.decode().splitlines() or differs(drawn.returncode, 0))
        say(f"{name}: the SVG is XML", xml_mistakes(drawn.stdout))

        layout = json.loads(subprocess.run(["dot", "-Tjson"], input=dot, capture_output=True, check=True).stdout)
        objects = [item for item in layout.get("objects", []) if "nodes" not in item and "subgraphs" not in item]
        nodes = {item["_gvid"]: item for item in objects if not LEGEND.match(item["name"])}
        edges = [edge for edge in layout.get("edges", []) if edge["tail"] in nodes or edge["head"] in nodes]

        ties = Counter()
        for row in graph.query(file.read_text(encoding="utf-8")):
            ties[(row.source, row.target, row.relation)] += 1
        things = {thing for source, target, _ in ties for thing in (source, target)}
        names = {english(graph, thing) for thing in things}
        labels = {unwrapped(item["label"]) for item in nodes.values()}
        say(f"{name}: its {len(things)} nodes are those of the view", differs(len(nodes), len(things)) + differs(labels, names))

        expected = Counter(
            (english(graph, source), english(graph, target), english(graph, relation) + (f" ×{count}" if count > 1 else ""))
            for (source, target, relation), count in ties.items()
        )
        found = Counter(
            (unwrapped(nodes[edge["tail"]]["label"]), unwrapped(nodes[edge["head"]]["label"]), unwrapped(edge["label"]))
            for edge in edges
        )
        say(f"{name}: its {len(ties)} edges are those of the view", compare(found, expected))

        wrong = [link for edge in edges for link in link_mistakes(edge.get("URL", ""), text)]
        say(f"{name}: each edge leads to words of the readout", wrong)


def english(graph, thing):
    return next(str(label) for label in graph.objects(thing, RDFS.label) if label.language == "en")


def unwrapped(label):
    """The words of a label: Graphviz hands it on with its line ends as they were written."""
    return re.sub(r"(\\n|\\l|\s)+", " ", label).strip()


def xml_mistakes(data):
    try:
        ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return [str(error)]
    return []


def link_mistakes(url, text):
    """A text fragment is `text=words` or `text=first words,last words`, once for each passage."""
    url = url.replace("&amp;", "&")
    page, mark, directives = url.partition("#:~:")
    if not mark or not page.startswith("https://"):
        return [f"no text fragment: {url}"]
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

# What stands in the first sheet, and what it is changed to: each is refused by the schema, and by the program.
MUTANTS = {
    "a key that there is not": ("issued_by = ", "issued_bye = "),
    "a required key less": ('issued_by = "belarus"', ""),
    "a number for a name": ('issued_by = "belarus"', "issued_by = 3"),
    "an empty text": ('issued_by = "belarus"', 'issued_by = " "'),
    "an empty list": ('issued_by = "belarus"', "issued_by = []"),
    "no address": ('source    = "https:', 'source    = "gopher:'),
    "no SHA-256": ('sha256    = "a', 'sha256    = "'),
    "a table that there is not": ("[[entity]]", "[[entty]]"),
    "a word that is none of the choice": ('kind                     = "Visit"', 'kind = "Vist"'),
    "no slug": ('id                       = "alikhanov-first-official-visit"', 'id = "Alikhanov_visit"'),
    "an inferred value without a reason": ("date.because ", "date.source2 "),
    "a reason without a value": ("date.is                  = 2017-11-13", ""),
    "a time of day for a day": ("= 2017-11-13\n", "= 2017-11-13T10:00:00\n"),
    "no month": ('= "2017-11"', '= "2017-13"'),
    "a kind less": ('kind      = "Offer"', ""),
    "a list for a text": ('condition = "If you need help"', 'condition = ["If you need help"]'),
    "a side that is no list": ("sides.russia  = []", 'sides.russia  = "belarus"'),
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
        say(f"{name}.toml: {len(files)} of them keep to the schema", mistakes or differs(bool(files), True))
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
                taken.append(f"{what}: the schema takes it")
            (Path(folder) / "data" / first / "facts.toml").write_text(mutant, "utf-8")
            run = subprocess.run([program.path, "-C", folder, "export"], capture_output=True)
            if run.returncode != 3:
                taken.append(f"{what}: the program ends with {run.returncode}")
        say(f"{len(MUTANTS)} mutants of a sheet are refused by the schema and by the program", taken)


def sheet(text):
    """A sheet as JSON: editors hand a date to a schema as its text."""

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
