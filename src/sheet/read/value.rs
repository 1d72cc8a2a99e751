//! One value, read as the shape that its key asks for.

use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::DeValue;

use super::fields::{self, RawParticipant, RawSide, Value};
use crate::diagnostic::Code;
use crate::model::{DateError, Decimal};
use crate::sheet::form::{is_language, is_refused, is_slug, is_url};
use crate::sheet::keys::{self, Shape};
use crate::sheet::report::{Located, Report};
use crate::text::{did_you_mean, with_article};

/// Reads a value; what does not fit is noted, and then there is none.
pub fn read(shape: Shape, value: &Spanned<DeValue<'_>>, report: &mut Report) -> Option<Value> {
    match shape {
        Shape::Date => date(value, report).map(Value::Date),
        Shape::Period => date(value, report).map(Value::Period),
        Shape::Number => number(value, report).map(Value::Number),
        // Read with the shape of the key below which it stands.
        Shape::Inferred => None,
        Shape::Sides => sides(value, report).map(Value::Sides),
        Shape::Figures => {
            let tables = fields::read_all(value, &keys::FIGURE, report);
            if tables.is_none() {
                wrong_type(shape, value, report);
            }
            tables.map(Value::Tables)
        }
        _ if shape.takes_list() => list(shape, value, report).map(Value::List),
        _ => text(shape, value, report).map(|text| Value::Text(text.value)),
    }
}

fn wrong_type(shape: Shape, value: &Spanned<DeValue<'_>>, report: &mut Report) {
    let found = with_article(value.get_ref().type_str());
    let message = format!("{} is needed here, not {found}", shape.expected());
    report.error(Code::WrongType, value.span(), message);
}

fn text(
    shape: Shape,
    value: &Spanned<DeValue<'_>>,
    report: &mut Report,
) -> Option<Located<String>> {
    let DeValue::String(text) = value.get_ref() else {
        wrong_type(shape, value, report);
        return None;
    };
    let located = Located {
        value: text.clone().into_owned(),
        range: value.span(),
    };
    (is_clean(&located, report) && has_form(shape, &located, report)).then_some(located)
}

/// Refuses empty texts and control characters; tabs and line ends may stand.
fn is_clean(text: &Located<String>, report: &mut Report) -> bool {
    if let Some(found) = text.value.chars().find(|c| is_refused(*c)) {
        let message = format!("control character U+{:04X} in a text", u32::from(found));
        report.error(Code::ControlCharacter, text.range.clone(), message);
        return false;
    }
    let empty = text.value.trim().is_empty();
    if empty {
        report.error(Code::EmptyText, text.range.clone(), "the text is empty");
    }
    !empty
}

fn has_form(shape: Shape, text: &Located<String>, report: &mut Report) -> bool {
    let fits = match shape {
        Shape::Url => is_url(&text.value),
        Shape::Slug => is_slug(&text.value),
        Shape::Sha256 => {
            text.value.len() == 64 && text.value.bytes().all(|byte| byte.is_ascii_hexdigit())
        }
        Shape::Language | Shape::Languages => is_language(&text.value),
        Shape::Choice(words) => return is_choice(words, text, report),
        _ => true,
    };
    if !fits {
        let message = format!("`{}` is not {}", text.value, shape.expected());
        report.error(Code::WrongForm, text.range.clone(), message);
    }
    fits
}

fn is_choice(words: &[&str], text: &Located<String>, report: &mut Report) -> bool {
    let fits = words.contains(&text.value.as_str());
    if !fits {
        let message = format!("`{}` is not one of {}", text.value, words.join(", "));
        let hint = did_you_mean(&text.value, words.iter().copied());
        report.hinted(Code::WrongForm, text.range.clone(), message, hint);
    }
    fits
}

fn list(
    shape: Shape,
    value: &Spanned<DeValue<'_>>,
    report: &mut Report,
) -> Option<Vec<Located<String>>> {
    let items = match value.get_ref() {
        DeValue::Array(array) => array
            .iter()
            .map(|item| text(shape, item, report))
            .collect::<Option<Vec<_>>>()?,
        DeValue::String(_) if shape != Shape::Pair => vec![text(shape, value, report)?],
        _ => {
            wrong_type(shape, value, report);
            return None;
        }
    };
    if items.is_empty() && shape != Shape::NamesOrNone {
        report.error(Code::EmptyList, value.span(), "the list is empty");
        return None;
    }
    if shape == Shape::Pair && items.len() != 2 {
        report.error(
            Code::WrongForm,
            value.span(),
            "two sides are needed here, no more and no fewer",
        );
        return None;
    }
    Some(items)
}

/// A TOML date, or a text that is one.
fn date<D: FromStr<Err = DateError>>(
    value: &Spanned<DeValue<'_>>,
    report: &mut Report,
) -> Option<D> {
    let text = match value.get_ref() {
        DeValue::String(text) => text.clone().into_owned(),
        DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.to_string(),
        _ => {
            wrong_type(Shape::Period, value, report);
            return None;
        }
    };
    match text.parse() {
        Ok(date) => Some(date),
        Err(error) => {
            report.error(Code::NoDate, value.span(), error.to_string());
            None
        }
    }
}

fn number(value: &Spanned<DeValue<'_>>, report: &mut Report) -> Option<Decimal> {
    let number = match value.get_ref() {
        DeValue::Integer(integer) if integer.radix() == 10 => Decimal::new(integer.as_str()),
        DeValue::Float(float) => Decimal::new(float.as_str()),
        DeValue::Integer(_) => None,
        _ => {
            wrong_type(Shape::Number, value, report);
            return None;
        }
    };
    if number.is_none() {
        let message = "a number is written in decimal digits, such as 190 or 1.5";
        report.error(Code::WrongForm, value.span(), message);
    }
    number
}

fn sides(value: &Spanned<DeValue<'_>>, report: &mut Report) -> Option<Vec<RawSide>> {
    let DeValue::Table(table) = value.get_ref() else {
        wrong_type(Shape::Sides, value, report);
        return None;
    };
    let mut sides = Vec::new();
    for (name, people) in table {
        let DeValue::Array(people) = people.get_ref() else {
            wrong_type(Shape::Sides, people, report);
            continue;
        };
        sides.push(RawSide {
            actor: Located {
                value: name.get_ref().clone().into_owned(),
                range: name.span(),
            },
            participants: people
                .iter()
                .filter_map(|person| participant(person, report))
                .collect(),
        });
    }
    Some(sides)
}

/// A name, or a table with a person and the post.
fn participant(value: &Spanned<DeValue<'_>>, report: &mut Report) -> Option<RawParticipant> {
    let DeValue::Table(table) = value.get_ref() else {
        let who = text(Shape::Name, value, report)?;
        return Some(RawParticipant { who, post: None });
    };
    let range: Range<usize> = value.span();
    let fields = fields::read(table, range, &keys::PARTICIPANT, true, report);
    Some(RawParticipant {
        who: fields.located("person")?,
        post: fields.located("post"),
    })
}
