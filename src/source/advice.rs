//! What may have been meant where a token cannot stand.

use super::token::{Token, TokenKind};
use crate::text::did_you_mean;

/// What can stand in a pattern only.
const CLAUSES: [&str; 6] = ["BIND", "FILTER", "GRAPH", "MINUS", "OPTIONAL", "UNION"];

/// Habits from other languages.
const FOREIGN: [(&str, &str); 8] = [
    ("AND", "`&&` is the and of SPARQL"),
    ("OR", "`||` is the or of SPARQL"),
    ("LIKE", "use `FILTER(CONTAINS(?text, \"words\"))`"),
    ("COUNT", "write it as `(COUNT(?x) AS ?name)`"),
    ("SUM", "write it as `(SUM(?x) AS ?name)`"),
    ("AVG", "write it as `(AVG(?x) AS ?name)`"),
    ("MIN", "write it as `(MIN(?x) AS ?name)`"),
    ("MAX", "write it as `(MAX(?x) AS ?name)`"),
];

/// What must come behind a keyword.
const FOLLOWERS: [(&str, &str); 10] = [
    (
        "SELECT",
        "variables such as `?act`, or `*`, come behind SELECT",
    ),
    (
        "DISTINCT",
        "variables such as `?act`, or `*`, come behind DISTINCT",
    ),
    ("WHERE", "the pattern stands in braces: `WHERE { … }`"),
    (
        "FILTER",
        "the condition of a FILTER stands in brackets: `FILTER(?a > 1)`",
    ),
    ("ORDER", "`BY` comes behind ORDER"),
    ("GROUP", "`BY` comes behind GROUP"),
    ("LIMIT", "a whole number comes behind LIMIT"),
    ("OFFSET", "a whole number comes behind OFFSET"),
    ("PREFIX", "the name of a prefix ends with a colon"),
    ("IN", "the list behind IN stands in brackets"),
];

/// The words that may have been meant where an unknown one stands.
const WORDS: [&str; 47] = [
    "AS",
    "BY",
    "IN",
    "ASC",
    "BIND",
    "BOUND",
    "COALESCE",
    "CONCAT",
    "CONTAINS",
    "COUNT",
    "DATATYPE",
    "DESC",
    "DISTINCT",
    "EXISTS",
    "FILTER",
    "FROM",
    "GRAPH",
    "GROUP",
    "HAVING",
    "LANG",
    "LANGMATCHES",
    "LCASE",
    "LIMIT",
    "MINUS",
    "MONTH",
    "NAMED",
    "NOT",
    "OFFSET",
    "OPTIONAL",
    "ORDER",
    "REDUCED",
    "REGEX",
    "REPLACE",
    "SAMPLE",
    "SELECT",
    "SEPARATOR",
    "STR",
    "STRENDS",
    "STRLEN",
    "STRSTARTS",
    "SUBSTR",
    "UCASE",
    "UNDEF",
    "UNION",
    "VALUES",
    "WHERE",
    "YEAR",
];

/// What may have been meant by a token that cannot stand behind those before it.
pub fn on(token: &Token<'_>, before: &[Token<'_>]) -> Option<String> {
    let previous = before.last()?;
    // An aggregate behind SELECT lacks its brackets, not a variable.
    by_table(&FOREIGN, token)
        .or_else(|| by_table(&FOLLOWERS, previous))
        .or_else(|| by_position(token, previous, before))
        .map(str::to_owned)
        .or_else(|| misspelt(token))
}

fn by_table(table: &[(&str, &'static str)], token: &Token<'_>) -> Option<&'static str> {
    let (_, advice) = table.iter().find(|(word, _)| token.is_word(word))?;
    Some(advice)
}

fn by_position(
    token: &Token<'_>,
    previous: &Token<'_>,
    before: &[Token<'_>],
) -> Option<&'static str> {
    let (opened, open) = brackets(before);
    match innermost(before, open) {
        Some("{") => in_triples(token, before),
        Some(_) if token.is_symbol("=") && previous.is_symbol("=") => {
            Some("`=` compares; there is no `==`")
        }
        Some("(") if token.kind == TokenKind::Variable && previous.closes() => {
            Some("`AS` stands between an expression and its name")
        }
        None if opened && CLAUSES.iter().any(|clause| token.is_word(clause)) => {
            Some("it belongs inside the braces `{ … }`")
        }
        None if token.is_symbol(",") => Some("blanks, not commas, stand between variables"),
        _ => None,
    }
}

/// Whether a brace was opened at all, and how many brackets are open.
fn brackets(before: &[Token<'_>]) -> (bool, usize) {
    before.iter().fold((false, 0), |(opened, open), token| {
        let open = open + usize::from(token.opens());
        (
            opened || token.is_symbol("{"),
            open.saturating_sub(usize::from(token.closes())),
        )
    })
}

/// The innermost open bracket.
fn innermost<'a>(before: &[Token<'a>], open: usize) -> Option<&'a str> {
    let mut closed = 0_usize;
    let brackets = before
        .iter()
        .rev()
        .filter(|token| token.opens() || token.closes());
    for bracket in brackets.filter(|_| open > 0) {
        if bracket.closes() {
            closed += 1;
        } else if closed == 0 {
            return Some(bracket.text);
        } else {
            closed -= 1;
        }
    }
    None
}

/// Triples without their dots or their three parts.
fn in_triples(token: &Token<'_>, before: &[Token<'_>]) -> Option<&'static str> {
    let parts = before
        .iter()
        .rev()
        .take_while(|token| is_part(token))
        .count();
    let again = |blank: &&Token<'_>| blank.kind == TokenKind::BlankNode && blank.text == token.text;
    if before.iter().any(|earlier| again(&earlier)) {
        Some("a blank node cannot stand in two groups: use a variable")
    } else if parts >= 3 && is_part(token) {
        Some("where a new triple begins, the one before needs a `.` at its end")
    } else if (1..3).contains(&parts) && token.is_symbol("}") {
        Some("a triple has three parts: subject, predicate and object")
    } else {
        None
    }
}

/// Whether a token can be a part of a triple.
fn is_part(token: &Token<'_>) -> bool {
    !matches!(token.kind, TokenKind::Symbol | TokenKind::Word) || token.text == "a"
}

fn misspelt(token: &Token<'_>) -> Option<String> {
    let known = WORDS.iter().any(|word| token.is_word(word));
    let wanted = token.kind == TokenKind::Word && !known;
    wanted.then(|| did_you_mean(token.text, WORDS)).flatten()
}
