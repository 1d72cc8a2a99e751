//! The values of parameters as RDF terms.

use oxigraph::model::{Literal, NamedNode, Term};

use super::parameter::ParameterKind;
use crate::model::{DateError, EntityKind, NameError, NameIndex, PartialDate};
use crate::vocab::w3c::xsd;
use crate::vocab::{Namespace, expand};

/// Why a value does not fit its parameter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueError {
    /// No entity or kind of act has this name.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The date does not exist, or is not in a date format.
    #[error(transparent)]
    Date(#[from] DateError),
    /// Not a number, or a number with too many digits.
    #[error("`{0}` is no number: write 10, -3 or 2.5")]
    Number(String),
    /// Not a slug, `doc:` name or IRI.
    #[error("`{0}` names no readout: write its slug, such as 2017-11-13-minsk")]
    Readout(String),
}

/// Converts a value to the term that it names.
///
/// # Errors
/// [`ValueError`] if it does not fit the kind.
pub fn term(kind: ParameterKind, value: &str, name_index: &NameIndex) -> Result<Term, ValueError> {
    let trimmed = value.trim();
    Ok(match kind {
        ParameterKind::Kind => name_index.resolve_kind_or_group(trimmed)?.into(),
        ParameterKind::Readout => readout(trimmed)?.into(),
        ParameterKind::Date => day(trimmed, PartialDate::first_day)?.into(),
        ParameterKind::EndDate => day(trimmed, PartialDate::last_day)?.into(),
        ParameterKind::Number => number(trimmed)?.into(),
        ParameterKind::Text => Literal::new_simple_literal(value).into(),
        ParameterKind::Any => any(value, name_index),
        entity => name_index
            .resolve_loosely(trimmed, entity.entity_kinds())?
            .into(),
    })
}

/// The first that fits: an entity, a kind of act, an IRI, a number, a date; otherwise the text.
fn any(value: &str, name_index: &NameIndex) -> Term {
    let trimmed = value.trim();
    // A part of a name may as well be a mere text.
    let entity = name_index.resolve_by_name(trimmed, EntityKind::ALL);
    let kind = || name_index.resolve_kind_or_group(trimmed);
    let named = entity.or_else(|_| kind()).ok().map(Term::from);
    // A bare number is a number, even if it could be a year.
    named
        .or_else(|| iri(trimmed).map(Term::from))
        .or_else(|| number(trimmed).ok().map(Term::from))
        .or_else(|| day(trimmed, PartialDate::first_day).ok().map(Term::from))
        .unwrap_or_else(|| Literal::new_simple_literal(value).into())
}

/// `<https://…>`, `https://…` or `bil:Offer`, in the graph or not.
fn iri(name: &str) -> Option<NamedNode> {
    let bracketed = name
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    let absolute = bracketed.or_else(|| name.contains("://").then_some(name));
    match absolute {
        Some(iri) => NamedNode::new(iri).ok(),
        None => NamedNode::new(expand(name)?.into_owned()).ok(),
    }
}

/// A readout by slug, `doc:` name or IRI; it may be missing in the graph.
fn readout(name: &str) -> Result<NamedNode, ValueError> {
    let minted = || NamedNode::new([Namespace::Readout.iri(), name].concat()).ok();
    iri(name)
        .or_else(minted)
        .filter(|readout| readout.as_str().len() > Namespace::Readout.iri().len())
        .ok_or_else(|| ValueError::Readout(name.to_owned()))
}

/// A date as `xsd:date`, which compares with all dates: for a month or year, its first or last day.
fn day(text: &str, day: fn(PartialDate) -> PartialDate) -> Result<Literal, ValueError> {
    let date: PartialDate = text.parse()?;
    Ok(day(date).literal())
}

/// `xsd:integer`, or `xsd:decimal` with a point; both within the range of the evaluator.
fn number(text: &str) -> Result<Literal, ValueError> {
    let no_number = || ValueError::Number(text.to_owned());
    let is_digits = |part: &str| {
        !part.is_empty() && part.len() <= 18 && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match unsigned.split_once('.') {
        None if is_digits(unsigned) => Ok(Literal::new_typed_literal(text, xsd::INTEGER)),
        Some((whole, fraction)) if is_digits(whole) && is_digits(fraction) => {
            Ok(Literal::new_typed_literal(text, xsd::DECIMAL))
        }
        _ => Err(no_number()),
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_whole_or_decimal() {
        let datatype = |text| {
            number(text)
                .ok()
                .map(|literal| literal.datatype().as_str().to_owned())
        };
        let xsd = |name: &str| Some(format!("http://www.w3.org/2001/XMLSchema#{name}"));
        assert_eq!(datatype("-10"), xsd("integer"));
        assert_eq!(datatype("2.50"), xsd("decimal"));
        for text in [
            "",
            "-",
            "1e3",
            "1.",
            ".5",
            "1,5",
            "NaN",
            "1.2.3",
            "9999999999999999999",
        ] {
            assert_eq!(datatype(text), None, "{text}");
        }
    }
}
