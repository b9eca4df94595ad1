//! Names of the roster in what a customer said: proposed for leaving out, never left out by the machine.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    Lang, Right, UnitId,
    customers::complaint::{ComplaintForm, LONGEST_MENTION, NewComplaint},
};
use sea_orm::ConnectionTrait;

use base::{
    Actor, Base, Result, authorize,
    db::{column, join_ids},
};
use organisation::{Tree, within};

/// Shortest part of a name that is looked for.
const SHORTEST: usize = 3;

/// What stands where a name stood.
pub(super) const fn stand_in(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "[employee]",
        Lang::Nb => "[ansatt]",
    }
}

/// A text without the names that were in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The text.
    pub what: String,
    /// What would put it right, in the same way.
    pub put_right: String,
    /// The names as they stood there.
    pub about_whom: String,
}

/// Proposes to leave names of the unit's roster out of a complaint; nothing when there are none, or the form has been
/// looked through.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn propose(
    base: &Base,
    actor: Option<&Actor>,
    form: &ComplaintForm,
    lang: Lang,
) -> Result<Option<Proposal>> {
    let (_, tops) = authorize(actor, Right::LogComplaint)?;
    let Ok(unit) = form.unit.parse() else { return Ok(None) };
    let db = &base.db.reader;
    let tree = organisation::tree(base, db).await?;
    if !form.looked.is_empty() || within(&tree, &tops, unit).is_err() {
        return Ok(None);
    }
    let today = organisation::today(base).await?;
    let mut names = roster_names(db, &tree, unit, today).await?;
    names.push(names_in(&form.about_whom));
    let (what, mut found) = without(&form.what, &names, stand_in(lang));
    let (put_right, also_found) = without(&form.put_right, &names, stand_in(lang));
    let is_new: Vec<String> = also_found.into_iter().filter(|name| !found.contains(name)).collect();
    found.extend(is_new);
    if found.is_empty() {
        return Ok(None);
    }
    let about_whom = match form.about_whom.trim() {
        "" => found.join(", "),
        text => text.to_owned(),
    };
    Ok(Some(Proposal { what, put_right, about_whom }))
}

/// Leaves names of the unit's roster out of a complaint that is about to be stored: they go to whom it is about, unless
/// the customer said that. For whoever must not be asked: the question would tell a stranger who works here.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn leave_out(
    base: &Base,
    tree: &Tree,
    today: NaiveDate,
    new: &mut NewComplaint,
    lang: Lang,
) -> Result<()> {
    let mut names = roster_names(&base.db.reader, tree, new.unit, today).await?;
    names.push(names_in(&new.about_whom));
    let (what, found) = without(&new.what, &names, stand_in(lang));
    let (put_right, also_found) = without(&new.put_right, &names, stand_in(lang));
    (new.what, new.put_right) = (what, put_right);
    if new.about_whom.is_empty() {
        new.about_whom = mention_of(found.into_iter().chain(also_found));
    }
    Ok(())
}

/// Names that were found, as the mention that is sealed.
pub(super) fn mention_of(found: impl Iterator<Item = String>) -> String {
    found.collect::<Vec<_>>().join(", ").chars().take(LONGEST_MENTION).collect()
}

/// Units whose people a complaint about this one can name: the unit, all above it and all below it.
pub(super) fn units_around(tree: &Tree, unit: UnitId) -> Vec<UnitId> {
    let below = tree.below(&[unit]).into_iter().map(|unit| unit.id);
    tree.ancestors(unit).into_iter().chain(below).collect()
}

pub(super) async fn roster_names(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    today: NaiveDate,
) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT person.name FROM roster JOIN person ON person.id = roster.person_id
         WHERE unit_id IN ({}) AND from_on <= $1 AND (to_on IS NULL OR to_on >= $1)",
        join_ids(&units_around(tree, unit))
    );
    Ok(column(db, &sql, [today.into()]).await?)
}

