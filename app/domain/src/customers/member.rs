//! Members: customers who have said yes to being recognised at the desk, to being followed up, or to both. Without a yes there
//! is no member.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    complaint::{LONGEST_CONTACT, choice, optional},
    follow_up::{Bought, ConsentHow, LONGEST_ABOUT},
    phone::phone_digits,
    quality::Share,
    words::{Kind, Stage, named},
};
use crate::{
    Field, FieldProblem, Lang, Problem, UnitId, Why, field::free_text, organisation::unit::UnitItem,
};

/// Version of the words that a member says yes to; it changes when they do.
pub const CONSENT_VERSION: i64 = 1;
/// Members that one person may look up within an hour.
pub const MOST_LOOK_UPS: usize = 30;
/// Longest number of a member, in characters.
pub const LONGEST_NUMBER: usize = 40;
/// Days within which a member who comes again has come back.
pub const BACK_DAYS: u64 = 60;
/// Months for which single visits are kept.
pub const VISIT_MONTHS: u32 = 13;
/// Fewest members of a month of whom it is shown how many came back.
pub const FEWEST_MEMBERS: i64 = 10;
/// Days that the desk's words about visits look back.
pub const DESK_DAYS: u64 = 90;

/// A member's number as it is compared: without space around and in it, in capitals.
///
/// # Errors
/// Names the reason.
pub fn member_number(text: &str) -> Result<String, Why> {
    let number: String = text.split_whitespace().collect::<String>().to_uppercase();
    free_text(&number, LONGEST_NUMBER)
}

/// The form for a new member.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MemberForm {
    /// The number.
    pub member_number: String,
    /// Name.
    pub customer_name: String,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Language of the member.
    pub case_lang: String,
    /// Whether the member wants to be recognised.
    pub consent: String,
    /// Whether the member wants to be followed up.
    pub consent_follow: String,
    /// How the member said so.
    pub consent_how: String,
}

/// A new member, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMember {
    /// The number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Telephone number; may be empty.
    pub phone: String,
    /// E-mail address; may be empty.
    pub email: String,
    /// Language.
    pub lang: Lang,
    /// Whether the member wants to be recognised.
    pub recognise: bool,
    /// Whether the member wants to be followed up.
    pub follow: bool,
    /// How the member said so.
    pub how: ConsentHow,
}

impl MemberForm {
    /// Checks every field and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field. Without a yes there is no member; whoever wants to be followed up can be
    /// reached.
    pub fn parse(&self) -> Result<NewMember, Problem> {
        let mut problems = Vec::new();
        let mut refuse = |field, why| problems.push(FieldProblem { field, why });
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let number = member_number(&self.member_number).map_err(|why| refuse(Field::MemberNumber, why)).ok();
        let name = free_text(&line(&self.customer_name), LONGEST_CONTACT)
            .map_err(|why| refuse(Field::CustomerName, why))
            .ok();
        let (phone, email) = (line(&self.phone), line(&self.email));
        let follow = !self.consent_follow.is_empty();
        match (phone.is_empty(), email.is_empty()) {
            (true, true) if follow => refuse(Field::Phone, Why::Missing),
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
        let recognise = !self.consent.is_empty();
        if !recognise && !follow {
            refuse(Field::Consent, Why::Missing);
        }
        let how = choice(&self.consent_how, ConsentHow::from_name)
            .map_err(|why| refuse(Field::ConsentHow, why))
            .ok();
        match (number, name, lang, how) {
            (Some(number), Some(name), Some(lang), Some(how)) if problems.is_empty() => {
                Ok(NewMember { number, name, phone, email, lang, recognise, follow, how })
            }
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

named! {
    /// What somebody at the desk can do for the member they found.
    DeskAct, "member-act-" {
        /// Plan a follow-up after a purchase.
        FollowUp = "follow_up",
        /// Give out a new address of the own page; the old one leads nowhere.
        Reissue = "reissue",
        /// Let the member go.
        Leave = "leave",
    }
}

/// What the desk sends: whom to look for, or what to do for whom it has found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeskForm {
    /// The whole number of the member, or the whole telephone number.
    pub member: String,
    /// Says which member; made for this person and day when the member was found.
    pub handle: String,
    /// Name of the act; empty to look somebody up.
    pub act: String,
    /// Unit where something was bought.
    pub unit: String,
    /// Name of what was bought.
    pub bought: String,
    /// What it was, in a few words.
    pub about: String,
    /// Whether the member is really to be let go.
    pub sure: String,
}

/// A follow-up of a member, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberFollowUp {
    /// Unit; whether it is the person's is checked by the service.
    pub unit: UnitId,
    /// What was bought.
    pub bought: Bought,
    /// What it was; may be empty.
    pub about: String,
}

impl DeskForm {
    /// Checks what a follow-up needs.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn follow_up(&self) -> Result<MemberFollowUp, Problem> {
        let mut problems = Vec::new();
        let mut refuse = |field, why| problems.push(FieldProblem { field, why });
        let unit =
            choice(&self.unit, |id| id.parse::<UnitId>().ok()).map_err(|why| refuse(Field::Unit, why)).ok();
        let bought = choice(&self.bought, Bought::from_name).map_err(|why| refuse(Field::Bought, why)).ok();
        let line = self.about.split_whitespace().collect::<Vec<_>>().join(" ");
        let about =
            optional(&line, LONGEST_ABOUT).map_err(|why| refuse(Field::About, why)).unwrap_or_default();
        match (unit, bought) {
            (Some(unit), Some(bought)) if problems.is_empty() => Ok(MemberFollowUp { unit, bought, about }),
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

/// The desk's page, and whom it has found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersPage {
    /// What came of looking; none before.
    pub found: Option<Found>,
    /// Units in which something can have been bought.
    pub units: Vec<UnitItem>,
}

/// What came of looking somebody up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// Nobody who wants to be recognised.
    Nobody,
    /// Several share the telephone number; the member's own number tells them apart.
    Several,
    /// This one.
    One(Box<DeskMember>),
}

/// A member as the desk sees them: nothing that would not help to greet them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskMember {
    /// Says which member.
    pub handle: String,
    /// Name.
    pub name: String,
    /// Language.
    pub lang: Lang,
    /// Visits of the last [`DESK_DAYS`] days.
    pub visits: i64,
    /// The last day.
    pub last_on: Option<NaiveDate>,
    /// Where most of them were.
    pub mostly: Option<String>,
    /// The last case: what was left, and where it stands.
    pub case: Option<(Kind, Stage)>,
    /// Whether the member wants to be followed up.
    pub wants_follow_up: bool,
}

/// What a member takes along who was just taken in, or got a new address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberSlip {
    /// Name.
    pub name: String,
    /// Address of the own page.
    pub address: String,
    /// Language of the member.
    pub lang: Lang,
    /// Whether the address takes the place of an earlier one.
    pub is_anew: bool,
}

