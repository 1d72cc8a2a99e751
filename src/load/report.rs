//! What could be read of some dossiers, and every mistake on the way.

use std::ops::Range;

use foldhash::HashSet;
use oxigraph::model::{NamedOrBlankNodeRef, Quad};

use super::graph::Graph;
use super::{asserted, duplicates};
use crate::diagnostic::{Finding, LoadError};
use crate::model::InferencePolicy;
use crate::rdf::{ParsedFile, node};
use crate::sheet::ResolvedSheets;
use crate::vocab::Namespace;
use crate::vocab::w3c::rdf;

/// What could be read of some dossiers: the statements of their RDF files and sheets, and every mistake.
#[derive(Debug)]
#[non_exhaustive]
pub struct LoadReport<'a> {
    /// All statements: first those of the RDF files, file by file, then those of the sheets.
    pub quads: Vec<Quad>,
    /// The RDF files that could be read.
    pub files: Vec<ParsedFile<'a>>,
    /// What the sheets say, as far as it could be resolved.
    pub resolved: ResolvedSheets,
    /// Every mistake in every file.
    pub findings: Vec<Finding>,
    /// Whether every file could be read: if not, an unknown name may be defined in one that could not.
    pub is_complete: bool,
    pub(crate) policy: InferencePolicy,
}

impl LoadReport<'_> {
    /// The statements of the RDF files, and those of the sheets.
    #[must_use]
    pub fn by_origin(&self) -> [&[Quad]; 2] {
        self.quads.split_at(self.end_of_files()).into()
    }

    fn end_of_files(&self) -> usize {
        self.files.last().map_or(0, |file| file.range.end)
    }

    /// The statements about the subjects of RDF files, from files and sheets, and the classes of the entities that these
    /// name: what rules about the files need.
    #[must_use]
    pub fn about_files(&self) -> Vec<&Quad> {
        let [of_files, of_sheets] = self.by_origin();
        let subjects: HashSet<NamedOrBlankNodeRef<'_>> =
            of_files.iter().map(|quad| quad.subject.as_ref()).collect();
        let is_part = |node: NamedOrBlankNodeRef<'_>| subjects.contains(&node) && is_part(node);
        let about = of_sheets.iter().filter(|quad| {
            subjects.contains(&quad.subject.as_ref())
                || node(quad.object.as_ref()).is_some_and(is_part)
        });
        let mut quads: Vec<&Quad> = of_files.iter().chain(about).collect();
        let named: HashSet<NamedOrBlankNodeRef<'_>> = quads
            .iter()
            .filter_map(|quad| node(quad.object.as_ref()))
            .collect();
        let classes = of_sheets.iter().filter(|quad| {
            quad.predicate == rdf::TYPE
                && named.contains(&quad.subject.as_ref())
                && !subjects.contains(&quad.subject.as_ref())
        });
        quads.extend(classes);
        quads
    }

    /// The statements of everything that could be read, each in one graph.
    #[must_use]
    pub fn take_quads(&mut self) -> Vec<Quad> {
        let mut quads = std::mem::take(&mut self.quads);
        if self.policy == InferencePolicy::Asserted {
            let of_sheets = quads.split_off(self.end_of_files());
            let ranges: Vec<Range<usize>> =
                self.files.iter().map(|file| file.range.clone()).collect();
            quads = asserted::only(quads, &ranges);
            quads.extend(of_sheets);
        }
        duplicates::drop_repeated(quads)
    }

    /// Everything, as one graph.
    ///
    /// # Errors
    /// The findings, if one of them prevents loading: any error but `target-missing`.
    pub fn into_graph(mut self) -> Result<Graph, LoadError> {
        if self.findings.iter().any(Finding::prevents_loading) {
            return Err(LoadError(self.findings));
        }
        let quads = self.take_quads();
        let (mut names, manifests) = (self.resolved.name_index, self.resolved.manifests);
        let sides = manifests.iter().flat_map(|manifest| &manifest.sides);
        names.add_sides(sides.cloned());
        Ok(Graph::new(quads, names, manifests))
    }
}

/// Whether a node is a part of an act or a readout: a figure, a passage.
fn is_part(node: NamedOrBlankNodeRef<'_>) -> bool {
    let of = [Namespace::Act, Namespace::Readout];
    matches!(node, NamedOrBlankNodeRef::NamedNode(node) if of.iter().any(|of| node.as_str().starts_with(of.iri())))
}
