//! Colours, and the contrast between them ([WCAG 2.2, contrast](https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)).

use std::fmt;

/// The minimum contrast of text.
const READABLE: f64 = 4.5;
/// The minimum contrast of a line ([WCAG 2.2, 1.4.11](https://www.w3.org/TR/WCAG22/#non-text-contrast)).
const VISIBLE: f64 = 3.0;

/// An RGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    pub const WHITE: Self = Self([0xFF; 3]);
    pub const INK: Self = Self([0x22; 3]);
    /// The default colour of a node.
    pub const PALE: Self = Self([0xF4; 3]);
    /// The default colour of an edge.
    pub const GREY: Self = Self([0x66; 3]);

    /// A colour by its number, `0xrrggbb`.
    pub const fn new(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self([red, green, blue])
    }

    /// Its red, green and blue.
    #[cfg(feature = "chart")]
    pub const fn channels(self) -> [u8; 3] {
        self.0
    }

    /// A mix of this colour and another, from 0 (this one) to 1 (the other).
    pub fn toward(self, other: Self, share: f64) -> Self {
        // In integer parts of 256, so that rounding is the same on all machines.
        let parts = (0..=256_u32).take_while(|part| f64::from(*part) <= share * 256.0);
        let parts = parts.last().unwrap_or(0);
        let mut mixed = self;
        for (from, to) in mixed.0.iter_mut().zip(other.0) {
            let sum = u32::from(*from) * (256 - parts) + u32::from(to) * parts;
            *from = u8::try_from(sum / 256).unwrap_or(u8::MAX);
        }
        mixed
    }

    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let are_six = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let rgb = u32::from_str_radix(digits, 16).ok();
        are_six.then(|| rgb.map(Self::new))?
    }

    /// The colour of text on this ground: dark on a pale ground, white on a dark one.
    pub fn of_text_on_it(self) -> Self {
        if self.contrast(Self::INK) >= self.contrast(Self::WHITE) {
            Self::INK
        } else {
            Self::WHITE
        }
    }

    /// The same hue, dark enough for text on white.
    pub fn readable_on_white(self) -> Self {
        self.darkened(READABLE)
    }

    /// The same hue, dark enough for a line on white.
    pub fn visible_on_white(self) -> Self {
        self.darkened(VISIBLE)
    }

    /// Subtracts the same from all channels, so that a pastel becomes a full colour instead of a grey.
    fn darkened(self, contrast: f64) -> Self {
        let mut colour = self;
        while colour.contrast(Self::WHITE) < contrast {
            colour = Self(colour.0.map(|channel| channel.saturating_sub(4)));
        }
        colour
    }

    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_six_hexadecimal_digits_are_a_colour() {
        assert_eq!(Colour::parse("#00ff7F"), Some(Colour([0, 255, 127])));
        for text in [
            "",
            "#fff",
            "00ff7f",
            "#00ff7",
            "#00ff7g",
            "#+1+1+1",
            "red",
            "#é00ff",
            "#00ff7f\"",
        ] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn text_can_be_read_on_its_ground() {
        for text in ["#ffffff", "#ffee00", "#2a78b5", "#000000", "#777777"] {
            let colour = Colour::parse(text).unwrap();
            assert!(colour.contrast(colour.of_text_on_it()) >= 4.0, "{text}");
            assert!(
                colour.readable_on_white().contrast(Colour::WHITE) >= READABLE,
                "{text}"
            );
        }
    }
}
