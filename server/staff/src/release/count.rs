//! The exact counts behind a release. They never leave the folder.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fmt::Write,
};

use disclosure::{
    Direct,
    figures::Counts,
    spans::{SpanRound, SpanUnit},
    windows::{Ballots, people_who_answered, people_who_took_part},
};
use domain::{
    PersonId, UnitId,
    staff::{bank::Item, rounds::RoundState},
};
use entity::round;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{newcomers, opened::Vault};
use crate::{
    counts::by_unit,
    rounds::{asked, roll, state},
};
use base::{
    Result,
    db::{all, column},
};
use organisation::Tree;

/// One round, counted by home unit.
#[derive(Default)]
struct Round {
    asked: Vec<Item>,
    roster: HashMap<UnitId, u32>,
    turnout: HashMap<UnitId, u32>,
    /// Of these, without any answer.
    blank: BTreeMap<UnitId, u32>,
    /// Answers per value.
    answers: BTreeMap<(Item, UnitId), Counts>,
    /// People who answered and are known.
    voters: Vec<KnownVoter>,
    /// Of these, by home, those who carry its figures and those who do not: newcomers, and who is counted elsewhere
    /// or nowhere.
    known: HashMap<UnitId, (u32, u32)>,
    /// People on the roll who carry no figure, see [`newcomers`].
    newcomers: HashSet<PersonId>,
    /// By home, those of them who are not known to have answered: any ballot of nobody known can be theirs.
    unseen_newcomers: HashMap<UnitId, u32>,
    /// Units that answer by printed code.
    by_code: HashSet<UnitId>,
    /// Whether its counts cannot be had any more.
    is_lost: bool,
}

/// Somebody known to have answered, and the home unit they are counted in.
#[derive(FromQueryResult)]
struct KnownVoter {
    person_id: PersonId,
    unit_id: UnitId,
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
    counted_in: HashMap<PersonId, UnitId>,
}

/// Where a figure that was published covers the rounds of the span: by unit, the number of the figure.
pub(super) type Covered = HashMap<UnitId, Vec<Option<u32>>>;

