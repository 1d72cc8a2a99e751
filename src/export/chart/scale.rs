//! Scales that begin and end at a round number.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

/// The maximum number of round numbers on a scale.
const STEPS: usize = 6;
/// Limits of what a scale can show.
const LARGEST: f64 = 1e100;
const SMALLEST: f64 = 1e-100;

/// From numbers to positions.
pub struct Scale {
    range: RangedCoordf64,
    /// The positions of its minimum and its maximum.
    ends: (i32, i32),
}

impl Scale {
    /// A scale with these ends.
    pub fn exact(range: [f64; 2], ends: (i32, i32)) -> Self {
        // Between these limits, steps are finite and greater than 0.
        let [low, high] = range.map(|number| number.clamp(-LARGEST, LARGEST));
        let high = if high - low > SMALLEST {
            high
        } else {
            low + 1.0
        };
        Self {
            range: (low..high).into(),
            ends,
        }
    }

    /// A scale that begins and ends at the next round number.
    pub fn rounded([low, high]: [f64; 2], ends: (i32, i32)) -> Self {
        let exact = Self::exact([low, high], ends);
        let steps = exact.steps();
        let step = match steps.as_slice() {
            [first, second, ..] => second - first,
            _ => return exact,
        };
        let round = [(low / step).floor() * step, (high / step).ceil() * step];
        Self::exact(round, ends)
    }

    /// The position of a number; of one outside of the scale, the nearest end.
    pub fn place(&self, number: f64) -> i32 {
        let [low, high] = self.ends();
        self.range.map(&number.clamp(low, high), self.ends)
    }

    /// The round numbers on the scale.
    pub fn steps(&self) -> Vec<f64> {
        self.range.key_points(STEPS)
    }

    /// The minimum and the maximum.
    pub fn ends(&self) -> [f64; 2] {
        let range = self.range.range();
        [range.start, range.end]
    }
}
