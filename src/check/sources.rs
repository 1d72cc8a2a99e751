//! What rules are put to: the whole graph, or the part of it of which RDF files tell.

use super::Scope;
use crate::rdf::Survey;
use crate::source::{Source, SourceError};

/// The graph, indexed.
pub(super) struct Sources {
    graph: Source,
    /// What RDF files tell of; `None` where that is most of the graph, and not worth an index of its own.
    files: Option<Source>,
    /// Statements in the graph.
    pub(super) statements: usize,
}

/// An index of a part is made where the part is at most one in so many.
const WORTH_AN_INDEX: usize = 4;

impl Sources {
    /// Indexes what a survey has read, which it then no longer has.
    ///
    /// # Errors
    /// [`SourceError::Index`] where the store refuses it.
    pub(super) fn of(survey: &mut Survey<'_>) -> Result<Self, SourceError> {
        let part = survey.told_in_files();
        let part: Option<Vec<_>> = (part.len() * WORTH_AN_INDEX <= survey.statements().len())
            .then(|| part.into_iter().cloned().collect());
        let quads = survey.take_quads();
        Ok(Self {
            statements: quads.len(),
            graph: Source::local(quads)?,
            files: part.map(Source::local).transpose()?,
        })
    }

    pub(super) fn of_scope(&self, scope: Scope) -> &Source {
        match (scope, &self.files) {
            (Scope::Files, Some(files)) => files,
            _ => &self.graph,
        }
    }
}
