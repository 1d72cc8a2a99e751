//! What is wrong with a text that is no query, in our words: the parser's own are a list of all that it
//! could have read instead.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use oxigraph::model::NamedNode;

use super::finding::SyntaxFinder;
use super::token::{Token, TokenKind, tokens};
use super::{SourceError, unexpected};
use crate::diagnostic::{Finding, Place, Position, SourceText};
use crate::text::{did_you_mean, nearest};
use crate::vocab::PREFIXES;

/// The keywords with which an answerable query begins.
const FORMS: [&str; 4] = ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"];

/// The keywords with which an update begins.
const UPDATES: [&str; 10] = [
    "INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH",
];

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// `sparql-syntax`, `sparql-undeclared-prefix` or `sparql-update`.
    pub code: &'static str,
    /// What is wrong: lower case, no final period.
    pub message: String,
    /// What to do about it, or what may have been meant.
    pub hint: Option<String>,
    /// Where it stands in the query's text, in bytes.
    pub range: Range<usize>,
    /// Line and column of its beginning.
    pub position: Position,
}

/// The code of a query that would change the graph.
const UPDATE: &str = "sparql-update";

impl Mistake {
    /// Whether the query is an update, which is refused however well it is written.
    #[must_use]
    pub fn is_update(&self) -> bool {
        self.code == UPDATE
    }

