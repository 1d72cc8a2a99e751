//! Resolves names as people type them: in any spelling, and people and sides by a part of the name.

use oxigraph::model::NamedNode;

use super::entity::EntityKind;
use super::name_error::NameError;
use super::name_index::{NameIndex, NamedEntity};
use crate::text::{folded, holds_words, is_same_name};
use crate::vocab::compact;

impl NameIndex {
    /// Finds an entity as [`resolve`](Self::resolve) does, or else by one of its names or forms in text. Letter case,
    /// white space and punctuation do not matter, and Cyrillic letters equal the Latin ones that English texts have for
    /// them. If an event and another entity have the name, it is that of the other one.
    ///
    /// # Errors
    /// As `resolve`, and [`NameError::Ambiguous`] if several entities have this name.
    pub fn resolve_by_name(
        &self,
        name: &str,
        kinds: &[EntityKind],
    ) -> Result<NamedNode, NameError> {
        let name = name.trim();
        self.resolve(name, kinds).or_else(|unresolved| {
            let is_called = |entity: &NamedEntity| {
                let forms = [&entity.short_name, &entity.in_text].into_iter();
                let forms = forms.flatten().map(String::as_str);
                let mut names = entity.names().chain(forms);
                names.any(|known| is_same_name(known, name))
            };
            let named = self.of_kinds(kinds).filter(|(_, entity)| is_called(entity));
            only_one(name, named, unresolved)
        })
    }

    /// Finds an entity as [`resolve_by_name`](Self::resolve_by_name) does, or else a person or a side of the dossier by
    /// words of one of its names, such as the surname. Words that other entities of the kind of the side have, too, such as
    /// `region`, are ambiguous.
    ///
    /// # Errors
    /// As `resolve_by_name`.
    pub fn resolve_loosely(
        &self,
        name: &str,
        kinds: &[EntityKind],
    ) -> Result<NamedNode, NameError> {
        self.resolve_by_name(name, kinds).or_else(|unresolved| {
            if let NameError::Ambiguous { .. } = unresolved {
                return Err(unresolved);
            }
            let has_words = |entity: &NamedEntity| {
                let mut names = entity.names();
                names.any(|known| holds_words(known, name))
            };
            let with_words = self.of_kinds(kinds).filter(|(_, entity)| has_words(entity));
            let (short, others): (Vec<_>, Vec<_>) =
                with_words.partition(|(iri, entity)| self.has_short_names(iri, entity));
            let sides = || short.iter().filter(|(_, entity)| !is_person(entity));
            let is_like_a_side = |entity: &NamedEntity| {
                let mut sides = sides();
                sides.any(|(_, side)| !side.kinds.is_disjoint(&entity.kinds))
            };
            let others = others.into_iter();
            let others: Vec<_> = others
                .filter(|(_, entity)| is_like_a_side(entity))
                .collect();
            let named = short.iter().copied().chain(others);
            only_one(name.trim(), named, unresolved)
        })
    }
}

fn is_person(entity: &NamedEntity) -> bool {
    entity.kinds.contains(&EntityKind::Person)
}

/// The only entity with a name, where events count only among themselves.
fn only_one<'a>(
    name: &str,
    named: impl Iterator<Item = (&'a NamedNode, &'a NamedEntity)>,
    unresolved: NameError,
) -> Result<NamedNode, NameError> {
    if folded(name).is_empty() {
        return Err(unresolved);
    }
    let (events, others): (Vec<_>, Vec<_>) =
        named.partition(|(_, entity)| entity.kinds.contains(&EntityKind::Event));
    let entities = if others.is_empty() { events } else { others };
    match entities.as_slice() {
        [] => Err(unresolved),
        [(only, _)] => Ok((*only).clone()),
        several => {
            let prefixed =
                |iri: &NamedNode| compact(iri.as_str()).unwrap_or_else(|| iri.to_string());
            Err(NameError::Ambiguous {
                name: name.to_owned(),
                candidates: several.iter().map(|(iri, _)| prefixed(iri)).collect(),
            })
        }
    }
}
