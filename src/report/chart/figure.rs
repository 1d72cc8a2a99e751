//! A measure in time, from all texts that report it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::conditions;
use crate::document::{Bound, FigureChart, FigureMark, Panel};
use crate::model::PartialDate;
use crate::records::{Act, ActFilter, Figure, Records, When};
use crate::report::amount;
use crate::report::attribution::publisher;
use crate::text::{capitalised, flat, framed};

/// A figure with the act that states it.
struct Stated<'a> {
    figure: &'a Figure,
    act: &'a Act,
}

/// The names of all measures, each with the number of its figures.
#[must_use]
pub fn measures(records: &Records) -> BTreeMap<String, usize> {
    let mut measures = BTreeMap::new();
    for figure in records.acts().iter().flat_map(|act| &act.figures) {
        *measures.entry((*figure.of).to_owned()).or_default() += 1;
    }
    measures
}

/// The figures of a measure. Of the filter, the dates are those of the periods, and the other conditions are on the acts
/// that state the figures. `title` names the dossier. Without figures that have a period, the chart has no panels.
#[must_use]
pub fn figure(records: &Records, measure: &str, filter: &ActFilter, title: &str) -> FigureChart {
    let scope = [title.to_owned()].into_iter();
    let scope: Vec<String> = scope.chain(conditions(filter, records)).collect();
    let stated = stated(records, measure, filter);
    let mut chart = FigureChart {
        title: capitalised(measure),
        subtitle: scope.join(", "),
        ..FigureChart::default()
    };
    let mut panels: BTreeMap<String, Vec<FigureMark>> = BTreeMap::new();
    for Stated { figure, act } in stated {
        let number = number(&mut chart.sources, &source(records, act));
        let unit = unit(records, figure);
        let period = figure.period.as_ref();
        let Some((mark, period)) = mark(figure).zip(period) else {
            let amount = [&words(figure), " ", &unit].concat();
            let line = format!("{} [{number}]", amount.trim());
            chart.undated.push(line);
            continue;
        };
        let said = [&*mark.label, " ", &unit].concat();
        let sentence = format!("{}: {} [{number}].", period, said.trim());
        let marks = panels.entry(unit).or_default();
        let same = marks
            .iter_mut()
            .find(|other| (other.span, &other.label) == (mark.span, &mark.label));
        match same {
            Some(same) if same.sources.contains(&number) => {}
            Some(same) => same.sources.push(number),
            None => {
                let sources = vec![number];
                marks.push(FigureMark { sources, ..mark });
            }
        }
        chart.description += &framed("", &sentence, " ");
    }
    if !chart.undated.is_empty() {
        let undated = chart.undated.join("; ");
        chart
            .description
            .extend(["Without a period: ", &undated, "."]);
    }
    chart.description = chart.description.trim_end().to_owned();
    let panels = panels.into_iter();
    chart.panels = panels.map(|(unit, marks)| Panel { unit, marks }).collect();
    chart
}

/// The figures that match, in the order of their periods.
fn stated<'a>(records: &'a Records, measure: &str, filter: &ActFilter) -> Vec<Stated<'a>> {
    let conditions = ActFilter {
        since: None,
        until: None,
        ..filter.clone()
    };
    let acts = records.acts().iter();
    let acts = acts.filter(|act| conditions.matches(act, records));
    let figures = acts.flat_map(|act| act.figures.iter().map(move |figure| Stated { figure, act }));
    let mut stated: Vec<Stated<'_>> = figures
        .filter(|stated| *stated.figure.of == *measure)
        .filter(|stated| is_in_time(stated.figure.period.as_ref(), filter))
        .collect();
    stated.sort_by_key(|stated| {
        let period = stated.figure.period.as_ref();
        (
            period.is_none(),
            period,
            records.time(stated.act),
            stated.figure.id,
        )
    });
    stated
}

fn is_in_time(period: Option<&When>, filter: &ActFilter) -> bool {
    let [first, last] = [
        period.and_then(|period| period.first),
        period.and_then(|period| period.last),
    ];
    let since = filter.since.map(PartialDate::first_day);
    let until = filter.until.map(PartialDate::last_day);
    since.is_none_or(|since| last.is_some_and(|last| last >= since))
        && until.is_none_or(|until| first.is_some_and(|first| first <= until))
}

/// The place of a figure in the chart; `None` without a number or a readable period.
fn mark(figure: &Figure) -> Option<FigureMark> {
    let period = figure.period.as_ref()?;
    let span = [
        period.first?.in_years(),
        period.last?.next_day()?.in_years(),
    ];
    let number = |text: &Option<Arc<str>>| {
        let number: f64 = text.as_deref()?.trim().parse().ok()?;
        number.is_finite().then_some(number)
    };
    let exact = number(&figure.value);
    let (range, bound) = match (exact, number(&figure.min), number(&figure.max)) {
        (Some(value), ..) => ([value; 2], Bound::Exact),
        (None, Some(min), Some(max)) => ([min, max], Bound::Between),
        (None, Some(min), None) => ([min; 2], Bound::AtLeast),
        (None, None, Some(max)) => ([max; 2], Bound::AtMost),
        (None, None, None) => return None,
    };
    Some(FigureMark::new(span, range, bound, words(figure)))
}

/// The number with its meaning: `at least 300`.
fn words(figure: &Figure) -> String {
    amount::number(figure).unwrap_or_else(|| "no number".to_owned())
}

/// `USD million`, `t of cement`.
fn unit(records: &Records, figure: &Figure) -> String {
    let unit = figure.unit.as_deref().unwrap_or_default();
    let item = figure
        .item
        .map(|item| records.label(item))
        .unwrap_or_default();
    if unit.is_empty() || unit == item {
        item.to_owned()
    } else {
        [unit, &framed(" of ", item, "")].concat()
    }
}

/// The number of a source, from 1; a new one is added.
fn number(sources: &mut Vec<String>, source: &str) -> usize {
    let known = sources.iter().position(|known| {
        known
            .split_once("] ")
            .is_some_and(|(_, known)| known == source)
    });
    if let Some(at) = known {
        return at + 1;
    }
    let number = sources.len() + 1;
    sources.push(format!("[{number}] {source}"));
    number
}

/// `2024-11-21, BelTA: Agreement signed on delivery of cement`, and the address on the next line.
fn source(records: &Records, act: &Act) -> String {
    let text = act.text.and_then(|text| records.text(text));
    let publisher = publisher(records, act.text);
    let date = text.and_then(|text| text.published.as_ref());
    let date = date.or_else(|| records.time(act)).map(ToString::to_string);
    let address = text.and_then(|text| text.address.as_deref());
    let publisher = flat(&publisher);
    let sentence = flat(&act.sentence);
    let own = sentence.strip_prefix(&*publisher);
    let sentence = own
        .and_then(|rest| rest.strip_prefix(": "))
        .unwrap_or(&sentence);
    [
        framed("", &date.unwrap_or_default(), ", "),
        framed("", &publisher, ": "),
        sentence.to_owned(),
        framed("\n", &flat(address.unwrap_or_default()), ""),
    ]
    .concat()
}
