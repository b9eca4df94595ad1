//! What happened in the demo's two years: answers, contacts, complaints, and the planted link.
//!
//! The planted model, for whoever wants to find it again: complaints per contact in a week =
//! base of the team × season × exp([`PLANTED`] × (mean strain of the four weeks before − the team's
//! usual strain)), with strain in points of 0–100.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use domain::{
    Lang, Period, PersonId, Resolution, RoundId, UnitId,
    letters::LETTERS,
    staff::bank::{Item, Scale, items_of_round},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use stats::random::SplitMix64;

use super::complaints::Complaints;
use crate::{
    Result,
    db::{all, column, insert},
    organisation::Tree,
    rollup::{Counts, RollupChange},
};

/// Effect of one point of strain on the logarithm of the complaint rate: ten points make 35 % more.
/// Large, as four sites have to show it: whoever judges by sites asks for much from so few.
pub(super) const PLANTED: f64 = 0.030;

/// The team that slips: for [`SLIPS_FOR`] weeks it has had several times its usual complaints, whatever day the
/// demo is made on, so that there is something that waits.
const SLIPPING: &str = "S1-T4";
/// Weeks before the open round.
const SLIPS_FOR: i64 = 4;
/// Its complaints a day beyond the usual ones.
const SLIPS_BY: f64 = 6.0;
/// The team whose action worked (see the demo's actions): what it is spared of load from then on.
const RELIEVED: &str = "S1-T1";
const RELIEVED_BY: f64 = 0.6;

/// Chance with the shapes a story needs.
pub(super) struct Chance(SplitMix64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(SplitMix64::new(seed))
    }

    /// Uniform from 0 to 1.
    pub(super) fn uniform(&mut self) -> f64 {
        // 53 bits, as many as an f64 holds exactly.
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.0.below(n as u64)).unwrap_or(0)
    }

    /// Standard normal, near enough: twelve uniforms less six (Irwin–Hall).
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    /// So many letters of those that codes and references are made of.
    pub(super) fn letters(&mut self, many: usize) -> String {
        (0..many).map(|_| char::from(LETTERS[self.below(LETTERS.len())])).collect()
    }

    /// A reference such as the desk gives, from the story's own chance.
    pub(super) fn reference(&mut self) -> String {
        format!("K-{}", self.letters(7))
    }

    /// Poisson by counting exponential gaps; fine for the small means of a day (Knuth, TAOCP 2, 3.4.1).
    pub(super) fn poisson(&mut self, mean: f64) -> i64 {
        let limit = (-mean.clamp(0.0, 500.0)).exp();
        let mut product = self.uniform();
        let mut count = 0;
        while product > limit {
            product *= self.uniform();
            count += 1;
        }
        count
    }
}

/// A team's character.
struct Team {
    id: UnitId,
    people: Vec<PersonId>,
    base_load: f64,
    base_mood: f64,
    base_rate: f64,
    contacts_a_day: f64,
    /// Load above the usual, week by week, with a memory.
    drift: f64,
    /// Measured strain of the weeks so far.
    strain: Vec<f64>,
}

/// The time that the story takes.
pub(super) struct Span {
    /// Weeks before the open round.
    pub(super) weeks: u32,
    /// First day of the first round.
    pub(super) first: NaiveDate,
    pub(super) today: NaiveDate,
    pub(super) now: DateTime<Utc>,
    /// What customers write in.
    pub(super) lang: Lang,
}

/// A round of which the story tells.
#[derive(FromQueryResult)]
struct ToldRound {
    id: RoundId,
    number: i64,
}

