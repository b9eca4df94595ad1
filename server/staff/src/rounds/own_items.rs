//! The organisation's own statements: kept by HR, asked beside the bank, named where their figures stand.
//!
//! A change counts from the next round that has not begun, so that everybody in a round is asked the same
//! and one series never mixes two wordings.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::{
    Field, Lang, Problem, Right, UnitId, Why,
    audit::Event,
    insight::figures::Measure,
    staff::{
        bank::{Item, items_of_round},
        own_items::{
            ADDED, BankRow, MOST_ASKED, OwnItemAct, OwnItemActPage, OwnItemForm, OwnItemRow, OwnItemState,
            QuestionsPage, RoundDay, Wording, series_name,
        },
        rounds::{Continuation, RoundState, continuation},
    },
    text::t,
};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};

use super::state;
use base::{
    Actor, Base, Error, Result,
    audit::{self, Entry},
    authorize,
    db::{all, execute, one, value},
};
use organisation::whole;

/// Rounds over which the whole bank is asked once.
const TURN: usize = 6;

/// A version of a statement as it is stored.
#[derive(FromQueryResult)]
struct Stored {
    id: i64,
    tag: String,
    version: i32,
    en: String,
    nb: String,
    from_on: NaiveDate,
    to_on: Option<NaiveDate>,
}

impl Stored {
    async fn all(db: &impl ConnectionTrait) -> Result<Vec<Self>> {
        let sql = "SELECT id, tag, version, en, nb, from_on, to_on FROM own_item ORDER BY tag, version";
        Ok(all(db, sql, []).await?)
    }

    async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Self> {
        let sql = "SELECT id, tag, version, en, nb, from_on, to_on FROM own_item WHERE id = $1";
        Ok(one(db, sql, [id.into()]).await?.ok_or(Problem::NotFound)?)
    }

    fn row(self, rounds: &Rounds) -> OwnItemRow {
        let state = OwnItemState::of(self.from_on, self.to_on, rounds.newest_begun());
        OwnItemRow {
            since: rounds.first_from(self.from_on),
            until: self.to_on.and_then(|last| rounds.last_until(last)),
            id: self.id,
            tag: self.tag,
            version: self.version,
            wording: Wording { en: self.en, nb: self.nb },
            state,
        }
    }
}

/// A round of the calendar.
#[derive(FromQueryResult)]
struct CalendarRound {
    number: i64,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    review_on: NaiveDate,
    state: String,
}

/// The rounds that there were, and those to come as far as they can be foreseen, in the order of their days.
struct Rounds {
    begun: Vec<RoundDay>,
    coming: Vec<RoundDay>,
}

