//! The connections between two nodes of a network, each step with its words.

use oxigraph::model::NamedNode;

use super::inferred::{inferred, inferred_items};
use super::sentences::{Fact, act_line};
use crate::document::{Block, Document, Inlines, Item};
use crate::model::text_fragment;
use crate::network::{Edge, Facts, Heading, Path, Step};
use crate::records::{Records, in_words};

/// The number of ties of a step that are shown with their words.
const SHOWN_TIES: usize = 3;

/// The connections between two nodes.
///
/// Each step shows the strongest ties with their direction and their first act, its words, a link to them, and the
/// number of other acts; the other ties are only named.
#[must_use]
pub fn connections(records: &Records, paths: &[Path<'_>], facts: &Facts, asks: &str) -> Document {
    let mut blocks = Vec::new();
    let ends = paths.first().map(|path| names(path, facts));
    let ends = ends.as_deref();
    if let Some((from, to)) = ends.and_then(|names| Some((names.first()?, names.last()?))) {
        blocks.push(Block::heading(1, format!("Connections: {from} and {to}")));
    }
    blocks.push(Block::paragraph(asks));
    for (number, path) in (1..).zip(paths) {
        let steps = match path.steps.len() {
            1 => "1 step".to_owned(),
            several => format!("{several} steps"),
        };
        let names = names(path, facts).join(" – ");
        blocks.push(Block::heading(2, format!("{number}. {names} ({steps})")));
        let items = path
            .steps
            .iter()
            .flat_map(|step| step_items(records, step, facts));
        blocks.push(Block::List(items.collect()));
    }
    Document::new(blocks)
}

/// The names of the nodes on a connection.
fn names(path: &Path<'_>, facts: &Facts) -> Vec<String> {
    let first = path.steps.first().map(|step| step.from);
    let nodes = first
        .into_iter()
        .chain(path.steps.iter().map(|step| step.to));
    nodes.map(|node| facts.node_label(node)).collect()
}

fn step_items(records: &Records, step: &Step<'_>, facts: &Facts) -> Vec<Item> {
    let (shown, rest) = step.ties.split_at(SHOWN_TIES.min(step.ties.len()));
    let tie = |(heading, edge): &(Heading, &Edge)| {
        let [from, to] = [step.from, step.to].map(|node| facts.node_label(node));
        let [tail, head] = arrow(*heading);
        let line = Inlines::from(format!("{from} {tail}"))
            .strong(facts.relation_label(&edge.relation))
            .text(format!("{head} {to}"));
        Item::new(line).with_list(first_act(records, edge, facts))
    };
    let mut items: Vec<Item> = shown.iter().map(tie).collect();
    if !rest.is_empty() {
        let names = rest.iter().map(|(heading, edge)| {
            let relation = facts.relation_label(&edge.relation);
            let [tail, head] = arrow(*heading);
            format!("{tail}{relation}{head} ({})", edge.acts.len())
        });
        let names = names.collect::<Vec<_>>().join(", ");
        items.push(Item::text(format!("and {} more: {names}", rest.len())));
    }
    items
}

/// The arrows before and after the name of a relation.
const fn arrow(heading: Heading) -> [&'static str; 2] {
    match heading {
        Heading::Along => ["—", "→"],
        Heading::Both => ["←", "→"],
        Heading::Against => ["←", "—"],
    }
}

/// The first act of a tie with its words, and the number of others.
fn first_act(records: &Records, edge: &Edge, facts: &Facts) -> Vec<Item> {
    let Some(first) = edge.acts.first() else {
        return Vec::new();
    };
    let act = records.id(first.as_ref()).and_then(|id| records.act(id));
    let mut items = vec![match act {
        Some(act) => act_line(records, act, &[Fact::When])
            .with_list(inferred_items(records, &inferred(records, act.id))),
        None => other_item(first, edge, facts),
    }];
    let more = edge.acts.len() - 1;
    if more > 0 {
        items.push(Item::text(format!("and {more} more")));
    }
    items
}

/// The carrier of a tie that is not an act: an event, a membership.
fn other_item(node: &NamedNode, edge: &Edge, facts: &Facts) -> Item {
    let Some(known) = facts.acts.get(node) else {
        return Item::text(node.as_str());
    };
    let first = edge.dates().next().and_then(|[first, _]| first);
    // The name of an event usually ends with its date.
    let date = first
        .map(in_words)
        .filter(|date| !known.sentence.contains(date.as_str()));
    let date = date.map_or_else(String::new, |date| format!("{date}: "));
    let sentence = Inlines::from(format!("{date}{}", known.sentence));
    let page = known.url.as_deref().and_then(|url| text_fragment(url, []));
    match &known.quote {
        Some(quote) => {
            let words = Inlines::new().quote(quote).note(page);
            Item::new(sentence).with([Block::Quotation(words)])
        }
        None => Item::new(sentence.note(page)),
    }
}
