//! Cases that belong together: merged, linked, come back.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    complaint::Contact,
    words::{Stage, named},
};

/// Days within which a customer who comes back with the same makes a repeat.
pub const REPEAT_DAYS: i64 = 90;
/// Rare words that two complaints of one unit and category share when they may be about the same.
const SHARED_WORDS: usize = 3;
/// Shortest word that says anything, in letters.
const SHORTEST_WORD: usize = 4;
/// A word is rare when at most this many of the complaints it is looked for in have it, or one in twenty of them.
const MOST_WITH_WORD: usize = 3;

named! {
    /// How one case belongs to another.
    Relation, "relation-" {
        /// They are one case: the later one becomes a signpost to the earlier.
        Merge = "merge",
        /// The later one is the same again.
        Repeat = "repeat",
        /// They have something to do with each other.
        Link = "link",
    }
}

named! {
    /// What the other case is to the one that is looked at.
    Tie, "tie-" {
        /// The one it is part of since they were merged.
        PartOf = "part_of",
        /// One that became part of it.
        TookIn = "took_in",
        /// The one that it repeats.
        RepeatOf = "repeat_of",
        /// One that repeats it.
        RepeatedBy = "repeated_by",
        /// Another one that it has to do with.
        LinkedTo = "linked_to",
    }
}

named! {
    /// Why another case is proposed.
    Hint, "hint-" {
        /// The customer can be reached under the same number or address.
        Customer = "customer",
        /// It is about the same, in the same unit, in much the same words.
        Words = "words",
    }
}

/// The form that ties two cases or parts them, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RelateForm {
    /// Number of the last event that the page knew of.
    pub version: String,
    /// Reference of the other case.
    pub other_case: String,
    /// Relation name.
    pub relation: String,
    /// Relation name of a tie that is to end; empty when one is to begin.
    pub part: String,
    /// Whether the writer has seen that the customer is the same.
    pub same_customer: String,
}

/// A case that belongs to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// What it is to the case that is looked at.
    pub tie: Tie,
    /// Its reference.
    pub reference: String,
    /// What happened; empty where this person does not see the case, or its texts are deleted.
    pub what: String,
    /// Where it stands.
    pub stage: Stage,
    /// Whether this person sees it.
    pub is_within: bool,
}

/// A case that may belong to another. The machine proposes; it never decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// Its reference.
    pub reference: String,
    /// What happened.
    pub what: String,
    /// Where it stands.
    pub stage: Stage,
    /// Day of the interaction.
    pub happened_on: NaiveDate,
    /// Why it is proposed.
    pub hint: Hint,
}

/// The page on which cases are tied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedPage {
    /// Reference of the case.
    pub reference: String,
    /// What happened.
    pub what: String,
    /// Number of its last event.
    pub version: i64,
    /// What belongs to it.
    pub related: Vec<Related>,
    /// What may belong to it.
    pub proposed: Vec<Proposed>,
}

/// Whether two cases are of one customer, as far as their contacts tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameCustomer {
    /// They share a number or an address.
    Yes,
    /// They have neither in common.
    No,
    /// One of them says too little.
    Unknown,
}

/// Compares two contacts. A name alone proves nothing: there are many of the same.
pub fn same_customer(one: Option<&Contact>, other: Option<&Contact>) -> SameCustomer {
    let (Some(one), Some(other)) = (one, other) else { return SameCustomer::Unknown };
    let pairs =
        [(phone_key(&one.phone), phone_key(&other.phone)), (email_key(&one.email), email_key(&other.email))];
    let comparable: Vec<bool> = pairs.into_iter().filter_map(|(one, other)| Some(one? == other?)).collect();
    match (comparable.iter().any(|same| *same), comparable.is_empty()) {
        (true, _) => SameCustomer::Yes,
        (false, true) => SameCustomer::Unknown,
        (false, false) => SameCustomer::No,
    }
}

