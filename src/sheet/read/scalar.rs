//! Values that hold no table: texts, lists of texts, dates and numbers.
//!
//! A value that does not fit becomes a finding.

use std::str::FromStr;

use toml::Spanned;
use toml::de::DeValue;

use crate::diagnostic::Code;
use crate::model::{DateError, Decimal};
use crate::sheet::findings::{Findings, Located};
use crate::sheet::keys::{Shape, is_refused};
use crate::text::{did_you_mean, with_article};

/// Refuses a value of another type.
pub fn wrong_type<T>(
    shape: Shape,
    value: &Spanned<DeValue<'_>>,
    findings: &mut Findings,
) -> Option<T> {
    let actual = with_article(value.get_ref().type_str());
    let message = format!("{} is needed here, not {actual}", shape.expected());
    findings.error(Code::WrongType, &value.span(), message);
    None
}

pub fn text(
    shape: Shape,
    value: &Spanned<DeValue<'_>>,
    findings: &mut Findings,
) -> Option<Located<String>> {
    let DeValue::String(text) = value.get_ref() else {
        return wrong_type(shape, value, findings);
    };
    let range = value.span();
    if let Some(refused) = text.chars().find(|c| is_refused(*c)) {
        let message = format!("control character U+{:04X} in a text", u32::from(refused));
        findings.error(Code::ControlCharacter, &range, message);
    } else if text.trim().is_empty() {
        findings.error(Code::EmptyText, &range, "the text is empty");
    } else if shape.accepts(text) {
        let value = text.clone().into_owned();
        return Some(Located { value, range });
    } else if let Shape::Choice(words) = shape {
        let message = format!("`{text}` is not one of {}", words.join(", "));
        let help = did_you_mean(text, words.iter().copied());
        findings
            .error(Code::WrongForm, &range, message)
            .maybe_help(help);
    } else {
        let message = format!("`{text}` is not {}", shape.expected());
        findings.error(Code::WrongForm, &range, message);
    }
    None
}

pub fn list(
    shape: Shape,
    value: &Spanned<DeValue<'_>>,
    findings: &mut Findings,
) -> Option<Vec<Located<String>>> {
    let items: Vec<_> = match value.get_ref() {
        DeValue::Array(array) => {
            let items = array.iter().map(|item| text(shape, item, findings));
            items.collect::<Option<_>>()?
        }
        DeValue::String(_) if shape != Shape::Pair => vec![text(shape, value, findings)?],
        _ => return wrong_type(shape, value, findings),
    };
    if items.is_empty() && shape != Shape::NamesOrNone {
        findings.error(Code::EmptyList, &value.span(), "the list is empty");
        return None;
    }
    if shape == Shape::Pair && items.len() != 2 {
        let message = "exactly two sides are needed here";
        findings.error(Code::WrongForm, &value.span(), message);
        return None;
    }
    Some(items)
}

/// A TOML date, or a text that is one.
pub fn date<D: FromStr<Err = DateError>>(
    value: &Spanned<DeValue<'_>>,
    findings: &mut Findings,
) -> Option<D> {
    let date: Result<D, _> = match value.get_ref() {
        DeValue::String(text) => text.parse(),
        DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.to_string().parse(),
        _ => return wrong_type(Shape::Period, value, findings),
    };
    if let Err(error) = &date {
        findings.error(Code::NoDate, &value.span(), error.to_string());
    }
    date.ok()
}

pub fn number(value: &Spanned<DeValue<'_>>, findings: &mut Findings) -> Option<Decimal> {
    let number = match value.get_ref() {
        DeValue::Integer(integer) if integer.radix() == 10 => Decimal::new(integer.as_str()),
        DeValue::Float(float) => Decimal::new(float.as_str()),
        DeValue::Integer(_) => None,
        _ => return wrong_type(Shape::Number, value, findings),
    };
    if number.is_none() {
        let message = "a number is written in decimal digits, such as 190 or 1.5";
        findings.error(Code::WrongForm, &value.span(), message);
    }
    number
}
