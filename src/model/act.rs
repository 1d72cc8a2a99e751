//! Acts: one thing said or done by one actor toward another, or by both together.

use oxigraph::model::NamedNode;

use super::date::{PartialDate, Period};
use super::evidence::Evidence;
use super::inference::{InferencePolicy, MaybeInferred, clear_inferred};

/// One thing said or done, of one kind, with the words that carry it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Act {
    /// `act:<readout>.<id>`, or `act:<readout>.<kind>-<hash>` where the sheet gives no `id`.
    pub iri: NamedNode,
    /// The kind, such as `bil:Offer`.
    pub kind: NamedNode,
    /// Who does it; several for a joint act.
    pub by: MaybeInferred<Vec<NamedNode>>,
    /// Its targets; empty for a joint act.
    pub to: MaybeInferred<Vec<NamedNode>>,
    /// Who says so.
    pub speaker: Option<MaybeInferred<NamedNode>>,
    /// The branches of work.
    pub sectors: Vec<NamedNode>,
    /// The goods and services.
    pub items: Vec<NamedNode>,
    /// What else it is about.
    pub about: Option<MaybeInferred<Vec<NamedNode>>>,
    /// The event for which it is meant.
    pub occasion: Option<MaybeInferred<NamedNode>>,
    /// The readout's words for the condition under which it holds.
    pub condition: Option<String>,
    /// By when.
    pub due: Option<MaybeInferred<PartialDate>>,
    /// For how long.
    pub until: Option<MaybeInferred<PartialDate>>,
    /// The amounts named.
    pub figures: Vec<Figure>,
    /// When it was done.
    pub date: Option<MaybeInferred<Period>>,
    /// The event at which it was said.
    pub made_at: Option<NamedNode>,
    /// The passages that carry it, in the order of the text; empty in a record without the words.
    pub evidence: Vec<Evidence>,
    /// What it says, in our words; needed in a record without the words.
    pub gist: Option<String>,
    /// A remark of the person who recorded it.
    pub note: Option<String>,
    /// Its outcome, where the sheet states it.
    pub status: Option<MaybeInferred<String>>,
    /// The earlier acts that it takes up.
    pub follows_up: MaybeInferred<Vec<NamedNode>>,
    /// The earlier acts that it replaces.
    pub replaces: MaybeInferred<Vec<NamedNode>>,
    /// The acts of other texts that report the same.
    pub matches: MaybeInferred<Vec<NamedNode>>,
}

impl Act {
    /// Whether several do it together.
    #[must_use]
    pub fn is_joint(&self) -> bool {
        self.by.value.len() > 1
    }

    /// The quotes as one text, passages joined by ` […] `; `None` in a record without the words.
    #[must_use]
    pub fn quote(&self) -> Option<String> {
        let spans: Vec<&str> = self
            .evidence
            .iter()
            .map(|span| span.exact.as_str())
            .collect();
        (!spans.is_empty()).then(|| spans.join(" […] "))
    }

    /// Leaves out what is not kept; the act itself remains.
    pub fn apply(&mut self, policy: InferencePolicy) {
        if policy == InferencePolicy::Asserted {
            clear_inferred(&mut [
                &mut self.by,
                &mut self.to,
                &mut self.speaker,
                &mut self.about,
                &mut self.occasion,
                &mut self.due,
                &mut self.until,
                &mut self.date,
                &mut self.status,
                &mut self.follows_up,
                &mut self.replaces,
                &mut self.matches,
            ]);
        }
    }
}

/// An amount that an act names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Figure {
    /// What is measured, for example `trade turnover`.
    pub of: String,
    /// How much.
    pub amount: Amount,
    /// The unit, for example `USD million`.
    pub unit: Option<String>,
    /// For which time.
    pub period: Option<Period>,
    /// Of which good or service.
    pub item: Option<NamedNode>,
}

/// A number, or the bounds between which it lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    /// Exactly, or about, so much.
    Value(Decimal),
    /// At least and at most so much; one of the two may be open.
    Range(Option<Decimal>, Option<Decimal>),
}

/// A decimal number in canonical form: no leading or trailing zeros, no `+`, a point only before decimals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(String);

impl Decimal {
    /// Brings a number as TOML writes it into canonical form; `None` for an exponent, an infinity or NaN.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let plain = text.replace('_', "");
        let (sign, digits) = match plain.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", plain.strip_prefix('+').unwrap_or(&plain)),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
            return None;
        }
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            whole => whole,
        };
        Some(Self(match (whole, decimals.trim_end_matches('0')) {
            ("0", "") => "0".to_owned(),
            (whole, "") => format!("{sign}{whole}"),
            (whole, decimals) => format!("{sign}{whole}.{decimals}"),
        }))
    }

    /// The canonical form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing after the point.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        !self.0.contains('.')
    }
}
