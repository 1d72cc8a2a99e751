//! The Turtle file of a new dossier: actors with nothing but a name.

use oxigraph::model::Literal;

use crate::vocab::PREFIXES;

/// The prefixes for completing the file.
const NEEDED: [&str; 6] = ["bil", "id", "org", "rdfs", "schema", "skos"];

const OPENING: &str = "\
# Who and what the readouts of this dossier speak of: actors, posts, places, events.
#
# What a readout itself prints about them is recorded in its facts.toml and not repeated here.
";

/// The comment above each stub.
const INCOMPLETE: &str = "\
# To be completed: a bil:State, a bil:Region (then with bil:partOf id:…) or a bil:Organization? Its other
# names, such as skos:altLabel \"…\"@en, and labels in other languages.
";

const EXAMPLES: &str = "
# More of them, as they turn up:
#
# id:mira-holt a bil:Person ; rdfs:label \"Mira Holt\"@en .
# id:premier-of-norland a org:Post ; rdfs:label \"Premier of Norland\"@en ; org:postIn id:norland .
# id:port-elin a schema:Place ; rdfs:label \"Port Elin\"@en .
";

/// Writes `actors.ttl` with a stub for each slug and label; missing facts are marked by comments.
///
/// A slug must be valid in a prefixed name without escapes, such as `kestrel-coast`.
#[must_use]
pub fn stubs<'a>(actors: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = OPENING.to_owned();
    text.push('\n');
    let needed = PREFIXES
        .iter()
        .filter(|prefix| NEEDED.contains(&prefix.name));
    text.extend(needed.flat_map(|prefix| ["@prefix ", prefix.name, ": <", prefix.iri, "> .\n"]));
    for (slug, label) in actors {
        let label = Literal::new_simple_literal(label);
        let stub = format!("\n{INCOMPLETE}id:{slug} a bil:State ;\n    rdfs:label {label}@en .\n");
        text.push_str(&stub);
    }
    text.push_str(EXAMPLES);
    text
}
