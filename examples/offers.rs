//! Load the built-in dossier and list the offers in it: who offers what to whom, in which words.

use std::error::Error;
use std::io::{self, Write};

use bilateral::dossier;
use bilateral::load;
use bilateral::model::InferencePolicy;
use bilateral::source::Source;

const OFFERS: &str = r#"
    SELECT ?date ?from ?to ?quote WHERE {
        ?offer a bil:Offer ; bil:by/rdfs:label ?from ; bil:to/rdfs:label ?to ; bil:quote ?quote ;
            sem:hasEarliestBeginTimeStamp ?date .
        FILTER(LANG(?from) = "en" && LANG(?to) = "en")
    }
    ORDER BY ?date ?quote
"#;

fn main() -> Result<(), Box<dyn Error>> {
    write_offers(&mut io::stdout().lock())
}

/// Writes a line for each offer.
pub(crate) fn write_offers(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let dossier = dossier::built_in()?;
    let mut graph = load::load(&[dossier], InferencePolicy::All)?;
    let source = Source::local(graph.take_quads())?;
    let mut lines = Vec::new();
    source.each_row(OFFERS, |offer| {
        let text = |variable| offer.text(variable).unwrap_or_default();
        let (date, from, to) = (text("date"), text("from"), text("to"));
        lines.push(format!("{date}  {from} to {to}: \"{}\"", text("quote")));
    })?;
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
