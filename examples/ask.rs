//! Ask a question in SPARQL with a parameter: how many acts of each kind does an actor address to others?

use std::error::Error;
use std::io::{self, Write};

use bilateral::diagnostic::SourceText;
use bilateral::dossier;
use bilateral::load;
use bilateral::model::InferencePolicy;
use bilateral::query::NamedQuery;
use bilateral::source::{Answer, Source};

const QUESTION: &str = r#"# title: Acts by kind
# asks: How many acts of each kind does an actor address to others?
# param: actor (actor, the actor, required)
SELECT ?kind (COUNT(DISTINCT ?act) AS ?acts) WHERE {
    VALUES ?actor { UNDEF }
    ?act bil:by ?actor ; bil:to ?other ; a/rdfs:label ?kind .
    FILTER(LANG(?kind) = "en")
}
GROUP BY ?kind
ORDER BY DESC(?acts) ?kind
"#;

fn main() -> Result<(), Box<dyn Error>> {
    write_answer(&mut io::stdout().lock())
}

/// Writes a line for each kind of act.
pub(crate) fn write_answer(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mut graph = load::load(&[dossier::built_in()?], InferencePolicy::All)?;
    let source = Source::local(graph.take_quads())?;
    let question = NamedQuery::read(SourceText::new("acts-by-kind.rq", QUESTION).into())?;
    // The value is a name, an IRI or a slug; it becomes an RDF term and is never pasted into the text.
    let values = [("actor".to_owned(), "Belarus".to_owned())];
    if let Answer::Solutions(rows) = question.run(&source, &values, &graph.name_index)? {
        for row in rows {
            let row = row?;
            let [acts, kind] = ["acts", "kind"].map(|name| row.text(name).unwrap_or_default());
            writeln!(out, "{acts:>4}  {kind}")?;
        }
    }
    Ok(())
}
