//! Cards on paper: an envelope with a number on it, each card typed in twice, differences looked at before anything counts.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    card::{CardForm, CardSource},
    complaint::{Contact, NewComplaint},
    words::{Category, Channel, Kind},
};
use crate::{Field, Lang, Problem, UnitId, Why, organisation::unit::UnitItem};

/// Most cards of an envelope.
pub const MOST_PAPER: i64 = 50;
/// Days after which an envelope that nobody went on with is forgotten.
pub const PAPER_DAYS: u64 = 30;

/// A card as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperCard {
    /// Its number within the envelope, from 1.
    pub place: i64,
    /// What the customer left.
    pub kind: Kind,
    /// About what.
    pub category: Category,
    /// The day on it.
    pub happened_on: NaiveDate,
    /// What the customer wrote.
    pub what: String,
    /// The customer's name; may be empty.
    pub name: String,
    /// The customer's telephone number; may be empty.
    pub phone: String,
}

impl PaperCard {
    /// What differs between this card and the same one typed again: nothing, or the fields.
    pub fn differs(&self, other: &Self) -> Vec<Field> {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let pairs = [
            (Field::VoiceKind, self.kind != other.kind),
            (Field::Category, self.category != other.category),
            (Field::HappenedOn, self.happened_on != other.happened_on),
            (Field::What, words(&self.what) != words(&other.what)),
            (Field::CustomerName, self.name != other.name),
            (Field::Phone, self.phone != other.phone),
        ];
        pairs.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
    }

    /// The card as what a customer said in a unit.
    pub fn at_unit(&self, unit: UnitId, delete_on: NaiveDate) -> NewComplaint {
        let is_known = !(self.name.is_empty() && self.phone.is_empty());
        NewComplaint {
            what: self.what.clone(),
            kind: self.kind,
            category: self.category,
            channel: Channel::Other,
            severity: super::words::Severity::Normal,
            unit,
            happened_on: self.happened_on,
            put_right: String::new(),
            lang: None,
            contact: is_known.then(|| Contact {
                name: self.name.clone(),
                phone: self.phone.clone(),
                email: String::new(),
                delete_on,
            }),
            about_whom: String::new(),
            is_about_manager: false,
            is_told: false,
        }
    }
}

/// Where an envelope stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PaperStep {
    /// Its cards are typed in: the number of the next one.
    First(i64),
    /// They are typed in again: the card as it was typed the first time, whose words are read over.
    Second(PaperCard),
    /// Both times are compared: the cards that differ, as typed the first and the second time.
    Compare(Vec<(PaperCard, PaperCard)>),
}

/// An envelope in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperRow {
    /// Id.
    pub id: i64,
    /// Name of the unit.
    pub unit: String,
    /// Cards that it holds.
    pub counted: i64,
    /// Cards that were typed in, the first and the second time together.
    pub typed: i64,
    /// Day on which it was opened.
    pub made_on: NaiveDate,
}

/// Envelopes that are not taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperList {
    /// Envelopes, oldest first.
    pub rows: Vec<PaperRow>,
    /// Units to choose from.
    pub units: Vec<UnitItem>,
}

/// An envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperPage {
    /// Its line.
    pub row: PaperRow,
    /// Where it stands.
    pub step: PaperStep,
    /// Whether the person who looks typed it in the first time.
    pub is_own: bool,
    /// Latest day that a card can be of.
    pub today: NaiveDate,
}

/// The forms of an envelope, as they arrive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaperForm {
    /// `card`, `recount`, `take_in` or `discard`.
    pub act: String,
    /// Unit id.
    pub unit: String,
    /// Cards that the envelope holds.
    pub counted: String,
    /// Which time, 1 or 2.
    pub pass: String,
    /// Number of the card.
    pub card_place: String,
    /// Kind name.
    pub voice_kind: String,
    /// Category name; empty when the card does not say.
    pub category: String,
    /// ISO date; empty is today.
    pub happened_on: String,
    /// What the customer wrote.
    pub what: String,
    /// The customer's name.
    pub customer_name: String,
    /// The customer's telephone number.
    pub phone: String,
    /// `right-PLACE`: 1 when the first, 2 when the second time was right.
    #[serde(flatten)]
    pub more: BTreeMap<String, String>,
}

