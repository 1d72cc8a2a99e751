//! How acts and events are told: their words, whose text tells them, what of them is inferred, what became of them.

use super::markup::Markup;
use super::told::{Event, Inferred, Record, Step, Text};
use crate::text::enumerated;
use crate::vocab::bil;

/// What the line of an act may tell in parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// How binding a commitment is.
    Strength,
    /// When it was done.
    When,
}

impl Markup {
    /// Passages between quotation marks, with a link to them.
    pub(crate) fn words(&mut self, passages: &[String], page: &str) -> String {
        format!("{}{}", self.passages(passages), self.link(page, passages))
    }

    fn passages(&self, passages: &[String]) -> String {
        let quoted = passages.iter().map(|passage| self.quoted(passage));
        quoted.collect::<Vec<_>>().join(" […] ")
    }

    /// The line of an act, with facts on it in parentheses; and what stands below it.
    pub(crate) fn act(&mut self, depth: usize, facts: &[Fact], act: &Record) {
        let line = self.act_line(facts, act);
        self.item(depth, &line);
        self.below(depth + 1, act);
    }

    /// `**Offer** (4, open, 13 November 2017): Belarus offers …`; what became of it is always told.
    pub(crate) fn act_line(&self, facts: &[Fact], act: &Record) -> String {
        let is_wanted = |fact: Fact| facts.contains(&fact);
        let strength = act.strength.filter(|_| is_wanted(Fact::Strength));
        let when = act.when.as_ref().filter(|_| is_wanted(Fact::When));
        let told: Vec<String> = strength
            .map(|strength| strength.to_string())
            .into_iter()
            .chain(act.status.clone())
            .chain(when.map(|when| when.words.clone()))
            .collect();
        // Not in brackets: those would lead to the quote of that number.
        let told = match told.join(", ") {
            none if none.is_empty() => none,
            some => format!(" ({})", self.shown(&some)),
        };
        format!(
            "{}{told}: {}{}",
            self.strong(&act.kind),
            self.shown(&act.sentence),
            self.terms(act)
        )
    }

    /// What stands below the line of an act: its words, who else tells of it, the remark on it, what is inferred, what
    /// it follows and what followed it.
    pub(crate) fn below(&mut self, depth: usize, act: &Record) {
        let words = self.words_of(act);
        self.citation(depth, &words);
        self.remarks_on(depth, act);
    }

    /// The words of an act, whose they are, and a link to them; where they may not be stored, whose text tells it.
    pub(crate) fn words_of(&mut self, act: &Record) -> String {
        if !act.is_verifiable() {
            return format!("in our words — {}", self.tellers(act));
        }
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

    /// Whose text tells of an act of which the words are not here, and whether no other does.
    pub(crate) fn tellers(&mut self, act: &Record) -> String {
        let alone = if act.matches.is_empty() { " alone" } else { "" };
        let teller = self.issued(&act.text);
        format!("told by {teller}{alone}; not verifiable here")
    }

    /// Who else tells of an act, the remark on it, what of it is inferred, what it follows and what followed it.
    pub(crate) fn remarks_on(&mut self, depth: usize, act: &Record) {
        // What they say of it may differ, so they are not named as tellers of this.
        if !act.matches.is_empty() {
            let others: Vec<String> = act.matches.iter().map(|text| self.issued(text)).collect();
            self.item(depth, &format!("on the same: {}", enumerated(&others)));
        }
        if let Some(note) = &act.note {
            let note = format!("note: {}", self.shown(note));
            self.item(depth, &note);
        }
        self.inferences(depth, &act.inferences);
        self.chain(depth, act);
    }

    /// The acts that an act follows up, and those that follow it up.
    pub(crate) fn chain(&mut self, depth: usize, act: &Record) {
        for step in &act.follows {
            let told = format!("follows up: {}", self.step(step));
            self.item(depth, &told);
        }
        for step in &act.followers {
            let told = format!("later: {}", self.step(step));
            self.item(depth, &told);
        }
    }

    /// `21 November 2024, **Agreement**: A contract … (inferred: why)`.
    fn step(&self, step: &Step) -> String {
        let when = step.when.as_ref();
        let when = when.map_or_else(String::new, |when| format!("{}, ", self.shown(&when.words)));
        let because = step.because.as_deref();
        let because = because.map_or_else(String::new, |because| {
            format!(" (inferred: {})", self.shown(because))
        });
        format!(
            "{when}{}: {}{because}",
            self.strong(&step.kind),
            self.shown(&step.sentence)
        )
    }

    /// What was inferred of the thing told above, and why.
    pub(crate) fn inferences(&mut self, depth: usize, inferences: &[Inferred]) {
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
    pub(crate) fn reason(&mut self, depth: usize, inference: &Inferred) {
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
    pub(crate) fn terms(&self, act: &Record) -> String {
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
    pub(crate) fn event(&mut self, depth: usize, event: &Event) {
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
        self.item(depth, &format!("told by {}{alone}", enumerated(&issued)));
    }

    fn issued(&mut self, text: &Text) -> String {
        let issuer = self.shown(&text.issuer());
        format!("{issuer}{}", self.link(&text.page, &[]))
    }
}
