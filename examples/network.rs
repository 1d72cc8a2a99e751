//! Draw who addresses whom as a Graphviz graph: `cargo run --example network | dot -Tsvg > network.svg`.

use std::error::Error;
use std::io::{self, Write};

use bilateral::dossier;
use bilateral::export::dot::{self, Picture};
use bilateral::load;
use bilateral::model::InferencePolicy;
use bilateral::network::{Scope, of_view, palette};
use bilateral::query::Catalogue;
use bilateral::records::Records;
use bilateral::source::Source;

fn main() -> Result<(), Box<dyn Error>> {
    write_network(&mut io::stdout().lock())
}

/// Writes the network in the DOT language.
pub(crate) fn write_network(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let dossier = dossier::built_in()?;
    let (views, _) = Catalogue::new("view", dossier.views.clone());
    let mut graph = load::load(&[dossier], InferencePolicy::All)?;
    let quads = graph.take_quads();
    let records = Records::from_quads(&quads);
    let source = Source::local(quads)?;
    // A view is a query that says what counts as a tie; `actors` ties those who act to those whom they address.
    let network = of_view(&source, &records, views.named("actors")?, &Scope::default())?;
    let picture = Picture {
        title: "Who addresses whom".to_owned(),
        palette: palette(&records),
        ..Picture::default()
    };
    dot::write(&network, &picture, out)?;
    Ok(())
}
