//! The slots of a query for the values of a parameter: `VALUES ?name { UNDEF }`.

use std::collections::BTreeMap;
use std::ops::Range;

use oxigraph::model::Term;

use crate::source::token::{Token, TokenKind, tokens};

/// A slot for values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The variable, without its `?`.
    pub name: String,
    /// The bytes of `UNDEF`.
    pub undef: Range<usize>,
}

/// The slots, in the order of the text; strings and comments have none.
pub fn slots(sparql: &str) -> Vec<Slot> {
    let tokens: Vec<Token<'_>> = tokens(sparql).collect();
    tokens.windows(5).filter_map(slot).collect()
}

fn slot(window: &[Token<'_>]) -> Option<Slot> {
    let [values, variable, open, undef, close] = window else {
        return None;
    };
    let fits = values.is_word("VALUES")
        && variable.kind == TokenKind::Variable
        && open.text == "{"
        && undef.is_word("UNDEF")
        && close.text == "}";
    fits.then(|| Slot {
        name: variable.text.trim_start_matches(['?', '$']).to_owned(),
        undef: undef.range(),
    })
}

/// Writes terms into the slots of their parameters; a slot without terms stays free.
///
/// Each term is written with the escapes of N-Triples, which SPARQL shares, so that it is always read as a single term.
#[must_use]
pub fn substitute(sparql: &str, terms: &BTreeMap<&str, Vec<Term>>) -> String {
    let mut text = String::with_capacity(sparql.len());
    let mut copied = 0;
    for slot in slots(sparql) {
        let Some(terms) = terms.get(slot.name.as_str()) else {
            continue;
        };
        text.push_str(sparql.get(copied..slot.undef.start).unwrap_or_default());
        let terms: Vec<String> = terms.iter().map(Term::to_string).collect();
        text.push_str(&terms.join(" "));
        copied = slot.undef.end;
    }
    text.push_str(sparql.get(copied..).unwrap_or_default());
    text
}
