//! The outcome of each act: the only implementation of the definition in `ontology/README.md`.

use foldhash::HashMap;
use oxigraph::model::{LiteralRef, NamedNodeRef, Quad};

use super::classes::{Classes, numbers};
use super::follow_ups::FollowUps;
use super::links::Nodes;
use super::statements::{DerivedGraph, Node, Statements};
use crate::model::PartialDate;
use crate::vocab::bil::{self, class, derived};
use crate::vocab::w3c::{prov, sem};

/// The outcome of an act.
///
/// In alphabetical order: of two answers on one day, the later one here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The other side accepted it.
    Accepted,
    /// The other side declined it.
    Declined,
    /// A delivery carried it out.
    Fulfilled,
    /// It is no longer valid; only a sheet or file can state this.
    Lapsed,
    /// It awaits an answer.
    Open,
    /// A later act replaces it.
    Replaced,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Accepted,
        Self::Declined,
        Self::Fulfilled,
        Self::Lapsed,
        Self::Open,
        Self::Replaced,
    ];

    /// The value of `bil:outcome`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Fulfilled => "fulfilled",
            Self::Lapsed => "lapsed",
            Self::Open => "open",
            Self::Replaced => "replaced",
        }
    }

    /// The outcome with this value.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|outcome| outcome.word() == word)
    }
}

/// The outcome of one act.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActOutcome<'a> {
    /// The act.
    pub act: Node<'a>,
    /// Its outcome.
    pub outcome: Outcome,
    /// The acts that caused it; empty if it is open or was recorded as a status.
    pub by: Vec<Node<'a>>,
    /// The last day of the earliest of these acts with a date.
    pub date: Option<LiteralRef<'a>>,
}

/// Returns the outcome of every act that has one, in the order of the acts.
///
/// With `on`, acts that end after that date cause nothing, so that the outcomes are those of that date. The caller must
/// check whether an act existed by then.
#[must_use]
pub fn outcomes(quads: &[Quad], on: Option<PartialDate>) -> Vec<ActOutcome<'_>> {
    let statements = Statements::of(quads);
    let classes = Classes::of(&statements);
    let follow_ups = FollowUps::of(&statements, &classes);
    find(&statements, &classes, &follow_ups, on)
}

/// Writes the outcomes of all acts.
pub fn write(
    statements: &Statements<'_>,
    classes: &Classes<'_>,
    follow_ups: &FollowUps<'_>,
    graph: &mut DerivedGraph,
) {
    for found in find(statements, classes, follow_ups, None) {
        let word = LiteralRef::new_simple_literal(found.outcome.word());
        graph.add(found.act, derived::OUTCOME, word);
        graph.add_all(found.act, derived::OUTCOME_BY, found.by);
        if let Some(date) = found.date {
            graph.add(found.act, derived::OUTCOME_DATE, date);
        }
    }
}

fn find<'a>(
    statements: &Statements<'a>,
    classes: &Classes<'a>,
    follow_ups: &FollowUps<'a>,
    on: Option<PartialDate>,
) -> Vec<ActOutcome<'a>> {
    let days = last_days(statements);
    let closings = Closings::of(statements, classes, follow_ups, &days, on);
    let strengths = numbers(bil::STRENGTH, statements);
    let of_act = |(act, kinds): (Node<'a>, Vec<Node<'a>>)| {
        let expects = Expects::of(&kinds, classes, &strengths)?;
        let (outcome, by) = closings.outcome(act, follow_ups.matches.group(act), &expects)?;
        let dates = by.iter().filter_map(|act| days.get(act).copied());
        let date = dates.min_by_key(|day| day.value());
        Some(ActOutcome {
            act,
            outcome,
            by,
            date,
        })
    };
    classes.acts().filter_map(of_act).collect()
}

/// The last day of everything with a date.
fn last_days<'a>(statements: &Statements<'a>) -> HashMap<Node<'a>, LiteralRef<'a>> {
    let mut days: HashMap<Node<'a>, LiteralRef<'a>> = HashMap::default();
    for (dated, day) in statements.literals(sem::HAS_LATEST_END_TIME_STAMP) {
        let last = days.entry(dated).or_insert(day);
        if day.value() > last.value() {
            *last = day;
        }
    }
    days
}

/// The possible outcomes of an act of some kinds.
struct Expects {
    /// Whether later acts can close it: it is an ask or a commitment.
    closing: bool,
    /// Whether it is open until then: it is an ask, a proposal, an offer or a pledge.
    answer: bool,
}

impl Expects {
    /// `None` if the kinds are only `bil:Act`.
    fn of<'a>(
        kinds: &[Node<'a>],
        classes: &Classes<'a>,
        strengths: &HashMap<Node<'a>, f64>,
    ) -> Option<Self> {
        let mut kinds = kinds
            .iter()
            .filter(|kind| **kind != class::ACT.into())
            .peekable();
        kinds.peek()?;
        let mut expects = Self {
            closing: false,
            answer: false,
        };
        for kind in kinds {
            let strength = strengths.get(kind).copied();
            let asks = classes.is_below(kind, class::ASK);
            expects.closing |= asks || strength.is_some();
            expects.answer |= awaits_answer(asks, strength);
        }
        Some(expects)
    }
}

