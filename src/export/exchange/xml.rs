//! The frame of the formats in XML: nodes, then edges, each part written before the next one is made.

use std::io::Write;

use super::edge::Arc;
use super::format::{About, ExchangeFormat};
use super::node::Node;
use crate::export::ExportError;
use crate::network::Network;
use crate::text::xml::{Forbidden, add_attribute, forbidden};

/// The syntax of a format.
pub trait Syntax {
    const FORMAT: ExchangeFormat;
    /// The text between the nodes and the edges.
    const BETWEEN: &'static str;
    const END: &'static str;

    /// Adds everything before the first node.
    fn begin(text: &mut String, about: &About) -> Result<(), Forbidden>;

    fn node(text: &mut String, node: &Node<'_>) -> Result<(), Forbidden>;

    fn edge(text: &mut String, arc: &Arc<'_>) -> Result<(), Forbidden>;
}

/// Writes a network in a syntax.
///
/// # Errors
/// [`ExportError::NotCarried`] for characters that XML forbids, before anything is written.
pub fn write<S: Syntax>(
    network: &Network,
    about: &About,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    check(network, about, S::FORMAT)?;
    let mut text = String::new();
    S::begin(&mut text, about).map_err(not_carried(S::FORMAT, "the title"))?;
    out.write_all(text.as_bytes())?;
    for node in Node::all(network) {
        text.clear();
        S::node(&mut text, &node).map_err(not_carried(S::FORMAT, node.iri))?;
        out.write_all(text.as_bytes())?;
    }
    out.write_all(S::BETWEEN.as_bytes())?;
    for arc in Arc::all(network) {
        text.clear();
        S::edge(&mut text, &arc).map_err(not_carried(S::FORMAT, &arc.id))?;
        out.write_all(text.as_bytes())?;
    }
    Ok(out.write_all(S::END.as_bytes())?)
}

/// Refuses a network with characters that XML forbids.
fn check(network: &Network, about: &About, format: ExchangeFormat) -> Result<(), ExportError> {
    let check = |place: &str, texts: &[Option<&String>]| {
        let mut texts = texts.iter().flatten();
        let found = texts.find_map(|text| forbidden(text));
        found.map_or(Ok(()), |character| {
            Err(not_carried(format, place)(character))
        })
    };
    for sentence in [&about.title].into_iter().chain(&about.caption) {
        check("the title", &[Some(sentence)])?;
    }
    let facts = network.facts();
    let nodes = network.nodes();
    for (iri, node) in nodes.filter_map(|iri| facts.nodes.get_key_value(iri)) {
        let texts = [Some(&node.label), node.note.as_ref(), node.url.as_ref()];
        check(iri.as_str(), &texts)?;
    }
    for (iri, relation) in &facts.relations {
        check(iri.as_str(), &[Some(&relation.label)])?;
    }
    for (_, _, edge) in network.edges() {
        let acts = edge.acts.iter();
        for (iri, act) in acts.filter_map(|act| facts.acts.get_key_value(act)) {
            let texts = [Some(&act.sentence), act.quote.as_ref(), act.url.as_ref()];
            check(iri.as_str(), &texts)?;
        }
        for layer in &edge.layers {
            check("a layer", &[Some(layer)])?;
        }
    }
    Ok(())
}

/// The error for a character that a format cannot carry, with its place.
fn not_carried(format: ExchangeFormat, place: &str) -> impl FnOnce(Forbidden) -> ExportError {
    move |Forbidden(character)| {
        let code = u32::from(character);
        ExportError::NotCarried {
            format: format.name(),
            what: format!(
                "the character U+{code:04X}, which stands in what is said of {place}, is none of XML"
            ),
            instead: "node-link JSON and CSV",
        }
    }
}

/// Adds a tag with attributes, between its beginning (`  <node`) and its end (`>`).
pub fn add_tag(
    text: &mut String,
    begin: &str,
    attributes: &[(&str, &str)],
    end: &str,
) -> Result<(), Forbidden> {
    text.push_str(begin);
    for (name, value) in attributes {
        add_attribute(text, name, value)?;
    }
    text.push_str(end);
    Ok(())
}
