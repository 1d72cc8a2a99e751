//! Our own names that nothing defines: a misspelt property of the ontology, an actor that no file describes.

use std::collections::HashSet;

use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};

use super::graph_finding::GraphFinding;
use super::wording::short;
use crate::diagnostic::Code;
use crate::load::LoadReport;
use crate::text::did_you_mean;
use crate::vocab::Namespace;
use crate::vocab::slug;
use crate::vocab::w3c::rdf;

/// How many names get a suggestion, since each is compared with all known names.
const MOST_SUGGESTIONS: usize = 50;

/// Finds our own IRIs in RDF files that have no type anywhere; returns findings and IRIs. An unknown term of the ontology
/// is an error in any case; another entity may be defined in a file that could not be read.
pub fn check(
    report: &LoadReport<'_>,
    context: &LoadReport<'_>,
) -> (Vec<GraphFinding>, HashSet<NamedNode>) {
    let all = report.quads.iter().chain(&context.quads);
    let defined: HashSet<NamedNodeRef<'_>> = all.filter_map(typed).collect();
    let mut search = Search {
        is_complete: report.is_complete && context.is_complete,
        defined,
        reported: HashSet::new(),
        suggested: 0,
    };
    let [of_files, _] = report.by_origin();
    let found = of_files.iter().flat_map(|quad| search.quad(quad)).collect();
    let undefined = search.reported.into_iter().map(NamedNode::new_unchecked);
    (found, undefined.collect())
}

/// The entity whose type a statement states.
fn typed(quad: &Quad) -> Option<NamedNodeRef<'_>> {
    match &quad.subject {
        NamedOrBlankNode::NamedNode(thing) if quad.predicate == rdf::TYPE => Some(thing.as_ref()),
        _ => None,
    }
}

struct Search<'a> {
    is_complete: bool,
    defined: HashSet<NamedNodeRef<'a>>,
    /// What is undefined: reported at its first place only.
    reported: HashSet<&'a str>,
    suggested: usize,
}

impl<'a> Search<'a> {
    fn quad(&mut self, quad: &'a Quad) -> Vec<GraphFinding> {
        let mut terms = Vec::new();
        if let NamedOrBlankNode::NamedNode(subject) = &quad.subject {
            terms.push(subject);
        }
        terms.push(&quad.predicate);
        if let Term::NamedNode(object) = &quad.object {
            terms.push(object);
        }
        let terms = terms.into_iter();
        terms.filter_map(|term| self.term(term, quad)).collect()
    }

    fn term(&mut self, term: &'a NamedNode, quad: &Quad) -> Option<GraphFinding> {
        let namespace = Namespace::of(term.as_ref())?;
        let is_term = namespace == Namespace::Ontology;
        if self.defined.contains(&term.as_ref())
            || !(is_term || self.is_complete)
            || !self.reported.insert(term.as_str())
        {
            return None;
        }
        let (code, message) = if is_term {
            let message = format!("the ontology has no `{}`", short(term.as_ref()));
            (Code::UnknownTerm, message)
        } else {
            let message = format!("`{}` is not defined", short(term.as_ref()));
            (Code::UndefinedName, message)
        };
        let statement = (quad.subject.as_ref(), &quad.predicate, &quad.object);
        let mut found = GraphFinding::new(code, statement, message);
        if let Some(hint) = self.nearest(term.as_ref(), namespace) {
            found = found.hint(hint);
        }
        Some(found.hint(if is_term {
            "define a term of your own in ontology/, or use another namespace"
        } else {
            "add its rdf:type and rdfs:label to data/actors.ttl"
        }))
    }

    fn nearest(&mut self, term: NamedNodeRef<'_>, namespace: Namespace) -> Option<String> {
        self.suggested += 1;
        if self.suggested > MOST_SUGGESTIONS {
            return None;
        }
        let here = self
            .defined
            .iter()
            .filter(|known| Namespace::of(**known) == Some(namespace));
        let mut known: Vec<&str> = here.map(|known| slug(*known)).collect();
        // Among equally near names, one of the same kind comes first: a class begins with a capital letter, a property does
        // not. The order must not depend on hashing.
        let is_large = |name: &str| name.starts_with(char::is_uppercase);
        let large = is_large(slug(term));
        known.sort_unstable_by_key(|known| (is_large(known) != large, *known));
        let hint = did_you_mean(slug(term), known)?;
        Some(match namespace {
            Namespace::Ontology => hint.replacen('`', "`bil:", 1),
            _ => hint,
        })
    }
}
