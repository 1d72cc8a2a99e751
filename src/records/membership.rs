//! Memberships: who held which post, or belonged to which body, and when.

use std::sync::Arc;

use super::statements::Statements;
use super::terms::Id;
use super::when::{When, stamps};
use crate::model::PartialDate;
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, org, skos};

/// A person in a post or a body, for a time. Memberships are ordered by their first day, those without one first.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Membership {
    /// Its node.
    pub id: Id,
    /// Its label.
    pub label: Arc<str>,
    /// The person.
    pub member: Option<Id>,
    /// The post.
    pub post: Option<Id>,
    /// The body.
    pub organization: Option<Id>,
    /// The dates as recorded, if a beginning is recorded.
    pub when: Option<When>,
    /// Whether a beginning or an end is recorded.
    pub is_dated: bool,
    /// The first possible day.
    pub since: Option<PartialDate>,
    /// The last possible day; `None` if no end is recorded.
    pub until: Option<PartialDate>,
    /// A remark of the person who recorded it.
    pub note: Option<Arc<str>>,
    /// The addresses that report it.
    pub sources: Vec<Arc<str>>,
}

impl Membership {
    fn read(id: Id, statements: &Statements) -> Self {
        let [since, until] = stamps(id, statements);
        Self {
            id,
            label: statements.title(id),
            member: statements.node(id, org::MEMBER),
            post: statements.node(id, bil::POST),
            organization: statements.node(id, org::ORGANIZATION),
            when: When::read(id, statements),
            is_dated: [bil::DATE, bil::END_DATE]
                .iter()
                .any(|property| statements.text(id, *property).is_some()),
            since,
            until,
            note: statements.text(id, skos::NOTE),
            sources: statements.texts(id, dcterms::SOURCE).cloned().collect(),
        }
    }

    /// Whether it is about a person, a post or a body.
    #[must_use]
    pub fn concerns(&self, entity: Id) -> bool {
        [self.member, self.post, self.organization].contains(&Some(entity))
    }

    /// Whether it overlaps some days; an open end is no limit.
    #[must_use]
    pub fn holds_within(&self, first: PartialDate, last: PartialDate) -> bool {
        self.since.is_none_or(|since| since <= last)
            && self.until.is_none_or(|until| until >= first)
    }
}

/// Every membership, in order of time.
pub fn memberships(statements: &Statements) -> Vec<Membership> {
    let ids = statements.having(org::MEMBER).into_iter();
    let mut memberships: Vec<Membership> = ids.map(|id| Membership::read(id, statements)).collect();
    memberships.sort_by_key(|membership| (membership.since, membership.id));
    memberships
}
