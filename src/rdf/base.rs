//! Relative IRIs: the base that resolves them, and the error in a file without one.

use std::ops::Range;

use oxigraph::io::{RdfFormat, RdfParser, RdfSyntaxError};
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term};

use crate::diagnostic::{Code, Finding, Place};
use crate::dossier::RdfFile;

/// The base of files without one, where the parser would drop relative IRIs or lose its way after them.
const NO_BASE: &str = "relative-iri://no.base/";
const NO_BASE_SCHEME: &str = "relative-iri:";
/// What the parsers say of a relative IRI in a file without a base.
const NO_SCHEME: &str = "No scheme found in an absolute IRI";

/// The parser of a file, with the base of its relative IRIs.
#[expect(clippy::expect_used, reason = "a base is an absolute IRI")]
pub fn parser(file: &RdfFile, format: RdfFormat) -> RdfParser {
    let parser = RdfParser::from_format(format);
    let base = match (&file.base, format) {
        (Some(base), _) => base.as_str(),
        (None, RdfFormat::JsonLd { .. } | RdfFormat::RdfXml) => NO_BASE,
        (None, _) => return parser,
    };
    parser.with_base_iri(base).expect("an absolute IRI")
}

/// The IRIs of a statement.
fn iris(quad: &Quad) -> impl Iterator<Item = &str> {
    let subject = match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    let object = match &quad.object {
        Term::NamedNode(node) => Some(node.as_str()),
        Term::Literal(literal) => Some(literal.datatype().as_str()),
        Term::BlankNode(_) => None,
    };
    let graph = match &quad.graph_name {
        GraphName::NamedNode(node) => Some(node.as_str()),
        _ => None,
    };
    let predicate = Some(quad.predicate.as_str());
    [subject, predicate, object, graph].into_iter().flatten()
}

/// The first IRI of a statement that is relative, in a file without a base.
pub fn unresolved(quad: &Quad) -> Option<&str> {
    iris(quad).find(|iri| iri.starts_with(NO_BASE_SCHEME))
}

/// Whether a statement has an IRI of the user's disk.
pub fn has_file_iri(quad: &Quad) -> bool {
    iris(quad).any(|iri| iri.starts_with("file:"))
}

/// The error for an [`unresolved`] IRI, where the file has it.
pub fn unresolved_mistake(file: &RdfFile, format: RdfFormat, iri: &str) -> Finding {
    let source = file.source();
    let path = iri.strip_prefix(NO_BASE);
    let path = path.or_else(|| iri.strip_prefix(NO_BASE_SCHEME));
    let path = path.unwrap_or(iri);
    match quoted(source.text(), path) {
        Some(range) => mistake(
            Place::new(&source, range.clone()),
            source.slice(range),
            format,
        ),
        None => mistake(Place::file(&file.name), path, format),
    }
}

/// Where a text has a path in quotation marks, perhaps after `../`, or as the `rdf:ID` of a fragment.
fn quoted(text: &str, path: &str) -> Option<Range<usize>> {
    let find = |path: &str, before: &str| {
        ['"', '\''].into_iter().find_map(|mark| {
            let end = [path, &mark.to_string()].concat();
            text.match_indices(&end).find_map(|(at, _)| {
                let (left, _) = text.split_at(at);
                let begin = left.trim_end_matches(['.', '/']);
                let is_whole = begin.strip_suffix(mark)?.ends_with(before);
                is_whole.then_some(begin.len()..at + path.len())
            })
        })
    };
    let id = || find(path.strip_prefix('#')?, "ID=");
    find(path, "").or_else(id)
}

/// Where the text of a file has the relative IRI that its parser refuses.
pub fn refused(error: &RdfSyntaxError, text: &str) -> Option<Range<usize>> {
    if !error.to_string().contains(NO_SCHEME) {
        return None;
    }
    let range = error.location()?;
    let offset = |offset: u64| usize::try_from(offset).ok();
    let range = offset(range.start.offset)?..offset(range.end.offset)?;
    let token = text.get(range.clone())?;
    token.starts_with('<').then_some(range)
}

/// The error for a relative IRI, which may be in angle brackets.
pub fn mistake(place: Place, iri: &str, format: RdfFormat) -> Finding {
    let iri = iri.trim_start_matches('<').trim_end_matches('>');
    let message = format!("the IRI `{iri}` is relative, and the file has no base");
    Finding::new(Code::RdfSyntax, place, message).hint(help(format))
}

/// How to declare a base.
fn help(format: RdfFormat) -> &'static str {
    match format {
        RdfFormat::JsonLd { .. } => {
            "add a base to the context: \"@context\": {\"@base\": \"https://example.org/\"}"
        }
        RdfFormat::RdfXml => {
            "add a base to the first element: <rdf:RDF xml:base=\"https://example.org/\" …>"
        }
        RdfFormat::Turtle | RdfFormat::TriG => {
            "add a base at the beginning: @base <https://example.org/> ."
        }
        _ => "this syntax has no base: write the whole IRI",
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn relative_iris_are_found_in_quotation_marks() {
        let found = |text: &str, path| quoted(text, path).map(|range| text[range].to_owned());
        for (text, path, expected) in [
            ("{\"@id\": \"a\"}", "a", "a"),
            ("{\"x\": \"data\", \"@id\": \"a\"}", "a", "a"),
            ("<x rdf:about='../up'/>", "up", "../up"),
            ("<x rdf:about=\"/up\"/>", "up", "/up"),
            ("<x rdf:about=\"\"/>", "", ""),
            ("<x rdf:about=\"#one\"/>", "#one", "#one"),
            ("<x rdf:ID=\"one\"/>", "#one", "one"),
        ] {
            assert_eq!(found(text, path).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(found("<x rdf:about=\"one\"/>", "#one"), None);
    }
}
