//! What a query may cost before it is read: the parser and the planner recurse, and overflow the stack
//! where a text nests too deeply or strings too many steps together.

use super::SourceError;
use super::token::{Token, TokenKind, tokens};

/// The longest query, in bytes.
pub const LONGEST: usize = 1 << 20;

/// The deepest nesting of brackets. Found by trial: 300 still fit a stack of two mebibytes.
pub const DEEPEST: usize = 100;

/// The most symbols, data of `VALUES` set aside. Found by trial: each operator, triple or clause is a
/// level of the plan, and 1,000 `UNION`s still fit a stack of two mebibytes.
pub const MOST_SYMBOLS: usize = 2_000;

/// Refuses a query that is too long, too deep or too intricate to be read safely.
///
/// # Errors
/// [`SourceError::TooLong`], [`SourceError::TooDeep`] or [`SourceError::TooIntricate`].
pub fn check(sparql: &str) -> Result<(), SourceError> {
    if sparql.len() > LONGEST {
        return Err(SourceError::TooLong);
    }
    let mut data = Data::default();
    let (mut depth, mut symbols) = (0_usize, 0_usize);
    for token in tokens(sparql) {
        depth = (depth + openings(&token)).saturating_sub(usize::from(token.closes()));
        symbols += if data.holds(&token) {
            0
        } else {
            weight(&token)
        };
        if depth > DEEPEST {
            return Err(SourceError::TooDeep { at: token.range() });
        }
        if symbols > MOST_SYMBOLS {
            return Err(SourceError::TooIntricate { at: token.range() });
        }
    }
    Ok(())
}

/// How many brackets a token opens. One that looks like an IRI may be a `<` and what follows it:
/// `1<x:((((2>3` is cut differently by the grammar, so brackets in it count, too.
fn openings(token: &Token<'_>) -> usize {
    match token.kind {
        TokenKind::Iri => token
            .text
            .matches('(')
            .count()
            .saturating_sub(token.text.matches(')').count()),
        _ => usize::from(token.opens()),
    }
}

/// How many symbols a token is: for the same reason, the operators in an IRI count.
fn weight(token: &Token<'_>) -> usize {
    match token.kind {
        TokenKind::Iri => {
            1 + token
                .text
                .matches(['!', '*', '+', '/', '-', ';', ',', '=', '&', '[', '('])
                .count()
        }
        _ => 1,
    }
}

/// Keeps track of `VALUES … { … }`, whose rows are data and may be many.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Data {
    #[default]
    Outside,
    Announced,
    Inside,
}

impl Data {
    /// Whether the next token is a term of a row.
    fn holds(&mut self, token: &Token<'_>) -> bool {
        *self = match *self {
            _ if token.is_word("VALUES") => Self::Announced,
            Self::Announced if token.is_symbol("{") => Self::Inside,
            Self::Inside if token.is_symbol("}") => Self::Outside,
            unchanged => unchanged,
        };
        let is_term =
            token.kind != TokenKind::Symbol || matches!(token.text, "(" | ")" | "^^" | "-");
        *self == Self::Inside && is_term
    }
}
