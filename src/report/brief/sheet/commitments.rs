//! "Commitments and what came of them".

use super::citations::Citations;
use super::commands;
use super::wording::{SHORT, attribution, counts, date, iris, kind, parties, what, with_terms};
use crate::document::{Block, Grid, GridCell, GridRow, Inlines};
use crate::records::{Act, Claim, Outcome, Records};
use crate::report::attribution::{in_text, publisher};
use crate::report::brief::facts::Facts;
use crate::report::brief::facts::commitments::Commitment;
use crate::report::brief::facts::open::passed_occasion;
use crate::report::brief::facts::sequel::Sequel;
use crate::report::brief::relationship::Relationship;
use crate::vocab::bil::class;

const COLUMNS: [&str; 6] = [
    "Date",
    "Commitment",
    "Who → whom",
    "Binding",
    "Due",
    "Outcome",
];

/// The section with so many rows.
pub fn commitments(facts: &Facts<'_>, rows: usize, citations: &mut Citations<'_>) -> Vec<Block> {
    let relationship = &facts.relationship;
    let commitments = &facts.commitments;
    if commitments.ranked.is_empty() && commitments.counted.is_empty() {
        return Vec::new();
    }
    let chosen = commitments.latest(rows, relationship);
    let rows = chosen.iter().map(|row| GridRow {
        cells: cells(row, relationship, citations),
        acts: iris(relationship.records, &row.claim),
    });
    let grid = Grid {
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    let mut chosen = chosen.into_iter();
    let is_inferred = |row: &Commitment<'_>| matches!(row.sequel, Sequel::FollowedUp(_, true));
    let notes = [
        chosen
            .clone()
            .any(is_inferred)
            .then_some("* The link is inferred; neither text mentions the other."),
        chosen
            .any(|row| row.claim.differs())
            .then_some("† The texts differ; the weakest report counts."),
    ];
    let notes = notes.into_iter().flatten().map(Inlines::from);
    let notes: Vec<Inlines> = notes.chain(rest(facts, grid.rows.len())).collect();
    let mut blocks = vec![Block::heading(2, "Commitments and what came of them")];
    if !grid.rows.is_empty() {
        blocks.push(Block::Grid(grid));
    }
    if !notes.is_empty() {
        blocks.push(Block::Paragraph(Inlines::new().joined(notes, " ")));
    }
    blocks
}

/// `And 12 more, 15 assurances, among the 40 of `, with the command that lists all commitments.
fn rest(facts: &Facts<'_>, shown: usize) -> Option<Inlines> {
    let relationship = &facts.relationship;
    let all: Vec<&Claim<'_>> = relationship.claims_of(class::COMMITMENT).collect();
    let hidden = facts.commitments.ranked.len() - shown;
    let weak = counts(relationship.records, &facts.commitments.counted);
    let line = match (hidden, weak.is_empty()) {
        (0, true) => return None,
        (0, false) => format!("Only counted: {weak}"),
        (more, true) => format!("And {more} more"),
        (more, false) => format!("And {more} more, {weak}"),
    };
    let kinds = [class::COMMITMENT];
    let command = commands::acts(relationship, &all, &relationship.sides, &kinds);
    Some(Inlines::from(line).then(command))
}

fn cells(
    row: &Commitment<'_>,
    relationship: &Relationship<'_>,
    citations: &mut Citations<'_>,
) -> Vec<GridCell> {
    let records = relationship.records;
    let act = row.claim.act;
    let differs = if row.claim.differs() { "†" } else { "" };
    let due = match (&act.due, &act.until) {
        (Some(due), _) => due.words(),
        (None, Some(until)) => format!("until {}", until.words()),
        (None, None) => "–".to_owned(),
    };
    let cited = citations.acts(row.claim.reports.iter().copied());
    let what = with_terms(records, what(records, act, SHORT), act);
    let what = what.text(attribution(relationship, &row.claim));
    let sequel = match &row.sequel {
        Sequel::Closed(_, causes) => causes.clone(),
        Sequel::FollowedUp(act, _) | Sequel::Echoed(act) => vec![*act],
        Sequel::Delivered | Sequel::Nothing => Vec::new(),
    };
    let sequel = sequel.iter().map(|act| records.iri(act.id).to_owned());
    let plain = [
        Inlines::from(date(row.claim.when(records))),
        what.cite(cited),
        Inlines::from(parties(relationship, act)),
        Inlines::from(kind(records, act) + differs),
        Inlines::from(due),
    ];
    let outcome = outcome(&row.sequel, act, relationship, citations);
    let outcome = GridCell::new(outcome).about(sequel.collect());
    plain
        .into_iter()
        .map(GridCell::new)
        .chain([outcome])
        .collect()
}

fn outcome(
    sequel: &Sequel<'_>,
    act: &Act,
    relationship: &Relationship<'_>,
    citations: &mut Citations<'_>,
) -> Inlines {
    let records = relationship.records;
    match sequel {
        Sequel::Delivered => Inlines::from(format!("done, according to {}", witness(records, act))),
        Sequel::Closed(outcome, causes) => {
            let when = causes.first().and_then(|cause| records.time(cause));
            let when = when.map(|when| format!(", {}", when.range()));
            let words = outcome.word().to_owned() + &when.unwrap_or_default();
            Inlines::from(words).cite(citations.acts(causes.iter().copied()))
        }
        Sequel::FollowedUp(later, is_inferred) => {
            let line = Inlines::from(format!("{}: ", date(records.time(later))));
            let line = line.then(what(records, later, SHORT));
            let line = line.cite(citations.acts([*later]));
            if *is_inferred { line.text("*") } else { line }
        }
        Sequel::Echoed(echo) => {
            let is_welcome = records.is_of(echo, class::APPRECIATION);
            let verb = if is_welcome { "welcomed" } else { "mentioned" };
            let who = in_text(records, &echo.by);
            let when = match (records.time(echo), records.time(act)) {
                (Some(later), Some(earlier)) if later == earlier => "same day".to_owned(),
                (later, _) => date(later),
            };
            Inlines::from(format!("{verb} by {who}, {when}")).cite(citations.acts([*echo]))
        }
        Sequel::Nothing => {
            let is_open = act.outcome == Some(Outcome::Open);
            let needs_answer = is_open && !records.is_of(act, class::PLEDGE);
            let noun = if needs_answer { "answer" } else { "outcome" };
            let passed = passed_occasion(act, relationship).map_or("", |_| "; occasion passed");
            Inlines::from(format!("no {noun} recorded{passed}"))
        }
    }
}

/// The speaker of an act, or else the publisher of its text.
fn witness(records: &Records, act: &Act) -> String {
    let speakers = in_text(records, &act.speakers);
    if speakers.is_empty() {
        publisher(records, act.text)
    } else {
        speakers
    }
}
