//! How many acts a brief is about, and which it leaves out.

use super::relationship::Relationship;
use crate::records::claims;
use crate::report::attribution::in_text;
use crate::text::counted;

/// `141 of 163 acts, those of Belarus and Kaliningrad Oblast (16 second reports not counted)`
pub fn totals(relationship: &Relationship<'_>) -> String {
    let records = relationship.records;
    let own = relationship.claims.len();
    let all = claims(records, records.acts()).len();
    let sides = in_text(records, &relationship.sides);
    let period = match relationship.outside(|one| one.claims.len()) {
        0 => String::new(),
        _ => format!(" {}", relationship.period()[0]),
    };
    let acts = if own == all {
        counted(own, "act", "acts")
    } else {
        format!(
            "{own} of {}, those of {sides}{period}",
            counted(all, "act", "acts")
        )
    };
    match relationship.acts.len() - own {
        0 => acts,
        second => {
            let second = counted(second, "second report", "second reports");
            format!("{acts} ({second} not counted)")
        }
    }
}