/// Words with which a sentence about somebody begins, and that are no name.
const NO_NAMES: [&str; 62] = [
    "the",
    "she",
    "her",
    "his",
    "him",
    "they",
    "this",
    "that",
    "one",
    "man",
    "woman",
    "lady",
    "guy",
    "girl",
    "boy",
    "person",
    "someone",
    "somebody",
    "employee",
    "staff",
    "manager",
    "boss",
    "cashier",
    "waiter",
    "waitress",
    "nurse",
    "doctor",
    "receptionist",
    "both",
    "mrs",
    "miss",
    "with",
    "den",
    "det",
    "hun",
    "han",
    "hen",
    "dem",
    "dama",
    "damen",
    "mannen",
    "mann",
    "kvinne",
    "kvinnen",
    "dame",
    "jenta",
    "gutten",
    "fyren",
    "noen",
    "sjefen",
    "leder",
    "lederen",
    "ansatt",
    "ansatte",
    "kelneren",
    "legen",
    "begge",
    "fru",
    "frøken",
    "herr",
    "hos",
    "med",
];

/// What may be a name in a mention as the customer put it: *the man at till 2, I think Kari* holds one.
pub(super) fn names_in(mention: &str) -> String {
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase) && !NO_NAMES.contains(&word.to_lowercase().as_str())
    };
    mention.split(|c: char| !c.is_alphabetic()).filter(is_name).collect::<Vec<_>>().join(" ")
}

/// A text with something else in place of these names, and the names as they stood there. A name is known by any of its
/// parts, with a capital: *Bjørn* is somebody, *bjørn* a bear.
pub(super) fn without(text: &str, names: &[String], instead: &str) -> (String, Vec<String>) {
    let parts: BTreeSet<String> = names
        .iter()
        .flat_map(|name| name.split(|c: char| !c.is_alphabetic()))
        .filter(|part| part.chars().count() >= SHORTEST)
        .map(str::to_lowercase)
        .collect();
    let is_name = |word: &str| {
        let lower = word.to_lowercase();
        let is_part = |word: &str| parts.contains(word);
        word.starts_with(char::is_uppercase)
            && (is_part(&lower) || lower.strip_suffix('s').is_some_and(is_part))
    };
    let (mut out, mut found) = (String::with_capacity(text.len()), Vec::<String>::new());
    let mut rest = text;
    // A name of several words is one person.
    let mut is_after_name = false;
    while let Some(first) = rest.chars().next() {
        let is_letter = first.is_alphabetic();
        let end = rest.find(|c: char| c.is_alphabetic() != is_letter).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        if is_letter && is_name(word) {
            match found.last_mut().filter(|_| is_after_name) {
                Some(last) => *last = format!("{last} {word}"),
                None => {
                    out.push_str(instead);
                    found.push(word.to_owned());
                }
            }
            is_after_name = true;
        } else {
            let next = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            is_after_name = is_after_name && word == " " && rest.get(..next).is_some_and(is_name);
            if !is_after_name {
                out.push_str(word);
            }
        }
    }
    found.dedup();
    (out, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_the_roster_is_found_by_any_of_its_parts_and_left_out_whole() {
        let names = ["Kari Nordmann-Lie", "Bjørn Ås"].map(str::to_owned);
        let of = |text: &str| without(text, &names, "[ansatt]");
        assert_eq!(
            of("Kari Nordmann på kassa, og så Bjørn. Karis tone!"),
            (
                "[ansatt] på kassa, og så [ansatt]. [ansatt] tone!".to_owned(),
                vec!["Kari Nordmann".to_owned(), "Bjørn".to_owned(), "Karis".to_owned()]
            )
        );
        // Of a mention what may be a name is one, and no more.
        let names = [names_in("The man at till 2, I think Grete")];
        let text = "The man said so. Grete's till was closed, and grete too.";
        assert_eq!(without(text, &names, "[x]").0, "The man said so. [x]'s till was closed, and grete too.");
        let names = ["Kari Nordmann-Lie", "Bjørn Ås"].map(str::to_owned);
        let of = |text: &str| without(text, &names, "[ansatt]");
        for text in ["En bjørn i hagen", "Karin var hyggelig", "", "Åsted, 100 %", "😀 kari"] {
            assert_eq!(of(text), (text.to_owned(), vec![]), "{text}");
        }
    }
}
