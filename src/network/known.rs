//! What the source knows of the nodes, relations and acts of a network.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, NamedNodeRef, Term};

use super::{ActFacts, Facts, NodeFacts, RelationFacts};
use crate::model::{Sort, text_fragment};
use crate::source::{Answer, Limits, Row, Source, SourceError};

const NODES: &str = "SELECT ?thing ?class ?label WHERE {
  VALUES ?thing { UNDEF }
  ?thing rdfs:label ?label .
  FILTER(LANG(?label) = \"en\" || LANG(?label) = \"\")
  OPTIONAL { ?thing a ?class }
} ORDER BY ?thing ?label ?class";

const SIDES: &str = "SELECT ?thing ?side WHERE {
  VALUES ?thing { UNDEF }
  VALUES ?side { UNDEF }
  ?thing (bil:partOf|bil:memberOf|org:holds|org:postIn)* ?side .
} ORDER BY ?thing ?side";

const RELATIONS: &str = "SELECT ?thing ?label ?order WHERE {
  VALUES ?thing { UNDEF }
  ?thing rdfs:label ?label .
  FILTER(LANG(?label) = \"en\")
  OPTIONAL { ?thing bil:order ?order }
} ORDER BY ?thing ?label";

const ACTS: &str = "SELECT ?thing ?sentence ?quote ?page ?start ?exact WHERE {
  VALUES ?thing { UNDEF }
  ?thing rdfs:label ?sentence ; bil:reportedIn/dcterms:source ?page .
  OPTIONAL { ?thing bil:quote|bil:gist ?quote }
  OPTIONAL {
    ?thing bil:evidence/oa:hasSelector ?words, ?position .
    ?words oa:exact ?exact .
    ?position oa:start ?start .
  }
} ORDER BY ?thing ?start";

/// Asks for all of it.
pub(super) fn facts(
    source: &Source,
    nodes: &BTreeSet<&NamedNode>,
    relations: &BTreeSet<&NamedNode>,
    acts: &BTreeSet<&NamedNode>,
    sides: &[NamedNode],
    limits: &Limits,
) -> Result<Facts, SourceError> {
    let mut facts = Facts::default();
    each(
        source,
        &among(NODES, "thing", nodes),
        limits,
        |thing, row| {
            let node = facts.nodes.entry(thing).or_insert_with(|| NodeFacts {
                label: text(row, "label").unwrap_or_default(),
                ..NodeFacts::default()
            });
            node.sort = node.sort.or_else(|| Sort::of_class(iri(row, "class")?));
        },
    )?;
    let sides: BTreeSet<&NamedNode> = sides.iter().collect();
    let belonging = among(&among(SIDES, "thing", nodes), "side", &sides);
    each(source, &belonging, limits, |thing, row| {
        if let Some(node) = facts.nodes.get_mut(&thing) {
            let side = iri(row, "side").map(NamedNodeRef::into_owned);
            node.side = node.side.take().or(side);
        }
    })?;
    each(
        source,
        &among(RELATIONS, "thing", relations),
        limits,
        |thing, row| {
            facts
                .relations
                .entry(thing)
                .or_insert_with(|| RelationFacts {
                    label: text(row, "label").unwrap_or_default(),
                    order: number(row, "order").unwrap_or(u32::MAX),
                });
        },
    )?;
    facts.acts = act_facts(source, acts, limits)?;
    Ok(facts)
}

fn act_facts(
    source: &Source,
    acts: &BTreeSet<&NamedNode>,
    limits: &Limits,
) -> Result<BTreeMap<NamedNode, ActFacts>, SourceError> {
    let mut found: BTreeMap<NamedNode, (ActFacts, String, Vec<String>)> = BTreeMap::new();
    each(source, &among(ACTS, "thing", acts), limits, |thing, row| {
        let (_, _, passages) = found.entry(thing).or_insert_with(|| {
            let facts = ActFacts {
                sentence: text(row, "sentence").unwrap_or_default(),
                quote: text(row, "quote"),
                url: None,
                order: number(row, "start").unwrap_or(u32::MAX),
            };
            (facts, text(row, "page").unwrap_or_default(), Vec::new())
        });
        passages.extend(text(row, "exact"));
    })?;
    let linked = found.into_iter().map(|(act, (facts, page, passages))| {
        let url = text_fragment(&page, passages.iter().map(String::as_str));
        (act, ActFacts { url, ..facts })
    });
    Ok(linked.collect())
}

/// The query with these nodes as the values of a variable.
fn among(query: &str, variable: &str, nodes: &BTreeSet<&NamedNode>) -> String {
    let terms: Vec<String> = nodes.iter().map(ToString::to_string).collect();
    query.replace(
        &format!("VALUES ?{variable} {{ UNDEF }}"),
        &format!("VALUES ?{variable} {{ {} }}", terms.join(" ")),
    )
}

fn each(
    source: &Source,
    query: &str,
    limits: &Limits,
    mut add: impl FnMut(NamedNode, &Row),
) -> Result<(), SourceError> {
    if let Answer::Solutions(solutions) = source.run(query, limits)? {
        for row in solutions {
            let row = row?;
            if let Some(thing) = iri(&row, "thing") {
                add(thing.into_owned(), &row);
            }
        }
    }
    Ok(())
}

fn iri<'row>(row: &'row Row, variable: &str) -> Option<NamedNodeRef<'row>> {
    match row.get(variable)? {
        Term::NamedNode(node) => Some(node.as_ref()),
        _ => None,
    }
}

fn text(row: &Row, variable: &str) -> Option<String> {
    match row.get(variable)? {
        Term::Literal(literal) => Some(literal.value().to_owned()),
        Term::NamedNode(node) => Some(node.as_str().to_owned()),
        Term::BlankNode(_) => None,
    }
}

fn number(row: &Row, variable: &str) -> Option<u32> {
    text(row, variable)?.parse().ok()
}

/// The colours that the ontology gives to classes and kinds of act, as `#rrggbb`.
///
/// # Errors
/// Where the source gives no answer.
pub fn palette(
    source: &Source,
    limits: &Limits,
) -> Result<BTreeMap<NamedNode, String>, SourceError> {
    let mut colours = BTreeMap::new();
    let query =
        "SELECT ?thing ?colour WHERE { ?thing bil:colour ?colour } ORDER BY ?thing DESC(?colour)";
    each(source, query, limits, |thing, row| {
        colours.insert(thing, text(row, "colour").unwrap_or_default());
    })?;
    Ok(colours)
}
