//! What customers say in the story: complaints with what happened to their cases, and praise beside them.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    Lang, UnitId,
    customers::words::{Category, Channel, EventKind, Kind, Outcome, Remedy, Severity, Stage},
    letters::LETTERS,
    text::t,
};
use sea_orm::{ConnectionTrait, Value};

use super::story::Chance;
use crate::{
    Result,
    db::{execute, insert},
};

/// Days for which the events of a case are told: older ones would fill the demo's file for nobody to read.
const TOLD_DAYS: i64 = 30;
/// Different texts of praise.
const PRAISES: usize = 6;
/// Praise for each contact.
const PRAISED: f64 = 0.008;

/// What customers said, gathered to be written in one go.
pub(super) struct Complaints {
    now: DateTime<Utc>,
    lang: Lang,
    next_id: i64,
    /// A chance of its own, so that what is told about cases changes nothing of what happens in the shops.
    own: Chance,
    /// As much of it as a case takes depends on how far the case has come: praise, which is a count, has its own.
    praise: Chance,
    rows: Vec<[Value; 16]>,
    events: Vec<[Value; 7]>,
    issues: Vec<[Value; 3]>,
    apologies: Vec<[Value; 6]>,
    remedies: Vec<[Value; 5]>,
}

/// A row of `complaint` before it has a number.
struct Told {
    unit: UnitId,
    kind: Kind,
    category: Category,
    channel: Channel,
    severity: Severity,
    text: String,
    day: NaiveDate,
    received: DateTime<Utc>,
    stage: Stage,
}

