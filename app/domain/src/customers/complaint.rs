//! The 30-second form: what a customer said, as the desk writes it down.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Field, FieldProblem, Lang, Problem, UnitId, Why, customers::phone::phone_digits, field::free_text,
    organisation::unit::UnitItem,
};

pub(crate) use super::words::named;
pub use super::{
    case::{CasePage, LONGEST_NOTE},
    inbox::{CaseFilter, CaseList, CaseRow},
    mention::LONGEST_MENTION,
    words::{
        CaseOutcome, Category, Channel, ClockKind, EndReason, How, Kind, Outcome, Remedy, Severity, Stage,
    },
};

/// Longest description, in characters.
pub const LONGEST_WHAT: usize = 2000;
/// Longest answer to what would put it right, in characters.
pub const LONGEST_PUT_RIGHT: usize = 500;
/// Longest name, telephone number or e-mail address of a customer, in characters.
pub const LONGEST_CONTACT: usize = 200;
/// Days after which a customer's name and contact are deleted unless the form says otherwise.
pub const CONTACT_DAYS: u64 = 180;
/// Most days for which they are kept: two years.
pub const MOST_CONTACT_DAYS: u64 = 731;

/// The 30-second form as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ComplaintForm {
    /// Random text made with the form: the same form sent again is the same case.
    pub token: String,
    /// What happened.
    pub what: String,
    /// Kind name; empty is a complaint.
    pub voice_kind: String,
    /// Category name.
    pub category: String,
    /// Channel name.
    pub channel: String,
    /// Severity name.
    pub severity: String,
    /// Unit id.
    pub unit: String,
    /// ISO date.
    pub happened_on: String,
    /// What would put it right, in the customer's eyes.
    pub put_right: String,
    /// Language to answer in; empty is the desk's.
    pub case_lang: String,
    /// The customer's name.
    pub customer_name: String,
    /// The customer's telephone number.
    pub phone: String,
    /// The customer's e-mail address.
    pub email: String,
    /// ISO date on which name and contact are deleted; empty is [`CONTACT_DAYS`] from now.
    pub delete_on: String,
    /// Whom it is about, when that is somebody who works here.
    pub about_whom: String,
    /// Whether that is the manager of the unit.
    pub about_manager: String,
    /// Whether the text has been looked through for names.
    pub looked: String,
    /// Whether the customer was told that it is with us, face to face or by telephone.
    pub told: String,
    /// Reference of the case that it repeats, when the customer came back.
    pub repeat_of: String,
    /// Where the desk goes on when it is logged: `files` to add files, else the case.
    pub then: String,
}

/// How a customer can be reached, and for how long that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name; may be empty.
    pub name: String,
    /// Telephone number; may be empty.
    pub phone: String,
    /// E-mail address; may be empty.
    pub email: String,
    /// Day on which all of it is deleted.
    pub delete_on: NaiveDate,
}

impl Contact {
    /// Reads name, telephone and e-mail as they were typed, with the ISO day on which they are deleted; none when nothing
    /// of it was given. A day of deletion alone is no contact.
    pub fn read(
        [name, phone, email]: [&str; 3],
        delete_on: &str,
        today: NaiveDate,
        refuse: &mut impl FnMut(Field, Why),
    ) -> Option<Self> {
        let mut line = |text: &str, field: Field| {
            // A name or a number stands on one line.
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            optional(&text, LONGEST_CONTACT).map_err(|why| refuse(field, why)).unwrap_or_default()
        };
        let name = line(name, Field::CustomerName);
        let phone = line(phone, Field::Phone);
        let email = line(email, Field::Email);
        if !phone.is_empty() && phone_digits(&phone).is_none() {
            refuse(Field::Phone, Why::NotAPhone);
        }
        if !email.is_empty() && (!email.contains('@') || email.contains(' ')) {
            refuse(Field::Email, Why::NotAnAddress);
        }
        let delete_on = match delete_on.trim() {
            "" => today + Days::new(CONTACT_DAYS),
            text => deletion_day(text, today).map_err(|why| refuse(Field::DeleteOn, why)).ok()?,
        };
        let is_given = !(name.is_empty() && phone.is_empty() && email.is_empty());
        is_given.then_some(Self { name, phone, email, delete_on })
    }
}

