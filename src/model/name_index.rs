//! Every name that a sheet, a parameter or an argument may use, and the entity that it names.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::{ActKind, EntityKind, NameError};
use crate::text::{holds_words, nearest};
use crate::vocab::{Namespace, expand, slug};

/// How many names are suggested for an unknown one.
const MOST_SUGGESTIONS: usize = 3;

/// An entity with a name: an actor, a post, a place, an event, a good, a sector …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedEntity {
    /// What it is; several where its source says so.
    pub kinds: BTreeSet<EntityKind>,
    /// Its English label, or else the first.
    pub label: String,
    /// Its other names, in any language.
    pub aliases: Vec<String>,
    /// What is directly above it: what it is part of, the post that it holds, the broader sector or item.
    pub broader: Vec<NamedNode>,
}

/// All known entities and kinds of act.
#[derive(Debug, Clone, Default)]
pub struct NameIndex {
    entities: BTreeMap<NamedNode, NamedEntity>,
    act_kinds: BTreeMap<NamedNode, ActKind>,
    groups: BTreeSet<NamedNode>,
}

impl NameIndex {
    /// Adds an entity, or more about a known one.
    pub fn add_entity(&mut self, iri: NamedNode, entity: NamedEntity) {
        let known = self.entities.entry(iri).or_insert_with(|| NamedEntity {
            label: entity.label.clone(),
            kinds: BTreeSet::new(),
            aliases: Vec::new(),
            broader: Vec::new(),
        });
        known.kinds.extend(entity.kinds);
        known.aliases.extend(entity.aliases);
        known.broader.extend(entity.broader);
    }

    /// Puts an entity below another: what it is part of, the post that it holds, the broader sector or item.
    pub fn put_below(&mut self, iri: &NamedNode, broader: NamedNode) {
        if let Some(entity) = self.entities.get_mut(iri)
            && !entity.broader.contains(&broader)
        {
            entity.broader.push(broader);
        }
    }

    /// Replaces the label of an entity.
    pub fn rename(&mut self, iri: &NamedNode, label: String) {
        if let Some(entity) = self.entities.get_mut(iri) {
            entity.label = label;
        }
    }

    /// Adds a kind of act.
    pub fn add_kind(&mut self, kind: ActKind) {
        self.groups.insert(kind.group.clone());
        self.act_kinds.insert(kind.iri.clone(), kind);
    }

    /// The kinds of act, by IRI.
    #[must_use]
    pub fn kind(&self, iri: &NamedNode) -> Option<&ActKind> {
        self.act_kinds.get(iri)
    }

    /// Every kind of act, in the order of its IRI.
    pub fn kinds(&self) -> impl Iterator<Item = &ActKind> {
        self.act_kinds.values()
    }

    /// What is known about an entity.
    #[must_use]
    pub fn entity(&self, iri: &NamedNode) -> Option<&NamedEntity> {
        self.entities.get(iri)
    }

    /// The label of an entity; its IRI if it is unknown.
    #[must_use]
    pub fn label<'a>(&'a self, iri: &'a NamedNode) -> &'a str {
        self.entities
            .get(iri)
            .map_or_else(|| iri.as_str(), |entity| entity.label.as_str())
    }

