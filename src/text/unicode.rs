//! Characters that are invisible, or that make a line look different from what it says.

/// Whether a character is a control, one of the two Unicode line separators, or forbidden in XML.
#[must_use]
pub fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Whether a character changes the direction of its neighbours ([UAX
/// 9](https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters)).
#[must_use]
pub fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character has no width: joiners, soft hyphens, byte order marks, tags.
#[must_use]
pub fn has_no_width(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200D}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206A}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Whether a diff would hide a character.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    is_control(c) || turns_direction(c) || has_no_width(c)
}