/// A complaint that passed the form's checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComplaint {
    /// What happened.
    pub what: String,
    /// What the customer left.
    pub kind: Kind,
    /// About what.
    pub category: Category,
    /// How it reached us.
    pub channel: Channel,
    /// How serious it is.
    pub severity: Severity,
    /// Unit id; whether it exists and is the user's is checked by the service.
    pub unit: UnitId,
    /// Day of the interaction it is about.
    pub happened_on: NaiveDate,
    /// What would put it right; empty when nobody asked.
    pub put_right: String,
    /// Language to answer in; none is the desk's.
    pub lang: Option<Lang>,
    /// How the customer can be reached, when they said so.
    pub contact: Option<Contact>,
    /// Whom it is about; empty when it is about nobody who works here.
    pub about_whom: String,
    /// Whether that is the manager of the unit.
    pub is_about_manager: bool,
    /// Whether the customer heard at once that it is with us.
    pub is_told: bool,
}

impl ComplaintForm {
    /// Checks every field and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn parse(&self, today: NaiveDate) -> Result<NewComplaint, Problem> {
        let mut problems = Vec::new();
        let mut refuse = |field, why| problems.push(FieldProblem { field, why });
        let what = free_text(&self.what, LONGEST_WHAT).map_err(|why| refuse(Field::What, why)).ok();
        let kind = match self.voice_kind.as_str() {
            "" => Some(Kind::Complaint),
            name => choice(name, Kind::from_name).map_err(|why| refuse(Field::VoiceKind, why)).ok(),
        };
        let category =
            choice(&self.category, Category::from_name).map_err(|why| refuse(Field::Category, why)).ok();
        let channel =
            choice(&self.channel, Channel::from_name).map_err(|why| refuse(Field::Channel, why)).ok();
        let severity = match self.severity.as_str() {
            "" => Some(Severity::Normal),
            name => choice(name, Severity::from_name).map_err(|why| refuse(Field::Severity, why)).ok(),
        };
        let unit =
            choice(&self.unit, |id| id.parse::<UnitId>().ok()).map_err(|why| refuse(Field::Unit, why)).ok();
        let happened_on = match self.happened_on.trim() {
            "" => Some(today),
            text => past_day(text, today).map_err(|why| refuse(Field::HappenedOn, why)).ok(),
        };
        let put_right = optional(&self.put_right, LONGEST_PUT_RIGHT)
            .map_err(|why| refuse(Field::PutRight, why))
            .unwrap_or_default();
        let lang = match self.case_lang.as_str() {
            "" => None,
            tag => choice(tag, |tag| Lang::ALL.into_iter().find(|lang| lang.tag() == tag))
                .map_err(|why| refuse(Field::CaseLang, why))
                .ok(),
        };
        let contact = self.contact(today, &mut refuse);
        let about_whom = optional(&self.about_whom, LONGEST_MENTION)
            .map_err(|why| refuse(Field::AboutWhom, why))
            .unwrap_or_default();
        match (what, kind, category, channel, severity, unit, happened_on) {
            (
                Some(what),
                Some(kind),
                Some(category),
                Some(channel),
                Some(severity),
                Some(unit),
                Some(happened_on),
            ) if problems.is_empty() => Ok(NewComplaint {
                what,
                kind,
                category,
                channel,
                severity,
                unit,
                happened_on,
                put_right,
                lang,
                contact,
                about_whom,
                is_about_manager: !self.about_manager.is_empty(),
                // Nobody is told by letter or by post while the form is filled in.
                is_told: !self.told.is_empty() && matches!(channel, Channel::InPerson | Channel::Phone),
            }),
            _ => Err(Problem::Invalid(problems)),
        }
    }

    fn contact(&self, today: NaiveDate, refuse: &mut impl FnMut(Field, Why)) -> Option<Contact> {
        let typed = [&self.customer_name, &self.phone, &self.email].map(String::as_str);
        Contact::read(typed, &self.delete_on, today, refuse)
    }
}

