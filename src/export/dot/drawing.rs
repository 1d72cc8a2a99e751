//! The state of a drawing: what is looked up once for its many nodes and edges, and the words behind them.

use std::collections::HashMap;

use oxigraph::model::NamedNode;

use super::elements::{EdgeRef, NodeRef};
use super::picture::Picture;
use super::quoted::{self, Quoted};
use super::segments::EdgeStyles;
use super::sides::Sides;
use super::words::{QUOTE_LENGTH, cut};
use crate::network::{ActFacts, Facts, Network};
use crate::text::flat;

/// The maximum number of acts that a tooltip shows in full.
const ACTS_SHOWN: usize = 8;
/// The maximum number of characters of a heading or a sentence in a tooltip.
const SENTENCE_LENGTH: usize = 600;

/// What is drawn, and lookup tables for it.
pub struct Drawing<'a> {
    pub network: &'a Network,
    pub picture: &'a Picture,
    pub facts: &'a Facts,
    /// The nodes, by index.
    pub nodes: &'a [NodeRef<'a>],
    pub sides: Sides<'a>,
    pub styles: EdgeStyles<'a>,
    /// With many acts, a hash map is several times faster than a tree; it is never iterated, so its order does not
    /// matter.
    acts: HashMap<&'a NamedNode, &'a ActFacts>,
}

impl<'a> Drawing<'a> {
    pub fn new(network: &'a Network, picture: &'a Picture, nodes: &'a [NodeRef<'a>]) -> Self {
        let facts = network.facts();
        Self {
            network,
            picture,
            facts,
            nodes,
            sides: Sides::new(network, picture, nodes),
            styles: EdgeStyles::new(facts, picture),
            acts: facts.acts.iter().collect(),
        }
    }

    pub fn edges(&self) -> impl Iterator<Item = EdgeRef<'a>> + use<'a> {
        EdgeRef::all(self.network, self.nodes)
    }

    /// Whether all acts of an edge are inferred to link its two ends.
    pub fn is_inferred(&self, EdgeRef { from, to, edge, .. }: EdgeRef<'_>) -> bool {
        let is_inferred = |act: &NamedNode| {
            let facts = self.acts.get(act);
            facts
                .is_some_and(|act| act.inferred.contains(from.iri) || act.inferred.contains(to.iri))
        };
        edge.acts.iter().all(is_inferred)
    }

    /// The words of distinct acts below a heading.
    pub fn evidence<'b>(
        &self,
        heading: &str,
        acts: impl ExactSizeIterator<Item = &'b NamedNode>,
    ) -> Evidence {
        let more = acts.len().saturating_sub(ACTS_SHOWN);
        let mut lines = cut(&flat(heading), SENTENCE_LENGTH).into_owned();
        let mut link = None;
        for (number, act) in acts.enumerate() {
            if number >= ACTS_SHOWN && link.is_some() {
                break;
            }
            let Some(act) = self.acts.get(act) else {
                continue;
            };
            if number < ACTS_SHOWN {
                lines.push('\n');
                add_act(&mut lines, act);
            }
            link = link.or_else(|| quoted::link(act.url.as_deref()?));
        }
        if more > 0 {
            lines.extend(["\n… and ", &more.to_string(), " more"]);
        }
        let tooltip = quoted::tooltip(&lines);
        Evidence { tooltip, link }
    }
}

/// The words behind something that is drawn.
pub struct Evidence {
    /// A heading, and below it what was said, up to a limit.
    pub tooltip: Quoted,
    /// The link to the words of the first act that has a link.
    pub link: Option<Quoted>,
}

/// Adds the sentence of an act and its words to a text.
fn add_act(text: &mut String, act: &ActFacts) {
    let sentence = flat(&act.sentence);
    text.push_str(&cut(&sentence, SENTENCE_LENGTH));
    if let Some(quote) = &act.quote {
        let colon = if sentence.is_empty() { "" } else { ": " };
        text.extend([colon, "“", &cut(&flat(quote), QUOTE_LENGTH), "”"]);
    }
}
