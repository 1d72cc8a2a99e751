//! The sectors of acts.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::graph::Network;
use super::known::Known;
use crate::source::{Source, SourceError};

/// In which sectors acts are; those in none are left out.
pub type Sectors = BTreeMap<NamedNode, BTreeSet<NamedNode>>;

impl Network {
    /// The sectors of all acts of the network.
    ///
    /// # Errors
    /// Where the source gives no answer.
    pub fn sectors(&self, source: &Source) -> Result<Sectors, SourceError> {
        let acts: BTreeSet<&NamedNode> = self.edges().flat_map(|(_, _, edge)| &edge.acts).collect();
        let mut sectors = Sectors::new();
        let known = Known { source };
        known.each_of(include_str!("sectors.rq"), &acts, &[], |act, row| {
            let sector = row.node("sector").cloned();
            sectors.entry(act).or_default().extend(sector);
        })?;
        Ok(sectors)
    }
}
