//! The customers of the demo use what is made for them: codes by the door and at the till, a screen with faces, surveys,
//! cards that came in by a code, cards on paper, and a few who are to be called.
//!
//! By a chance of its own: nothing of what happens in the shops depends on it. Where a week brought more complaints than
//! the team usually has, fewer faces smile.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, Utc};
use domain::{
    UnitId,
    customers::{
        card::CODE_LETTERS,
        face::Face,
        follow_up::{CONSENT_VERSION, ConsentHow, FollowUpOutcome, FollowUpReason},
        survey::{SurveyKind, SurveyQuestion},
        words::{Category, Channel, EventKind, Kind, Severity, Stage},
    },
    text::t,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::{
    members,
    story::{Chance, Span},
};
use crate::{
    Error, Result,
    db::{all, execute, insert, value},
    organisation::Tree,
};

/// Teams with a screen, and one in so many of those beyond: in a large organisation only some have one.
const SCREENS: usize = 16;
/// Touches of a screen on a day.
const TOUCHES: f64 = 6.0;
/// Weeks for which the screens have been there.
const SCREEN_WEEKS: i64 = 60;
/// Share of faces that do not smile in a week without surprises.
const UNHAPPY: f64 = 0.14;
/// The number that the customers of the demo may call: nobody has it.
const PHONE: &str = "+4700000010";

/// Writes all of it.
pub(super) async fn write(db: &impl ConnectionTrait, tree: &Tree, span: &Span, seed: u64) -> Result<()> {
    let mut story = Public { db, span, chance: Chance::new(seed), called: tree.by_external() };
    let teams = super::people::teams_as_told(tree);
    let tills = story.codes(&teams).await?;
    if let Some(root) = tree.root() {
        let sql = "INSERT INTO unit_phone (unit_id, phone) VALUES ($1, $2)";
        execute(db, sql, [root.into(), PHONE.into()]).await?;
    }
    let with_screen: Vec<(UnitId, i64)> = tills
        .into_iter()
        .enumerate()
        .filter(|(place, _)| *place < SCREENS || place % SCREENS == 0)
        .map(|(_, till)| till)
        .collect();
    story.faces(&with_screen).await?;
    story.surveys(&with_screen).await?;
    story.cards().await?;
    story.came_at_once("S1-T1", true).await?;
    story.came_at_once("S1-T3", false).await?;
    story.paper().await?;
    story.follow_ups().await?;
    let teams: Vec<UnitId> = with_screen.iter().map(|(team, _)| *team).collect();
    members::write(db, span, &teams, &mut story.chance).await
}

#[derive(FromQueryResult)]
struct Week {
    unit_id: UnitId,
    happened_on: NaiveDate,
    n: i64,
}

struct Public<'a, C> {
    db: &'a C,
    span: &'a Span,
    chance: Chance,
    called: HashMap<&'a str, UnitId>,
}

