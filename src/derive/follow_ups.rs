//! Follow-ups, direct and through other acts.
//!
//! Acts that match count as one step, so chains link groups of matching acts.

use foldhash::HashSet;

use super::classes::Classes;
use super::links::{Links, Nodes};
use super::matches::Matches;
use super::statements::{DerivedGraph, Node, Statements};
use crate::vocab::bil::{self, class, derived};
use crate::vocab::w3c::rdf;

/// The groups that each act follows up, and that each group follows up.
struct Steps<'a> {
    of_acts: Links<'a>,
    of_groups: Links<'a>,
}

impl<'a> Steps<'a> {
    fn of(links: &[(Node<'a>, Node<'a>)], matches: &Matches<'a>) -> Self {
        let of_acts = links.iter();
        let of_acts = of_acts.map(|(later, earlier)| (*later, matches.group(*earlier)));
        let of_groups = of_acts.clone();
        Self {
            of_groups: Links::of(of_groups.map(|(later, group)| (matches.group(later), group))),
            of_acts: Links::of(of_acts),
        }
    }

    /// The groups that an act follows up, in any number of steps.
    fn reach(&self, act: Node<'a>) -> Nodes<'a> {
        let first = self.of_acts.targets(act).iter().copied();
        self.of_groups.reach(first)
    }
}

/// All follow-ups.
pub struct FollowUps<'a> {
    pub matches: Matches<'a>,
    /// Those that are not inferred.
    asserted: Steps<'a>,
    all: Steps<'a>,
    /// Those that are inferred.
    inferred: Steps<'a>,
}

impl<'a> FollowUps<'a> {
    pub fn of(statements: &Statements<'a>, classes: &Classes<'a>) -> Self {
        let matches = Matches::of(statements, classes);
        let guesses = inferred(statements);
        let links: Vec<_> = statements.links(bil::FOLLOWS_UP).collect();
        let (inferred, asserted): (Vec<_>, Vec<_>) =
            links.iter().partition(|link| guesses.contains(*link));
        Self {
            asserted: Steps::of(&asserted, &matches),
            inferred: Steps::of(&inferred, &matches),
            all: Steps::of(&links, &matches),
            matches,
        }
    }

    /// The groups that an act follows up directly, without inference.
    pub fn answered(&self, act: Node<'a>) -> &[Node<'a>] {
        self.asserted.of_acts.targets(act)
    }

    /// The groups that an act follows up in any number of steps, without inference.
    pub fn carried_out(&self, act: Node<'a>) -> Nodes<'a> {
        self.asserted.reach(act)
    }

    pub fn write(&self, classes: &Classes<'a>, graph: &mut DerivedGraph) {
        for (result, _) in classes.acts() {
            let is_result = [class::AGREEMENT, class::DELIVERY]
                .iter()
                .any(|class| classes.has(result, *class));
            if is_result {
                self.write_result(result, graph);
            }
        }
    }

    /// Writes which acts led to an agreement or delivery.
    fn write_result(&self, result: Node<'a>, graph: &mut DerivedGraph) {
        let groups = self.all.reach(result);
        if groups.is_empty() {
            return;
        }
        let guessed = self.guessed(result);
        for group in groups.ordered() {
            for act in self.matches.members(group) {
                graph.add(*act, derived::LED_TO, result);
                if guessed.contains(*group) {
                    graph.add(*act, derived::LED_TO_BY_INFERENCE, result);
                }
            }
        }
    }

    /// The groups that some path from a result reaches over an inferred step.
    fn guessed(&self, result: Node<'a>) -> Nodes<'a> {
        if self.inferred.of_groups.is_empty() {
            return Nodes::default();
        }
        let before = self.all.of_groups.reach([self.matches.group(result)]);
        let steps = before.ordered().iter();
        let steps = steps.flat_map(|group| self.inferred.of_groups.targets(*group));
        self.all.of_groups.reach(steps.copied())
    }
}

/// The follow-ups that an inference names.
fn inferred<'a>(statements: &Statements<'a>) -> HashSet<(Node<'a>, Node<'a>)> {
    let subjects = Links::of(statements.links(rdf::SUBJECT));
    let objects = Links::of(statements.links(rdf::OBJECT));
    let inferences = statements.links(rdf::PREDICATE);
    let inferences = inferences.filter(|(_, predicate)| *predicate == bil::FOLLOWS_UP.into());
    let mut named = HashSet::default();
    for (inference, _) in inferences {
        for later in subjects.targets(inference) {
            let earlier = objects.targets(inference).iter();
            named.extend(earlier.map(|earlier| (*later, *earlier)));
        }
    }
    named
}
