//! Runs a view: its rows become ties, and the source adds facts about all that occurs in them.

use std::collections::BTreeSet;
use std::sync::Arc;

use oxigraph::model::{NamedNode, Term};
use oxigraph::sparql::Variable;

use super::error::NetworkError;
use super::graph::Network;
use super::known::Known;
use super::scope::{Scope, Spans};
use super::tie::{Tie, is_weight};
use crate::query::NamedQuery;
use crate::source::{Answer, Row, Solutions, Source, SourceError};

/// The variables that every view selects.
const REQUIRED: [&str; 4] = ["source", "target", "relation", "act"];

/// Runs a view and builds the network of the rows in scope.
///
/// # Errors
/// * [`NetworkError::Variables`] and [`NetworkError::Value`] if the view does not select what every view must.
/// * [`NetworkError::Layer`] if no tie of the view has a layer of the scope.
/// * [`NetworkError::Source`] if the source fails.
pub fn of_view(source: &Source, view: &NamedQuery, scope: &Scope) -> Result<Network, NetworkError> {
    let failed = |error| NetworkError::Source {
        query: Arc::clone(&view.source),
        source: error,
    };
    let answer = source.run(view.source.text()).map_err(failed)?;
    let Answer::Solutions(solutions) = answer else {
        return Err(lacks(view, REQUIRED.to_vec()));
    };
    let known = Known { source };
    let kinds = known.narrower(&scope.kinds).map_err(failed)?;
    let ties = ties(solutions, view, &failed)?;
    check_layers(&ties, view, scope)?;
    let ties = scope.select(ties, &kinds);
    let mut nodes: BTreeSet<&NamedNode> = scope.sides.iter().collect();
    nodes.extend(ties.iter().flat_map(|tie| [&tie.source, &tie.target]));
    let detailed = ties.iter().filter(|_| !scope.skip_details);
    let acts: BTreeSet<&NamedNode> = detailed.map(|tie| &tie.act).collect();
    let relations: BTreeSet<&NamedNode> = ties.iter().map(|tie| &tie.relation).collect();
    let facts = known
        .facts(&nodes, &relations, &acts, &scope.sides)
        .map_err(failed)?;
    Network::from_ties(ties, facts)
}

/// All acts in scope, whether or not a view ties them to anything.
///
/// # Errors
/// If the source fails.
pub fn acts(source: &Source, scope: &Scope) -> Result<BTreeSet<NamedNode>, SourceError> {
    let kinds = Known { source }.narrower(&scope.kinds)?;
    let mut acts: Vec<(NamedNode, Option<String>)> = Vec::new();
    source.each_row(include_str!("all_acts.rq"), |row| {
        let relation = row.node("relation");
        if let Some(act) = row.node("act")
            && relation.is_some_and(|relation| scope.has_kind(relation, &kinds))
        {
            acts.push((act.clone(), row.text("date").map(str::to_owned)));
        }
    })?;
    let mut spans = Spans::default();
    for (act, date) in &acts {
        spans.add(act, date.as_deref());
    }
    let acts = acts.iter().map(|(act, _)| act);
    Ok(acts
        .filter(|act| spans.overlaps(act, scope))
        .cloned()
        .collect())
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
