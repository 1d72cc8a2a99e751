//! The labels of acts: the gist where a sheet has one, else a sentence generated from a phrase of the kind.
//!
//! The comment on `bil:phrase` in the ontology has the rules of phrases. After the phrase come the terms of the act, and
//! the publisher where the doer's side did not issue the text. Their quotes distinguish equal labels.

mod content;
mod distinct;
mod terms;

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use self::content::Content;
use self::distinct::{Draft, tell_apart};
use crate::model::{
    ActKind, EntityKind, NameIndex, Phrase, Readout, SheetAct, Slot, named_publishers,
    publisher_name,
};
use crate::sheet::ResolvedSheets;
use crate::text::{capitalised, enumerated};
use crate::vocab::bil;

/// The label of each act, by its IRI.
pub fn labels(sheets: &ResolvedSheets) -> BTreeMap<&NamedNode, String> {
    let labeller = Labeller::of(sheets);
    let (mut iris, mut drafts) = (Vec::new(), Vec::new());
    for sheet in &sheets.sheets {
        for act in &sheet.acts {
            iris.push(&act.iri);
            drafts.push(labeller.draft(act, &sheet.readout));
        }
    }
    iris.into_iter().zip(tell_apart(&drafts)).collect()
}

/// What a label of one act needs of the others.
struct Labeller<'a> {
    name_index: &'a NameIndex,
    acts: BTreeMap<&'a NamedNode, &'a SheetAct>,
    /// Participants of events, each with the actor of the side.
    people: BTreeSet<(&'a NamedNode, &'a NamedNode)>,
}

impl<'a> Labeller<'a> {
    fn of(sheets: &'a ResolvedSheets) -> Self {
        let acts = sheets.sheets.iter().flat_map(|sheet| &sheet.acts);
        let events = sheets.sheets.iter().flat_map(|sheet| &sheet.events);
        let sides = events.flat_map(|event| &event.sides);
        Self {
            name_index: &sheets.name_index,
            acts: acts.map(|act| (&act.iri, act)).collect(),
            people: sides
                .flat_map(|side| side.participants.iter().map(|one| (&one.who, &side.actor)))
                .collect(),
        }
    }

    fn draft(&self, act: &SheetAct, readout: &Readout) -> Draft {
        let quote = act.quote();
        if let Some(gist) = &act.gist {
            return Draft {
                label: gist.clone(),
                quote,
                shows_quote: false,
            };
        }
        let content = self.content(act);
        let (clause, has_content) = self.clause(act, &content);
        let sentence = format!("{} {clause}", self.subject(act));
        let terms = terms::terms(act, content.parenthesis(), self.name_index);
        let mut label = capitalised(&(sentence + &terms));
        if !self.is_issuer(act, readout) {
            let publisher = publisher(readout, self.name_index);
            label.extend([", according to ", &publisher]);
        }
        Draft {
            label,
            quote,
            shows_quote: !has_content,
        }
    }

    /// Who does it: the speaker for what a person says, else the doers.
    fn subject(&self, act: &SheetAct) -> String {
        if let ([doer], Some(speaker)) = (act.by.value.as_slice(), &act.speaker)
            && self.is_words_alone(act)
            && self.is_of(&speaker.value, doer)
        {
            return self.name_index.in_text(&speaker.value);
        }
        match self.names(&act.by.value) {
            none if none.is_empty() => "an unnamed actor".to_owned(),
            names => names,
        }
    }

    /// Whether it is an Account or a Stance: a state neither hopes nor thanks.
    fn is_words_alone(&self, act: &SheetAct) -> bool {
        let group = self.name_index.kind(&act.kind).map(|kind| &kind.group);
        group.is_some_and(|group| {
            [bil::class::ACCOUNT, bil::class::STANCE].contains(&group.as_ref())
        })
    }

    fn is_of(&self, person: &NamedNode, actor: &NamedNode) -> bool {
        self.name_index.is_within(person, actor) || self.people.contains(&(person, actor))
    }

    /// Whether the side of a doer issued the text.
    fn is_issuer(&self, act: &SheetAct, readout: &Readout) -> bool {
        let doers = &act.by.value;
        let is_one = |issuer: &NamedNode| {
            let mut doers = doers.iter();
            doers.any(|doer| self.is_of(issuer, doer) || self.is_of(doer, issuer))
        };
        readout.issued_by.iter().any(is_one)
    }

