//! The caption of a picture: what it shows, what it leaves out, how to read it.

use crate::network::{Bundling, Scope};
use crate::query::NamedQuery;
use crate::vocab::shorten;

/// How the view was cut.
#[derive(Debug, Clone, Copy)]
pub struct Cut<'a> {
    /// The entity around which the network is cut, as typed, and the maximum number of ties from it.
    pub focus: Option<(&'a str, usize)>,
    /// The minimum weight of a tie.
    pub min_weight: Option<f64>,
}

/// What a caption is about.
pub struct Caption<'a> {
    pub view: &'a NamedQuery,
    pub cut: Cut<'a>,
    pub scope: &'a Scope,
    pub bundling: Bundling,
    /// Whether ties have labels.
    pub labels: bool,
    /// The number of acts in scope, and of those without a tie.
    pub acts: [usize; 2],
    /// The number of nodes that do not fit on the page.
    pub left_out: usize,
}

/// The question that a view answers and the part that is shown, as sentences.
pub fn of_view(view: &NamedQuery, cut: Cut<'_>, scope: &Scope) -> Vec<String> {
    let mut sentences = vec![view.asks.clone()];
    sentences.extend(only(cut, scope));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// `Only Offer, Ask, from 2017, until 2019, within 1 tie of nato, ties of 2 and more.`
fn only(cut: Cut<'_>, scope: &Scope) -> Option<String> {
    let kinds = scope.kinds.iter().map(|kind| {
        let name = shorten(kind.as_str()).map(|(_, local)| local.to_owned());
        name.unwrap_or_else(|| kind.as_str().to_owned())
    });
    let since = scope.since.map(|date| format!("from {date}"));
    let until = scope.until.map(|date| format!("until {date}"));
    let focus = cut.focus.map(|(name, hops)| match hops {
        1 => format!("within 1 tie of {name}"),
        _ => format!("within {hops} ties of {name}"),
    });
    let weight = cut
        .min_weight
        .map(|weight| format!("ties of {weight} and more"));
    let parts: Vec<String> = kinds
        .chain(since)
        .chain(until)
        .chain(focus)
        .chain(weight)
        .collect();
    (!parts.is_empty()).then(|| format!("Only {}.", parts.join(", ")))
}

impl Caption<'_> {
    /// The sentences, one for each line.
    pub fn sentences(&self) -> Vec<String> {
        let mut sentences = of_view(self.view, self.cut, self.scope);
        sentences.extend(self.undrawn());
        if self.left_out > 0 {
            let (nodes, are) = match self.left_out {
                1 => ("less connected node", "is"),
                _ => ("less connected nodes", "are"),
            };
            sentences.push(format!(
                "{} {nodes} {are} left out: --all draws all.",
                self.left_out
            ));
        }
        sentences.push(self.ties().to_owned());
        if !self.labels {
            let bare = "Too many lines for labels: point at a line to see what it is.";
            sentences.push(bare.to_owned());
        }
        sentences
    }

    /// Nothing if the picture was narrowed, because the reader chose what to leave out.
    fn undrawn(&self) -> Option<String> {
        if self.cut.focus.is_some() || self.cut.min_weight.is_some() {
            return None;
        }
        match self.acts {
            [0, _] => None,
            [all, 0] => Some(format!("All {all} acts make a line.")),
            [all, untied] => Some(format!("{untied} of {all} acts make no line.")),
        }
    }

    const fn ties(&self) -> &'static str {
        match self.bundling {
            Bundling::Kind => "A line is one kind of act, the wider the more.",
            Bundling::Group => "A line is one group of kinds, the wider the more acts.",
            Bundling::Pair => {
                "A line is all acts of one toward the other, the wider the more; its colours show the share of each group."
            }
        }
    }
}
