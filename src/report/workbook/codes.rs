//! The sheet of codes: how kinds, sectors and items map to the codes of other schemes.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNodeRef;

use super::cells::{self, Column};
use crate::document::{Cell, Table};
use crate::records::{Id, Records};
use crate::vocab::w3c::{owl, skos};

/// The mapping properties of [SKOS](https://www.w3.org/TR/skos-reference/#mapping), with a word for each.
const MAPPINGS: [(NamedNodeRef<'static>, &str); 5] = [
    (skos::EXACT_MATCH, "exact"),
    (skos::CLOSE_MATCH, "close"),
    (skos::BROAD_MATCH, "broader"),
    (skos::NARROW_MATCH, "narrower"),
    (skos::RELATED_MATCH, "related"),
];

/// A code of another scheme for one of our terms.
struct Code {
    term: Id,
    acts: u64,
    mapping: &'static str,
    scheme: Option<Id>,
    concept: Id,
}

/// The columns to print: all but the IRI.
pub const PRINTED: usize = 8;

const COLUMNS: &[Column<Code>] = &[
    ("Scheme", |records, code| cells::name(records, code.scheme)),
    ("Edition", |records, code| {
        let edition = code
            .scheme
            .and_then(|scheme| records.first_text(scheme, owl::VERSION_INFO));
        cells::text(edition.as_ref())
    }),
    ("Our term", |records, code| {
        cells::name(records, Some(code.term))
    }),
    ("Acts", |_, code| Cell::Count(code.acts)),
    ("Match", |_, code| Cell::Text(code.mapping.to_owned())),
    ("Code", |records, code| {
        cells::text(records.first_text(code.concept, skos::NOTATION).as_ref())
    }),
    ("Meaning", |records, code| {
        cells::text(records.first_text(code.concept, skos::PREF_LABEL).as_ref())
    }),
    ("What the code loses", |records, code| {
        cells::text(records.first_text(code.concept, skos::SCOPE_NOTE).as_ref())
    }),
    ("Concept", |records, code| cells::id(records, code.concept)),
];

/// The codes of all terms that acts use, scheme by scheme. A mapping to a term of another ontology is no code.
pub fn table(records: &Records) -> Table {
    let used = used(records);
    let mut codes: Vec<Code> = used
        .into_iter()
        .flat_map(|(term, acts)| codes(records, term, acts))
        .filter(|code| code.scheme.is_some())
        .collect();
    codes.sort_by_key(|code| {
        let scheme = code.scheme.map(|scheme| records.label(scheme));
        (
            scheme,
            records.label(code.term),
            code.term,
            code.mapping,
            code.concept,
        )
    });
    cells::table(records, COLUMNS, &codes)
}

/// The kinds, sectors and items of acts, each with the number of its acts; one that several texts
/// report counts once.
fn used(records: &Records) -> BTreeMap<Id, u64> {
    let mut used: BTreeMap<Id, u64> = BTreeMap::new();
    for act in records.acts().iter().filter(|act| act.counts_as == act.id) {
        let terms = [&act.kinds, &act.sectors, &act.items].into_iter().flatten();
        for term in terms.collect::<BTreeSet<_>>() {
            *used.entry(*term).or_default() += 1;
        }
    }
    used
}

fn codes(records: &Records, term: Id, acts: u64) -> impl Iterator<Item = Code> {
    MAPPINGS.into_iter().flat_map(move |(property, mapping)| {
        let concepts = records
            .values(term, property)
            .filter_map(|value| value.node());
        concepts.map(move |concept| Code {
            term,
            acts,
            mapping,
            scheme: records
                .values(concept, skos::IN_SCHEME)
                .find_map(|value| value.node()),
            concept,
        })
    })
}
