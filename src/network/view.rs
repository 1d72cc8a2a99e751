//! A view, run: its rows as ties, and what the source knows of all that occurs in them.

use std::collections::BTreeSet;
use std::sync::Arc;

use oxigraph::model::{NamedNode, Term};

use super::known::Known;
use super::scope::{Spans, is_of, wanted};
use super::{Network, NetworkError, Scope, Tie};
use crate::query::NamedQuery;
use crate::source::{Answer, Row, Solutions, Source, SourceError};

/// What every view selects.
const REQUIRED: [&str; 4] = ["source", "target", "relation", "act"];

impl Network {
    /// Runs a view and builds the network of what is wanted of it.
    ///
    /// # Errors
    /// [`NetworkError::Variables`] and [`NetworkError::Value`] where the view does not select what a view must,
    /// [`NetworkError::Layer`] where no tie of the view has a layer of the scope, [`NetworkError::Source`] where the
    /// source gives no answer.
    pub fn of_view(
        source: &Source,
        view: &NamedQuery,
        scope: &Scope,
    ) -> Result<Self, NetworkError> {
        let failed = |error| NetworkError::Source {
            query: Arc::clone(&view.source),
            source: error,
        };
        let answer = source.run(view.source.text()).map_err(failed)?;
        let Answer::Solutions(solutions) = answer else {
            return Err(NetworkError::Variables {
                view: view.source.name().to_owned(),
                missing: REQUIRED.map(str::to_owned).to_vec(),
            });
        };
        let known = Known { source };
        let kinds = known.narrower(&scope.kinds).map_err(failed)?;
        let ties = ties(solutions, view, &failed)?;
        check_layers(&ties, view, scope)?;
        let ties = wanted(ties, scope, &kinds);
        let mut nodes: BTreeSet<&NamedNode> = scope.sides.iter().collect();
        nodes.extend(ties.iter().flat_map(|tie| [&tie.source, &tie.target]));
        let told = ties.iter().filter(|_| !scope.skip_details);
        let acts: BTreeSet<&NamedNode> = told.map(|tie| &tie.act).collect();
        let relations: BTreeSet<&NamedNode> = ties.iter().map(|tie| &tie.relation).collect();
        let facts = known
            .facts(&nodes, &relations, &acts, &scope.sides)
            .map_err(failed)?;
        Self::from_ties(ties, facts)
    }
}

/// All acts that are wanted, whatever a view makes of them.
///
/// # Errors
/// Where the source gives no answer.
pub fn acts(source: &Source, scope: &Scope) -> Result<BTreeSet<NamedNode>, SourceError> {
    let kinds = Known { source }.narrower(&scope.kinds)?;
    let mut found: Vec<(NamedNode, Option<String>)> = Vec::new();
    source.each_row(include_str!("all_acts.rq"), |row| {
        let is_wanted = |kind| is_of(kind, scope, &kinds);
        if let Some(act) = row
            .node("act")
            .filter(|_| row.node("relation").is_some_and(is_wanted))
        {
            found.push((act.clone(), row.text("date").map(str::to_owned)));
        }
    })?;
    let mut spans = Spans::default();
    for (act, date) in &found {
        spans.add(act, date.as_deref());
    }
    let acts = found.iter().map(|(act, _)| act);
    Ok(acts
        .filter(|act| spans.within(act, scope))
        .cloned()
        .collect())
}

/// Refuses a layer that no tie has.
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
    let selected: Vec<&str> = solutions
        .variables()
        .iter()
        .map(oxigraph::sparql::Variable::as_str)
        .collect();
    let missing: Vec<String> = REQUIRED
        .iter()
        .filter(|name| !selected.contains(name))
        .map(|name| (*name).to_owned())
        .collect();
    if !missing.is_empty() {
        return Err(NetworkError::Variables {
            view: view.source.name().to_owned(),
            missing,
        });
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
    let is_weight = |weight: &f64| weight.is_finite() && !weight.is_sign_negative();
    let weight = text("weight").map(|text| {
        let number = text.parse::<f64>().ok();
        number.filter(is_weight).ok_or_else(|| wrong("weight"))
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
