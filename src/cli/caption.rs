//! What stands in the legend of a picture: what it shows, what it leaves out, how it is to be read.

use crate::network::{Bundling, Scope};
use crate::query::NamedQuery;
use crate::vocab::shorten;

/// What was cut out of the view.
#[derive(Debug, Clone, Copy)]
pub struct Cut<'a> {
    /// The entity around which the network is cut, as it was typed, and the number of edges from it.
    pub focus: Option<(&'a str, usize)>,
    /// The least weight of an edge.
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
    /// How many acts are in scope, and how many of them tie nobody.
    pub acts: [usize; 2],
}

/// What a view asks, and what of it is shown, in sentences.
pub fn of_view(view: &NamedQuery, cut: Cut<'_>, scope: &Scope) -> Vec<String> {
    let mut sentences = vec![view.asks.clone()];
    sentences.extend(only(cut, scope));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// `Only Offer, Ask, from 2017, until 2019, within 1 of nato, ties of 2 and more.`
fn only(cut: Cut<'_>, scope: &Scope) -> Option<String> {
    let kinds = scope.kinds.iter().map(|kind| {
        let name = shorten(kind.as_str()).map(|(_, local)| local.to_owned());
        name.unwrap_or_else(|| kind.as_str().to_owned())
    });
    let since = scope.since.map(|date| format!("from {date}"));
    let until = scope.until.map(|date| format!("until {date}"));
    let focus = cut.focus.map(|(name, hops)| match hops {
        1 => format!("what is tied to {name}"),
        _ => format!("what lies within {hops} ties of {name}"),
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
    /// The sentences, each for a line of its own.
    pub fn sentences(&self) -> Vec<String> {
        let mut sentences = of_view(self.view, self.cut, self.scope);
        sentences.extend(self.left_out());
        sentences.push(self.ties().to_owned());
        if !self.labels {
            let bare = "The ties are too many for labels; what each of them is, its tooltip tells.";
            sentences.push(bare.to_owned());
        }
        sentences
    }

    /// Nothing where the picture was cut, since the reader wanted to miss what is not there.
    fn left_out(&self) -> Option<String> {
        if self.cut.focus.is_some() || self.cut.min_weight.is_some() {
            return None;
        }
        match self.acts {
            [0, _] => None,
            [all, 0] => Some(format!("All {all} acts are drawn.")),
            [all, untied] => Some(format!("{untied} of {all} acts are not drawn.")),
        }
    }

    const fn ties(&self) -> &'static str {
        match self.bundling {
            Bundling::Kind => "A line is one kind of act; the wider, the more of them.",
            Bundling::Group => "A line is one group of kinds; the wider, the more acts.",
            Bundling::Pair => {
                "A line is all that one does toward the other; the wider, the more acts. \
                 Its colours are the groups of kinds, each as long as its share."
            }
        }
    }
}
