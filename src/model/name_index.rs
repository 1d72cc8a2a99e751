//! Every name that a sheet, a parameter or an argument may use, and the entity or kind of act that it means.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::entity::{ActKind, EntityKind};
use super::in_text::in_text;
use super::name_error::NameError;
use crate::text::{holds_words, nearest};
use crate::vocab::{Namespace, expand, slug};

/// How many names an error suggests for an unknown one.
const MAX_SUGGESTIONS: usize = 3;

/// A shorter word of a name, such as `of`, is near too many names.
const SHORTEST_WORD: usize = 4;

/// What the index knows of an entity: an actor, a post, a place, an event, a good, a sector …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedEntity {
    /// Its kinds; more than one if its source says so.
    pub kinds: BTreeSet<EntityKind>,
    /// Its English label, or its first one.
    pub label: String,
    /// Its form in running text, if that differs from the label.
    pub in_text: Option<String>,
    /// Its short form.
    pub short_name: Option<String>,
    /// Its other names, in any language.
    pub aliases: Vec<String>,
    /// What it is part of, the post that it holds, the broader sector or item.
    pub broader: Vec<NamedNode>,
}

impl NamedEntity {
    /// Its label and its other names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.iter().map(String::as_str);
        [self.label.as_str()].into_iter().chain(aliases)
    }
}

/// All known entities and kinds of act.
#[derive(Debug, Clone, Default)]
pub struct NameIndex {
    entities: BTreeMap<NamedNode, NamedEntity>,
    kinds: BTreeMap<NamedNode, ActKind>,
    groups: BTreeSet<NamedNode>,
    sides: BTreeSet<NamedNode>,
}

impl NameIndex {
    /// Adds an entity, or another description of a known one.
    pub fn add_entity(&mut self, iri: NamedNode, entity: NamedEntity) {
        let known = self.entities.entry(iri).or_insert_with(|| NamedEntity {
            label: entity.label,
            kinds: BTreeSet::new(),
            in_text: None,
            short_name: None,
            aliases: Vec::new(),
            broader: Vec::new(),
        });
        known.kinds.extend(entity.kinds);
        known.in_text = known.in_text.take().or(entity.in_text);
        known.short_name = known.short_name.take().or(entity.short_name);
        known.aliases.extend(entity.aliases);
        known.broader.extend(entity.broader);
    }

    /// Adds what a known entity is part of, the post that it holds, or the broader sector or item.
    pub fn add_broader(&mut self, iri: &NamedNode, broader: NamedNode) {
        if let Some(entity) = self.entities.get_mut(iri)
            && !entity.broader.contains(&broader)
        {
            entity.broader.push(broader);
        }
    }

    /// Replaces the label and the form in running text of a known event.
    pub fn rename_event(&mut self, iri: &NamedNode, label: String, in_text: String) {
        if let Some(entity) = self.entities.get_mut(iri) {
            entity.label = label;
            entity.in_text = Some(in_text);
        }
    }

    /// Adds the sides of a dossier, which people name by a part of their names.
    pub fn add_sides(&mut self, sides: impl IntoIterator<Item = NamedNode>) {
        self.sides.extend(sides);
    }

    /// Whether people name an entity by a part of its name: a person by the surname, a side by any word.
    pub(crate) fn has_short_names(&self, iri: &NamedNode, entity: &NamedEntity) -> bool {
        entity.kinds.contains(&EntityKind::Person) || self.sides.contains(iri)
    }

    /// Adds a kind of act.
    pub fn add_kind(&mut self, kind: ActKind) {
        self.groups.insert(kind.group.clone());
        self.kinds.insert(kind.iri.clone(), kind);
    }

    /// The kind of act that has an IRI.
    #[must_use]
    pub fn kind(&self, iri: &NamedNode) -> Option<&ActKind> {
        self.kinds.get(iri)
    }

    /// Every kind of act, sorted by IRI.
    pub fn kinds(&self) -> impl Iterator<Item = &ActKind> {
        self.kinds.values()
    }

    /// What is known of an entity.
    #[must_use]
    pub fn entity(&self, iri: &NamedNode) -> Option<&NamedEntity> {
        self.entities.get(iri)
    }

    /// The label of an entity; the IRI of an unknown one.
    #[must_use]
    pub fn label<'a>(&'a self, iri: &'a NamedNode) -> &'a str {
        self.entities
            .get(iri)
            .map_or_else(|| iri.as_str(), |entity| entity.label.as_str())
    }

