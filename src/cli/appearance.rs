//! Reads `--color-by` and `--size-by`.

use std::borrow::Cow;

use super::error::CliError;
use crate::export::dot::{Colouring, Groups, Scale};
use crate::network::analysis::{self, Measure, MeasureScope, Subject};
use crate::network::measures;
use crate::network::{Network, Projection};
use crate::text::did_you_mean;

/// What colours can show in addition to measures.
const KIND: &str = "kind";
const SIDE: &str = "side";
const COMMUNITY: &str = "community";

/// What the colours of the drawn nodes show; by default, their kind. Measures run on the network that `measured` returns.
pub fn colouring<'a>(
    typed: Option<&str>,
    drawn: &Network,
    measured: impl Fn() -> Cow<'a, Network>,
) -> Result<Colouring, CliError> {
    Ok(match typed {
        None | Some(KIND) => Colouring::Kind,
        Some(SIDE) => Colouring::Groups(Groups::of_sides(drawn, &drawn.facts().sides)),
        Some(COMMUNITY) => Colouring::Groups(communities(&measured())),
        Some(name) => Colouring::Scale(scale("--color-by", name, &measured())?),
    })
}

/// What the sizes of nodes show; by default, nothing. As for [`colouring`].
pub fn sizes<'a>(
    typed: Option<&str>,
    measured: impl Fn() -> Cow<'a, Network>,
) -> Result<Option<Scale>, CliError> {
    let scale = |name| scale("--size-by", name, &measured());
    typed.map(scale).transpose()
}

/// The value of a measure for each measured node, also for those that the picture leaves out.
fn scale(option: &str, name: &str, measured: &Network) -> Result<Scale, CliError> {
    let values = measure(option, name)?.of_nodes(&Subject::new(measured, false));
    let values = values.map_err(|undefined| {
        CliError::usage(format!(
            "{option}: {name} is undefined on this network: {}",
            undefined.0
        ))
    })?;
    let nodes = measured.nodes().zip(&values);
    let numbers = nodes.filter_map(|(node, value)| Some((node.clone(), value.number()?)));
    Ok(Scale::new(name.to_owned(), numbers))
}

/// The measure of nodes with this name. Community is not one here: its number is a name, not a size.
fn measure(option: &str, name: &str) -> Result<&'static Measure, CliError> {
    let known = || {
        analysis::all()
            .filter(|measure| measure.scope() == MeasureScope::Nodes && measure.name != COMMUNITY)
    };
    known().find(|measure| measure.name == name).ok_or_else(|| {
        let words = [KIND, SIDE, COMMUNITY]
            .into_iter()
            .filter(|_| option == "--color-by");
        let names: Vec<&str> = words.chain(known().map(|measure| measure.name)).collect();
        let hint = did_you_mean(name, names.iter().copied())
            .unwrap_or_else(|| format!("choose one of {}", names.join(", ")));
        CliError::usage(format!(
            "{option}: unknown measure of nodes `{name}`; {hint}"
        ))
    })
}

/// The communities as groups with their sizes, the largest first.
fn communities(network: &Network) -> Groups {
    let of = measures::communities(&Projection::of(network));
    let mut sizes = vec![0_usize; of.iter().max().map_or(0, |last| last + 1)];
    for community in &of {
        if let Some(size) = sizes.get_mut(*community) {
            *size += 1;
        }
    }
    let labels = sizes.iter().zip(1..);
    Groups {
        labels: labels
            .map(|(size, number)| format!("community {number} ({size})"))
            .collect(),
        of: network.nodes().cloned().zip(of).collect(),
    }
}
