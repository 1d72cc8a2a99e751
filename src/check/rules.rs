//! Puts the rules to the graph, on as many threads as there are processors: no rule needs another.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use oxigraph::model::{NamedOrBlankNode, Term};

use super::wording::filled;
use super::{Rule, Sources, Suspect};
use crate::diagnostic::{Finding, Place};
use crate::source::{Answer, Row, SourceError};

/// Rows of one rule: whoever wrote one that complains of more meant something else, and the memory has an end.
const MOST_ROWS: usize = 500_000;

/// What a rule gives: what it complains of, or what is wrong with the rule.
type Outcome = Result<Vec<Suspect>, Finding>;

/// The findings of all rules in their order, and what is wrong with those that are no rules.
///
/// # Errors
/// Where a rule was broken off, or failed on its way.
pub fn run(rules: &[Rule], sources: &Sources) -> Result<(Vec<Suspect>, Vec<Finding>), SourceError> {
    let mut queue: Vec<(usize, &Rule)> = rules.iter().enumerate().collect();
    // Long rules tend to take long: what is begun first does not come alone at the end.
    queue.sort_by_key(|(_, rule)| Reverse(rule.source.text().len()));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((number, rule)) = queue.get(next.fetch_add(1, Ordering::Relaxed)).copied() {
            let outcome = of_rule(rule, sources);
            let failed = outcome.is_err();
            done.push((number, outcome));
            if failed {
                break;
            }
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut outcomes: Vec<(usize, Result<Outcome, SourceError>)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut outcomes = work();
        for other in others {
            match other.join() {
                Ok(done) => outcomes.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        outcomes
    });
    outcomes.sort_by_key(|(number, _)| *number);
    let (mut suspects, mut wrong) = (Vec::new(), Vec::new());
    for (_, outcome) in outcomes {
        match outcome? {
            Ok(found) => suspects.extend(found),
            Err(mistake) => wrong.push(mistake),
        }
    }
    Ok((suspects, wrong))
}

fn of_rule(rule: &Rule, sources: &Sources) -> Result<Outcome, SourceError> {
    let answer = match sources.of_scope(rule.scope).run(rule.source.text()) {
        Ok(answer) => answer,
        Err(error) => {
            return match error.diagnostic(&rule.source) {
                Some(mistake) => Ok(Err(mistake)),
                None => Err(error),
            };
        }
    };
    let Answer::Solutions(rows) = answer else {
        return Ok(Err(no_rule(rule, "a rule is a SELECT")));
    };
    if rows
        .variables()
        .iter()
        .all(|variable| variable.as_str() != "this")
    {
        return Ok(Err(no_rule(
            rule,
            "a rule selects ?this, the node at fault",
        )));
    }
    let mut found = Vec::new();
    for row in rows {
        if found.len() == MOST_ROWS {
            let message = format!("this rule complains of more than {MOST_ROWS} things");
            return Ok(Err(no_rule(rule, &message)));
        }
        match suspect(rule, &row?) {
            Some(suspect) if sources.may_judge(rule.scope, &suspect.subject) => found.push(suspect),
            Some(_) => {}
            None => return Ok(Err(no_rule(rule, "?this must be an IRI or a blank node"))),
        }
    }
    Ok(Ok(found))
}

fn no_rule(rule: &Rule, message: &str) -> Finding {
    let place = Place::file(rule.source.name());
    Finding::error("rule-form", place, message)
        .hint("select ?this, and where they are known ?path and ?value")
}

fn suspect(rule: &Rule, row: &Row) -> Option<Suspect> {
    let subject = match row.get("this")? {
        Term::NamedNode(node) => NamedOrBlankNode::from(node.clone()),
        Term::BlankNode(node) => node.clone().into(),
        Term::Literal(_) => return None,
    };
    Some(Suspect {
        severity: rule.severity,
        code: Cow::Owned(rule.code.clone()),
        message: filled(&rule.problem, row),
        hints: vec![Cow::Owned(filled(&rule.solution, row))],
        subject,
        property: row.node("path").cloned(),
        value: row.get("value").cloned(),
    })
}