named! {
    /// What a member can do on the own page.
    OwnMemberAct, "membership-act-" {
        /// Take all that is stored along as a file.
        Export = "export",
        /// No longer be recognised.
        StopRecognise = "stop_recognise",
        /// No longer be followed up.
        StopFollow = "stop_follow",
        /// Leave.
        Leave = "leave",
    }
}

/// What the own page sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnMemberForm {
    /// Name of the act.
    pub act: String,
    /// Whether it is really meant.
    pub sure: String,
}

/// A yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Day.
    pub on: NaiveDate,
    /// How it was said.
    pub how: ConsentHow,
    /// Version of the words.
    pub version: i64,
}

/// A member's own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMember {
    /// What opens it.
    pub token: String,
    /// The number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Telephone number; may be empty.
    pub phone: String,
    /// E-mail address; may be empty.
    pub email: String,
    /// Day of joining.
    pub joined_on: NaiveDate,
    /// The yes to being recognised.
    pub recognise: Option<Consent>,
    /// The yes to being followed up.
    pub follow: Option<Consent>,
    /// Visits that are stored one by one.
    pub visits: i64,
    /// The last of them, and where.
    pub last: Option<(NaiveDate, String)>,
    /// References of the cases, with where they stand.
    pub cases: Vec<(String, Stage)>,
}

/// How many members came back to a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Returns {
    /// The months, newest first.
    pub months: Vec<ReturnMonth>,
}

/// A month of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// Members who came again, of those who were there.
    pub share: Share,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> MemberForm {
        MemberForm {
            member_number: " m 10 01".to_owned(),
            customer_name: "Kari  Lie".to_owned(),
            phone: "22 33 44 55".to_owned(),
            case_lang: "nb".to_owned(),
            consent: "yes".to_owned(),
            consent_how: "in_person".to_owned(),
            ..MemberForm::default()
        }
    }

    #[test]
    fn without_a_yes_there_is_no_member() {
        let new = form().parse().unwrap();
        assert_eq!((new.number.as_str(), new.name.as_str()), ("M1001", "Kari Lie"));
        assert!(new.recognise && !new.follow);
        let without = MemberForm { consent: String::new(), ..form() };
        assert_eq!(without.parse(), Err(Problem::invalid(Field::Consent, Why::Missing)));
        let follow = MemberForm { consent_follow: "yes".to_owned(), phone: String::new(), ..form() };
        assert_eq!(follow.parse(), Err(Problem::invalid(Field::Phone, Why::Missing)), "nobody to reach");
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let bad = MemberForm {
            member_number: "x".repeat(41),
            phone: "call me".to_owned(),
            email: "kari".to_owned(),
            ..MemberForm::default()
        };
        let Err(Problem::Invalid(problems)) = bad.parse() else { panic!() };
        let fields: Vec<Field> = problems.iter().map(|problem| problem.field).collect();
        use Field::{CaseLang, Consent, ConsentHow, CustomerName, Email, MemberNumber, Phone};
        assert_eq!(fields, [MemberNumber, CustomerName, Phone, Email, CaseLang, Consent, ConsentHow]);
    }
}
