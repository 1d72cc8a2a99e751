//! Every rule of the graph has a case in the dossier norland-kestrel. A new rule needs a line here and a case there.

use bilateral::source::{Answer, Source};

use crate::support::norland_kestrel::graph;

/// Every rule of the graph, and a question that is true where the dossier has a case of it.
const RULES: &[(&str, &str)] = &[
    // Who.
    (
        "three may do an act together, without a target",
        "?a bil:by ?x, ?y, ?z FILTER(?x != ?y && ?y != ?z && ?z != ?x) FILTER NOT EXISTS { ?a bil:to ?t }",
    ),
    (
        "two of three may do an act together",
        "?a bil:by ?x, ?y ; bil:madeAt/bil:side ?z FILTER(?x != ?y) FILTER NOT EXISTS { ?a bil:by ?z }",
    ),
    (
        "`about` names whom a joint act concerns",
        "?a a bil:Objection ; bil:by ?x, ?y ; bil:about/a bil:State FILTER(?x != ?y) FILTER NOT EXISTS { ?a bil:to ?t }",
    ),
    (
        "one side of three does its part toward both others",
        "?a a bil:Pledge ; bil:by ?x ; bil:to ?y, ?z FILTER(?y != ?z)",
    ),
    (
        "an act may be aimed at a third party",
        "?a a bil:Concern ; bil:by ?x ; bil:to ?t ; bil:madeAt ?e . ?e bil:side ?x FILTER NOT EXISTS { ?e bil:side ?t }",
    ),
    (
        "one side reports an act of the other",
        "?a bil:by ?x ; bil:reportedIn/prov:wasAttributedTo ?y ; bil:madeAt/bil:side ?x, ?y FILTER NOT EXISTS { ?a bil:by ?y }",
    ),
    (
        "one side reports an act of an absent actor",
        "?a bil:by ?x ; bil:madeAt ?e ; bil:evidence ?p FILTER NOT EXISTS { ?e bil:side ?x }",
    ),
    (
        "an act is said at another event than the main one of its text",
        "?a bil:madeAt ?e ; bil:reportedIn ?d FILTER(SUBSTR(STR(?e), 34) != SUBSTR(STR(?d), 39))",
    ),
    ("a post may speak", "?a bil:speaker/a org:Post"),
    (
        "a text may be issued by one and published by another",
        "?d dcterms:publisher ?x ; prov:wasAttributedTo ?y FILTER(?x != ?y)",
    ),
    (
        "a person holds posts of two bodies",
        "?p org:holds/org:postIn ?x, ?y FILTER(?x != ?y)",
    ),
    (
        "a person rises from one post to another",
        "?p org:holds ?x, ?y . ?x org:postIn ?b . ?y org:postIn ?b FILTER(?x != ?y)",
    ),
    // What.
    (
        "a topic is reached through `about`",
        "?a bil:about/a bil:Topic",
    ),
    (
        "an instrument is agreed upon",
        "?a a bil:Agreement ; bil:about/a bil:Instrument",
    ),
    (
        "`agreed that` is an assessment",
        "?a a bil:Assessment ; bil:by ?x, ?y ; bil:quote ?q FILTER(?x != ?y && CONTAINS(?q, 'agreed that'))",
    ),
    ("a figure has a value", "?a bil:figure/schema:value 12.5"),
    (
        "a figure has two bounds",
        "?a bil:figure ?f . ?f schema:minValue ?x ; schema:maxValue ?y",
    ),
    (
        "a figure is open above",
        "?a bil:figure ?f . ?f schema:minValue ?x FILTER NOT EXISTS { ?f schema:maxValue ?y }",
    ),
    (
        "a figure is open below",
        "?a bil:figure ?f . ?f schema:maxValue ?x FILTER NOT EXISTS { ?f schema:minValue ?y }",
    ),
    (
        "a figure has a unit, a time and an item",
        "?f schema:unitText ?u ; dcterms:temporal ?t ; bil:item ?i",
    ),
    (
        "the second figure of an act has a number",
        "?a bil:figure ?f FILTER(STR(?f) = CONCAT(STR(?a), '.figure-2'))",
    ),
    (
        "the kinds of act come from the ontology of the dossier, too",
        "?a a bil:Condolence",
    ),
    // Words.
    (
        "an act is carried by several passages",
        "?a bil:evidence ?p, ?r ; bil:quote ?q FILTER(?p != ?r && CONTAINS(?q, ' […] '))",
    ),
    (
        "an act is carried by passages of two voices",
        "?a bil:evidence/bil:voice 'direct', 'paraphrase'",
    ),
    ("a passage is the publisher's own", "?p bil:voice 'text'"),
    (
        "an act without quote has a gist",
        "?a bil:gist ?g FILTER NOT EXISTS { ?a bil:evidence|bil:quote ?q }",
    ),
    (
        "a record has its date of access",
        "?a bil:gist ?g ; bil:reportedIn/bil:accessed ?day",
    ),
    (
        "an act without an id is named by its kind and words",
        "?a a bil:Assurance FILTER(REGEX(STR(?a), '[.]assurance-[0-9a-f]{10}$'))",
    ),
    // When.
    (
        "a date is a day",
        "?a bil:date ?d FILTER(DATATYPE(?d) = xsd:date)",
    ),
    (
        "a date is a month",
        "?a a ?kind ; bil:date ?d ; bil:reportedIn ?r FILTER(DATATYPE(?d) = xsd:gYearMonth)",
    ),
    (
        "a date is an interval of years",
        "?a bil:date '1997'^^xsd:gYear ; bil:endDate '1999'^^xsd:gYear ; sem:hasLatestEndTimeStamp '1999-12-31'^^xsd:date",
    ),
    (
        "an interval begins and ends in months",
        "?a bil:date '2024-05'^^xsd:gYearMonth ; bil:endDate '2025-01'^^xsd:gYearMonth",
    ),
    (
        "a delivery has no date but its own",
        "?a a bil:Delivery ; bil:madeAt/bil:date ?d FILTER NOT EXISTS { ?a bil:date ?own }",
    ),
    (
        "a joint text speaks on the day of its publication",
        "?a bil:date ?d ; bil:reportedIn/dcterms:issued ?d ; bil:madeAt/bil:date ?e FILTER(?d != ?e)",
    ),
    (
        "an act is due in a month",
        "?a bil:due ?d FILTER(DATATYPE(?d) = xsd:gYearMonth)",
    ),
    (
        "an act holds until a year",
        "?a bil:until ?d FILTER(DATATYPE(?d) = xsd:gYear)",
    ),
    // What is inferred.
    (
        "an inference has a reason, the printed words and a source",
        "?i bil:inferredBecause ?b ; bil:printed ?p ; dcterms:source ?s",
    ),
    (
        "an inferred value of an event has an inference",
        "?e a bil:Meeting . ?i rdf:subject ?e ; rdf:predicate bil:host ; rdf:object ?h . ?e bil:host ?h",
    ),
    (
        "several values are inferred at once",
        "?i rdf:predicate bil:to ; rdf:object ?x, ?y FILTER(?x != ?y)",
    ),
    // Events.
    (
        "a meeting is part of a visit of several days",
        "?m a bil:Meeting ; bil:partOf ?v . ?v a bil:Visit ; bil:endDate ?d",
    ),
    (
        "texts of two sides report an event",
        "?e bil:evidence/oa:hasSource/prov:wasAttributedTo ?x, ?y FILTER(?x != ?y)",
    ),
    (
        "a value is inferred in one text and asserted in another",
        "id:2024-03-04-port-elin bil:date ?d FILTER NOT EXISTS { ?i rdf:subject id:2024-03-04-port-elin ; rdf:predicate bil:date }",
    ),
    (
        "a planned meeting that was held counts as held",
        "id:2024-09-10-river-league-video schema:eventStatus 'held' ; bil:reportedIn ?x, ?y FILTER(?x != ?y)",
    ),
    (
        "a planned meeting without later reports stays planned",
        "?e a bil:Meeting ; schema:eventStatus 'planned'",
    ),
    (
        "a meeting is cancelled",
        "?e schema:eventStatus 'cancelled'",
    ),
    (
        "an event without sides is an occasion",
        "?a bil:occasion ?e FILTER NOT EXISTS { ?e bil:side ?s }",
    ),
    (
        "an entity in two sheets has one name",
        "id:jonas-reed rdfs:label 'Jonas Reed'@en ; skos:altLabel 'Jonas A. Reed'",
    ),
    // Chains across texts.
    (
        "an offer is accepted and delivered",
        "?o a bil:Offer . ?y bil:followsUp ?o ; a bil:Acceptance . ?d bil:followsUp ?y, ?o ; a bil:Delivery",
    ),
    (
        "a delivery goes on in a later one",
        "?x a bil:Delivery . ?y bil:followsUp ?x ; a bil:Delivery",
    ),
    (
        "a request is refused",
        "?r a bil:Request . ?n bil:followsUp ?r ; a bil:Refusal",
    ),
    (
        "an invitation is accepted",
        "?i a bil:Invitation . ?y bil:followsUp ?i ; a bil:Acceptance",
    ),
    (
        "a proposal leads to an agreement",
        "?p a bil:Proposal . ?y bil:followsUp ?p ; a bil:Agreement",
    ),
    (
        "an offer is renewed in place of an earlier one",
        "?o a bil:Offer ; prov:wasRevisionOf/a bil:Offer",
    ),
    (
        "an answer that is neither yes nor no follows up",
        "?r a bil:Request . ?n bil:followsUp ?r ; a bil:Assurance",
    ),
    (
        "an act follows up one of its own text",
        "?x bil:followsUp ?y ; bil:reportedIn ?d . ?y bil:reportedIn ?d",
    ),
    (
        "an ask stays open",
        "?a a bil:Request FILTER NOT EXISTS { ?a bil:status ?s } FILTER NOT EXISTS { VALUES ?answer { bil:Acceptance bil:Refusal bil:Delivery } ?y bil:followsUp ?a ; a ?answer }",
    ),
    (
        "a status is typed with its reason",
        "?a bil:status 'lapsed' . ?i rdf:subject ?a ; rdf:predicate bil:status ; bil:inferredBecause ?b",
    ),
    (
        "a condition is given in the words of the text",
        "?a bil:condition ?c ; bil:quote ?q FILTER(CONTAINS(?q, ?c))",
    ),
];

#[test]
fn every_rule_of_the_graph_has_a_case_in_the_dossier() {
    let source = Source::local(graph().quads).unwrap();
    let mut missing = Vec::new();
    for (rule, pattern) in RULES {
        let answer = source.run(&format!("ASK {{ {pattern} }}"));
        match answer {
            Ok(Answer::Boolean(true)) => {}
            Ok(_) => missing.push(*rule),
            Err(error) => panic!("{rule}: {error}"),
        }
    }
    assert!(missing.is_empty(), "no case of: {missing:#?}");
}
