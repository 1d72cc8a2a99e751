//! Records from all quads equal those from the boundary of one record, and an act is read back as its sheet has it.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::sync::Arc;

use bilateral::diagnostic::SourceText;
use bilateral::dossier::{Dossier, ReadoutFiles, built_in, open_all};
use bilateral::load::{load, report};
use bilateral::model::InferencePolicy;
use bilateral::model::{self, Amount, MaybeInferred};
use bilateral::records::{Act, Boundary, Event, Id, Records, Value, When};
use bilateral::source::{Answer, Source};
use oxigraph::model::{GraphName, NamedNode, NamedNodeRef, Quad};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::support::program::repository;

/// Every dossier that is larger than a case, as quads.
fn graphs() -> Vec<Vec<Quad>> {
    let norland = open_all(&[repository().join("tests/dossiers/norland-kestrel")]).unwrap();
    let dossiers = [vec![built_in().unwrap()], norland];
    let graphs = dossiers
        .iter()
        .map(|dossiers| load(dossiers, InferencePolicy::All));
    graphs
        .map(|graph| {
            let mut graph = graph.unwrap();
            graph.take_quads()
        })
        .collect()
}

/// The statements within the boundary of a record.
fn within(boundary: Boundary, node: NamedNodeRef<'_>, source: &Source) -> Vec<Quad> {
    let Answer::Graph(triples) = source.run(&boundary.construct(&[node])).unwrap() else {
        panic!("a CONSTRUCT has a graph");
    };
    triples
        .map(|triple| triple.unwrap().in_graph(GraphName::DefaultGraph))
        .collect()
}

/// A record in words, with IRIs and labels instead of ids.
fn in_words(record: &impl Debug, records: &Records) -> String {
    let text = format!("{record:?}");
    let mut parts = text.split("Id(");
    let first = parts.next().unwrap_or_default().to_owned();
    let nodes: BTreeMap<String, Id> = nodes(records);
    parts.fold(first, |words, part| {
        let (number, rest) = part.split_once(')').unwrap();
        let id = nodes[&format!("Id({number})")];
        words + records.iri(id) + rest
    })
}

fn nodes(records: &Records) -> BTreeMap<String, Id> {
    let subjects: Vec<Id> = records.subjects().collect();
    let objects = subjects
        .iter()
        .flat_map(|subject| records.statements(*subject));
    let objects = objects.flat_map(|(property, value)| [Some(property), value.node()]);
    let causes = records.acts().iter().flat_map(|act| &act.outcome_by);
    let all = subjects.iter().chain(causes).copied();
    let all = all.chain(objects.flatten());
    all.map(|id| (format!("{id:?}"), id)).collect()
}

fn act_in_words(act: &Act, records: &Records) -> String {
    let parts = act.parts().map(|(_, node)| node).chain([act.id, act.kind]);
    let labels: Vec<&str> = parts.map(|node| records.label(node)).collect();
    let matches = act.matches.iter().map(|id| records.act(*id).unwrap().text);
    let texts = matches
        .chain([act.text])
        .map(|text| records.text(text.unwrap()));
    let all = (
        act,
        labels,
        records.kind(act.kind),
        texts.collect::<Vec<_>>(),
        records.time(act),
        records.inferences(act.id),
        act.follows
            .iter()
            .map(|step| records.act(step.act))
            .map(|act| act.map(|act| &act.when))
            .collect::<Vec<_>>(),
    );
    in_words(&all, records)
}

fn event_in_words(event: &Event, records: &Records) -> String {
    let people = event.sides.iter().flat_map(|side| &side.people);
    let people = people.flat_map(|person| [Some(person.who), person.post]);
    let sides = event.sides.iter().map(|side| side.actor);
    let named = event.wholes.iter().copied().chain(sides).chain(event.place);
    let labels: Vec<&str> = named
        .chain(people.flatten())
        .map(|node| records.label(node))
        .collect();
    let texts = event.texts.iter().map(|text| records.text(*text));
    in_words(
        &(
            event,
            labels,
            texts.collect::<Vec<_>>(),
            records.inferences(event.id),
        ),
        records,
    )
}