impl PaperForm {
    /// How many cards an envelope holds.
    ///
    /// # Errors
    /// `Invalid` for what is no number from 1 to [`MOST_PAPER`].
    pub fn counted(&self) -> Result<i64, Problem> {
        let typed = self.counted.trim();
        let why = if typed.is_empty() { Why::Missing } else { Why::OutOfRange };
        let counted = typed.parse().ok().filter(|counted| (1..=MOST_PAPER).contains(counted));
        counted.ok_or(Problem::invalid(Field::Counted, why))
    }

    /// The card that was typed.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field; `Unreadable` for what no page of ours sends.
    pub fn card(&self, today: NaiveDate) -> Result<PaperCard, Problem> {
        let place = self.card_place.parse().map_err(|_| Problem::Unreadable)?;
        let card = CardForm {
            voice_kind: self.voice_kind.clone(),
            category: self.category.clone(),
            happened_on: self.happened_on.clone(),
            what: self.what.clone(),
            customer_name: self.customer_name.clone(),
            phone: self.phone.clone(),
            ..CardForm::default()
        };
        let form = card.at_unit(UnitId::new(0), CardSource::Card, Lang::En);
        let parsed = form.parse(today);
        // The form of the desk leaves the kind out for a complaint; a card has it ticked.
        if self.voice_kind.is_empty() {
            let mut problems = vec![crate::FieldProblem { field: Field::VoiceKind, why: Why::NotAChoice }];
            if let Err(Problem::Invalid(more)) = parsed {
                problems.extend(more);
            }
            return Err(Problem::Invalid(problems));
        }
        let new = parsed?;
        let (name, phone) = new.contact.map(|contact| (contact.name, contact.phone)).unwrap_or_default();
        Ok(PaperCard {
            place,
            kind: new.kind,
            category: new.category,
            happened_on: new.happened_on,
            what: new.what,
            name,
            phone,
        })
    }

    /// Which time was right for a card that differs; none when nobody said.
    pub fn right(&self, place: i64) -> Option<bool> {
        match self.more.get(&right_field(place)).map(String::as_str) {
            Some("1") => Some(true),
            Some("2") => Some(false),
            _ => None,
        }
    }
}

/// Name of the field that says which time was right for a card.
pub fn right_field(place: i64) -> String {
    ["right", &place.to_string()].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> PaperForm {
        PaperForm {
            card_place: "1".into(),
            voice_kind: "compliment".into(),
            what: "Takk for  hjelpen".into(),
            ..PaperForm::default()
        }
    }

    #[test]
    fn a_card_typed_twice_differs_in_its_fields_and_not_in_its_spaces() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let first = form().card(today).unwrap();
        let second = PaperForm { what: "Takk for\nhjelpen ".into(), ..form() }.card(today).unwrap();
        assert_eq!(first.differs(&second), []);
        let other = PaperForm { voice_kind: "comment".into(), happened_on: "2026-11-20".into(), ..form() };
        let differs = first.differs(&other.card(today).unwrap());
        assert_eq!(differs, [Field::VoiceKind, Field::HappenedOn]);
    }

    #[test]
    fn a_card_says_what_it_is_and_an_envelope_holds_what_somebody_can_type() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let bare = PaperForm { voice_kind: String::new(), what: String::new(), ..form() };
        let Err(Problem::Invalid(problems)) = bare.card(today) else { panic!() };
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, [Field::VoiceKind, Field::What]);
        for (typed, is_taken) in
            [("1", true), ("50", true), ("0", false), ("51", false), ("-3", false), ("x", false)]
        {
            let counted = PaperForm { counted: typed.into(), ..form() }.counted();
            assert_eq!(counted.is_ok(), is_taken, "{typed}");
        }
    }
}
