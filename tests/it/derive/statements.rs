//! The derived graph equals the results of property paths and of the reference derivation in SPARQL, on any graph.

use std::collections::{BTreeMap, BTreeSet};

use bilateral::derive::{self, derive};
use bilateral::dossier;
use bilateral::load::{self, Graph};
use bilateral::model::{InferencePolicy, PartialDate};
use bilateral::source::{Answer, Source};
use bilateral::vocab::w3c::{org, prov, rdf, rdfs, sem, skos, xsd};
use bilateral::vocab::{Namespace, bil, graph};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad, Term};
use proptest::prelude::*;

use crate::support::program::{read, stdout};
use crate::support::scratch::Scratch;

/// Kinds of act with their groups, and how binding they are.
const KINDS: [(&str, &str, Option<i64>); 9] = [
    ("Statement", "Account", None),
    ("Request", "Ask", None),
    ("Acceptance", "Answer", None),
    ("Refusal", "Answer", None),
    ("Readiness", "Commitment", Some(2)),
    ("Offer", "Commitment", Some(4)),
    ("Pledge", "Commitment", Some(5)),
    ("Agreement", "Commitment", Some(6)),
    ("Delivery", "Commitment", Some(7)),
];
const STATUSES: [&str; 3] = ["lapsed", "accepted", "open"];
const DAYS: [&str; 3] = ["2020-01-01", "2020-06-30", "2021-02-28"];
/// How many acts and entities a graph has.
const ACTS: usize = 7;
const ENTITIES: usize = 6;

#[derive(Debug, Clone, Copy)]
enum ActLink {
    FollowsUp,
    FollowsUpByInference,
    Matches,
    Replaces,
}

const BELONGING: [NamedNodeRef<'_>; 7] = [
    bil::PART_OF,
    bil::PART_OF,
    bil::MEMBER_OF,
    org::HOLDS,
    org::POST_IN,
    skos::BROADER,
    rdfs::SUB_CLASS_OF,
];

/// A graph as its links; most draws have cycles.
#[derive(Debug, Clone)]
struct Sketch {
    acts: Vec<(usize, Option<usize>, Option<usize>)>,
    act_links: Vec<(usize, ActLink, usize)>,
    entities: Vec<usize>,
    links: Vec<(usize, usize, usize)>,
    subjects: Vec<(usize, usize)>,
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let status = prop_oneof![6 => Just(None), 1 => (0..STATUSES.len()).prop_map(Some)];
    let day = prop::option::weighted(0.8, 0..DAYS.len());
    let act_link = prop_oneof![
        5 => Just(ActLink::FollowsUp),
        1 => Just(ActLink::FollowsUpByInference),
        1 => Just(ActLink::Matches),
        1 => Just(ActLink::Replaces),
    ];
    (
        prop::collection::vec((0..KINDS.len(), status, day), ACTS),
        prop::collection::vec((0..ACTS, act_link, 0..ACTS), 0..10),
        prop::collection::vec(0..CLASSES.len(), ENTITIES),
        prop::collection::vec((0..ENTITIES, 0..BELONGING.len(), 0..ENTITIES), 0..12),
        prop::collection::vec((0..ACTS, 0..ENTITIES), 0..6),
    )
        .prop_map(|(acts, act_links, entities, links, subjects)| Sketch {
            acts,
            act_links,
            entities,
            links,
            subjects,
        })
}

const CLASSES: [NamedNodeRef<'_>; 4] = [
    bil::class::STATE,
    bil::class::PERSON,
    bil::class::TOPIC,
    org::POST,
];

fn ours(name: &str) -> NamedNode {
    Namespace::Ontology.mint(name)
}

fn act(number: usize) -> NamedNode {
    Namespace::Act.mint(&format!("a.{number}"))
}

fn entity(number: usize) -> NamedNode {
    Namespace::Id.mint(&format!("e{number}"))
}

/// Adds quads to a list.
struct Draft(Vec<Quad>);

impl Draft {
    fn add(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'static>,
        object: impl Into<Term>,
    ) {
        let quad = Quad::new(subject.clone(), predicate, object, graph::REFERENCE);
        if !self.0.contains(&quad) {
            self.0.push(quad);
        }
    }

