//! How acts and events are told: their words, whose text tells them, what of them is inferred, what became of them.

use super::markup::Markup;
use super::told::{Event, Inferred, Record, Step, Text};
use super::when::When;
use crate::vocab::bil;

impl Markup {
    /// Passages between quotation marks, with a link to them.
    pub(super) fn words(&mut self, passages: &[String], page: &str) -> String {
        format!("{}{}", self.passages(passages), self.link(page, passages))
    }

    /// The words of an act, whose they are, and a link to them.
    pub(super) fn words_of(&mut self, act: &Record) -> String {
        let speaker: Vec<&str> = act.names(bil::SPEAKER).collect();
        let is_retold = act.voices.contains("paraphrase");
        let voice = match speaker.join(" and ") {
            nobody if nobody.is_empty() => "the text itself".to_owned(),
            speaker if is_retold => format!("{}, retold", self.shown(&speaker)),
            speaker => self.shown(&speaker),
        };
        format!(
            "{} — {voice}{}",
            self.passages(&act.passages),
            self.link(&act.text.page, &act.passages)
        )
    }

    fn passages(&self, passages: &[String]) -> String {
        let quoted = passages.iter().map(|passage| self.quoted(passage));
        quoted.collect::<Vec<_>>().join(" […] ")
    }

    /// The line of an act, led by its time where that is not told above, and what stands below it.
    pub(super) fn act(&mut self, depth: usize, when: Option<&When>, act: &Record) {
        let when = when.map_or_else(String::new, |when| format!("{} · ", self.strong(&when.words)));
        let status = act.status.as_deref();
        let status = status.map_or_else(String::new, |status| format!(" ({})", self.shown(status)));
        let line = format!(
            "{when}{}{status} {}{}",
            self.strong(&act.kind),
            self.shown(&act.sentence),
            self.terms(act)
        );
        self.item(depth, &line);
        self.below(depth + 1, act);
    }

    /// What stands below the line of an act: its words, the remark on it, what is inferred, what it follows and
    /// what followed it.
    pub(super) fn below(&mut self, depth: usize, act: &Record) {
        if act.is_verifiable() {
            let words = self.words_of(act);
            self.citation(depth, &words);
        }
        self.origin(depth, act);
        self.remarks_on(depth, act);
        self.chain(depth, act);
    }

    /// Who else tells of an act; where its words may not be stored, also whose text tells it.
    pub(super) fn origin(&mut self, depth: usize, act: &Record) {
        let own = (!act.is_verifiable()).then_some(&act.text);
        let told: Vec<String> = own
            .into_iter()
            .chain(&act.matches)
            .map(|text| self.issued(text))
            .collect();
        let told = match (told.as_slice(), own) {
            ([], _) => return,
            (others, None) => format!("told by {}, too", others.join(" and ")),
            ([alone], Some(_)) => format!("told by {alone} alone, in our words; not verifiable here"),
            (several, Some(_)) => {
                format!("told by {}, in our words; not verifiable here", several.join(" and "))
            }
        };
        self.item(depth, &told);
    }

    /// The remark on an act, and what of it is inferred.
    pub(super) fn remarks_on(&mut self, depth: usize, act: &Record) {
        if let Some(note) = &act.note {
            let note = format!("note: {}", self.shown(note));
            self.item(depth, &note);
        }
        self.inferences(depth, &act.inferences);
    }

    /// The acts that an act follows up, and those that follow it up.
    pub(super) fn chain(&mut self, depth: usize, act: &Record) {
        for step in &act.follows {
            let told = format!("follows up: {}", self.step(step));
            self.item(depth, &told);
        }
        for step in &act.followers {
            let told = format!("later: {}", self.step(step));
            self.item(depth, &told);
        }
    }

    /// `**Agreement** … of 21 November 2024 (inferred: why)`.
    fn step(&self, step: &Step) -> String {
        let when = step.when.as_ref();
        let when = when.map_or_else(String::new, |when| format!("{}, ", self.shown(&when.words)));
        let because = step.because.as_deref();
        let because = because.map_or_else(String::new, |because| {
            format!(" (inferred: {})", self.shown(because))
        });
        format!(
            "{when}{} {}{because}",
            self.strong(&step.kind),
            self.shown(&step.sentence)
        )
    }

