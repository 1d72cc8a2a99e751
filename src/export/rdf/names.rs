//! The order of names for readers: by kind of entity, then with numbers by their value.

use std::cmp::Ordering;

use oxigraph::model::NamedOrBlankNodeRef;

use crate::vocab::Namespace;

/// The kinds of entity in a good order for reading. All other IRIs follow, then blank nodes.
const SECTIONS: [Namespace; 7] = [
    Namespace::Ontology,
    Namespace::Id,
    Namespace::Sector,
    Namespace::Item,
    Namespace::Topic,
    Namespace::Act,
    Namespace::Readout,
];

/// A name with its sort key. `…#char=9,20` and `…#quote=9,20` share a base and a position, and so are listed together,
/// after the entity that they are parts of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingName<'a> {
    /// Its place in [`SECTIONS`], or after them.
    section: usize,
    base: &'a str,
    place: &'a str,
    name: &'a str,
}

impl<'a> ReadingName<'a> {
    pub fn of(node: NamedOrBlankNodeRef<'a>) -> Self {
        match node {
            NamedOrBlankNodeRef::NamedNode(node) => Self::of_iri(node.as_str()),
            NamedOrBlankNodeRef::BlankNode(node) => Self {
                section: SECTIONS.len() + 1,
                base: node.as_str(),
                place: "",
                name: node.as_str(),
            },
        }
    }

    fn of_iri(iri: &'a str) -> Self {
        let (base, place) = iri
            .split_once('#')
            .and_then(|(base, fragment)| Some((base, fragment.split_once('=')?.1)))
            .unwrap_or((iri, ""));
        // The ontology itself has the IRI of its namespace without the hash.
        let mut sections = SECTIONS.iter();
        let section = sections.position(|it| iri.starts_with(it.iri().trim_end_matches('#')));
        Self {
            section: section.unwrap_or(SECTIONS.len()),
            base,
            place,
            name: iri,
        }
    }
}

impl Ord for ReadingName<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.section
            .cmp(&other.section)
            .then_with(|| natural_order(self.base, other.base))
            .then_with(|| natural_order(self.place, other.place))
            .then_with(|| self.name.cmp(other.name))
    }
}

impl PartialOrd for ReadingName<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares byte by byte, but runs of digits as numbers: `figure-9` comes before `figure-10`.
fn natural_order(a: &str, b: &str) -> Ordering {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let digits_from = |text: &str| {
        let rest = text.bytes().skip(common);
        rest.take_while(u8::is_ascii_digit).count()
    };
    let inside_a_number = a
        .bytes()
        .take(common)
        .next_back()
        .is_some_and(|last| last.is_ascii_digit());
    let (digits_a, digits_b) = (digits_from(a), digits_from(b));
    if inside_a_number || (digits_a > 0 && digits_b > 0) {
        // Of two numbers with the same beginning, the one with more remaining digits is greater.
        digits_a.cmp(&digits_b).then_with(|| a.cmp(b))
    } else {
        a.cmp(b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_by_value() {
        let sorted = ["f-2", "f-2.x", "f-10", "f-10.x", "f-x", "g"];
        for (index, name) in sorted.iter().enumerate() {
            for (other_index, other) in sorted.iter().enumerate() {
                assert_eq!(
                    natural_order(name, other),
                    index.cmp(&other_index),
                    "{name} {other}"
                );
            }
        }
    }

    #[test]
    fn selectors_follow_their_evidence_after_the_readout() {
        let readout = "https://w3id.org/bilateral/readout/r";
        let sorted = [
            "",
            "#char=9,20",
            "#position=9,20",
            "#quote=9,20",
            "#char=10,12",
        ]
        .map(|fragment| format!("{readout}{fragment}"));
        assert!(sorted.is_sorted_by_key(|iri| ReadingName::of_iri(iri)));
    }
}
