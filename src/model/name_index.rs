//! Every name that a sheet, a parameter or an argument may use, and the thing for which it stands.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::{ActKind, EntityKind, NameError};
use crate::text::{holds_words, nearest};
use crate::vocab::{Namespace, expand};

/// So many names at most are suggested for one that is unknown.
const MOST_MEANT: usize = 3;

/// A named thing: an actor, a post, a place, an event, a good, a sector …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedEntity {
    /// What it is; more than one where its source says so.
    pub sorts: BTreeSet<EntityKind>,
    /// Its English label, or the first that there is.
    pub label: String,
    /// Its other names, in any language.
    pub aliases: Vec<String>,
    /// What lies right above it: what it is part of, the post that it holds, the broader sector or item.
    pub broader: Vec<NamedNode>,
}

/// All known things and kinds of act.
#[derive(Debug, Clone, Default)]
pub struct NameIndex {
    things: BTreeMap<NamedNode, NamedEntity>,
    kinds: BTreeMap<NamedNode, ActKind>,
    groups: BTreeSet<NamedNode>,
}

impl NameIndex {
    /// Adds a thing, or what is newly said of a known one.
    pub fn add_thing(&mut self, iri: NamedNode, thing: NamedEntity) {
        let known = self.things.entry(iri).or_insert_with(|| NamedEntity {
            label: thing.label.clone(),
            sorts: BTreeSet::new(),
            aliases: Vec::new(),
            broader: Vec::new(),
        });
        known.sorts.extend(thing.sorts);
        known.aliases.extend(thing.aliases);
        known.broader.extend(thing.broader);
    }

    /// Puts a thing below another: what it is part of, the post that it holds, the broader sector or item.
    pub fn put_below(&mut self, iri: &NamedNode, broader: NamedNode) {
        if let Some(thing) = self.things.get_mut(iri)
            && !thing.broader.contains(&broader)
        {
            thing.broader.push(broader);
        }
    }

    /// Gives a thing another label.
    pub fn rename(&mut self, iri: &NamedNode, label: String) {
        if let Some(thing) = self.things.get_mut(iri) {
            thing.label = label;
        }
    }

    /// Adds a kind of act.
    pub fn add_kind(&mut self, kind: ActKind) {
        self.groups.insert(kind.group.clone());
        self.kinds.insert(kind.iri.clone(), kind);
    }

    /// The kinds of act, by IRI.
    #[must_use]
    pub fn kind(&self, iri: &NamedNode) -> Option<&ActKind> {
        self.kinds.get(iri)
    }

    /// Every kind of act, in the order of its IRI.
    pub fn kinds(&self) -> impl Iterator<Item = &ActKind> {
        self.kinds.values()
    }

    /// What is known of a thing.
    #[must_use]
    pub fn thing(&self, iri: &NamedNode) -> Option<&NamedEntity> {
        self.things.get(iri)
    }

    /// The label of a thing; its IRI where nothing is known of it.
    #[must_use]
    pub fn label<'a>(&'a self, iri: &'a NamedNode) -> &'a str {
        self.things
            .get(iri)
            .map_or_else(|| iri.as_str(), |thing| thing.label.as_str())
    }