    /// Whether an entity is another or below it: as its part, its member, the holder of its post, or narrower.
    #[must_use]
    pub fn is_within(&self, iri: &NamedNode, ancestor: &NamedNode) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![iri];
        while let Some(next) = open.pop() {
            if next == ancestor {
                return true;
            }
            if seen.insert(next)
                && let Some(entity) = self.entities.get(next)
            {
                open.extend(&entity.broader);
            }
        }
        false
    }

    /// Each entity with each of those directly above it.
    pub fn links_up(&self) -> impl Iterator<Item = (&NamedNode, &NamedNode)> {
        self.entities
            .iter()
            .flat_map(|(iri, entity)| entity.broader.iter().map(move |above| (iri, above)))
    }

    /// Finds a kind of act by name (`Offer`), prefixed name or IRI.
    ///
    /// # Errors
    /// [`NameError::Unknown`] where no kind has this name.
    pub fn resolve_kind(&self, name: &str) -> Result<&ActKind, NameError> {
        let iri = absolute(name);
        let named = |kind: &&ActKind| match &iri {
            Some(iri) => kind.iri.as_str() == iri,
            None => kind.name().eq_ignore_ascii_case(name),
        };
        self.act_kinds
            .values()
            .find(named)
            .ok_or_else(|| NameError::Unknown {
                name: name.to_owned(),
                wanted: "kind of act".to_owned(),
                meant: nearest(name, self.act_kinds.values().map(ActKind::name))
                    .map(str::to_owned)
                    .into_iter()
                    .collect(),
            })
    }

    /// Finds a group of kinds by name (`Commitment`), prefixed name or IRI.
    #[must_use]
    pub fn resolve_group(&self, name: &str) -> Option<&NamedNode> {
        let iri = absolute(name);
        let named = |group: &&NamedNode| match &iri {
            Some(iri) => group.as_str() == iri,
            None => slug(group.as_ref()).eq_ignore_ascii_case(name),
        };
        self.groups.iter().find(named)
    }

    /// Finds a kind of act or a group of kinds by name, prefixed name or IRI.
    ///
    /// # Errors
    /// [`NameError::Unknown`] where neither a kind nor a group has this name.
    pub fn resolve_kind_or_group(&self, name: &str) -> Result<NamedNode, NameError> {
        match (self.resolve_group(name), self.resolve_kind(name)) {
            (Some(group), _) => Ok(group.clone()),
            (None, Ok(kind)) => Ok(kind.iri.clone()),
            (None, Err(_)) => {
                let groups = self.groups.iter().map(|group| slug(group.as_ref()));
                let kinds = self.act_kinds.values().map(ActKind::name);
                Err(NameError::Unknown {
                    name: name.to_owned(),
                    wanted: "kind or group of acts".to_owned(),
                    meant: nearest(name, kinds.chain(groups))
                        .map(str::to_owned)
                        .into_iter()
                        .collect(),
                })
            }
        }
    }

    /// Whether an entity has this slug, prefixed name or IRI. It is fast, unlike a failed [`resolve`](Self::resolve), which
    /// compares the name with all others.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        let mut candidates = candidates(name).into_iter();
        candidates.any(|iri| self.entities.contains_key(&iri))
    }

    /// Finds an entity of some kinds by slug, prefixed name or IRI.
    ///
    /// # Errors
    /// [`NameError::Unknown`] where nothing has this name, [`NameError::WrongSort`] where an entity of another kind has it.
    pub fn resolve(&self, name: &str, kinds: &[EntityKind]) -> Result<NamedNode, NameError> {
        let mut other = None;
        for iri in candidates(name) {
            match self.entities.get_key_value(&iri) {
                Some((iri, entity)) if kinds.iter().any(|kind| entity.kinds.contains(kind)) => {
                    return Ok(iri.clone());
                }
                Some((_, entity)) => other = other.or(entity.kinds.first()),
                None => {}
            }
        }
        Err(match other {
            Some(found) => NameError::WrongSort {
                name: name.to_owned(),
                found: found.word().to_lowercase(),
                wanted: wanted(kinds),
                meant: self.with_words(name, kinds),
            },
            None => self.unknown(name, kinds),
        })
    }

    /// Finds an entity as [`resolve`](Self::resolve) does, or else by one of its labels, ignoring case.
    ///
    /// # Errors
    /// As `resolve`, and [`NameError::Ambiguous`] where several entities have this label.
    pub fn resolve_loosely(
        &self,
        name: &str,
        kinds: &[EntityKind],
    ) -> Result<NamedNode, NameError> {
        let unresolved = match self.resolve(name, kinds) {
            Ok(iri) => return Ok(iri),
            Err(error) => error,
        };
        let folded = name.to_lowercase();
        let called = |entity: &NamedEntity| {
            entity.label.to_lowercase() == folded
                || entity
                    .aliases
                    .iter()
                    .any(|alias| alias.to_lowercase() == folded)
        };
        let mut found: Vec<&NamedNode> = self
            .of_kinds(kinds)
            .filter(|(_, entity)| called(entity))
            .map(|(iri, _)| iri)
            .collect();
        match (found.pop(), found.is_empty()) {
            (Some(only), true) => Ok(only.clone()),
            (Some(last), false) => Err(NameError::Ambiguous {
                name: name.to_owned(),
                candidates: found
                    .into_iter()
                    .chain([last])
                    .map(|iri| format!("`{}`", slug(iri.as_ref())))
                    .collect(),
            }),
            (None, _) => Err(unresolved),
        }
    }

    /// The entities of some kinds, by IRI.
    pub fn of_kinds(
        &self,
        kinds: &[EntityKind],
    ) -> impl Iterator<Item = (&NamedNode, &NamedEntity)> {
        self.entities
            .iter()
            .filter(move |(_, entity)| kinds.iter().any(|kind| entity.kinds.contains(kind)))
    }

    fn unknown(&self, name: &str, kinds: &[EntityKind]) -> NameError {
        let slugs = self.of_kinds(kinds).map(|(iri, _)| slug(iri.as_ref()));
        let labels = self
            .of_kinds(kinds)
            .map(|(_, entity)| entity.label.as_str());
        let bare = name.split_once(':').map_or(name, |(_, local)| local);
        NameError::Unknown {
            name: name.to_owned(),
            wanted: wanted(kinds),
            meant: match nearest(bare, slugs.chain(labels)) {
                Some(nearest) => vec![nearest.to_owned()],
                None => self.with_words(bare, kinds),
            },
        }
    }

    /// The slugs of entities of some kinds that have the words of a name in one of theirs; of many the shortest.
    fn with_words(&self, name: &str, kinds: &[EntityKind]) -> Vec<String> {
        let has_words = |(iri, entity): &(&NamedNode, &NamedEntity)| {
            let names = [slug(iri.as_ref()), entity.label.as_str()].into_iter();
            let aliases = entity.aliases.iter().map(String::as_str);
            names.chain(aliases).any(|known| holds_words(known, name))
        };
        let found = self.of_kinds(kinds).filter(has_words);
        let mut slugs: Vec<String> = found
            .map(|(iri, _)| slug(iri.as_ref()).to_owned())
            .collect();
        slugs.sort_by_key(|slug| (slug.chars().count(), slug.clone()));
        slugs.truncate(MOST_SUGGESTIONS);
        slugs
    }
}