/// Writes the story, week by week, so that a large organisation need not stand in memory whole.
pub(super) async fn tell(db: &impl ConnectionTrait, tree: &Tree, span: &Span, seed: u64) -> Result<()> {
    let Span { first, today, now, .. } = *span;
    let past = i64::from(span.weeks);
    let mut chance = Chance::new(seed);
    let mut teams = teams(db, tree, &mut chance).await?;
    // By chances of their own, so that they change nothing of what happens in the shops.
    let mut elsewhere = Chance::new(seed + 1);
    let mut offices = offices(db, tree, &mut elsewhere).await?;
    let rounds: Vec<ToldRound> = all(db, "SELECT id, number FROM round ORDER BY number", []).await?;
    let called = |number: &str| tree.by_external().get(number).copied();
    let (slipping, relieved) = (called(SLIPPING), called(RELIEVED));
    let mut complaints = Complaints::new(now, Chance::new(seed + 2), Chance::new(seed + 4), span.lang);
    for ToldRound { id: round, number } in rounds {
        let mut contacts: Vec<[Value; 3]> = Vec::new();
        let mut rollup = RollupChange::default();
        let monday = first + Days::new(7 * (number.unsigned_abs() - 1));
        let mut answers = Answers::default();
        for team in &mut teams {
            // Two busy stretches that a reader can find: a month of each year, and a hard quarter at one site. Weeks
            // are counted back from today, so that the story is the same on every day of the year.
            let season = if (8..12).contains(&((past - number) % 52)) { 0.25 } else { 0.0 };
            let spring = if (past - 34..=past - 22).contains(&number) && i64::from(team.id) % 4 == 1 {
                0.9
            } else {
                0.0
            };
            // The newest weeks of some teams are hard, so that there is something to look at.
            let lately = if number > past - 3 && i64::from(team.id) % 3 == 0 { 0.9 } else { 0.0 };
            team.drift = 0.45 * team.drift + 0.5 * chance.normal();
            let is_relieved = Some(team.id) == relieved && number > past - super::actions::STARTED;
            let relief = if is_relieved { RELIEVED_BY } else { 0.0 };
            let load = team.base_load + team.drift + season + spring + lately - relief;
            let strain = answer(&mut answers, &mut chance, team, round, number, load, number <= past);
            tell_week(&mut chance, tree, team, monday, today, &mut contacts, &mut complaints, &mut rollup);
            team.strain.push(strain);
            if Some(team.id) == slipping && number > past - SLIPS_FOR {
                for day in monday.iter_days().take(7).filter(|day| *day < today) {
                    let period = Period::containing(day, Resolution::Day);
                    let extra = elsewhere.poisson(SLIPS_BY);
                    rollup.add(tree, team.id, period, Counts { complaints: extra, contacts: 0 });
                    for _ in 0..extra {
                        complaints.push(&mut elsewhere, team.id, day, today);
                    }
                }
            }
        }
        // Nobody of an office has answered the open round yet: most sign-ins of the demo belong there.
        for office in offices.iter_mut().filter(|_| number <= past) {
            office.drift = 0.45 * office.drift + 0.3 * elsewhere.normal();
            let load = office.base_load + office.drift;
            answer(&mut answers, &mut elsewhere, office, round, number, load, true);
        }
        answers.write(db).await?;
        insert(db, "contact_day (unit_id, day, contacts)", contacts).await?;
        complaints.write(db).await?;
        rollup.write(db).await?;
    }
    complaints.go_on_after(db).await
}

async fn teams(db: &impl ConnectionTrait, tree: &Tree, chance: &mut Chance) -> Result<Vec<Team>> {
    let mut teams = Vec::new();
    for id in super::people::teams_as_told(tree) {
        let sql = "SELECT person_id FROM roster WHERE unit_id = $1 ORDER BY person_id";
        let people = column(db, sql, [id.into()]).await?;
        teams.push(Team {
            id,
            people,
            base_load: 0.15 + 0.35 * chance.normal(),
            base_mood: 3.6 + 0.25 * chance.normal(),
            base_rate: 0.033 * (0.25 * chance.normal()).exp(),
            contacts_a_day: 45.0 + 40.0 * chance.uniform(),
            drift: 0.0,
            strain: Vec::new(),
        });
    }
    Ok(teams)
}

/// People above the teams: those of a region and of the head office, and managers of what is below. They answer
/// too, and meet no customers.
async fn offices(db: &impl ConnectionTrait, tree: &Tree, chance: &mut Chance) -> Result<Vec<Team>> {
    let teams = tree.root().map(|root| tree.leaves(root)).unwrap_or_default();
    let mut offices = Vec::new();
    for unit in tree.iter().filter(|unit| !teams.contains(&unit.id)) {
        let sql = "SELECT person_id FROM roll WHERE unit_id = $1
                   AND round_id = (SELECT id FROM round ORDER BY number LIMIT 1) ORDER BY person_id";
        let people: Vec<PersonId> = column(db, sql, [unit.id.into()]).await?;
        if !people.is_empty() {
            offices.push(Team {
                id: unit.id,
                people,
                base_load: 0.2 + 0.2 * chance.normal(),
                base_mood: 3.7 + 0.2 * chance.normal(),
                base_rate: 0.0,
                contacts_a_day: 0.0,
                drift: 0.0,
                strain: Vec::new(),
            });
        }
    }
    Ok(offices)
}

