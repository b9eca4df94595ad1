//! Follow-ups: a customer who has said yes to it is called or written to after a purchase or a case, twice at most.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

pub use super::tried::{Tried, TryForm};
use super::{
    complaint::{LONGEST_CONTACT, choice, optional, past_day},
    phone::phone_digits,
    words::named,
};
use crate::{
    Field, FieldProblem, Lang, Problem, UnitId, Why, field::free_text, organisation::unit::UnitItem,
};

/// Times that somebody is tried.
pub const MOST_ATTEMPTS: i64 = 2;
/// Days after which a second try is due.
pub const RETRY_DAYS: u64 = 1;
/// Days after the due day when nobody is asked any more, and name and number are deleted.
pub const EXPIRES_AFTER: u64 = 30;
/// Longest word on what it is about, in characters.
pub const LONGEST_ABOUT: usize = 120;
/// Version of the words that a customer says yes to; it changes when they do.
pub const CONSENT_VERSION: i64 = 1;

named! {
    /// Why somebody is followed up.
    FollowUpReason, "follow-up-reason-" {
        /// They bought something.
        Purchase = "purchase",
        /// They had a case.
        Case = "case",
    }
}

named! {
    /// What was bought.
    Bought, "bought-" {
        /// Goods.
        Goods = "goods",
        /// A service.
        Service = "service",
    }
}

impl Bought {
    /// Days after which it can be told whether all is well.
    pub const fn days(self) -> u64 {
        match self {
            Self::Goods => 7,
            Self::Service => 2,
        }
    }
}

named! {
    /// How the customer said yes.
    ConsentHow, "consent-how-" {
        /// Face to face.
        InPerson = "in_person",
        /// On the telephone.
        Phone = "phone",
        /// In writing.
        Written = "written",
    }
}

named! {
    /// What came of a try.
    FollowUpOutcome, "follow-up-outcome-" {
        /// All is well.
        Content = "content",
        /// Something is not.
        Partly = "partly",
        /// It is not well; that is a case.
        NotContent = "not_content",
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// The customer wants no follow-up.
        Declined = "declined",
        /// The number or address is somebody else's.
        WrongNumber = "wrong_number",
    }
}

impl FollowUpOutcome {
    /// Whether the customer was spoken with and said how it is.
    pub const fn is_said(self) -> bool {
        matches!(self, Self::Content | Self::Partly | Self::NotContent)
    }
}

/// The form for a new follow-up, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowUpForm {
    /// Unit id.
    pub unit: String,
    /// Reference of the case it is about; empty after a purchase.
    pub reference: String,
    /// Name of what was bought; read for a purchase.
    pub bought: String,
    /// ISO date of the purchase, or of the end of the case; empty is today.
    pub happened_on: String,
    /// What it is about, in a few words.
    pub about: String,
    /// The customer's name.
    pub customer_name: String,
    /// The customer's telephone number.
    pub phone: String,
    /// The customer's e-mail address.
    pub email: String,
    /// Language of the customer.
    pub case_lang: String,
    /// Whether the customer has said yes.
    pub consent: String,
    /// How.
    pub consent_how: String,
}

/// A follow-up that passed the form's checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFollowUp {
    /// Unit id; whether it is the person's is checked by the service.
    pub unit: UnitId,
    /// Reference of the case; none after a purchase.
    pub reference: Option<String>,
    /// Day on which it is due.
    pub due_on: NaiveDate,
    /// What it is about; may be empty.
    pub about: String,
    /// The customer's name.
    pub name: String,
    /// The customer's telephone number; may be empty when there is an address.
    pub phone: String,
    /// The customer's e-mail address; may be empty when there is a number.
    pub email: String,
    /// Language of the customer.
    pub lang: Lang,
    /// How the customer said yes.
    pub consent_how: ConsentHow,
}