    /// What was inferred of the thing told above, and why.
    pub(super) fn inferences(&mut self, depth: usize, inferences: &[Inferred]) {
        for inference in inferences {
            let told = format!(
                "inferred: {} {}{}",
                self.shown(&inference.property_name),
                self.shown(&inference.value),
                self.because(inference)
            );
            self.item(depth, &told);
        }
    }

    /// Why the value told above is believed.
    pub(super) fn reason(&mut self, depth: usize, inference: &Inferred) {
        let told = format!("inferred{}", self.because(inference));
        self.item(depth, &told);
    }

    /// `, printed “13 November”: why [4]`.
    fn because(&mut self, inference: &Inferred) -> String {
        let printed = inference.printed.as_deref();
        let printed = printed.map(|printed| format!(", printed {}", self.quoted(printed)));
        let source = inference.source.as_deref();
        let link = source.map(|source| self.link(source, &[]));
        format!(
            "{}: {}{}",
            printed.unwrap_or_default(),
            self.shown(&inference.because),
            link.unwrap_or_default()
        )
    }

    /// For which occasion and on which condition an act holds, to be put behind its sentence.
    pub(super) fn terms(&self, act: &Record) -> String {
        let occasion: Vec<&str> = act.names(bil::OCCASION).collect();
        let occasion = match occasion.join(", ") {
            none if none.is_empty() => none,
            some => format!(", on the occasion of {}", self.shown(&some)),
        };
        let condition = act.condition.as_deref();
        let condition = condition.map(|words| format!(", on the condition {}", self.quoted(words)));
        occasion + &condition.unwrap_or_default()
    }

    /// `**13 November 2017, Minsk** · Meeting of Belarus and Kaliningrad Oblast`, and who was there, below it.
    pub(super) fn event(&mut self, depth: usize, event: &Event) {
        let when = event.when.as_ref();
        let when = when.map_or("date unknown", |when| &when.words);
        let place = event.place.as_ref();
        let place = place.map_or_else(String::new, |(_, place)| format!(", {place}"));
        let circumstances = match event.circumstances() {
            none if none.is_empty() => none,
            some => format!(" ({})", self.shown(&some)),
        };
        let line = format!(
            "{}{circumstances} · {}",
            self.strong(&[when, &place].concat()),
            self.shown(event.untimed())
        );
        self.item(depth, &line);
        self.below_event(depth + 1, event);
    }

    fn below_event(&mut self, depth: usize, event: &Event) {
        for side in &event.sides {
            let is_host = event.host.as_ref() == Some(&side.actor);
            let host = if is_host { " (host)" } else { "" };
            let people: Vec<&str> = side.people.iter().map(|(_, name)| name.as_str()).collect();
            let people = match people.join("; ") {
                none if none.is_empty() => none,
                some => format!(": {}", self.shown(&some)),
            };
            let line = format!("{}{host}{people}", self.shown(&side.name));
            self.item(depth, &line);
        }
        for (_, whole) in &event.wholes {
            let line = format!("part of: {}", self.shown(whole));
            self.item(depth, &line);
        }
        for (address, passages) in &event.passages {
            let words = self.words(passages, address);
            self.item(depth, &words);
        }
        self.inferences(depth, &event.inferences);
        self.texts(depth, event);
    }

    /// Whose texts tell of an event.
    fn texts(&mut self, depth: usize, event: &Event) {
        let issued: Vec<String> = event.texts.iter().map(|text| self.issued(text)).collect();
        if issued.is_empty() {
            return;
        }
        let alone = if issued.len() == 1 && !event.is_verifiable() {
            " alone; not verifiable here"
        } else {
            ""
        };
        self.item(depth, &format!("told by {}{alone}", issued.join(" and ")));
    }

    fn issued(&mut self, text: &Text) -> String {
        let issuer = self.shown(&text.issuer());
        format!("{issuer}{}", self.link(&text.page, &[]))
    }
}
