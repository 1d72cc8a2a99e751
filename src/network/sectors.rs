//! The sectors of acts.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::graph::Network;
use crate::records::Records;
use crate::vocab::bil;

/// In which sectors acts are; those in none are left out.
pub type Sectors = BTreeMap<NamedNode, BTreeSet<NamedNode>>;

impl Network {
    /// The sectors of all acts of the network.
    #[must_use]
    pub fn sectors(&self, records: &Records) -> Sectors {
        let acts: BTreeSet<&NamedNode> = self.edges().flat_map(|(_, _, edge)| &edge.acts).collect();
        let with_sectors = acts.into_iter().filter_map(|act| {
            let values = records.values(records.id(act.as_ref())?, bil::SECTOR);
            let sectors = values.filter_map(|sector| records.named(sector.node()?));
            let sectors: BTreeSet<NamedNode> = sectors.map(NamedNode::from).collect();
            (!sectors.is_empty()).then(|| (act.clone(), sectors))
        });
        with_sectors.collect()
    }
}
