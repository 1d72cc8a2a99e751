//! Splits SPARQL text into tokens: enough to find brackets, prefixes and parameters, but not a grammar.
//!
//! Follows the terminals of <https://www.w3.org/TR/sparql11-query/#grammar>. White space and comments are left out. Any
//! text can be split: what matches no terminal becomes a [`TokenKind::Symbol`].

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// The kinds of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
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
    /// The opening mark of a string that is not closed.
    UnclosedText,
    /// A number, without its sign.
    Number,
    /// `@en`
    LanguageTag,
    /// `_:b0`
    BlankNode,
    /// A bracket, an operator, punctuation, or a stray character.
    Symbol,
}

/// The characters of names, an approximation of the grammar, because Unicode's classes take milliseconds to compile.
const NAME: &str = r"A-Za-z0-9_·\u{C0}-\u{1FFF}\u{200C}\u{200D}\u{203F}\u{2040}\u{2070}-\u{218F}\u{2C00}-\u{EFFFF}";

/// The terminals, after white space and comments. A `<` that does not begin an IRI is an operator, a quotation mark
/// that does not begin a string is a token of its own, and a dot at the end of a name ends the triple.
const TERMINALS: &str = r#"(?xs)
    (?: [\t\n\f\r\x20] | \#[^\n\r]* )+
    | <[^\x00-\x20<>"{}|^`\\]*>
    | """(?:\\.|[^\\])*?""" | '''(?:\\.|[^\\])*?''' | """ | '''
    | "(?:\\.|[^"\\\n\r])*" | '(?:\\.|[^'\\\n\r])*'
    | [?$][NAME]+
    | @[A-Za-z0-9-]+
    | _:(?:[NAME.-]*[NAME-])?
    | (?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?
    | (?:[NAME--0-9_](?:[NAME.-]*[NAME-])?)?:(?:(?:[NAME:%.-]|\\.)*(?:[NAME:%-]|\\.))?
    | [NAME--0-9_][NAME]*
    | && | \|\| | != | == | <= | >= | \^\^ | << | >> | .
"#;

#[expect(clippy::expect_used, reason = "a test compiles it")]
static TERMINAL: LazyLock<Regex> = LazyLock::new(|| {
    let terminals = TERMINALS.replace("NAME", NAME);
    Regex::new(&terminals).expect("a regular expression")
});

/// A token and its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    pub kind: TokenKind,
    /// The token as written.
    pub text: &'a str,
    /// Its first byte.
    pub start: usize,
}

impl<'a> Token<'a> {
    /// Its bytes.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end()
    }

    /// The byte after its last.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is this keyword, in any letter case.
    pub fn is_word(&self, word: &str) -> bool {
        self.kind == TokenKind::Word && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these keywords, which spaces separate.
    pub fn is_one_of(&self, words: &str) -> bool {
        words.split(' ').any(|word| self.is_word(word))
    }

    /// The prefix of a prefixed name.
    pub fn prefix(&self) -> Option<&'a str> {
        let (prefix, _) = self.text.split_once(':')?;
        (self.kind == TokenKind::PrefixedName).then_some(prefix)
    }

    /// Whether it opens a bracket.
    pub fn opens(&self) -> bool {
        matches!(self.text, "{" | "(" | "[")
    }

    /// Whether it closes a bracket.
    pub fn closes(&self) -> bool {
        matches!(self.text, "}" | ")" | "]")
    }
}

/// The brackets that are still open after some tokens, the innermost last.
pub fn open_brackets<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t Token<'a>> {
    let mut open = Vec::new();
    for token in tokens {
        if token.opens() {
            open.push(token);
        } else if token.closes() {
            open.pop();
        }
    }
    open
}

/// The tokens of a text, in order.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let terminals = TERMINAL.find_iter(text).map(|found| Token {
        kind: kind(found.as_str()),
        text: found.as_str(),
        start: found.start(),
    });
    terminals.filter(|token| !token.text.starts_with(['\t', '\n', '\x0c', '\r', ' ', '#']))
}

fn kind(terminal: &str) -> TokenKind {
    match terminal.as_bytes() {
        [b'<', .., b'>'] => TokenKind::Iri,
        b"\"" | b"'" | b"\"\"\"" | b"'''" => TokenKind::UnclosedText,
        [b'"' | b'\'', ..] => TokenKind::Text,
        [b'?' | b'$', _, ..] => TokenKind::Variable,
        [b'@', _, ..] => TokenKind::LanguageTag,
        [b'_', _, ..] => TokenKind::BlankNode,
        [b'0'..=b'9', ..] | [b'.', _, ..] => TokenKind::Number,
        bytes if bytes.contains(&b':') => TokenKind::PrefixedName,
        _ if terminal.starts_with(char::is_alphabetic) => TokenKind::Word,
        _ => TokenKind::Symbol,
    }
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
    fn a_string_without_an_end_has_its_own_kind() {
        let kinds = |sparql| tokens(sparql).map(|token| token.kind).collect::<Vec<_>>();
        assert_eq!(kinds("'a\n"), [TokenKind::UnclosedText, TokenKind::Word]);
        assert_eq!(kinds("\"\"\"a\n\"\"\""), [TokenKind::Text]);
        assert_eq!(
            kinds("\"\"\"a\"")[..2],
            [TokenKind::UnclosedText, TokenKind::Word]
        );
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