    /// The name of an entity in running text, with an article where it needs one. A person is named by the short form.
    #[must_use]
    pub fn in_text(&self, iri: &NamedNode) -> String {
        let Some(entity) = self.entities.get(iri) else {
            return iri.as_str().to_owned();
        };
        let is_of = |kind| entity.kinds.contains(&kind);
        let short = entity.short_name.as_ref();
        let own = short.filter(|_| is_of(EntityKind::Person));
        let own = own.or(entity.in_text.as_ref());
        own.cloned()
            .unwrap_or_else(|| in_text(&entity.label, is_of))
    }

    /// Whether an entity is another one or is within it: as its part, its member, the holder of its post, or narrower.
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

    /// Each entity with each of those that it is directly within.
    pub fn broader_links(&self) -> impl Iterator<Item = (&NamedNode, &NamedNode)> {
        self.entities
            .iter()
            .flat_map(|(iri, entity)| entity.broader.iter().map(move |broader| (iri, broader)))
    }

    /// Finds a kind of act by name (`Offer`), prefixed name or IRI.
    ///
    /// # Errors
    /// [`NameError::Unknown`] if no kind has this name.
    pub fn resolve_kind(&self, name: &str) -> Result<&ActKind, NameError> {
        let has_name = has_name(name);
        let kind = self.kinds.values().find(|kind| has_name(&kind.iri));
        let names = self.kinds.values().map(ActKind::name);
        kind.ok_or_else(|| unknown(name, "kind of act", nearest(name, names)))
    }

    /// Finds a group of kinds by name (`Commitment`), prefixed name or IRI.
    #[must_use]
    pub fn resolve_group(&self, name: &str) -> Option<&NamedNode> {
        let has_name = has_name(name);
        self.groups.iter().find(|group| has_name(group))
    }

    /// Finds a kind of act or a group of kinds by name, prefixed name or IRI; the letter case of a name does not matter.
    ///
    /// # Errors
    /// [`NameError::Unknown`] if neither a kind nor a group has this name.
    pub fn resolve_kind_or_group(&self, name: &str) -> Result<NamedNode, NameError> {
        if let Some(group) = self.resolve_group(name) {
            return Ok(group.clone());
        }
        if let Ok(kind) = self.resolve_kind(name) {
            return Ok(kind.iri.clone());
        }
        let iris = || self.kinds.keys().chain(&self.groups);
        let mut called = iris().filter(|iri| slug(iri.as_ref()).eq_ignore_ascii_case(name));
        called.next().cloned().ok_or_else(|| {
            let synonym = self.kinds.values().find(|kind| kind.is_also_called(name));
            let names = iris().map(|iri| slug(iri.as_ref()));
            let suggestion = synonym.map(ActKind::name).or_else(|| nearest(name, names));
            unknown(name, "kind or group of acts", suggestion)
        })
    }

