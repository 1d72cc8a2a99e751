//! What a question about a thing is also about.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, Term};

use crate::query::substitute;
use crate::source::{Limits, Source, SourceError};

/// The thing itself, what is narrower than it (a sector's sub-sectors, a good's kinds), and other names for these.
pub fn within(
    thing: &NamedNode,
    source: &Source,
    limits: &Limits,
) -> Result<BTreeSet<NamedNode>, SourceError> {
    let values = BTreeMap::from([("thing", vec![Term::from(thing.clone())])]);
    let query = substitute(include_str!("within.rq"), &values);
    let mut found = BTreeSet::from([thing.clone()]);
    source.each_row(&query, limits, |row| {
        found.extend(row.node("within").cloned());
    })?;
    Ok(found)
}
