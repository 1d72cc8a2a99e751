//! [GEXF 1.3](https://gexf.net/schema.html), as Gephi reads it without warnings.
//!
//! - The only time format is `date`, the only representation `interval`: Gephi does not mix them.
//! - No interval begins and ends on the same day: Gephi may [drop such intervals
//!   silently](https://github.com/gephi/gephi/issues/666).
//! - Parallel edges differ in `kind`: Gephi adds up those of one kind.
//! - Nodes have no time, because an edge must not outlive its ends.

use super::column::{Column, Value};
use super::edge::{self, Arc};
use super::format::{About, ExchangeFormat};
use super::node::{self, Node};
use super::xml::{Syntax, add_tag};
use crate::model::PartialDate;
use crate::text::xml::{Forbidden, add_text};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<gexf xmlns=\"http://gexf.net/1.3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n";

/// The columns for which GEXF has its own attributes.
const BUILT_IN: [&str; 2] = ["label", "weight"];

pub struct Gexf;

impl Syntax for Gexf {
    const FORMAT: ExchangeFormat = ExchangeFormat::Gexf;
    const BETWEEN: &'static str = "    </nodes>\n    <edges>\n";
    const END: &'static str = "    </edges>\n  </graph>\n</gexf>\n";

    /// No date of creation is written, so that the same network has the same bytes.
    fn begin(text: &mut String, about: &About) -> Result<(), Forbidden> {
        text.push_str(HEAD);
        text.push_str("  <meta>\n    <creator>bilateral</creator>\n    <description>");
        add_text(text, &about.title)?;
        for sentence in &about.caption {
            text.push('\n');
            add_text(text, sentence)?;
        }
        text.push_str(
            "</description>\n  </meta>\n  <graph defaultedgetype=\"directed\" mode=\"dynamic\" \
             timeformat=\"date\" timerepresentation=\"interval\">\n",
        );
        add_columns(text, "node", &node::COLUMNS)?;
        add_columns(text, "edge", &edge::COLUMNS)?;
        text.push_str("    <nodes>\n");
        Ok(())
    }

    fn node(text: &mut String, node: &Node<'_>) -> Result<(), Forbidden> {
        let attributes = [("id", node.id.as_str()), ("label", &node.label)];
        add_tag(text, "      <node", &attributes, ">\n")?;
        add_values(text, &node::COLUMNS, &node.values())?;
        text.push_str("      </node>\n");
        Ok(())
    }

    fn edge(text: &mut String, arc: &Arc<'_>) -> Result<(), Forbidden> {
        let edge = &arc.edge;
        let together = if edge.mutual { ", together" } else { "" };
        let attributes = [
            ("id", arc.id.as_str()),
            ("source", &arc.source),
            ("target", &arc.target),
            ("label", &edge.label),
            ("kind", &[&edge.label, together].concat()),
            ("weight", &format!("{:?}", edge.weight)),
        ];
        add_tag(text, "      <edge", &attributes, "")?;
        let spans = spans(arc.tie.dates());
        if let [span] = spans.as_slice() {
            add_span(text, "", span, "")?;
        }
        text.push_str(">\n");
        add_values(text, &edge::COLUMNS, &edge.values())?;
        if spans.len() > 1 {
            text.push_str("        <spells>\n");
            for span in &spans {
                add_span(text, "          <spell", span, "/>\n")?;
            }
            text.push_str("        </spells>\n");
        }
        text.push_str("      </edge>\n");
        Ok(())
    }
}

fn add_columns(text: &mut String, class: &str, columns: &[Column]) -> Result<(), Forbidden> {
    text.extend(["    <attributes class=\"", class, "\">\n"]);
    for column in columns.iter().filter(|column| is_own(column)) {
        let attributes = [
            ("id", column.name),
            ("title", column.name),
            ("type", column.kind.word()),
        ];
        add_tag(text, "      <attribute", &attributes, "/>\n")?;
    }
    text.push_str("    </attributes>\n");
    Ok(())
}

fn is_own(column: &Column) -> bool {
    !BUILT_IN.contains(&column.name)
}

