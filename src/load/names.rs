//! The names that RDF files define: entities with a class of ours, and the kinds of act.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};

use super::kinds::is_english_or_untagged;
use crate::model::{ActKind, EntityKind, NameIndex, NamedEntity, Phrase};
use crate::vocab::w3c::{org, rdf, rdfs, skos};
use crate::vocab::{bil, slug};

/// Collects names out of quads.
pub fn name_index(quads: &[Quad]) -> NameIndex {
    let mut described: BTreeMap<NamedNodeRef<'_>, Description<'_>> = BTreeMap::new();
    for quad in quads {
        if let NamedOrBlankNode::NamedNode(subject) = &quad.subject {
            let description = described.entry(subject.as_ref()).or_default();
            description.add(quad.predicate.as_ref(), &quad.object);
        }
    }
    place_members(&mut described);
    let mut name_index = NameIndex::default();
    for (iri, description) in &described {
        let kinds = description.kinds();
        if !kinds.is_empty() {
            let entity = NamedEntity {
                kinds: kinds.into_iter().collect(),
                label: description.label(*iri),
                in_text: description.in_text.map(str::to_owned),
                short_name: description.short_name.map(str::to_owned),
                aliases: description.aliases(),
                broader: description
                    .broader
                    .iter()
                    .map(|node| node.into_owned())
                    .collect(),
            };
            name_index.add_entity(iri.into_owned(), entity);
        }
        if let Some(group) = group(*iri, &described) {
            name_index.add_kind(ActKind {
                iri: iri.into_owned(),
                group,
                label: description.label(*iri),
                synonyms: description.aliases(),
                phrases: phrases(&description.phrases),
                joint_phrases: phrases(&description.joint_phrases),
            });
        }
    }
    name_index
}

/// Puts the members of each `org:Membership` below its body, and below its post.
fn place_members<'a>(described: &mut BTreeMap<NamedNodeRef<'a>, Description<'a>>) {
    let memberships = described.values().flat_map(|description| {
        let wholes = description.membership_in.iter();
        wholes.flat_map(|whole| description.members.iter().map(move |who| (*who, *whole)))
    });
    for (member, whole) in memberships.collect::<Vec<_>>() {
        described.entry(member).or_default().broader.push(whole);
    }
}

/// The statements about one subject.
#[derive(Default)]
struct Description<'a> {
    classes: Vec<NamedNodeRef<'a>>,
    super_classes: Vec<NamedNodeRef<'a>>,
    /// Text and language of each label.
    labels: Vec<(&'a str, Option<&'a str>)>,
    other_names: Vec<&'a str>,
    broader: Vec<NamedNodeRef<'a>>,
    /// Of a membership, its holder.
    members: Vec<NamedNodeRef<'a>>,
    /// Of a membership, the body and the post.
    membership_in: Vec<NamedNodeRef<'a>>,
    in_text: Option<&'a str>,
    short_name: Option<&'a str>,
    phrases: BTreeSet<&'a str>,
    joint_phrases: BTreeSet<&'a str>,
}

/// The phrases of a kind; one without slots, if it is the only one, has the targets and the content at its end.
fn phrases(texts: &BTreeSet<&str>) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = texts.iter().copied().map(Phrase::new).collect();
    if let [_] = phrases.as_slice() {
        phrases = phrases.into_iter().map(Phrase::with_slots).collect();
    }
    phrases
}

impl<'a> Description<'a> {
    fn add(&mut self, predicate: NamedNodeRef<'_>, object: &'a Term) {
        match object {
            Term::NamedNode(node) => self.add_node(predicate, node.as_ref()),
            Term::Literal(literal) if predicate == rdfs::LABEL => {
                self.labels.push((literal.value(), literal.language()));
            }
            Term::Literal(literal) if predicate == skos::ALT_LABEL => {
                self.other_names.push(literal.value());
            }
            Term::Literal(literal) if is_english_or_untagged(literal.language()) => {
                self.add_english(predicate, literal.value());
            }
            _ => {}
        }
    }

    fn add_english(&mut self, predicate: NamedNodeRef<'_>, text: &'a str) {
        if predicate == bil::PHRASE {
            self.phrases.insert(text);
        } else if predicate == bil::JOINT_PHRASE {
            self.joint_phrases.insert(text);
        } else if predicate == bil::IN_TEXT {
            self.in_text = Some(text);
        } else if predicate == bil::SHORT_NAME {
            self.short_name = Some(text);
        }
    }

    fn add_node(&mut self, predicate: NamedNodeRef<'_>, node: NamedNodeRef<'a>) {
        let above = [
            skos::BROADER,
            bil::PART_OF,
            bil::MEMBER_OF,
            org::HOLDS,
            org::POST_IN,
        ];
        if predicate == rdf::TYPE {
            self.classes.push(node);
        } else if predicate == rdfs::SUB_CLASS_OF {
            self.super_classes.push(node);
        } else if above.contains(&predicate) {
            self.broader.push(node);
        } else if predicate == org::MEMBER {
            self.members.push(node);
        } else if predicate == org::ORGANIZATION || predicate == bil::POST {
            self.membership_in.push(node);
        }
    }

    fn kinds(&self) -> Vec<EntityKind> {
        self.classes
            .iter()
            .filter_map(|class| EntityKind::of_class(*class))
            .collect()
    }

    /// The English label, else the first, else the last segment of the IRI.
    fn label(&self, iri: NamedNodeRef<'_>) -> String {
        let english = self
            .labels
            .iter()
            .find(|(_, language)| *language == Some("en"));
        english
            .or(self.labels.first())
            .map_or_else(|| slug(iri).to_owned(), |(text, _)| (*text).to_owned())
    }

    fn aliases(&self) -> Vec<String> {
        let labels = self.labels.iter().map(|(text, _)| *text);
        labels
            .chain(self.other_names.iter().copied())
            .map(str::to_owned)
            .collect()
    }
}

/// The group of a kind of act: the class right below `bil:Act` on its way up; `None` for a group itself.
fn group(
    iri: NamedNodeRef<'_>,
    described: &BTreeMap<NamedNodeRef<'_>, Description<'_>>,
) -> Option<NamedNode> {
    let mut seen = BTreeSet::new();
    let mut open = vec![iri];
    while let Some(class) = open.pop() {
        let Some(description) = described.get(&class) else {
            continue;
        };
        if description.super_classes.contains(&bil::class::ACT) {
            return (class != iri).then(|| class.into_owned());
        }
        if seen.insert(class) {
            open.extend(&description.super_classes);
        }
    }
    None
}
