//! What of a view is wanted, as it was typed.

use oxigraph::model::NamedNode;

use super::dossiers::Loaded;
use super::failure::UsageError;
use crate::model::PartialDate;
use crate::network::Scope;

/// The kinds and the time that are wanted; the sides are those of the first dossier.
pub(super) fn wanted(
    kinds: &[String],
    [since, until]: [Option<PartialDate>; 2],
    loaded: &Loaded,
) -> Result<Scope, UsageError> {
    let kinds: Result<Vec<NamedNode>, UsageError> = kinds
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
        since,
        until,
        ..Scope::default()
    })
}
