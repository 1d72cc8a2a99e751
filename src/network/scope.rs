//! What of a view is wanted: acts of some kinds, ties of some time.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::Tie;
use crate::model::PartialDate;

/// What of a view is wanted, and whose sides are told apart in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The sides of the relationship; what lies below one of them belongs to it.
    pub sides: Vec<NamedNode>,
    /// Only acts of these kinds and groups; all ties where there is none.
    pub kinds: Vec<NamedNode>,
    /// Only ties of these layers of the view; with `kinds`, what is of one of either. All ties where there is none.
    pub layers: Vec<String>,
    /// Only what is dated, and did not end before this.
    pub since: Option<PartialDate>,
    /// Only what is dated, and did not begin after this.
    pub until: Option<PartialDate>,
    /// Whether nothing is told of the acts, for those who only count them: their words are most of what is known.
    pub skip_details: bool,
}

/// The days between which each act lies: the first and the last that its dates may mean.
#[derive(Debug, Default)]
pub struct Spans<'a>(BTreeMap<&'a NamedNode, [PartialDate; 2]>);

impl<'a> Spans<'a> {
    /// Adds a date of an act; what is no date says nothing.
    pub(crate) fn add(&mut self, act: &'a NamedNode, date: Option<&str>) {
        if let Some(date) = date.and_then(|text| text.parse::<PartialDate>().ok()) {
            let days = [date.first_day(), date.last_day()];
            let span = self.0.entry(act).or_insert(days);
            let [first, last] = *span;
            let [begins, ends] = days;
            *span = [first.min(begins), last.max(ends)];
        }
    }

    /// The acts of all ties.
    pub(crate) fn of(ties: &'a [Tie]) -> Self {
        let mut spans = Self::default();
        for tie in ties {
            spans.add(&tie.act, tie.date.as_deref());
        }
        spans
    }

    /// Whether an act lies, at least in part, within the time that is wanted.
    pub(crate) fn within(&self, act: &NamedNode, scope: &Scope) -> bool {
        if scope.since.is_none() && scope.until.is_none() {
            return true;
        }
        self.0.get(act).is_some_and(|[first, last]| {
            scope.since.is_none_or(|since| *last >= since.first_day())
                && scope.until.is_none_or(|until| *first <= until.last_day())
        })
    }
}

/// The ties that are wanted, where `kinds` are all those of the scope with the finer ones.
pub fn wanted(ties: Vec<Tie>, scope: &Scope, kinds: &BTreeSet<NamedNode>) -> Vec<Tie> {
    if scope.since.is_none() && scope.until.is_none() {
        let chosen = ties.into_iter();
        return chosen.filter(|tie| is_chosen(tie, scope, kinds)).collect();
    }
    let spans = Spans::of(&ties);
    let keep: Vec<bool> = ties
        .iter()
        .map(|tie| is_chosen(tie, scope, kinds) && spans.within(&tie.act, scope))
        .collect();
    let kept = ties.into_iter().zip(keep).filter(|(_, keep)| *keep);
    kept.map(|(tie, _)| tie).collect()
}

/// Whether a tie is of a kind or a layer that is wanted.
fn is_chosen(tie: &Tie, scope: &Scope, kinds: &BTreeSet<NamedNode>) -> bool {
    if scope.layers.is_empty() {
        return is_of(&tie.relation, scope, kinds);
    }
    let layer = tie.layer.as_ref();
    layer.is_some_and(|layer| scope.layers.contains(layer)) || kinds.contains(&tie.relation)
}

/// Whether a relation is of a kind that is wanted.
pub fn is_of(relation: &NamedNode, scope: &Scope, kinds: &BTreeSet<NamedNode>) -> bool {
    scope.kinds.is_empty() || kinds.contains(relation)
}
