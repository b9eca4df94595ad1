//! The words of the roles column: `manager hr:S1 "staff_representative:Site 2"`.
//!
//! A role alone is held where it is usually meant: of a manager and of customer service in the person's
//! own unit, of HR, staff representative and administrator in the whole organisation. After a colon
//! stands the number of another unit; a number with a space, comma or semicolon needs quotation marks.

use domain::Role;

/// Where a role is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the person's own unit.
    Own,
    /// In the whole organisation.
    Everywhere,
    /// In the unit with this number.
    Unit(String),
}

/// A role as a file asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) role: Role,
    pub(super) place: Place,
}

const fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';') || c.is_whitespace()
}

/// Reads the words.
///
/// # Errors
/// The first word that is no role.
pub(super) fn parse(text: &str) -> Result<Vec<Wanted>, String> {
    words(text).into_iter().map(|word| wanted(&word).ok_or(word)).collect()
}

fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for c in text.chars() {
        match words.last_mut() {
            _ if c == '"' => is_quoted = !is_quoted,
            _ if is_separator(c) && !is_quoted => words.push(String::new()),
            Some(word) => word.push(c),
            None => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn wanted(word: &str) -> Option<Wanted> {
    let (name, number) = match word.split_once(':') {
        Some((name, number)) => (name, Some(number.trim()).filter(|number| !number.is_empty())),
        None => (word, None),
    };
    if word.contains(':') && number.is_none() {
        return None;
    }
    let role = role_of(&name.to_lowercase())?;
    let place = match (number, role) {
        (Some(number), _) => Place::Unit(number.to_owned()),
        (None, Role::Manager | Role::Service) => Place::Own,
        (None, _) => Place::Everywhere,
    };
    Some(Wanted { role, place })
}

/// The role of an employee is not among them: it comes with a place on a roster.
fn role_of(name: &str) -> Option<Role> {
    match name {
        "leder" => Some(Role::Manager),
        "kundeservice" => Some(Role::Service),
        "tillitsvalgt" | "staff-representative" => Some(Role::StaffRepresentative),
        "administrator" => Some(Role::Admin),
        _ => Role::from_name(name).filter(|role| *role != Role::Employee),
    }
}

/// A role as [`parse`] reads it back.
pub(super) fn written(role: Role, unit: &str) -> String {
    if unit.contains(is_separator) {
        format!("\"{}:{unit}\"", role.name())
    } else {
        format!("{}:{unit}", role.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_by_spaces_commas_and_semicolons_in_two_languages() {
        let found = parse("manager, leder:S1;HR tillitsvalgt:R1 administrator").unwrap();
        let expected = [
            (Role::Manager, Place::Own),
            (Role::Manager, Place::Unit("S1".into())),
            (Role::Hr, Place::Everywhere),
            (Role::StaffRepresentative, Place::Unit("R1".into())),
            (Role::Admin, Place::Everywhere),
        ];
        assert_eq!(found, expected.map(|(role, place)| Wanted { role, place }));
    }

    #[test]
    fn what_is_no_role_is_named() {
        for (text, word) in
            [("manager sjef", "sjef"), ("employee", "employee"), ("hr:", "hr:"), (":S1", ":S1")]
        {
            assert_eq!(parse(text), Err(word.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_role_written_is_read_back() {
        for unit in ["S1", "Site 1", "A;B"] {
            let read = parse(&written(Role::Hr, unit)).unwrap();
            assert_eq!(read, [Wanted { role: Role::Hr, place: Place::Unit(unit.into()) }]);
        }
    }
}
