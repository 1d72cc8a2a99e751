//! The connections between two things, each step with the words that carry it.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::markup::{Markup, Style};
use super::telling::Fact;
use super::told::{self, Record};
use super::when;
use crate::network::{Edge, Facts, Heading, Path, Step};
use crate::source::{Source, SourceError};

/// So many ties of a step are told with their words.
const TOLD_TIES: usize = 3;

/// Acts by their IRIs.
type Acts = BTreeMap<NamedNode, Record>;

/// Writes the connections that were found between two things.
///
/// Each step tells the strongest ties, which way they point, and for each of them its first act, with its words and a
/// link to them, and how many more there are; the others by name.
///
/// # Errors
/// Those of the queries on which it rests.
pub fn connections(
    source: &Source,
    paths: &[Path<'_>],
    facts: &Facts,
    asks: &str,
    style: Style,
) -> Result<String, SourceError> {
    let acts = told::acts(source)?;
    let acts: Acts = acts.into_iter().map(|act| (act.iri.clone(), act)).collect();
    let mut page = Markup::new(style);
    let ends = paths.first().map(|path| names(path, facts));
    let ends = ends
        .as_deref()
        .and_then(|names| Some((names.first()?, names.last()?)));
    if let Some((from, to)) = ends {
        page.heading(1, &format!("Connections: {from} and {to}"));
    }
    page.paragraph(asks);
    for (number, path) in paths.iter().enumerate() {
        let steps = match path.steps.len() {
            1 => "1 step".to_owned(),
            several => format!("{several} steps"),
        };
        let names = names(path, facts).join(" – ");
        page.heading(2, &format!("{}. {names} ({steps})", number + 1));
        for step in &path.steps {
            write_step(&mut page, step, facts, &acts);
        }
    }
    Ok(page.finish())
}

/// The names of the nodes that a connection passes.
fn names(path: &Path<'_>, facts: &Facts) -> Vec<String> {
    let first = path.steps.first().map(|step| step.from);
    let nodes = first
        .into_iter()
        .chain(path.steps.iter().map(|step| step.to));
    nodes.map(|node| facts.node_label(node)).collect()
}

fn write_step(page: &mut Markup, step: &Step<'_>, facts: &Facts, acts: &Acts) {
    let (told, rest) = step.ties.split_at(TOLD_TIES.min(step.ties.len()));
    for (heading, edge) in told {
        let [from, to] = [step.from, step.to].map(|node| page.shown(&facts.node_label(node)));
        let relation = page.strong(&facts.relation_label(&edge.relation));
        let [tail, head] = arrow(*heading);
        page.item(0, &format!("{from} {tail}{relation}{head} {to}"));
        write_first_act(page, edge, facts, acts);
    }
    if !rest.is_empty() {
        let names = rest.iter().map(|(heading, edge)| {
            let relation = page.shown(&facts.relation_label(&edge.relation));
            let [tail, head] = arrow(*heading);
            format!("{tail}{relation}{head} ({})", edge.acts.len())
        });
        let names = names.collect::<Vec<_>>().join(", ");
        page.item(0, &format!("and {} more: {names}", rest.len()));
    }
}

/// What stands before and behind the name of a relation.
const fn arrow(heading: Heading) -> [&'static str; 2] {
    match heading {
        Heading::Along => ["—", "→"],
        Heading::Both => ["←", "→"],
        Heading::Against => ["←", "—"],
    }
}

/// The first act of a tie with its words, and how many more there are.
fn write_first_act(page: &mut Markup, edge: &Edge, facts: &Facts, acts: &Acts) {
    let Some(first) = edge.acts.first() else {
        return;
    };
    match acts.get(first) {
        Some(act) => {
            let line = page.act_line(&[Fact::When], act);
            page.item(1, &line);
            let words = page.words_of(act);
            page.citation(2, &words);
            page.inferences(2, &act.inferences);
        }
        None => write_other(page, first, edge, facts),
    }
    let more = edge.acts.len() - 1;
    if more > 0 {
        page.item(1, &format!("and {more} more"));
    }
}

/// What carries a tie and is no act: an event, a membership.
fn write_other(page: &mut Markup, thing: &NamedNode, edge: &Edge, facts: &Facts) {
    let Some(known) = facts.acts.get(thing) else {
        page.item(1, &page.shown(thing.as_str()));
        return;
    };
    let date = edge
        .dates()
        .next()
        .and_then(|[first, _]| first.map(when::in_words));
    // The name of an event tells its day most often.
    let date = date.filter(|date| !known.sentence.contains(date.as_str()));
    let date = date.map_or_else(String::new, |date| format!("{date}: "));
    let link = known.url.as_deref().map(|url| page.link(url, &[]));
    let link = link.unwrap_or_default();
    let sentence = format!("{}{}", page.shown(&date), page.shown(&known.sentence));
    if let Some(quote) = &known.quote {
        page.item(1, &sentence);
        let words = format!("{}{link}", page.quoted(quote));
        page.citation(2, &words);
    } else {
        page.item(1, &format!("{sentence}{link}"));
    }
}
