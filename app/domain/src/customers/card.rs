//! What a customer sends and sees without signing in: a card, its receipt, the own case.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    complaint::ComplaintForm,
    file::FileShown,
    words::{Category, Channel, How, Kind, Stage, named},
};
use crate::{Lang, UnitId};

/// Seconds below which nobody has filled in a form.
pub const FEWEST_SECONDS: i64 = 2;
/// Hours for which a form is taken.
pub const MOST_HOURS: i64 = 24;
/// Cards that one network address may send in an hour: a whole shop can share one.
pub const MOST_BY_ADDRESS: usize = 10;
/// Wrong secrets after which a reference is closed for an hour.
pub const MOST_WRONG: i64 = 10;
/// Letters of a secret: 77 bits.
pub const SECRET_LETTERS: usize = 16;
/// Letters of a code.
pub const CODE_LETTERS: usize = 8;
/// Longest name of a place, in characters.
pub const LONGEST_PLACE: usize = 60;

named! {
    /// Which of the two forms somebody fills in.
    CardSource, "card-source-" {
        /// The comment card: praise, complaint or idea.
        Card = "card",
        /// The complaint form.
        Form = "form",
    }
}

/// A card as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CardForm {
    /// Says which form it is and when it was made.
    pub token: String,
    /// Left empty by people, who do not see it.
    pub homepage: String,
    /// Kind name; on the complaint form it is a complaint.
    pub voice_kind: String,
    /// What the customer says.
    pub what: String,
    /// Category name; empty when the customer does not say.
    pub category: String,
    /// Unit id, where the address does not say it.
    pub unit: String,
    /// ISO date; empty is today.
    pub happened_on: String,
    /// What would put it right.
    pub put_right: String,
    /// The customer's name.
    pub customer_name: String,
    /// The customer's telephone number.
    pub phone: String,
    /// The customer's e-mail address.
    pub email: String,
    /// Whom it is about, when that is somebody who works here.
    pub about_whom: String,
    /// Whether that is the manager.
    pub about_manager: String,
}

impl CardForm {
    /// The same as the form that is checked, for a unit.
    pub fn at_unit(&self, unit: UnitId, source: CardSource, lang: Lang) -> ComplaintForm {
        let kind = match source {
            CardSource::Card => self.voice_kind.as_str(),
            CardSource::Form => Kind::Complaint.name(),
        };
        // Whoever looks through it says what it is about; until then it is about how things are done.
        let category = match self.category.as_str() {
            "" => Category::Process.name(),
            name => name,
        };
        ComplaintForm {
            what: self.what.clone(),
            voice_kind: kind.to_owned(),
            category: category.to_owned(),
            channel: Channel::WebCard.name().to_owned(),
            unit: unit.to_string(),
            happened_on: self.happened_on.clone(),
            put_right: self.put_right.clone(),
            case_lang: lang.tag().to_owned(),
            customer_name: self.customer_name.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            about_whom: self.about_whom.clone(),
            about_manager: self.about_manager.clone(),
            ..ComplaintForm::default()
        }
    }

    /// Everything that makes it this form and no other.
    pub fn parts(&self) -> [&str; 12] {
        [
            &self.token,
            &self.voice_kind,
            &self.what,
            &self.category,
            &self.unit,
            &self.happened_on,
            &self.put_right,
            &self.customer_name,
            &self.phone,
            &self.email,
            &self.about_whom,
            &self.about_manager,
        ]
    }
}

/// A form to fill in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardPage {
    /// Which of the two.
    pub source: CardSource,
    /// The code of the address; none on the complaint form of the whole organisation.
    pub code: Option<String>,
    /// Name of the unit; none where the customer chooses it.
    pub unit: Option<String>,
    /// The place within the unit; may be empty.
    pub place: String,
    /// Units to choose from, by id and name, where the address does not say it.
    pub units: Vec<(UnitId, String)>,
    /// Says which form it is and when it was made.
    pub token: String,
    /// Telephone number for whoever would rather call; may be empty.
    pub phone: String,
    /// Latest day that something can have happened on.
    pub today: NaiveDate,
}

/// What opens a case, as the customer takes it along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseSlip {
    /// Reference of the case.
    pub reference: String,
    /// What opens it, in groups.
    pub secret: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Name of the unit.
    pub unit: String,
    /// Day on which the case came in.
    pub received_on: NaiveDate,
}

/// What the customer reads after sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// What opens the case.
    pub slip: CaseSlip,
    /// What was left.
    pub kind: Kind,
    /// Day by which the customer hears that it has arrived; none for praise and ideas.
    pub acknowledged_by: Option<NaiveDate>,
    /// Day by which there is an answer; none for praise and ideas.
    pub answered_by: Option<NaiveDate>,
}

