//! An answer comes in.

use chrono::NaiveDate;
use domain::{
    Problem, UnitId,
    customers::{
        card::CODE_LETTERS,
        survey::{SurveyForm, SurveyKind, SurveyPage, SurveyThanks, is_discontented},
    },
};
use sea_orm::ConnectionTrait;

use super::{
    count,
    invite::{Invitation, nonce_of, opened_by, withdraw},
};
use crate::{
    cards::{
        BY_ADDRESS, codes,
        key::{Age, Key, Label},
        own,
    },
    complaints::record::Record,
    mentions::Heard,
};
use base::{
    Base, Result, buckets,
    db::{execute, exists},
};
use organisation::{Organisation, Tree};

/// What an address leads to.
enum Found {
    /// The survey after a visit.
    Place(codes::Place),
    /// The survey about a case.
    Case(Invitation, Box<Record>),
}

struct Look<'a, C> {
    base: &'a Base,
    db: &'a C,
    tree: &'a Tree,
    organisation: &'a Organisation,
    key: &'a Key,
}

impl<C: ConnectionTrait> Look<'_, C> {
    fn today(&self) -> NaiveDate {
        self.organisation.local_day(self.base.now())
    }

    async fn find(&self, address: &str) -> Result<Found> {
        if nonce_of(address).is_none() {
            // Whoever typed it may have put spaces between the letters.
            let is_code = address.chars().filter(|c| c.is_alphanumeric()).count() == CODE_LETTERS;
            let address = is_code.then_some(address).ok_or(Problem::NotFound)?;
            return Ok(Found::Place(codes::find(self.db, self.tree, Some(address)).await?));
        }
        let survey = opened_by(self.db, self.key, address, self.today()).await?.ok_or(Problem::NotFound)?;
        let record = Record::by_id(self.db, survey.complaint_id).await?.ok_or(Problem::NotFound)?;
        // Open again since: there is nothing to say yet.
        if record.state().closed_at.is_none() {
            return Err(Problem::NotFound.into());
        }
        Ok(Found::Case(survey, Box::new(record)))
    }

    fn page(&self, address: &str, found: &Found, token: String) -> SurveyPage {
        let name = |unit: UnitId| self.tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
        match found {
            Found::Place(place) => SurveyPage {
                address: place.code.clone().unwrap_or_default(),
                kind: SurveyKind::Visit,
                unit: place.unit.map(name).unwrap_or_default(),
                place: place.place.clone(),
                token,
                is_used: false,
                may_reopen: false,
            },
            Found::Case(survey, record) => SurveyPage {
                address: address.to_owned(),
                kind: SurveyKind::Closed,
                unit: name(record.unit),
                place: String::new(),
                token,
                is_used: survey.is_used,
                may_reopen: own::may_come_back(record, self.base.now()),
            },
        }
    }
}

/// A survey to fill in. Looking at it answers nothing.
///
/// # Errors
/// `NotFound` for an address that leads to none, or whose time is over.
pub async fn page(base: &Base, address: &str, typed_token: Option<&str>) -> Result<SurveyPage> {
    let key = Key::of(base).await?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let look = Look { base, db: &db, tree: &tree, organisation: &organisation, key: &key };
    let found = look.find(address).await?;
    let token = match &found {
        Found::Case(..) => String::new(),
        Found::Place(place) => key.token_again(place.code_id, typed_token, base.now())?,
    };
    Ok(look.page(address, &found, token))
}

/// Counts the answers, or opens the case again. `network` is the network address that they came from; nothing of it is kept.
///
/// # Errors
/// `NotFound` as for [`page`]; `SendAgain` for a form that came too soon, too late or from elsewhere; `Invalid` for what it
/// lacks; `TooManyCards` when the address has used up its share; `ChangedMeanwhile` for a case that cannot be opened again.
pub async fn answer(base: &Base, address: &str, form: &SurveyForm, network: &str) -> Result<SurveyThanks> {
    let key = Key::of(base).await?;
    let db = &base.db.reader;
    let organisation = organisation::find(db).await?;
    let tree = organisation::tree(base, db).await?;
    let look = Look { base, db, tree: &tree, organisation: &organisation, key: &key };
    let found = look.find(address).await?;
    let mut page = look.page(address, &found, form.token.clone());
    match found {
        Found::Place(place) => {
            let is_good = key.age(place.code_id, &form.token, base.now())? == Age::Good;
            if !form.homepage.is_empty() || !is_good {
                return Err(Problem::SendAgain.into());
            }
            let answers = form.answers(SurveyKind::Visit)?;
            let unit = place.unit.ok_or(Problem::NotFound)?;
            let mark = key.code(Label::SameSurvey, &[form.token.as_bytes()])?.to_vec();
            let sql = "SELECT 1 AS one FROM survey_mark WHERE mark = $1";
            if !exists(db, sql, [mark.clone().into()]).await? {
                buckets::take(base, &BY_ADDRESS, network)?;
                let transaction = base.db.begin().await?;
                let sql = "INSERT INTO survey_mark (mark, day) VALUES ($1, $2) ON CONFLICT (mark) DO NOTHING";
                let marked = execute(&transaction, sql, [mark.into(), look.today().into()]).await?;
                if marked.rows_affected() > 0 {
                    count(&transaction, unit, look.today(), SurveyKind::Visit, &answers).await?;
                }
                transaction.commit().await?;
            }
            Ok(SurveyThanks { is_discontented: is_discontented(&answers), is_reopened: false, page })
        }
        Found::Case(survey, record) if form.act == "reopen" => {
            let heard = Heard::read(base, &record.reference, &form.reason()?).await?;
            let heard = heard.ok_or(Problem::ReceiptUnknown)?;
            let reopened = reopen(base, &organisation, &survey, &heard).await;
            if reopened.is_err() {
                heard.give_up(base).await?;
            }
            reopened?;
            page.may_reopen = false;
            Ok(SurveyThanks { page, is_discontented: true, is_reopened: true })
        }
        Found::Case(survey, record) => {
            let answers = form.answers(SurveyKind::Closed)?;
            let transaction = base.db.begin().await?;
            let sql = "UPDATE survey SET is_used = TRUE WHERE id = $1 AND NOT is_used";
            if execute(&transaction, sql, [survey.id.into()]).await?.rows_affected() > 0 {
                count(&transaction, record.unit, look.today(), SurveyKind::Closed, &answers).await?;
            }
            transaction.commit().await?;
            Ok(SurveyThanks { is_discontented: is_discontented(&answers), is_reopened: false, page })
        }
    }
}

/// The customer says in the survey what is still not right: the case is open again.
async fn reopen(base: &Base, organisation: &Organisation, survey: &Invitation, heard: &Heard) -> Result<()> {
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let record = Record::lock_by_id(&transaction, survey.complaint_id).await?;
    let mut record = record.ok_or(Problem::NotFound)?;
    own::come_back(base, &transaction, (&tree, organisation), &mut record, Some(heard)).await?;
    withdraw(&transaction, record.id).await?;
    transaction.commit().await?;
    Ok(())
}
