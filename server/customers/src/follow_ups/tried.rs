//! Somebody is called or written to: what is said, and what came of it.

use chrono::{Days, NaiveDate};
use domain::{
    Lang, Problem, Right, Role, UnitId,
    customers::{
        complaint::{CONTACT_DAYS, Contact, NewComplaint},
        follow_up::{FollowUpOutcome, FollowUpPage, MOST_ATTEMPTS, RETRY_DAYS, Tried, TryForm},
        survey::{SurveyKind, SurveyQuestion},
        words::{Category, Channel, Kind, Severity},
    },
};
use sea_orm::{ConnectionTrait, Value};

use super::{
    COLUMNS, Stored,
    ends::{EMPTIED, token},
};
use crate::{cards::key::Key, complaints::logging::Logging, mentions, surveys};
use base::{
    Actor, Base, Result, authorize,
    db::{execute, one},
};
use organisation::{Organisation, Tree, within};

async fn find(db: &impl ConnectionTrait, tree: &Tree, tops: &[UnitId], id: i64) -> Result<Stored> {
    let sql = format!("SELECT {COLUMNS} FROM follow_up WHERE id = $1 AND outcome IS NULL");
    let stored: Stored = one(db, &sql, [id.into()]).await?.ok_or(Problem::NotFound)?;
    within(tree, tops, stored.unit_id)?;
    Ok(stored)
}

/// A follow-up with what is said. `public_url` is where the site is reached.
///
/// # Errors
/// `NotFound` for one that is done, and for one of a unit that is not the person's.
pub async fn page(base: &Base, actor: Option<&Actor>, id: i64, public_url: &str) -> Result<FollowUpPage> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let key = Key::of(base).await?;
    let db = base.db.snapshot().await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let tree = organisation::tree(base, &db).await?;
    let stored = find(&db, &tree, &tops, id).await?;
    let lang = stored.lang()?;
    Ok(FollowUpPage {
        row: stored.row(&tree, today)?,
        lang,
        caller: actor.name.clone(),
        stop: format!(
            "{}/stop/{}?lang={}",
            public_url.trim_end_matches('/'),
            token(&key, &stored.nonce)?,
            lang.tag()
        ),
        phone: stored.phone,
        email: stored.email,
    })
}

/// Notes down what came of a try; gives the reference of the case that it made. Once it is done, nothing of whom it was
/// about is left.
///
/// # Errors
/// `ChangedMeanwhile` when somebody else has tried since the page was opened; `Invalid` for what the form lacks; `NotFound` as
/// for [`page`].
pub async fn record(base: &Base, actor: Option<&Actor>, id: i64, form: &TryForm) -> Result<Option<String>> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let tried = form.parse()?;
    let organisation = organisation::find(&base.db.reader).await?;
    let tree = organisation::tree(base, &base.db.reader).await?;
    let trying = Trying {
        base,
        tree: &tree,
        organisation: &organisation,
        role: actor.role_for(Right::HandleCase).map_or("service", Role::name),
        today: organisation.local_day(base.now()),
    };
    let stored = find(&base.db.reader, &tree, &tops, id).await?;
    let new = match &tried.case {
        Some((what, category)) => Some(trying.case(&stored, what, *category).await?),
        None => None,
    };
    // Before the transaction: a store of keys may be a table of the same database.
    let key = match new.as_ref().is_some_and(|new| !new.about_whom.is_empty()) {
        true => Some(mentions::Key::fresh(base).await?),
        false => None,
    };
    let written = trying.write(&stored, &tried, new.as_ref(), key.as_ref()).await;
    if let (Some(key), Err(_)) = (key, &written) {
        key.give_up(base).await?;
    }
    written
}

struct Trying<'a> {
    base: &'a Base,
    tree: &'a Tree,
    organisation: &'a Organisation,
    role: &'a str,
    today: NaiveDate,
}

impl Trying<'_> {
    /// What the customer is not content with, as a complaint. A name of the roster goes to where names are sealed.
    async fn case(&self, stored: &Stored, what: &str, category: Category) -> Result<NewComplaint> {
        let lang: Lang = stored.lang()?;
        let mut new = NewComplaint {
            what: what.to_owned(),
            kind: Kind::Complaint,
            category,
            channel: if stored.phone.is_empty() { Channel::Email } else { Channel::Phone },
            severity: Severity::Normal,
            unit: stored.unit_id,
            happened_on: self.today,
            put_right: String::new(),
            lang: Some(lang),
            contact: Some(Contact {
                name: stored.customer_name.clone(),
                phone: stored.phone.clone(),
                email: stored.email.clone(),
                delete_on: self.today + Days::new(CONTACT_DAYS),
            }),
            about_whom: String::new(),
            is_about_manager: false,
            is_told: false,
        };
        mentions::leave_out(self.base, self.tree, self.today, &mut new, lang).await?;
        Ok(new)
    }

    async fn write(
        &self,
        stored: &Stored,
        tried: &Tried,
        new: Option<&NewComplaint>,
        key: Option<&mentions::Key>,
    ) -> Result<Option<String>> {
        let transaction = self.base.db.begin().await?;
        // The condition on the tries lets the second of two wait and then find that it is not the one it saw.
        let is_over = tried.outcome != FollowUpOutcome::NoAnswer || tried.attempts + 1 >= MOST_ATTEMPTS;
        let changes = match is_over {
            true => format!("outcome = $3, done_on = $4, attempts = attempts + 1, {EMPTIED}"),
            false => "due_on = $3, attempts = attempts + 1".to_owned(),
        };
        let sql =
            format!("UPDATE follow_up SET {changes} WHERE id = $1 AND attempts = $2 AND outcome IS NULL");
        let mut values: Vec<Value> = vec![stored.id.into(), tried.attempts.into()];
        match is_over {
            true => values.extend([tried.outcome.name().into(), self.today.into()]),
            false => values.push((self.today + Days::new(RETRY_DAYS)).into()),
        }
        if execute(&transaction, &sql, values).await?.rows_affected() == 0 {
            return Err(Problem::ChangedMeanwhile.into());
        }
        if let Some(satisfaction) = tried.satisfaction {
            let answers = [(SurveyQuestion::Satisfaction, satisfaction)];
            surveys::count(&transaction, stored.unit_id, self.today, SurveyKind::Call, &answers).await?;
        }
        let reference = match new {
            None => None,
            Some(new) => {
                let Self { base, tree, organisation, role, .. } = *self;
                let logging = Logging { base, organisation, tree, role, new, key, repeat_of: None };
                let reference = logging.write_within(&transaction, None).await?.reference;
                let sql = "UPDATE complaint SET member_id = $2 WHERE reference = $1";
                execute(&transaction, sql, [reference.as_str().into(), stored.member_id.into()]).await?;
                Some(reference)
            }
        };
        transaction.commit().await?;
        Ok(reference)
    }
}
