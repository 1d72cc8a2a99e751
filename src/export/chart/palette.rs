//! The colours of the parts of stacked bars.

use crate::export::colour::Colour;

/// From the bottom of a stack to its top. They differ in lightness, too, so that they are distinguishable in grey.
pub const PARTS: [Colour; 7] = [
    Colour::new(0x0C_37_6D),
    Colour::new(0x35_6F_99),
    Colour::new(0xED_BF_55),
    Colour::new(0x9D_11_23),
    Colour::new(0xB2_80_60),
    Colour::new(0xC4_9B_DB),
    Colour::new(0xE6_E5_E1),
];

/// The colours of parts as `#rrggbb`, from the bottom of a stack to its top; more parts repeat them.
#[must_use]
pub fn palette() -> [String; 7] {
    PARTS.map(|colour| colour.to_string())
}

/// The colour of a part.
pub fn part(at: usize) -> Colour {
    PARTS.get(at % PARTS.len()).copied().unwrap_or(Colour::GREY)
}