    fn ontology(&mut self) {
        for (kind, group, strength) in KINDS {
            self.add(&ours(kind), rdfs::SUB_CLASS_OF, ours(group));
            self.add(&ours(group), rdfs::SUB_CLASS_OF, bil::class::ACT);
            if let Some(strength) = strength {
                self.add(&ours(kind), bil::STRENGTH, Literal::from(strength));
            }
        }
        self.add(
            &bil::class::STATE.into_owned(),
            rdfs::SUB_CLASS_OF,
            bil::class::ACTOR,
        );
        self.add(
            &bil::class::PERSON.into_owned(),
            rdfs::SUB_CLASS_OF,
            bil::class::ACTOR,
        );
    }
}

impl Sketch {
    /// The graph, with or without the links that are inferred.
    fn quads(&self, with_inferred: bool) -> Vec<Quad> {
        let mut draft = Draft(Vec::new());
        draft.ontology();
        for (number, (kind, status, day)) in self.acts.iter().enumerate() {
            draft.add(&act(number), rdf::TYPE, ours(KINDS[*kind].0));
            if let Some(status) = status {
                let status = Literal::from(STATUSES[*status]);
                draft.add(&act(number), bil::STATUS, status);
            }
            if let Some(day) = day {
                let day = Literal::new_typed_literal(DAYS[*day], xsd::DATE);
                draft.add(&act(number), sem::HAS_LATEST_END_TIME_STAMP, day.clone());
                draft.add(&act(number), sem::HAS_EARLIEST_BEGIN_TIME_STAMP, day);
            }
        }
        // The same link cannot be both.
        let inferred = self.inferred();
        for (later, link, earlier) in &self.act_links {
            let is_inferred = inferred.contains(&(*later, *earlier));
            let (later, earlier) = (act(*later), act(*earlier));
            match link {
                ActLink::Matches => draft.add(&later, prov::ALTERNATE_OF, earlier),
                ActLink::Replaces => draft.add(&later, prov::WAS_REVISION_OF, earlier),
                _ if !is_inferred => draft.add(&later, bil::FOLLOWS_UP, earlier),
                _ if with_inferred => draft.inferred(&later, earlier),
                _ => {}
            }
        }
        for (number, class) in self.entities.iter().enumerate() {
            draft.add(&entity(number), rdf::TYPE, CLASSES[*class]);
        }
        for (part, property, whole) in &self.links {
            draft.add(&entity(*part), BELONGING[*property], entity(*whole));
        }
        for (number, subject) in &self.subjects {
            draft.add(&act(*number), bil::SECTOR, entity(*subject));
            draft.add(&act(*number), bil::ABOUT, entity(*subject));
        }
        draft.0
    }

    fn inferred(&self) -> BTreeSet<(usize, usize)> {
        let links = self.act_links.iter();
        let inferred = links.filter(|(_, link, _)| matches!(link, ActLink::FollowsUpByInference));
        inferred
            .map(|(later, _, earlier)| (*later, *earlier))
            .collect()
    }
}

impl Draft {
    fn inferred(&mut self, later: &NamedNode, earlier: NamedNode) {
        let inference =
            NamedNode::new_unchecked(format!("{}.inferred-{}", later.as_str(), self.0.len()));
        self.add(later, bil::FOLLOWS_UP, earlier.clone());
        self.add(&inference, rdf::SUBJECT, later.clone());
        self.add(&inference, rdf::PREDICATE, bil::FOLLOWS_UP);
        self.add(&inference, rdf::OBJECT, earlier);
    }
}

/// The rows of a query, as text.
fn rows(quads: Vec<Quad>, query: &str) -> BTreeSet<Vec<String>> {
    let source = Source::local(quads).unwrap();
    rows_of(&source, query)
}

fn rows_of(source: &Source, query: &str) -> BTreeSet<Vec<String>> {
    let Answer::Solutions(solutions) = source.run(query).unwrap() else {
        panic!("{query} is no SELECT");
    };
    let variables: Vec<_> = solutions.variables().to_vec();
    let row = |row: bilateral::source::Row| {
        let cells = variables.iter().map(|variable| row.get(variable.as_str()));
        cells
            .map(|term| term.map_or_else(String::new, ToString::to_string))
            .collect()
    };
    solutions.map(|solution| row(solution.unwrap())).collect()
}

