//! Doing something with a case.

mod again;
mod grade;
mod mend;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    Field, Lang, Problem, Right, Role, UnitId, Why,
    customers::{
        case::{
            ANSWER_DAYS_OF_CUSTOMER, Act, ActForm, LONGEST_LETTER, LONGEST_NOTE, MOST_EXTENSION, REOPEN_DAYS,
            UNDO_MINUTES, kroner,
        },
        wording::names_day,
        words::{Category, Cause, EndReason, EventKind, How, Outcome, Remedy},
    },
    field::free_text,
};
use sea_orm::ConnectionTrait;

use super::{
    actions,
    clocks::{self, Moved},
    events::{Data, event_of},
    form::Problems,
    issues::issues_of,
    letters,
    record::{Change, Record},
    state::{collides, second_question, undoable},
    typed_reference,
    undo::take_back,
};
use crate::{calendars, mentions, surveys};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{execute, value},
};
use organisation::{Organisation, Tree, within};

/// Does something with a case: what was refused changes nothing.
///
/// # Errors
/// `NotFound` for an unknown case and for somebody else's, alike; `CaseMovedOn` when something came in since the page
/// was opened; `Invalid` for what the form lacks, or for an act that the case does not allow where it stands.
pub async fn act(
    base: &Base,
    actor: Option<&Actor>,
    reference: &str,
    act: Act,
    form: &ActForm,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let typed = typed_reference(reference);
    let names = mentions::Names::of(base, &typed).await?;
    let heard = match act {
        Act::Hear => mentions::Heard::read(base, &typed, form.note.trim()).await?,
        _ => None,
    };
    let done = act_with(base, (actor, &tops), reference, act, form, (names, heard.as_ref())).await;
    if let (Some(heard), Err(_) | Ok(Done::Before)) = (heard, &done) {
        heard.give_up(base).await?;
    }
    done.map(drop)
}

/// What came of an act.
enum Done {
    /// It was done.
    Now,
    /// The same form had been carried out before, and nothing was stored.
    Before,
}

/// The act itself, in one transaction, with the names that its texts must not hold.
async fn act_with(
    base: &Base,
    (actor, tops): (&Actor, &[UnitId]),
    reference: &str,
    act: Act,
    form: &ActForm,
    (names, heard): (Option<mentions::Names>, Option<&mentions::Heard>),
) -> Result<Done> {
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let mut record = Record::lock(&transaction, &tree, tops, reference).await?;
    // Somebody has said meanwhile that the case names somebody: the text would bring the name back.
    if names.is_none() && record.state().mention.is_some() {
        return Err(Problem::CaseMovedOn.into());
    }
    let deed = Deed {
        db: &transaction,
        tree: &tree,
        organisation: &organisation,
        actor,
        now: base.now(),
        form,
        names,
        heard,
    };
    if deed.is_sent_again(&record, act).await? {
        return Ok(Done::Before);
    }
    deed.check(&record, act)?;
    deed.act(&mut record, act).await?;
    if act.has_letter() {
        letters::forget(&transaction, record.id, actor.account).await?;
    }
    match act {
        Act::Close => surveys::invite(&transaction, &organisation, base, &record).await?,
        Act::Reopen | Act::Undo => surveys::withdraw(&transaction, record.id).await?,
        _ => {}
    }
    transaction.commit().await?;
    Ok(Done::Now)
}

/// An act under way.
struct Deed<'a, C> {
    db: &'a C,
    tree: &'a Tree,
    organisation: &'a Organisation,
    actor: &'a Actor,
    now: DateTime<Utc>,
    form: &'a ActForm,
    /// Names that stand in no text of a case that names somebody.
    names: Option<mentions::Names>,
    /// What the customer said, without the names in it.
    heard: Option<&'a mentions::Heard>,
}

/// What is noted down with an event.
#[derive(Default)]
struct Told {
    data: Data,
    text: Option<i64>,
}

