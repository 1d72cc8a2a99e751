//! Oxigraph's SPARQL parser with our prefixes, and the token at which it stops.
//!
//! The position in an error of that parser, `error at L:C: expected …`, is the furthest that it *looked*: to try a
//! keyword it reads as many characters as the keyword has. So the query is parsed again, on one line and with wide gaps
//! between its tokens. No keyword is longer than a gap, so the position is in the token at fault or in the gap after
//! it.

use oxigraph::sparql::{
    CancellationToken, PreparedSparqlQuery, SparqlEvaluator, SparqlSyntaxError,
};

use super::token::{Token, TokenKind};
use crate::vocab::PREFIXES;

/// Wider than the longest keyword, `ENCODE_FOR_URI`.
const GAP: &str = "                ";

/// Parses a query in which the standard prefixes are declared.
///
/// # Errors
/// If the text is not a query.
pub fn parse(
    sparql: &str,
    cancel: CancellationToken,
) -> Result<PreparedSparqlQuery, SparqlSyntaxError> {
    let evaluator = SparqlEvaluator::new().with_cancellation_token(cancel);
    let declare = |evaluator: SparqlEvaluator, (name, iri)| {
        #[expect(clippy::expect_used, reason = "every IRI of the table is absolute")]
        evaluator.with_prefix(name, iri).expect("an absolute IRI")
    };
    let prefixes = PREFIXES.iter().map(|prefix| (prefix.name, prefix.iri));
    prefixes.fold(evaluator, declare).parse_query(sparql)
}

/// Where the parser stops, and why.
pub struct Stop {
    /// The number of the token at fault; the number of tokens if the text ends too early.
    pub token: usize,
    /// The parser's explanation, if any: a sentence such as `Duplicated variable name in SELECT`.
    pub explanation: Option<String>,
}

impl Stop {
    /// Finds the token at which the parser stops; `None` if it does not stop, or does not say where.
    pub fn find(tokens: &[Token<'_>]) -> Option<Self> {
        let (text, starts) = spread(tokens);
        let error = error(&text)?;
        let (column, _) = error.strip_prefix("error at 1:")?.split_once(':')?;
        let column: usize = column.parse().ok()?;
        let token = starts.iter().rposition(|start| *start < column)?;
        // The parser explains an error at the end of what it has read, unless it looks further ahead there.
        let (read, _) = spread(tokens.get(..token)?);
        let explained = self::error(read.trim_end()).as_deref().and_then(sentence);
        let explanation = explained.or_else(|| sentence(&error));
        Some(Self { token, explanation })
    }
}

fn error(sparql: &str) -> Option<String> {
    let error = parse(sparql, CancellationToken::default()).err()?;
    Some(error.to_string())
}

/// The tokens with wide gaps between them, and the beginnings of the tokens and the end of the text, in characters.
fn spread(tokens: &[Token<'_>]) -> (String, Vec<usize>) {
    let (mut text, mut starts, mut length) = (String::new(), Vec::new(), 0);
    let mut last: Option<&Token<'_>> = None;
    for token in tokens {
        // A sign and its number are one terminal of the grammar.
        let is_sign = |last: &Token<'_>| last.end() == token.start && "+-".contains(last.text);
        if token.kind != TokenKind::Number || !last.is_some_and(is_sign) {
            text.push_str(GAP);
            length += GAP.len();
        }
        starts.push(length);
        text.push_str(&token.text.replace(['\n', '\r'], " "));
        length += token.text.chars().count();
        last = Some(token);
    }
    starts.push(length + GAP.len());
    (text + GAP, starts)
}

/// The sentence among the keywords and characters that the parser expects.
fn sentence(error: &str) -> Option<String> {
    let (_, expected) = error.split_once(": expected ")?;
    let mut entries = expected.trim_start_matches("one of ").split(", ");
    let is_sentence = |entry: &&str| entry.contains(' ') && entry.starts_with(char::is_alphabetic);
    entries.find(is_sentence).map(str::to_owned)
}
