//! Limits of a query, checked before it is parsed: the parser and the planner are recursive, and overflow the stack if
//! a text is nested too deeply or chains too many operators.

use super::error::SourceError;
use super::token::{Token, TokenKind, tokens};

/// The longest query, in bytes.
const LONGEST: usize = 1 << 20;

/// The deepest nesting of brackets. Found by experiment: 300 still fit a stack of two mebibytes.
const DEEPEST: usize = 100;

/// The largest query, in symbols, without the data of `VALUES`. Found by experiment: each operator, triple or clause is
/// a level of the plan, and 1,000 `UNION`s still fit a stack of two mebibytes.
const LARGEST: usize = 2_000;

/// Refuses a query that is too long, too deep or too complex to be parsed safely.
///
/// # Errors
/// [`SourceError::TooLong`], [`SourceError::TooDeep`] or [`SourceError::TooIntricate`].
pub fn check(sparql: &str) -> Result<(), SourceError> {
    if sparql.len() > LONGEST {
        return Err(SourceError::TooLong { limit: LONGEST });
    }
    let (mut depth, mut symbols, mut in_values) = (0_usize, 0_usize, false);
    for token in tokens(sparql) {
        depth = (depth + openings(&token)).saturating_sub(usize::from(token.closes()));
        in_values = (in_values || token.is_word("VALUES")) && token.text != "}";
        if !in_values || !is_datum(&token) {
            symbols += weight(&token);
        }
        let at = token.range();
        if depth > DEEPEST {
            return Err(SourceError::TooDeep { limit: DEEPEST, at });
        }
        if symbols > LARGEST {
            return Err(SourceError::TooIntricate { limit: LARGEST, at });
        }
    }
    Ok(())
}

/// Whether a token of a `VALUES` clause is data, which is not limited.
fn is_datum(token: &Token<'_>) -> bool {
    token.kind != TokenKind::Symbol || matches!(token.text, "(" | ")" | "^^" | "-")
}

/// The number of brackets that a token opens. A token that looks like an IRI may be a `<` and what follows it: the
/// grammar splits `1<x:((((2>3` differently, so brackets in it count, too.
fn openings(token: &Token<'_>) -> usize {
    let in_iri = in_iri(token, &['(']).saturating_sub(in_iri(token, &[')']));
    usize::from(token.opens()) + in_iri
}

/// The number of symbols in a token: for the same reason, the operators in an IRI count.
fn weight(token: &Token<'_>) -> usize {
    let operators = ['!', '*', '+', '/', '-', ';', ',', '=', '&', '[', '('];
    1 + in_iri(token, &operators)
}

fn in_iri(token: &Token<'_>, characters: &[char]) -> usize {
    match token.kind {
        TokenKind::Iri => token.text.matches(characters).count(),
        _ => 0,
    }
}