impl Rounds {
    async fn load(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Self> {
        let rounds: Vec<CalendarRound> = all(
            db,
            "SELECT number, starts_on, ends_on, review_on, state FROM round
             WHERE state <> 'voided' OR starts_on <= $1 ORDER BY starts_on",
            [today.into()],
        )
        .await?;
        let (mut begun, mut coming) = (Vec::new(), Vec::new());
        let (mut last, mut number) = (None, 0);
        for round in rounds {
            let state = state(&round.state)?;
            let day = RoundDay { number: round.number, starts_on: round.starts_on };
            if state == RoundState::Planned {
                // A planned round whose days have passed never opens.
                if round.ends_on >= today {
                    coming.push(day);
                }
            } else {
                begun.push(day);
            }
            number = number.max(day.number);
            if state != RoundState::Voided {
                last = Some((day.starts_on, round.ends_on, round.review_on));
            }
        }
        if let Some((starts_on, ends_on, review_on)) = last {
            coming.extend(expected(RoundDay { number, starts_on }, ends_on, review_on, today));
        }
        coming.truncate(TURN);
        Ok(Self { begun, coming })
    }

    fn newest_begun(&self) -> Option<NaiveDate> {
        self.begun.last().map(|round| round.starts_on)
    }

    fn next(&self) -> Option<RoundDay> {
        self.coming.first().copied()
    }

    /// The first day of rounds for which something can still change: the day after the newest one began, not
    /// the first day of the one that is planned next, because another can still be planned before it.
    fn open_from(&self) -> NaiveDate {
        self.newest_begun().map_or_else(NaiveDate::default, |begun| begun + Days::new(1))
    }

    fn first_from(&self, day: NaiveDate) -> Option<RoundDay> {
        self.begun.iter().chain(&self.coming).find(|round| round.starts_on >= day).copied()
    }

    fn last_until(&self, day: NaiveDate) -> Option<RoundDay> {
        self.begun.iter().rfind(|round| round.starts_on <= day).copied()
    }
}

/// The rounds that plan themselves after the last one, as long as its review date allows. `last` has the
/// highest number that is taken.
fn expected(
    last: RoundDay,
    ends_on: NaiveDate,
    review_on: NaiveDate,
    today: NaiveDate,
) -> impl Iterator<Item = RoundDay> {
    let length = Days::new(u64::try_from((ends_on - last.starts_on).num_days() + 1).unwrap_or(7));
    let first = match continuation((last.starts_on, ends_on), review_on, today) {
        Continuation::From(starts_on) => Some(RoundDay { number: last.number + 1, starts_on }),
        Continuation::ReviewDue | Continuation::Interrupted => None,
    };
    std::iter::successors(first, move |round| {
        Some(RoundDay { number: round.number + 1, starts_on: round.starts_on + length })
    })
    .take_while(move |round| round.starts_on <= review_on)
    .take(TURN)
}

/// The bank with its turns, and the organisation's own statements.
///
/// # Errors
/// `Forbidden` for whoever does not keep rounds.
pub async fn page(base: &Base, actor: Option<&Actor>) -> Result<QuestionsPage> {
    let (_, units) = authorize(actor, Right::ManageRounds)?;
    let db = base.db.snapshot().await?;
    let rounds = Rounds::load(&db, today(base, &db).await?).await?;
    let stored = Stored::all(&db).await?;
    let has_room = stored.iter().filter(|item| item.to_on.is_none()).count() < MOST_ASKED;
    let mut own: Vec<OwnItemRow> = stored.into_iter().map(|item| item.row(&rounds)).collect();
    own.sort_by_key(|row| matches!(row.state, OwnItemState::Ending | OwnItemState::Past));
    let turns = |item: Item| -> Vec<RoundDay> {
        rounds.coming.iter().filter(|round| items_of_round(round.number).contains(&item)).copied().collect()
    };
    Ok(QuestionsPage {
        own,
        bank: Item::all().map(|item| BankRow { item, rounds: turns(item) }).collect(),
        next: rounds.next(),
        may_change: organisation::tree(base, &db).await?.root().is_some_and(|root| units.contains(&root)),
        has_room,
    })
}

/// The page for a new statement: the next round.
///
/// # Errors
/// `Forbidden` for whoever does not keep the rounds of the whole organisation.
pub async fn new_page(base: &Base, actor: Option<&Actor>) -> Result<QuestionsPage> {
    let (_, units) = authorize(actor, Right::ManageRounds)?;
    whole(&base.db.reader, &units).await?;
    page(base, actor).await
}

/// The page for something that can be done to a statement.
///
/// # Errors
/// `NotFound` for an unknown one or an unknown act, `ChangedMeanwhile` when it can no longer be done.
pub async fn act_page(base: &Base, actor: Option<&Actor>, id: i64, act: &str) -> Result<OwnItemActPage> {
    let (_, units) = authorize(actor, Right::ManageRounds)?;
    let act = OwnItemAct::from_name(act).ok_or(Problem::NotFound)?;
    let db = base.db.snapshot().await?;
    whole(&db, &units).await?;
    let rounds = Rounds::load(&db, today(base, &db).await?).await?;
    let row = Stored::find(&db, id).await?.row(&rounds);
    check_act(row.state, act)?;
    Ok(OwnItemActPage { row, act, next: rounds.next() })
}

/// Adds a statement, asked from the next round that has not begun; gives its number.
///
/// # Errors
/// `Forbidden` for whoever keeps only a part of the organisation; `Invalid` for a tag in use, for one
/// statement too many, and for what is wrong with the wording.
pub async fn add(base: &Base, actor: Option<&Actor>, form: &OwnItemForm) -> Result<i64> {
    let (actor, units) = authorize(actor, Right::ManageRounds)?;
    let (tag, wording) = form.new_item()?;
    let transaction = base.db.begin().await?;
    let rounds = begin(base, &transaction, &units).await?;
    let stored = Stored::all(&transaction).await?;
    if stored.iter().any(|item| item.tag == tag) {
        return Err(Problem::invalid(Field::Tag, Why::Taken).into());
    }
    if stored.iter().filter(|item| item.to_on.is_none()).count() >= MOST_ASKED {
        return Err(Problem::invalid(Field::Tag, Why::NoRoom).into());
    }
    let id = insert(&transaction, &tag, 1, &wording, rounds.open_from()).await?;
    note(base, &transaction, actor, ADDED, &tag, 1).await?;
    transaction.commit().await?;
    Ok(id)
}

/// Rewords a statement, ends it or takes it back, from the next round that has not begun.
///
/// # Errors
/// `Forbidden` for whoever keeps only a part of the organisation, `NotFound` for an unknown statement,
/// `ChangedMeanwhile` when it cannot be done any more, `Invalid` for what is wrong with the wording.
pub async fn act(
    base: &Base,
    actor: Option<&Actor>,
    id: i64,
    act: OwnItemAct,
    form: &OwnItemForm,
) -> Result<()> {
    let (actor, units) = authorize(actor, Right::ManageRounds)?;
    let transaction = base.db.begin().await?;
    let rounds = begin(base, &transaction, &units).await?;
    let item = Stored::find(&transaction, id).await?;
    let state = OwnItemState::of(item.from_on, item.to_on, rounds.newest_begun());
    check_act(state, act)?;
    let version = match act {
        OwnItemAct::Reword => reword(&transaction, &rounds, &item, state, &form.wording()?).await?,
        OwnItemAct::Stop => {
            end(&transaction, &rounds, id).await?;
            item.version
        }
        OwnItemAct::Delete => {
            take_back(&transaction, &item).await?;
            item.version
        }
    };
    note(base, &transaction, actor, act.name(), &item.tag, version).await?;
    transaction.commit().await?;
    Ok(())
}

fn check_act(state: OwnItemState, act: OwnItemAct) -> Result<()> {
    if state.acts().contains(&act) { Ok(()) } else { Err(Problem::ChangedMeanwhile.into()) }
}

/// Gives a statement other words; gives their version. What nobody has answered yet is simply overwritten.
async fn reword(
    db: &impl ConnectionTrait,
    rounds: &Rounds,
    item: &Stored,
    state: OwnItemState,
    wording: &Wording,
) -> Result<i32> {
    if (&wording.en, &wording.nb) == (&item.en, &item.nb) {
        return Err(Problem::invalid(Field::En, Why::SameWords).into());
    }
    if state == OwnItemState::Coming {
        let values = [wording.en.as_str().into(), wording.nb.as_str().into(), item.id.into()];
        execute(db, "UPDATE own_item SET en = $1, nb = $2 WHERE id = $3", values).await?;
        return Ok(item.version);
    }
    end(db, rounds, item.id).await?;
    insert(db, &item.tag, item.version + 1, wording, rounds.open_from()).await?;
    Ok(item.version + 1)
}

/// Asks a statement no more in rounds that have not begun.
async fn end(db: &impl ConnectionTrait, rounds: &Rounds, id: i64) -> Result<()> {
    let last = rounds.open_from() - Days::new(1);
    execute(db, "UPDATE own_item SET to_on = $1 WHERE id = $2", [last.into(), id.into()]).await?;
    Ok(())
}

/// Deletes a version that was never asked. The one before, which ended for its sake, is asked on.
async fn take_back(db: &impl ConnectionTrait, item: &Stored) -> Result<()> {
    execute(db, "DELETE FROM own_item WHERE id = $1", [item.id.into()]).await?;
    execute(
        db,
        "UPDATE own_item SET to_on = NULL WHERE tag = $1 AND version = $2",
        [item.tag.as_str().into(), (item.version - 1).into()],
    )
    .await?;
    Ok(())
}

async fn insert(
    db: &impl ConnectionTrait,
    tag: &str,
    version: i32,
    wording: &Wording,
    from_on: NaiveDate,
) -> Result<i64> {
    let id = value(
        db,
        "INSERT INTO own_item (tag, version, en, nb, from_on) VALUES ($1, $2, $3, $4, $5) RETURNING id",
        [tag.into(), version.into(), wording.en.as_str().into(), wording.nb.as_str().into(), from_on.into()],
    )
    .await?;
    id.ok_or_else(|| Error::Internal("a statement just written is gone".to_owned()))
}

/// Begins a change: nobody else changes statements, and no round opens, before it is done.
async fn begin(base: &Base, db: &impl ConnectionTrait, units: &[UnitId]) -> Result<Rounds> {
    // Everybody is asked the same: who keeps a part of the organisation cannot change what all are asked.
    whole(db, units).await?;
    // SQLite has one writer. Here, ballots go on: they only read the round.
    if db.get_database_backend() == DbBackend::Postgres {
        execute(db, "LOCK TABLE round IN SHARE ROW EXCLUSIVE MODE", []).await?;
    }
    Rounds::load(db, today(base, db).await?).await
}

async fn today(base: &Base, db: &impl ConnectionTrait) -> Result<NaiveDate> {
    Ok(organisation::find(db).await?.local_day(base.now()))
}

async fn note(
    base: &Base,
    db: &impl ConnectionTrait,
    actor: &Actor,
    act: &str,
    tag: &str,
    version: i32,
) -> Result<()> {
    let detail = format!("{act} {tag} {version}");
    let entry = Entry { detail: &detail, ..Entry::new(Event::QuestionChanged, Some(actor.account)) };
    audit::record(db, base.now(), &entry).await
}

/// What measures are called, the organisation's own included.
pub struct Labels(HashMap<i64, Stored>);

/// Reads what measures are called.
///
/// # Errors
/// When the database refuses.
pub async fn labels(db: &impl ConnectionTrait) -> Result<Labels> {
    Ok(Labels(Stored::all(db).await?.into_iter().map(|item| (item.id, item)).collect()))
}

impl Labels {
    /// The organisation's own statements, the versions that are asked no more included.
    pub fn measures(&self) -> Vec<Measure> {
        let mut items: Vec<&Stored> = self.0.values().collect();
        items.sort_by(|a, b| (&a.tag, a.version).cmp(&(&b.tag, b.version)));
        items.into_iter().map(|item| Measure::Score(Item::Own(item.id))).collect()
    }

