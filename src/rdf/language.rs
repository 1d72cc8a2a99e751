//! Language tags as people write them: `en-GB`, `sr-Latn-RS`
//! ([RFC 5646, section 2.1.1](https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1)).
//!
//! The parsers hand over every tag in lower case; to RDF the two are one and the same.

use oxigraph::model::{Literal, Term};
use oxilangtag::LanguageTag;

/// The usual spelling of a tag; what is no tag stays as it is.
pub fn usual(tag: &str) -> String {
    LanguageTag::parse_and_normalize(tag).map_or_else(|_| tag.to_owned(), LanguageTag::into_inner)
}

/// The same term, its language tag in the usual spelling.
pub fn with_usual_tag(term: Term) -> Term {
    match term {
        // A tag without subtags is in lower case anyway.
        Term::Literal(literal) if literal.language().is_some_and(|tag| tag.contains('-')) => {
            let tag = usual(literal.language().unwrap_or_default());
            let value = literal.destruct().0;
            Literal::new_language_tagged_literal_unchecked(value, tag).into()
        }
        other => other,
    }
}
