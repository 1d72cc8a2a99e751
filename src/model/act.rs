//! Acts: a statement or an action of one actor toward another, or of both together.

use oxigraph::model::NamedNode;

use super::date::{PartialDate, Period};
use super::evidence::AnchoredQuote;
use super::inference::{InferencePolicy, MaybeInferred, clear_inferred};

/// A statement or an action of one kind, with the words that state it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetAct {
    /// `act:<readout>.<id>`, or `act:<readout>.<kind>-<hash>` if the sheet has no `id`.
    pub iri: NamedNode,
    /// The kind, such as `bil:Offer`.
    pub kind: NamedNode,
    /// Its actors; several for a joint act.
    pub by: MaybeInferred<Vec<NamedNode>>,
    /// Its targets; empty for a joint act.
    pub to: MaybeInferred<Vec<NamedNode>>,
    /// The person who speaks.
    pub speaker: Option<MaybeInferred<NamedNode>>,
    /// The sectors.
    pub sectors: Vec<NamedNode>,
    /// The goods and services.
    pub items: Vec<NamedNode>,
    /// Other entities that it is about.
    pub about: Option<MaybeInferred<Vec<NamedNode>>>,
    /// The event for which it is intended.
    pub occasion: Option<MaybeInferred<NamedNode>>,
    /// The readout's words for the condition under which it holds.
    pub condition: Option<String>,
    /// The deadline.
    pub due: Option<MaybeInferred<PartialDate>>,
    /// The end of its validity.
    pub until: Option<MaybeInferred<PartialDate>>,
    /// The amounts that it states.
    pub figures: Vec<SheetFigure>,
    /// The date on which it was done.
    pub date: Option<MaybeInferred<Period>>,
    /// The event at which it was made.
    pub made_at: Option<NamedNode>,
    /// The passages that state it, in the order of the text; empty in a record without the words.
    pub evidence: Vec<AnchoredQuote>,
    /// What it says, in our words; required in a record without the words.
    pub gist: Option<String>,
    /// A remark by the annotator.
    pub note: Option<String>,
    /// Its outcome, if the sheet states it.
    pub status: Option<MaybeInferred<String>>,
    /// The earlier acts that it follows up.
    pub follows_up: MaybeInferred<Vec<NamedNode>>,
    /// The earlier acts that it replaces.
    pub replaces: MaybeInferred<Vec<NamedNode>>,
    /// The acts of other texts that report the same act.
    pub matches: MaybeInferred<Vec<NamedNode>>,
}

impl SheetAct {
    /// Whether several actors do it together.
    #[must_use]
    pub fn is_joint(&self) -> bool {
        self.by.value.len() > 1
    }

    /// The quotes as one text, passages joined by ` […] `; `None` in a record without the words.
    #[must_use]
    pub fn quote(&self) -> Option<String> {
        let passages: Vec<&str> = self
            .evidence
            .iter()
            .map(|passage| &*passage.exact)
            .collect();
        (!passages.is_empty()).then(|| passages.join(" […] "))
    }

    /// Removes the values that a policy excludes; the act itself remains.
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

/// An amount that an act states.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct SheetFigure {
    /// What is measured, for example `trade turnover`.
    pub of: String,
    /// The amount.
    pub amount: Amount,
    /// How exact the amount is, if that is said: `about`, `almost`, `over` or `aimed at`.
    pub qualifier: Option<String>,
    /// The unit, for example `USD million`.
    pub unit: Option<String>,
    /// The period to which it applies.
    pub period: Option<Period>,
    /// The good or service.
    pub item: Option<NamedNode>,
}

/// A number, or its bounds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    /// A number, exact or approximate.
    Value(Decimal),
    /// The minimum and the maximum; one of them may be missing.
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

    /// Whether it has no decimals.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        !self.0.contains('.')
    }
}
