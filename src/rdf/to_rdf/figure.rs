//! Figures: `schema:PropertyValue`.

use oxigraph::model::{Literal, NamedNode};

use super::Triples;
use crate::model::{Amount, Decimal, Figure};
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, rdf, schema, xsd};

/// `<act>.figure-N`, N from 1 in the order of their content.
pub fn to_rdf(act: &NamedNode, number: usize, figure: &Figure, triples: &mut Triples<'_>) {
    let iri = NamedNode::new_unchecked(format!("{}.figure-{number}", act.as_str()));
    triples.add(act, bil::FIGURE, iri.clone());
    triples.add(&iri, rdf::TYPE, schema::PROPERTY_VALUE.into_owned());
    triples.text(&iri, schema::NAME, &figure.of);
    let bounds = match &figure.amount {
        Amount::Value(value) => vec![(schema::VALUE, Some(value))],
        Amount::Range(min, max) => vec![
            (schema::MIN_VALUE, min.as_ref()),
            (schema::MAX_VALUE, max.as_ref()),
        ],
    };
    for (property, decimal) in bounds {
        if let Some(decimal) = decimal {
            triples.add(&iri, property, number_literal(decimal));
        }
    }
    triples.maybe_text(&iri, schema::UNIT_TEXT, figure.unit.as_deref());
    if let Some(period) = figure.period {
        let literal = match period.end {
            None => period.start.literal(),
            Some(_) => Literal::new_simple_literal(period.to_string()),
        };
        triples.add(&iri, dcterms::TEMPORAL, literal);
    }
    triples.maybe(&iri, bil::ITEM, figure.item.as_ref());
}

/// In the canonical form, which the store keeps.
fn number_literal(decimal: &Decimal) -> Literal {
    let datatype = if decimal.is_integer() {
        xsd::INTEGER
    } else {
        xsd::DECIMAL
    };
    Literal::new_typed_literal(decimal.as_str(), datatype)
}