impl<C: ConnectionTrait> Public<'_, C> {
    fn t(&self, id: &str) -> String {
        t(self.span.lang, id)
    }

    fn ago(&self, days: u64) -> NaiveDate {
        self.span.today.checked_sub_days(Days::new(days)).unwrap_or(self.span.today)
    }

    /// Two codes a team, made when the story began; gives each team with the code of its till.
    async fn codes(&mut self, teams: &[UnitId]) -> Result<Vec<(UnitId, i64)>> {
        let (door, till) = (self.t("demo-place-door"), self.t("demo-place-till"));
        let mut rows: Vec<[Value; 4]> = Vec::with_capacity(2 * teams.len());
        for team in teams {
            for place in [&door, &till] {
                let code = self.chance.letters(CODE_LETTERS);
                rows.push([(*team).into(), code.into(), place.as_str().into(), self.span.first.into()]);
            }
        }
        insert(self.db, "card_code (unit_id, code, place, made_on)", rows).await?;
        #[derive(FromQueryResult)]
        struct Till {
            unit_id: UnitId,
            id: i64,
        }
        let sql = "SELECT unit_id, id FROM card_code WHERE place = $1 ORDER BY unit_id";
        let tills: Vec<Till> = all(self.db, sql, [till.into()]).await?;
        Ok(tills.into_iter().map(|till| (till.unit_id, till.id)).collect())
    }

    /// How much more, or less, than usual each team's customers complained in each week, by the weeks' Mondays.
    async fn surprises(&self) -> Result<HashMap<(UnitId, NaiveDate), f64>> {
        let sql = "SELECT unit_id, happened_on, COUNT(*) AS n FROM complaint WHERE counts GROUP BY unit_id, happened_on";
        let mut weeks: HashMap<(UnitId, NaiveDate), f64> = HashMap::new();
        let mut teams: HashMap<UnitId, f64> = HashMap::new();
        for day in all::<Week>(self.db, sql, []).await? {
            *weeks.entry((day.unit_id, monday(day.happened_on))).or_default() += day.n as f64;
            *teams.entry(day.unit_id).or_default() += day.n as f64;
        }
        let past = f64::from(self.span.weeks.max(1));
        for ((team, _), n) in &mut weeks {
            *n -= teams.get(team).copied().unwrap_or_default() / past;
        }
        Ok(weeks)
    }

    /// Faces at the till, day by day; on Sundays nobody comes by.
    async fn faces(&mut self, tills: &[(UnitId, i64)]) -> Result<()> {
        let surprises = self.surprises().await?;
        let days: Vec<NaiveDate> = self
            .span
            .first
            .iter_days()
            .take_while(|day| *day < self.span.today)
            .filter(|day| (self.span.today - *day).num_weeks() < SCREEN_WEEKS)
            .filter(|day| day.weekday().num_days_from_monday() < 6)
            .collect();
        for (team, code) in tills {
            let usual = UNHAPPY + 0.03 * self.chance.normal();
            let mut rows: Vec<[Value; 6]> = Vec::new();
            for day in &days {
                let surprise = surprises.get(&(*team, monday(*day))).copied().unwrap_or_default();
                let unhappy = (usual + 0.012 * surprise).clamp(0.02, 0.6);
                let mut counts: HashMap<(Face, &str), i64> = HashMap::new();
                for _ in 0..self.chance.poisson(TOUCHES) {
                    *counts.entry(self.face(unhappy)).or_default() += 1;
                }
                let mut counts: Vec<_> = counts.into_iter().collect();
                counts.sort_unstable();
                rows.extend(counts.into_iter().map(|((face, why), n)| -> [Value; 6] {
                    [(*team).into(), (*code).into(), (*day).into(), face.name().into(), why.into(), n.into()]
                }));
            }
            insert(self.db, "face_count (unit_id, card_code_id, day, face, why, n)", rows).await?;
        }
        Ok(())
    }

    fn face(&mut self, unhappy: f64) -> (Face, &'static str) {
        if self.chance.uniform() >= unhappy {
            let face = if self.chance.uniform() < 0.55 { Face::VeryGood } else { Face::Good };
            return (face, "");
        }
        let face = if self.chance.uniform() < 0.7 { Face::Bad } else { Face::VeryBad };
        let reasons = [Category::Waiting, Category::Product, Category::Price, Category::Information];
        let why = match self.chance.below(10) {
            0..5 => "",
            n => reasons[(n - 5) % reasons.len()].name(),
        };
        (face, why)
    }

    /// Answers of each month.
    async fn surveys(&mut self, teams: &[(UnitId, i64)]) -> Result<()> {
        let asked = [(SurveyKind::Visit, 7.0), (SurveyKind::Closed, 3.0), (SurveyKind::Call, 1.5)];
        for (team, _) in teams {
            let level = 0.74 + 0.06 * self.chance.normal();
            let mut rows: Vec<[Value; 6]> = Vec::new();
            let mut month = self.span.first.with_day(1).unwrap_or(self.span.first);
            while month <= self.span.today {
                for (kind, mean) in asked {
                    let people = self.chance.poisson(mean);
                    for question in kind.questions() {
                        let mut counts = std::collections::BTreeMap::new();
                        for _ in 0..people {
                            *counts.entry(self.answer(*question, level)).or_insert(0_i64) += 1;
                        }
                        rows.extend(counts.into_iter().map(|(answer, n)| -> [Value; 6] {
                            let (kind, question) = (kind.name(), question.name());
                            [
                                (*team).into(),
                                month.into(),
                                kind.into(),
                                question.into(),
                                answer.into(),
                                n.into(),
                            ]
                        }));
                    }
                }
                month = month
                    .checked_add_months(chrono::Months::new(1))
                    .unwrap_or(self.span.today + Days::new(1));
            }
            insert(self.db, "survey_answer (unit_id, month, kind, question, value, n)", rows).await?;
        }
        Ok(())
    }

    /// A step of a question's scale, most often near its level.
    fn answer(&mut self, question: SurveyQuestion, level: f64) -> i64 {
        let (lowest, highest) = question.scale();
        let apology = if question == SurveyQuestion::Apology { 0.08 } else { 0.0 };
        let felt = (level - apology + 0.22 * self.chance.normal()).clamp(0.0, 1.0);
        #[expect(clippy::cast_possible_truncation, reason = "a step of a scale of eleven at most")]
        let step = (felt * (highest - lowest) as f64).round() as i64;
        lowest + step
    }

    /// What came by the web card came by one of the codes, and so did half of the praise.
    async fn cards(&self) -> Result<()> {
        let sql = "UPDATE complaint SET channel = 'web_card' WHERE kind = 'compliment' AND id % 2 = 0";
        execute(self.db, sql, []).await?;
        let sql = "UPDATE complaint SET source = 'card', lang = $1, card_code_id =
                       (SELECT CASE complaint.id % 3 WHEN 0 THEN MIN(id) ELSE MAX(id) END FROM card_code
                        WHERE card_code.unit_id = complaint.unit_id)
                   WHERE channel = 'web_card'";
        execute(self.db, sql, [self.span.lang.tag().into()]).await?;
        Ok(())
    }

    /// The same card many times within minutes: held back, and at one team decided to be nothing that happened.
    async fn came_at_once(&mut self, team: &str, is_decided: bool) -> Result<()> {
        let Some(unit) = self.called.get(team).copied() else { return Ok(()) };
        let (cards, days) = if is_decided { (9, 12) } else { (4, 1) };
        let day = self.ago(days);
        let began = day.and_hms_opt(18, 10, 0).map_or(self.span.now, |at| at.and_utc()).min(self.span.now);
        let at = |minute: i64| (began + Duration::minutes(minute)).min(self.span.now);
        let decided = is_decided.then(|| at(15 * 60));
        let mark = self.chance.letters(32).into_bytes();
        let sql =
            "INSERT INTO burst (unit_id, why, mark, began_at, last_at, cards, decision, decided_at, is_done)
                   VALUES ($1, 'same', $2, $3, $4, $5, $6, $7, $8) RETURNING id";
        let values = [
            unit.into(),
            mark.into(),
            at(0).into(),
            at(cards).into(),
            cards.into(),
            is_decided.then_some("not_real").into(),
            decided.into(),
            is_decided.into(),
        ];
        let burst: i64 = value(self.db, sql, values).await?.ok_or_else(gone)?;
        let text = self.t(if is_decided { "demo-held-1" } else { "demo-held-2" });
        for minute in 1..=cards {
            let card = Held { unit, burst, day, at: at(minute), decided, text: &text };
            self.held(&card).await?;
        }
        Ok(())
    }

    async fn held(&mut self, card: &Held<'_>) -> Result<()> {
        let stage = if card.decided.is_some() { Stage::Closed } else { Stage::Received };
        let sql = "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at,
                       stage, kind, counts, version, closed_at, close_reason, lang, source, burst_id, in_burst, card_code_id)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, FALSE, $11, $12, $13, $14, 'card', $15, $16,
                       (SELECT MIN(id) FROM card_code WHERE unit_id = $2)) RETURNING id";
        let version: i64 = if card.decided.is_some() { 4 } else { 2 };
        let values: Vec<Value> = vec![
            self.chance.reference().into(),
            card.unit.into(),
            Category::Process.name().into(),
            Channel::WebCard.name().into(),
            Severity::Normal.name().into(),
            card.text.into(),
            card.day.into(),
            card.at.into(),
            stage.name().into(),
            Kind::Complaint.name().into(),
            version.into(),
            card.decided.into(),
            card.decided.map(|_| "not_a_complaint").into(),
            self.span.lang.tag().into(),
            card.burst.into(),
            card.decided.is_none().into(),
        ];
        let id: i64 = value(self.db, sql, values).await?.ok_or_else(gone)?;
        let mut events: Vec<[Value; 7]> = Vec::new();
        let mut tell = |kind: EventKind, at: DateTime<Utc>, role: &str, data: &str| {
            let version = i64::try_from(events.len()).unwrap_or_default() + 1;
            events.push([
                id.into(),
                version.into(),
                kind.name().into(),
                at.into(),
                role.into(),
                card.unit.into(),
                data.into(),
            ]);
        };
        tell(EventKind::Received, card.at, "customer", r#"{"severity":"normal"}"#);
        tell(EventKind::Held, card.at, "itself", "{}");
        if let Some(decided) = card.decided {
            tell(EventKind::Ended, decided, "service", r#"{"end_reason":"not_a_complaint"}"#);
            tell(EventKind::LetThrough, decided, "service", "{}");
        }
        insert(self.db, "case_event (complaint_id, version, event, at, role, team_id, data)", events).await?;
        Ok(())
    }

    /// An envelope with five cards: typed in once, and three of them a second time.
    async fn paper(&self) -> Result<()> {
        let Some(unit) = self.called.get("S1-T2") else { return Ok(()) };
        let sql = "INSERT INTO paper_batch (unit_id, counted, made_on, first_by)
                   SELECT $1, 5, $2, id FROM account WHERE login = 'service@demo.example' RETURNING id";
        let batch: Option<i64> = value(self.db, sql, [(*unit).into(), self.ago(1).into()]).await?;
        let batch = batch.ok_or_else(gone)?;
        let cards = [
            (Kind::Compliment, Category::StaffConduct, "demo-paper-1"),
            (Kind::Complaint, Category::Waiting, "demo-paper-2"),
            (Kind::Comment, Category::Facilities, "demo-paper-3"),
            (Kind::Complaint, Category::Price, "demo-paper-4"),
            (Kind::Compliment, Category::Product, "demo-paper-5"),
        ];
        let mut rows: Vec<[Value; 9]> = Vec::new();
        for (pass, typed) in [(1_i64, 5), (2, 3)] {
            for ((place, days), (kind, category, text)) in
                (1_i64..).zip([3, 3, 2, 4, 2]).zip(cards).take(typed)
            {
                // Who typed the second time read another category.
                let is_other = pass == 2 && place == 2;
                let category = if is_other { Category::Process } else { category };
                rows.push([
                    batch.into(),
                    pass.into(),
                    place.into(),
                    kind.name().into(),
                    category.name().into(),
                    self.ago(days).into(),
                    self.t(text).into(),
                    "".into(),
                    "".into(),
                ]);
            }
        }
        let into =
            "paper_card (batch_id, pass, place, kind, category, happened_on, what, customer_name, phone)";
        insert(self.db, into, rows).await?;
        Ok(())
    }

    /// Three who wait for a call, and what came of those who were called.
    async fn follow_ups(&mut self) -> Result<()> {
        let sql = "SELECT MAX(complaint.id) AS id FROM complaint WHERE unit_id = $1 AND stage = 'closed' AND kind = 'complaint'
                   AND counts";
        let unit = |team: &str| self.called.get(team).copied();
        let (Some(first), Some(second), Some(third)) = (unit("S1-T1"), unit("S1-T2"), unit("S1-T3")) else {
            return Ok(());
        };
        let case: Option<i64> = value::<Option<i64>>(self.db, sql, [third.into()]).await?.flatten();
        let mut rows: Vec<[Value; 15]> = Vec::new();
        let waiting = [(first, None, 1, 0, 0), (second, None, 2, 1, 1), (third, case, 3, 0, 0)];
        for (unit, case, who, late, attempts) in waiting {
            let reason = if case.is_some() { FollowUpReason::Case } else { FollowUpReason::Purchase };
            rows.push([
                unit.into(),
                reason.name().into(),
                case.into(),
                self.t(&format!("demo-follow-up-{who}")).into(),
                self.t(&format!("demo-customer-{who}")).into(),
                format!("+470000002{who}").into(),
                "".into(),
                self.span.lang.tag().into(),
                self.ago(7 + late).into(),
                ConsentHow::InPerson.name().into(),
                CONSENT_VERSION.into(),
                self.chance.letters(8).into_bytes().into(),
                self.ago(late).into(),
                i64::from(attempts).into(),
                Value::String(None),
            ]);
        }
        for n in 0..24_u64 {
            let unit = [first, second, third][self.chance.below(3)];
            let outcome = match self.chance.uniform() {
                u if u < 0.62 => FollowUpOutcome::Content,
                u if u < 0.78 => FollowUpOutcome::Partly,
                u if u < 0.86 => FollowUpOutcome::NotContent,
                u if u < 0.95 => FollowUpOutcome::NoAnswer,
                _ => FollowUpOutcome::Declined,
            };
            rows.push([
                unit.into(),
                FollowUpReason::Purchase.name().into(),
                Value::BigInt(None),
                "".into(),
                "".into(),
                "".into(),
                "".into(),
                self.span.lang.tag().into(),
                self.ago(12 + 3 * n).into(),
                ConsentHow::InPerson.name().into(),
                CONSENT_VERSION.into(),
                self.chance.letters(8).into_bytes().into(),
                self.ago(5 + 3 * n).into(),
                1_i64.into(),
                outcome.name().into(),
            ]);
        }
        let into =
            "follow_up (unit_id, reason, complaint_id, about, customer_name, phone, email, lang, consent_on,
                        consent_how, consent_version, nonce, due_on, attempts, outcome)";
        insert(self.db, into, rows).await?;
        execute(self.db, "UPDATE follow_up SET done_on = due_on WHERE outcome IS NOT NULL", []).await?;
        Ok(())
    }
}

/// A card that was held back.
struct Held<'a> {
    unit: UnitId,
    burst: i64,
    day: NaiveDate,
    at: DateTime<Utc>,
    decided: Option<DateTime<Utc>>,
    text: &'a str,
}

fn gone() -> Error {
    Error::Internal("a row just written is gone".to_owned())
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}
