//! The organisation's settings.

use serde::{Deserialize, Serialize};

use crate::{
    Lang,
    audit::Kept,
    field::{Field, FieldProblem, Why, free_text},
    problem::Problem,
};

/// Longest name of an organisation, in characters.
pub const LONGEST_NAME: usize = 120;

/// Longest name or address of whom a refused customer may turn to, in characters.
pub const LONGEST_TURN: usize = 200;
/// Months after the close of a case for which its texts are kept, unless somebody says otherwise.
pub const KEEP_MONTHS: i64 = 24;
/// Months that can be said.
pub const MONTHS: std::ops::RangeInclusive<i64> = 1..=120;
/// Days for which what somebody began to write is kept, unless somebody says otherwise.
pub const DRAFT_DAYS: i64 = 30;
/// Days that can be said.
pub const DAYS: std::ops::RangeInclusive<i64> = 1..=365;

/// Where a customer may turn who was not right in our eyes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnTo {
    /// Its name in English.
    pub en: String,
    /// Its name in Bokmål.
    pub nb: String,
    /// Its address, by post or in the web.
    pub address: String,
}

impl TurnTo {
    /// As a letter says it; none when nobody has said where.
    pub fn written(&self, lang: Lang) -> Option<String> {
        let name = match lang {
            Lang::En => &self.en,
            Lang::Nb => &self.nb,
        };
        (!name.is_empty()).then(|| [name.as_str(), &self.address].join(", "))
    }
}

/// For how long something of a case is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// Texts, contacts and files: months after the close.
    pub months: i64,
    /// What somebody began to write: days.
    pub draft_days: i64,
}

/// What the deletion of a day removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// When, `YYYY-MM-DD HH:MM`.
    pub at: String,
    /// Cases whose texts were deleted.
    pub cases: i64,
    /// Notes and messages.
    pub texts: i64,
    /// Names and contacts of customers.
    pub contacts: i64,
    /// What somebody had begun to write.
    pub drafts: i64,
}

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
    /// Who a refused customer may turn to, in English.
    pub turn_en: String,
    /// The same in Bokmål.
    pub turn_nb: String,
    /// Its address.
    pub turn_address: String,
    /// Months for which texts are kept; empty is the usual number.
    pub keep_months: String,
    /// Days for which drafts are; likewise.
    pub draft_days: String,
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
    /// Where a refused customer may turn.
    pub turn_to: TurnTo,
    /// For how long something of a case is kept.
    pub retention: Retention,
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
        let turn_to = self.turn_to(&mut problems);
        let mut number = |field: Field, text: &str, usual: i64, range: std::ops::RangeInclusive<i64>| {
            let number = match text.trim() {
                "" => Some(usual),
                text => text.parse().ok().filter(|number| range.contains(number)),
            };
            if number.is_none() {
                problems.push(FieldProblem { field, why: Why::OutOfRange });
            }
            number.unwrap_or(usual)
        };
        let retention = Retention {
            months: number(Field::KeepMonths, &self.keep_months, KEEP_MONTHS, MONTHS),
            draft_days: number(Field::DraftDays, &self.draft_days, DRAFT_DAYS, DAYS),
        };
        match (name, letters_lang) {
            (Ok(name), Ok(letters_lang)) if problems.is_empty() => {
                Ok(Settings { name, timezone: self.timezone.clone(), letters_lang, turn_to, retention })
            }
            _ => Err(Problem::Invalid(problems)),
        }
    }

    /// Where a refused customer may turn: all of it, or nothing.
    fn turn_to(&self, problems: &mut Vec<FieldProblem>) -> TurnTo {
        let fields = [
            (Field::TurnEn, &self.turn_en),
            (Field::TurnNb, &self.turn_nb),
            (Field::TurnAddress, &self.turn_address),
        ];
        if fields.iter().all(|(_, text)| text.trim().is_empty()) {
            return TurnTo::default();
        }
        let [en, nb, address] = fields.map(|(field, text)| {
            // A place in a letter is one line.
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            free_text(&line, LONGEST_TURN).unwrap_or_else(|why| {
                problems.push(FieldProblem { field, why });
                String::new()
            })
        });
        TurnTo { en, nb, address }
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
    /// Where a refused customer may turn.
    pub turn_to: TurnTo,
    /// For how long something of a case is kept.
    pub retention: Retention,
    /// What was deleted last, newest first.
    pub removed: Vec<Removed>,
    /// Who changed what, newest first.
    pub changes: Vec<Kept>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_setting_is_named_at_once() {
        let form = SettingsForm {
            name: " ".into(),
            timezone: "Mars/Base".into(),
            letters_lang: "xx".into(),
            turn_en: "Consumer authority".into(),
            keep_months: "0".into(),
            draft_days: "soon".into(),
            ..SettingsForm::default()
        };
        let Err(Problem::Invalid(problems)) = form.parse(|zone| zone == "Europe/Oslo") else {
            panic!("taken")
        };
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        let all = [
            Field::Name,
            Field::Timezone,
            Field::LettersLang,
            Field::TurnNb,
            Field::TurnAddress,
            Field::KeepMonths,
            Field::DraftDays,
        ];
        assert_eq!(fields, all);
        let form = SettingsForm {
            name: " Kafé Sør ".into(),
            timezone: "Europe/Oslo".into(),
            ..SettingsForm::default()
        };
        let settings = form.parse(|zone| zone == "Europe/Oslo").unwrap();
        assert_eq!((settings.name.as_str(), settings.letters_lang), ("Kafé Sør", None));
        assert_eq!(settings.retention, Retention { months: 24, draft_days: 30 });
        assert_eq!(settings.turn_to.written(Lang::En), None);
    }
}
