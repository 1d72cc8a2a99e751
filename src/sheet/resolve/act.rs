//! `[[act]]`, with its `figures`.

use std::collections::HashSet;

use oxigraph::model::NamedNode;

use super::draft::Draft;
use super::field_resolver::FieldResolver;
use super::merged_event::MergedEvents;
use super::parties::Parties;
use crate::diagnostic::Code;
use crate::model::{
    ActKind, Amount, AnchoredQuote, Decimal, EntityKind, MaybeInferred, NameIndex, Period,
    SheetAct, SheetEvent, SheetFigure, Voice, sha256,
};
use crate::sheet::quotes::fold;
use crate::sheet::read::Fields;
use crate::vocab::{Namespace, bil, slug};

/// Hexadecimal digits of the hash in an IRI: two acts of one kind in one readout collide once in 2^40.
const DIGITS: usize = 10;

/// `act:<readout>.<id>`.
pub fn iri(readout: &str, id: &str) -> NamedNode {
    Namespace::Act.mint(&format!("{readout}.{id}"))
}

impl Draft<'_> {
    /// Resolves every act and puts them in the order of the text.
    pub fn acts(&mut self, name_index: &NameIndex, events: &MergedEvents) {
        let tables = &self.parsed.fields.acts;
        let mut acts: Vec<(usize, SheetAct)> = Vec::with_capacity(tables.len());
        let mut iris = HashSet::new();
        for (table, fields) in tables.iter().enumerate() {
            if let Some(act) = self.act(fields, name_index, events) {
                // Without its passages, a hash is that of the kind alone.
                let is_final = fields.has("id") || fields.list("quote").len() == act.evidence.len();
                if is_final && !iris.insert(act.iri.clone()) {
                    self.refuse_collision(fields);
                }
                acts.push((table, act));
            }
        }
        acts.sort_by(|(_, a), (_, b)| order(a).cmp(&order(b)));
        (self.act_tables, self.sheet.acts) = acts.into_iter().unzip();
    }

    fn act(
        &mut self,
        fields: &Fields,
        name_index: &NameIndex,
        events: &MergedEvents,
    ) -> Option<SheetAct> {
        let kind = self.kind(fields, name_index);
        let (voice, is_fixed) = self.voice(fields);
        let evidence = self.evidence(fields);
        let main_event = self.main_event.clone();
        let issuers = self.sheet.readout.issued_by.clone();
        let mut resolver = self.resolver(fields, name_index);
        let made_at = if fields.has("made_at") {
            resolver.name("made_at", EntityKind::EVENTS)
        } else {
            main_event
        };
        let event = made_at.as_ref().and_then(|iri| events.get(iri));
        let event = event.map(|merged| &merged.event);
        let mut parties = Parties {
            kind,
            resolver,
            event,
            issuers: &issuers,
        };
        let by = parties.by();
        let to = parties.to(&by);
        let speaker = parties.speaker(&by, is_fixed && voice == Voice::Text);
        let mut resolver = parties.resolver;
        let sectors = resolver.names("sectors", EntityKind::SECTORS);
        let items = resolver.names("items", EntityKind::ITEMS);
        let about = resolver.names("about", EntityKind::ALL);
        let occasion = resolver.inferable_name("occasion", EntityKind::EVENTS);
        let figures = figures(&mut resolver);
        let kind = kind?;
        Some(SheetAct {
            kind: kind.iri.clone(),
            by,
            to,
            speaker,
            sectors,
            items,
            about: (!about.is_empty()).then(|| resolver.maybe_inferred("about", about)),
            occasion,
            condition: resolver.words("condition"),
            due: resolver.date("due"),
            until: resolver.date("until"),
            figures,
            status: status(&mut resolver),
            date: resolver
                .period("date")
                .or_else(|| self.default_date(kind, event)),
            iri: self.iri(fields, kind, &evidence),
            made_at,
            evidence,
            gist: fields.text("gist").map(str::to_owned),
            note: fields.text("note").map(str::to_owned),
            follows_up: MaybeInferred::asserted(Vec::new()),
            replaces: MaybeInferred::asserted(Vec::new()),
            matches: MaybeInferred::asserted(Vec::new()),
        })
    }

    /// The kind, whose name must be written exactly as in the ontology.
    fn kind<'i>(&mut self, fields: &Fields, name_index: &'i NameIndex) -> Option<&'i ActKind> {
        let name = fields.text("kind")?;
        let (message, has_suggestion) = match name_index.resolve_kind(name) {
            Ok(kind) if kind.name() == name || name.contains(':') => return Some(kind),
            Ok(kind) => {
                let spelling = kind.name();
                let message = format!("unknown kind of act `{name}`; did you mean `{spelling}`?");
                (message, true)
            }
            Err(error) => (error.to_string(), error.suggests()),
        };
        let kinds = name_index.kinds();
        let (message, help) = if let Some(group) = name_index.resolve_group(name) {
            let message = format!("`{name}` is a group of kinds, but a kind is needed here");
            let kinds = kinds.filter(|kind| kind.group == *group);
            (message, Some(known_kinds(kinds)))
        } else {
            (message, (!has_suggestion).then(|| known_kinds(kinds)))
        };
        self.findings
            .error(Code::UnknownKind, fields.range_of("kind"), message)
            .maybe_help(help);
        None
    }

    /// The date of the event, or of a joint text that of its publication; the past events that Precedent and Delivery
    /// report have none.
    fn default_date(
        &self,
        kind: &ActKind,
        event: Option<&SheetEvent>,
    ) -> Option<MaybeInferred<Period>> {
        let is_past = kind.iri == bil::class::PRECEDENT || kind.iri == bil::class::DELIVERY;
        if is_past {
            return None;
        }
        match self.sheet.readout.published {
            Some(date) if self.form() == "joint" => Some(MaybeInferred::asserted(date.into())),
            _ => event?.date.clone(),
        }
    }

    /// `act:<readout>.<id>`, or `act:<readout>.<kind>-<hash>`, which changes only with the kind or the words: the hash is
    /// that of the kind and the exact passages, folded; of the gist if there are none.
    fn iri(&self, fields: &Fields, kind: &ActKind, evidence: &[AnchoredQuote]) -> NamedNode {
        let readout = &self.parsed.slug;
        if let Some(id) = fields.text("id") {
            return iri(readout, id);
        }
        let mut text = kind.iri.as_str().to_owned();
        let gist = fields.text("gist").filter(|_| evidence.is_empty());
        let passages = evidence.iter().map(|passage| passage.exact.as_str());
        for words in passages.chain(gist) {
            text.extend(["\n", &fold(words)]);
        }
        let mut hash = sha256(&text);
        hash.truncate(DIGITS);
        iri(readout, &format!("{}-{hash}", kind.name().to_lowercase()))
    }

    fn refuse_collision(&mut self, fields: &Fields) {
        let message = match fields.text("id") {
            Some(id) => format!("another act of this sheet has the id `{id}`, too"),
            None => "another act of this sheet has the same kind and the same quote".to_owned(),
        };
        self.findings
            .error(Code::ActCollision, fields.range_of("id"), message)
            .help("add a different `id` to each of them");
    }
}

