//! An act as a sentence, generated from the phrase of its kind; the ontology's comment on `bil:phrase` has the rules.

use oxigraph::model::NamedNode;

use crate::model::{Act, NameIndex};

/// Prepositions that are left out together with an empty slot after them.
const PREPOSITIONS: [&str; 15] = [
    "about", "against", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to",
    "toward", "towards", "with",
];

/// `Belarus offers Kaliningrad Oblast steelwork, cement and other construction materials`.
pub fn sentence(act: &Act, name_index: &NameIndex) -> String {
    let phrase = name_index
        .kind(&act.kind)
        .map_or("", |kind| kind.phrase.as_str());
    let to = listed(&act.to.value, name_index);
    let what = what(act, name_index);
    let mut words: Vec<&str> = Vec::new();
    for word in phrase.split_whitespace() {
        match word {
            "{to}" => fill(&mut words, &to),
            "{what}" => fill(&mut words, &what),
            word => words.push(word),
        }
    }
    if !phrase.contains('{') {
        words.extend(
            [to.as_str(), what.as_str()]
                .iter()
                .filter(|slot| !slot.is_empty()),
        );
    }
    let by = listed(&act.by.value, name_index);
    let (verb, rest) = words
        .split_first()
        .map_or(("", &[][..]), |(verb, rest)| (*verb, rest));
    let verb = if act.is_joint() {
        plural(verb)
    } else {
        verb.to_owned()
    };
    let words = [by.as_str(), &verb].into_iter().chain(rest.iter().copied());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Puts a slot's words in, or takes the preposition before an empty one away.
fn fill<'a>(words: &mut Vec<&'a str>, slot: &'a str) {
    if !slot.is_empty() {
        words.push(slot);
    } else if words.last().is_some_and(|word| PREPOSITIONS.contains(word)) {
        words.pop();
    }
}

/// The items, else the sectors; then what else it is about, in parentheses, or alone.
fn what(act: &Act, name_index: &NameIndex) -> String {
    let field = if act.items.is_empty() {
        &act.sectors
    } else {
        &act.items
    };
    let field = narrowing(field, name_index);
    let about = act
        .about
        .as_ref()
        .map(|about| listed(&about.value, name_index));
    match about {
        Some(about) if field.is_empty() => about,
        Some(about) => format!("{field} ({about})"),
        None => field,
    }
}

/// `a, b and c`.
fn listed(names: &[NamedNode], name_index: &NameIndex) -> String {
    joined(
        names
            .iter()
            .map(|name| name_index.label(name).to_owned())
            .collect(),
    )
}

/// `a, b and c`; what is broader than another of them comes last, as `other c`.
fn narrowing(names: &[NamedNode], name_index: &NameIndex) -> String {
    let is_broader = |name: &&NamedNode| {
        names
            .iter()
            .any(|other| other != *name && name_index.is_within(other, name))
    };
    let (broader, narrow): (Vec<&NamedNode>, Vec<&NamedNode>) = names.iter().partition(is_broader);
    let narrow = narrow
        .into_iter()
        .map(|name| name_index.label(name).to_owned());
    let others = broader
        .into_iter()
        .map(|name| format!("other {}", name_index.label(name)));
    joined(narrow.chain(others).collect())
}

fn joined(labels: Vec<String>) -> String {
    match labels.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => labels.into_iter().collect(),
    }
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
    fn the_verb_of_a_joint_act_stands_in_the_plural() {
        let pairs = [
            ("offers", "offer"),
            ("is", "are"),
            ("has", "have"),
            ("reaches", "reach"),
            ("discusses", "discuss"),
            ("relies", "rely"),
            ("pledges", "pledge"),
            ("voices", "voice"),
        ];
        for (singular, several) in pairs {
            assert_eq!(plural(singular), several);
        }
    }
}
