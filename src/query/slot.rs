//! The places of a query where a parameter's value goes: `VALUES ?name { UNDEF }`.

use std::ops::Range;

use crate::source::token::{Token, TokenKind, tokens};

/// One place for a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The variable, without its `?`.
    pub(crate) name: String,
    /// The bytes of `UNDEF`.
    pub(crate) undef: Range<usize>,
}

/// Every place for a value, in the order of the text; strings and comments hold none.
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
