//! Mistakes about which only the parser knows where they are: said with the token at which it is stuck.

use super::advice;
use super::finding::SyntaxFinder;
use super::parser_place::{self, ParserPosition};
use super::token::{Token, TokenKind};

/// What the parser says of mistakes that are no syntax, and what we say.
const RULES: [(&str, &str); 10] = [
    (
        "SELECT * is not authorized",
        "`SELECT *` cannot stand with GROUP BY: name the variables",
    ),
    (
        "Duplicated variable name in SELECT",
        "this SELECT names a variable twice",
    ),
    (
        "SELECT overrides an existing variable",
        "`AS` in this SELECT needs a new variable: the one given has a value already",
    ),
    (
        "contains a variable that is unbound",
        "an expression of this SELECT uses a variable that is neither grouped nor aggregated",
    ),
    (
        "BIND is overriding an existing variable",
        "`BIND` needs a new variable: this one has a value already",
    ),
    (
        "overridden in the right side of LATERAL",
        "`LATERAL` needs new variables on its right side",
    ),
    (
        "Repeated variables are not allowed",
        "`VALUES` names a variable twice",
    ),
    (
        "VALUES clause rows should have",
        "a row of `VALUES` has more or fewer values than there are variables",
    ),
    (
        "Already used blank node id",
        "a blank node cannot stand in two groups: use a variable",
    ),
    (
        "SPARQL 1.2",
        "this belongs to SPARQL 1.2, which is not supported",
    ),
];

/// The words that make a query one of groups.
const AGGREGATES: [&str; 8] = [
    "AVG",
    "COUNT",
    "GROUP",
    "GROUP_CONCAT",
    "MAX",
    "MIN",
    "SAMPLE",
    "SUM",
];

/// Says what is wrong where the parser is stuck.
pub fn find(tokens: &[Token<'_>], sparql: &str) -> SyntaxFinder {
    let end = sparql.trim_end().len();
    let Some(stuck) = parser_place::find(tokens) else {
        return SyntaxFinder::at(0..end, "this is no SPARQL query");
    };
    let (before, after) = tokens.split_at(stuck.token.min(tokens.len()));
    let ends_here = after.first().is_none_or(Token::closes);
    ungrouped(before)
        .filter(|_| ends_here)
        .or_else(|| told(&stuck, before))
        .or_else(|| bound_twice(before))
        .or_else(|| unbalanced(tokens, after.first()))
        .unwrap_or_else(|| match after.first() {
            Some(token) => SyntaxFinder::at(token.range(), format!("unexpected `{}`", token.text))
                .hint(advice::on(token, before)),
            None => SyntaxFinder::at(end..end, "the query ends too early"),
        })
}

/// A mistake that the parser puts into words.
fn told(stuck: &ParserPosition, before: &[Token<'_>]) -> Option<SyntaxFinder> {
    let (_, message) = RULES
        .iter()
        .find(|(theirs, _)| stuck.expected.contains(theirs))?;
    let of_select = message.contains("SELECT");
    let place = if of_select {
        own_query(before).first()
    } else {
        before.last()
    };
    Some(SyntaxFinder::at(place?.range(), *message))
}

/// `BIND(… AS ?v)` for a variable that stands before it: the parser says so only where nothing follows.
fn bound_twice(before: &[Token<'_>]) -> Option<SyntaxFinder> {
    let [earlier @ .., word, variable, bracket] = before else {
        return None;
    };
    let is_bind = word.is_word("AS") && bracket.is_symbol(")");
    let again = earlier.iter().any(|token| token.text == variable.text);
    (is_bind && again).then(|| {
        SyntaxFinder::at(
            variable.range(),
            format!("`{}` has a value already", variable.text),
        )
        .hint(Some("`BIND` needs a new variable"))
    })
}

/// A variable that is selected beside an aggregate or a `GROUP BY`, and is in neither. In a subquery the
/// parser does not say so.
fn ungrouped(before: &[Token<'_>]) -> Option<SyntaxFinder> {
    let query = own_query(before);
    if !query
        .iter()
        .any(|token| AGGREGATES.iter().any(|word| token.is_word(word)))
    {
        return None;
    }
    let clause = query
        .iter()
        .take_while(|token| {
            !token.is_symbol("{") && !token.is_word("WHERE") && !token.is_word("FROM")
        })
        .count();
    let group = query
        .iter()
        .rposition(|token| token.is_word("GROUP"))
        .unwrap_or(query.len());
    let grouped = query.get(group..)?;
    let lone = outermost_variables(query.get(..clause)?)
        .into_iter()
        .find(|variable| grouped.iter().all(|key| key.text != variable.text))?;
    let message = format!(
        "`{}` is selected, but neither grouped nor aggregated",
        lone.text
    );
    let hint = format!(
        "name it in GROUP BY, or take one of its values: `(SAMPLE({}) AS ?one)`",
        lone.text
    );
    Some(SyntaxFinder::at(lone.range(), message).hint(Some(hint)))
}

/// The variables that stand in no bracket.
fn outermost_variables<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t Token<'a>> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for token in tokens {
        depth = depth.saturating_sub(usize::from(token.closes()));
        if depth == 0 && token.kind == TokenKind::Variable {
            found.push(token);
        }
        depth += usize::from(token.opens());
    }
    found
}

/// The query or subquery that ends at the stuck place, from its `SELECT`: the last at its depth.
fn own_query<'t, 'a>(before: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut closed = 0_usize;
    for (at, token) in before.iter().enumerate().rev() {
        if token.closes() {
            closed += 1;
        } else if token.opens() {
            // A bracket that is still open holds the subquery: its SELECT would have come first.
            let Some(fewer) = closed.checked_sub(1) else {
                break;
            };
            closed = fewer;
        } else if closed == 0 && token.is_word("SELECT") {
            return before.get(at..).unwrap_or_default();
        }
    }
    &[]
}

/// A bracket without its partner, where the parser is stuck at a closing one or at the end.
fn unbalanced(tokens: &[Token<'_>], stuck: Option<&Token<'_>>) -> Option<SyntaxFinder> {
    if stuck.is_some_and(|token| !token.closes()) {
        return None;
    }
    let mut open: Vec<&Token<'_>> = Vec::new();
    for token in tokens {
        if token.opens() {
            open.push(token);
        } else if token.closes() {
            match open.pop() {
                None => {
                    return Some(SyntaxFinder::at(
                        token.range(),
                        format!("this `{}` closes nothing", token.text),
                    ));
                }
                Some(partner) if closing(partner) != token.text => return Some(unclosed(partner)),
                Some(_) => {}
            }
        }
    }
    open.pop().map(unclosed)
}

fn unclosed(bracket: &Token<'_>) -> SyntaxFinder {
    SyntaxFinder::at(
        bracket.range(),
        format!("this `{}` is never closed", bracket.text),
    )
    .hint(Some(format!("a `{}` is missing", closing(bracket))))
}

fn closing(bracket: &Token<'_>) -> &'static str {
    match bracket.text {
        "{" => "}",
        "(" => ")",
        _ => "]",
    }
}
