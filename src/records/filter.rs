//! A filter of acts, for records and for SPARQL.

use std::collections::BTreeMap;

use oxigraph::model::{Literal, NamedNode, Term};

use super::act::Act;
use super::arena::Records;
use super::terms::Id;
use crate::derive::Outcome;
use crate::model::PartialDate;
use crate::query::substitute;
use crate::vocab::bil;
use crate::vocab::w3c::skos;

/// The conditions on acts. Any value of a field is enough; an empty field is no condition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActFilter {
    /// The actors.
    pub by: Vec<NamedNode>,
    /// The actors that it addresses, or that share in a joint act.
    pub to: Vec<NamedNode>,
    /// The sectors, with their sub-sectors.
    pub sectors: Vec<NamedNode>,
    /// The goods and services, with narrower ones.
    pub items: Vec<NamedNode>,
    /// What it is about: a sector, a good or service, or anything else, with narrower ones.
    pub about: Vec<NamedNode>,
    /// The events at which it was made, with their parts.
    pub events: Vec<NamedNode>,
    /// The speakers.
    pub speakers: Vec<NamedNode>,
    /// The readouts that report it.
    pub readouts: Vec<NamedNode>,
    /// The kinds or groups.
    pub kinds: Vec<NamedNode>,
    /// The outcomes.
    pub outcomes: Vec<Outcome>,
    /// It did not end before the first day of this date.
    pub since: Option<PartialDate>,
    /// It did not begin after the last day of this date.
    pub until: Option<PartialDate>,
}

impl ActFilter {
    /// The acts that match, in reading order.
    pub fn select<'a>(&'a self, records: &'a Records) -> impl Iterator<Item = &'a Act> {
        let acts = records.acts().iter();
        acts.filter(|act| self.matches(act, records))
    }

    /// Whether an act matches.
    #[must_use]
    pub fn matches(&self, act: &Act, records: &Records) -> bool {
        let is_doer = |actor: Id| act.by.contains(&actor) || act.speakers.contains(&actor);
        let is_target =
            |actor: Id| act.to.contains(&actor) || (act.is_mutual() && act.by.contains(&actor));
        let is_about = |subject: Id| {
            let mut lists = [&act.about, &act.sectors, &act.items].into_iter();
            lists.any(|list| is_below(list, subject, records))
        };
        let is_at = |event: Id| {
            let events = records.closure(act.made_at, bil::PART_OF);
            events.contains(&event)
        };
        let is_of = |class: Id| {
            let mut kinds = act.kinds.iter().filter_map(|kind| records.kind(*kind));
            kinds.any(|kind| kind.is_within(class))
        };
        let any = |nodes: &[NamedNode], fits: &dyn Fn(Id) -> bool| {
            let mut ids = nodes.iter().filter_map(|node| records.id(node.as_ref()));
            nodes.is_empty() || ids.any(fits)
        };
        any(&self.by, &is_doer)
            && any(&self.to, &is_target)
            && any(&self.kinds, &is_of)
            && any(&self.sectors, &|sector| {
                is_below(&act.sectors, sector, records)
            })
            && any(&self.items, &|item| is_below(&act.items, item, records))
            && any(&self.about, &is_about)
            && any(&self.events, &is_at)
            && any(&self.speakers, &|who| act.speakers.contains(&who))
            && any(&self.readouts, &|text| act.text == Some(text))
            && (self.outcomes.is_empty()
                || act.outcome.is_some_and(|own| self.outcomes.contains(&own)))
            && self.is_in_time(act)
    }

    /// The number of acts that only `since` and `until` leave out because they have no date.
    #[must_use]
    pub fn count_undated(&self, records: &Records) -> usize {
        let timeless = self.without_dates();
        let acts = records.acts().iter();
        let undated = acts.filter(|act| act.when.as_ref().is_none_or(|when| when.first.is_none()));
        undated
            .filter(|act| timeless.matches(act, records) && !self.is_in_time(act))
            .count()
    }

    /// The filter without `since` and `until`.
    #[must_use]
    pub fn without_dates(&self) -> Self {
        Self {
            since: None,
            until: None,
            ..self.clone()
        }
    }

    fn is_in_time(&self, act: &Act) -> bool {
        let when = act.when.as_ref();
        let [first, last] = [
            when.and_then(|when| when.first),
            when.and_then(|when| when.last),
        ];
        let since = self.since.map(PartialDate::first_day);
        let until = self.until.map(PartialDate::last_day);
        since.is_none_or(|since| last.is_some_and(|last| last >= since))
            && until.is_none_or(|until| first.is_some_and(|first| first <= until))
    }

    /// The query that lists the same acts on any engine with the graph and the derived graph.
    #[must_use]
    pub fn to_sparql(&self) -> String {
        let nodes = |nodes: &[NamedNode]| nodes.iter().cloned().map(Term::from).collect();
        let day = |date: Option<PartialDate>, day: fn(PartialDate) -> PartialDate| {
            date.map(|date| Term::from(day(date).literal()))
                .into_iter()
                .collect()
        };
        let outcomes = self
            .outcomes
            .iter()
            .map(|outcome| Term::from(Literal::new_simple_literal(outcome.word())));
        let mut values: BTreeMap<&str, Vec<Term>> = BTreeMap::from([
            ("by", nodes(&self.by)),
            ("to", nodes(&self.to)),
            ("sector", nodes(&self.sectors)),
            ("item", nodes(&self.items)),
            ("about", nodes(&self.about)),
            ("event", nodes(&self.events)),
            ("said_by", nodes(&self.speakers)),
            ("readout", nodes(&self.readouts)),
            ("wanted", nodes(&self.kinds)),
            ("became", outcomes.collect()),
            ("since", day(self.since, PartialDate::first_day)),
            ("until", day(self.until, PartialDate::last_day)),
        ]);
        values.retain(|_, values| !values.is_empty());
        substitute(include_str!("acts.rq"), &values)
    }
}

/// Whether one of some concepts is equal to a concept or narrower.
fn is_below(concepts: &[Id], broader: Id, records: &Records) -> bool {
    let all = records.closure(concepts.iter().copied(), skos::BROADER);
    all.contains(&broader)
}
