//! The page on the vocabulary, `ontology/README.md`, agrees with the ontology.
//!
//! `UPDATE_GOLDEN=1` rewrites it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use bilateral::vocab::{PREFIXES, shorten};
use serde_json::Value;

use crate::support::program::{filled, read, repository, stdout, updating};

const PAGE: &str = "ontology/README.md";

/// A term with its meaning, its parents and its equivalents.
#[derive(Default)]
struct Term {
    meaning: String,
    below: BTreeSet<String>,
    ties: BTreeSet<String>,
}

/// The terms of ours that a pattern for `?iri` finds, as a table.
fn table(pattern: &str) -> String {
    let query = format!(
        "SELECT ?iri ?meaning ?relation ?other WHERE {{ GRAPH <https://w3id.org/bilateral/ontology> {{ {pattern} . \
         ?iri rdfs:comment ?meaning FILTER(STRSTARTS(STR(?iri), STR(bil:))) \
         OPTIONAL {{ ?iri ?relation ?other FILTER(ISIRI(?other)) }} }} }}"
    );
    let answer: Value =
        serde_json::from_str(&stdout(&["query", &query, "--format", "json"])).unwrap();
    let mut terms: BTreeMap<String, Term> = BTreeMap::new();
    for row in answer["results"]["bindings"].as_array().unwrap() {
        let value = |name: &str| row[name]["value"].as_str().unwrap_or_default();
        let term = terms.entry(short(value("iri"))).or_default();
        value("meaning").clone_into(&mut term.meaning);
        let (relation, other) = (short(value("relation")), short(value("other")));
        match relation.as_str() {
            "rdfs:subClassOf" | "rdfs:subPropertyOf" if other.starts_with("bil:") => {
                term.below.insert(other);
            }
            "" | "rdf:type" | "rdfs:range" | "rdfs:domain" => {}
            // A code of a scheme; those have a file and a question of their own.
            _ if other.starts_with("https://w3id.org/bilateral/") => {}
            _ => {
                term.ties.insert(format!("{relation} {other}"));
            }
        }
    }
    let mut table =
        String::from("| term | below | meaning | mapped to |\n| --- | --- | --- | --- |\n");
    for (
        name,
        Term {
            meaning,
            below,
            ties,
        },
    ) in terms
    {
        let [below, ties] = [below, ties].map(|names| Vec::from_iter(names).join(", "));
        writeln!(
            table,
            "| {name} | {below} | {} | {ties} |",
            meaning.replace('|', "\\|")
        )
        .unwrap();
    }
    table
}

fn short(iri: &str) -> String {
    shorten(iri).map_or_else(
        || iri.to_owned(),
        |(prefix, local)| format!("{}:{local}", prefix.name),
    )
}

#[test]
fn vocabulary_page_equals_the_ontology() {
    let kinds = "?iri rdfs:subClassOf+ bil:Act";
    let terms = format!(
        "## Classes\n\n{}\n## Kinds of act, and their groups\n\n{}\n## Properties\n\n{}",
        table(&format!(
            "?iri a owl:Class . FILTER NOT EXISTS {{ {kinds} }}"
        )),
        table(kinds),
        table(
            "?iri a ?sort FILTER(?sort IN (owl:ObjectProperty, owl:DatatypeProperty, owl:AnnotationProperty))"
        ),
    );
    let page = filled(&read(PAGE), "terms", &terms);
    if updating() {
        fs::write(repository().join(PAGE), &page).unwrap();
    }
    assert!(
        read(PAGE) == page,
        "{PAGE} is not what the ontology says; UPDATE_GOLDEN=1 writes it anew"
    );
}

#[test]
fn vocabulary_page_has_every_term() {
    let page = read(PAGE);
    let terms = "SELECT ?term WHERE { ?iri rdfs:label ?label ; a ?sort . \
        FILTER(?sort IN (owl:Class, owl:ObjectProperty, owl:DatatypeProperty, owl:AnnotationProperty)) \
        FILTER(STRSTARTS(STR(?iri), STR(bil:))) BIND(STRAFTER(STR(?iri), '#') AS ?term) }";
    let terms = stdout(&["query", terms, "--format", "csv"]);
    let terms: Vec<&str> = terms.lines().skip(1).collect();
    assert!(terms.len() > 70, "{terms:?}");
    for term in terms {
        assert!(page.contains(&format!("| bil:{term} |")), "{term}");
    }
}

#[test]
fn ontology_names_its_version_and_its_prefix() {
    let value = |property: &str| {
        let query = format!(
            "SELECT (STR(?value) AS ?v) {{ <https://w3id.org/bilateral/ontology> {property} ?value }}"
        );
        let csv = stdout(&["query", &query, "--format", "csv"]);
        csv.lines().nth(1).unwrap_or_default().to_owned()
    };
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(value("owl:versionInfo"), version);
    let iri = format!("https://w3id.org/bilateral/ontology/{version}");
    assert_eq!(value("owl:versionIRI"), iri);
    let vann = |name: &str| {
        value(&format!(
            "<http://purl.org/vocab/vann/preferredNamespace{name}>"
        ))
    };
    let prefix = PREFIXES.iter().find(|prefix| prefix.name == vann("Prefix"));
    assert_eq!(prefix.map(|prefix| prefix.iri), Some(&*vann("Uri")));
}
