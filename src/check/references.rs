//! Names of ours that nothing defines: a misspelt property of the ontology, an actor that no file describes.

use std::collections::HashSet;

use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};

use super::Suspect;
use super::wording::short;
use crate::model::slug;
use crate::rdf::LoadReport;
use crate::text::did_you_mean;
use crate::vocab::Namespace;
use crate::vocab::w3c::rdf;

/// For so many names at most a nearer one is sought, which means a comparison with all that there are.
const MOST_SUGGESTIONS: usize = 50;

/// Finds each IRI of ours in an RDF file that is given a type nowhere, and names them all. A term of the ontology must
/// be there in any case; another thing may stand in a file that could not be read.
pub fn check(
    survey: &LoadReport<'_>,
    around: &LoadReport<'_>,
) -> (Vec<Suspect>, HashSet<NamedNode>) {
    let all = survey.statements().iter().chain(around.statements());
    let defined: HashSet<NamedNodeRef<'_>> = all.filter_map(defines).collect();
    let mut search = Search {
        is_whole: survey.is_whole() && around.is_whole(),
        defined,
        told: HashSet::new(),
        suggested: 0,
    };
    let quads = survey.rdf_files().flat_map(|(_, quads)| quads);
    let suspects = quads.flat_map(|quad| search.quad(quad)).collect();
    let undefined = search.told.into_iter().map(NamedNode::new_unchecked);
    (suspects, undefined.collect())
}

/// The thing that a statement gives a type.
fn defines(quad: &Quad) -> Option<NamedNodeRef<'_>> {
    match &quad.subject {
        NamedOrBlankNode::NamedNode(thing) if quad.predicate == rdf::TYPE => Some(thing.as_ref()),
        _ => None,
    }
}

struct Search<'a> {
    is_whole: bool,
    defined: HashSet<NamedNodeRef<'a>>,
    /// What was found to be undefined: told at its first place alone.
    told: HashSet<&'a str>,
    suggested: usize,
}

impl<'a> Search<'a> {
    fn quad(&mut self, quad: &'a Quad) -> Vec<Suspect> {
        let subject = match &quad.subject {
            NamedOrBlankNode::NamedNode(subject) => Some(subject),
            NamedOrBlankNode::BlankNode(_) => None,
        };
        let object = match &quad.object {
            Term::NamedNode(object) => Some(object),
            _ => None,
        };
        let terms = [subject, Some(&quad.predicate), object]
            .into_iter()
            .flatten();
        terms.filter_map(|term| self.term(term, quad)).collect()
    }

    fn term(&mut self, term: &'a NamedNode, quad: &Quad) -> Option<Suspect> {
        let namespace = Namespace::of(term.as_ref())?;
        let is_term = namespace == Namespace::Ontology;
        if self.defined.contains(&term.as_ref())
            || !(is_term || self.is_whole)
            || !self.told.insert(term.as_str())
        {
            return None;
        }
        let (code, message) = if is_term {
            let message = format!("the ontology has no `{}`", short(term.as_ref()));
            ("unknown-term", message)
        } else {
            let message = format!("nothing says what `{}` is", short(term.as_ref()));
            ("undefined-name", message)
        };
        let statement = (quad.subject.as_ref(), &quad.predicate, &quad.object);
        let suspect = Suspect::error(code, statement, message);
        let hint = self.nearest(term.as_ref(), namespace);
        Some(suspect.maybe_hint(hint).hint(match namespace {
            Namespace::Ontology => {
                "a term of your own is defined in ontology/, or has an IRI of its own"
            }
            _ => "give it an rdf:type and an rdfs:label where actors and things are described",
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
        // The first among equals is one that begins as the name does: a class large, a property small. It must not hang
        // on hashing either.
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
