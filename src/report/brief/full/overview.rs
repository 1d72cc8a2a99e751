//! The overview: how much is recorded, on what, and from which sources.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNodeRef;

use super::account::Account;
use crate::document::{Block, Item};
use crate::records::{Act, Id, meetings_once};
use crate::report::attribution::publisher;
use crate::report::brief::relationship::Relationship;
use crate::report::brief::totals::totals;
use crate::text::{counted, enumerated};
use crate::vocab::bil::{self, class};

/// The groups of kinds, in the order of the page.
const GROUPS: [NamedNodeRef<'static>; 5] = [
    class::COMMITMENT,
    class::ASK,
    class::ANSWER,
    class::STANCE,
    class::ACCOUNT,
];

pub fn overview(account: &mut Account<'_>) -> Vec<Block> {
    let brief = account.relationship;
    let took_place = meetings_once(brief.records, brief.held()).len();
    let held = counted(took_place, "meeting or visit", "meetings or visits");
    let others = match brief.meetings.len() - brief.held().count() {
        0 => String::new(),
        others => format!(", {others} more that were only planned, or cancelled"),
    };
    let groups = GROUPS.into_iter().filter_map(|group| {
        let acts: Vec<&Act> = brief.claims_of(group).map(|claim| claim.act).collect();
        let group = brief.records.kind(brief.records.id(group)?)?;
        let counted = group.counted(acts.len());
        (!acts.is_empty()).then(|| Item::text(format!("{counted}: {}", kinds(brief, &acts))))
    });
    vec![
        Block::paragraph(format!(
            "{held}{others}; {}. {}",
            totals(brief),
            origin(brief)
        )),
        Block::List(groups.collect()),
        Block::paragraph(legend(&brief.acts)),
    ]
}

/// The publishers of the texts, and the actors that they say nothing about.
fn origin(brief: &Relationship<'_>) -> String {
    let records = brief.records;
    let texts = brief.texts();
    let publishers = texts.iter().map(|text| publisher(records, Some(text.id)));
    let publishers: BTreeSet<String> = publishers.collect();
    let publishers: Vec<&str> = publishers.iter().map(String::as_str).collect();
    let silent = brief.sides.into_iter();
    let silent = silent.filter(|side| !brief.acts.iter().any(|act| is_own(brief, *side, act)));
    let mut sentences = Vec::new();
    if !publishers.is_empty() {
        sentences.push(format!("Published by {}.", enumerated(&publishers)));
    }
    for side in silent {
        let all = brief.outside(|brief| {
            let acts = brief.claims.iter();
            acts.filter(|claim| is_own(brief, side, claim.act)).count()
        });
        let side = records.in_text(side);
        sentences.push(match all {
            0 => format!("Nothing that {side} said is recorded."),
            all => {
                let [within, beyond] = brief.period();
                let acts = counted(all, "act", "acts");
                format!("Nothing that {side} said is {within}; {beyond}: {acts}.")
            }
        });
    }
    sentences.join(" ")
}

/// Whether a side itself reports its act.
fn is_own(brief: &Relationship<'_>, side: Id, act: &Act) -> bool {
    let doer = brief.records.id(bil::BY);
    let inferences = brief.records.inferences(act.id);
    let is_ascribed = inferences
        .iter()
        .any(|inference| Some(inference.property) == doer);
    !is_ascribed && act.by.contains(&side)
}

/// The speakers of the lines below.
fn legend(acts: &[&Act]) -> &'static str {
    match (
        acts.iter().any(|act| act.is_verifiable()),
        acts.iter().all(|act| act.is_verifiable()),
    ) {
        (_, true) => {
            "Each line is followed by the words that carry it and by their speaker; a number links to them on the publisher's page. Reported words are the publisher's."
        }
        (true, false) => {
            "Each line is followed by the words that carry it and by their speaker, or by the publisher where the words may not be stored; a number links to the page. Reported words are the publisher's."
        }
        (false, false) => {
            "The words of the texts may not be stored: each line is in our words and names the publisher; a number links to the page."
        }
    }
}

/// `4 offers, 1 proposal`, the most binding kinds first.
fn kinds(brief: &Relationship<'_>, acts: &[&Act]) -> String {
    let mut numbers: BTreeMap<(i64, Id), usize> = BTreeMap::new();
    for act in acts {
        let key = (-brief.order(act), act.kind);
        *numbers.entry(key).or_default() += 1;
    }
    let parts = numbers
        .iter()
        .filter_map(|((_, kind), number)| Some(brief.records.kind(*kind)?.counted(*number)));
    parts.collect::<Vec<String>>().join(", ")
}
