//! The participants of an event, by side and post.

use std::collections::{BTreeMap, BTreeSet};

use super::level::of_post;
use super::membership::Membership;
use super::statements::Statements;
use super::terms::Id;
use super::when::When;
use crate::model::{MeetingLevel, PartialDate};
use crate::vocab::bil;
use crate::vocab::w3c::org;

/// A participant of an event, or a post whose holder is not named.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Participant {
    /// The person, or the post.
    pub who: Id,
    /// The post that the person held at the time, within the side that they represented.
    pub post: Option<Id>,
    /// The level of the post.
    pub level: Option<MeetingLevel>,
}

/// The posts and bodies of people.
pub struct People<'a> {
    statements: &'a Statements,
    /// The memberships of each person.
    memberships: BTreeMap<Id, Vec<&'a Membership>>,
}

impl<'a> People<'a> {
    pub fn new(memberships: &'a [Membership], statements: &'a Statements) -> Self {
        let mut of_person: BTreeMap<Id, Vec<&Membership>> = BTreeMap::new();
        for membership in memberships {
            if let Some(member) = membership.member {
                of_person.entry(member).or_default().push(membership);
            }
        }
        Self {
            statements,
            memberships: of_person,
        }
    }

    /// The participants of an event for each of its sides, in the order of the sides.
    pub fn at(&self, event: Id, when: Option<&When>, sides: &[Id]) -> Vec<Vec<Participant>> {
        let mut people: Vec<Vec<Participant>> = vec![Vec::new(); sides.len()];
        let participants = self.statements.nodes(event, bil::PARTICIPANT);
        for who in self.statements.by_name(participants) {
            let bodies = self.bodies(who);
            let on: Vec<bool> = sides.iter().map(|side| bodies.contains(side)).collect();
            let held = self.posts(who, when);
            for ((side, is_on), people) in sides.iter().zip(&on).zip(&mut people) {
                // Of two sides that contain each other, the nearer one.
                let nearer = sides.iter().zip(&on).any(|(other, on)| {
                    *on && other != side && self.wholes([*other]).contains(side)
                });
                if *is_on && !nearer {
                    people.extend(self.participants(who, *side, &held));
                }
            }
        }
        people
    }

    /// The person once for each post within a side, or once without a post.
    fn participants(&self, who: Id, side: Id, held: &BTreeSet<Id>) -> Vec<Participant> {
        let is_on_side = |post: &Id| {
            let bodies = self.statements.nodes(*post, org::POST_IN);
            self.wholes(bodies).contains(&side)
        };
        let posts = held.iter().copied().filter(is_on_side);
        let posts = self.statements.by_name(posts);
        if posts.is_empty() {
            // A participant without a name is a post.
            let is_post = self.statements.node(who, org::POST_IN).is_some();
            return vec![Participant {
                who,
                post: None,
                level: is_post.then(|| of_post(who, self.statements)),
            }];
        }
        let held = posts.into_iter().map(|post| Participant {
            who,
            post: Some(post),
            level: Some(of_post(post, self.statements)),
        });
        held.collect()
    }

    /// The bodies of a person or post, and what these are part of.
    fn bodies(&self, who: Id) -> BTreeSet<Id> {
        let statements = self.statements;
        let posts = statements.nodes(who, org::HOLDS).chain([who]);
        let of_posts = posts.flat_map(|post| statements.nodes(post, org::POST_IN));
        let memberships = self.memberships.get(&who).into_iter().flatten();
        let of_memberships = memberships.filter_map(|membership| membership.organization);
        let own = statements.nodes(who, bil::MEMBER_OF);
        self.wholes(of_posts.chain(of_memberships).chain(own))
    }

    /// Nodes, and everything that they are part of.
    fn wholes(&self, nodes: impl IntoIterator<Item = Id>) -> BTreeSet<Id> {
        Statements::closure(nodes, |node| self.statements.nodes(node, bil::PART_OF))
    }

    /// The posts of a person on the days of an event; all posts if the event has no date.
    fn posts(&self, who: Id, when: Option<&When>) -> BTreeSet<Id> {
        let memberships = self.memberships.get(&who).map_or(&[][..], Vec::as_slice);
        let days = when.and_then(|when| Some((when.first?, when.last?)));
        let is_dated = |post: Id| {
            let mut terms = memberships.iter();
            terms.any(|term| term.post == Some(post) && term.is_dated)
        };
        let undated = self.statements.nodes(who, org::HOLDS);
        let undated = undated.filter(|post| !is_dated(*post));
        let terms = memberships.iter().filter(|term| match days {
            Some((first, last)) => {
                term.holds_within(first, last) && !is_over(term, memberships, last)
            }
            None => true,
        });
        undated.chain(terms.filter_map(|term| term.post)).collect()
    }
}

/// Whether a term without an end was over by a day, because the person had entered another post.
fn is_over(term: &Membership, others: &[&Membership], day: PartialDate) -> bool {
    let (Some(entered), None) = (term.since, term.until) else {
        return false;
    };
    others.iter().any(|other| {
        let is_other_post = other.post.is_some_and(|post| Some(post) != term.post);
        is_other_post
            && other
                .since
                .is_some_and(|begun| entered < begun && begun <= day)
    })
}
