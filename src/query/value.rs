//! What a user gave for a parameter, as an RDF term.

use oxigraph::model::{Literal, NamedNode, Term};

use super::ParameterKind;
use crate::model::{Gazetteer, NameError};
use crate::vocab::w3c::xsd;
use crate::vocab::{Namespace, expand};

/// Why a value does not fit its parameter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueError {
    /// No thing or kind of act has this name.
    #[error(transparent)]
    Name(#[from] NameError),
    /// No such day exists, or it is not written as one.
    #[error("`{0}` is no date: write 2017, 2017-11 or 2017-11-13")]
    Date(String),
    /// Not a number, or one out of reach.
    #[error("`{0}` is no number: write 10, -3 or 2.5")]
    Number(String),
    /// Not a slug, `doc:` name or IRI.
    #[error("`{0}` names no readout: write its slug, such as 2017-11-13-minsk")]
    Readout(String),
}

/// Turns a value into the term that it stands for.
///
/// # Errors
/// [`ValueError`] where it does not fit the kind.
pub(super) fn term(
    kind: ParameterKind,
    value: &str,
    gazetteer: &Gazetteer,
) -> Result<Term, ValueError> {
    let trimmed = value.trim();
    Ok(match kind {
        ParameterKind::Kind => gazetteer.resolve_kind(trimmed)?.iri.clone().into(),
        ParameterKind::Readout => readout(trimmed)?.into(),
        ParameterKind::Date => date(trimmed, Edge::First)?.into(),
        ParameterKind::EndDate => date(trimmed, Edge::Last)?.into(),
        ParameterKind::Number => number(trimmed)?.into(),
        ParameterKind::Text => Literal::new_simple_literal(value).into(),
        ParameterKind::Any => any(value, gazetteer),
        thing => gazetteer.resolve_loosely(trimmed, thing.sorts())?.into(),
    })
}

/// The first that fits: a thing, a kind of act, an IRI, a day, a number; else the words as they are.
fn any(value: &str, gazetteer: &Gazetteer) -> Term {
    let trimmed = value.trim();
    let named = [ParameterKind::Entity, ParameterKind::Kind]
        .into_iter()
        .find_map(|kind| term(kind, trimmed, gazetteer).ok());
    // A bare number is a number, though it could be a year.
    named
        .or_else(|| iri(trimmed).map(Term::from))
        .or_else(|| number(trimmed).ok().map(Term::from))
        .or_else(|| date(trimmed, Edge::First).ok().map(Term::from))
        .unwrap_or_else(|| Literal::new_simple_literal(value).into())
}

/// `<https://…>`, `https://…` or `bil:Offer`, whether anything is known of it or not.
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

/// A readout by slug, `doc:` name or IRI. Whether there is such a readout, the query will show.
fn readout(name: &str) -> Result<NamedNode, ValueError> {
    let minted = || NamedNode::new([Namespace::Readout.iri(), name].concat()).ok();
    iri(name)
        .or_else(minted)
        .filter(|readout| readout.as_str().len() > Namespace::Readout.iri().len())
        .ok_or_else(|| ValueError::Readout(name.to_owned()))
}

/// Which day of a month or year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    First,
    Last,
}

/// A day as `xsd:date`, with which all dated things can be compared: of a coarser date its first or last.
fn date(text: &str, edge: Edge) -> Result<Literal, ValueError> {
    let no_date = || ValueError::Date(text.to_owned());
    let (year, month, day) = calendar(text).ok_or_else(no_date)?;
    let month = month.unwrap_or(if edge == Edge::First { 1 } else { 12 });
    let last = days(year, month).ok_or_else(no_date)?;
    let day = day.unwrap_or(if edge == Edge::First { 1 } else { last });
    if day < 1 || day > last {
        return Err(no_date());
    }
    Ok(Literal::new_typed_literal(
        format!("{year:04}-{month:02}-{day:02}"),
        xsd::DATE,
    ))
}

/// Year, month and day as far as they are given: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn calendar(text: &str) -> Option<(u16, Option<u8>, Option<u8>)> {
    let digits = |part: &str, width: usize| {
        part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut parts = text.split('-');
    let year = parts.next().filter(|part| digits(part, 4))?.parse().ok()?;
    let mut next = || match parts.next() {
        Some(part) if digits(part, 2) => part.parse().ok().map(Some),
        Some(_) => None,
        None => Some(None),
    };
    let (month, day) = (next()?, next()?);
    (parts.next().is_none() && year > 0).then_some((year, month, day))
}

/// The number of days of a month in the Gregorian calendar; `None` where there is no such month.
fn days(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

/// `xsd:integer`, or `xsd:decimal` where there is a point; both as large as the evaluator can count.
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
    use super::{Edge, date, number};

    fn days(text: &str) -> Option<(String, String)> {
        let first = date(text, Edge::First).ok()?;
        let last = date(text, Edge::Last).ok()?;
        Some((first.value().to_owned(), last.value().to_owned()))
    }

    #[test]
    fn a_coarse_date_becomes_its_first_or_last_day() {
        let pair = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(days("2017"), pair("2017-01-01", "2017-12-31"));
        assert_eq!(days("2016-02"), pair("2016-02-01", "2016-02-29"));
        assert_eq!(days("2100-02"), pair("2100-02-01", "2100-02-28"));
        assert_eq!(days("2017-11-13"), pair("2017-11-13", "2017-11-13"));
    }

    #[test]
    fn an_impossible_date_is_refused() {
        for text in [
            "",
            "17",
            "0000",
            "20171",
            "2017-1",
            "2017-13",
            "2017-00",
            "2017-02-29",
            "2017-04-31",
            "2017-11-00",
            "2017-11-13-1",
            "2017-11-13T00:00",
            "+017",
            "２０１７",
            "13.11.2017",
        ] {
            assert_eq!(days(text), None, "{text}");
        }
    }

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
