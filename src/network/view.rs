//! Runs a view: its rows become ties, and records add facts about all that occurs in them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use oxigraph::model::{NamedNode, Term};
use oxigraph::sparql::Variable;

use super::error::NetworkError;
use super::facts::Facts;
use super::graph::Network;
use super::scope::Scope;
use super::tie::{Tie, is_weight};
use crate::query::NamedQuery;
use crate::records::{ActFilter, Id, Kind, Records};
use crate::source::{Answer, Row, Solutions, Source, SourceError};
use crate::vocab::bil;

/// The variables that every view selects.
const REQUIRED: [&str; 4] = ["source", "target", "relation", "act"];

/// Runs a view and builds the network of the rows in scope; `records` are those of the same graph.
///
/// # Errors
/// * [`NetworkError::Variables`] and [`NetworkError::Value`] if the view does not select what every view must.
/// * [`NetworkError::Layer`] if no tie of the view has a layer of the scope.
/// * [`NetworkError::Source`] if the source fails.
pub fn of_view(
    source: &Source,
    records: &Records,
    view: &NamedQuery,
    scope: &Scope,
) -> Result<Network, NetworkError> {
    of_views(source, records, &[view], scope)
}

/// Runs several views and builds one network of all their rows in scope.
///
/// # Errors
/// As [`of_view`].
pub fn of_views(
    source: &Source,
    records: &Records,
    views: &[&NamedQuery],
    scope: &Scope,
) -> Result<Network, NetworkError> {
    let mut all = Vec::new();
    for view in views {
        let failed = |error| NetworkError::Source {
            query: Arc::clone(&view.source),
            source: error,
        };
        let answer = source.run(view.source.text()).map_err(failed)?;
        let Answer::Solutions(solutions) = answer else {
            return Err(lacks(view, REQUIRED.to_vec()));
        };
        let ties = ties(solutions, view, &failed)?;
        check_layers(&ties, view, scope)?;
        all.extend(ties);
    }
    let ties = scope.select(all, &narrower(&scope.kinds, records));
    let nodes = ties.iter().flat_map(|tie| [&tie.source, &tie.target]);
    let relations = ties.iter().map(|tie| &tie.relation);
    let acts = ties.iter().map(|tie| &tie.act);
    let details = !scope.skip_details;
    let facts = Facts::read(nodes, relations, acts, details, &scope.sides, records);
    Network::from_ties(ties, facts)
}

/// Kinds and groups, with the kinds below them.
fn narrower(kinds: &[NamedNode], records: &Records) -> BTreeSet<NamedNode> {
    let classes = kinds.iter().filter_map(|kind| records.id(kind.as_ref()));
    let classes: Vec<Id> = classes.collect();
    let is_within = |kind: &&Kind| classes.iter().any(|class| kind.is_within(*class));
    let below = records.kinds().filter(is_within);
    let below = below.filter_map(|kind| records.named(kind.id));
    below
        .map(NamedNode::from)
        .chain(kinds.iter().cloned())
        .collect()
}

/// All acts of the kinds and dates in scope, in any view; an act that several texts report counts once.
#[must_use]
pub fn acts(records: &Records, scope: &Scope) -> BTreeSet<NamedNode> {
    let mut filter = ActFilter::default();
    filter.kinds.clone_from(&scope.kinds);
    (filter.since, filter.until) = (scope.since, scope.until);
    let acts = records.acts().iter();
    acts.filter(|act| act.counts_as == act.id && filter.matches(act, records))
        .filter_map(|act| records.named(act.id))
        .map(NamedNode::from)
        .collect()
}

/// The colours that the ontology gives to classes and kinds of act, as `#rrggbb`.
#[must_use]
pub fn palette(records: &Records) -> BTreeMap<NamedNode, String> {
    let coloured = records.having(bil::COLOUR).into_iter();
    let colours = coloured.filter_map(|id| {
        let colour = records.first_text(id, bil::COLOUR)?;
        Some((records.named(id)?.into_owned(), colour.to_string()))
    });
    colours.collect()
}

fn lacks(view: &NamedQuery, missing: Vec<&str>) -> NetworkError {
    NetworkError::Variables {
        view: view.source.name().to_owned(),
        missing: missing.into_iter().map(str::to_owned).collect(),
    }
}

/// Checks that each layer of the scope occurs in the view.
fn check_layers(ties: &[Tie], view: &NamedQuery, scope: &Scope) -> Result<(), NetworkError> {
    if scope.layers.is_empty() {
        return Ok(());
    }
    let known: BTreeSet<&String> = ties.iter().filter_map(|tie| tie.layer.as_ref()).collect();
    match scope.layers.iter().find(|layer| !known.contains(layer)) {
        None => Ok(()),
        Some(layer) => Err(NetworkError::Layer {
            view: view.source.name().to_owned(),
            layer: layer.clone(),
            known: known.into_iter().cloned().collect(),
        }),
    }
}

fn ties(
    solutions: Solutions,
    view: &NamedQuery,
    failed: &dyn Fn(SourceError) -> NetworkError,
) -> Result<Vec<Tie>, NetworkError> {
    let selected: Vec<&str> = solutions.variables().iter().map(Variable::as_str).collect();
    let missing = REQUIRED.into_iter().filter(|name| !selected.contains(name));
    let missing: Vec<&str> = missing.collect();
    if !missing.is_empty() {
        return Err(lacks(view, missing));
    }
    solutions
        .map(|row| tie(&row.map_err(failed)?, view))
        .collect()
}

fn tie(row: &Row, view: &NamedQuery) -> Result<Tie, NetworkError> {
    let wrong = |variable: &'static str| NetworkError::Value {
        view: view.source.name().to_owned(),
        variable,
        value: row
            .get(variable)
            .map_or_else(|| "nothing".to_owned(), Term::to_string),
    };
    let node = |variable| row.node(variable).cloned().ok_or_else(|| wrong(variable));
    let text = |variable| row.text(variable).map(str::to_owned);
    let weight = text("weight").map(|text| {
        let number = text.parse::<f64>().ok();
        let weight = number.filter(|number| is_weight(*number));
        weight.ok_or_else(|| wrong("weight"))
    });
    Ok(Tie {
        source: node("source")?,
        target: node("target")?,
        relation: node("relation")?,
        act: node("act")?,
        weight: weight.transpose()?,
        date: text("date"),
        layer: text("layer"),
    })
}
