//! Which addresses a page may link to, and the numbers of its links.

use std::collections::BTreeMap;

/// Whether an address is on the web, so that no `javascript:` runs on a click.
#[must_use]
pub fn is_web_page(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

/// Whether an address is on the web or, without a scheme, on the same site.
pub fn is_harmless(address: &str) -> bool {
    let scheme_or_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    is_web_page(address) || !scheme_or_path.contains(':')
}

/// The addresses of the notes of a page, numbered from 1 in the order of the page.
#[derive(Debug, Default)]
pub struct Notes<'a> {
    numbers: BTreeMap<&'a str, usize>,
    addresses: Vec<&'a str>,
}

impl<'a> Notes<'a> {
    /// The number of an address; `None` if the address is not on the web.
    pub fn number(&mut self, address: &'a str) -> Option<usize> {
        if !is_web_page(address) {
            return None;
        }
        let next = self.addresses.len() + 1;
        let number = *self.numbers.entry(address).or_insert(next);
        if number == next {
            self.addresses.push(address);
        }
        Some(number)
    }

    /// The addresses; the first has the number 1.
    pub fn addresses(&self) -> &[&'a str] {
        &self.addresses
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_pages_and_relative_addresses_are_harmless() {
        for address in [
            "https://a.example/x:y",
            "http://a.example",
            "#act",
            "../a:b",
            "a/b",
            "?q=a:b",
            "",
        ] {
            assert!(is_harmless(address), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "mailto:a@b.example",
        ] {
            assert!(!is_harmless(address), "{address}");
        }
    }

    #[test]
    fn equal_addresses_share_a_number() {
        let mut notes = Notes::default();
        let (a, b) = ("https://a.example", "https://b.example");
        assert_eq!(
            [a, b, a].map(|address| notes.number(address)),
            [Some(1), Some(2), Some(1)]
        );
        assert_eq!(notes.number("javascript:alert(1)"), None);
        assert_eq!(notes.addresses(), [a, b]);
    }
}
