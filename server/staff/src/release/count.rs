//! The exact counts behind a release. They never leave the folder.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write,
};

use disclosure::{
    figures::Counts,
    spans::{SpanRound, SpanUnit},
    windows::{Ballots, people_who_answered, people_who_took_part},
};
use domain::staff::{bank::Item, rounds::RoundState};
use entity::round;
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};

use crate::{
    counts::{by_unit, small},
    rounds::{asked, roll, state},
};
use base::{Error, Result, db::all, tokens::hex};
use organisation::Tree;

/// One round, counted by home unit.
#[derive(Default)]
struct Round {
    asked: Vec<Item>,
    roster: HashMap<i64, u32>,
    turnout: HashMap<i64, u32>,
    /// Answers per value.
    answers: BTreeMap<(Item, i64), Counts>,
    /// People who answered and are known.
    voters: Vec<KnownVoter>,
    /// Of these, by home, those counted there and those who are not.
    known: HashMap<i64, (u32, u32)>,
}

/// Somebody known to have answered, and the home unit they are counted in.
#[derive(FromQueryResult)]
struct KnownVoter {
    person_id: i64,
    unit_id: i64,
}

/// How often an answer was given in a unit.
#[derive(FromQueryResult)]
struct Tally {
    unit_id: i64,
    item: String,
    value: i16,
    count: i64,
}

impl Tally {
    /// What was answered, and the place of the answer in its scale.
    fn answer(&self) -> Result<(Item, usize)> {
        let item = Item::from_id(&self.item).ok_or_else(|| Error::stored("tally.item", &self.item))?;
        let place = item.scale().values().iter().position(|value| *value == self.value);
        Ok((item, place.ok_or_else(|| Error::stored("tally.value", &self.value.to_string()))?))
    }
}

/// What is counted: everybody who answered at all, or those who answered a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// Ballots.
    Turnout,
    /// Answers to a question.
    Item(Item),
}

/// The rounds of a span, counted.
pub(super) struct Span {
    rounds: Vec<Round>,
    /// The one home where a person is counted for the whole span: that of their first ballot.
    counted_in: HashMap<i64, i64>,
}

/// Where a figure that was published covers the rounds of the span: by unit, the number of the figure.
pub(super) type Covered = HashMap<i64, Vec<Option<u32>>>;

impl Span {
    /// Counts these rounds. Those who manage their home unit now are left out of the people of whom there have
    /// to be enough: they know their own answer.
    pub(super) async fn count(
        db: &impl ConnectionTrait,
        tree: &Tree,
        rounds: &[round::Model],
    ) -> Result<Self> {
        let managed = roll::managed_units(db).await?;
        let mut span = Self { rounds: Vec::with_capacity(rounds.len()), counted_in: HashMap::new() };
        for round in rounds {
            let mut counted = Round::count(db, round).await?;
            for KnownVoter { person_id: person, unit_id: home } in &counted.voters {
                let manages_home = managed
                    .get(person)
                    .is_some_and(|units| tree.ancestors(*home).iter().any(|unit| units.contains(unit)));
                if !manages_home {
                    span.counted_in.entry(*person).or_insert(*home);
                }
                let (own, others) = counted.known.entry(*home).or_default();
                *if span.counted_in.get(person) == Some(home) { own } else { others } += 1;
            }
            span.rounds.push(counted);
        }
        Ok(span)
    }

    /// Everything asked in a round of the span.
    pub(super) fn items(&self) -> BTreeSet<Item> {
        self.rounds.iter().flat_map(|round| round.asked.iter().copied()).collect()
    }

    /// Whether anybody belongs to the unit, or answered in it.
    pub(super) fn has_people(&self, unit: i64) -> bool {
        self.rounds.iter().any(|round| round.roster.contains_key(&unit) || round.turnout.contains_key(&unit))
    }

    /// Ballots or answers that were possible in these units: their rosters, summed over the rounds that asked.
    pub(super) fn possible(&self, subject: Subject, units: &[i64]) -> u64 {
        self.rounds
            .iter()
            .filter(|round| round.asks(subject))
            .map(|round| units.iter().map(|unit| u64::from(round.possible(*unit))).sum::<u64>())
            .sum()
    }

    /// Ballots cast in these units.
    pub(super) fn ballots(&self, units: &[i64]) -> u64 {
        let cast = |round: &Round| -> u64 {
            units.iter().filter_map(|unit| round.turnout.get(unit)).copied().map(u64::from).sum()
        };
        self.rounds.iter().map(cast).sum()
    }

