//! The organisation's settings.

use serde::{Deserialize, Serialize};

use crate::{
    Lang,
    field::{Field, FieldProblem, Why, free_text},
    problem::Problem,
};

/// Longest name of an organisation, in characters.
pub const LONGEST_NAME: usize = 120;

/// The settings as a form sends them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsForm {
    /// Name.
    pub name: String,
    /// Name of the time zone, such as `Europe/Oslo`.
    pub timezone: String,
    /// Tag of the language of letters; empty for both.
    pub letters_lang: String,
}

/// Settings that passed the form's checks; whether there is such a time zone is checked by whoever knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Name.
    pub name: String,
    /// Name of the time zone.
    pub timezone: String,
    /// Language of letters to whoever has not chosen one; none for both.
    pub letters_lang: Option<Lang>,
}

impl SettingsForm {
    /// Checks every field and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn parse(&self, is_zone: impl Fn(&str) -> bool) -> Result<Settings, Problem> {
        let mut problems = Vec::new();
        let name = free_text(&self.name, LONGEST_NAME);
        problems.extend(name.as_ref().err().map(|why| FieldProblem { field: Field::Name, why: *why }));
        if !is_zone(&self.timezone) {
            problems.push(FieldProblem { field: Field::Timezone, why: Why::NotAChoice });
        }
        let letters_lang = match self.letters_lang.as_str() {
            "" => Ok(None),
            tag => Lang::from_tag(tag).map(Some).ok_or(()),
        };
        if letters_lang.is_err() {
            problems.push(FieldProblem { field: Field::LettersLang, why: Why::NotAChoice });
        }
        match (name, letters_lang) {
            (Ok(name), Ok(letters_lang)) if problems.is_empty() => {
                Ok(Settings { name, timezone: self.timezone.clone(), letters_lang })
            }
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsPage {
    /// The settings as they are.
    pub name: String,
    /// Name of the time zone.
    pub timezone: String,
    /// Language of letters; none for both.
    pub letters_lang: Option<Lang>,
    /// Every time zone that can be chosen.
    pub zones: Vec<String>,
    /// Whether mail leaves the program.
    pub has_mail: bool,
    /// Where a test letter would go; none without an address of one's own.
    pub own_address: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_setting_is_named_at_once() {
        let form = SettingsForm { name: " ".into(), timezone: "Mars/Base".into(), letters_lang: "xx".into() };
        let Err(Problem::Invalid(problems)) = form.parse(|zone| zone == "Europe/Oslo") else {
            panic!("taken")
        };
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, [Field::Name, Field::Timezone, Field::LettersLang]);
        let form = SettingsForm {
            name: " Kafé Sør ".into(),
            timezone: "Europe/Oslo".into(),
            letters_lang: String::new(),
        };
        let settings = form.parse(|zone| zone == "Europe/Oslo").unwrap();
        assert_eq!((settings.name.as_str(), settings.letters_lang), ("Kafé Sør", None));
    }
}
