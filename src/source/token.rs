//! SPARQL text cut into tokens: enough to find brackets, prefixes and parameters, not a grammar.
//!
//! Follows the terminals of <https://www.w3.org/TR/sparql11-query/#grammar>. White space and comments
//! are left out. Every text can be cut; what no terminal matches becomes a [`TokenKind::Symbol`].

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// `<https://example.org/>`
    Iri,
    /// `bil:Offer`, `bil:` or `:local`
    PrefixedName,
    /// `?act` or `$act`
    Variable,
    /// A keyword, the name of a function, `a`, `true`.
    Word,
    /// A quoted string, short or long.
    Text,
    /// A quoted string that never ends.
    UnclosedText,
    /// A number.
    Number,
    /// `@en`
    LanguageTag,
    /// `_:b0`
    BlankNode,
    /// A bracket, an operator, punctuation, or a stray character.
    Symbol,
}

/// One token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// What it is.
    pub(crate) kind: TokenKind,
    /// The token as written.
    pub(crate) text: &'a str,
    /// Where it begins, in bytes.
    pub(crate) start: usize,
}

impl Token<'_> {
    /// The bytes that it takes.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end()
    }

    /// The byte after its last.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is this keyword, in any letter case.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.kind == TokenKind::Word && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is this symbol.
    pub(crate) fn is_symbol(&self, symbol: &str) -> bool {
        self.kind == TokenKind::Symbol && self.text == symbol
    }

    /// Whether it opens a bracket.
    pub(crate) fn opens(&self) -> bool {
        self.kind == TokenKind::Symbol && matches!(self.text, "{" | "(" | "[")
    }

    /// Whether it closes a bracket.
    pub(crate) fn closes(&self) -> bool {
        self.kind == TokenKind::Symbol && matches!(self.text, "}" | ")" | "]")
    }
}

/// Cuts a text into its tokens.
pub(crate) fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

/// The tokens of a text, in its order.
pub(crate) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.at += blank(self.rest());
        let rest = self.rest();
        let (kind, length) = terminal(rest)?;
        let token = Token {
            kind,
            text: rest.get(..length)?,
            start: self.at,
        };
        self.at = token.end();
        Some(token)
    }
}

impl<'a> Tokens<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }
}

/// How many bytes of white space and comments stand at the beginning.
fn blank(text: &str) -> usize {
    let mut rest = text.trim_ascii_start();
    while let Some(comment) = rest.strip_prefix('#') {
        let line_end = comment.find(['\n', '\r']).unwrap_or(comment.len());
        rest = comment
            .get(line_end..)
            .unwrap_or_default()
            .trim_ascii_start();
    }
    text.len() - rest.len()
}

/// The kind and length of the token at the beginning; `None` at the end of the text.
fn terminal(rest: &str) -> Option<(TokenKind, usize)> {
    let first = rest.chars().next()?;
    let after = rest.get(first.len_utf8()..).unwrap_or_default();
    let found = match first {
        '<' => iri(after),
        '"' | '\'' => Some(string(rest, first)),
        '?' | '$' => named(after, TokenKind::Variable, is_word_char),
        '@' => named(after, TokenKind::LanguageTag, |c| {
            c.is_ascii_alphanumeric() || c == '-'
        }),
        '_' => blank_node(after),
        '0'..='9' => Some((TokenKind::Number, number(rest))),
        '.' if after.starts_with(|c: char| c.is_ascii_digit()) => {
            Some((TokenKind::Number, number(rest)))
        }
        ':' => Some((TokenKind::PrefixedName, 1 + local_name(after))),
        _ if first.is_alphabetic() => Some(word_or_name(rest)),
        _ => None,
    };
    Some(found.unwrap_or_else(|| (TokenKind::Symbol, symbol(rest, first))))
}

/// `IRIREF`, after its `<`: a `<` that begins none is an operator.
fn iri(after: &str) -> Option<(TokenKind, usize)> {
    let forbidden =
        |c: char| c <= ' ' || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\');
    let end = after.find(forbidden)?;
    let closed = after.get(end..)?.starts_with('>');
    closed.then_some((TokenKind::Iri, end + 2))
}

/// A string with one or three quotation marks at each end.
fn string(rest: &str, mark: char) -> (TokenKind, usize) {
    let long = [mark; 3].iter().collect::<String>();
    let is_long = rest.starts_with(&long);
    let opening = if is_long { 3 } else { 1 };
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(opening) {
        let tail = rest.get(at..).unwrap_or_default();
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if is_long && tail.starts_with(&long) {
            return (TokenKind::Text, at + 3);
        } else if !is_long && c == mark {
            return (TokenKind::Text, at + 1);
        } else if !is_long && matches!(c, '\n' | '\r') {
            return (TokenKind::UnclosedText, at);
        }
    }
    (TokenKind::UnclosedText, rest.len())
}

/// A token of one mark and a name, such as `?act`.
fn named(
    after: &str,
    kind: TokenKind,
    of_name: impl Fn(char) -> bool,
) -> Option<(TokenKind, usize)> {
    let length = run(after, of_name);
    (length > 0).then_some((kind, 1 + length))
}