    /// Answers per value to an item in these units.
    pub(super) fn answers(&self, item: Item, units: &[i64]) -> Counts {
        let mut sums = Counts::default();
        for counts in self
            .rounds
            .iter()
            .flat_map(|round| units.iter().filter_map(move |unit| round.answers.get(&(item, *unit))))
        {
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum = sum.saturating_add(*count);
            }
        }
        sums
    }

    /// The units as the release rules take them.
    pub(super) fn units(
        &self,
        subject: Subject,
        tree: &Tree,
        covered: &Covered,
        is_candidate: impl Fn(i64) -> bool,
        is_moved: impl Fn(i64) -> bool,
    ) -> Vec<SpanUnit> {
        let known = self.people(subject);
        let uncovered = vec![None; self.rounds.len()];
        tree.iter()
            .map(|unit| {
                let figures = covered.get(&unit.id).unwrap_or(&uncovered);
                let parts: Vec<Part> = self.rounds.iter().map(|round| round.part(subject, unit.id)).collect();
                let codes: Vec<u32> = parts.iter().map(|part| part.codes).collect();
                let people = people_who_took_part(known.get(&unit.id).copied().unwrap_or(0), &codes);
                let ballots: Vec<Ballots> = parts
                    .iter()
                    .map(|part| Ballots { cast: part.cast - part.others, answers: part.people() })
                    .collect();
                let rounds = parts.iter().zip(figures).map(|(part, figure)| SpanRound {
                    answers: part.answers,
                    people: part.people(),
                    figure: *figure,
                });
                let most: u32 = parts.iter().map(Part::people).sum();
                let last = self.rounds.last().map_or(0, |round| round.possible(unit.id));
                SpanUnit {
                    id: unit.id,
                    parent: unit.parent_id,
                    is_candidate: is_candidate(unit.id),
                    is_moved: is_moved(unit.id),
                    roster: last,
                    answered: people_who_answered(people, &ballots).min(most),
                    rounds: rounds.collect(),
                }
            })
            .collect()
    }

    /// Different known people who took part in a round that asked, by the home they are counted in.
    fn people(&self, subject: Subject) -> HashMap<i64, u32> {
        let mut seen = BTreeSet::new();
        let mut people: HashMap<i64, u32> = HashMap::new();
        for KnownVoter { person_id: person, unit_id: home } in
            self.rounds.iter().filter(|round| round.asks(subject)).flat_map(|round| &round.voters)
        {
            if self.counted_in.get(person) == Some(home) && seen.insert(*person) {
                *people.entry(*home).or_default() += 1;
            }
        }
        people
    }

    /// A fingerprint of the exact counts, so that a repeat can prove it started from the same ones.
    pub(super) fn digest(&self) -> String {
        let mut text = String::new();
        for round in &self.rounds {
            for (name, counts) in [("roster", &round.roster), ("turnout", &round.turnout)] {
                for (unit, count) in counts.iter().collect::<BTreeMap<_, _>>() {
                    let _ = writeln!(text, "{name} {unit} {count}");
                }
            }
            for ((item, unit), counts) in &round.answers {
                let _ = writeln!(text, "{} {unit} {counts:?}", item.id());
            }
            text.push('\n');
        }
        hex(&Sha256::digest(text.as_bytes()))
    }
}

/// A unit's part in a round.
#[derive(Default)]
struct Part {
    /// Ballots.
    cast: u32,
    /// Of these, with an answer.
    answers: u32,
    /// Ballots of people who are counted elsewhere, or not at all.
    others: u32,
    /// Ballots cast with a code.
    codes: u32,
}

impl Part {
    /// Answers that at least come from people counted here.
    const fn people(&self) -> u32 {
        self.answers.saturating_sub(self.others)
    }
}

impl Round {
    async fn count(db: &impl ConnectionTrait, round: &round::Model) -> Result<Self> {
        let mut counted = Self::default();
        // Of a round that was declared void nothing counts.
        if state(&round.state)? == RoundState::Voided {
            return Ok(counted);
        }
        // A round that was opened before there were rolls gets its own now.
        roll::write(db, round.id, round.starts_on).await?;
        counted.asked = asked(db, round).await?;
        let id = || [round.id.into()];
        let sql = "SELECT unit_id, COUNT(*) AS n FROM roll WHERE round_id = $1 GROUP BY unit_id";
        counted.roster = by_unit(db, sql, id()).await?;
        let sql = "SELECT unit_id, count AS n FROM turnout WHERE round_id = $1";
        counted.turnout = by_unit(db, sql, id()).await?;
        let sql = "SELECT participation.person_id, roll.unit_id FROM participation
             JOIN roll ON roll.round_id = participation.round_id AND roll.person_id = participation.person_id
             WHERE participation.round_id = $1 ORDER BY participation.person_id";
        counted.voters = all(db, sql, id()).await?;
        let sql = "SELECT unit_id, item, value, count FROM tally WHERE round_id = $1";
        for tally in all::<Tally>(db, sql, id()).await? {
            let (item, place) = tally.answer()?;
            counted.answers.entry((item, tally.unit_id)).or_default()[place] = small(tally.count)?;
        }
        Ok(counted)
    }

    fn asks(&self, subject: Subject) -> bool {
        match subject {
            Subject::Turnout => true,
            Subject::Item(item) => self.asked.contains(&item),
        }
    }

    /// A unit's ballots and answers.
    fn part(&self, subject: Subject, unit: i64) -> Part {
        if !self.asks(subject) {
            return Part::default();
        }
        let cast = self.turnout.get(&unit).copied().unwrap_or(0);
        let answers = match subject {
            Subject::Turnout => cast,
            Subject::Item(item) => self.answers.get(&(item, unit)).map_or(0, |counts| counts.iter().sum()),
        };
        let (own, others) = self.known.get(&unit).copied().unwrap_or_default();
        // A ballot of nobody known was cast with a code.
        Part { cast, answers, others: others.min(cast), codes: cast.saturating_sub(own + others) }
    }

    /// People of a unit who could answer. Never fewer than did.
    fn possible(&self, unit: i64) -> u32 {
        let roster = self.roster.get(&unit).copied().unwrap_or(0);
        roster.max(self.turnout.get(&unit).copied().unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_the_bank_does_not_know_is_an_error_and_not_left_out_of_the_count() {
        let answer = |item: &str, value| {
            let tally = Tally { unit_id: 1, item: item.to_owned(), value, count: 1 };
            tally.answer().map_err(|error| error.to_string())
        };
        let unknown = |place: &str, word: &str| {
            Err(format!("{place} holds {word:?}, which this version does not know"))
        };
        let c1 = Item::C1;
        for (place, value) in c1.scale().values().iter().enumerate() {
            assert_eq!(answer(&c1.id(), *value), Ok((c1, place)));
        }
        assert_eq!(answer("Z9", 1), unknown("tally.item", "Z9"));
        assert_eq!(answer(&c1.id(), 99), unknown("tally.value", "99"));
    }
}
