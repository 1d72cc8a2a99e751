//! A view, run: its rows as ties, and what the source knows of all that occurs in them.

use std::collections::BTreeSet;
use std::sync::Arc;

use oxigraph::model::{NamedNode, Term};

use super::known::Known;
use super::{Network, NetworkError, Tie};
use crate::query::NamedQuery;
use crate::source::{Answer, Limits, Row, Solutions, Source};

/// What every view selects.
const REQUIRED: [&str; 4] = ["source", "target", "relation", "act"];

impl Network {
    /// Runs a view and builds its network; nodes below one of the sides belong to it.
    ///
    /// # Errors
    /// [`NetworkError::Variables`] and [`NetworkError::Value`] where the view does not select what a view must,
    /// [`NetworkError::Weight`] for a weight that is none, [`NetworkError::Source`] where the source gives no answer.
    pub fn of_view(
        source: &Source,
        view: &NamedQuery,
        sides: &[NamedNode],
        limits: &Limits,
    ) -> Result<Self, NetworkError> {
        let failed = |error| NetworkError::Source {
            query: Arc::clone(&view.source),
            source: error,
        };
        let answer = source.run(view.source.text(), limits).map_err(failed)?;
        let Answer::Solutions(solutions) = answer else {
            return Err(NetworkError::Variables {
                view: view.source.name().to_owned(),
                missing: REQUIRED.map(str::to_owned).to_vec(),
            });
        };
        let ties = ties(solutions, view, &failed)?;
        let mut nodes: BTreeSet<&NamedNode> = sides.iter().collect();
        nodes.extend(ties.iter().flat_map(|tie| [&tie.source, &tie.target]));
        let acts: BTreeSet<&NamedNode> = ties.iter().map(|tie| &tie.act).collect();
        let relations: BTreeSet<&NamedNode> = ties.iter().map(|tie| &tie.relation).collect();
        let facts = Known { source, limits }
            .facts(&nodes, &relations, &acts, sides)
            .map_err(failed)?;
        Self::from_ties(ties, facts)
    }
}

fn ties(
    solutions: Solutions,
    view: &NamedQuery,
    failed: &dyn Fn(crate::source::SourceError) -> NetworkError,
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
    let weight = text("weight").map(|text| text.parse::<f64>().map_err(|_| wrong("weight")));
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
