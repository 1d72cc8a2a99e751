//! The level of a post: the recorded one, or else the one that its title implies.

use super::statements::Statements;
use super::terms::Id;
use crate::model::MeetingLevel;
use crate::vocab::bil::{self, class};
use crate::vocab::w3c::{org, rdf};

/// Titles that begin like this lead a state or a region.
const LEADERS: [&str; 14] = [
    "chancellor",
    "chief executive",
    "emir",
    "emperor",
    "governor",
    "head of",
    "king",
    "premier",
    "president",
    "prime minister",
    "prince",
    "queen",
    "sovereign",
    "sultan",
];

/// Titles with one of these words are those of ministers.
const MINISTERS: [&str; 4] = [
    "minister",
    "deputy premier",
    "secretary of state",
    "vice president",
];

/// The level that a file states for a meeting or a post.
pub fn recorded(node: Id, statements: &Statements) -> Option<MeetingLevel> {
    MeetingLevel::from_word(&statements.text(node, bil::LEVEL)?)
}

/// The level of a post.
pub fn of_post(post: Id, statements: &Statements) -> MeetingLevel {
    recorded(post, statements).unwrap_or_else(|| {
        let mut bodies = statements.nodes(post, org::POST_IN);
        let leads = bodies.any(|body| is_state_or_region(body, statements));
        of_title(statements.name(post), leads)
    })
}

/// The level that a title implies; only a post of a state or a region itself can lead it.
fn of_title(title: &str, is_of_state_or_region: bool) -> MeetingLevel {
    let title = title.to_lowercase();
    let title = title.strip_prefix("acting ").unwrap_or(&title);
    if is_of_state_or_region && LEADERS.iter().any(|leader| title.starts_with(leader)) {
        return MeetingLevel::Leaders;
    }
    if MINISTERS.iter().any(|minister| title.contains(minister)) {
        return MeetingLevel::Ministers;
    }
    MeetingLevel::Officials
}

fn is_state_or_region(body: Id, statements: &Statements) -> bool {
    let classes = [class::STATE, class::REGION].map(|class| statements.id(class));
    let mut own = statements.nodes(body, rdf::TYPE);
    own.any(|class| classes.contains(&Some(class)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_implies_a_level() {
        for (title, is_of_state, level) in [
            ("President of Ukraine", true, MeetingLevel::Leaders),
            (
                "Acting Governor of Kestrel Coast",
                true,
                MeetingLevel::Leaders,
            ),
            (
                "President of the chamber of commerce",
                false,
                MeetingLevel::Officials,
            ),
            (
                "Deputy Prime Minister of Belarus",
                true,
                MeetingLevel::Ministers,
            ),
            ("U.S. Secretary of State", true, MeetingLevel::Ministers),
            ("Minister of Trade", false, MeetingLevel::Ministers),
            ("U.S. Special Envoy", true, MeetingLevel::Officials),
        ] {
            assert_eq!(of_title(title, is_of_state), level, "{title}");
        }
    }
}