/// The outcome of each act as the old text in SPARQL has it.
fn old_outcomes(quads: Vec<Quad>) -> BTreeMap<String, String> {
    let rows = rows(quads, &read("tests/reference/outcomes.rq")).into_iter();
    rows.map(|row| (row[0].clone(), row[1].trim_matches('"').to_owned()))
        .collect()
}

fn new_outcomes(quads: &[Quad]) -> BTreeMap<String, String> {
    let outcomes = derive::outcomes(quads, None).into_iter();
    outcomes
        .map(|found| (found.act.to_string(), found.outcome.word().to_owned()))
        .collect()
}

/// A derived property and the path that it replaces.
const PATHS: [(&str, &str); 12] = [
    (
        "?x bil:classOrBroader ?y",
        "{ ?any a ?x } UNION { ?any rdfs:subClassOf ?x } UNION { ?x rdfs:subClassOf ?any } \
         ?x rdfs:subClassOf* ?y",
    ),
    (
        "?x bil:kindOrBroader ?y",
        "?x a/rdfs:subClassOf* ?y . ?y rdfs:subClassOf* bil:Act",
    ),
    (
        "?x bil:within ?y",
        "?x a/rdfs:subClassOf* ?class VALUES ?class { bil:Actor bil:Topic org:Post } \
         ?x (bil:partOf|skos:broader)* ?y",
    ),
    (
        "?x bil:sectorOrBroader ?y",
        "?x bil:sector/(bil:partOf|skos:broader)* ?y",
    ),
    (
        "?x bil:topicOrBroader ?y",
        "?x bil:about ?topic . ?topic a bil:Topic ; (bil:partOf|skos:broader)* ?y",
    ),
    (
        "?x bil:belongsTo ?y",
        "?x (org:postIn|(org:holds/org:postIn)|bil:memberOf)/(bil:partOf|skos:broader)* ?y",
    ),
    (
        "?x bil:matchGroup/^bil:matchGroup ?y",
        "?x bil:kindOrBroader bil:Act ; (prov:alternateOf|^prov:alternateOf)* ?y",
    ),
    (
        "?x bil:ledTo ?y",
        "?y a ?class ; bil:followsUp/(bil:followsUp|prov:alternateOf|^prov:alternateOf)* ?x \
         VALUES ?class { bil:Agreement bil:Delivery }",
    ),
    (
        "?x bil:ledToByInference ?y",
        "?y a ?class ; bil:followsUp/(bil:followsUp|prov:alternateOf|^prov:alternateOf)* ?x \
         VALUES ?class { bil:Agreement bil:Delivery } \
         ?inference rdf:predicate bil:followsUp ; rdf:subject ?step ; rdf:object ?taken . \
         ?y (bil:followsUp|prov:alternateOf|^prov:alternateOf)* ?step . \
         ?taken (bil:followsUp|prov:alternateOf|^prov:alternateOf)* ?x",
    ),
    (
        "?x bil:inCycleWith ?y FILTER(ISIRI(?x))",
        "{ ?x bil:partOf ?y . ?y bil:partOf* ?x } UNION { ?x bil:memberOf ?y . ?y bil:memberOf* ?x } \
         UNION { ?x skos:broader ?y . ?y skos:broader* ?x } \
         UNION { ?x rdfs:subClassOf ?y . ?y rdfs:subClassOf* ?x } \
         UNION { ?x bil:followsUp|prov:wasRevisionOf ?y . ?y (bil:followsUp|prov:wasRevisionOf)* ?x }",
    ),
    (
        "?x bil:beginYear ?y",
        "?x sem:hasEarliestBeginTimeStamp ?day BIND(YEAR(?day) AS ?y)",
    ),
    (
        "?x bil:endYear ?y",
        "?x sem:hasLatestEndTimeStamp ?day BIND(YEAR(?day) AS ?y)",
    ),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn outcomes_equal_the_reference_in_sparql(sketch in sketch()) {
        let asserted = sketch.quads(false);
        let old = old_outcomes(asserted.clone());
        prop_assert_eq!(&new_outcomes(&asserted), &old);
        // An inferred link closes nothing.
        prop_assert_eq!(&new_outcomes(&sketch.quads(true)), &old);
    }

    /// The one difference: the old text held an act back from being fulfilled where, next to a chain that is asserted
    /// throughout, another leads over an inferred link.
    #[test]
    fn inferred_link_next_to_asserted_chain_changes_nothing(sketch in sketch()) {
        let quads = sketch.quads(true);
        let mut old = old_outcomes(quads.clone());
        for (act, outcome) in new_outcomes(&quads) {
            let before = old.remove(&act);
            if before.as_ref() != Some(&outcome) {
                prop_assert_eq!(&outcome, "fulfilled");
                let two_ways = format!("SELECT ?result {{ {act} bil:ledTo ?result ; bil:ledToByInference ?result }}");
                let all = [derive(&quads), quads.clone()].concat();
                prop_assert!(!rows(all, &two_ways).is_empty());
            }
        }
        prop_assert_eq!(old, BTreeMap::new());
    }

    #[test]
    fn derived_properties_find_what_paths_find(sketch in sketch()) {
        let quads = sketch.quads(true);
        let derived = derive(&quads);
        let all: BTreeSet<String> = derived.iter().map(ToString::to_string).collect();
        prop_assert_eq!(all.len(), derived.len(), "a statement is repeated");
        let source = Source::local([derived, quads].concat()).unwrap();
        for (property, path) in PATHS {
            let [derived, path] = [property, path]
                .map(|pattern| rows_of(&source, &format!("SELECT DISTINCT ?x ?y {{ {pattern} }}")));
            prop_assert_eq!(&derived, &path, "{}", property);
        }
    }

    #[test]
    fn outcomes_on_a_date_ignore_later_acts(sketch in sketch()) {
        let quads = sketch.quads(true);
        let on: PartialDate = "2020-06".parse().unwrap();
        let later = |number: &usize| sketch.acts[*number].2 == Some(2);
        let later: BTreeSet<String> = (0..ACTS).filter(later).map(|number| act(number).to_string()).collect();
        let mut earlier = quads.clone();
        // A later act remains as a step between others, and as an open one.
        earlier.retain(|quad| {
            let causes = [bil::FOLLOWS_UP, prov::WAS_REVISION_OF];
            let is_type = quad.predicate == rdf::TYPE;
            let is_later = later.contains(&quad.subject.to_string());
            !(is_later && (is_type || (causes.contains(&quad.predicate.as_ref()) && quad.predicate != bil::FOLLOWS_UP)))
        });
        let of_date = derive::outcomes(&quads, Some(on)).into_iter();
        let of_date: BTreeMap<String, String> = of_date
            .map(|found| (found.act.to_string(), found.outcome.word().to_owned()))
            .filter(|(act, _)| !later.contains(act))
            .collect();
        prop_assert_eq!(of_date, new_outcomes(&earlier));
    }
}

