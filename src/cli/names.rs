//! Resolves names that a user types: entities, the focus of a network, kinds of act.

use std::borrow::Cow;

use oxigraph::model::NamedNode;

use super::context::Loaded;
use super::error::CliError;
use super::options::ScopeArgs;
use crate::model::{EntityKind, NameError};
use crate::network::{Network, Scope};
use crate::query::{Catalogue, NamedQuery};
use crate::records::Records;
use crate::vocab::{Namespace, expand};

/// The entity with this name; otherwise a node of the network without a description.
pub fn node(
    name: &str,
    loaded: &Loaded,
    records: &Records,
    network: &Network,
) -> Result<NamedNode, CliError> {
    entity(name, loaded, records).or_else(|unknown| {
        let mut nodes = candidates(name).into_iter();
        nodes.find(|node| network.contains(node)).ok_or(unknown)
    })
}

/// The entity with this name in the name index; otherwise an act, a readout, a class or a kind.
pub fn entity(name: &str, loaded: &Loaded, records: &Records) -> Result<NamedNode, CliError> {
    let unknown = match loaded
        .graph
        .name_index
        .resolve_loosely(name, EntityKind::ALL)
    {
        Ok(entity) => return Ok(entity),
        Err(error @ NameError::Unknown { .. }) => error,
        Err(error) => return Err(error.into()),
    };
    let is_subject = |node: &NamedNode| {
        let id = records.id(node.as_ref());
        id.is_some_and(|id| records.statements(id).next().is_some())
    };
    let known = candidates(name).into_iter().find(is_subject);
    known.ok_or_else(|| unknown.into())
}

fn candidates(name: &str) -> Vec<NamedNode> {
    let absolute = expand(name).map(Cow::into_owned);
    let iris = match absolute {
        Some(iri) => vec![iri],
        None if name.contains("://") => vec![name.trim_matches(['<', '>']).to_owned()],
        None => [Namespace::Act, Namespace::Readout, Namespace::Ontology]
            .map(|namespace| [namespace.iri(), name].concat())
            .to_vec(),
    };
    let nodes = iris.into_iter().map(NamedNode::new);
    nodes.filter_map(Result::ok).collect()
}

/// The view with this name.
pub fn view<'a>(name: &str, views: &'a Catalogue) -> Result<&'a NamedQuery, CliError> {
    let view = views.named(name);
    view.map_err(|error| CliError::usage(format!("--view: {error}")))
}

/// The kinds and dates to which a view is limited, and the sides of the dossier.
pub fn scope(typed: &ScopeArgs, loaded: &Loaded) -> Result<Scope, CliError> {
    let kinds: Result<Vec<NamedNode>, CliError> = typed
        .kind
        .iter()
        .map(|name| {
            let kind = loaded.graph.name_index.resolve_kind_or_group(name.trim());
            kind.map_err(|error| CliError::usage(format!("--kind: {error}")))
        })
        .collect();
    Ok(Scope {
        sides: loaded.sides(),
        kinds: kinds?,
        since: typed.since,
        until: typed.until,
        ..Scope::default()
    })
}

/// The entity around which a network is cut.
pub fn focus(typed: Option<&str>, loaded: &Loaded) -> Result<Option<NamedNode>, NameError> {
    let names = &loaded.graph.name_index;
    let focus = typed.map(|name| names.resolve_loosely(name, EntityKind::ALL));
    focus.transpose()
}
