//! `[[act]]`.

use std::collections::HashSet;

use oxigraph::model::NamedNode;

use super::names::{Names, given, printed_words};
use super::{Draft, Happenings, figure, identity};
use crate::diagnostic::Code;
use crate::model::{
    Act, ActKind, EntityKind, Event, Evidence, MaybeInferred, NameIndex, PartialDate, Period, Voice,
};
use crate::sheet::read::Fields;
use crate::vocab::bil;
use crate::vocab::slug;

impl Draft<'_> {
    /// Resolves every act and puts them in the order of the text.
    pub(crate) fn acts(&mut self, name_index: &NameIndex, happenings: &Happenings) {
        let written = self.written;
        let mut acts: Vec<(usize, Act)> = Vec::with_capacity(written.fields.acts.len());
        let mut known = HashSet::new();
        for (table, fields) in written.fields.acts.iter().enumerate() {
            if let Some(act) = self.act(fields, name_index, happenings) {
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
        name_index: &NameIndex,
        happenings: &Happenings,
    ) -> Option<Act> {
        let kind = self.kind(fields, name_index);
        let (voice, fixed) = self.voice(fields);
        let evidence = self.evidence(fields, voice, fixed);
        let made_at = self.made_at(fields, name_index);
        let event = made_at.as_ref().and_then(|iri| happenings.get(iri));
        let event = event.map(|happening| &happening.event);
        let by = self.by(fields, name_index, event);
        let to = self.to(fields, name_index, &by, event);
        let speaker = self.speaker(fields, name_index, &by, event, fixed.then_some(voice));

        let words = self.written.words.as_ref();
        let mut names = Names::new(name_index, &mut self.report);
        let sectors = names.many(fields.list("sectors"), EntityKind::SECTORS);
        let items = names.many(fields.list("items"), EntityKind::ITEMS);
        let about = names.many(fields.list("about"), EntityKind::ALL);
        let occasion = names.given(fields, "occasion", EntityKind::EVENTS, words);
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
            follows_up: MaybeInferred::asserted(Vec::new()),
            replaces: MaybeInferred::asserted(Vec::new()),
            matches: MaybeInferred::asserted(Vec::new()),
        })
    }

    /// A value with the reason for it, where its key is given as inferred.
    pub(crate) fn given<T>(&mut self, value: T, fields: &Fields, key: &str) -> MaybeInferred<T> {
        given(
            value,
            fields,
            key,
            self.written.words.as_ref(),
            &mut self.report,
        )
    }

    fn date(&mut self, fields: &Fields, key: &str) -> Option<MaybeInferred<PartialDate>> {
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

    fn made_at(&mut self, fields: &Fields, name_index: &NameIndex) -> Option<NamedNode> {
        if fields.has("made_at") {
            Names::new(name_index, &mut self.report).key(fields, "made_at", EntityKind::EVENTS)
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
    fn kind<'g>(&mut self, fields: &Fields, name_index: &'g NameIndex) -> Option<&'g ActKind> {
        let name = fields.text("kind")?;
        let (message, is_near) = match name_index.resolve_kind(name) {
            Ok(kind) if kind.name() == name || name.contains(':') => return Some(kind),
            Ok(kind) => {
                let near = kind.name();
                let message = format!("unknown kind of act `{name}`; did you mean `{near}`?");
                (message, true)
            }
            Err(error) => (error.to_string(), error.suggests()),
        };
        let range = fields.range_of("kind");
        if let Some(group) = name_index.resolve_group(name) {
            let message = format!("`{name}` is a group of kinds, but a kind is needed here");
            let of_group = |kind: &&ActKind| kind.group == *group;
            let hint = listed(name_index.kinds().filter(of_group));
            self.report
                .hinted(Code::UnknownKind, range, message, Some(hint));
        } else {
            let hint = (!is_near).then(|| listed(name_index.kinds()));
            self.report.hinted(Code::UnknownKind, range, message, hint);
        }
        None
    }

    /// The voice of spans, and whether it holds for those between quotation marks, too.
    pub(crate) fn voice(&self, fields: &Fields) -> (Voice, bool) {
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

    /// The event's date, of a joint text its publication; what is told of the past has none of its own.
    fn default_date(&self, kind: &ActKind, event: Option<&Event>) -> Option<MaybeInferred<Period>> {
        let of_the_past = kind.iri == bil::class::PRECEDENT || kind.iri == bil::class::DELIVERY;
        let is_joint = self.form() == "joint";
        match self.sheet.readout.published.filter(|_| is_joint) {
            _ if of_the_past => None,
            Some(date) => Some(MaybeInferred::asserted(date.into())),
            None => event?.date.clone(),
        }
    }

    /// What became of it, where somebody says so, which needs a reason.
    fn status(&mut self, fields: &Fields) -> Option<MaybeInferred<String>> {
        let status = fields.text("status")?.to_owned();
        if fields.inference("status").is_none() {
            let message = "a status is typed with its reason: status.is and status.because";
            self.report
                .error(Code::MissingKey, fields.range_of("status"), message);
        }
        Some(self.given(status, fields, "status"))
    }

    fn refuse_collision(&mut self, fields: &Fields) {
        let message = match fields.text("id") {
            Some(id) => format!("another act of this sheet has the id `{id}`, too"),
            None => "another act of this sheet has the same kind and the same quote".to_owned(),
        };
        let hint = "give each of them an `id` of its own".to_owned();
        self.report.hinted(
            Code::ActCollision,
            fields.range_of("id"),
            message,
            Some(hint),
        );
    }
}

fn listed<'a>(kinds: impl Iterator<Item = &'a ActKind>) -> String {
    let names: Vec<&str> = kinds.map(ActKind::name).collect();
    format!("known kinds: {}", names.join(", "))
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
