//! Links between acts: follow-ups and matches.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::inference::{Inference, about};
use super::statements::Statements;
use super::terms::{Id, Value};
use crate::vocab::bil;
use crate::vocab::w3c::prov;

/// A link from one act to an earlier or later one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FollowUp {
    /// The other act.
    pub act: Id,
    /// Why the link is believed, if it is inferred.
    pub because: Option<Arc<str>>,
}

/// The links between acts, by the acts at each end.
#[derive(Debug, Default)]
pub struct Chain {
    /// The earlier acts that an act follows up.
    pub follows: BTreeMap<Id, Vec<FollowUp>>,
    /// The later acts that follow it up.
    pub followers: BTreeMap<Id, Vec<FollowUp>>,
}

/// The groups of acts that several texts report, each with the others.
pub type Matches = BTreeMap<Id, Vec<Id>>;

/// Acts that match directly or through others.
pub fn matches(statements: &Statements) -> Matches {
    let mut matches = Matches::new();
    for act in statements.having(prov::ALTERNATE_OF) {
        if matches.contains_key(&act) {
            continue;
        }
        let all = Statements::closure([act], |act| {
            let named = statements.nodes(act, prov::ALTERNATE_OF);
            named.chain(statements.subjects(prov::ALTERNATE_OF, act))
        });
        for act in &all {
            let others = all.iter().copied().filter(|other| other != act);
            matches.insert(*act, others.collect());
        }
    }
    matches
}

/// The follow-ups: the act that a follow-up names, and those that match it.
pub fn chain(inferences: &[Inference], matches: &Matches, statements: &Statements) -> Chain {
    let mut chain = Chain::default();
    for later in statements.having(bil::FOLLOWS_UP) {
        for named in statements.nodes(later, bil::FOLLOWS_UP) {
            let because = because(later, named, inferences, statements);
            let others = matches.get(&named).into_iter().flatten().copied();
            for earlier in others.chain([named]) {
                add(
                    chain.follows.entry(later).or_default(),
                    earlier,
                    because.clone(),
                );
                add(
                    chain.followers.entry(earlier).or_default(),
                    later,
                    because.clone(),
                );
            }
        }
    }
    chain
}

/// Adds a link once; a link that is also asserted needs no reason.
fn add(links: &mut Vec<FollowUp>, act: Id, because: Option<Arc<str>>) {
    match links.iter_mut().find(|link| link.act == act) {
        Some(link) => link.because = link.because.take().min(because),
        None => links.push(FollowUp { act, because }),
    }
}

/// The reason for an inferred follow-up.
fn because(
    later: Id,
    named: Id,
    inferences: &[Inference],
    statements: &Statements,
) -> Option<Arc<str>> {
    let property = statements.id(bil::FOLLOWS_UP)?;
    let mut own = about(inferences, later).iter();
    let inference = own
        .find(|inference| inference.property == property && inference.value == Value::Node(named));
    inference.map(|inference| Arc::clone(&inference.because))
}
