#!/usr/bin/env python3
"""pySHACL validates our data with ontology/shapes.ttl, and mutants test the shapes.

Usage: shapes.py path/to/bilateral

The built-in dossier, and every dossier in tests/dossiers, must conform. Then one thing after the other is broken in a
small graph that conforms, and each time exactly the expected constraint must fail, at the expected node and path. There is
a mutant for each constraint of each shape, and none of them may be forgotten. What pySHACL finds in a mutant, `check` finds,
too: an error for a violation, at least a warning for a warning. And each rule of `scope: files` finds one of the mutants, so
that the rules say no more than the shapes do. The exit code is 1 if something failed.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, SDO, SH, SKOS, XSD

from verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
OA = Namespace("http://www.w3.org/ns/oa#")
BIL = Namespace("https://w3id.org/bilateral/ontology#")
ID = Namespace("https://w3id.org/bilateral/id/")
DOC = Namespace("https://w3id.org/bilateral/readout/")
ITEM = Namespace("https://w3id.org/bilateral/item/")
SECTOR = Namespace("https://w3id.org/bilateral/sector/")
TOPIC = Namespace("https://w3id.org/bilateral/topic/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SHAPE = Namespace("https://w3id.org/bilateral/shapes#")

# The nodes of small.ttl.
OFFER = URIRef("https://w3id.org/bilateral/act/2020-01-02-here.apples")
JOINT = URIRef("https://w3id.org/bilateral/act/2020-there.agreement")
FIGURE, RANGE = OFFER + ".figure-1", OFFER + ".figure-2"
TALKS, VISIT, TOWN, ANN, HERE, THERE, POST = ID.talks, ID.visit, ID.town, ID.ann, ID.here, ID.there, ID.premier
MEMBERSHIP, INFERENCE = ID["ann.premier"], ID["talks.inferred-place"]
READOUT, RECORD = DOC["2020-01-02-here"], DOC["2020-there"]
PASSAGE, WORDS, PLACE = READOUT + "#char=0,5", READOUT + "#quote=0,5", READOUT + "#position=0,5"
CODE, SCHEME = URIRef("https://example.org/codes/0808"), URIRef("https://example.org/codes")
FIRST, LAST = SEM.hasEarliestBeginTimeStamp, SEM.hasLatestEndTimeStamp
# A path that is not a single property.
ABOVE = "one or more rdfs:subClassOf"

DAY = Literal("2020-01-02", datatype=XSD.date)
OTHER_DAY = Literal("2020-01-01", datatype=XSD.date)
WORD = Literal("word")


# Edits of a graph


def put(*triples):
    def edit(graph):
        for triple in triples:
            graph.add(triple)

    return edit


def drop(subject, path, value=None):
    def edit(graph):
        assert (subject, path, value) in graph, f"{subject} {path}: nothing to drop"
        graph.remove((subject, path, value))

    return edit


def swap(subject, path, *values):
    def edit(graph):
        drop(subject, path)(graph)
        for value in values:
            graph.add((subject, path, value))

    return edit


def rename(old, new):
    """Renames a node wherever it appears."""

    def edit(graph):
        for subject, path, value in list(graph):
            if old in (subject, value):
                graph.remove((subject, path, value))
                graph.add((new if subject == old else subject, path, new if value == old else value))

    return edit


def both(*edits):
    def edit(graph):
        for each in edits:
            each(graph)

    return edit


# Mutants: the shape and constraint that must fail, the node, the path, and the edit


def mutants():
    yield from shared()
    yield from of_acts()
    yield from of_kinds()
    yield from of_names_and_levels()
    yield from of_events_and_dates()
    yield from of_actors()
    yield from of_concepts()
    yield from of_readouts()
    yield from of_inferences_and_figures()


def shared():
    yield "label", "UniqueLang", TOWN, RDFS.label, put((TOWN, RDFS.label, Literal("City", "en")))
    yield "label", "QualifiedMinCount", TOWN, RDFS.label, swap(TOWN, RDFS.label, Literal("Stadt", "de"))
    yield "date", "MaxCount", JOINT, BIL.date, put((JOINT, BIL.date, DAY))
    yield "date", "Or", JOINT, BIL.date, swap(JOINT, BIL.date, Literal("2020"))
    yield "end-date", "MaxCount", JOINT, BIL.endDate, put((JOINT, BIL.endDate, DAY))
    yield "end-date", "Or", JOINT, BIL.endDate, swap(JOINT, BIL.endDate, Literal("2021"))
    yield "evidence", "Class", TALKS, BIL.evidence, put((TALKS, BIL.evidence, WORDS))
    yield "part-of", "NodeKind", TOWN, BIL.partOf, swap(TOWN, BIL.partOf, WORD)
    yield "member-of", "Class", HERE, BIL.memberOf, swap(HERE, BIL.memberOf, TOWN)
    yield "note", "Or", TALKS, SKOS.note, swap(TALKS, SKOS.note, TOWN)
    yield "source", "NodeKind", INFERENCE, DCTERMS.source, swap(INFERENCE, DCTERMS.source, WORD)


def of_acts():
    yield "act-kind", "QualifiedMinCount", OFFER, RDF.type, swap(OFFER, RDF.type, BIL.Commitment)
    yield "act-kind", "QualifiedMaxCount", OFFER, RDF.type, put((OFFER, RDF.type, BIL.Pledge))
    yield "act-by", "MinCount", OFFER, BIL.by, drop(OFFER, BIL.by)
    yield "act-by", "Or", OFFER, BIL.by, swap(OFFER, BIL.by, TOWN)
    yield "act-to", "Disjoint", OFFER, BIL.to, swap(OFFER, BIL.to, HERE)
    yield "act-to", "Or", OFFER, BIL.to, swap(OFFER, BIL.to, TOWN)
    yield "act-speaker", "MaxCount", OFFER, BIL.speaker, put((OFFER, BIL.speaker, POST))
    yield "act-speaker", "Or", OFFER, BIL.speaker, swap(OFFER, BIL.speaker, HERE)
    yield "act-reported-in", "MinCount", OFFER, BIL.reportedIn, drop(OFFER, BIL.reportedIn)
    yield "act-reported-in", "MaxCount", OFFER, BIL.reportedIn, put((OFFER, BIL.reportedIn, RECORD))
    yield "act-reported-in", "Class", OFFER, BIL.reportedIn, swap(OFFER, BIL.reportedIn, TALKS)
    yield "act-made-at", "MaxCount", OFFER, BIL.madeAt, put((OFFER, BIL.madeAt, VISIT))
    yield "act-made-at", "Class", OFFER, BIL.madeAt, swap(OFFER, BIL.madeAt, TOWN)
    yield "act-sector", "Class", OFFER, BIL.sector, swap(OFFER, BIL.sector, TOPIC.weather)
    yield "act-item", "Class", OFFER, BIL.item, swap(OFFER, BIL.item, SECTOR.farming)
    yield "act-about", "NodeKind", OFFER, BIL.about, swap(OFFER, BIL.about, WORD)
    yield "act-occasion", "MaxCount", OFFER, BIL.occasion, put((OFFER, BIL.occasion, TALKS))
    yield "act-occasion", "NodeKind", OFFER, BIL.occasion, swap(OFFER, BIL.occasion, WORD)
    yield "act-condition", "MaxCount", OFFER, BIL.condition, put((OFFER, BIL.condition, WORD))
    yield "act-condition", "Datatype", OFFER, BIL.condition, swap(OFFER, BIL.condition, Literal("if", "en"))
    yield "act-due", "MaxCount", OFFER, BIL.due, put((OFFER, BIL.due, DAY))
    yield "act-due", "Or", OFFER, BIL.due, swap(OFFER, BIL.due, Literal("soon"))
    yield "act-until", "MaxCount", OFFER, BIL.until, put((OFFER, BIL.until, DAY))
    yield "act-until", "Or", OFFER, BIL.until, swap(OFFER, BIL.until, Literal("soon"))
    yield "act-figure", "Class", OFFER, BIL.figure, drop(RANGE, RDF.type)
    yield "act-status", "MaxCount", OFFER, BIL.status, put((OFFER, BIL.status, Literal("lapsed")))
    yield "act-status", "In", OFFER, BIL.status, swap(OFFER, BIL.status, Literal("overdue"))
    yield "act-quote", "MaxCount", OFFER, BIL.quote, put((OFFER, BIL.quote, WORD))
    yield "act-quote", "Datatype", OFFER, BIL.quote, swap(OFFER, BIL.quote, Literal("Apple", "en"))
    yield "act-gist", "MaxCount", JOINT, BIL.gist, put((JOINT, BIL.gist, WORD))
    yield "act-gist", "Datatype", JOINT, BIL.gist, swap(JOINT, BIL.gist, Literal("Trees", "en"))
    yield "act-follows-up", "Class", JOINT, BIL.followsUp, swap(JOINT, BIL.followsUp, TALKS)
    yield "act-replaces", "Class", JOINT, PROV.wasRevisionOf, swap(JOINT, PROV.wasRevisionOf, TALKS)
    yield "act-matches", "Class", JOINT, PROV.alternateOf, put((JOINT, PROV.alternateOf, TALKS))
    yield "Act", "Closed", OFFER, BIL.secotr, put((OFFER, BIL.secotr, SECTOR.farming))
    odd = URIRef("https://example.org/acts/1")
    figures = both(*(rename(figure, odd + figure[len(OFFER) :]) for figure in (FIGURE, RANGE)))
    yield "ActIri", "Pattern", odd, None, both(rename(OFFER, odd), figures)
    yield "SidesOfAgreement", "Or", JOINT, None, drop(JOINT, BIL.by, HERE)
    yield "ask-to", "MinCount", OFFER, BIL.to, both(swap(OFFER, RDF.type, BIL.Request), drop(OFFER, BIL.to))
    yield "WordsOfAct", "Or", OFFER, None, drop(OFFER, BIL.quote)


def of_names_and_levels():
    for shape, path in (("in-text", BIL.inText), ("short-name", BIL.shortName)):
        yield shape, "MaxCount", TOWN, path, put(*((TOWN, path, Literal(name, "en")) for name in ("city", "town")))
        yield shape, "LanguageIn", TOWN, path, put((TOWN, path, WORD))
        yield shape, "MinLength", TOWN, path, put((TOWN, path, Literal("", "en")))
    yield "in-text", "Not", TOWN, BIL.inText, put((TOWN, BIL.inText, Literal("The Town", "en")))
    levels = (Literal("leaders"), Literal("officials"))
    yield "level", "MaxCount", TALKS, BIL.level, put(*((TALKS, BIL.level, level) for level in levels))
    yield "level", "In", TALKS, BIL.level, put((TALKS, BIL.level, Literal("top")))


def of_kinds():
    loan = BIL.Loan
    yield "kind-group", "HasValue", loan, ABOVE, both(drop(loan, RDFS.subClassOf), drop(loan, BIL.strength))
    yield "kind-phrase", "NodeKind", loan, ABOVE, swap(loan, BIL.phrase, TOWN)
    yield "kind-order", "MinCount", loan, BIL.order, drop(loan, BIL.order)
    yield "kind-order", "MaxCount", loan, BIL.order, put((loan, BIL.order, Literal(31)))
    yield "kind-order", "Datatype", loan, BIL.order, swap(loan, BIL.order, Literal("last"))
    yield "colour", "MaxCount", loan, BIL.colour, put((loan, BIL.colour, Literal("#ffffff")))
    yield "colour", "Pattern", loan, BIL.colour, swap(loan, BIL.colour, Literal("green"))
    yield "strength", "MaxCount", loan, BIL.strength, put((loan, BIL.strength, Literal(4)))
    yield "strength", "Datatype", loan, BIL.strength, swap(loan, BIL.strength, Literal("4.0", datatype=XSD.decimal))
    yield "strength", "MinInclusive", loan, BIL.strength, swap(loan, BIL.strength, Literal(0))
    yield "strength", "MaxInclusive", loan, BIL.strength, swap(loan, BIL.strength, Literal(8))
    yield "strength-group", "HasValue", loan, ABOVE, swap(loan, RDFS.subClassOf, BIL.Stance)
    yield "KindOfCommitment", "Or", loan, None, drop(loan, BIL.strength)


def of_events_and_dates():
    yield "event-side", "Class", TALKS, BIL.side, put((TALKS, BIL.side, TOWN))
    yield "event-participant", "Or", TALKS, BIL.participant, put((TALKS, BIL.participant, HERE))
    yield "event-host", "MaxCount", TALKS, BIL.host, put((TALKS, BIL.host, ID.league))
    yield "event-host", "Class", TALKS, BIL.host, swap(TALKS, BIL.host, TOWN)
    yield "event-guest", "Disjoint", TALKS, BIL.guest, put((TALKS, BIL.guest, HERE))
    yield "event-guest", "Class", TALKS, BIL.guest, put((TALKS, BIL.guest, TOWN))
    yield "event-place", "MaxCount", TALKS, BIL.place, put((TALKS, BIL.place, HERE))
    yield "event-place", "Or", TALKS, BIL.place, swap(TALKS, BIL.place, ANN)
    yield "event-mode", "MaxCount", TALKS, BIL.mode, put((TALKS, BIL.mode, Literal("phone")))
    yield "event-mode", "In", TALKS, BIL.mode, swap(TALKS, BIL.mode, Literal("telepathy"))
    yield "event-status", "MaxCount", TALKS, SDO.eventStatus, put((TALKS, SDO.eventStatus, Literal("planned")))
    yield "event-status", "In", TALKS, SDO.eventStatus, swap(TALKS, SDO.eventStatus, Literal("postponed"))
    yield "event-part-of", "MaxCount", VISIT, BIL.partOf, put((VISIT, BIL.partOf, VISIT), (VISIT, BIL.partOf, TALKS))
    yield "event-part-of", "Class", TALKS, BIL.partOf, swap(TALKS, BIL.partOf, HERE)
    yield "event-reported-in", "Class", TALKS, BIL.reportedIn, swap(TALKS, BIL.reportedIn, TOWN)
    yield "encounter-side", "MinCount", VISIT, BIL.side, drop(VISIT, BIL.side)
    yield "guest-host", "MinCount", TALKS, BIL.host, drop(TALKS, BIL.host)
    yield "dated-first", "MinCount", TALKS, FIRST, drop(TALKS, FIRST)
    yield "dated-first", "MaxCount", TALKS, FIRST, put((TALKS, FIRST, OTHER_DAY))
    year = Literal("2020", datatype=XSD.gYear)
    endless = both(drop(MEMBERSHIP, BIL.endDate), drop(MEMBERSHIP, LAST))
    yield "dated-first", "Datatype", MEMBERSHIP, FIRST, both(endless, swap(MEMBERSHIP, FIRST, year))
    yield "ended-last", "MinCount", MEMBERSHIP, LAST, drop(MEMBERSHIP, LAST)
    yield "timed-order", "LessThanOrEquals", VISIT, FIRST, swap(VISIT, LAST, Literal("2019-12-31", datatype=XSD.date))
    yield "timed-last", "MaxCount", TALKS, LAST, put((TALKS, LAST, Literal("2020-01-04", datatype=XSD.date)))
    yield "timed-last", "Datatype", ID.treaty, LAST, put((ID.treaty, LAST, year))
    yield "Happening", "Or", TALKS, None, drop(TALKS, LAST)
    yield "Interval", "Or", VISIT, None, drop(VISIT, BIL.date)


def of_actors():
    odd = URIRef("https://example.org/town")
    yield "Entity", "Pattern", odd, None, rename(TOWN, odd)
    yield "person-holds", "Class", ANN, ORG.holds, swap(ANN, ORG.holds, HERE)
    yield "Person", "Not", ANN, None, put((ANN, RDF.type, BIL.Organization))
    yield "region-part-of", "MinCount", THERE, BIL.partOf, drop(THERE, BIL.partOf)
    yield "post-in", "Class", POST, ORG.postIn, swap(POST, ORG.postIn, TOWN)
    bob = both(put((ID.bob, RDF.type, BIL.Person), (ID.bob, RDFS.label, Literal("Bob", "en"))), put((MEMBERSHIP, ORG.member, ID.bob)))
    yield "membership-member", "MinCount", MEMBERSHIP, ORG.member, drop(MEMBERSHIP, ORG.member)
    yield "membership-member", "MaxCount", MEMBERSHIP, ORG.member, bob
    yield "membership-member", "Class", MEMBERSHIP, ORG.member, swap(MEMBERSHIP, ORG.member, HERE)
    yield "membership-organization", "MaxCount", MEMBERSHIP, ORG.organization, put((MEMBERSHIP, ORG.organization, THERE))
    yield "membership-organization", "Class", MEMBERSHIP, ORG.organization, swap(MEMBERSHIP, ORG.organization, TOWN)
    minister = put((ID.minister, RDF.type, ORG.Post), (ID.minister, RDFS.label, Literal("Minister", "en")), (MEMBERSHIP, BIL.post, ID.minister))
    yield "membership-post", "MaxCount", MEMBERSHIP, BIL.post, minister
    yield "membership-post", "Class", MEMBERSHIP, BIL.post, swap(MEMBERSHIP, BIL.post, HERE)
    yield "membership-source", "MinCount", MEMBERSHIP, DCTERMS.source, drop(MEMBERSHIP, DCTERMS.source)
    yield "Membership", "Or", MEMBERSHIP, None, both(drop(MEMBERSHIP, ORG.organization), drop(MEMBERSHIP, BIL.post))


def of_concepts():
    farming, apples, weather = SECTOR.farming, ITEM.apples, TOPIC.weather
    yield "concept-name", "MinCount", farming, SKOS.prefLabel, drop(farming, SKOS.prefLabel)
    yield "concept-name", "UniqueLang", farming, SKOS.prefLabel, put((farming, SKOS.prefLabel, Literal("farms", "en")))
    yield "sector-broader", "Class", farming, SKOS.broader, swap(farming, SKOS.broader, TOPIC.nature)
    yield "topic-broader", "Class", weather, SKOS.broader, swap(weather, SKOS.broader, SECTOR.land)
    yield "item-broader", "Class", apples, SKOS.broader, swap(apples, SKOS.broader, SECTOR.land)
    yield "Item", "Xone", apples, None, put((apples, RDF.type, BIL.Service))
    yield "code-notation", "MaxCount", CODE, SKOS.notation, put((CODE, SKOS.notation, Literal("0809")))
    yield "code-notation", "Datatype", CODE, SKOS.notation, swap(CODE, SKOS.notation, Literal(808))
    yield "code-scheme", "MinCount", CODE, SKOS.inScheme, drop(CODE, SKOS.inScheme)
    other = URIRef("https://example.org/other")
    yield "code-scheme", "MaxCount", CODE, SKOS.inScheme, put((CODE, SKOS.inScheme, other), (other, RDF.type, SKOS.ConceptScheme))
    yield "code-scheme", "Class", CODE, SKOS.inScheme, drop(SCHEME, RDF.type)
    yield "Code", "Not", farming, None, put((farming, SKOS.notation, Literal("A")), (farming, SKOS.inScheme, SCHEME))


def of_readouts():
    issuer = PROV.wasAttributedTo
    yield "readout-label", "MinCount", READOUT, RDFS.label, drop(READOUT, RDFS.label)
    yield "readout-source", "MinCount", READOUT, DCTERMS.source, drop(READOUT, DCTERMS.source)
    yield "readout-source", "MaxCount", READOUT, DCTERMS.source, put((READOUT, DCTERMS.source, TOWN))
    yield "readout-source", "NodeKind", READOUT, DCTERMS.source, swap(READOUT, DCTERMS.source, WORD)
    yield "readout-issuer", "MinCount", READOUT, issuer, drop(READOUT, issuer)
    yield "readout-issuer", "Or", READOUT, issuer, swap(READOUT, issuer, TOWN)
    yield "readout-publisher", "MaxCount", READOUT, DCTERMS.publisher, put((READOUT, DCTERMS.publisher, HERE))
    yield "readout-publisher", "Class", READOUT, DCTERMS.publisher, swap(READOUT, DCTERMS.publisher, TOWN)
    yield "readout-issued", "MaxCount", READOUT, DCTERMS.issued, put((READOUT, DCTERMS.issued, OTHER_DAY))
    yield "readout-issued", "Or", READOUT, DCTERMS.issued, swap(READOUT, DCTERMS.issued, WORD)
    yield "readout-accessed", "MaxCount", RECORD, BIL.accessed, put((RECORD, BIL.accessed, DAY))
    yield "readout-accessed", "Datatype", RECORD, BIL.accessed, swap(RECORD, BIL.accessed, Literal("2020", datatype=XSD.gYear))
    yield "readout-language", "MinCount", READOUT, DCTERMS.language, drop(READOUT, DCTERMS.language)
    yield "readout-language", "MaxCount", READOUT, DCTERMS.language, put((READOUT, DCTERMS.language, Literal("de")))
    yield "readout-language", "Pattern", READOUT, DCTERMS.language, swap(READOUT, DCTERMS.language, Literal("in English"))
    yield "readout-sha256", "MaxCount", READOUT, BIL.sha256, put((READOUT, BIL.sha256, Literal("0" * 64)))
    yield "readout-sha256", "Pattern", READOUT, BIL.sha256, swap(READOUT, BIL.sha256, Literal("F" * 64))
    odd = URIRef("https://example.org/there")
    yield "Readout", "Pattern", odd, None, rename(RECORD, odd)
    yield "ReadoutOrRecord", "Or", RECORD, None, drop(RECORD, BIL.accessed)

    yield "evidence-source", "MinCount", PASSAGE, OA.hasSource, drop(PASSAGE, OA.hasSource)
    yield "evidence-source", "MaxCount", PASSAGE, OA.hasSource, put((PASSAGE, OA.hasSource, RECORD))
    yield "evidence-source", "Class", PASSAGE, OA.hasSource, swap(PASSAGE, OA.hasSource, TOWN)
    yield "evidence-voice", "MinCount", PASSAGE, BIL.voice, drop(PASSAGE, BIL.voice)
    yield "evidence-voice", "MaxCount", PASSAGE, BIL.voice, put((PASSAGE, BIL.voice, Literal("text")))
    yield "evidence-voice", "In", PASSAGE, BIL.voice, swap(PASSAGE, BIL.voice, Literal("indirect"))
    yield "evidence-words", "QualifiedMinCount", PASSAGE, OA.hasSelector, drop(PASSAGE, OA.hasSelector, WORDS)
    yield "evidence-position", "QualifiedMinCount", PASSAGE, OA.hasSelector, drop(PASSAGE, OA.hasSelector, PLACE)
    more_words, more_place = READOUT + "#quote=6,7", READOUT + "#position=6,7"
    yield "evidence-words", "QualifiedMaxCount", PASSAGE, OA.hasSelector, put(
        (PASSAGE, OA.hasSelector, more_words), (more_words, RDF.type, OA.TextQuoteSelector), (more_words, OA.exact, WORD)
    )
    yield "evidence-position", "QualifiedMaxCount", PASSAGE, OA.hasSelector, put(
        (PASSAGE, OA.hasSelector, more_place), (more_place, RDF.type, OA.TextPositionSelector),
        (more_place, OA.start, Literal(6)), (more_place, OA.end, Literal(7))
    )
    yield "Evidence", "Closed", PASSAGE, BIL.viose, put((PASSAGE, BIL.viose, WORD))
    yield "EvidenceIri", "Pattern", READOUT + "#5", None, rename(PASSAGE, READOUT + "#5")
    yield "words-exact", "MinCount", WORDS, OA.exact, drop(WORDS, OA.exact)
    yield "words-exact", "MaxCount", WORDS, OA.exact, put((WORDS, OA.exact, WORD))
    yield "words-exact", "MinLength", WORDS, OA.exact, swap(WORDS, OA.exact, Literal(""))
    for name, path in (("words-prefix", OA.prefix), ("words-suffix", OA.suffix)):
        yield name, "MaxCount", WORDS, path, put((WORDS, path, WORD))
        yield name, "Datatype", WORDS, path, swap(WORDS, path, Literal(5))
    yield "position-start", "MinCount", PLACE, OA.start, drop(PLACE, OA.start)
    yield "position-start", "MaxCount", PLACE, OA.start, put((PLACE, OA.start, Literal(1)))
    yield "position-start", "Datatype", PLACE, OA.start, swap(PLACE, OA.start, Literal("0.0", datatype=XSD.decimal))
    yield "position-start", "MinInclusive", PLACE, OA.start, swap(PLACE, OA.start, Literal(-1))
    yield "position-start", "LessThan", PLACE, OA.start, swap(PLACE, OA.start, Literal(5))
    yield "position-end", "MinCount", PLACE, OA.end, drop(PLACE, OA.end)
    yield "position-end", "MaxCount", PLACE, OA.end, put((PLACE, OA.end, Literal(6)))
    yield "position-end", "Datatype", PLACE, OA.end, swap(PLACE, OA.end, Literal("5.0", datatype=XSD.decimal))


def of_inferences_and_figures():
    because = BIL.inferredBecause
    for name, path in (("inference-subject", RDF.subject), ("inference-predicate", RDF.predicate)):
        yield name, "MinCount", INFERENCE, path, drop(INFERENCE, path)
        yield name, "MaxCount", INFERENCE, path, put((INFERENCE, path, BIL.host))
        yield name, "NodeKind", INFERENCE, path, swap(INFERENCE, path, WORD)
    yield "inference-object", "MinCount", INFERENCE, RDF.object, drop(INFERENCE, RDF.object)
    yield "inference-because", "MinCount", INFERENCE, because, drop(INFERENCE, because)
    yield "inference-because", "MaxCount", INFERENCE, because, put((INFERENCE, because, WORD))
    yield "inference-because", "MinLength", INFERENCE, because, swap(INFERENCE, because, Literal(""))
    yield "inference-printed", "MaxCount", INFERENCE, BIL.printed, put((INFERENCE, BIL.printed, WORD))
    yield "inference-printed", "Datatype", INFERENCE, BIL.printed, swap(INFERENCE, BIL.printed, Literal(5))
    yield "Inference", "Closed", INFERENCE, BIL.because, put((INFERENCE, BIL.because, WORD))
    yield "InferenceIri", "Pattern", ID.guess, None, rename(INFERENCE, ID.guess)

    low, high = SDO.minValue, SDO.maxValue
    yield "figure-name", "MinCount", FIGURE, SDO.name, drop(FIGURE, SDO.name)
    yield "figure-name", "MaxCount", FIGURE, SDO.name, put((FIGURE, SDO.name, WORD))
    yield "figure-value", "MaxCount", FIGURE, SDO.value, put((FIGURE, SDO.value, Literal(13)))
    yield "figure-value", "Or", FIGURE, SDO.value, swap(FIGURE, SDO.value, WORD)
    yield "figure-min", "MaxCount", RANGE, low, put((RANGE, low, Literal(11)))
    yield "figure-min", "Or", RANGE, low, both(swap(RANGE, low, WORD), drop(RANGE, high))
    yield "figure-min", "LessThanOrEquals", RANGE, low, swap(RANGE, low, Literal(21))
    yield "figure-max", "MaxCount", RANGE, high, put((RANGE, high, Literal(21)))
    yield "figure-max", "Or", RANGE, high, both(swap(RANGE, high, WORD), drop(RANGE, low))
    yield "figure-qualifier", "MaxCount", FIGURE, BIL.qualifier, put((FIGURE, BIL.qualifier, Literal("about")), (FIGURE, BIL.qualifier, Literal("over")))
    yield "figure-qualifier", "In", FIGURE, BIL.qualifier, put((FIGURE, BIL.qualifier, WORD))
    yield "figure-unit", "MaxCount", FIGURE, SDO.unitText, put((FIGURE, SDO.unitText, WORD))
    yield "figure-unit", "Datatype", FIGURE, SDO.unitText, swap(FIGURE, SDO.unitText, Literal(5))
    yield "figure-period", "MaxCount", FIGURE, DCTERMS.temporal, put((FIGURE, DCTERMS.temporal, WORD))
    yield "figure-period", "Or", FIGURE, DCTERMS.temporal, swap(FIGURE, DCTERMS.temporal, Literal(2020))
    yield "figure-item", "MaxCount", FIGURE, BIL.item, put((FIGURE, BIL.item, ITEM.fruit))
    yield "figure-item", "Class", FIGURE, BIL.item, swap(FIGURE, BIL.item, SECTOR.farming)
    yield "Figure", "Closed", FIGURE, SDO.unitCode, put((FIGURE, SDO.unitCode, WORD))
    yield "ValueOrBounds", "Xone", FIGURE, None, put((FIGURE, low, Literal(1)))
    yield "FigureIri", "Pattern", OFFER + ".figure", None, rename(FIGURE, OFFER + ".figure")


# Validation


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    shapes = Graph().parse(ROOT / "ontology" / "shapes.ttl")
    say = Verdict()
    say("each shape has a message and a severity", speechless(shapes))
    check_dossiers(sys.argv[1], shapes, say)
    check_mutants(sys.argv[1], shapes, say)
    sys.exit(1 if say.failures else 0)


def judge(data, shapes):
    """The results of pySHACL: constraint, focus, path, name and severity of the shape."""
    _, report, _ = validate(data, shacl_graph=shapes, inference="none")
    found = []
    for result in report.subjects(SH.focusNode, None):
        component = str(report.value(result, SH.sourceConstraintComponent))
        path = report.value(result, SH.resultPath)
        found.append((
            component.removeprefix(str(SH)).removesuffix("ConstraintComponent"),
            report.value(result, SH.focusNode),
            ABOVE if isinstance(path, BNode) else path,
            str(report.value(result, SH.sourceShape)).removeprefix(str(SHAPE)),
            report.value(result, SH.resultSeverity),
        ))
    return sorted(found, key=str)


def check_dossiers(program, shapes, say):
    folders = sorted(path.parents[1] for path in ROOT.glob("tests/dossiers/*/data/dossier.toml"))
    for name, arguments in [("the built-in dossier", []), *((path.name, ["-C", str(path)]) for path in folders)]:
        command = [str(Path(program).resolve()), *arguments, "export", "--format", "ttl"]
        with tempfile.TemporaryDirectory() as empty:
            text = subprocess.run(command, cwd=empty, check=True, capture_output=True).stdout
        data, start = Graph().parse(data=text, format="turtle"), time.monotonic()
        found = judge(data, shapes)
        took = time.monotonic() - start
        acts = len(set(data.subjects(BIL.by)))
        say(f"{name}, with {acts} acts, conforms ({took:.1f} s)", found or ([] if acts else ["no acts"]))


def check_mutants(program, shapes, say):
    files = [ROOT / "tests/peers/small.ttl", *(ROOT / f"ontology/{name}.ttl" for name in ("bilateral", "sectors", "items", "topics"))]
    whole = Graph().parse(data="".join(file.read_text(encoding="utf-8") for file in files), format="turtle")
    say("the small graph conforms when concatenated with the ontology", judge(whole, shapes))
    # The kinds suffice, and a hundred smaller mutants validate faster.
    small = Graph().parse(files[0]).parse(files[1])
    say("the small graph conforms with the kinds only", judge(small, shapes))
    kinds = set(Graph().parse(files[1]))
    checked, _ = findings(program, small, kinds)
    say("check finds nothing in the small graph", sorted(checked))
    wrong, unlike, killed, codes = [], [], set(), set()
    everything = list(mutants())
    for shape, component, focus, path, edit in everything:
        mutant = Graph()
        for triple in small:
            mutant.add(triple)
        edit(mutant)
        results = judge(mutant, shapes)
        found = [result[:4] for result in results]
        if found != [(component, focus, path, shape)]:
            wrong.append(f"{shape} {component} at {focus}: {found}")
        checked, codes_of_mutant = findings(program, mutant, kinds)
        codes |= codes_of_mutant
        is_violation = any(result[4] == SH.Violation for result in results)
        if "error" not in checked and (is_violation or "warn" not in checked):
            unlike.append(f"{shape} {component} at {focus}: check finds {sorted(checked)}")
        killed.add((shape, component))
    say(f"each of {len(everything)} mutants fails at its constraint, node and path, and nowhere else", wrong)
    say(f"check agrees on each of {len(everything)} mutants", unlike)
    say(f"each of {len(constraints(shapes))} constraints has a mutant", sorted(constraints(shapes) - killed))
    rules = rules_about_files()
    say(f"each of {len(rules)} rules of `scope: files` finds a mutant", sorted(rules - codes) or ([] if rules else ["no rules"]))


def rules_about_files():
    """The names of the rules that judge RDF files, as the shapes do."""
    rules = (ROOT / "queries/checks").glob("*.rq")
    return {rule.stem for rule in rules if "\n# scope: files\n" in rule.read_text(encoding="utf-8")}


def findings(program, graph, ontology):
    """The severities and codes that check finds in a graph, which it gets without the ontology, since it has that itself."""
    own = Graph()
    for triple in graph:
        if triple not in ontology:
            own.add(triple)
    with tempfile.TemporaryDirectory() as folder:
        own.serialize(Path(folder) / "mutant.ttl", format="turtle")
        command = [str(Path(program).resolve()), "check", "mutant.ttl", "--format", "json"]
        run = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    found = json.loads(run.stdout)
    return {finding["severity"] for finding in found}, {finding["code"] for finding in found}


# Predicates of a shape that are not constraints.
NO_CONSTRAINT = {
    SH.path, SH.message, SH.severity, SH.description, SH.property, SH.ignoredProperties, SH.qualifiedValueShape,
    SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, RDF.type,
}  # fmt: skip


def judging(shapes):
    """Shapes with targets, and their property shapes."""
    found = set()
    for target in (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf):
        found |= set(shapes.subjects(target))
    return found | {each for shape in found for each in shapes.objects(shape, SH.property)}


def constraints(shapes):
    """Shape and constraint, for every shape in use."""
    found = set()
    for shape in judging(shapes):
        for parameter in set(shapes.predicates(shape)) - NO_CONSTRAINT:
            name = str(parameter).removeprefix(str(SH))
            found.add((str(shape).removeprefix(str(SHAPE)), name[0].upper() + name[1:]))
    return found


def speechless(shapes):
    named = {SHAPE[name] for name, _ in constraints(shapes)}
    lacking = []
    for shape in sorted(named):
        languages = [message.language for message in shapes.objects(shape, SH.message)]
        if languages != ["en"] or shapes.value(shape, SH.severity) not in (SH.Violation, SH.Warning):
            lacking.append(shape)
    return lacking


if __name__ == "__main__":
    main()