impl Span {
    /// Counts these rounds. Those who manage their home unit now are left out of the
    /// people of whom there have to be enough: they know their own answer. So are newcomers.
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
            counted.add_newcomers(db, round).await?;
            for KnownVoter { person_id: person, unit_id: home } in &counted.voters {
                let manages_home = managed
                    .get(person)
                    .is_some_and(|units| tree.ancestors(*home).iter().any(|unit| units.contains(unit)));
                if !manages_home {
                    span.counted_in.entry(*person).or_insert(*home);
                }
                let (own, others) = counted.known.entry(*home).or_default();
                let is_own = span.counted_in.get(person) == Some(home) && !counted.newcomers.contains(person);
                *if is_own { own } else { others } += 1;
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
    pub(super) fn has_people(&self, unit: UnitId) -> bool {
        self.rounds.iter().any(|round| round.roster.contains_key(&unit) || round.turnout.contains_key(&unit))
    }

    /// Ballots or answers that were possible in these units: their rosters, summed over the rounds that asked.
    pub(super) fn possible(&self, subject: Subject, units: &[UnitId]) -> u64 {
        self.rounds
            .iter()
            .filter(|round| round.asks(subject))
            .map(|round| units.iter().map(|unit| u64::from(round.possible(*unit))).sum::<u64>())
            .sum()
    }

    /// People on the rosters of these units when the span began.
    pub(super) fn roster(&self, units: &[UnitId]) -> u64 {
        let first = self.rounds.first();
        first.map_or(0, |round| units.iter().map(|unit| u64::from(round.possible(*unit))).sum())
    }

    /// Ballots cast in these units.
    pub(super) fn ballots(&self, units: &[UnitId]) -> u64 {
        let cast = |round: &Round| -> u64 {
            units.iter().filter_map(|unit| round.turnout.get(unit)).copied().map(u64::from).sum()
        };
        self.rounds.iter().map(cast).sum()
    }

    /// Answers per value to an item in these units.
    pub(super) fn answers(&self, item: Item, units: &[UnitId]) -> Counts {
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
        is_candidate: impl Fn(UnitId) -> bool,
        is_moved: impl Fn(UnitId) -> bool,
    ) -> Vec<SpanUnit<UnitId>> {
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
                let rounds =
                    self.rounds.iter().zip(&parts).zip(figures).map(|((round, part), figure)| SpanRound {
                        roster: if round.asks(subject) { round.possible(unit.id) } else { 0 },
                        answers: part.answers,
                        people: part.people(),
                        figure: *figure,
                    });
                let most: u32 = parts.iter().map(Part::people).sum();
                SpanUnit {
                    id: unit.id,
                    parent: unit.parent_id,
                    is_candidate: is_candidate(unit.id),
                    is_moved: is_moved(unit.id),
                    roster: self.rounds.first().map_or(0, |round| round.possible(unit.id)),
                    answered: people_who_answered(people, &ballots).min(most),
                    by_code: parts.iter().map(|part| part.by_code).max().unwrap_or(0),
                    rounds: rounds.collect(),
                }
            })
            .collect()
    }

    /// The direct members of a unit and their answers, over a span of one round.
    pub(super) fn direct(&self, subject: Subject, unit: UnitId) -> Direct {
        let Some(round) = self.rounds.first() else { return Direct::default() };
        let part = round.part(subject, unit);
        let roster = round.possible(unit).max(part.answers);
        Direct {
            roster,
            answered: part.answers,
            fresh: part.answers - part.people(),
            // Who could answer by code, not who did: that nobody used one must not show.
            by_code: part.by_code.min(roster),
        }
    }

    /// Different known people who carry a figure and took part in a round that asked, by the home they are
    /// counted in.
    fn people(&self, subject: Subject) -> HashMap<UnitId, u32> {
        let mut seen = BTreeSet::new();
        let mut people: HashMap<UnitId, u32> = HashMap::new();
        for round in self.rounds.iter().filter(|round| round.asks(subject)) {
            for KnownVoter { person_id: person, unit_id: home } in &round.voters {
                let carries = self.counted_in.get(person) == Some(home) && !round.newcomers.contains(person);
                if carries && seen.insert(*person) {
                    *people.entry(*home).or_default() += 1;
                }
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
            for (unit, (_, others)) in round.known.iter().collect::<BTreeMap<_, _>>() {
                let _ = writeln!(text, "others {unit} {others}");
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
    /// Of these, with an answer; of the turnout all.
    answers: u32,
    /// Ballots that carry no figure: of newcomers, and of people who are counted elsewhere or not at all.
    others: u32,
    /// Of the turnout so many are ballots without any answer. Whose they are is not known.
    empty: u32,
    /// Other ballots of nobody known, such as those cast with a code.
    codes: u32,
    /// Answers given with a printed code; at least one where the unit answers so.
    by_code: u32,
}

impl Part {
    /// Answers that at least come from people who carry the figures of this unit.
    const fn people(&self) -> u32 {
        self.answers.saturating_sub(self.others).saturating_sub(self.empty)
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
        counted.blank = kept.blank;
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
    fn part(&self, subject: Subject, unit: UnitId) -> Part {
        if !self.asks(subject) {
            return Part::default();
        }
        let cast = self.turnout.get(&unit).copied().unwrap_or(0);
        let answers = match subject {
            Subject::Turnout => cast,
            Subject::Item(item) => self.answers.get(&(item, unit)).map_or(0, |counts| counts.iter().sum()),
        };
        let (own, others) = self.known.get(&unit).copied().unwrap_or_default();
        let unknown = cast.saturating_sub(own + others);
        let unseen = self.unseen_newcomers.get(&unit).copied().unwrap_or(0).min(unknown);
        let empty = match subject {
            Subject::Turnout => self.blank.get(&unit).copied().unwrap_or(0),
            Subject::Item(_) => 0,
        };
        Part {
            cast,
            answers,
            others: (others + unseen).min(cast),
            empty,
            codes: unknown - unseen,
            by_code: if self.by_code.contains(&unit) { answers.max(1) } else { 0 },
        }
    }

    /// Finds out who of the roll carries no figure of this round.
    async fn add_newcomers(&mut self, db: &impl ConnectionTrait, round: &round::Model) -> Result<()> {
        if state(&round.state)? == RoundState::Voided {
            return Ok(());
        }
        self.newcomers = newcomers::of_round(db, round).await?;
        let sql = "SELECT DISTINCT unit_id FROM roll WHERE round_id = $1 AND by_code";
        self.by_code = column(db, sql, [round.id.into()]).await?.into_iter().collect();
        if self.newcomers.is_empty() {
            return Ok(());
        }
        let voted: HashSet<PersonId> = self.voters.iter().map(|voter| voter.person_id).collect();
        let sql = "SELECT person_id, unit_id FROM roll WHERE round_id = $1";
        for KnownVoter { person_id, unit_id } in all(db, sql, [round.id.into()]).await? {
            if self.newcomers.contains(&person_id) && !voted.contains(&person_id) {
                *self.unseen_newcomers.entry(unit_id).or_default() += 1;
            }
        }
        Ok(())
    }

    /// People of a unit who could answer. Never fewer than did.
    fn possible(&self, unit: UnitId) -> u32 {
        let roster = self.roster.get(&unit).copied().unwrap_or(0);
        roster.max(self.turnout.get(&unit).copied().unwrap_or(0))
    }
}
