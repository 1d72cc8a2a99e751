//! [JSON-LD](https://www.w3.org/TR/json-ld11/) in expanded form: an object for each subject, within an object for each
//! named graph. Oxigraph writes it.
//!
//! It has no context and no prefixes, because a foreign IRI such as `item:7` would then expand to one of ours. Every
//! literal is a string with its type or language, never a JSON number or boolean, which readers may write in another
//! form.

use std::io::Write;

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::Quad;

use super::order::{Graphs, in_reading_order};
use super::read_again;
use crate::export::ExportError;

const FORMAT: RdfFormat = RdfFormat::JsonLd {
    profile: JsonLdProfileSet::empty(),
};

/// Writes each graph separately, the default graph first, after reading the text back.
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