    /// The phrase of the kind that suits the act best, with its slots filled, and whether it says what the act is about.
    fn clause(&self, act: &SheetAct, content: &Content<'_>) -> (String, bool) {
        let fill = |slot: &Slot| self.fill(slot, act, content);
        let has = |slot: &Slot| !fill(slot).is_empty();
        let kind = self.name_index.kind(&act.kind);
        let phrases = kind.map(|kind| phrases(kind, act.is_joint()));
        let phrases = phrases.unwrap_or_default().into_iter();
        let ranked = phrases.filter_map(|phrase| Some((phrase.rank(has)?, phrase)));
        let best = ranked.max();
        best.map(|(_, phrase)| (phrase.fill(fill), phrase.has_content(has)))
            .unwrap_or_default()
    }

    fn fill(&self, slot: &Slot, act: &SheetAct, content: &Content<'_>) -> String {
        match slot {
            Slot::To => self.names(&act.to.value),
            Slot::Whose => genitive(self.names(&act.to.value)),
            Slot::What => content.what(),
            Slot::Items => content.items(),
            Slot::Instrument => content.instruments(),
            Slot::Kind => self.answered(act).map_or_else(String::new, |answered| {
                let kind = self.name_index.kind(&answered.kind);
                kind.map(|kind| kind.label.to_lowercase())
                    .unwrap_or_default()
            }),
            Slot::Entity(entity) if content.mentions(entity) => self.name_index.in_text(entity),
            Slot::Entity(_) => String::new(),
        }
    }

    /// What an act is about; for an answer, that of the act answered.
    fn content(&self, act: &'a SheetAct) -> Content<'a> {
        let answered = self
            .answered(act)
            .map(|act| Content::of(act, self.name_index));
        let answered = answered.filter(|content| !content.what().is_empty());
        answered.unwrap_or_else(|| Content::of(act, self.name_index))
    }

    /// The act of a target that an Answer answers.
    fn answered(&self, act: &SheetAct) -> Option<&'a SheetAct> {
        let kind = self.name_index.kind(&act.kind)?;
        let mut earlier = act.follows_up.value.iter();
        earlier
            .find_map(|iri| self.acts.get(iri).copied())
            .filter(|earlier| {
                let mut doers = earlier.by.value.iter();
                kind.group == bil::class::ANSWER && doers.any(|doer| act.to.value.contains(doer))
            })
    }

    fn names(&self, nodes: &[NamedNode]) -> String {
        let names = nodes.iter().map(|node| self.name_index.in_text(node));
        enumerated(&names.collect::<Vec<_>>())
    }
}

/// The phrases of a kind for one doer or for several.
fn phrases(kind: &ActKind, is_joint: bool) -> Vec<Phrase> {
    if !is_joint {
        return kind.phrases.clone();
    }
    if kind.joint_phrases.is_empty() {
        return kind.phrases.iter().cloned().map(Phrase::plural).collect();
    }
    kind.joint_phrases.clone()
}

/// The publisher of a text, as readers know it.
fn publisher(readout: &Readout, name_index: &NameIndex) -> String {
    let is_organization = |issuer: &NamedNode| {
        let entity = name_index.entity(issuer);
        entity.is_some_and(|entity| entity.kinds.contains(&EntityKind::Organization))
    };
    let publisher = readout.publisher.as_slice();
    let publishers = named_publishers(publisher, &readout.issued_by, is_organization);
    let names: Vec<String> = publishers
        .iter()
        .map(|publisher| name_index.in_text(publisher))
        .collect();
    let name = (!names.is_empty()).then(|| enumerated(&names));
    publisher_name(name, readout.source.as_str())
}

/// `Belarus's`, but `the United States'`: a name with an article and an s is a plural.
fn genitive(name: String) -> String {
    let is_plural = name.starts_with("the ") && name.ends_with('s');
    match (name.is_empty(), is_plural) {
        (true, _) => name,
        (false, true) => name + "'",
        (false, false) => name + "'s",
    }
}