/// The day on which a contact is deleted: from tomorrow to two years ahead.
fn deletion_day(text: &str, today: NaiveDate) -> Result<NaiveDate, Why> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Why::NotADate)?;
    match () {
        () if day <= today => Err(Why::InPast),
        () if day > today + Days::new(MOST_CONTACT_DAYS) => Err(Why::TooFar),
        () => Ok(day),
    }
}

/// Free text that may be left out.
///
/// # Errors
/// As [`free_text`], but for an empty one.
pub fn optional(text: &str, longest: usize) -> Result<String, Why> {
    match free_text(text, longest) {
        Err(Why::Missing) => Ok(String::new()),
        other => other,
    }
}

pub(super) fn choice<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Why> {
    if text.is_empty() { Err(Why::Missing) } else { read(text).ok_or(Why::NotAChoice) }
}

/// Reads an ISO date that is neither in the future nor more than fifty years back.
///
/// # Errors
/// Names the reason.
pub fn past_day(text: &str, today: NaiveDate) -> Result<NaiveDate, Why> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Why::NotADate)?;
    if date > today {
        Err(Why::InFuture)
    } else if today.signed_duration_since(date).num_days() > 50 * 366 {
        Err(Why::TooOld)
    } else {
        Ok(date)
    }
}

/// The page of the 30-second form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPage {
    /// Units in which it can have happened.
    pub units: Vec<UnitItem>,
    /// The case that it repeats.
    pub repeats: Option<Repeated>,
}

/// A case that a customer came back with after it could be reopened: what is known need not be written again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeated {
    /// Its reference.
    pub reference: String,
    /// Where it happened.
    pub unit: UnitId,
    /// What it is about.
    pub category: Category,
    /// How the customer can be reached.
    pub contact: Option<Contact>,
}

/// What the desk gets for logging.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// Reference to quote.
    pub reference: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refused_field_is_named_at_once() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let form = ComplaintForm {
            happened_on: "2027-01-01".into(),
            channel: "pigeon".into(),
            ..Default::default()
        };
        let Err(Problem::Invalid(problems)) = form.parse(today) else { panic!() };
        let named: Vec<_> = problems.iter().map(|p| (p.field, p.why)).collect();
        assert_eq!(
            named,
            [
                (Field::What, Why::Missing),
                (Field::Category, Why::Missing),
                (Field::Channel, Why::NotAChoice),
                (Field::Unit, Why::Missing),
                (Field::HappenedOn, Why::InFuture)
            ]
        );
    }

    #[test]
    fn a_contact_is_kept_for_half_a_year_unless_the_form_says_otherwise() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let good = ComplaintForm {
            what: "Cold soup".into(),
            category: "product".into(),
            channel: "phone".into(),
            unit: "3".into(),
            ..Default::default()
        };
        assert_eq!(good.parse(today).unwrap().contact, None);
        let named = ComplaintForm { customer_name: " Kari \n Nordmann ".into(), ..good.clone() };
        let contact = named.parse(today).unwrap().contact.unwrap();
        assert_eq!(
            (contact.name.as_str(), contact.delete_on.to_string().as_str()),
            ("Kari Nordmann", "2027-05-20")
        );
        for (day, why) in [("2026-11-21", Why::InPast), ("2029-01-01", Why::TooFar), ("soon", Why::NotADate)]
        {
            let form = ComplaintForm { delete_on: day.into(), ..named.clone() };
            assert_eq!(form.parse(today), Err(Problem::invalid(Field::DeleteOn, why)), "{day}");
        }
    }
}