#[test]
fn outcome_names_its_acts_and_date() {
    let mut draft = Draft(Vec::new());
    draft.ontology();
    let kinds = [
        "Offer",
        "Acceptance",
        "Acceptance",
        "Refusal",
        "Delivery",
        "Offer",
    ];
    for (number, kind) in kinds.iter().enumerate() {
        draft.add(&act(number), rdf::TYPE, ours(kind));
        let day = Literal::new_typed_literal(format!("2020-01-0{}", number.clamp(1, 3)), xsd::DATE);
        draft.add(&act(number), sem::HAS_LATEST_END_TIME_STAMP, day);
    }
    let causes = |quads: &[Quad]| {
        let found = derive::outcomes(quads, None).into_iter().next().unwrap();
        let by = found.by.iter().map(ToString::to_string);
        let date = found.date.map(|date| date.value().to_owned());
        (found.outcome.word(), by.collect::<Vec<_>>(), date)
    };
    let name = |number: usize| act(number).to_string();
    assert_eq!(causes(&draft.0), ("open", vec![], None));
    for answer in [1, 2] {
        draft.add(&act(answer), bil::FOLLOWS_UP, act(0));
    }
    let date = |day: &str| Some(day.to_owned());
    assert_eq!(
        causes(&draft.0),
        ("accepted", vec![name(2)], date("2020-01-02"))
    );
    draft.add(&act(3), bil::FOLLOWS_UP, act(0));
    assert_eq!(
        causes(&draft.0),
        ("declined", vec![name(3)], date("2020-01-03"))
    );
    draft.add(&act(4), bil::FOLLOWS_UP, act(2));
    assert_eq!(
        causes(&draft.0),
        ("fulfilled", vec![name(4)], date("2020-01-03"))
    );
}