    pub(crate) fn diagnostic(&self, query: &Arc<SourceText>) -> Finding {
        let place = Place::new(query, self.range.clone());
        Finding::error(self.code, place, self.message.as_str()).maybe_hint(self.hint.clone())
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position;
        write!(f, "line {line}, column {column}: {}", self.message)?;
        match &self.hint {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

/// Finds out what is wrong with a text that the parser refused: what is certain first, and only where
/// nothing is, the place at which the parser is stuck.
pub fn find(sparql: &str) -> SourceError {
    let tokens: Vec<Token<'_>> = tokens(sparql).collect();
    let finding = unclosed_text(&tokens)
        .or_else(|| beginning(&tokens, sparql.len()))
        .or_else(|| malformed_iri(&tokens, sparql))
        .or_else(|| undeclared_prefix(&tokens))
        .unwrap_or_else(|| unexpected::find(&tokens, sparql));
    SourceError::Syntax(Box::new(Mistake {
        position: SourceText::new("", sparql).position(finding.range.start),
        code: finding.code,
        message: finding.message,
        hint: finding.hint,
        range: finding.range,
    }))
}

fn unclosed_text(tokens: &[Token<'_>]) -> Option<SyntaxFinder> {
    let text = tokens
        .iter()
        .find(|token| token.kind == TokenKind::UnclosedText)?;
    // The mark alone: what follows it may be the rest of the query.
    let mark = text.start..text.start + 1;
    Some(
        SyntaxFinder::at(mark, "this string is never closed").hint(Some(
            "a string over several lines needs three quotation marks at each end",
        )),
    )
}

/// The first keyword, after the prologue.
fn beginning(tokens: &[Token<'_>], end: usize) -> Option<SyntaxFinder> {
    let Some(first) = after_prologue(tokens)? else {
        let what = if tokens.is_empty() {
            "the query is empty"
        } else {
            "the query ends after its prefixes"
        };
        return Some(SyntaxFinder::at(end..end, what));
    };
    if FORMS.iter().any(|form| first.is_word(form)) {
        return None;
    }
    let finding = SyntaxFinder::at(first.range(), "");
    Some(if UPDATES.iter().any(|update| first.is_word(update)) {
        SyntaxFinder {
            message: "updates are refused: the graph is built from the dossier's files".to_owned(),
            ..finding
                .code(UPDATE)
                .hint(Some("edit facts.toml or actors.ttl instead"))
        }
    } else {
        SyntaxFinder {
            message: "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE".to_owned(),
            ..finding.hint(did_you_mean(first.text, FORMS))
        }
    })
}

/// The first token after `BASE` and `PREFIX` declarations, if there is any; `None` where one of the
/// declarations is malformed.
#[expect(
    clippy::option_option,
    reason = "a malformed prologue is not the same as nothing after it"
)]
fn after_prologue<'a, 't>(mut tokens: &'t [Token<'a>]) -> Option<Option<&'t Token<'a>>> {
    loop {
        tokens = match tokens {
            [base, iri, rest @ ..] if base.is_word("BASE") && iri.kind == TokenKind::Iri => rest,
            [prefix, _, iri, rest @ ..]
                if prefix.is_word("PREFIX") && iri.kind == TokenKind::Iri =>
            {
                rest
            }
            [word, ..] if word.is_word("BASE") || word.is_word("PREFIX") => return None,
            _ => return Some(tokens.first()),
        };
    }
}

/// An IRI that is relative though there is no `BASE`, or holds a character that no IRI has.
fn malformed_iri(tokens: &[Token<'_>], sparql: &str) -> Option<SyntaxFinder> {
    let has_base = tokens.iter().any(|token| token.is_word("BASE"));
    tokens.iter().find_map(|token| match token.kind {
        TokenKind::Iri if !has_base => relative_iri(token),
        TokenKind::Symbol if token.text == "<" => spoilt_iri(token, sparql),
        _ => None,
    })
}

fn relative_iri(token: &Token<'_>) -> Option<SyntaxFinder> {
    let iri = token.text.trim_matches(['<', '>']);
    NamedNode::new(iri).err()?;
    Some(
        SyntaxFinder::at(
            token.range(),
            format!("`{}` is no absolute IRI", token.text),
        )
        .hint(Some(
            "write it in full, `<https://…>`, or as a prefixed name such as `id:belarus`",
        )),
    )
}

/// `<http://a b>`: begins like an IRI and ends like one, on one line.
fn spoilt_iri(token: &Token<'_>, sparql: &str) -> Option<SyntaxFinder> {
    let after = sparql.get(token.end()..)?;
    let (inner, _) = after.lines().next()?.split_once('>')?;
    let (scheme, rest) = inner.split_once(':')?;
    let looks_like_one = !scheme.is_empty()
        && scheme.chars().all(|c| c.is_ascii_alphanumeric())
        && rest.starts_with("//");
    let range = token.start..token.end() + inner.len() + 1;
    looks_like_one.then(|| {
        SyntaxFinder::at(
            range,
            "this is no IRI: it holds a blank or another character that none may have",
        )
        .hint(Some(
            "write such a character as `%` and its code, a blank as `%20`",
        ))
    })
}

/// The first `prefix:` that is neither standard nor declared.
fn undeclared_prefix(tokens: &[Token<'_>]) -> Option<SyntaxFinder> {
    let declared: Vec<&str> = tokens
        .windows(2)
        .filter_map(|pair| match pair {
            [word, name] if word.is_word("PREFIX") => prefix_of(name),
            _ => None,
        })
        .chain(PREFIXES.iter().map(|prefix| prefix.name))
        .collect();
    let (token, prefix) = tokens
        .iter()
        .filter_map(|token| Some((token, prefix_of(token)?)))
        .find(|(_, prefix)| !declared.contains(prefix))?;
    let hint = match nearest(prefix, declared) {
        Some(near) => format!("did you mean `{near}:`?"),
        None => format!("declare it in front of the query: `PREFIX {prefix}: <https://…>`"),
    };
    let range = token.start..token.start + prefix.len() + 1;
    Some(
        SyntaxFinder::at(range, format!("the prefix `{prefix}:` is not declared"))
            .code("sparql-undeclared-prefix")
            .hint(Some(hint)),
    )
}

fn prefix_of<'a>(token: &Token<'a>) -> Option<&'a str> {
    let is_name = token.kind == TokenKind::PrefixedName;
    token
        .text
        .split_once(':')
        .filter(|_| is_name)
        .map(|(prefix, _)| prefix)
}