named! {
    /// What a customer can do with the own case.
    OwnAct, "follow-act-" {
        /// Look at it.
        Look = "look",
        /// Write something.
        Reply = "reply",
        /// Say that all is well.
        Fine = "fine",
        /// Say that it is not.
        NotSatisfied = "not_satisfied",
        /// Take it back.
        Withdraw = "withdraw",
        /// Take out what is stored.
        Export = "export",
        /// Have it deleted.
        Erase = "erase",
        /// Take the receipt along.
        Slip = "slip",
        /// Add a picture or document.
        File = "file",
    }
}

/// The desk's page on which a case gets a slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipPage {
    /// Reference of the case.
    pub reference: String,
    /// What happened.
    pub what: String,
    /// Whether there may be one.
    pub may: MaySlip,
    /// Name, telephone and e-mail of the customer, to check; none when nothing was left.
    pub contact: Option<[String; 3]>,
}

/// Whether the desk may give out what opens a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MaySlip {
    /// Nobody has had one.
    First,
    /// The customer is known; what was given before opens nothing any more.
    Again,
    /// Nobody knows whose it is, and somebody has one.
    Anonymous,
    /// What was said is deleted.
    Erased,
}

/// The form that gives out a slip.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlipForm {
    /// That it is the customer, and was checked.
    pub sure: String,
}

/// The form of the own case, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnForm {
    /// Name of an act; empty looks.
    pub act: String,
    /// Reference.
    pub reference: String,
    /// What opens it.
    pub secret: String,
    /// What the customer writes.
    pub reply: String,
    /// That deleting is meant.
    pub sure: String,
}

/// A message as the customer sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMessage {
    /// Whether the customer wrote it.
    pub is_own: bool,
    /// How it went.
    pub how: How,
    /// Day.
    pub on: NaiveDate,
    /// Text.
    pub text: String,
}

/// The own case. Nothing that is written for colleagues is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCase {
    /// Reference.
    pub reference: String,
    /// What opens it, as it was typed, for the forms of the page.
    pub secret: String,
    /// What was left.
    pub kind: Kind,
    /// Where it stands.
    pub stage: Stage,
    /// Whether we wait for the customer.
    pub waits: bool,
    /// Whether it was taken back.
    pub is_withdrawn: bool,
    /// Whether the customer has said that all is well.
    pub is_fine: bool,
    /// Name of the organisation.
    pub organisation: String,
    /// Name of the unit.
    pub unit: String,
    /// Day on which it came in.
    pub received_on: NaiveDate,
    /// What the customer said; empty when it was deleted.
    pub what: String,
    /// What would put it right; may be empty.
    pub put_right: String,
    /// Day by which the customer hears that it has arrived, as long as that is open.
    pub acknowledged_by: Option<NaiveDate>,
    /// Day by which there is an answer, as long as there is none.
    pub answered_by: Option<NaiveDate>,
    /// Day by which the customer hears from us again.
    pub heard_by: Option<NaiveDate>,
    /// Messages, oldest first.
    pub messages: Vec<OwnMessage>,
    /// Pictures and documents that the customer brought, oldest first.
    pub files: Vec<FileShown>,
    /// Name, telephone and e-mail that were left; none when nothing was.
    pub contact: Option<[String; 3]>,
    /// Day on which they are deleted.
    pub contact_until: Option<NaiveDate>,
    /// The last part of the address of the survey about it, as long as that can be answered.
    pub survey: Option<String>,
    /// What the customer can do.
    pub acts: Vec<OwnAct>,
}

impl OwnCase {
    /// What opens it, to take along.
    pub fn slip(&self) -> CaseSlip {
        CaseSlip {
            reference: self.reference.clone(),
            secret: self.secret.clone(),
            organisation: self.organisation.clone(),
            unit: self.unit.clone(),
            received_on: self.received_on,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_whose_writer_does_not_say_what_it_is_about_is_still_checked_and_a_wrong_word_is_refused() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let card = CardForm { what: "Cold".into(), voice_kind: "complaint".into(), ..CardForm::default() };
        let of = |card: &CardForm| card.at_unit(UnitId::new(3), CardSource::Card, Lang::Nb).parse(today);
        assert_eq!(of(&card).unwrap().category, Category::Process);
        assert!(of(&CardForm { category: "weather".into(), ..card.clone() }).is_err());
        assert!(of(&CardForm { voice_kind: "poem".into(), ..card }).is_err());
    }
}