impl FollowUpForm {
    /// Checks every field and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field. Without a yes of the customer there is no follow-up.
    pub fn parse(&self, today: NaiveDate) -> Result<NewFollowUp, Problem> {
        let mut problems = Vec::new();
        let mut refuse = |field, why| problems.push(FieldProblem { field, why });
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let unit =
            choice(&self.unit, |id| id.parse::<UnitId>().ok()).map_err(|why| refuse(Field::Unit, why)).ok();
        let reference = Some(self.reference.trim()).filter(|reference| !reference.is_empty());
        let days = match reference {
            Some(_) => Some(Bought::Service.days()),
            None => choice(&self.bought, Bought::from_name)
                .map_err(|why| refuse(Field::Bought, why))
                .ok()
                .map(Bought::days),
        };
        let day = match self.happened_on.trim() {
            "" => Some(today),
            text => past_day(text, today).map_err(|why| refuse(Field::HappenedOn, why)).ok(),
        };
        let about = optional(&line(&self.about), LONGEST_ABOUT)
            .map_err(|why| refuse(Field::About, why))
            .unwrap_or_default();
        let name = free_text(&line(&self.customer_name), LONGEST_CONTACT)
            .map_err(|why| refuse(Field::CustomerName, why))
            .ok();
        let phone = line(&self.phone);
        let email = line(&self.email);
        match (phone.is_empty(), email.is_empty()) {
            (true, true) => refuse(Field::Phone, Why::Missing),
            (false, _) if phone_digits(&phone).is_none() => refuse(Field::Phone, Why::NotAPhone),
            _ => {}
        }
        if !email.is_empty() {
            match optional(&email, LONGEST_CONTACT) {
                Ok(email) if email.contains('@') && !email.contains(' ') => {}
                Ok(_) => refuse(Field::Email, Why::NotAnAddress),
                Err(why) => refuse(Field::Email, why),
            }
        }
        let lang = choice(&self.case_lang, |tag| Lang::ALL.into_iter().find(|lang| lang.tag() == tag))
            .map_err(|why| refuse(Field::CaseLang, why))
            .ok();
        if self.consent.is_empty() {
            refuse(Field::Consent, Why::Missing);
        }
        let consent_how = choice(&self.consent_how, ConsentHow::from_name)
            .map_err(|why| refuse(Field::ConsentHow, why))
            .ok();
        match (unit, days, day, name, lang, consent_how) {
            (Some(unit), Some(days), Some(day), Some(name), Some(lang), Some(consent_how))
                if problems.is_empty() =>
            {
                Ok(NewFollowUp {
                    unit,
                    reference: reference.map(str::to_owned),
                    due_on: day + Days::new(days),
                    about,
                    name,
                    phone,
                    email,
                    lang,
                    consent_how,
                })
            }
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

/// What the form for a new follow-up shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpNew {
    /// Units to choose from.
    pub units: Vec<UnitItem>,
    /// The case it is about, with what is known of its customer; none after a purchase.
    pub case: Option<FollowUpCase>,
}

/// A case that is to be followed up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpCase {
    /// Reference.
    pub reference: String,
    /// Unit where it happened.
    pub unit: UnitId,
    /// Name, telephone and e-mail that were left.
    pub contact: [String; 3],
    /// Language of the customer, when it is known.
    pub lang: Option<Lang>,
}

/// A line of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpRow {
    /// Id.
    pub id: i64,
    /// Name of the unit.
    pub unit: String,
    /// Why.
    pub reason: FollowUpReason,
    /// What it is about; may be empty.
    pub about: String,
    /// The customer's name.
    pub name: String,
    /// Day on which it is due.
    pub due_on: NaiveDate,
    /// Times that somebody has tried.
    pub attempts: i64,
    /// Whether that is today or before.
    pub is_due: bool,
}

/// The queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpList {
    /// Follow-ups that are not done, the longest due first.
    pub rows: Vec<FollowUpRow>,
    /// How many are due.
    pub due: i64,
    /// What came of those of the last 90 days, by outcome.
    pub outcomes: Vec<(FollowUpOutcome, i64)>,
}

/// A follow-up with what is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpPage {
    /// Its line.
    pub row: FollowUpRow,
    /// The customer's telephone number; may be empty.
    pub phone: String,
    /// The customer's e-mail address; may be empty.
    pub email: String,
    /// Language of the customer: of the script.
    pub lang: Lang,
    /// Name of whoever calls.
    pub caller: String,
    /// Address by which the customer says no, for a letter.
    pub stop: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> FollowUpForm {
        FollowUpForm {
            unit: "3".into(),
            bought: "goods".into(),
            happened_on: "2026-11-20".into(),
            customer_name: " Kari  Lie ".into(),
            phone: "22 33 44 55".into(),
            case_lang: "nb".into(),
            consent: "yes".into(),
            consent_how: "in_person".into(),
            ..FollowUpForm::default()
        }
    }

    fn refused(form: &FollowUpForm) -> Vec<(Field, Why)> {
        match form.parse(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()) {
            Err(Problem::Invalid(problems)) => problems.iter().map(|p| (p.field, p.why)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn goods_are_asked_about_after_a_week_and_a_service_after_two_days() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let goods = form().parse(today).unwrap();
        assert_eq!((goods.due_on.to_string(), goods.name.as_str()), ("2026-11-27".to_owned(), "Kari Lie"));
        let service = FollowUpForm { bought: "service".into(), ..form() };
        assert_eq!(service.parse(today).unwrap().due_on.to_string(), "2026-11-22");
    }

    #[test]
    fn nobody_is_followed_up_without_a_yes_and_a_way_to_reach_them() {
        assert_eq!(
            refused(&FollowUpForm { consent: String::new(), ..form() }),
            [(Field::Consent, Why::Missing)]
        );
        assert_eq!(refused(&FollowUpForm { phone: String::new(), ..form() }), [(Field::Phone, Why::Missing)]);
        assert_eq!(refused(&FollowUpForm { phone: "12".into(), ..form() }), [(Field::Phone, Why::NotAPhone)]);
        assert_eq!(
            refused(&FollowUpForm { email: "kari".into(), ..form() }),
            [(Field::Email, Why::NotAnAddress)]
        );
    }
}