/// The IRI of a prefixed name, or an absolute IRI itself; `None` for a bare slug or label.
fn absolute(name: &str) -> Option<String> {
    let bracketed = name
        .strip_prefix('<')
        .and_then(|inner| inner.strip_suffix('>'));
    if let Some(iri) = bracketed {
        return Some(iri.to_owned());
    }
    if let Some(expanded) = expand(name) {
        return Some(expanded.into_owned());
    }
    name.contains("://").then(|| name.to_owned())
}

/// The IRIs that a name may mean, best first.
fn candidates(name: &str) -> Vec<NamedNode> {
    match absolute(name) {
        Some(iri) => NamedNode::new(iri).into_iter().collect(),
        None => Namespace::NAMED
            .into_iter()
            .filter_map(|namespace| NamedNode::new([namespace.iri(), name].concat()).ok())
            .collect(),
    }
}

/// The expected kinds, in words.
fn wanted(kinds: &[EntityKind]) -> String {
    let all = [
        (EntityKind::ALL, "entity"),
        (EntityKind::ACTORS, "actor"),
        (EntityKind::PEOPLE, "person or post"),
        (EntityKind::PLACES, "place"),
        (EntityKind::ITEMS, "good or service"),
    ];
    all.into_iter().find(|(set, _)| *set == kinds).map_or_else(
        || {
            let words: Vec<String> = kinds
                .iter()
                .map(|kind| kind.word().to_lowercase())
                .collect();
            words.join(" or ")
        },
        |(_, word)| word.to_owned(),
    )
}
