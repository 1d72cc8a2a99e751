//! What of a view is wanted, as it was typed.

use oxigraph::model::NamedNode;

use super::dossiers::Loaded;
use super::failure::UsageError;
use super::options::ScopeArgs;
use crate::network::Scope;

/// The kinds and the time that are wanted; the sides are those of the first dossier.
pub(super) fn wanted(typed: &ScopeArgs, loaded: &Loaded) -> Result<Scope, UsageError> {
    let kinds: Result<Vec<NamedNode>, UsageError> = typed
        .kind
        .iter()
        .map(|name| {
            let kind = loaded.gazetteer.resolve_kind_or_group(name.trim());
            kind.map_err(|error| UsageError(format!("--kind: {error}")))
        })
        .collect();
    let sides = loaded.manifests.first();
    Ok(Scope {
        sides: sides.map_or_else(Vec::new, |manifest| manifest.sides.clone()),
        kinds: kinds?,
        since: typed.since,
        until: typed.until,
        ..Scope::default()
    })
}