/// A telephone number as it is compared: its digits without country and trunk. `+47 22 33 44 55`, `0047-22334455` and
/// `22334455` are one; a foreign number keeps its country.
pub fn phone_key(phone: &str) -> Option<String> {
    let is_international = phone.trim_start().starts_with('+');
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let digits = match digits.strip_prefix("00") {
        Some(rest) => rest,
        None => &digits,
    };
    // Eight digits are a Norwegian number without its country.
    let digits = match digits.strip_prefix("47") {
        Some(rest) if rest.len() == 8 && (is_international || digits.len() == 10) => rest,
        _ => digits,
    };
    (digits.len() >= 5).then(|| digits.to_owned())
}

/// An e-mail address as it is compared.
pub fn email_key(email: &str) -> Option<String> {
    let email = email.trim().to_lowercase();
    (!email.is_empty()).then_some(email)
}

/// Which of these texts share at least three rare words with one. *Rare* is reckoned among the texts themselves: in a
/// shop everybody writes of the till.
pub fn shares_rare_words(text: &str, others: &[String]) -> Vec<usize> {
    let own = said(text);
    let said: Vec<BTreeSet<String>> = others.iter().map(|other| said(other)).collect();
    let mut found: HashMap<&str, usize> = HashMap::new();
    for word in said.iter().flatten() {
        *found.entry(word).or_default() += 1;
    }
    let most = MOST_WITH_WORD.max(others.len() / 20);
    let is_rare = |word: &&String| found.get(word.as_str()).is_some_and(|count| *count <= most);
    let shares = |said: &BTreeSet<String>| said.intersection(&own).filter(is_rare).count() >= SHARED_WORDS;
    (0..).zip(&said).filter(|(_, said)| shares(said)).map(|(index, _)| index).collect()
}

/// The words of a text that say something.
fn said(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST_WORD)
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for text in [
            "22 33 44 55",
            "+47 22334455",
            "0047 22-33-44-55",
            "4722334455",
            "+4722334455",
            "(+47) 22 33 44 55",
        ] {
            assert_eq!(phone_key(text).as_deref(), Some("22334455"), "{text}");
        }
        assert_eq!(phone_key("+46 8 123 456 78").as_deref(), Some("46812345678"));
        assert_eq!(
            phone_key("47334455").as_deref(),
            Some("47334455"),
            "a number that begins like the country"
        );
        for text in ["", "ring me", "113"] {
            assert_eq!(phone_key(text), None, "{text}");
        }
    }

    #[test]
    fn two_contacts_are_of_one_customer_by_number_or_address_and_never_by_name() {
        let contact = |name: &str, phone: &str, email: &str| Contact {
            name: name.to_owned(),
            phone: phone.to_owned(),
            email: email.to_owned(),
            delete_on: NaiveDate::default(),
        };
        let kari = contact("Kari", "22 33 44 55", "kari@example.org");
        let of = |other: &Contact| same_customer(Some(&kari), Some(other));
        assert_eq!(of(&contact("K. Nordmann", "+4722334455", "other@example.org")), SameCustomer::Yes);
        assert_eq!(of(&contact("", "", "KARI@example.org")), SameCustomer::Yes);
        assert_eq!(of(&contact("Kari", "99 88 77 66", "")), SameCustomer::No);
        assert_eq!(of(&contact("Kari", "", "")), SameCustomer::Unknown);
        assert_eq!(same_customer(Some(&kari), None), SameCustomer::Unknown);
    }

    #[test]
    fn complaints_that_share_what_few_write_may_be_about_the_same() {
        let others: Vec<String> = [
            "The espresso machine by the window leaked over my coat again",
            "Waited at the till for forty minutes",
            "Waited at the till for an hour, nobody came",
            "Waited at the till, and the machine was slow",
            "Waited at the till for ages",
        ]
        .map(str::to_owned)
        .into();
        let same = shares_rare_words("My COAT is stained: the espresso machine leaked!", &others);
        assert_eq!(same, [0]);
        assert_eq!(shares_rare_words("Waited at the till, for long", &others), Vec::<usize>::new());
        assert_eq!(shares_rare_words("", &others), Vec::<usize>::new());
        assert_eq!(shares_rare_words("anything", &[]), Vec::<usize>::new());
    }
}