/// The first lines of a file that knows our prefixes.
const PREFIXES: &str = "@prefix act: <https://w3id.org/bilateral/act/> .\n\
    @prefix bil: <https://w3id.org/bilateral/ontology#> .\n";
const OUTCOMES: &str = "SELECT ?act ?outcome { ?act bil:outcome ?outcome } ORDER BY ?act ?outcome";

#[test]
fn export_adds_the_derived_graph_only_on_request() {
    let scratch = Scratch::base();
    let lines = |arguments: &[&str]| -> BTreeSet<String> {
        let run = scratch.run(&[&["export", "--format", "nq"], arguments].concat());
        run.quietly().lines().map(str::to_owned).collect()
    };
    let (plain, all) = (lines(&[]), lines(&["--derived"]));
    let derived: BTreeSet<String> = all.difference(&plain).cloned().collect();
    assert!(plain.is_subset(&all) && !derived.is_empty());
    assert!(
        derived
            .iter()
            .all(|line| line.contains(graph::DERIVED.as_str()))
    );
    assert_eq!(lines(&["--derived", "--graph", "derived"]), derived);
}

#[test]
fn derived_statements_in_files_are_noted_and_recomputed() {
    let scratch = Scratch::base();
    let outcomes = |scratch: &Scratch| {
        scratch
            .run(&["query", OUTCOMES, "--format", "csv"])
            .quietly()
    };
    let before = outcomes(&scratch);
    assert!(before.contains("open"), "{before}");
    let mut wrong = PREFIXES.to_owned();
    for line in before.lines().skip(1) {
        let act = line.split_once(',').unwrap().0;
        wrong.extend(["<", act, "> bil:outcome \"declined\" .\n"]);
    }
    scratch.put("data/again.ttl", wrong);
    let export = scratch
        .run(&["export", "--derived", "--format", "trig"])
        .quietly();
    scratch.put("data/whole.trig", export.clone());
    assert_eq!(outcomes(&scratch), before);
    assert_eq!(
        scratch
            .run(&["export", "--derived", "--format", "trig"])
            .quietly(),
        export
    );
    let check = scratch.run(&["check", "--show", "info"]);
    assert_eq!(check.code, 0, "{}", check.stdout);
    assert_eq!(
        check.stdout.matches("info[derived-statement]").count(),
        2,
        "{}",
        check.stdout
    );
}

#[test]
fn note_on_a_file_hides_no_finding() {
    let scratch = Scratch::base();
    let mut text = PREFIXES.to_owned();
    text += "act:a bil:within act:a ; bil:partOff act:a .\n";
    scratch.put("data/more.ttl", text);
    let check = scratch.run(&["check", "--show", "info"]);
    for found in ["info[derived-statement]", "error[unknown-term]"] {
        assert!(check.stdout.contains(found), "{}", check.stdout);
    }
}

#[test]
fn graph_from_quads_recomputes_derived_statements() {
    let dossier = dossier::built_in().unwrap();
    let mut graph = load::load(&[dossier], InferencePolicy::All).unwrap();
    let (quads, derived) = (graph.quads.clone(), graph.derived().to_vec());
    let again = Graph::from_quads(graph.take_quads());
    assert_eq!(
        (again.quads.clone(), again.derived().to_vec()),
        (quads, derived)
    );
}

#[test]
fn figures_have_a_currency_and_a_factor_and_texts_the_name_of_their_publisher() {
    let rows = stdout(&["query", "figures", "of=turnover", "--format", "csv"]);
    for expected in [
        // The publisher is an entity.
        "trade turnover,,2018,2018-01-01,2018-12-31,whole years,,360,,USD million,USD,360000000,2019-03-15,Sergei Molunov,RBC,",
        // A government issued the text, and its page is known by its host.
        "trade turnover,,2013,2013-01-01,2013-12-31,whole years,almost,300,,USD million,USD,300000000,2014-12-01,Aleksandr Lukashenko,president.gov.by,",
        "trade turnover,,,,,,aimed at,500,,USD million,USD,500000000,2014-12-01,Aleksandr Lukashenko,president.gov.by,",
        // Not money.
        "trade turnover as a multiple of the same period of the year before,,2018-01/2018-09,2018-01-01,2018-09-30,part of a year,,2.1,,times,,2.1,2018-10/2018-12,",
    ] {
        assert!(
            rows.lines().any(|row| row.starts_with(expected)),
            "{expected}\n{rows}"
        );
    }
}
