//! The part of a view to read: acts of some kinds, ties of some layers and of some time.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::tie::Tie;
use crate::model::PartialDate;

/// Which rows of a view to read. The default reads all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scope {
    /// The sides of the relationship; an actor that is part of a side belongs to it.
    pub sides: Vec<NamedNode>,
    /// Only acts of these kinds, groups and their narrower kinds; all ties if empty.
    pub kinds: Vec<NamedNode>,
    /// Only ties of these layers of the view; together with `kinds`, ties that match either. All ties if empty.
    pub layers: Vec<String>,
    /// Only acts that have a date and do not end before this one.
    pub since: Option<PartialDate>,
    /// Only acts that have a date and do not begin after this one.
    pub until: Option<PartialDate>,
    /// Whether to leave out sentences, quotes and links, which are most of what [`Facts`](super::Facts) holds.
    pub skip_details: bool,
}

impl Scope {
    /// Whether a year is in the time in scope, at least in part.
    #[must_use]
    pub fn has_year(&self, year: u16) -> bool {
        self.since.is_none_or(|since| year >= since.year())
            && self.until.is_none_or(|until| year <= until.year())
    }

    fn has_dates(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Whether a relation is among the `kinds`, which are those of the scope with their narrower kinds.
    pub(crate) fn has_kind(&self, relation: &NamedNode, kinds: &BTreeSet<NamedNode>) -> bool {
        self.kinds.is_empty() || kinds.contains(relation)
    }

    /// The ties in scope; `kinds` as for [`has_kind`](Self::has_kind).
    pub(crate) fn select(&self, ties: Vec<Tie>, kinds: &BTreeSet<NamedNode>) -> Vec<Tie> {
        if !self.has_dates() {
            let ties = ties.into_iter();
            return ties.filter(|tie| self.has_tie(tie, kinds)).collect();
        }
        let mut spans = Spans::default();
        for tie in &ties {
            spans.add(&tie.act, tie.date.as_deref());
        }
        let selected: Vec<bool> = ties
            .iter()
            .map(|tie| self.has_tie(tie, kinds) && spans.overlaps(&tie.act, self))
            .collect();
        let ties = ties.into_iter().zip(selected);
        ties.filter_map(|(tie, is_selected)| is_selected.then_some(tie))
            .collect()
    }

    fn has_tie(&self, tie: &Tie, kinds: &BTreeSet<NamedNode>) -> bool {
        if self.layers.is_empty() {
            return self.has_kind(&tie.relation, kinds);
        }
        let layer = tie.layer.as_ref();
        layer.is_some_and(|layer| self.layers.contains(layer)) || kinds.contains(&tie.relation)
    }
}

/// The first and the last possible day of each act.
#[derive(Debug, Default)]
pub struct Spans<'a>(BTreeMap<&'a NamedNode, [PartialDate; 2]>);

impl<'a> Spans<'a> {
    /// Extends the span of an act by a date; what is not a date is ignored.
    pub fn add(&mut self, act: &'a NamedNode, date: Option<&str>) {
        if let Some(date) = date.and_then(|text| text.parse::<PartialDate>().ok()) {
            let days = [date.first_day(), date.last_day()];
            let span = self.0.entry(act).or_insert(days);
            let [first, last] = *span;
            let [begins, ends] = days;
            *span = [first.min(begins), last.max(ends)];
        }
    }

    /// Whether the span of an act overlaps the time in scope.
    pub fn overlaps(&self, act: &NamedNode, scope: &Scope) -> bool {
        let is_in_time = |[first, last]: &[PartialDate; 2]| {
            scope.since.is_none_or(|since| *last >= since.first_day())
                && scope.until.is_none_or(|until| *first <= until.last_day())
        };
        !scope.has_dates() || self.0.get(act).is_some_and(is_in_time)
    }
}
