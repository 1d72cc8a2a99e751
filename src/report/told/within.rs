//! What a question about a thing is also about.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, Term};

use crate::query::substitute;
use crate::source::{Source, SourceError};

/// The thing itself, what is narrower than it (a sector's sub-sectors, a good's kinds), and other names for these.
pub fn within(thing: &NamedNode, source: &Source) -> Result<BTreeSet<NamedNode>, SourceError> {
    let values = BTreeMap::from([("thing", vec![Term::from(thing.clone())])]);
    let query = substitute(include_str!("within.rq"), &values);
    let mut found = BTreeSet::from([thing.clone()]);
    source.each_row(&query, |row| {
        found.extend(row.node("within").cloned());
    })?;
    Ok(found)
}
