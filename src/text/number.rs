//! Numbers for people.

/// Significant digits of a rounded number.
const DIGITS: i32 = 4;

/// A number with four significant digits; whole numbers keep all of theirs.
#[must_use]
pub fn rounded(number: f64) -> String {
    let size = number.abs();
    if number.fract().abs() <= 0.0 && size < 1e15 {
        return format!("{number}");
    }
    if !(1e-4..1e15).contains(&size) {
        return format!("{number:.3e}");
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a logarithm between -4 and 15"
    )]
    let before = size.log10().floor() as i32 + 1;
    let decimals = usize::try_from((DIGITS - before).max(0)).unwrap_or_default();
    let text = format!("{number:.decimals$}");
    if decimals > 0 {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// `1 act`, `2 acts`.
#[must_use]
pub fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn people_read_four_digits() {
        for (number, text) in [
            (0.0, "0"),
            (29.0, "29"),
            (1.0 / 3.0, "0.3333"),
            (12.0 / 7.0, "1.714"),
            (123_456.7, "123457"),
            (1e-7, "1.000e-7"),
            (-0.5, "-0.5"),
            (0.1 + 0.2, "0.3"),
            (1e300, "1.000e300"),
        ] {
            assert_eq!(rounded(number), text);
        }
    }
}
