//! What is wrong with a query that the parser refuses, where, and how to fix it.
//!
//! The parser's own message lists everything that it could have read instead: only its sentences are shown.

use std::fmt;
use std::iter;
use std::ops::Range;
use std::sync::Arc;

use super::help;
use super::parser::Stop;
use super::token::{Token, TokenKind, open_brackets, tokens};
use crate::diagnostic::{Code, Finding, Place, Position, SourceText};
use crate::text::{did_you_mean, nearest};
use crate::vocab::PREFIXES;

/// The code of a query that would change the graph.
const UPDATE: Code = Code::SparqlUpdate;

/// The keywords with which a query begins.
const FORMS: &str = "SELECT ASK CONSTRUCT DESCRIBE";

/// The keywords with which an update begins.
const UPDATES: &str = "INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH";

/// A mistake in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mistake {
    /// `sparql-syntax`, `sparql-undeclared-prefix` or `sparql-update`.
    pub code: Code,
    /// What is wrong: lower case, no final period.
    pub message: String,
    /// How to fix it, if known.
    pub help: Option<String>,
    /// Its place in the query, in bytes.
    pub range: Range<usize>,
    /// The line and column where it begins.
    pub position: Position,
}

impl Mistake {
    fn new(range: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code: Code::SparqlSyntax,
            message: message.into(),
            help: None,
            range,
            position: Position { line: 1, column: 1 },
        }
    }

    fn help(self, help: impl Into<Option<String>>) -> Self {
        let help = help.into();
        Self { help, ..self }
    }

    /// Whether the query is an update, which is refused even if it is valid.
    #[must_use]
    pub fn is_update(&self) -> bool {
        self.code == UPDATE
    }

    pub(crate) fn diagnostic(&self, query: &Arc<SourceText>) -> Finding {
        let place = Place::new(query, self.range.clone());
        Finding::new(self.code.clone(), place, self.message.as_str()).maybe_hint(self.help.clone())
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position;
        write!(f, "line {line}, column {column}: {}", self.message)?;
        self.help.iter().try_for_each(|help| write!(f, "; {help}"))
    }
}

/// Finds the mistake in a query that the parser refuses.
pub fn find(sparql: &str) -> Mistake {
    let tokens: Vec<Token<'_>> = tokens(sparql).collect();
    let end = sparql.trim_end().len();
    let mut mistake = unclosed_string(&tokens).unwrap_or_else(|| at_stop(&tokens, end));
    mistake.position = SourceText::new("", sparql).position(mistake.range.start);
    mistake
}

