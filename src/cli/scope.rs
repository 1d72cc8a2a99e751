//! What of a view is wanted, as it was typed.

use oxigraph::model::NamedNode;

use super::dossiers::Loaded;
use super::failure::UsageError;
use super::options::ScopeArgs;
use crate::model::{EntityKind, NameError};
use crate::network::Scope;

/// The kinds and the time that are wanted; the sides are those of the dossier.
pub fn wanted(typed: &ScopeArgs, loaded: &Loaded) -> Result<Scope, UsageError> {
    let kinds: Result<Vec<NamedNode>, UsageError> = typed
        .kind
        .iter()
        .map(|name| {
            let kind = loaded.name_index.resolve_kind_or_group(name.trim());
            kind.map_err(|error| UsageError(format!("--kind: {error}")))
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

/// The thing around which all else that is wanted lies.
pub fn focus(typed: Option<&str>, loaded: &Loaded) -> Result<Option<NamedNode>, NameError> {
    let resolve = |name| loaded.name_index.resolve_loosely(name, EntityKind::ALL);
    typed.map(resolve).transpose()
}