    /// Whether one thing is the other, or lies below it: as its part, its member, the holder of its post, or narrower.
    #[must_use]
    pub fn is_within(&self, iri: &NamedNode, ancestor: &NamedNode) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![iri];
        while let Some(next) = open.pop() {
            if next == ancestor {
                return true;
            }
            if seen.insert(next)
                && let Some(thing) = self.things.get(next)
            {
                open.extend(&thing.broader);
            }
        }
        false
    }

    /// What lies right above each thing, a pair for each.
    pub fn links_up(&self) -> impl Iterator<Item = (&NamedNode, &NamedNode)> {
        self.things
            .iter()
            .flat_map(|(iri, thing)| thing.broader.iter().map(move |above| (iri, above)))
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
        self.kinds
            .values()
            .find(named)
            .ok_or_else(|| NameError::Unknown {
                name: name.to_owned(),
                wanted: "kind of act".to_owned(),
                meant: nearest(name, self.kinds.values().map(ActKind::name))
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
                let kinds = self.kinds.values().map(ActKind::name);
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

    /// Whether anything has this slug, prefixed name or IRI. Unlike a failed [`resolve`](Self::resolve), which
    /// compares a name with all that there are, it costs no more where there are many.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        let mut candidates = candidates(name).into_iter();
        candidates.any(|iri| self.things.contains_key(&iri))
    }

    /// Finds a thing by slug, prefixed name or IRI; it must be of one of the sorts.
    ///
    /// # Errors
    /// [`NameError::Unknown`] where nothing has this name, [`NameError::WrongSort`] where something of another sort has it.
    pub fn resolve(&self, name: &str, sorts: &[EntityKind]) -> Result<NamedNode, NameError> {
        let mut other = None;
        for iri in candidates(name) {
            match self.things.get_key_value(&iri) {
                Some((iri, thing)) if sorts.iter().any(|sort| thing.sorts.contains(sort)) => {
                    return Ok(iri.clone());
                }
                Some((_, thing)) => other = other.or(thing.sorts.first()),
                None => {}
            }
        }
        Err(match other {
            Some(found) => NameError::WrongSort {
                name: name.to_owned(),
                found: found.word().to_lowercase(),
                wanted: wanted(sorts),
                meant: self.with_words(name, sorts),
            },
            None => self.unknown(name, sorts),
        })
    }

    /// Finds a thing as [`resolve`](Self::resolve) does, or else by one of its labels, letter case set aside.
    ///
    /// # Errors
    /// As `resolve`, and [`NameError::Ambiguous`] where several things have this label.
    pub fn resolve_loosely(
        &self,
        name: &str,
        sorts: &[EntityKind],
    ) -> Result<NamedNode, NameError> {
        let unresolved = match self.resolve(name, sorts) {
            Ok(iri) => return Ok(iri),
            Err(error) => error,
        };
        let folded = name.to_lowercase();
        let called = |thing: &NamedEntity| {
            thing.label.to_lowercase() == folded
                || thing
                    .aliases
                    .iter()
                    .any(|alias| alias.to_lowercase() == folded)
        };
        let mut found: Vec<&NamedNode> = self
            .of_sorts(sorts)
            .filter(|(_, thing)| called(thing))
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

    /// The things of some sorts, by IRI.
    pub fn of_sorts(
        &self,
        sorts: &[EntityKind],
    ) -> impl Iterator<Item = (&NamedNode, &NamedEntity)> {
        self.things
            .iter()
            .filter(move |(_, thing)| sorts.iter().any(|sort| thing.sorts.contains(sort)))
    }

    fn unknown(&self, name: &str, sorts: &[EntityKind]) -> NameError {
        let slugs = self.of_sorts(sorts).map(|(iri, _)| slug(iri.as_ref()));
        let labels = self.of_sorts(sorts).map(|(_, thing)| thing.label.as_str());
        let bare = name.split_once(':').map_or(name, |(_, local)| local);
        NameError::Unknown {
            name: name.to_owned(),
            wanted: wanted(sorts),
            meant: match nearest(bare, slugs.chain(labels)) {
                Some(nearest) => vec![nearest.to_owned()],
                None => self.with_words(bare, sorts),
            },
        }
    }

    /// The slugs of things of some sorts that have the words of a name among those of one of their own; of many the
    /// shortest.
    fn with_words(&self, name: &str, sorts: &[EntityKind]) -> Vec<String> {
        let has_words = |(iri, thing): &(&NamedNode, &NamedEntity)| {
            let names = [slug(iri.as_ref()), thing.label.as_str()].into_iter();
            let aliases = thing.aliases.iter().map(String::as_str);
            names.chain(aliases).any(|known| holds_words(known, name))
        };
        let found = self.of_sorts(sorts).filter(has_words);
        let mut slugs: Vec<String> = found
            .map(|(iri, _)| slug(iri.as_ref()).to_owned())
            .collect();
        slugs.sort_by_key(|slug| (slug.chars().count(), slug.clone()));
        slugs.truncate(MOST_MEANT);
        slugs
    }
}

/// The last segment of an IRI: the slug, for those that we mint.
#[must_use]
pub fn slug(iri: NamedNodeRef<'_>) -> &str {
    let iri = iri.as_str();
    iri.rsplit_once(['#', '/']).map_or(iri, |(_, local)| local)
}

/// The IRI that a prefixed name or an absolute IRI stands for; `None` for a bare slug or label.
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

/// The IRIs for which a name may stand, best first.
fn candidates(name: &str) -> Vec<NamedNode> {
    match absolute(name) {
        Some(iri) => NamedNode::new(iri).into_iter().collect(),
        None => Namespace::NAMED
            .into_iter()
            .filter_map(|namespace| NamedNode::new([namespace.iri(), name].concat()).ok())
            .collect(),
    }
}

/// What would have been right, in words.
fn wanted(sorts: &[EntityKind]) -> String {
    let all = [
        (EntityKind::ALL, "entity"),
        (EntityKind::ACTORS, "actor"),
        (EntityKind::PEOPLE, "person or post"),
        (EntityKind::PLACES, "place"),
        (EntityKind::ITEMS, "good or service"),
    ];
    all.into_iter().find(|(set, _)| *set == sorts).map_or_else(
        || {
            let words: Vec<String> = sorts
                .iter()
                .map(|sort| sort.word().to_lowercase())
                .collect();
            words.join(" or ")
        },
        |(_, word)| word.to_owned(),
    )
}