fn add_values(
    text: &mut String,
    columns: &[Column],
    values: &[Value<'_>],
) -> Result<(), Forbidden> {
    text.push_str("        <attvalues>\n");
    for (column, value) in columns.iter().zip(values) {
        if let Some(value) = value.as_ref().filter(|_| is_own(column)) {
            let attributes = [("for", column.name), ("value", value)];
            add_tag(text, "          <attvalue", &attributes, "/>\n")?;
        }
    }
    text.push_str("        </attvalues>\n");
    Ok(())
}

fn add_span(text: &mut String, begin: &str, span: &Span, end: &str) -> Result<(), Forbidden> {
    let [first, last] = span.map(|day| day.to_string());
    add_tag(text, begin, &[("start", &first), ("end", &last)], end)
}

/// Days in ascending order: the first and the last of a span.
type Span = [PartialDate; 2];

/// The time spans of some acts, each as its first and last day, in order of time; adjacent spans are merged.
///
/// A date without a day or month covers every day that it may mean. Programs silently drop a span that begins and ends
/// on the same day, so a span of one day ends on the next.
fn spans<'a>(dates: impl Iterator<Item = [Option<&'a str>; 2]>) -> Vec<Span> {
    let mut spans: Vec<Span> = dates.filter_map(span).collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::new();
    for [first, last] in spans {
        match apart.last_mut() {
            Some([_, end]) if first <= *end => *end = last.max(*end),
            _ => apart.push([first, last]),
        }
    }
    apart
}

/// An unreadable date is ignored.
fn span([first, last]: [Option<&str>; 2]) -> Option<Span> {
    let first: PartialDate = first?.parse().ok()?;
    let last = last.and_then(|last| last.parse::<PartialDate>().ok());
    let days = [first, last.unwrap_or(first)];
    let begins = days.map(PartialDate::first_day).into_iter().min()?;
    let ends = days.map(PartialDate::last_day).into_iter().max()?;
    if begins < ends {
        return Some([begins, ends]);
    }
    match ends.next_day() {
        Some(next) => Some([begins, next]),
        None => Some([begins.previous_day()?, ends]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(dates: &[[&str; 2]]) -> String {
        let dates = dates.iter().map(|dates| dates.map(Some));
        let spans = spans(dates).into_iter();
        let spans = spans.map(|[first, last]| format!("{first}..{last}"));
        spans.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_date_is_every_day_that_it_may_mean() {
        assert_eq!(shown(&[["2017", "2017"]]), "2017-01-01..2017-12-31");
        assert_eq!(shown(&[["2016-02", "2016-02"]]), "2016-02-01..2016-02-29");
        assert_eq!(shown(&[["1994", "1996-03"]]), "1994-01-01..1996-03-31");
        assert_eq!(shown(&[["2017-11", "2017"]]), "2017-01-01..2017-12-31");
    }

    #[test]
    fn no_span_begins_and_ends_at_once() {
        assert_eq!(shown(&[["2017-11-13"; 2]]), "2017-11-13..2017-11-14");
        assert_eq!(shown(&[["2017-12-31"; 2]]), "2017-12-31..2018-01-01");
        assert_eq!(shown(&[["2020-02-29"; 2]]), "2020-02-29..2020-03-01");
        assert_eq!(shown(&[["9999-12-31"; 2]]), "9999-12-30..9999-12-31");
        assert_eq!(shown(&[["0001-01-01"; 2]]), "0001-01-01..0001-01-02");
    }

    #[test]
    fn adjacent_spans_are_merged_and_others_are_in_order_of_time() {
        let dates = [
            ["2019-05-02"; 2],
            ["2017-11-14"; 2],
            ["2017-11-13"; 2],
            ["2017", "2017"],
            ["sometime", "sometime"],
        ];
        assert_eq!(
            shown(&dates),
            "2017-01-01..2017-12-31 2019-05-02..2019-05-03"
        );
        assert_eq!(shown(&dates[1..3]), "2017-11-13..2017-11-15");
        assert_eq!(shown(&[]), "");
        assert!(spans([[None, None]].into_iter()).is_empty());
    }
}
