//! The colours of the ontology are distinguishable with every colour vision, and visible on white.

use std::collections::BTreeMap;

use bilateral::load;
use bilateral::model::InferencePolicy;
use bilateral::network::palette;
use bilateral::records::Records;
use bilateral::vocab::Namespace;

use crate::support::sight::{Light, difference, light};

const GROUPS: [&str; 5] = ["Account", "Stance", "Ask", "Answer", "Commitment"];

/// The kinds of each group, in the order of the ontology, from light to dark.
const KINDS: [&[&str]; 5] = [
    &[
        "Discussion",
        "Statement",
        "Assessment",
        "Precedent",
        "Expectation",
    ],
    &["Appreciation", "Concern", "Objection", "Warning"],
    &["Invitation", "Request"],
    &["Acceptance", "Refusal"],
    &[
        "Assurance",
        "Readiness",
        "Proposal",
        "Offer",
        "Pledge",
        "Agreement",
        "Delivery",
    ],
];

/// How far apart two colours must be, as CIE 1976 counts (`ΔE*ab`): 2.3 is just noticeable.
const TOLD_APART: f64 = 20.0;
/// How far apart must be two kinds of one group that have the same dashes: these are three steps from each other.
const TOLD_APART_BY_SHADE: f64 = 15.0;
/// The minimum distance of the shades of neighbours, whose dashes differ, too.
const A_STEP: f64 = 5.0;
/// The contrast of a line with white that WCAG 2.2 wants of graphics (1.4.11).
const VISIBLE: f64 = 3.0;

fn colours() -> BTreeMap<String, Light> {
    let dossier = bilateral::dossier::built_in().unwrap();
    let graph = load::load(&[dossier], InferencePolicy::All).unwrap();
    let all = palette(&Records::from_quads(&graph.quads));
    let names = GROUPS.iter().chain(KINDS.iter().copied().flatten());
    names
        .map(|name| {
            let colour = &all[&Namespace::Ontology.mint(name)];
            ((*name).to_owned(), light(colour))
        })
        .collect()
}

#[test]
fn groups_are_distinguishable_with_colour_blindness() {
    let colours = colours();
    for (index, one) in GROUPS.iter().enumerate() {
        for other in &GROUPS[index + 1..] {
            let (far, sight) = difference(colours[*one], colours[*other]);
            assert!(
                far >= TOLD_APART,
                "{one} and {other}: {far:.1} with {sight}"
            );
        }
    }
}

#[test]
fn kinds_of_a_group_differ_in_shade_or_dashes() {
    let colours = colours();
    for kinds in KINDS {
        for (index, one) in kinds.iter().enumerate() {
            for (steps, other) in (1..).zip(&kinds[index + 1..]) {
                let (far, sight) = difference(colours[*one], colours[*other]);
                let needed = if steps % 3 == 0 {
                    TOLD_APART_BY_SHADE
                } else {
                    A_STEP
                };
                assert!(far >= needed, "{one} and {other}: {far:.1} with {sight}");
            }
        }
    }
}

#[test]
fn every_line_is_visible_on_white() {
    let colours = colours();
    let luminance = |name: &str| {
        let [red, green, blue] = colours[name];
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    for name in colours.keys() {
        let contrast = 1.05 / (luminance(name) + 0.05);
        assert!(contrast >= VISIBLE, "{name}: {contrast:.2}");
    }
    for kinds in KINDS {
        assert!(
            kinds.iter().map(|kind| -luminance(kind)).is_sorted(),
            "{kinds:?}"
        );
    }
}
