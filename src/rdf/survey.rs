//! What could be read of some dossiers, and every mistake on the way.

use std::collections::HashSet;
use std::ops::Range;

use oxigraph::model::{GraphNameRef, NamedOrBlankNodeRef, Quad, TripleRef};

use super::parse::{self, ParsedFile};
use super::{Graph, InferencePolicy, Origins, asserted, kinds, names, node, to_rdf};
use crate::derive::derive;
use crate::diagnostic::{self, Finding, Severity};
use crate::dossier::Dossier;
use crate::model::Sheet;
use crate::sheet::{self, ResolvedSheets, SourceMap};
use crate::vocab::w3c::rdf;
use crate::vocab::{Namespace, graph};

/// Findings that say that a file could not be read at all: what it would have named is unknown to the others.
const UNREAD: [&str; 2] = ["toml-syntax", "rdf-syntax"];
/// Findings that may be only an echo of that.
const ECHOES: [&str; 4] = ["unknown-name", "unknown-kind", "unknown-act", "wrong-sort"];

/// What could be read of some dossiers: the statements of their RDF files and sheets, and every mistake.
#[derive(Debug)]
pub struct LoadReport<'a> {
    /// First those of the RDF files, file by file, then those of the sheets.
    quads: Vec<Quad>,
    files: Vec<ParsedFile<'a>>,
    reading: ResolvedSheets,
    mistakes: Vec<Finding>,
    is_whole: bool,
    policy: InferencePolicy,
}

impl<'a> LoadReport<'a> {
    /// Reads dossiers as [`load`](super::load) does, but goes on where there are mistakes.
    #[must_use]
    pub fn of(dossiers: &'a [Dossier], policy: InferencePolicy) -> Self {
        let (written, mut found) = sheet::parse(dossiers);
        let parsed = parse::all(dossiers, &mut found);
        let is_whole = dossiers.iter().all(|dossier| !dossier.lacks_names)
            && found.iter().all(|finding| !is_one_of(finding, &UNREAD));
        found.extend(dossiers.iter().flat_map(|dossier| dossier.unusable.clone()));

        // A name is a name, whoever inferred what it stands for.
        let names = names::name_index(&parsed.quads);
        if is_whole {
            kinds::check(&parsed, &names, &mut found);
        }
        let (reading, mistakes) = sheet::resolve(written, names, policy);
        let told = |finding: &Finding| is_whole || !is_one_of(finding, &ECHOES);
        let (mut quads, files) = (parsed.quads, parsed.files);
        to_rdf::all(&reading, policy, &mut quads);
        found.extend(mistakes.into_iter().filter(told));
        diagnostic::sort(&mut found);
        Self {
            quads,
            files,
            reading,
            mistakes: found,
            is_whole,
            policy,
        }
    }

    /// Every mistake in every file.
    #[must_use]
    pub fn mistakes(&self) -> &[Finding] {
        &self.mistakes
    }

    /// Whether every file could be read: if not, what is unknown here may be known there.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// What each sheet says, as far as it could be resolved.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.reading.sheets
    }

    /// All statements: those of the RDF files, then those of the sheets.
    #[must_use]
    pub fn statements(&self) -> &[Quad] {
        &self.quads
    }

    /// The statements of the RDF files, and those of the sheets.
    #[must_use]
    pub fn by_origin(&self) -> [&[Quad]; 2] {
        let parts = self.quads.split_at_checked(self.end_of_files());
        let (of_files, of_sheets) = parts.unwrap_or_default();
        [of_files, of_sheets]
    }

    fn end_of_files(&self) -> usize {
        self.files.last().map_or(0, |file| file.range.end)
    }

    /// Each RDF file's name, and its statements.
    pub fn rdf_files(&self) -> impl Iterator<Item = (&str, &[Quad])> {
        self.files
            .iter()
            .map(|file| (file.name(), file.quads(&self.quads)))
    }

    /// The statements about the things of which RDF files tell, whoever makes them, and the classes of the things that
    /// these name: what is needed to judge the files.
    #[must_use]
    pub fn told_in_files(&self) -> Vec<&Quad> {
        let [of_files, of_sheets] = self.by_origin();
        let things: HashSet<NamedOrBlankNodeRef<'_>> =
            of_files.iter().map(|quad| quad.subject.as_ref()).collect();
        let is_part = |node: NamedOrBlankNodeRef<'_>| things.contains(&node) && is_part(node);
        let about = of_sheets.iter().filter(|quad| {
            things.contains(&quad.subject.as_ref())
                || node(quad.object.as_ref()).is_some_and(is_part)
        });
        let mut told: Vec<&Quad> = of_files.iter().chain(about).collect();
        let named: HashSet<NamedOrBlankNodeRef<'_>> = told
            .iter()
            .filter_map(|quad| node(quad.object.as_ref()))
            .collect();
        let classes = of_sheets.iter().filter(|quad| {
            quad.predicate == rdf::TYPE
                && named.contains(&quad.subject.as_ref())
                && !things.contains(&quad.subject.as_ref())
        });
        told.extend(classes);
        told
    }

    /// Where what the sheets tell stands in them.
    #[must_use]
    pub fn places(&self) -> SourceMap<'_> {
        SourceMap::new(&self.reading)
    }

    /// Where in the RDF files stands what is said of some subjects; the files are read once more for it.
    #[must_use]
    pub fn origins(&self, subjects: &HashSet<NamedOrBlankNodeRef<'_>>) -> Origins {
        Origins::of(&self.files, subjects)
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
        deduplicate(quads)
    }

    /// Everything, as one graph.
    ///
    /// # Errors
    /// The mistakes, where there are any.
    pub fn into_graph(mut self) -> Result<Graph, Vec<Finding>> {
        let is_error = |finding: &Finding| finding.severity == Severity::Error;
        if self.mistakes.iter().any(is_error) {
            return Err(self.mistakes);
        }
        let quads = self.take_quads();
        Ok(Graph {
            derived: derive(&quads),
            quads,
            name_index: self.reading.name_index,
            manifests: self.reading.manifests,
        })
    }
}

/// Whether a node is a part of an act or a readout, which is known by what it belongs to: a figure, a passage.
fn is_part(node: NamedOrBlankNodeRef<'_>) -> bool {
    let of = [Namespace::Act, Namespace::Readout];
    matches!(node, NamedOrBlankNodeRef::NamedNode(node) if of.iter().any(|of| node.as_str().starts_with(of.iri())))
}

fn is_one_of(finding: &Finding, codes: &[&str]) -> bool {
    codes.contains(&finding.code.as_ref())
}

/// Drops what is said twice: a quad, or a triple of the ontology again in the reference graph.
///
/// What other graphs hold carries the readout in its IRIs, or was put there by a file that names its graphs.
fn deduplicate(quads: Vec<Quad>) -> Vec<Quad> {
    let shared = [graph::ONTOLOGY, graph::REFERENCE].map(GraphNameRef::from);
    let mut seen: HashSet<(TripleRef<'_>, GraphNameRef<'_>)> = HashSet::new();
    let first: Vec<bool> = quads
        .iter()
        .map(|quad| {
            let name = quad.graph_name.as_ref();
            let home = if shared.contains(&name) {
                GraphNameRef::DefaultGraph
            } else {
                name
            };
            seen.insert((quad.as_ref().into(), home))
        })
        .collect();
    drop(seen);
    let kept = quads.into_iter().zip(first);
    kept.filter_map(|(quad, first)| first.then_some(quad))
        .collect()
}
