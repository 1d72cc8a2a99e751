//! Names of [XML 1.0](https://www.w3.org/TR/xml/) for RDF/XML, and their prefixes.

use std::collections::BTreeSet;

use oxigraph::model::NamedNodeRef;

use crate::text::xml::attribute;
use crate::vocab::{PREFIXES, Prefix};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// The namespace of `xmlns` itself, which must not get a prefix.
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
/// Names in the RDF namespace that are syntax of RDF/XML instead of properties.
const SYNTAX: [&str; 12] = [
    "Description",
    "RDF",
    "ID",
    "about",
    "aboutEach",
    "aboutEachPrefix",
    "bagID",
    "datatype",
    "li",
    "nodeID",
    "parseType",
    "resource",
];

/// The prefixes that a document uses.
#[derive(Default)]
pub struct Prefixes {
    used: BTreeSet<&'static str>,
}

/// The name of an element, and the declaration of its namespace if it has no standard prefix.
pub struct Name {
    pub(crate) name: String,
    pub(crate) declaration: String,
}

impl Prefixes {
    /// A name with a standard prefix for the type of a node; `None` if it has none, or if RDF/XML would read it as
    /// something else.
    pub(crate) fn shorten(&mut self, class: NamedNodeRef<'_>) -> Option<String> {
        let (namespace, local) = split(class.as_str())?;
        (namespace != RDF).then(|| self.short(namespace, local))?
    }

    /// The name of a predicate; `None` if its IRI does not end in an XML name, or is syntax of RDF/XML.
    pub(crate) fn name(&mut self, predicate: NamedNodeRef<'_>) -> Option<Name> {
        let (namespace, local) = split(predicate.as_str())?;
        let is_syntax = namespace == RDF && SYNTAX.contains(&local);
        if is_syntax || namespace == XMLNS {
            return None;
        }
        if let Some(name) = self.short(namespace, local) {
            let declaration = String::new();
            return Some(Name { name, declaration });
        }
        Some(Name {
            name: format!("ns:{local}"),
            declaration: attribute("xmlns:ns", namespace).ok()?,
        })
    }

    fn short(&mut self, namespace: &str, local: &str) -> Option<String> {
        let prefix = PREFIXES.iter().find(|prefix| prefix.iri == namespace)?;
        self.used.insert(prefix.name);
        Some(format!("{}:{local}", prefix.name))
    }

    /// The declarations of the used prefixes, and of `rdf`, which every document needs.
    pub(crate) fn declarations(&self) -> String {
        let is_used = |prefix: &&Prefix| prefix.iri == RDF || self.used.contains(prefix.name);
        let used = PREFIXES.iter().filter(is_used);
        used.fold(String::new(), |text, Prefix { name, iri }| {
            text + "\n    xmlns:" + name + "=\"" + iri + "\""
        })
    }
}

/// Splits an IRI before its longest suffix that is a name without a colon.
fn split(iri: &str) -> Option<(&str, &str)> {
    let tail = iri
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_name_character(*c));
    let (start, _) = tail.filter(|(_, c)| begins_a_name(*c)).last()?;
    iri.split_at_checked(start)
}

/// [NameStartChar](https://www.w3.org/TR/xml/#NT-NameStartChar), without the colon.
fn begins_a_name(c: char) -> bool {
    matches!(c,
        'A'..='Z'
        | '_'
        | 'a'..='z'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}'
        | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}'
        | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

/// [NameChar](https://www.w3.org/TR/xml/#NT-NameChar), without the colon.
fn is_name_character(c: char) -> bool {
    begins_a_name(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iri_is_split_before_the_longest_name_in_which_it_ends() {
        for (iri, parts) in [
            ("https://e.org/ns#by", Some(("https://e.org/ns#", "by"))),
            ("https://e.org/2by", Some(("https://e.org/2", "by"))),
            (
                "https://e.org/-.by-2.x",
                Some(("https://e.org/-.", "by-2.x")),
            ),
            ("urn:isbn:foo", Some(("urn:isbn:", "foo"))),
            ("https://e.org/é·x", Some(("https://e.org/", "é·x"))),
            ("https://e.org/%20x", Some(("https://e.org/%20", "x"))),
            ("https://e.org/", None),
            ("https://e.org/12", None),
            ("https://e.org/a?b=1", None),
        ] {
            assert_eq!(split(iri), parts, "{iri}");
        }
    }
}