impl<C: ConnectionTrait> Deed<'_, C> {
    /// Lets through what the page could know of and the case allows.
    fn check(&self, record: &Record, act: Act) -> Result<()> {
        if !act.never_collides() {
            let seen: i64 = self.form.version.parse().map_err(|_| Problem::CaseMovedOn)?;
            if record.events.iter().any(|event| event.version > seen && collides(event.kind)) {
                return Err(Problem::CaseMovedOn.into());
            }
        }
        if !act.is_possible(record.state().standing(record.kind)) {
            return Err(Problem::invalid(Field::Stage, Why::NotAChoice).into());
        }
        Ok(())
    }

    fn role(&self) -> &'static str {
        self.actor.role_for(Right::HandleCase).map_or("service", Role::name)
    }

    fn today(&self) -> NaiveDate {
        self.organisation.local_day(self.now)
    }

    async fn act(&self, record: &mut Record, act: Act) -> Result<()> {
        if act == Act::Undo {
            let since = self.now - Duration::minutes(UNDO_MINUTES);
            let last = undoable(&record.events, since).cloned().ok_or(Problem::CaseMovedOn)?;
            let data = take_back(self.db, record, &last, self.actor).await?;
            return self.happen(record, EventKind::Undone, Told { data, text: None }).await.map(drop);
        }
        if act == Act::Correct {
            return self.correct(record).await;
        }
        if act == Act::Answer {
            return self.answer(record).await;
        }
        let told = match act {
            Act::Assess => self.assess(record).await?,
            Act::Regrade => self.regrade(record).await?,
            Act::Investigate => self.investigate(record).await?,
            Act::End => self.end(record).await?,
            Act::Reopen => self.reopen(record).await?,
            Act::Extend => self.extend(record).await?,
            Act::HandOver => self.hand_over(record).await?,
            Act::Pause | Act::Letter => self.letter(record).await?,
            Act::Contact => self.contact(record).await?,
            Act::Hear => return self.hear(record).await,
            Act::Note => {
                let text = self.text(&self.form.note, Field::Note, LONGEST_NOTE)?;
                Told { text: Some(self.note(record, &text).await?), ..Told::default() }
            }
            Act::Take => {
                record.assignee = Some(self.actor.account.into());
                Told::default()
            }
            Act::LetGo => {
                record.assignee = None;
                Told::default()
            }
            Act::AddAction => {
                let form =
                    ActForm { open_action: self.nameless(&self.form.open_action), ..self.form.clone() };
                actions::add(self.db, record.id, &form, self.today()).await?;
                Told::default()
            }
            Act::FinishAction => {
                actions::finish(self.db, record.id, &self.form.action_id, self.today()).await?;
                Told::default()
            }
            Act::Close => {
                let handed_to = actions::hand_on(self.db, record.id, self.form).await?;
                Told { data: Data { handed_to, ..Data::default() }, text: None }
            }
            Act::Acknowledge => Told { data: Data { how: Some(How::Spoken), ..Data::default() }, text: None },
            _ => Told::default(),
        };
        // The first letter says that we have it.
        let kind = match act {
            Act::Letter if Act::Acknowledge.is_possible(record.state().standing(record.kind)) => {
                EventKind::Acknowledged
            }
            act => event_of(act),
        };
        self.happen(record, kind, told).await?;
        Ok(())
    }

    async fn happen(&self, record: &mut Record, kind: EventKind, told: Told) -> Result<i64> {
        let change = Change { kind, role: self.role(), data: told.data, text: told.text };
        record.happen(self.db, self.tree, self.organisation, self.now, change).await
    }

    /// What the customer said, and that it names somebody if it does.
    async fn hear(&self, record: &mut Record) -> Result<()> {
        self.text(&self.form.note, Field::Note, LONGEST_LETTER)?;
        let heard = self.heard.ok_or(Problem::CaseMovedOn)?;
        let text = self.message(record, "in", How::Spoken, heard.text()).await?;
        self.happen(record, EventKind::Heard, Told { text: Some(text), ..Told::default() }).await?;
        let Self { db, tree, organisation, now, .. } = *self;
        heard.put_down(&mentions::Hand { db, tree, organisation, now, role: self.role() }, record).await
    }

    async fn investigate(&self, record: &mut Record) -> Result<Told> {
        self.move_day(record, Act::Investigate, 0).await
    }

    async fn extend(&self, record: &mut Record) -> Result<Told> {
        let by = self.form.by.trim().parse::<i64>().ok();
        let by = by.filter(|by| (1..=MOST_EXTENSION).contains(by));
        let by = by.ok_or(Problem::invalid(Field::By, Why::NotAChoice))?;
        let mut told = self.move_day(record, Act::Extend, by).await?;
        told.data.by = Some(by);
        Ok(told)
    }

    /// The answer comes later. The customer is told the new day; why is a note of ours, an event before.
    async fn move_day(&self, record: &mut Record, act: Act, by: i64) -> Result<Told> {
        let open = calendars::of(self.db, self.tree, self.organisation, record.received_by()).await?.calendar;
        let due = match clocks::moved(&record.promises(&open), act, by, self.now)? {
            Moved::Refused => return Err(Problem::invalid(Field::By, Why::TooLate).into()),
            Moved::Until(due) => due.map(|due| due.with_timezone(&open.timezone()).date_naive()),
        };
        let mut problems = Problems::default();
        let reason = problems.text(Field::Reason, &self.form.reason, LONGEST_NOTE);
        let how = problems.choice(Field::How, &self.form.how, How::from_name);
        let letter = problems.letter(&self.form.letter);
        if let (Some(letter), Some(due)) = (&letter, due) {
            let is_named = match record.lang {
                Some(lang) => names_day(letter, lang, due),
                None => Lang::ALL.into_iter().any(|lang| names_day(letter, lang, due)),
            };
            if !is_named {
                problems.refuse(Field::Letter, Why::NoNewDay);
            }
        }
        let (Some(reason), Some(how), Some(letter), true) = (reason, how, letter, problems.is_empty()) else {
            return Err(problems.into());
        };
        let note = Told { text: Some(self.note(record, &reason).await?), ..Told::default() };
        self.happen(record, EventKind::Noted, note).await?;
        let text = self.message(record, "out", how, &letter).await?;
        Ok(Told { data: Data { how: Some(how), ..Data::default() }, text: Some(text) })
    }

    async fn end(&self, record: &Record) -> Result<Told> {
        let mut problems = Problems::default();
        let why = problems.choice(Field::EndReason, &self.form.end_reason, |name| {
            EndReason::from_name(name).filter(|reason| EndReason::CHOICES.contains(reason))
        });
        let reason = problems.text(Field::Reason, &self.form.reason, LONGEST_NOTE);
        let (Some(why), Some(reason)) = (why, reason) else { return Err(problems.into()) };
        if why == EndReason::Unreachable && !self.is_given_up(record).await? {
            return Err(Problem::invalid(Field::EndReason, Why::NotAskedTwice).into());
        }
        let text = self.note(record, &reason).await?;
        Ok(Told { data: Data { end_reason: Some(why), ..Data::default() }, text: Some(text) })
    }

    /// Whether the customer was asked twice since they were last heard, and the days they had to answer are over.
    async fn is_given_up(&self, record: &Record) -> Result<bool> {
        let Some(asked) = second_question(&record.events) else { return Ok(false) };
        let open = calendars::of(self.db, self.tree, self.organisation, record.received_by()).await?.calendar;
        let until = open.closing_of_working_day(asked, ANSWER_DAYS_OF_CUSTOMER);
        Ok(until.is_none_or(|until| self.now > until))
    }

    async fn reopen(&self, record: &Record) -> Result<Told> {
        let state = record.state();
        let done = state.closed_at.or(state.answered_at).unwrap_or(record.received_at);
        if self.now - done > Duration::days(REOPEN_DAYS) {
            return Err(Problem::invalid(Field::Stage, Why::TooOld).into());
        }
        self.reason(record).await
    }

    async fn hand_over(&self, record: &mut Record) -> Result<Told> {
        let mut problems = Problems::default();
        let holder = problems.choice(Field::Holder, &self.form.holder, |id| self.unit(id));
        let reason = problems.text(Field::Reason, &self.form.reason, LONGEST_NOTE);
        if holder == Some(record.holder()) {
            problems.refuse(Field::Holder, Why::Unchanged);
        }
        let (Some(holder), Some(reason), true) = (holder, reason, problems.is_empty()) else {
            return Err(problems.into());
        };
        let data = Data { unit: Some(holder), unit_was: Some(record.holder()), ..Data::default() };
        let text = self.note(record, &reason).await?;
        record.hand_to(holder);
        // Whoever had it is no longer the one to do something about it.
        record.assignee = None;
        Ok(Told { data, text: Some(text) })
    }

    async fn letter(&self, record: &Record) -> Result<Told> {
        let (how, letter) = self.letter_parts()?;
        let text = self.message(record, "out", how, &letter).await?;
        Ok(Told { data: Data { how: Some(how), ..Data::default() }, text: Some(text) })
    }

    fn letter_parts(&self) -> Result<(How, String)> {
        let mut problems = Problems::default();
        let how = problems.choice(Field::How, &self.form.how, How::from_name);
        let letter = problems.letter(&self.form.letter);
        match (how, letter) {
            (Some(how), Some(letter)) => Ok((how, letter)),
            _ => Err(problems.into()),
        }
    }

    /// Outcome, apology, remedy and letter in one.
    async fn answer(&self, record: &mut Record) -> Result<()> {
        let form = self.form;
        let issues = issues_of(self.db, record).await?;
        let mut problems = Problems::default();
        let outcomes: Vec<(Category, Outcome)> =
            issues.iter().filter_map(|category| Some((*category, form.outcome(*category)?))).collect();
        if outcomes.len() < issues.len() {
            problems.refuse(Field::CaseOutcome, Why::Missing);
        }
        let mut causes: Vec<(Category, Cause)> = Vec::new();
        for category in &issues {
            match form.cause(*category) {
                Ok(cause) => causes.extend(cause.map(|cause| (*category, cause))),
                Err(why) => problems.refuse(Field::CaseOutcome, why),
            }
        }
        let apology = problems.choice(Field::Apology, &form.apology, |word| match word {
            "given" => Some(true),
            "not_given" => Some(false),
            _ => None,
        });
        let reason_not = match apology {
            Some(false) => problems.text(Field::ReasonNot, &form.reason_not, LONGEST_NOTE),
            _ => Some(String::new()),
        };
        let remedy = match form.remedy.as_str() {
            "" => Some(Remedy::None),
            name => problems.choice(Field::Remedy, name, Remedy::from_name),
        };
        let cost = match form.cost.trim() {
            "" => None,
            text => problems.choice(Field::Cost, text, kroner),
        };
        let how = problems.choice(Field::How, &form.how, How::from_name);
        let letter = problems.letter(&form.letter);
        let (Some(is_given), Some(reason_not), Some(remedy), Some(how), Some(letter), true) =
            (apology, reason_not, remedy, how, letter, problems.is_empty())
        else {
            return Err(problems.into());
        };
        for (category, outcome) in &outcomes {
            let cause = causes.iter().find(|(own, _)| own == category).map(|(_, cause)| cause.name());
            let sql =
                "UPDATE case_issue SET outcome = $3, cause = $4 WHERE complaint_id = $1 AND category = $2";
            let values = [record.id.into(), category.name().into(), outcome.name().into(), cause.into()];
            execute(self.db, sql, values).await?;
        }
        let text = self.message(record, "out", how, &letter).await?;
        let data = Data { how: Some(how), outcomes, causes, ..Data::default() };
        let version = self.happen(record, EventKind::Answered, Told { data, text: Some(text) }).await?;
        execute(
            self.db,
            "INSERT INTO apology (complaint_id, version, is_given, how, reason_not, at) VALUES ($1, $2, $3, $4, $5, $6)",
            [
                record.id.into(),
                version.into(),
                is_given.into(),
                is_given.then(|| how.name()).into(),
                self.nameless(&reason_not).into(),
                self.now.into(),
            ],
        )
        .await?;
        execute(
            self.db,
            "INSERT INTO remedy (complaint_id, version, type, cost_minor, done_on) VALUES ($1, $2, $3, $4, $5)",
            [
                record.id.into(),
                version.into(),
                remedy.name().into(),
                cost.into(),
                self.today().into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// A unit that is this person's to give a case to.
    fn unit(&self, id: &str) -> Option<UnitId> {
        let unit = id.parse().ok()?;
        let is_open = self.tree.get(unit)?.closed_on.is_none();
        let tops = self.actor.units_for(Right::HandleCase);
        (is_open && within(self.tree, &tops, unit).is_ok()).then_some(unit)
    }

    async fn reason(&self, record: &Record) -> Result<Told> {
        let reason = self.text(&self.form.reason, Field::Reason, LONGEST_NOTE)?;
        let how = match self.form.how.as_str() {
            "" => None,
            name => Some(How::from_name(name).ok_or(Problem::invalid(Field::How, Why::NotAChoice))?),
        };
        let data = Data { how, ..Data::default() };
        Ok(Told { data, text: Some(self.note(record, &reason).await?) })
    }

    async fn optional_note(&self, record: &Record) -> Result<Option<i64>> {
        match free_text(&self.form.note, LONGEST_NOTE) {
            Ok(text) => Ok(Some(self.note(record, &text).await?)),
            Err(Why::Missing) => Ok(None),
            Err(why) => Err(Problem::invalid(Field::Note, why).into()),
        }
    }

    fn text(&self, text: &str, field: Field, longest: usize) -> Result<String> {
        free_text(text, longest).map_err(|why| Problem::invalid(field, why).into())
    }

    /// A text that stays in the house, without the names that the case must not hold.
    fn nameless(&self, text: &str) -> String {
        self.names.as_ref().map_or_else(|| text.to_owned(), |names| names.out_of(text))
    }

    async fn note(&self, record: &Record, text: &str) -> Result<i64> {
        let text = self.nameless(text);
        let sql = "INSERT INTO case_note (complaint_id, text) VALUES ($1, $2) RETURNING id";
        written(value(self.db, sql, [record.id.into(), text.into()]).await?)
    }

    async fn message(&self, record: &Record, direction: &str, how: How, text: &str) -> Result<i64> {
        let sql = "INSERT INTO case_message (complaint_id, direction, how, text, sent_at)
                   VALUES ($1, $2, $3, $4, $5) RETURNING id";
        let values = [record.id.into(), direction.into(), how.name().into(), text.into(), self.now.into()];
        written(value(self.db, sql, values).await?)
    }
}

fn written(id: Option<i64>) -> Result<i64> {
    id.ok_or_else(|| Error::Internal("a text just written is gone".to_owned()))
}
