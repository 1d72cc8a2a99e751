//! The colours of the ontology are distinguishable with every colour vision, and visible on white.

use std::collections::BTreeMap;

use bilateral::load;
use bilateral::model::InferencePolicy;
use bilateral::network::palette;
use bilateral::records::Records;
use bilateral::vocab::Namespace;

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

/// What becomes of linear light, for ordinary sight and for those that lack one kind of cone: Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "ordinary",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// Linear red, green and blue, from 0 to 1.
type Light = [f64; 3];

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

fn light(colour: &str) -> Light {
    [1, 3, 5].map(|at| {
        let channel = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(matrix: &[[f64; 3]; 3], light: Light) -> Light {
    matrix.map(|row| row.iter().zip(light).map(|(a, b)| a * b).sum())
}

/// CIE L*a*b* under D65.
fn lab(light: Light) -> [f64; 3] {
    let to_xyz = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let white = [0.950_47, 1.0, 1.088_83];
    let [x, y, z] = times(&to_xyz, light);
    let [x, y, z] = [x / white[0], y / white[1], z / white[2]].map(|t| {
        if t > 216.0 / 24389.0 {
            t.cbrt()
        } else {
            (24389.0 / 27.0 * t + 16.0) / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The least difference between two colours that some reader sees, and which reader that is.
fn difference(a: Light, b: Light) -> (f64, &'static str) {
    let seen = |sight, light| lab(times(sight, light).map(|share| share.clamp(0.0, 1.0)));
    let differences = SIGHTS.iter().map(|(name, sight)| {
        let squares = seen(sight, a).into_iter().zip(seen(sight, b));
        let sum: f64 = squares.map(|(a, b)| (a - b).powi(2)).sum();
        (sum.sqrt(), *name)
    });
    differences.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
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
