//! `[[act]]`.

use std::collections::HashSet;

use oxigraph::model::NamedNode;

use super::names::{Names, given, printed_words};
use super::{Draft, Happenings, figure, identity};
use crate::model::{
    Act, ActKind, Event, Evidence, Gazetteer, Given, PartialDate, Period, Sort, Voice, slug,
};
use crate::sheet::read::Fields;
use crate::vocab::bil;

/// The word for both sides together.
const BOTH: &str = "both";

impl Draft<'_> {
    /// Resolves every act and puts them in the order of the text.
    pub(super) fn acts(&mut self, gazetteer: &Gazetteer, happenings: &Happenings) {
        let written = self.written;
        let mut acts: Vec<(usize, Act)> = Vec::with_capacity(written.fields.acts.len());
        let mut known = HashSet::new();
        for (table, fields) in written.fields.acts.iter().enumerate() {
            if let Some(act) = self.act(fields, gazetteer, happenings) {
                // Where no quote was found, the hash stands for the kind alone.
                let is_itself =
                    fields.has("id") || fields.list("quote").len() == act.evidence.len();
                if is_itself && !known.insert(act.iri.clone()) {
                    self.refuse_collision(fields);
                }
                acts.push((table, act));
            }
        }
        acts.sort_by(|(_, a), (_, b)| order(a).cmp(&order(b)));
        for (table, act) in acts {
            self.act_tables.push(table);
            self.sheet.acts.push(act);
        }
    }

    fn act(
        &mut self,
        fields: &Fields,
        gazetteer: &Gazetteer,
        happenings: &Happenings,
    ) -> Option<Act> {
        let kind = self.kind(fields, gazetteer);
        let (voice, fixed) = self.voice(fields);
        let evidence = self.evidence(fields, voice, fixed);
        let made_at = self.made_at(fields, gazetteer);
        let event = made_at.as_ref().and_then(|iri| happenings.get(iri));
        let event = event.map(|happening| &happening.event);
        let by = self.by(fields, gazetteer, event);
        let to = self.to(fields, gazetteer, &by, event);
        let speaker = self.speaker(fields, gazetteer, &by, event, fixed.then_some(voice));

        let words = self.written.words.as_ref();
        let mut names = Names::new(gazetteer, &mut self.report);
        let sectors = names.many(fields.list("sectors"), Sort::SECTORS);
        let items = names.many(fields.list("items"), Sort::ITEMS);
        let about = names.many(fields.list("about"), Sort::ALL);
        let occasion = names.given(fields, "occasion", Sort::EVENTS, words);
        let figures = figure::all(fields, &mut names);
        let kind = kind?;
        Some(Act {
            iri: self.iri(fields, kind, &evidence),
            kind: kind.iri.clone(),
            by,
            to,
            speaker,
            sectors,
            items,
            about: (!about.is_empty()).then(|| self.given(about, fields, "about")),
            occasion,
            condition: self.condition(fields),
            due: self.date(fields, "due"),
            until: self.date(fields, "until"),
            figures,
            date: match fields.period("date") {
                Some(date) => Some(self.given(date, fields, "date")),
                None => self.default_date(kind, event),
            },
            made_at,
            evidence,
            gist: fields.text("gist").map(str::to_owned),
            note: fields.text("note").map(str::to_owned),
            status: self.status(fields),
            follows_up: Vec::new(),
            replaces: Vec::new(),
        })
    }

    /// A value with the reason for it, where its key is given as inferred.
    fn given<T>(&mut self, value: T, fields: &Fields, key: &str) -> Given<T> {
        given(
            value,
            fields,
            key,
            self.written.words.as_ref(),
            &mut self.report,
        )
    }

    fn date(&mut self, fields: &Fields, key: &str) -> Option<Given<PartialDate>> {
        let date = fields.date(key)?;
        Some(self.given(date, fields, key))
    }

    fn iri(&self, fields: &Fields, kind: &ActKind, evidence: &[Evidence]) -> NamedNode {
        let readout = &self.written.slug;
        match fields.text("id") {
            Some(id) => identity::named(readout, id),
            None => identity::hashed(readout, kind, evidence, gist_alone(fields, evidence)),
        }
    }

    fn made_at(&mut self, fields: &Fields, gazetteer: &Gazetteer) -> Option<NamedNode> {
        if fields.has("made_at") {
            Names::new(gazetteer, &mut self.report).key(fields, "made_at", Sort::EVENTS)
        } else {
            self.main_event.clone()
        }
    }

    fn condition(&mut self, fields: &Fields) -> Option<String> {
        let typed = fields.located("condition")?;
        printed_words(
            &typed,
            "condition",
            self.written.words.as_ref(),
            &mut self.report,
        )
    }

    /// The kind, whose name is written exactly as the ontology has it.
    fn kind<'g>(&mut self, fields: &Fields, gazetteer: &'g Gazetteer) -> Option<&'g ActKind> {
        let name = fields.text("kind")?;
        let (message, is_near) = match gazetteer.resolve_kind(name) {
            Ok(kind) if kind.name() == name || name.contains(':') => return Some(kind),
            Ok(kind) => {
                let near = kind.name();
                let message = format!("unknown kind of act `{name}`; did you mean `{near}`?");
                (message, true)
            }
            Err(error) => (error.to_string(), error.nearest().is_some()),
        };
        let range = fields.range_of("kind");
        if let Some(group) = gazetteer.resolve_group(name) {
            let message = format!("`{name}` is a group of kinds, but a kind is needed here");
            let of_group = |kind: &&ActKind| kind.group == *group;
            let hint = listed(gazetteer.kinds().filter(of_group));
            self.report
                .hinted("unknown-kind", range, message, Some(hint));
        } else {
            let hint = (!is_near).then(|| listed(gazetteer.kinds()));
            self.report.hinted("unknown-kind", range, message, hint);
        }
        None
    }

    /// The voice of spans, and whether it holds for those between quotation marks, too.
    pub(super) fn voice(&self, fields: &Fields) -> (Voice, bool) {
        let typed = fields.text("voice");
        let typed = Voice::WORDS.iter().find(|(word, _)| Some(*word) == typed);
        match (typed, self.form()) {
            (Some((_, voice)), _) => (*voice, true),
            (None, "transcript") => (Voice::Direct, true),
            (None, "joint") => (Voice::Text, true),
            (None, _) => (Voice::Paraphrase, false),
        }
    }

    fn form(&self) -> &str {
        self.written
            .fields
            .document
            .text("form")
            .unwrap_or("readout")
    }

    /// Who does it: as typed, or the issuers.
    fn by(
        &mut self,
        fields: &Fields,
        gazetteer: &Gazetteer,
        event: Option<&Event>,
    ) -> Given<Vec<NamedNode>> {
        let written = fields.list("by");
        let is_both = matches!(written, [word] if word.value == BOTH);
        let value = if is_both {
            let sides = event.map_or(&[][..], |event| event.sides.as_slice());
            if sides.len() < 2 {
                let message = "`both` needs an event with two sides";
                let hint = "add an [[event]]; without `sides` it has those of dossier.toml";
                let range = fields.range_of("by");
                self.report
                    .hinted("unknown-name", range, message, Some(hint.to_owned()));
            }
            sides.iter().map(|side| side.actor.clone()).collect()
        } else if fields.has("by") {
            Names::new(gazetteer, &mut self.report).many(written, Sort::ACTORS)
        } else {
            self.sheet.readout.issued_by.clone()
        };
        self.given(value, fields, "by")
    }

    /// At whom it is aimed: as typed, or the other side of the event where one side does it alone. What follows from
    /// an inferred doer is inferred for the same reason.
    fn to(
        &mut self,
        fields: &Fields,
        gazetteer: &Gazetteer,
        by: &Given<Vec<NamedNode>>,
        event: Option<&Event>,
    ) -> Given<Vec<NamedNode>> {
        if fields.has("to") {
            let to = Names::new(gazetteer, &mut self.report).many(fields.list("to"), Sort::ACTORS);
            return self.given(to, fields, "to");
        }
        let [alone] = by.value.as_slice() else {
            return Given::asserted(Vec::new());
        };
        let own = event.and_then(|event| side_of(event, alone));
        let others = event.filter(|_| own.is_some()).map(|event| {
            let sides = event.sides.iter().map(|side| &side.actor);
            sides.filter(|side| Some(*side) != own).cloned().collect()
        });
        let others: Vec<NamedNode> = others.unwrap_or_default();
        Given {
            inference: by.inference.clone().filter(|_| !others.is_empty()),
            value: others,
        }
    }

    /// Who says so: as typed, or the only person on the side of `by`.
    fn speaker(
        &mut self,
        fields: &Fields,
        gazetteer: &Gazetteer,
        by: &Given<Vec<NamedNode>>,
        event: Option<&Event>,
        fixed_voice: Option<Voice>,
    ) -> Option<Given<NamedNode>> {
        if fields.has("speaker") {
            let words = self.written.words.as_ref();
            return Names::new(gazetteer, &mut self.report).given(
                fields,
                "speaker",
                Sort::PEOPLE,
                words,
            );
        }
        let [alone] = by.value.as_slice() else {
            return None;
        };
        if by.is_inferred() || fixed_voice == Some(Voice::Text) {
            return None;
        }
        let side = side_of(event?, alone)?;
        let side = event?.sides.iter().find(|other| other.actor == *side)?;
        match side.participants.as_slice() {
            [only] => Some(Given::asserted(only.who.clone())),
            _ => None,
        }
    }

    /// The event's date, of a joint text its publication; what is told of the past has none of its own.
    fn default_date(&self, kind: &ActKind, event: Option<&Event>) -> Option<Given<Period>> {
        let of_the_past = kind.iri == bil::class::PRECEDENT || kind.iri == bil::class::DELIVERY;
        let is_joint = self.form() == "joint";
        match self.sheet.readout.published.filter(|_| is_joint) {
            _ if of_the_past => None,
            Some(date) => Some(Given::asserted(date.into())),
            None => event?.date.clone(),
        }
    }

    /// What became of it, where somebody says so, which needs a reason.
    fn status(&mut self, fields: &Fields) -> Option<Given<String>> {
        let status = fields.text("status")?.to_owned();
        if fields.inference("status").is_none() {
            let message = "a status is typed with its reason: status.is and status.because";
            self.report
                .error("missing-key", fields.range_of("status"), message);
        }
        Some(self.given(status, fields, "status"))
    }

    fn refuse_collision(&mut self, fields: &Fields) {
        let message = match fields.text("id") {
            Some(id) => format!("another act of this sheet has the id `{id}`, too"),
            None => "another act of this sheet has the same kind and the same quote".to_owned(),
        };
        let hint = "give each of them an `id` of its own".to_owned();
        self.report
            .hinted("act-collision", fields.range_of("id"), message, Some(hint));
    }
}

fn listed<'a>(kinds: impl Iterator<Item = &'a ActKind>) -> String {
    let names: Vec<&str> = kinds.map(ActKind::name).collect();
    format!("known kinds: {}", names.join(", "))
}

/// The side of an event to which an actor belongs: itself, or as one of its participants.
fn side_of<'event>(event: &'event Event, actor: &NamedNode) -> Option<&'event NamedNode> {
    let takes_part = |side: &&crate::model::Side| {
        side.actor == *actor
            || side
                .participants
                .iter()
                .any(|participant| participant.who == *actor)
    };
    event.sides.iter().find(takes_part).map(|side| &side.actor)
}

/// A gist is part of an act's identity only where there are no words.
fn gist_alone<'a>(fields: &'a Fields, evidence: &[Evidence]) -> Option<&'a str> {
    fields.text("gist").filter(|_| evidence.is_empty())
}

/// Acts stand in the order of their words, then of their IRIs.
fn order(act: &Act) -> (usize, usize, &str) {
    let first = act.evidence.first();
    let last = act.evidence.last();
    (
        first.map_or(usize::MAX, |evidence| evidence.span.start),
        last.map_or(usize::MAX, |evidence| evidence.span.end),
        slug(act.iri.as_ref()),
    )
}
