//! Fields of [CSV](https://www.rfc-editor.org/rfc/rfc4180).

/// Adds a field to a row, in quotation marks if needed.
pub fn add_field(row: &mut String, field: &str) {
    let needs_quotes = |byte| matches!(byte, b'"' | b',' | b'\n' | b'\r');
    if field.bytes().any(needs_quotes) {
        row.extend(["\"", &field.replace('"', "\"\""), "\""]);
    } else {
        row.push_str(field);
    }
}

#[cfg(test)]
mod tests {
    use super::add_field;

    #[test]
    fn commas_quotes_and_line_ends_are_quoted() {
        for (field, written) in [
            ("", ""),
            ("plain text", "plain text"),
            ("a, b", "\"a, b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("a\r\nb", "\"a\r\nb\""),
        ] {
            let mut row = String::new();
            add_field(&mut row, field);
            assert_eq!(row, written);
        }
    }
}