impl Complaints {
    pub(super) const fn new(now: DateTime<Utc>, own: Chance, praise: Chance, lang: Lang) -> Self {
        Self {
            now,
            lang,
            next_id: 1,
            own,
            praise,
            rows: Vec::new(),
            events: Vec::new(),
            issues: Vec::new(),
            apologies: Vec::new(),
            remedies: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, chance: &mut Chance, unit: UnitId, day: NaiveDate, today: NaiveDate) {
        // Staff conduct, the last of the list, is rare.
        let choices = Category::ALL.len() - usize::from(chance.uniform() < 0.8);
        let category = Category::ALL[chance.below(choices)];
        let channel = Channel::ALL[chance.below(Channel::ALL.len())];
        let severity = match chance.uniform() {
            u if u < 0.006 => Severity::Safety,
            u if u < 0.008 => Severity::Discrimination,
            u if u < 0.12 => Severity::High,
            u if u < 0.4 => Severity::Low,
            _ => Severity::Normal,
        };
        let text = t(
            self.lang,
            &format!("demo-complaint-{}-{}", category.name().replace('_', "-"), chance.below(3) + 1),
        );
        let hour = 9 + u32::try_from(chance.below(9)).unwrap_or(0);
        let received = day.and_hms_opt(hour, u32::try_from(chance.below(60)).unwrap_or(0), 0);
        let received = received.map_or(self.now, |at| at.and_utc()).min(self.now);
        // Most cases end within two weeks; what is younger may still be on its way.
        let age = (today - day).num_days();
        let path = [
            (Stage::Received, EventKind::Received),
            (Stage::Acknowledged, EventKind::Acknowledged),
            (Stage::Assessed, EventKind::Assessed),
            (Stage::Answered, EventKind::Answered),
            (Stage::Closed, EventKind::Closed),
        ];
        // Drawn whatever the age: how much chance a complaint takes must not depend on the day the demo is made.
        let far = chance.uniform();
        let reached = match age {
            0..=1 => usize::from(far >= 0.5),
            2..=5 if far < 1.0 / 3.0 => 1,
            2..=5 if far < 2.0 / 3.0 => 2,
            2..=5 => 3,
            6..=13 => 3 + usize::from(far >= 0.5),
            _ => 4,
        };
        let stage = path[reached.min(4)].0;
        let told =
            Told { unit, kind: Kind::Complaint, category, channel, severity, text, day, received, stage };
        let steps: Vec<EventKind> = path.iter().take(reached + 1).map(|(_, kind)| *kind).collect();
        self.tell(&told, if age <= TOLD_DAYS { &steps } else { &[] });
    }

    /// Praise of a team's day, by how many came; hard weeks change nothing of it.
    pub(super) fn praise(&mut self, unit: UnitId, day: NaiveDate, visits: i64, today: NaiveDate) {
        for _ in 0..self.praise.poisson(PRAISED * visits as f64) {
            let hour = 9 + u32::try_from(self.praise.below(9)).unwrap_or(0);
            let received = day.and_hms_opt(hour, u32::try_from(self.praise.below(60)).unwrap_or(0), 0);
            let received = received.map_or(self.now, |at| at.and_utc()).min(self.now);
            self.tell_praise(unit, day, received, (today - day).num_days());
        }
    }

    fn tell_praise(&mut self, unit: UnitId, day: NaiveDate, received: DateTime<Utc>, age: i64) {
        let text = t(self.lang, &format!("demo-praise-{}", self.praise.below(PRAISES) + 1));
        let is_read = age > 1;
        let told = Told {
            kind: Kind::Compliment,
            category: Category::StaffConduct,
            channel: Channel::InPerson,
            severity: Severity::Normal,
            text,
            stage: if is_read { Stage::Closed } else { Stage::Received },
            unit,
            day,
            received,
        };
        let read = [EventKind::Received, EventKind::PutAway];
        self.tell(&told, if age > TOLD_DAYS { &[] } else { &read[..=usize::from(is_read)] });
    }

    fn tell(&mut self, told: &Told, steps: &[EventKind]) {
        let id = self.next_id;
        self.next_id += 1;
        let at = |place: i64| {
            // A day later each time, at another minute: within opening hours.
            (told.received + Duration::days(place) - Duration::minutes(7 * place)).min(self.now)
        };
        let outcome = steps.contains(&EventKind::Answered).then(|| match self.own.uniform() < 0.75 {
            true => Outcome::Upheld,
            false => Outcome::NotUpheld,
        });
        let mut answered: Option<DateTime<Utc>> = None;
        let mut closed: Option<DateTime<Utc>> = None;
        for (place, kind) in (0..).zip(steps) {
            let version = place + 1;
            let data = match (kind, outcome) {
                (EventKind::Received, _) => format!(r#"{{"severity":"{}"}}"#, told.severity.name()),
                (EventKind::Answered, Some(outcome)) => {
                    let (category, outcome) = (told.category.name(), outcome.name());
                    format!(r#"{{"how":"mail","outcomes":[["{category}","{outcome}"]]}}"#)
                }
                _ => "{}".to_owned(),
            };
            self.events.push([
                id.into(),
                version.into(),
                kind.name().into(),
                at(place).into(),
                "service".into(),
                told.unit.into(),
                data.into(),
            ]);
            match kind {
                EventKind::Answered => answered = Some(at(place)),
                EventKind::Closed | EventKind::PutAway => closed = Some(at(place)),
                _ => {}
            }
        }
        if let (Some(at), Some(outcome)) = (answered, outcome) {
            self.answer(id, told, at, outcome);
        } else if told.kind == Kind::Complaint && !steps.is_empty() {
            self.issues.push([id.into(), told.category.name().into(), Value::String(None)]);
        }
        self.rows.push([
            id.into(),
            reference(id).into(),
            told.unit.into(),
            told.category.name().into(),
            told.channel.name().into(),
            told.severity.name().into(),
            told.text.as_str().into(),
            told.day.into(),
            told.received.into(),
            told.stage.name().into(),
            Value::Bytes(None),
            told.kind.name().into(),
            (told.kind == Kind::Complaint).into(),
            i64::try_from(steps.len()).unwrap_or(0).into(),
            answered.into(),
            closed.into(),
        ]);
    }

    /// What came of a case that was answered.
    fn answer(&mut self, id: i64, told: &Told, at: DateTime<Utc>, outcome: Outcome) {
        // Its answer is the fourth of its events.
        let version = 4_i64;
        let is_upheld = outcome == Outcome::Upheld;
        self.issues.push([id.into(), told.category.name().into(), outcome.name().into()]);
        let is_given = is_upheld || self.own.uniform() < 0.4;
        let reason = if is_given { String::new() } else { t(self.lang, "demo-reason-not") };
        let how: Option<&str> = is_given.then_some("mail");
        self.apologies.push([
            id.into(),
            version.into(),
            is_given.into(),
            how.into(),
            reason.into(),
            at.into(),
        ]);
        let remedies = [Remedy::None, Remedy::Refund, Remedy::Voucher, Remedy::Replacement];
        let remedy = if is_upheld { remedies[self.own.below(remedies.len())] } else { Remedy::None };
        let cost = i64::try_from(self.own.below(40)).unwrap_or(0) * 2500;
        let cost = (remedy != Remedy::None).then_some(cost);
        self.remedies.push([
            id.into(),
            version.into(),
            remedy.name().into(),
            cost.into(),
            at.date_naive().into(),
        ]);
    }

    pub(super) async fn write(&mut self, db: &impl ConnectionTrait) -> Result<()> {
        let columns =
            "complaint (id, reference, unit_id, category, channel, severity, what, happened_on, received_at, stage,
             secret_hash, kind, counts, version, answered_at, closed_at)";
        insert(db, columns, std::mem::take(&mut self.rows)).await?;
        let events = std::mem::take(&mut self.events);
        insert(db, "case_event (complaint_id, version, event, at, role, team_id, data)", events).await?;
        let issues = std::mem::take(&mut self.issues);
        insert(db, "case_issue (complaint_id, category, outcome)", issues).await?;
        let apologies = std::mem::take(&mut self.apologies);
        insert(db, "apology (complaint_id, version, is_given, how, reason_not, at)", apologies).await?;
        let remedies = std::mem::take(&mut self.remedies);
        Ok(insert(db, "remedy (complaint_id, version, type, cost_minor, done_on)", remedies).await?)
    }

    /// PostgreSQL numbers the next complaint after those that came with a number.
    pub(super) async fn go_on_after(&self, db: &impl ConnectionTrait) -> Result<()> {
        if db.get_database_backend() == sea_orm::DbBackend::Postgres {
            let next =
                "SELECT setval(pg_get_serial_sequence('complaint', 'id'), (SELECT MAX(id) FROM complaint))";
            execute(db, next, []).await?;
        }
        Ok(())
    }
}

/// A reference such as the desk gives, another for each case: numbers that follow each other are sent far apart, each to
/// a place of its own, since multiplier and number of references share no factor.
fn reference(id: i64) -> String {
    const LETTERS_OF_ONE: u32 = 7;
    let letters = LETTERS.len() as u128;
    let mut place = (u128::from(id.unsigned_abs()) * 7_046_029_255 + 40_503) % letters.pow(LETTERS_OF_ONE);
    let mut text = "K-".to_owned();
    for _ in 0..LETTERS_OF_ONE {
        text.push(char::from(LETTERS[usize::try_from(place % letters).unwrap_or(0)]));
        place /= letters;
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn two_cases_of_a_large_demo_had_one_reference() {
        let references: HashSet<String> = (1..=300_000).map(reference).collect();
        assert_eq!(references.len(), 300_000);
        assert!(references.iter().all(|reference| reference.len() == 9));
    }
}
