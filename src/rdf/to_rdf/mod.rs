//! From the model to triples. Each node has its IRI from its content: no blank nodes, no numbers that depend on the order
//! of the files.

mod act;
mod entity;
mod event;
mod label;
mod readout;
mod triples;

use oxigraph::model::Quad;

use self::event::Memberships;
use self::triples::Triples;
use crate::model::InferencePolicy;
use crate::sheet::ResolvedSheets;
use crate::vocab::graph;

/// Adds the triples of every sheet; of the memberships that are inferred here, those that the policy keeps.
pub fn to_rdf(sheets: &ResolvedSheets, policy: InferencePolicy, quads: &mut Vec<Quad>) {
    let name_index = &sheets.name_index;
    let labels = label::labels(sheets);
    let mut memberships = Memberships::default();
    for sheet in &sheets.sheets {
        let triples = &mut Triples::of_graph(sheet.readout.iri(), quads);
        readout::to_rdf(&sheet.readout, triples);
        for entity in &sheet.entities {
            entity::to_rdf(entity, &mut triples.reference());
        }
        for event in &sheet.events {
            event::to_rdf(event, sheet, triples);
            memberships.add(event, name_index);
        }
        for act in &sheet.acts {
            let label = labels.get(&act.iri).map_or("", String::as_str);
            act::to_rdf(act, sheet, label, triples);
        }
    }
    if policy == InferencePolicy::All {
        memberships.to_rdf(&mut Triples::of_graph(graph::REFERENCE.into_owned(), quads));
    }
}
