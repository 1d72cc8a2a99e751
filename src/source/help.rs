//! Hints for a token that the parser does not expect.

use super::token::{Token, TokenKind, open_brackets};
use crate::text::did_you_mean;

/// Common errors from other languages and editors.
const HABITS: [(&str, &str); 7] = [
    ("AND", "use `&&`"),
    ("OR", "use `||`"),
    ("==", "use `=`"),
    ("<>", "use `!=`"),
    ("“", "use straight quotation marks"),
    ("LIKE", "use `CONTAINS(?text, \"words\")`"),
    ("COUNT", "write `(COUNT(?x) AS ?name)`"),
];

/// The tokens that may follow a keyword.
const AFTER: [(&str, &str); 9] = [
    ("SELECT", "name variables, such as `?act`, or write `*`"),
    ("WHERE", "put the pattern in braces: `WHERE { … }`"),
    ("OPTIONAL", "put the pattern in braces: `OPTIONAL { … }`"),
    ("FILTER", "put the condition in brackets: `FILTER(?a > 1)`"),
    ("IN", "put the list in brackets: `IN (1, 2)`"),
    ("ORDER", "write `ORDER BY`"),
    ("GROUP", "write `GROUP BY`"),
    ("LIMIT", "write a whole number after LIMIT"),
    ("PREFIX", "write a colon after the prefix: `PREFIX ex: <…>`"),
];

/// The parts of a pattern.
const CLAUSES: &str = "BIND FILTER GRAPH MINUS OPTIONAL UNION";

/// The keywords for spelling suggestions.
const WORDS: &str = "AS ASC BIND BOUND BY COALESCE CONCAT CONTAINS COUNT DATATYPE DESC DISTINCT EXISTS FILTER FROM \
    GRAPH GROUP HAVING IN LANG LANGMATCHES LCASE LIMIT MINUS MONTH NAMED NOT OFFSET OPTIONAL ORDER REDUCED REGEX \
    REPLACE SAMPLE SELECT SEPARATOR STR STRENDS STRLEN STRSTARTS SUBSTR UCASE UNDEF UNION VALUES WHERE YEAR";

/// The hint for a token that is not expected after others.
pub fn on(token: &Token<'_>, before: &[Token<'_>]) -> Option<String> {
    let habit = entry(&HABITS, token).map(str::to_owned);
    let advice = || entry(&AFTER, before.last()?).or_else(|| in_context(token, before));
    let spelling = habit.or_else(|| misspelt(token));
    spelling.or_else(|| advice().map(str::to_owned))
}

fn entry(table: &[(&str, &'static str)], token: &Token<'_>) -> Option<&'static str> {
    let is_token = |(text, _): &&(&str, &str)| token.text.eq_ignore_ascii_case(text);
    table.iter().find(is_token).map(|(_, help)| *help)
}

fn misspelt(token: &Token<'_>) -> Option<String> {
    let is_misspelt = token.kind == TokenKind::Word && !token.is_one_of(WORDS);
    did_you_mean(token.text, WORDS.split(' ')).filter(|_| is_misspelt)
}

fn in_context(token: &Token<'_>, before: &[Token<'_>]) -> Option<&'static str> {
    let is_name = token.kind == TokenKind::Variable && before.last()?.closes();
    Some(match open_brackets(before).pop().map(|open| open.text) {
        Some("{") => in_triples(token, before)?,
        Some("(") if is_name => "write AS before the name of an expression",
        None if token.is_one_of(CLAUSES) => "move it into the braces `{ … }`",
        None if token.is_word("ORDER") => "ORDER BY comes before LIMIT and OFFSET",
        None if token.text == "," => "separate variables by spaces",
        _ => return None,
    })
}

/// Triples without their dots or their three parts.
fn in_triples(token: &Token<'_>, before: &[Token<'_>]) -> Option<&'static str> {
    let is_between = |token: &Token<'_>| matches!(token.kind, TokenKind::Symbol | TokenKind::Word);
    let is_part = |token: &&Token<'_>| !is_between(token) || token.text == "a";
    let parts = before.iter().rev().take_while(is_part).count();
    let is_repeated = before.iter().any(|earlier| earlier.text == token.text);
    if token.kind == TokenKind::BlankNode && is_repeated {
        Some("use a variable: a blank node belongs to one group")
    } else if parts >= 3 && is_part(&token) {
        Some("end the triple before it with a `.`")
    } else if (1..3).contains(&parts) && token.text == "}" {
        Some("a triple has three parts: subject, predicate and object")
    } else {
        None
    }
}
