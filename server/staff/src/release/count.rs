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
use sea_orm::ConnectionTrait;

use super::opened::Vault;
use crate::{
    counts::by_unit,
    rounds::{asked, roll, state},
};
use base::Result;
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
    /// Whether its counts cannot be had any more.
    is_lost: bool,
}

/// Somebody known to have answered, and the home unit they are counted in.
struct KnownVoter {
    person_id: i64,
    unit_id: i64,
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
        vault: &Vault<'_>,
        tree: &Tree,
        rounds: &[round::Model],
    ) -> Result<Self> {
        let managed = roll::managed_units(db).await?;
        let mut span = Self { rounds: Vec::with_capacity(rounds.len()), counted_in: HashMap::new() };
        for round in rounds {
            let mut counted = Round::count(db, vault, round).await?;
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

    /// Whether the counts of one of its rounds cannot be had any more.
    pub(super) fn is_lost(&self) -> bool {
        self.rounds.iter().any(|round| round.is_lost)
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

    /// A fingerprint of the exact counts under the quarter's key: as long as that is there, a repeat can prove that
    /// it started from the same ones; nobody else can try out which counts fit.
    pub(super) fn digest(&self, vault: &Vault<'_>) -> Result<String> {
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
        vault.digest(&text)
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
    async fn count(db: &impl ConnectionTrait, vault: &Vault<'_>, round: &round::Model) -> Result<Self> {
        let mut counted = Self::default();
        // Of a round that was declared void nothing counts.
        if state(&round.state)? == RoundState::Voided {
            return Ok(counted);
        }
        // A round that was opened before there were rolls gets its own now.
        roll::write(db, round.id, round.starts_on).await?;
        counted.asked = asked(db, round).await?;
        let sql = "SELECT unit_id, COUNT(*) AS n FROM roll WHERE round_id = $1 GROUP BY unit_id";
        counted.roster = by_unit(db, sql, [round.id.into()]).await?;
        let Some(kept) = vault.counts(db, round).await? else {
            return Ok(Self { is_lost: true, ..counted });
        };
        counted.turnout = kept.turnout.into_iter().collect();
        let voters = kept.voters.into_iter();
        counted.voters = voters.map(|(person_id, unit_id)| KnownVoter { person_id, unit_id }).collect();
        counted.answers = kept.answers;
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
