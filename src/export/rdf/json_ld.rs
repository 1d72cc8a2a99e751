//! [JSON-LD](https://www.w3.org/TR/json-ld11/) in expanded form: an object a subject, and an object around those of
//! each named graph. Oxigraph writes it.
//!
//! No context and no prefixes: a foreign IRI such as `item:7` would then be read as one of ours. Every literal is a
//! text with its type or its language, never a number or a boolean of JSON, which readers may write in another way.

use std::io::Write;

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::Quad;

use super::order::{Graphs, in_reading_order};
use super::read_again;
use crate::export::ExportError;

const FORMAT: RdfFormat = RdfFormat::JsonLd {
    profile: JsonLdProfileSet::empty(),
};

/// Writes each graph by itself, the default graph first, after having read them back.
///
/// # Errors
/// As [`super::write`].
pub fn write(quads: &[Quad], output: &mut dyn Write) -> Result<(), ExportError> {
    let statements = in_reading_order(quads, Graphs::Apart);
    let mut serializer = RdfSerializer::from_format(FORMAT).for_writer(Vec::new());
    for statement in &statements {
        serializer.serialize_quad(*statement)?;
    }
    let mut text = serializer.finish()?;
    read_again::compare(&text, FORMAT, &statements, Graphs::Apart)?;
    text.push(b'\n');
    Ok(output.write_all(&text)?)
}