#[test]
fn record_from_its_boundary_equals_record_from_all() {
    let mut number = 0;
    for quads in graphs() {
        let all = Records::from_quads(&quads);
        let source = Source::local(quads).unwrap();
        number += all.acts().len();
        for act in all.acts() {
            let iri = all.named(act.id).unwrap();
            let own = Records::from_quads(&within(Boundary::Act, iri, &source));
            let alone = own.act(own.id(iri).unwrap()).unwrap();
            assert_eq!(act_in_words(act, &all), act_in_words(alone, &own));
        }
        for event in all.events() {
            let iri = all.named(event.id).unwrap();
            let own = Records::from_quads(&within(Boundary::Event, iri, &source));
            let alone = own.event(own.id(iri).unwrap()).unwrap();
            assert_eq!(event_in_words(event, &all), event_in_words(alone, &own));
        }
    }
    assert!(number > 150, "only {number} acts");
}

/// Sentences of an invented readout; none is part of another.
const SENTENCES: [&str; 4] = [
    "“We shall repair the lock — by June,” the Premier said 🙂.",
    "“If it rains, we can lend you pumps.”",
    "She is worried about the quiet at the border.",
    "Сябры, мы заўсёды побач.",
];

/// The keys of an act, each in some ways in which a person may write it.
const KEYS: [&[&str]; 14] = [
    &[
        r#"by = "both""#,
        "by = \"russia\"\nto = \"nato\"",
        "by.is = \"kaliningrad-oblast\"\nby.because = \"they spoke\"",
        "to.is = [\"nato\", \"russia\"]\nto.because = \"“you”\"\nto.printed = \"lend you pumps\"",
        r#"speaker = "aleksandr-lukashenko""#,
    ],
    &[
        r#"sectors = "construction""#,
        r#"sectors = ["transport", "education"]"#,
    ],
    &[r#"items = ["cement", "steelwork"]"#],
    &[
        r#"about = "russia""#,
        "about.is = [\"minsk\", \"russia\"]\nabout.because = \"both\"",
    ],
    &[
        r#"occasion = "fifa-world-cup-2018""#,
        "occasion.is = \"fifa-world-cup-2018\"\noccasion.because = \"football\"\noccasion.source = \"https://example.org/\"",
    ],
    &[r#"condition = "If it rains""#],
    &[
        r#"figures = [{ of = "pumps", value = 7, unit = "sets", period = "2016/2017" }]"#,
        r#"figures = [{ of = "pumps", min = 1.50, item = "cement" }, { of = "locks", min = 1, max = 2, period = "2016" }]"#,
    ],
    &[
        r#"date = "2019""#,
        r#"date = "1994/1996-02""#,
        "date.is = \"2019-05/2019-06\"\ndate.because = \"spring\"\ndate.printed = \"by June\"",
    ],
    &[
        "due = 2020-06-30",
        "due.is = \"2020-06\"\ndue.because = \"by June\"",
    ],
    &[r#"until = "2021""#],
    &[
        r#"follows_up = "EARLIER""#,
        "follows_up.is = \"EARLIER\"\nfollows_up.because = \"the same lock\"",
    ],
    &[r#"replaces = "EARLIER""#],
    &["status.is = \"lapsed\"\nstatus.because = \"no lock was repaired\""],
    &[r#"gist = "A promise""#, r#"note = "Heard twice""#],
];

/// One key of an act, written in one of its ways or left out.
fn key(ways: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::option::weighted(0.6, select(ways)).prop_map(Option::unwrap_or_default)
}

/// The tables of some acts, each with an id, each following up some of those before it.
fn acts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(act(), 1..5).prop_map(|acts| {
        let numbered = |(number, text): (usize, String)| {
            let lines = text.lines().filter(|line| number > 0 || !is_link(line));
            let text = lines.collect::<Vec<_>>().join("\n");
            let earlier = format!("a{}", number.saturating_sub(1));
            format!(
                "[[act]]\nid = \"a{number}\"\n{}\n",
                text.replace("EARLIER", &earlier)
            )
        };
        acts.into_iter().enumerate().map(numbered).collect()
    })
}

/// Whether a line refers to an earlier act.
fn is_link(line: &str) -> bool {
    ["follows_up", "replaces"]
        .iter()
        .any(|key| line.starts_with(key))
}

fn act() -> impl Strategy<Value = String> {
    let kind = select(&["Offer", "Concern", "Pledge", "Delivery", "Acceptance"][..]);
    let quote = subsequence(&SENTENCES[..], 1..3);
    let keys: Vec<_> = KEYS.into_iter().map(key).collect();
    (kind, quote, keys).prop_map(|(kind, quote, keys)| {
        let keys = keys.join("\n");
        format!("kind = \"{kind}\"\nquote = {quote:?}\n{keys}\n")
    })
}

/// The built-in dossier with one readout of our own instead of its own.
fn dossier(acts: &[String]) -> Dossier {
    let head = "[document]\nsource = \"https://example.org/readout\"\nissued_by = \"belarus\"\n\n[[event]]\ndate = 2020-01-02\n\n";
    Dossier {
        readouts: vec![ReadoutFiles {
            slug: "2020-01-02-here".to_owned(),
            facts: Arc::new(SourceText::new(
                "facts.toml",
                [head, &acts.join("\n")].concat(),
            )),
            text: Some(Arc::new(SourceText::new(
                "readout.txt",
                SENTENCES.join("\n\n"),
            ))),
        }],
        ..built_in().unwrap()
    }
}

/// Lines of one field each, in alphabetical order.
#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn add(&mut self, field: &str, value: impl Display) {
        self.0.push(format!("{field}: {value}"));
    }

    fn add_all(&mut self, field: &str, values: impl IntoIterator<Item = impl Display>) {
        for value in values {
            self.add(field, value);
        }
    }

    /// Values with their reasons, where they are inferred.
    fn add_inferred(
        &mut self,
        field: &str,
        values: &[impl Display],
        inference: Option<&model::Reason>,
    ) {
        self.add_all(field, values);
        for (value, why) in values.iter().zip(inference.into_iter().cycle()) {
            let value = format!("{value} {} {:?} {:?}", why.because, why.printed, why.source);
            self.add(&format!("inferred {field}"), value);
        }
    }

    fn add_given<T: Display>(&mut self, field: &str, given: Option<&MaybeInferred<T>>) {
        if let Some(given) = given {
            let value = std::slice::from_ref(&given.value);
            self.add_inferred(field, value, given.inference.as_ref());
        }
    }

    fn sorted(mut self) -> Vec<String> {
        self.0.sort();
        self.0
    }
}

/// What the sheet says.
fn written(act: &model::SheetAct) -> Vec<String> {
    let mut lines = Lines::default();
    lines.add("kind", act.kind.as_str());
    let mut list = |field: &str, given: &MaybeInferred<Vec<NamedNode>>| {
        let values: Vec<&str> = given.value.iter().map(NamedNode::as_str).collect();
        lines.add_inferred(field, &values, given.inference.as_ref());
    };
    list("by", &act.by);
    list("to", &act.to);
    list("followsUp", &act.follows_up);
    list("wasRevisionOf", &act.replaces);
    act.about.iter().for_each(|about| list("about", about));
    let one = |given: &MaybeInferred<NamedNode>| MaybeInferred {
        value: given.value.as_str().to_owned(),
        inference: given.inference.clone(),
    };
    lines.add_given("speaker", act.speaker.as_ref().map(one).as_ref());
    lines.add_given("occasion", act.occasion.as_ref().map(one).as_ref());
    lines.add_all("sector", act.sectors.iter().map(NamedNode::as_str));
    lines.add_all("item", act.items.iter().map(NamedNode::as_str));
    lines.add_all("condition", &act.condition);
    lines.add_given("due", act.due.as_ref());
    lines.add_given("until", act.until.as_ref());
    lines.add_given("status", act.status.as_ref());
    if let Some(date) = &act.date {
        lines.add(
            "days",
            format!("{} {}", date.value.first_day(), date.value.last_day()),
        );
        let reason = date.inference.as_ref();
        lines.add_inferred("date", &[date.value.start], reason);
        lines.add_inferred("endDate", date.value.end.as_slice(), reason);
    }
    lines.add_all("figure", act.figures.iter().map(written_figure));
    lines.add_all("madeAt", act.made_at.iter().map(NamedNode::as_str));
    for passage in &act.evidence {
        let (span, voice) = (passage.span, passage.voice);
        let words = (&passage.prefix, &passage.exact, &passage.suffix);
        lines.add(
            "evidence",
            format!("{} {} {voice:?} {words:?}", span.start, span.end),
        );
    }
    lines.add_all("quote", act.quote());
    lines.add_all("gist", &act.gist);
    lines.add_all("note", &act.note);
    lines.sorted()
}

fn written_figure(figure: &model::SheetFigure) -> String {
    let [value, min, max] = match &figure.amount {
        Amount::Value(value) => [Some(value), None, None],
        Amount::Range(min, max) => [None, min.as_ref(), max.as_ref()],
    };
    let amount = [value, min, max].map(|number| number.map(model::Decimal::as_str));
    let period = figure.period.map(|period| period.to_string());
    let item = figure.item.as_ref().map(NamedNode::as_str);
    format!(
        "{} {amount:?} {:?} {period:?} {item:?}",
        figure.of, figure.unit
    )
}

/// What the record says.
fn read(act: &Act, records: &Records) -> Vec<String> {
    let mut lines = Lines::default();
    let iri = |id: Id| records.iri(id).to_owned();
    lines.add("kind", iri(act.kind));
    for (property, node) in act.parts() {
        let property = local(property.as_str());
        if !["type", "reportedIn"].contains(&property) {
            lines.add(property, iri(node));
        }
    }
    lines.add_all("followsUp", act.follows.iter().map(|step| iri(step.act)));
    lines.add_all("wasRevisionOf", act.replaces.iter().copied().map(iri));
    lines.add_all("condition", &act.condition);
    lines.add_all("due", &act.due);
    lines.add_all("until", &act.until);
    lines.add_all("status", &act.status);
    if let Some(when) = &act.when {
        let period = when.period().unwrap();
        lines.add(
            "days",
            format!("{} {}", when.first.unwrap(), when.last.unwrap()),
        );
        lines.add("date", period.start);
        lines.add_all("endDate", period.end);
    }
    for figure in &act.figures {
        let amount = [&figure.value, &figure.min, &figure.max].map(Option::as_deref);
        let period = figure.period.as_ref().map(When::to_string);
        let item = figure.item.map(iri);
        lines.add(
            "figure",
            format!(
                "{} {amount:?} {:?} {period:?} {item:?}",
                figure.of, figure.unit
            ),
        );
    }
    for passage in &act.evidence {
        let (start, end) = (passage.start.unwrap(), passage.end.unwrap());
        let words = (
            passage.prefix.as_ref().unwrap(),
            &passage.exact,
            passage.suffix.as_ref().unwrap(),
        );
        lines.add(
            "evidence",
            format!("{start} {end} {:?} {words:?}", passage.voice.unwrap()),
        );
    }
    lines.add_all("quote", &act.quote);
    lines.add_all("gist", &act.gist);
    lines.add_all("note", &act.note);
    add_inferences(&mut lines, act.id, records);
    lines.sorted()
}

fn add_inferences(lines: &mut Lines, subject: Id, records: &Records) {
    for inference in records.inferences(subject) {
        let value = match &inference.value {
            Value::Node(node) => records.iri(*node).to_owned(),
            Value::Literal(literal) => literal.text.to_string(),
        };
        let source = inference.sources.first();
        let field = format!("inferred {}", local(records.iri(inference.property)));
        lines.add(
            &field,
            format!(
                "{value} {} {:?} {source:?}",
                inference.because, inference.printed
            ),
        );
    }
}

/// The last part of a property's IRI.
fn local(property: &str) -> &str {
    property.rsplit(['#', '/']).next().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_act_is_read_back_as_written(acts in acts()) {
        let dossier = dossier(&acts);
        let report = report(std::slice::from_ref(&dossier), InferencePolicy::All);prop_assert_eq!(&report.findings, &[]);
        let records = Records::from_quads(&report.quads);
        let sheet = report.resolved.sheets.first().unwrap();
        for act in &sheet.acts {
            let id = records.id(act.iri.as_ref()).unwrap();
            let record = records.act(id).unwrap();
            prop_assert_eq!(written(act), read(record, &records));
        }
        prop_assert_eq!(sheet.acts.len(), acts.len());
    }
}
