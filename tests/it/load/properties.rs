//! Any recorded sheet: the graph says exactly what it records, in any order of its tables.

use std::collections::BTreeSet;
use std::sync::Arc;

use bilateral::diagnostic::SourceText;
use bilateral::dossier::{self, Dossier, ReadoutFiles};
use bilateral::export::rdf::{RdfFormat, write};
use bilateral::load::{self, Graph};
use bilateral::model::InferencePolicy;
use bilateral::vocab::w3c::oa;
use oxigraph::io::{RdfFormat as Syntax, RdfParser};
use oxigraph::model::{GraphName, Quad, Term};
use proptest::prelude::*;

const SLUG: &str = "2020-01-02-here";

/// Sentences of an invented readout; none is part of another.
const SENTENCES: [&str; 6] = [
    "“We shall repair the lock — by June,” the Premier said 🙂.",
    "“If it rains,\u{a0}we can lend you pumps.”",
    "She is worried about the quiet at the border.",
    "Сябры, мы заўсёды побач.",
    "“Come to us in May”, she added, and praised the doctors’ work.",
    "The sides agreed to open\na second bridge.",
];
const KINDS: [&str; 5] = ["Offer", "Assurance", "Concern", "Statement", "Agreement"];
const SECTORS: [&str; 3] = ["transport", "education", "construction"];

/// One act of a sheet as a person might write it.
fn act() -> impl Strategy<Value = String> {
    let passage = (0..SENTENCES.len(), 0_usize..8, 6_usize..40);
    let quote = passage.prop_map(|(sentence, start, length)| {
        let words: String = SENTENCES[sentence]
            .chars()
            .skip(start)
            .take(length)
            .collect();
        words.trim().to_owned()
    });
    let sector = prop::option::of(prop::sample::select(SECTORS.as_slice()));
    let joint = any::<bool>();
    (quote, prop::sample::select(KINDS.as_slice()), sector, joint).prop_map(
        |(quote, kind, sector, joint)| {
            let by = if joint { "by = \"both\"\n" } else { "" };
            let sector =
                sector.map_or_else(String::new, |sector| format!("sectors = \"{sector}\"\n"));
            format!(
                "[[act]]\nkind = \"{kind}\"\n{by}{sector}quote = {}\n",
                toml_string(&quote)
            )
        },
    )
}

fn toml_string(text: &str) -> String {
    format!(
        "\"{}\"",
        text.replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('\n', "\\n")
    )
}

fn sheet(tables: &[String]) -> String {
    let document =
        "[document]\nsource = \"https://example.org/readout\"\nissued_by = \"belarus\"\n";
    let event = "[[event]]\ndate = 2020-01-02\n";
    [&[document.to_owned(), event.to_owned()], tables]
        .concat()
        .join("\n")
}

/// The built-in dossier with one readout of our own in place of its own.
fn dossier(facts: &str) -> Dossier {
    let text = SENTENCES.join("\n\n");
    Dossier {
        readouts: vec![ReadoutFiles {
            slug: SLUG.to_owned(),
            facts: Arc::new(SourceText::new("facts.toml", facts)),
            text: Some(Arc::new(SourceText::new("readout.txt", text))),
        }],
        ..dossier::built_in().unwrap()
    }
}

/// The graph, unless two acts collide or a quote appears twice.
fn graph(tables: &[String]) -> Option<Graph> {
    load::load(&[dossier(&sheet(tables))], InferencePolicy::All).ok()
}

fn exported(quads: &[Quad], format: RdfFormat) -> String {
    let mut bytes = Vec::new();
    write(quads, format, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn parsed(text: &str, syntax: Syntax) -> BTreeSet<String> {
    let quads = RdfParser::from_format(syntax).for_slice(text.as_bytes());
    quads.map(|quad| quad.unwrap().to_string()).collect()
}

/// Every `oa:exact` with the range of its passage, out of the IRI of the selector.
fn quotes(graph: &Graph) -> Vec<(usize, usize, String)> {
    let exact = graph
        .quads
        .iter()
        .filter(|quad| quad.predicate == oa::EXACT);
    exact
        .map(|quad| {
            let selector = quad.subject.to_string();
            let (_, range) = selector
                .trim_end_matches('>')
                .split_once("#quote=")
                .unwrap();
            let (start, end) = range.split_once(',').unwrap();
            let Term::Literal(words) = &quad.object else {
                panic!("{quad} has no text");
            };
            (
                start.parse().unwrap(),
                end.parse().unwrap(),
                words.value().to_owned(),
            )
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_recorded_graph_is_read_back_from_its_exports(tables in prop::collection::vec(act(), 1..6)) {
        let Some(graph) = graph(&tables) else { return Ok(()) };
        let quads: BTreeSet<String> = graph.quads.iter().map(ToString::to_string).collect();
        prop_assert_eq!(quads.len(), graph.quads.len(), "no quad is there twice");
        prop_assert_eq!(&parsed(&exported(&graph.quads, RdfFormat::TriG), Syntax::TriG), &quads);
        prop_assert_eq!(&parsed(&exported(&graph.quads, RdfFormat::NQuads), Syntax::NQuads), &quads);
        let merged = graph.quads.iter().map(|quad| Quad { graph_name: GraphName::DefaultGraph, ..quad.clone() });
        let merged: BTreeSet<String> = merged.map(|quad| quad.to_string()).collect();
        prop_assert_eq!(merged.len(), quads.len(), "no triple stands in two graphs");
        prop_assert_eq!(parsed(&exported(&graph.quads, RdfFormat::Turtle), Syntax::Turtle), merged);
    }

    #[test]
    fn any_quote_is_the_slice_in_its_iri(tables in prop::collection::vec(act(), 1..6)) {
        let Some(graph) = graph(&tables) else { return Ok(()) };
        let text: Vec<char> = SENTENCES.join("\n\n").chars().collect();
        for (start, end, exact) in quotes(&graph) {
            prop_assert_eq!(text[start..end].iter().collect::<String>(), exact);
        }
    }

    #[test]
    fn any_order_of_a_sheet_exports_the_same_bytes(
        (tables, shuffled) in prop::collection::vec(act(), 1..6)
            .prop_flat_map(|tables| (Just(tables.clone()), Just(tables).prop_shuffle()))
    ) {
        let (one, other) = (graph(&tables), graph(&shuffled));
        prop_assert_eq!(one.is_some(), other.is_some());
        if let (Some(one), Some(other)) = (one, other) {
            for format in RdfFormat::ALL {
                prop_assert_eq!(exported(&one.quads, *format), exported(&other.quads, *format));
            }
        }
    }
}