/// `_:b0`, after its `_`.
fn blank_node(after: &str) -> Option<(TokenKind, usize)> {
    let label = after.strip_prefix(':')?;
    Some((
        TokenKind::BlankNode,
        2 + dotted(label, run(label, is_name_char)),
    ))
}

/// A number without its sign.
fn number(rest: &str) -> usize {
    let digits = |text: &str| run(text, |c| c.is_ascii_digit());
    let from = |at: usize| rest.get(at..).unwrap_or_default();
    let mut length = digits(rest);
    if let Some(fraction) = from(length).strip_prefix('.').map(digits)
        && fraction > 0
    {
        length += 1 + fraction;
    }
    if let Some(exponent) = from(length).strip_prefix(['e', 'E']) {
        let sign = usize::from(exponent.starts_with(['+', '-']));
        let power = digits(exponent.get(sign..).unwrap_or_default());
        if power > 0 {
            length += 1 + sign + power;
        }
    }
    length
}

/// `bil:Offer` where a colon follows, else a keyword.
fn word_or_name(rest: &str) -> (TokenKind, usize) {
    let prefix = dotted(rest, run(rest, is_name_char));
    match rest.get(prefix..).and_then(|tail| tail.strip_prefix(':')) {
        Some(local) => (TokenKind::PrefixedName, prefix + 1 + local_name(local)),
        None => (TokenKind::Word, run(rest, is_word_char)),
    }
}

/// `PN_LOCAL`: name characters, colons, `%` and backslash escapes; no dot at the end.
fn local_name(text: &str) -> usize {
    let mut escaped = false;
    let end = text.find(|c: char| {
        let inside = escaped || is_name_char(c) || matches!(c, ':' | '%' | '\\');
        escaped = !escaped && c == '\\';
        !inside
    });
    dotted(text, end.unwrap_or(text.len()))
}

/// One or two characters.
fn symbol(rest: &str, first: char) -> usize {
    let pairs = ["&&", "||", "!=", "<=", ">=", "^^", "<<", ">>"];
    if pairs.iter().any(|pair| rest.starts_with(pair)) {
        2
    } else {
        first.len_utf8()
    }
}

/// The bytes at the beginning that belong to a name.
fn run(text: &str, of_name: impl Fn(char) -> bool) -> usize {
    text.find(|c| !of_name(c)).unwrap_or(text.len())
}

/// A length without the dots at the end, which end the triple and not the name.
fn dotted(text: &str, length: usize) -> usize {
    text.get(..length)
        .map_or(0, |name| name.trim_end_matches('.').len())
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '\u{b7}')
}

fn is_name_char(c: char) -> bool {
    is_word_char(c) || matches!(c, '-' | '.')
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, tokens};

    fn texts(sparql: &str) -> Vec<&str> {
        tokens(sparql).map(|token| token.text).collect()
    }

    #[test]
    fn a_query_is_cut_as_the_grammar_cuts_it() {
        assert_eq!(
            texts(
                "PREFIX : <x:y>\nSELECT(?a-1 AS ?b){?s a bil:Offer. :x^<p>*\"q\\\"\"@en,'1'^^xsd:date;-1.5e3}#end"
            ),
            [
                "PREFIX",
                ":",
                "<x:y>",
                "SELECT",
                "(",
                "?a",
                "-",
                "1",
                "AS",
                "?b",
                ")",
                "{",
                "?s",
                "a",
                "bil:Offer",
                ".",
                ":x",
                "^",
                "<p>",
                "*",
                "\"q\\\"\"",
                "@en",
                ",",
                "'1'",
                "^^",
                "xsd:date",
                ";",
                "-",
                "1.5e3",
                "}"
            ]
        );
    }

    #[test]
    fn a_smaller_than_sign_is_no_iri() {
        assert_eq!(
            texts("?a <?b && 1<=2"),
            ["?a", "<", "?b", "&&", "1", "<=", "2"]
        );
    }

    #[test]
    fn a_string_that_never_ends_is_told_apart() {
        let kinds = |sparql| tokens(sparql).map(|token| token.kind).collect::<Vec<_>>();
        assert_eq!(kinds("'a\n"), [TokenKind::UnclosedText]);
        assert_eq!(kinds("\"\"\"a\n\"\"\""), [TokenKind::Text]);
        assert_eq!(kinds("\"\"\"a\""), [TokenKind::UnclosedText]);
        assert_eq!(kinds("''"), [TokenKind::Text]);
    }

    proptest::proptest! {
        #[test]
        fn every_text_is_cut_into_tokens_in_order(text in "\\PC*|[<>\"'#:_.?{}a0 \n\\\\]*") {
            let mut end = 0;
            for token in tokens(&text) {
                proptest::prop_assert!(token.start >= end && !token.text.is_empty());
                proptest::prop_assert_eq!(&text[token.range()], token.text);
                end = token.end();
            }
        }
    }
}