fn known_kinds<'a>(kinds: impl Iterator<Item = &'a ActKind>) -> String {
    let names: Vec<&str> = kinds.map(ActKind::name).collect();
    format!("known kinds: {}", names.join(", "))
}

/// The outcome that the sheet states, with the reason for it.
fn status(resolver: &mut FieldResolver<'_>) -> Option<MaybeInferred<String>> {
    let status = resolver.fields.text("status")?.to_owned();
    if resolver.fields.inference("status").is_none() {
        let message = "a status needs its reason: status.is and status.because";
        resolver.refuse("status", Code::MissingKey, message);
    }
    Some(resolver.maybe_inferred("status", status))
}

/// Resolves the figures of an act, sorted by content, so that their numbers do not depend on the order in the sheet.
fn figures(act: &mut FieldResolver<'_>) -> Vec<SheetFigure> {
    let tables = act.fields.tables("figures").into_iter().flatten();
    let mut figures: Vec<SheetFigure> = tables
        .filter_map(|table| figure(&mut act.within(table)))
        .collect();
    figures.sort();
    figures.dedup();
    figures
}

fn figure(resolver: &mut FieldResolver<'_>) -> Option<SheetFigure> {
    Some(SheetFigure {
        amount: amount(resolver)?,
        of: resolver.fields.text("of")?.to_owned(),
        qualifier: resolver.fields.text("qualifier").map(str::to_owned),
        unit: resolver.fields.text("unit").map(str::to_owned),
        period: resolver.fields.period("period").copied(),
        item: resolver.name("item", EntityKind::ITEMS),
    })
}

fn amount(resolver: &mut FieldResolver<'_>) -> Option<Amount> {
    let fields = resolver.fields;
    let number = |key| fields.number(key).cloned();
    match (number("value"), number("min"), number("max")) {
        (Some(value), None, None) => Some(Amount::Value(value)),
        (None, Some(min), Some(max)) if float(&max) < float(&min) => {
            let (min, max) = (min.as_str(), max.as_str());
            let message = format!("`min` is {min}, but `max` is only {max}");
            resolver.refuse("max", Code::WrongForm, message);
            None
        }
        (None, min, max) if min.is_some() || max.is_some() => Some(Amount::Range(min, max)),
        _ => {
            let is_misread = |key: &&str| fields.is_misread(key);
            if !["value", "min", "max"].iter().any(is_misread) {
                let message = "a figure has either `value`, or `min` or `max` or both";
                resolver
                    .findings
                    .error(Code::MissingKey, &fields.range, message);
            }
            None
        }
    }
}

#[expect(clippy::expect_used, reason = "a decimal has the form of a float")]
fn float(decimal: &Decimal) -> f64 {
    decimal.as_str().parse().expect("a float")
}

/// The order of acts: that of their words, then of their IRIs.
fn order(act: &SheetAct) -> (usize, usize, &str) {
    let first = act.evidence.first();
    let last = act.evidence.last();
    (
        first.map_or(usize::MAX, |evidence| evidence.span.start),
        last.map_or(usize::MAX, |evidence| evidence.span.end),
        slug(act.iri.as_ref()),
    )
}
