//! A filter of acts selects the same acts from records as its SPARQL query.

use std::sync::LazyLock;

use bilateral::dossier::{built_in, open_all};
use bilateral::load::load;
use bilateral::model::InferencePolicy;
use bilateral::model::PartialDate;
use bilateral::records::{ActFilter, Outcome, Records};
use bilateral::report;
use bilateral::source::{Answer, Row, Source};
use bilateral::vocab::{Namespace, bil, expand};
use oxigraph::model::NamedNode;
use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::support::program::repository;

/// Both dossiers, as one graph, as records and as a source.
static BOTH: LazyLock<(Records, Source)> = LazyLock::new(|| {
    let mut dossiers = open_all(&[repository().join("tests/dossiers/norland-kestrel")]).unwrap();
    dossiers.push(built_in().unwrap());
    let mut graph = load(&dossiers, InferencePolicy::All).unwrap();
    let quads = graph.take_quads();
    (Records::from_quads(&quads), Source::local(quads).unwrap())
});

const ACTORS: [&str; 6] = [
    "id:belarus",
    "id:kaliningrad-oblast",
    "id:russia",
    "id:aleksandr-lukashenko",
    "id:norland",
    "id:nobody",
];
const SECTORS: [&str; 4] = [
    "sector:transport",
    "sector:education",
    "sector:agriculture",
    "sector:none",
];
const ITEMS: [&str; 3] = ["item:food", "item:construction-materials", "item:cement"];
const KINDS: [&str; 5] = [
    "bil:Offer",
    "bil:Commitment",
    "bil:Stance",
    "bil:Agreement",
    "bil:Act",
];
const DATES: [&str; 5] = ["2017", "2017-11-13", "2019-02", "2020-01-02", "2024"];

/// None, one or two of some names, as IRIs.
fn some(names: &'static [&'static str]) -> impl Strategy<Value = Vec<NamedNode>> {
    let none_more_often = prop_oneof![2 => Just(0..1_usize), 1 => Just(1..3_usize)];
    none_more_often
        .prop_flat_map(move |number| subsequence(names, number))
        .prop_map(|names| {
            let iris = names.into_iter().map(|name| expand(name).unwrap());
            iris.map(|iri| NamedNode::new(iri.into_owned()).unwrap())
                .collect()
        })
}

fn date() -> impl Strategy<Value = Option<PartialDate>> {
    let date = prop::sample::select(&DATES[..]).prop_map(|date| date.parse().unwrap());
    prop::option::weighted(0.3, date)
}

fn filters() -> impl Strategy<Value = ActFilter> {
    let outcomes = prop_oneof![Just(Vec::new()), subsequence(&Outcome::ALL[..], 1..4),];
    let who = (some(&ACTORS), some(&ACTORS), some(&KINDS));
    (who, some(&SECTORS), some(&ITEMS), outcomes, date(), date()).prop_map(
        |((by, to, kinds), sectors, items, outcomes, since, until)| {
            let mut filter = ActFilter::default();
            filter.by = by;
            filter.to = to;
            filter.kinds = kinds;
            filter.sectors = sectors;
            filter.items = items;
            filter.outcomes = outcomes;
            filter.since = since;
            filter.until = until;
            filter
        },
    )
}

/// What the query of a filter lists.
fn asked(filter: &ActFilter) -> Vec<Row> {
    let Answer::Solutions(rows) = BOTH.1.run(&filter.to_sparql()).unwrap() else {
        panic!("a SELECT has rows");
    };
    rows.collect::<Result<_, _>>().unwrap()
}

/// What records list.
fn listed(filter: &ActFilter) -> Vec<Row> {
    let rows = report::acts(&BOTH.0, filter);
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn acts_without_filter_equal_those_of_the_query() {
    let rows = listed(&ActFilter::default());
    assert_eq!(rows, asked(&ActFilter::default()));
    assert_eq!(rows.len(), BOTH.0.acts().len());
}

#[test]
fn side_of_a_joint_act_is_also_its_target() {
    let mut filter = ActFilter::default();
    filter.to = vec![Namespace::Id.mint("belarus")];
    let records = &BOTH.0;
    let mut acts = records
        .acts()
        .iter()
        .filter(|act| filter.matches(act, records));
    assert!(acts.any(|act| act.to.is_empty() && records.is_of(act, bil::class::COMMITMENT)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_filter_lists_what_its_query_lists(filter in filters()) {
        prop_assert_eq!(listed(&filter), asked(&filter));
    }
}
