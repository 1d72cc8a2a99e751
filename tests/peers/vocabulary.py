#!/usr/bin/env python3
"""Independent readers verify the vocabulary: rdflib and owlready2 load it, and the data must conform to it.

Usage: vocabulary.py path/to/bilateral

The exit code is 1 if a check fails.
"""

import contextlib
import io
import subprocess
import sys
import tempfile
import warnings
from collections import defaultdict
from pathlib import Path

import owlready2
from rdflib import OWL, RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, SDO, SKOS, XSD

from verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
BIL = Namespace("https://w3id.org/bilateral/ontology#")
MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    say = Verdict()
    ontology = check_loading(say)
    data = export(sys.argv[1])
    check_foreign_terms(data, say)
    check_domains_and_ranges(data, ontology, say)
    check_codes(data, say)
    sys.exit(1 if say.failures else 0)


def export(program):
    command = [str(Path(program).resolve()), "export", "--derived", "--format", "ttl"]
    with tempfile.TemporaryDirectory() as empty:
        text = subprocess.run(command, cwd=empty, check=True, capture_output=True).stdout
    return Graph().parse(data=text, format="turtle")


# Loading


def check_loading(say):
    """Loads the files with rdflib and owlready2; the shapes are not part of the ontology."""
    ontology = Graph()
    for file in sorted(ROOT.glob("ontology/*.ttl")):
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            graph = Graph().parse(file)
        say(f"rdflib reads {file.name} without warnings", [warning.message for warning in told])
        if file.name != "shapes.ttl":
            ontology += graph

    errors = io.StringIO()
    with warnings.catch_warnings(record=True) as told, contextlib.redirect_stderr(errors), contextlib.redirect_stdout(errors):
        warnings.simplefilter("always")
        triples = io.BytesIO(ontology.serialize(format="nt", encoding="utf-8"))
        read = owlready2.World().get_ontology(str(BIL)).load(fileobj=triples, format="ntriples")
        counts = {
            OWL.Class: len(list(read.classes())),
            OWL.ObjectProperty: len(list(read.object_properties())),
            OWL.DatatypeProperty: len(list(read.data_properties())),
            OWL.AnnotationProperty: len(list(read.annotation_properties())),
        }
        above = {thing.iri for thing in read.Offer.ancestors()}
    say("owlready2 reads the ontology without warnings", [*(each.message for each in told), *errors.getvalue().splitlines()])
    for sort, count in counts.items():
        expected = len(set(ontology.subjects(RDF.type, sort)))
        say(f"owlready2 finds each {sort.fragment}: {count}", [] if count == expected > 0 else [f"not {expected}"])
    lacking = {str(BIL.Commitment), str(BIL.Act), str(PROV.Entity)} - above
    say("owlready2 puts an Offer below Commitment, Act, and PROV-O's Entity", sorted(lacking))
    return ontology


# Terms


def check_foreign_terms(data, say):
    """A term in a vocabulary that rdflib knows must exist there: a typo would be a new term."""
    terms = {term for triple in data for term in triple if isinstance(term, URIRef)}
    for namespace in (DCTERMS, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS):
        used = {term for term in terms if term.startswith(str(namespace))} - {URIRef(str(namespace))}
        say(f"each of {len(used)} terms of {namespace} exists", sorted(term for term in used if term not in namespace))


def check_domains_and_ranges(data, ontology, say):
    """Every use of a property must fit its domain and range, subclasses included."""
    types = defaultdict(set)
    for thing, sort in data.subject_objects(RDF.type):
        types[thing].update(data.transitive_objects(sort, RDFS.subClassOf))
    wrong, uses = [], 0
    for place, pick in ((RDFS.domain, 0), (RDFS.range, 2)):
        for path, wanted in ontology.subject_objects(place):
            for triple in data.triples((None, path, None)):
                uses += 1
                term = triple[pick]
                # A plain literal is a string.
                sorts = {term.datatype or XSD.string} if isinstance(term, Literal) else types[term]
                if wanted not in sorts:
                    wrong.append(f"{term} is not a {wanted}, which {path} requires")
    say(f"each of {uses} uses fits the domain or range of its property", wrong or ([] if uses else ["no use"]))

    mixed = []
    for sort, literal in ((OWL.ObjectProperty, False), (OWL.DatatypeProperty, True)):
        for path in ontology.subjects(RDF.type, sort):
            mixed += [triple for triple in data.triples((None, path, None)) if isinstance(triple[2], Literal) != literal]
    say("object properties have IRIs as values, datatype properties literals", mixed)

    defined = {term for term in ontology.subjects() if term.startswith(BIL)}
    used = {term for triple in data for term in triple if isinstance(term, URIRef) and term.startswith(BIL)}
    say(f"each of {len(used)} terms of ours is defined", sorted(used - defined))


# Codes of other schemes


def check_codes(data, say):
    codes = set(data.subjects(SKOS.notation))
    schemes = set(data.objects(None, SKOS.inScheme)) & set(data.subjects(DCTERMS.subject))
    bare = [code for code in codes if not schemes & set(data.objects(code, SKOS.inScheme))]
    edition = [s for s in schemes if not all(data.value(s, p) for p in (OWL.versionInfo, SDO.publisher, DCTERMS.rights, SKOS.scopeNote))]
    say(f"each of {len(codes)} codes is in one of {len(schemes)} schemes", bare or ([] if codes else ["no codes"]))
    say("each scheme has an edition, a publisher, rights and a note on its limits", edition)

    ties = [(ours, path, code) for path in MATCHES for ours, code in data.subject_objects(path) if code in codes]
    loose = codes - {code for _, _, code in ties}
    say(f"each code maps to a term of ours, by {len(ties)} mappings", sorted(loose))
    pairs = defaultdict(list)
    for ours, path, code in ties:
        pairs[ours, code].append(path.fragment)
    say("no term maps to a code in two ways", [pair for pair, paths in pairs.items() if len(paths) > 1])
    named = [code for code in codes if set(data.objects(code, RDF.type)) != {SKOS.Concept}]
    say("a code is only a concept, so that no sheet can name it", named)

    tied = defaultdict(set)
    for ours, _, code in ties:
        tied[code].add(ours)
    above = {thing: set(data.transitive_objects(thing, SKOS.broader)) for things in tied.values() for thing in things}
    silent = []
    for code, things in tied.items():
        apart = [(a, b) for a in things for b in things if a not in above[b] and b not in above[a]]
        if apart and not data.value(code, SKOS.scopeNote):
            silent.append(f"{code} does not distinguish {apart[0][0]} from {apart[0][1]}")
    say("a code for two unrelated terms of ours has a note that it does not distinguish them", silent)


if __name__ == "__main__":
    main()
