//! The order of the columns of `SELECT *`: the standard leaves it open, and people expect that of the query.

use super::answer::Solutions;
use super::token::{Token, TokenKind, tokens};

/// The rows of `SELECT *` with their columns in the order in which the query first mentions them; other rows as they
/// are.
pub fn by_first_mention(solutions: Solutions, sparql: &str) -> Solutions {
    let tokens: Vec<Token<'_>> = tokens(sparql).collect();
    if !selects_all(&tokens) {
        return solutions;
    }
    let mut columns: Vec<&str> = Vec::new();
    for token in tokens.iter().filter(|it| it.kind == TokenKind::Variable) {
        let name = token.text.trim_start_matches(['?', '$']);
        let is_column = solutions.variables().iter().any(|it| it.as_str() == name);
        if is_column && !columns.contains(&name) {
            columns.push(name);
        }
    }
    solutions.only(&columns)
}

/// Whether the outermost `SELECT`, which is the first one, is of all variables.
fn selects_all(tokens: &[Token<'_>]) -> bool {
    let rest = tokens.iter().skip_while(|token| !token.is_word("SELECT"));
    let mut rest = rest.skip(1);
    let next = rest.find(|token| !token.is_one_of("DISTINCT REDUCED"));
    next.is_some_and(|token| token.text == "*")
}
