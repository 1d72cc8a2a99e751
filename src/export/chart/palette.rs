//! The colours of the parts of stacked bars.

use crate::export::colour::Colour;

/// From the bottom of a stack to its top. They differ in lightness, too, so that they are distinguishable in grey.
pub const PARTS: [Colour; 9] = [
    Colour::new(0x0D_12_21),
    Colour::new(0x00_2C_6C),
    Colour::new(0x36_AC_7D),
    Colour::new(0x23_6B_A0),
    Colour::new(0xEC_D7_6C),
    Colour::new(0x89_33_41),
    Colour::new(0xB5_71_40),
    Colour::new(0xA4_BD_EB),
    Colour::new(0xEA_F8_EF),
];

/// The colours of parts as `#rrggbb`, from the bottom of a stack to its top; more parts repeat them.
#[must_use]
pub fn palette() -> [String; 9] {
    PARTS.map(|colour| colour.to_string())
}

/// The colour of a part.
pub fn part(at: usize) -> Colour {
    PARTS.get(at % PARTS.len()).copied().unwrap_or(Colour::GREY)
}