/// Counts of one round, for all teams.
#[derive(Default)]
struct Answers {
    participation: Vec<[Value; 2]>,
    turnout: Vec<[Value; 3]>,
    tally: Vec<[Value; 5]>,
}

impl Answers {
    async fn write(self, db: &impl ConnectionTrait) -> Result<()> {
        insert(db, "participation (round_id, person_id)", self.participation).await?;
        insert(db, "turnout (round_id, unit_id, count)", self.turnout).await?;
        Ok(insert(db, "tally (round_id, unit_id, item, value, count)", self.tally).await?)
    }
}

/// Lets a team answer a round; gives the strain of those who did, which is what the link can see.
fn answer(
    answers: &mut Answers,
    chance: &mut Chance,
    team: &Team,
    round: RoundId,
    number: i64,
    load: f64,
    is_past: bool,
) -> f64 {
    let items = items_of_round(number);
    let mut counts = [[0_i64; 5]; 4];
    let mut strain = 0.0;
    let mut voters = 0_u32;
    // Of the open round only some have answered yet, and never the person who will try the demo.
    let share = if is_past { 0.78 } else { 0.3 };
    for (place, person) in team.people.iter().enumerate() {
        let felt = load + 0.75 * chance.normal();
        let votes = chance.uniform() < share && (is_past || place > 0);
        if !votes {
            continue;
        }
        voters += 1;
        strain += felt.round().clamp(0.0, 2.0) / 2.0 * 100.0;
        answers.participation.push([round.into(), (*person).into()]);
        let mood = team.base_mood - 0.45 * load + 0.7 * chance.normal();
        for (item, counts) in items.iter().zip(&mut counts) {
            if chance.uniform() < 0.03 {
                continue; // prefers not to say
            }
            let value = match item.scale() {
                Scale::Workload => felt + 2.0,
                Scale::Quality => mood - 1.0,
                Scale::Agreement => mood - 1.0 + driver_shift(*item) + 0.6 * chance.normal(),
            };
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0–4")]
            let index = value.round().clamp(0.0, 4.0) as usize;
            counts[index] += 1;
        }
    }
    if voters > 0 {
        answers.turnout.push([round.into(), team.id.into(), i64::from(voters).into()]);
    }
    for (item, counts) in items.iter().zip(counts) {
        for (value, count) in item.scale().values().into_iter().zip(counts).filter(|(_, count)| *count > 0) {
            answers.tally.push([
                round.into(),
                team.id.into(),
                item.id().into_owned().into(),
                value.into(),
                count.into(),
            ]);
        }
    }
    strain / f64::from(voters.max(1))
}

/// Some drivers stand better than others.
const fn driver_shift(item: Item) -> f64 {
    match item {
        Item::R6 | Item::R2 => -0.6,
        Item::R4 | Item::R10 => 0.5,
        _ => 0.0,
    }
}

/// Contacts and complaints of a team's week, day by day, up to yesterday.
#[expect(clippy::too_many_arguments, reason = "one call; the three sinks and the clock are the story's own")]
fn tell_week(
    chance: &mut Chance,
    tree: &Tree,
    team: &Team,
    monday: NaiveDate,
    today: NaiveDate,
    contacts: &mut Vec<[Value; 3]>,
    complaints: &mut Complaints,
    rollup: &mut RollupChange,
) {
    let recent: Vec<f64> = team.strain.iter().rev().take(4).copied().collect();
    let usual = team.strain.iter().sum::<f64>() / team.strain.len().max(1) as f64;
    let above =
        if recent.is_empty() { 0.0 } else { recent.iter().sum::<f64>() / recent.len() as f64 - usual };
    let of_year = team.strain.len() as f64 / 52.0;
    let season = 1.0 + 0.05 * (of_year * std::f64::consts::TAU).cos();
    let rate = team.base_rate * season * (PLANTED * above).exp();
    for day in monday.iter_days().take(7).filter(|day| *day < today) {
        let weekend = if day.weekday().num_days_from_monday() >= 5 { 1.4 } else { 0.9 };
        let visits = chance.poisson(team.contacts_a_day * weekend);
        let count = chance.poisson(rate * visits as f64).min(visits);
        contacts.push([team.id.into(), day.into(), visits.into()]);
        complaints.praise(team.id, day, visits, today);
        rollup.add(
            tree,
            team.id,
            Period::containing(day, Resolution::Day),
            Counts { complaints: count, contacts: visits },
        );
        for _ in 0..count {
            complaints.push(chance, team.id, day, today);
        }
    }
}
