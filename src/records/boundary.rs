//! The boundary of a record: the statements from which the same record can be read.

use oxigraph::model::NamedNodeRef;

/// The records that are requested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Boundary {
    /// Acts, with the names of everything that has a role in them, their texts, their event, and the acts that they
    /// follow up, are followed up by, or match.
    Act,
    /// Events, with their texts, and the posts and bodies of their participants.
    Event,
    /// Any node, with the names of its values and of its neighbours.
    Entity,
}

/// Acts that match.
const SAME: &str = "(prov:alternateOf|^prov:alternateOf)*";
/// The classes of a node with all their superclasses, which show whether it is an act or an event.
const CLASSES: &str = "(rdf:type/rdfs:subClassOf*)?";
/// The passages of a node, their words and their texts.
const EVIDENCE: &str = "bil:evidence/(oa:hasSelector|oa:hasSource)?";
/// A text and its issuers.
const TEXT: &str = "bil:reportedIn/(prov:wasAttributedTo|dcterms:publisher)?";
/// The inferences about a node, with the names of the values.
const INFERENCES: &str = "^rdf:subject/rdf:object?";

impl Boundary {
    /// The query that asks an engine for the statements of some records; all standard prefixes are declared.
    #[must_use]
    pub fn construct(self, nodes: &[NamedNodeRef<'_>]) -> String {
        let values: Vec<String> = nodes.iter().map(ToString::to_string).collect();
        let paths = self.paths().join("\n    | ");
        format!(
            "CONSTRUCT {{ ?node ?property ?value }} WHERE {{
  VALUES ?record {{ {} }}
  # The record itself and what lies around it; and the properties that it has, for their names.
  {{ ?record (
    {paths}
  )? ?node }} UNION {{ ?record ?node ?any }}
  ?node ?property ?value .
}}
",
            values.join(" ")
        )
    }

    /// The links from a record to each node whose statements it needs.
    fn paths(self) -> Vec<String> {
        match self {
            Self::Act => vec![
                CLASSES.to_owned(),
                EVIDENCE.to_owned(),
                INFERENCES.to_owned(),
                "bil:by|bil:to|bil:speaker|bil:sector|bil:item|bil:about|bil:occasion".to_owned(),
                "bil:figure/bil:item?".to_owned(),
                format!("bil:madeAt/{CLASSES}"),
                format!("{SAME}/({TEXT}|{CLASSES})"),
                format!("{SAME}/^bil:followsUp/({INFERENCES}|{CLASSES})"),
                format!("bil:followsUp/{SAME}/{CLASSES}"),
                "^prov:wasRevisionOf".to_owned(),
            ],
            Self::Event => vec![
                CLASSES.to_owned(),
                EVIDENCE.to_owned(),
                INFERENCES.to_owned(),
                format!("^bil:madeAt?/{TEXT}"),
                "^bil:madeAt".to_owned(),
                "bil:place|bil:host|bil:guest|bil:partOf".to_owned(),
                "bil:side/bil:partOf*".to_owned(),
                "bil:participant/org:holds?/(org:postIn/bil:partOf*)?".to_owned(),
                "bil:participant/bil:memberOf/bil:partOf*".to_owned(),
                "bil:participant/^org:member/((bil:post/org:postIn?|org:organization)/bil:partOf*)?"
                    .to_owned(),
            ],
            Self::Entity => vec![
                "!rdf:nil".to_owned(),
                INFERENCES.to_owned(),
                "^(bil:partOf|bil:memberOf|org:postIn|skos:broader|rdfs:subClassOf)".to_owned(),
                "^(org:holds|owl:sameAs)".to_owned(),
                "^(org:member|bil:post|org:organization)".to_owned(),
            ],
        }
    }
}