    /// Whether there is such a measure.
    pub fn knows(&self, measure: Measure) -> bool {
        match measure {
            Measure::Score(Item::Own(id)) => self.0.contains_key(&id),
            _ => true,
        }
    }

    /// The name of a measure: that of the catalogues, or the own statement with tag and version.
    pub fn label(&self, measure: Measure, lang: Lang) -> String {
        let Measure::Score(Item::Own(id)) = measure else { return t(lang, &measure.text_id()) };
        self.0.get(&id).map_or_else(
            || measure.name().into_owned(),
            |item| {
                let words = match lang {
                    Lang::En => &item.en,
                    Lang::Nb => &item.nb,
                };
                series_name(words, &item.tag, item.version)
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn starts(review_on: &str, today: &str) -> Vec<String> {
        let last = RoundDay { number: 2, starts_on: day("2026-11-16") };
        expected(last, day("2026-11-29"), day(review_on), day(today))
            .map(|round| format!("{} {}", round.number, round.starts_on.format("%m-%d")))
            .collect()
    }

    #[test]
    fn coming_rounds_follow_the_last_in_its_length_until_its_review() {
        assert_eq!(starts("2027-11-01", "2026-11-21")[..3], ["3 11-30", "4 12-14", "5 12-28"]);
        assert_eq!(starts("2027-11-01", "2026-11-21").len(), TURN);
        assert_eq!(starts("2026-12-14", "2026-11-21"), ["3 11-30", "4 12-14"]);
        assert_eq!(starts("2027-11-01", "2026-12-10")[0], "3 12-07", "after a pause, this week");
        assert!(starts("2027-11-01", "2027-01-10").is_empty(), "after a long one, when somebody says so");
    }

    #[test]
    fn a_change_counts_from_the_day_after_the_newest_round_began() {
        let round = |number, starts_on| RoundDay { number, starts_on: day(starts_on) };
        let rounds = Rounds { begun: vec![round(1, "2026-11-09")], coming: vec![round(3, "2026-12-07")] };
        assert_eq!(rounds.open_from(), day("2026-11-10"), "round 2 may still be planned between");
        assert_eq!(rounds.first_from(rounds.open_from()).map(|round| round.number), Some(3));
        let fresh = Rounds { begun: Vec::new(), coming: Vec::new() };
        assert!(fresh.open_from() < day("2000-01-01"), "the very first round, whenever that is");
    }
}
