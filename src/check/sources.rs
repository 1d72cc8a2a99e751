//! What rules are put to: the whole graph, or the part of it of which RDF files tell.

use std::collections::HashSet;

use oxigraph::model::{NamedOrBlankNode, Quad};

use super::Scope;
use crate::derive::derive;
use crate::rdf::LoadReport;
use crate::source::{Cancel, Source, SourceError};

/// The graph, indexed.
pub struct Sources {
    graph: Source,
    /// What RDF files tell of; `None` where that is most of the graph, and not worth an index of its own.
    files: Option<Source>,
    /// The things of which they tell. Of those that they only name, the part does not hold enough to judge them.
    things: HashSet<NamedOrBlankNode>,
    /// Statements in the graph.
    pub(crate) statements: usize,
}

/// An index of a part is made where the part is at most one in so many.
const WORTH_AN_INDEX: usize = 4;

impl Sources {
    /// Indexes what a survey has read, which it then no longer has.
    ///
    /// # Errors
    /// [`SourceError::Index`] where the store refuses it.
    pub(crate) fn of(survey: &mut LoadReport<'_>, cancel: &Cancel) -> Result<Self, SourceError> {
        let of_files = survey.rdf_files().flat_map(|(_, quads)| quads);
        let things = of_files.map(|quad| quad.subject.clone()).collect();
        let part = survey.told_in_files();
        let is_worth_it = part.len() * WORTH_AN_INDEX <= survey.statements().len();
        let part = is_worth_it.then(|| part.into_iter().cloned().collect::<Vec<_>>());
        let quads = survey.take_quads();
        let index = |mut quads: Vec<Quad>| {
            quads.extend(derive(&quads));
            Source::local(quads).map(|source| source.with_cancel(cancel.clone()))
        };
        Ok(Self {
            statements: quads.len(),
            graph: index(quads)?,
            files: part.map(index).transpose()?,
            things,
        })
    }

    /// What a rule of a scope is put to.
    pub(crate) fn of_scope(&self, scope: Scope) -> &Source {
        match (scope, &self.files) {
            (Scope::Files, Some(files)) => files,
            _ => &self.graph,
        }
    }

    /// Whether a rule of a scope may judge a node.
    pub(crate) fn may_judge(&self, scope: Scope, node: &NamedOrBlankNode) -> bool {
        scope == Scope::Graph || self.things.contains(node)
    }
}