    /// Whether an entity has this slug, prefixed name or IRI. It only looks the name up; a failed
    /// [`resolve`](Self::resolve) compares it with all others.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        let mut candidates = candidates(name).into_iter();
        candidates.any(|iri| self.entities.contains_key(&iri))
    }

    /// Finds an entity of some kinds by slug, prefixed name or IRI.
    ///
    /// # Errors
    /// [`NameError::Unknown`] if no entity has this name, [`NameError::WrongKind`] if one of another kind has it.
    pub fn resolve(&self, name: &str, kinds: &[EntityKind]) -> Result<NamedNode, NameError> {
        let mut other_kind = None;
        for iri in candidates(name) {
            match self.entities.get(&iri) {
                Some(entity) if is_one_of(entity, kinds) => return Ok(iri),
                Some(entity) => other_kind = other_kind.or(entity.kinds.first()),
                None => {}
            }
        }
        Err(match other_kind {
            Some(kind) => NameError::WrongKind {
                name: name.to_owned(),
                actual: kind.word().to_lowercase(),
                expected: expected(kinds),
                suggestions: self.with_words(name, kinds),
            },
            None => self.unknown_entity(name, kinds),
        })
    }

    /// The entities of some kinds, sorted by IRI.
    pub fn of_kinds(
        &self,
        kinds: &[EntityKind],
    ) -> impl Iterator<Item = (&NamedNode, &NamedEntity)> {
        self.entities
            .iter()
            .filter(move |(_, entity)| is_one_of(entity, kinds))
    }

    fn unknown_entity(&self, name: &str, kinds: &[EntityKind]) -> NameError {
        let slugs = self.of_kinds(kinds).map(|(iri, _)| slug(iri.as_ref()));
        let labels = self
            .of_kinds(kinds)
            .map(|(_, entity)| entity.label.as_str());
        let local = name.split_once(':').map_or(name, |(_, local)| local);
        let mut error = unknown(name, &expected(kinds), nearest(local, slugs.chain(labels)));
        if let NameError::Unknown { suggestions, .. } = &mut error
            && suggestions.is_empty()
        {
            *suggestions = self.with_words(local, kinds);
            if suggestions.is_empty() {
                suggestions.extend(self.with_word_near(local, kinds).map(str::to_owned));
            }
        }
        error
    }

    /// The slug of the person or side one of whose words, such as the surname, is nearest to a name.
    fn with_word_near(&self, name: &str, kinds: &[EntityKind]) -> Option<&str> {
        let entities = self
            .of_kinds(kinds)
            .filter(|(iri, entity)| self.has_short_names(iri, entity));
        let words: Vec<(&str, &str)> = entities
            .flat_map(|(iri, entity)| {
                let words = entity.names().flat_map(str::split_whitespace);
                words.map(|word| (word, slug(iri.as_ref())))
            })
            .filter(|(word, _)| word.chars().count() >= SHORTEST_WORD)
            .collect();
        let near = nearest(name, words.iter().map(|(word, _)| *word))?;
        let (_, slug) = words.iter().find(|(word, _)| *word == near)?;
        Some(slug)
    }

    /// The slugs of entities of some kinds that have the words of a name in one of their own names: people and sides
    /// first, events last, the shortest first.
    fn with_words(&self, name: &str, kinds: &[EntityKind]) -> Vec<String> {
        let has_words = |(iri, entity): &(&NamedNode, &NamedEntity)| {
            let slug = slug(iri.as_ref());
            holds_words(slug, name) || entity.names().any(|known| holds_words(known, name))
        };
        let entities = self.of_kinds(kinds).filter(has_words);
        let mut slugs: Vec<(bool, bool, usize, &str)> = entities
            .map(|(iri, entity)| {
                let slug = slug(iri.as_ref());
                let is_event = entity.kinds.contains(&EntityKind::Event);
                let is_first = self.has_short_names(iri, entity);
                (is_event, !is_first, slug.chars().count(), slug)
            })
            .collect();
        slugs.sort_unstable();
        slugs.truncate(MAX_SUGGESTIONS);
        let slugs = slugs.into_iter();
        slugs.map(|(.., slug)| slug.to_owned()).collect()
    }
}

/// Whether a kind or group has this name, prefixed name or IRI.
fn has_name(name: &str) -> impl Fn(&NamedNode) -> bool {
    let iri = absolute(name);
    move |class| match &iri {
        Some(iri) => class.as_str() == iri,
        None => slug(class.as_ref()).eq_ignore_ascii_case(name),
    }
}

fn is_one_of(entity: &NamedEntity, kinds: &[EntityKind]) -> bool {
    kinds.iter().any(|kind| entity.kinds.contains(kind))
}

fn unknown(name: &str, expected: &str, suggestion: Option<&str>) -> NameError {
    NameError::Unknown {
        name: name.to_owned(),
        expected: expected.to_owned(),
        suggestions: suggestion.map(str::to_owned).into_iter().collect(),
    }
}

/// The IRI of a prefixed name or an absolute IRI; `None` for a slug or label.
fn absolute(name: &str) -> Option<String> {
    let inner = name.strip_prefix('<');
    if let Some(iri) = inner.and_then(|inner| inner.strip_suffix('>')) {
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

/// What is expected, in words.
fn expected(kinds: &[EntityKind]) -> String {
    let sets = [
        (EntityKind::ALL, "entity"),
        (EntityKind::ACTORS, "actor"),
        (EntityKind::PEOPLE, "person or post"),
        (EntityKind::PLACES, "place"),
        (EntityKind::ITEMS, "good or service"),
    ];
    if let Some((_, word)) = sets.into_iter().find(|(set, _)| *set == kinds) {
        return word.to_owned();
    }
    let words = kinds.iter().map(|kind| kind.word().to_lowercase());
    words.collect::<Vec<_>>().join(" or ")
}
