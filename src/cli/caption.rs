//! What stands in the legend of a picture: what it shows, what it leaves out, how it is to be read.

use crate::cli::args::Graph;
use crate::cli::dossiers::Loaded;
use crate::network::{Bundling, Scope};
use crate::query::NamedQuery;
use crate::vocab::shorten;

/// `Belarus and Kaliningrad Oblast: who does what toward whom`, or without a view the dossiers alone.
pub fn titled(view: Option<&NamedQuery>, loaded: &Loaded) -> String {
    let dossiers: Vec<&str> = loaded
        .manifests
        .iter()
        .map(|manifest| manifest.title.as_str())
        .collect();
    let dossiers = dossiers.join("; ");
    let Some(view) = view else {
        return dossiers;
    };
    let mut letters = view.title.chars();
    let first = letters.next().map(char::to_lowercase);
    let title: String = first.into_iter().flatten().chain(letters).collect();
    format!("{dossiers}: {title}")
}

/// What a caption is about.
pub struct Caption<'a> {
    pub(crate) view: &'a NamedQuery,
    pub(crate) arguments: &'a Graph,
    pub(crate) scope: &'a Scope,
    pub(crate) bundling: Bundling,
    /// Whether ties have labels.
    pub(crate) labels: bool,
    /// How many acts are in scope, and how many of them tie nobody.
    pub(crate) acts: [usize; 2],
}

/// What a view asks, and what of it is shown, in sentences.
pub fn of_view(view: &NamedQuery, arguments: &Graph, scope: &Scope) -> Vec<String> {
    let mut sentences = vec![view.asks.clone()];
    sentences.extend(only(arguments, scope));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// `Only Offer, Ask, from 2017, until 2019, within 1 of nato, ties of 2 and more.`
fn only(arguments: &Graph, scope: &Scope) -> Option<String> {
    let kinds = scope.kinds.iter().map(|kind| {
        let name = shorten(kind.as_str()).map(|(_, local)| local.to_owned());
        name.unwrap_or_else(|| kind.as_str().to_owned())
    });
    let since = scope.since.map(|date| format!("from {date}"));
    let until = scope.until.map(|date| format!("until {date}"));
    let hops = arguments.hops;
    let focus = arguments.focus.as_ref();
    let focus = focus.map(|name| match hops {
        1 => format!("what is tied to {name}"),
        _ => format!("what lies within {hops} ties of {name}"),
    });
    let weight = arguments.min_weight;
    let weight = weight.map(|weight| format!("ties of {weight} and more"));
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
    pub(crate) fn sentences(&self) -> Vec<String> {
        let mut sentences = of_view(self.view, self.arguments, self.scope);
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
        if self.arguments.focus.is_some() || self.arguments.min_weight.is_some() {
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
