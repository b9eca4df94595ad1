//! Names of sheets: what a workbook allows, made from any text.

use std::collections::HashSet;

/// Longest name of a sheet, in UTF-16 units.
const MAX_LENGTH: usize = 31;

/// Names for the sheets of a workbook: each allowed, and no two alike when case is disregarded.
///
/// A sheet name has 1 to 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at either end, and is not
/// `History`, which spreadsheet programs keep for themselves. Control characters go too.
pub(crate) fn sheet_names<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut names = Vec::new();
    for text in wanted {
        let name = allowed(text);
        let free = (1_u32..)
            .map(|number| if number == 1 { name.clone() } else { numbered(&name, number) })
            .find(|candidate| taken.insert(candidate.to_lowercase()));
        names.extend(free);
    }
    names
}

fn allowed(text: &str) -> String {
    let is_forbidden =
        |character: char| character.is_control() || "[]:*?/\\\u{FFFE}\u{FFFF}".contains(character);
    let replaced: String =
        text.chars().map(|character| if is_forbidden(character) { ' ' } else { character }).collect();
    let cut = cut(trim(&replaced), MAX_LENGTH);
    let name = trim(cut);
    match name {
        "" => "Sheet".to_owned(),
        reserved if reserved.eq_ignore_ascii_case("history") => format!("{reserved}_"),
        fine => fine.to_owned(),
    }
}

fn trim(text: &str) -> &str {
    text.trim_matches(|character: char| character == '\'' || character.is_whitespace())
}

/// The name with a number, shortened so that both fit.
fn numbered(name: &str, number: u32) -> String {
    let suffix = format!(" ({number})");
    format!("{}{suffix}", cut(name, MAX_LENGTH - suffix.len()))
}

/// As much of the text as fits into so many UTF-16 units.
fn cut(text: &str, units: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, character)| {
        used += character.len_utf16();
        used > units
    });
    end.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_name_stays_as_it_is() {
        assert_eq!(sheet_names(["Svar, uke 12", "Ærlige lag"]), ["Svar, uke 12", "Ærlige lag"]);
    }

    #[test]
    fn forbidden_characters_become_spaces_and_edges_are_cleaned() {
        assert_eq!(sheet_names(["'[Q1]: a/b\\c*?'"]), ["Q1   a b c"]);
        assert_eq!(sheet_names(["a\nb\0c"]), ["a b c"]);
        assert_eq!(sheet_names(["it's"]), ["it's"]);
    }

    #[test]
    fn an_empty_or_reserved_name_is_replaced() {
        assert_eq!(sheet_names(["", "''", "HISTORY"]), ["Sheet", "Sheet (2)", "HISTORY_"]);
    }

    #[test]
    fn long_names_are_cut_to_thirty_one_units_between_characters() {
        let names =
            sheet_names(["abcdefghijklmnopqrstuvwxyz0123456789", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"]);
        assert_eq!(names[0], "abcdefghijklmnopqrstuvwxyz01234");
        assert_eq!(names[1].chars().count(), 15);
    }

    #[test]
    fn a_cut_does_not_leave_an_apostrophe_at_the_end() {
        assert_eq!(sheet_names(["abcdefghijklmnopqrstuvwxyz0123'56789"]), ["abcdefghijklmnopqrstuvwxyz0123"]);
    }

    #[test]
    fn equal_names_are_numbered_also_when_only_case_differs() {
        assert_eq!(sheet_names(["Lag", "lag", "LAG"]), ["Lag", "lag (2)", "LAG (3)"]);
        let long = "abcdefghijklmnopqrstuvwxyz01234";
        assert_eq!(sheet_names([long, long])[1], "abcdefghijklmnopqrstuvwxyz0 (2)");
    }
}
