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
const SUBJECTS: [&str; 6] = [
    "topic:security",
    "topic:transit-policy",
    "id:hi-tech-park",
    "item:construction-materials",
    "sector:transport",
    "id:nobody",
];
const EVENTS: [&str; 4] = [
    "id:2017-11-13-minsk",
    "id:2019-11-25-minsk",
    "id:2024-03-04-port-elin",
    "id:none",
];
const SPEAKERS: [&str; 4] = [
    "id:aleksandr-lukashenko",
    "id:anton-alikhanov",
    "id:mira-holt",
    "id:nobody",
];
const READOUTS: [&str; 4] = [
    "doc:2017-11-13-minsk",
    "doc:2017-11-13-tvr",
    "doc:2024-03-04-port-elin",
    "doc:none",
];
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
    let who = (some(&ACTORS), some(&ACTORS), some(&SPEAKERS));
    let what = (some(&SECTORS), some(&ITEMS), some(&SUBJECTS), some(&KINDS));
    let at = (some(&EVENTS), some(&READOUTS));
    (who, what, at, outcomes, date(), date()).prop_map(
        |(who, what, (events, readouts), outcomes, since, until)| {
            let mut filter = ActFilter::default();
            (filter.by, filter.to, filter.speakers) = who;
            (filter.sectors, filter.items, filter.about, filter.kinds) = what;
            filter.events = events;
            filter.readouts = readouts;
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

/// The number of acts that a filter with one more condition lists.
fn count(condition: impl Fn(&mut ActFilter)) -> usize {
    let mut filter = ActFilter::default();
    condition(&mut filter);
    let rows = listed(&filter);
    assert_eq!(rows, asked(&filter));
    rows.len()
}

fn iri(name: &str) -> Vec<NamedNode> {
    vec![NamedNode::new(expand(name).unwrap().into_owned()).unwrap()]
}

#[test]
fn each_new_condition_lists_some_acts_and_not_all() {
    let all = BOTH.0.acts().len();
    for number in [
        count(|filter| filter.about = iri("item:construction-materials")),
        count(|filter| filter.about = iri("id:hi-tech-park")),
        count(|filter| filter.events = iri("id:2017-11-13-minsk")),
        count(|filter| filter.speakers = iri("id:aleksandr-lukashenko")),
        count(|filter| filter.readouts = iri("doc:2017-11-13-minsk")),
    ] {
        assert!(0 < number && number < all, "{number} of {all}");
    }
}

#[test]
fn only_acts_without_a_date_count_as_undated() {
    let records = &BOTH.0;
    let undated = records.acts().iter().filter(|act| act.when.is_none());
    let mut filter = ActFilter::default();
    assert_eq!(filter.count_undated(records), 0);
    filter.since = Some("1900".parse().unwrap());
    let dated = listed(&filter).len();
    assert_eq!(filter.count_undated(records), undated.count());
    assert_eq!(filter.count_undated(records), records.acts().len() - dated);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_filter_lists_what_its_query_lists(filter in filters()) {
        prop_assert_eq!(listed(&filter), asked(&filter));
    }
}
