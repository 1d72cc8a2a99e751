//! Literals that do not have the form of their datatype: `"2017-02-30"^^xsd:date` is not a date.
//!
//! The forms are those of [XML Schema 1.1, part 2](https://www.w3.org/TR/xmlschema11-2/). Literals of other
//! datatypes are not checked.

use oxigraph::model::{LiteralRef, Term};
use oxsdatatypes::{
    Boolean, Date, DateTime, DayTimeDuration, Double, Duration, Float, GDay, GMonth, GMonthDay,
    GYear, GYearMonth, Time, YearMonthDuration,
};

use super::graph_finding::GraphFinding;
use super::wording::short;
use crate::diagnostic::Code;
use crate::load::LoadReport;

/// The namespace of the datatypes.
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

/// Finds each literal of an RDF file that does not have the form of its datatype; those of sheets always have it.
pub fn check(report: &LoadReport<'_>) -> Vec<GraphFinding> {
    let [of_files, _] = report.by_origin();
    of_files
        .iter()
        .filter_map(|quad| match &quad.object {
            Term::Literal(literal) if !is_valid(literal.as_ref()) => {
                let message = format!(
                    "`{}` is not a valid {}",
                    literal.value(),
                    short(literal.datatype())
                );
                let statement = (quad.subject.as_ref(), &quad.predicate, &quad.object);
                let found = GraphFinding::new(Code::BadLiteral, statement, message);
                Some(found.hint("write it in the form of its datatype, or use another datatype"))
            }
            _ => None,
        })
        .collect()
}

fn is_valid(literal: LiteralRef<'_>) -> bool {
    let text = literal.value();
    let Some(datatype) = literal.datatype().as_str().strip_prefix(XSD) else {
        return true;
    };
    match datatype {
        "boolean" => text.parse::<Boolean>().is_ok(),
        "date" => text.parse::<Date>().is_ok(),
        "dateTime" | "dateTimeStamp" => text.parse::<DateTime>().is_ok(),
        "time" => text.parse::<Time>().is_ok(),
        "gYear" => text.parse::<GYear>().is_ok(),
        "gYearMonth" => text.parse::<GYearMonth>().is_ok(),
        "gMonth" => text.parse::<GMonth>().is_ok(),
        "gMonthDay" => text.parse::<GMonthDay>().is_ok(),
        "gDay" => text.parse::<GDay>().is_ok(),
        "duration" => text.parse::<Duration>().is_ok(),
        "dayTimeDuration" => text.parse::<DayTimeDuration>().is_ok(),
        "yearMonthDuration" => text.parse::<YearMonthDuration>().is_ok(),
        "double" => text.parse::<Double>().is_ok(),
        "float" => text.parse::<Float>().is_ok(),
        "decimal" => is_decimal(text),
        "anyURI" => !text.contains(|c: char| c.is_whitespace() || c.is_control()),
        "hexBinary" => text.len().is_multiple_of(2) && text.chars().all(|c| c.is_ascii_hexdigit()),
        _ => integer_bounds(datatype).is_none_or(|bounds| is_integer_within(text, bounds)),
    }
}

/// Digits with a point somewhere, and a sign: of any length, unlike Rust's numbers.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let are_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    !(whole.is_empty() && part.is_empty()) && are_digits(whole) && are_digits(part)
}

/// The smallest and the largest integer of a datatype; `None` if it is not a type of integers.
fn integer_bounds(datatype: &str) -> Option<[Option<i128>; 2]> {
    let of = |low: i128, high: i128| [Some(low), Some(high)];
    Some(match datatype {
        "integer" => [None, None],
        "nonNegativeInteger" => [Some(0), None],
        "positiveInteger" => [Some(1), None],
        "nonPositiveInteger" => [None, Some(0)],
        "negativeInteger" => [None, Some(-1)],
        "long" => of(i64::MIN.into(), i64::MAX.into()),
        "int" => of(i32::MIN.into(), i32::MAX.into()),
        "short" => of(i16::MIN.into(), i16::MAX.into()),
        "byte" => of(i8::MIN.into(), i8::MAX.into()),
        "unsignedLong" => of(0, u64::MAX.into()),
        "unsignedInt" => of(0, u32::MAX.into()),
        "unsignedShort" => of(0, u16::MAX.into()),
        "unsignedByte" => of(0, u8::MAX.into()),
        _ => return None,
    })
}

fn is_integer_within(text: &str, [low, high]: [Option<i128>; 2]) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    match text.parse::<i128>() {
        Ok(number) => low.is_none_or(|low| number >= low) && high.is_none_or(|high| number <= high),
        // Beyond all bounds: on the side of its sign.
        Err(_) if text.starts_with('-') => low.is_none(),
        Err(_) => high.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use oxigraph::model::{Literal, NamedNode};

    use super::*;

    fn is(text: &str, datatype: &str) -> bool {
        let datatype = NamedNode::new_unchecked(format!("{XSD}{datatype}"));
        is_valid(Literal::new_typed_literal(text, datatype).as_ref())
    }

    #[test]
    fn literals_in_the_form_of_their_datatype_are_valid() {
        for (text, datatype) in [
            ("2016-02-29", "date"),
            ("2017-11-13Z", "date"),
            ("-0044-03", "gYearMonth"),
            ("2017", "gYear"),
            ("+12", "integer"),
            ("123456789012345678901234567890123456789012", "integer"),
            (
                "-123456789012345678901234567890123456789012",
                "negativeInteger",
            ),
            ("255", "unsignedByte"),
            (".5", "decimal"),
            ("190000000000000000000000000000000000000.5", "decimal"),
            ("1", "boolean"),
            ("NaN", "double"),
            ("anything", "token"),
            ("2017-11-13T10:00:00+03:00", "dateTime"),
        ] {
            assert!(is(text, datatype), "{text} {datatype}");
        }
    }

    #[test]
    fn literals_in_another_form_are_invalid() {
        for (text, datatype) in [
            ("2017-02-30", "date"),
            ("13 November", "date"),
            ("2017-13", "gYearMonth"),
            ("17", "gYear"),
            ("1.5", "integer"),
            ("", "integer"),
            ("-", "decimal"),
            (".", "decimal"),
            ("256", "unsignedByte"),
            ("-1", "nonNegativeInteger"),
            (
                "-123456789012345678901234567890123456789012",
                "nonNegativeInteger",
            ),
            ("yes", "boolean"),
            ("a b", "anyURI"),
            ("abc", "hexBinary"),
        ] {
            assert!(!is(text, datatype), "{text} {datatype}");
        }
    }
}