fn unclosed_string(tokens: &[Token<'_>]) -> Option<Mistake> {
    let is_unclosed = |token: &&Token<'_>| token.kind == TokenKind::UnclosedText;
    let mark = tokens.iter().find(is_unclosed)?;
    let help = "a string over several lines needs three quotation marks at each end".to_owned();
    Some(Mistake::new(mark.range(), "this string is not closed").help(help))
}

/// The mistake at the token at which the parser stops.
fn at_stop(tokens: &[Token<'_>], end: usize) -> Mistake {
    let Some(Stop { token, explanation }) = Stop::find(tokens) else {
        return Mistake::new(0..end, "this is not a SPARQL query");
    };
    let (before, after) = tokens.split_at(token);
    let token = after.first();
    unbalanced(before, token)
        .or_else(|| undeclared_prefix(tokens, token?))
        .or_else(|| explained(before, token, &explanation?))
        .unwrap_or_else(|| unexpected(before, token, end))
}

/// A bracket without its partner: a closing one, or an opening one at the end.
fn unbalanced(before: &[Token<'_>], token: Option<&Token<'_>>) -> Option<Mistake> {
    if token.is_some_and(|token| !token.closes()) {
        return None;
    }
    let Some(open) = open_brackets(before).pop() else {
        let message = format!("this `{}` closes nothing", token?.text);
        return Some(Mistake::new(token?.range(), message));
    };
    let partner = match open.text {
        "{" => "}",
        "(" => ")",
        _ => "]",
    };
    let mistake = Mistake::new(open.range(), format!("this `{}` is not closed", open.text));
    let is_closed = token.is_some_and(|token| token.text == partner);
    (!is_closed).then(|| mistake.help(format!("add a `{partner}`")))
}

fn undeclared_prefix(tokens: &[Token<'_>], token: &Token<'_>) -> Option<Mistake> {
    let prefix = token.prefix()?;
    let words = tokens.iter().zip(tokens.iter().skip(1));
    let declarations = words.filter(|(word, _)| word.is_word("PREFIX"));
    let declared: Vec<&str> = declarations
        .filter_map(|(_, name)| name.prefix())
        .chain(PREFIXES.iter().map(|prefix| prefix.name))
        .collect();
    if declared.contains(&prefix) {
        return None;
    }
    let help = match nearest(prefix, declared) {
        Some(near) => format!("did you mean `{near}:`?"),
        None => format!("declare it before the query: `PREFIX {prefix}: <https://…>`"),
    };
    let range = token.start..token.start + prefix.len() + 1;
    let mut mistake = Mistake::new(range, format!("the prefix `{prefix}:` is not declared"));
    mistake.code = Code::SparqlUndeclaredPrefix;
    Some(mistake.help(help))
}

/// An error that the parser explains, at the IRI, name or SELECT that it concerns, or else at the end of what was read.
fn explained(before: &[Token<'_>], token: Option<&Token<'_>>, reason: &str) -> Option<Mistake> {
    let query = innermost_query(before);
    let names = |token: &Token<'_>| token.is_word("AS");
    let place = match reason {
        "IRI parsing failed" => return invalid_iri(before, token?),
        "The SELECT contains a variable that is unbound" => return ungrouped(query),
        _ if reason.contains("SELECT") => query.first(),
        _ if reason.starts_with("BIND") => before.get(before.iter().rposition(names)? + 1),
        _ => before.last(),
    };
    let message = format!("invalid query: {}", reason.trim_end_matches('.'));
    Some(Mistake::new(place?.range(), message))
}

/// An IRI that is relative, or has a character that is not allowed, such as a space.
fn invalid_iri(before: &[Token<'_>], token: &Token<'_>) -> Option<Mistake> {
    let mut backwards = iter::once(token).chain(before.iter().rev());
    let start = backwards.find(|token| token.text.starts_with('<'))?.start;
    let help = "write `<https://…>` without spaces, or a prefixed name such as `id:belarus`";
    let mistake = Mistake::new(start..token.end(), "this is not an absolute IRI");
    Some(mistake.help(help.to_owned()))
}

/// The innermost unfinished query or subquery, from its `SELECT`.
fn innermost_query<'t, 'a>(before: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let start = open_brackets(before).pop().map_or(0, Token::end);
    let is_select = |token: &Token<'_>| token.start >= start && token.is_word("SELECT");
    let select = before.iter().position(is_select);
    select.and_then(|at| before.get(at..)).unwrap_or_default()
}

/// The selected variable that is not a key of a query's groups.
fn ungrouped(query: &[Token<'_>]) -> Option<Mistake> {
    let keys = query.rsplit(|token| token.text == "}").next()?;
    let is_outermost = |at| {
        query
            .get(..at)
            .map(open_brackets)
            .is_some_and(|open| open.is_empty())
    };
    let is_ungrouped = |(at, token): &(usize, &Token<'_>)| {
        token.kind == TokenKind::Variable
            && keys.iter().all(|key| key.text != token.text)
            && is_outermost(*at)
    };
    let (_, variable) = query.iter().enumerate().find(is_ungrouped)?;
    let text = variable.text;
    let message = format!("`{text}` is selected, but neither grouped nor aggregated");
    let help =
        format!("add it to GROUP BY, or select one of its values: `(SAMPLE({text}) AS ?one)`");
    Some(Mistake::new(variable.range(), message).help(help))
}

/// A token, or the end of the text, that must not follow the tokens before it.
fn unexpected(before: &[Token<'_>], token: Option<&Token<'_>>, end: usize) -> Mistake {
    let is_first = !before.iter().any(|earlier| earlier.is_one_of(FORMS))
        && before.last().is_none_or(|last| last.kind == TokenKind::Iri);
    match token {
        None if before.is_empty() => Mistake::new(end..end, "the query is empty"),
        None => Mistake::new(end..end, "the query ends too early"),
        Some(token) if is_first => no_form(token),
        Some(token) => Mistake::new(token.range(), format!("unexpected `{}`", token.text))
            .help(help::on(token, before)),
    }
}

/// A query with an invalid first token.
fn no_form(token: &Token<'_>) -> Mistake {
    if token.is_one_of(UPDATES) {
        let message = "updates are refused: the graph is built from the dossier's files";
        let mut mistake = Mistake::new(token.range(), message);
        mistake.code = UPDATE;
        return mistake.help("edit facts.toml or actors.ttl instead".to_owned());
    }
    let message = "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE";
    let form = did_you_mean(token.text, FORMS.split(' '));
    Mistake::new(token.range(), message).help(form)
}