/// Whether acts of a kind are open until another act answers them: those of an ask, and of a commitment between a proposal
/// and a pledge.
pub(crate) fn awaits_answer(is_ask: bool, strength: Option<f64>) -> bool {
    is_ask || strength.is_some_and(|strength| (3.0..=5.0).contains(&strength))
}

/// An answer: its day, empty if unknown, and its outcome.
type Answer<'a> = (&'a str, Outcome);

/// The acts that close the acts of one group.
#[derive(Default)]
struct Closing<'a> {
    /// The recorded status of one of them.
    status: Option<Outcome>,
    answer: Option<Answer<'a>>,
    answered_by: Nodes<'a>,
    deliveries: Nodes<'a>,
    replaced_by: Nodes<'a>,
}

/// The acts that close others, group by group.
struct Closings<'a> {
    /// The recorded status of an act itself.
    own_status: HashMap<Node<'a>, Outcome>,
    of_groups: HashMap<Node<'a>, Closing<'a>>,
}

impl<'a> Closings<'a> {
    fn of(
        statements: &Statements<'a>,
        classes: &Classes<'a>,
        follow_ups: &FollowUps<'a>,
        days: &HashMap<Node<'a>, LiteralRef<'a>>,
        on: Option<PartialDate>,
    ) -> Self {
        let on = on.map(|on| on.last_day().to_string());
        let day = |act: Node<'a>| days.get(&act).map_or("", |day| day.value());
        let counts = |act| on.as_ref().is_none_or(|on| day(act) <= on.as_str());
        let mut all = Self::with_status(statements, follow_ups);
        for (act, _) in classes.typed().filter(|(act, _)| counts(*act)) {
            for (kind, says) in ANSWERS {
                if classes.has(act, kind) {
                    for group in follow_ups.answered(act) {
                        all.group(*group).answer(act, (day(act), says));
                    }
                }
            }
            if classes.has(act, class::DELIVERY) {
                for group in follow_ups.carried_out(act).ordered() {
                    all.group(*group).deliveries.add(act);
                }
            }
        }
        let replaced = statements.links(prov::WAS_REVISION_OF);
        for (newer, older) in replaced.filter(|(newer, _)| counts(*newer)) {
            let group = follow_ups.matches.group(older);
            all.group(group).replaced_by.add(newer);
        }
        all
    }

    fn with_status(statements: &Statements<'a>, follow_ups: &FollowUps<'a>) -> Self {
        let mut all = Self {
            own_status: HashMap::default(),
            of_groups: HashMap::default(),
        };
        for (act, word) in statements.literals(bil::STATUS) {
            let Some(status) = Outcome::from_word(word.value()) else {
                continue;
            };
            // Of several, the first in alphabetical order.
            let own = all.own_status.entry(act).or_insert(status);
            *own = status.min(*own);
            let of_group = &mut all.group(follow_ups.matches.group(act)).status;
            *of_group = Some(of_group.map_or(status, |known| known.min(status)));
        }
        all
    }

    fn group(&mut self, group: Node<'a>) -> &mut Closing<'a> {
        self.of_groups.entry(group).or_default()
    }

    /// The outcome of an act, and the acts that caused it.
    fn outcome(
        &self,
        act: Node<'a>,
        group: Node<'a>,
        expects: &Expects,
    ) -> Option<(Outcome, Vec<Node<'a>>)> {
        let closing = self.of_groups.get(&group);
        let status = self.own_status.get(&act).copied();
        if let Some(status) = status.or_else(|| closing?.status) {
            return Some((status, Vec::new()));
        }
        let closed = closing
            .and_then(Closing::outcome)
            .filter(|_| expects.closing);
        let open = expects.answer.then(|| (Outcome::Open, Vec::new()));
        closed
            .map(|(outcome, by)| (outcome, by.ordered().to_vec()))
            .or(open)
    }
}

/// The kinds of act that answer another.
const ANSWERS: [(NamedNodeRef<'_>, Outcome); 2] = [
    (class::ACCEPTANCE, Outcome::Accepted),
    (class::REFUSAL, Outcome::Declined),
];

impl<'a> Closing<'a> {
    /// Takes an answer, unless an earlier one is later in time.
    fn answer(&mut self, act: Node<'a>, answer: Answer<'a>) {
        if self.answer < Some(answer) {
            self.answered_by = Nodes::default();
            self.answer = Some(answer);
        }
        if self.answer == Some(answer) {
            self.answered_by.add(act);
        }
    }

    fn outcome(&self) -> Option<(Outcome, &Nodes<'a>)> {
        if !self.deliveries.is_empty() {
            return Some((Outcome::Fulfilled, &self.deliveries));
        }
        if let Some((_, outcome)) = self.answer {
            return Some((outcome, &self.answered_by));
        }
        (!self.replaced_by.is_empty()).then_some((Outcome::Replaced, &self.replaced_by))
    }
}
