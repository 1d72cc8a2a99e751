//! What rules are put to: the whole graph, or the part of it of which RDF files tell.

use std::collections::HashSet;

use oxigraph::model::{NamedOrBlankNode, Quad};

use super::Scope;
use crate::rdf::Survey;
use crate::source::{Source, SourceError};

/// The graph, indexed.
pub(super) struct Sources {
    graph: Source,
    /// What RDF files tell of; `None` where that is most of the graph, and not worth an index of its own.
    files: Option<Files>,
    /// Statements in the graph.
    pub(super) statements: usize,
}

/// What RDF files tell of.
struct Files {
    source: Source,
    /// The things themselves. Of those that they name, the part does not hold enough to judge them.
    things: HashSet<NamedOrBlankNode>,
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
        let is_worth_it = part.len() * WORTH_AN_INDEX <= survey.statements().len();
        let files = is_worth_it.then(|| part.into_iter().cloned().collect::<Vec<_>>());
        let files = files.map(|part| Files::of(part, survey)).transpose()?;
        let quads = survey.take_quads();
        Ok(Self {
            statements: quads.len(),
            graph: Source::local(quads)?,
            files,
        })
    }

    /// What a rule of a scope is put to, and whether it may judge a node.
    pub(super) fn of_scope(&self, scope: Scope) -> (&Source, impl Fn(&NamedOrBlankNode) -> bool) {
        let files = self.files.as_ref().filter(|_| scope == Scope::Files);
        let source = files.map_or(&self.graph, |files| &files.source);
        let judges =
            move |node: &NamedOrBlankNode| files.is_none_or(|files| files.things.contains(node));
        (source, judges)
    }
}

impl Files {
    fn of(part: Vec<Quad>, survey: &Survey<'_>) -> Result<Self, SourceError> {
        let things = survey.rdf_files().flat_map(|(_, quads)| quads);
        Ok(Self {
            things: things.map(|quad| quad.subject.clone()).collect(),
            source: Source::local(part)?,
        })
    }
}
