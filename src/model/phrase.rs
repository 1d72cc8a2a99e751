//! Phrases of kinds of act: the predicates from which the labels of acts are generated.

use oxigraph::model::NamedNode;

use crate::vocab::expand;

/// Prepositions that are left out together with an empty slot after them.
const PREPOSITIONS: &str =
    "about against at by concerning for from in into of on over to toward towards with";
/// A colon, which is left out in the same way.
const COLON: &str = ":";

/// A place in a phrase that the label of an act fills.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// `{to}`: the targets.
    To,
    /// `{to's}`: the targets in the genitive.
    Whose,
    /// `{what}`: what the act is about, of any kind.
    What,
    /// `{kind}`: the kind of the act of a target that this act answers.
    Kind,
    /// `{items}`: its goods and services.
    Items,
    /// `{instrument}`: the instruments that it is about.
    Instrument,
    /// `{topic:support}`: one entity, if the act is about it.
    Entity(NamedNode),
}

impl Slot {
    /// The slot that a word of a phrase is; `None` for an ordinary word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let name = word.strip_prefix('{')?.strip_suffix('}')?;
        Some(match name {
            "to" => Self::To,
            "to's" => Self::Whose,
            "what" => Self::What,
            "kind" => Self::Kind,
            "items" => Self::Items,
            "instrument" => Self::Instrument,
            name => {
                let iri = expand(name).filter(|_| name.contains(':'))?;
                Self::Entity(NamedNode::new(iri).ok()?)
            }
        })
    }

    /// Whether it is a target.
    #[must_use]
    pub const fn is_target(&self) -> bool {
        matches!(self, Self::To | Self::Whose)
    }

    /// Whether a phrase with it is only for acts that can fill it.
    const fn is_required(&self) -> bool {
        !matches!(self, Self::To | Self::Whose | Self::What)
    }
}

/// A part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Word(String),
    Slot(Slot),
}

/// How well a phrase suits an act: the greatest is best.
pub type Rank = (bool, usize, Option<Slot>);

/// The predicate of a sentence, such as `offers {to} {items}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase(Vec<Part>);

impl Phrase {
    /// Reads a phrase. A colon is a part of its own; what is no slot is a word.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(words(text).map(part).collect())
    }

    /// Its slots, in their order.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.0.iter().filter_map(|part| match part {
            Part::Slot(slot) => Some(slot),
            Part::Word(_) => None,
        })
    }

    /// The same with `{to} {what}` at its end, if it has no slots.
    #[must_use]
    pub fn with_slots(mut self) -> Self {
        if self.slots().next().is_none() {
            self.0.extend([Slot::To, Slot::What].map(Part::Slot));
        }
        self
    }

    /// The same with its verb, the first word, in the plural.
    #[must_use]
    pub fn plural(mut self) -> Self {
        if let Some(Part::Word(verb)) = self.0.first_mut() {
            *verb = plural(verb);
        }
        self
    }

    /// How well it suits an act, of which `has` says whether it can fill a slot; `None` if not at all.
    ///
    /// A phrase without a target is for acts without one. Of the others, the best has the fewest empty slots, then the
    /// narrowest slots.
    #[must_use]
    pub fn rank(&self, has: impl Fn(&Slot) -> bool) -> Option<Rank> {
        if self.slots().any(|slot| slot.is_required() && !has(slot)) {
            return None;
        }
        let suits = self.slots().any(Slot::is_target) == has(&Slot::To);
        let empty = self.slots().filter(|slot| !has(slot)).count();
        let narrowest = self.slots().filter(|slot| !slot.is_target()).max();
        Some((suits, usize::MAX - empty, narrowest.cloned()))
    }

    /// Whether it says what an act is about, given the slots that the act can fill.
    #[must_use]
    pub fn has_content(&self, has: impl Fn(&Slot) -> bool) -> bool {
        self.slots().any(|slot| !slot.is_target() && has(slot))
    }

    /// The phrase with its slots filled. A preposition or a colon before an empty slot is left out.
    pub fn fill(&self, fill: impl Fn(&Slot) -> String) -> String {
        let mut words: Vec<String> = Vec::new();
        for part in &self.0 {
            match part {
                Part::Word(word) => words.push(word.clone()),
                Part::Slot(slot) => {
                    let text = fill(slot);
                    if !text.is_empty() {
                        words.push(text);
                    } else if words.last().is_some_and(|word| is_droppable(word)) {
                        words.pop();
                    }
                }
            }
        }
        words.join(" ").replace(" :", ":")
    }
}

/// The words of a phrase, each colon as a word of its own.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|word| {
        let before = word.strip_suffix(COLON).filter(|word| !word.is_empty());
        let (word, colon) = before.map_or((word, None), |word| (word, Some(COLON)));
        [Some(word), colon].into_iter().flatten()
    })
}

fn part(word: &str) -> Part {
    Slot::of(word).map_or_else(|| Part::Word(word.to_owned()), Part::Slot)
}

fn is_droppable(word: &str) -> bool {
    word == COLON || PREPOSITIONS.split(' ').any(|other| other == word)
}

/// The plural of a verb in the third person.
fn plural(verb: &str) -> String {
    match verb {
        "is" => return "are".to_owned(),
        "has" => return "have".to_owned(),
        _ => {}
    }
    let hissing = ["sses", "shes", "ches", "xes", "zzes", "oes"];
    if let Some(stem) = verb.strip_suffix("ies") {
        format!("{stem}y")
    } else if hissing.iter().any(|ending| verb.ends_with(ending)) {
        verb.strip_suffix("es").unwrap_or(verb).to_owned()
    } else {
        verb.strip_suffix('s').unwrap_or(verb).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verb_of_a_joint_act_is_plural() {
        let pairs = [
            ("offers", "offer"),
            ("is", "are"),
            ("has", "have"),
            ("reaches", "reach"),
            ("discusses", "discuss"),
            ("relies", "rely"),
            ("pledges", "pledge"),
            ("voices", "voice"),
            ("agreed", "agreed"),
        ];
        for (singular, several) in pairs {
            assert_eq!(plural(singular), several);
        }
    }

    #[test]
    fn a_preposition_or_colon_before_an_empty_slot_is_left_out() {
        let filled = |text: &str| {
            Phrase::new(text).fill(|slot| match slot {
                Slot::To => "Peru".to_owned(),
                _ => String::new(),
            })
        };
        assert_eq!(filled("gives {to} a view on {what}"), "gives Peru a view");
        assert_eq!(filled("invites {to}: {what}"), "invites Peru");
        assert_eq!(
            filled("asks {to} for action on {what}"),
            "asks Peru for action"
        );
    }

    #[test]
    fn an_entity_is_a_slot_by_its_prefixed_name() {
        assert!(matches!(Slot::of("{topic:climate}"), Some(Slot::Entity(_))));
        assert_eq!(Slot::of("{object}"), None);
        assert_eq!(Slot::of("{to},"), None);
    }
}
