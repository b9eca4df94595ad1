//! A card comes in.

use chrono::{DateTime, Utc};
use domain::{
    Field, Lang, Problem, UnitId, Why,
    customers::{
        card::{CardForm, CardPage, CardSource, CaseSlip, Receipt},
        complaint::NewComplaint,
        words::{EventKind, Kind},
    },
    letters::in_groups,
};
use sea_orm::ConnectionTrait;

use super::{
    BY_ADDRESS, codes,
    hold::{self, Intake},
    key::{Age, Key, Label},
    receipt,
};
use crate::{
    calendars,
    complaints::{
        events::{CUSTOMER, Data, ITSELF},
        logging::{Logging, Written},
        promise,
        record::{Change, Record},
    },
    mentions,
};
use base::{
    Base, Error, Result, buckets,
    db::{execute, value},
};
use organisation::{Organisation, Tree};

/// A form to fill in. One that was refused keeps its token as long as it holds.
///
/// # Errors
/// `NotFound` for an unknown code.
pub async fn page(
    base: &Base,
    source: CardSource,
    code: Option<&str>,
    typed_token: Option<&str>,
) -> Result<CardPage> {
    let key = Key::of(base).await?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let place = codes::find(&db, &tree, code).await?;
    let now = base.now();
    let token = key.token_again(place.code_id, typed_token, now)?;
    Ok(CardPage {
        source,
        unit: place.unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone()),
        units: match place.unit {
            Some(_) => Vec::new(),
            None => codes::units(&db, &tree).await?,
        },
        phone: codes::phone(&db, &tree, place.unit).await?.map(|(_, phone)| phone).unwrap_or_default(),
        code: place.code,
        place: place.place,
        token,
        today: organisation.local_day(now),
    })
}

/// For how many months texts are kept, for the page that says what is stored.
///
/// # Errors
/// When the database refuses.
pub async fn voice(base: &Base) -> Result<i64> {
    Ok(organisation::find(&base.db.reader).await?.retention.months)
}

/// Takes a card. `address` is the network address that it came from; nothing of it is kept.
///
/// # Errors
/// `NotFound` for an unknown code; `SendAgain` for a form that came too soon, too late or from elsewhere; `Invalid` names
/// every refused field; `TooManyCards` when the address has used up its share. Nothing is written then.
pub async fn take(
    base: &Base,
    (source, code): (CardSource, Option<&str>),
    form: &CardForm,
    lang: Lang,
    address: &str,
) -> Result<Receipt> {
    let key = Key::of(base).await?;
    let db = &base.db.reader;
    let organisation = organisation::find(db).await?;
    let tree = organisation::tree(base, db).await?;
    let place = codes::find(db, &tree, code).await?;
    if !form.homepage.is_empty() || key.age(place.code_id, &form.token, base.now())? != Age::Good {
        return Err(Problem::SendAgain.into());
    }
    let unit = match place.unit {
        Some(unit) => unit,
        None => {
            let why = if form.unit.is_empty() { Why::Missing } else { Why::NotAChoice };
            let chosen = form.unit.parse().ok();
            let units = codes::units(db, &tree).await?;
            match chosen.filter(|chosen| units.iter().any(|(id, _)| id == chosen)) {
                Some(unit) => unit,
                None => {
                    return Err(without_unit(form, source, lang, why, organisation.local_day(base.now())));
                }
            }
        }
    };
    let complaint = form.at_unit(unit, source, lang);
    // The desk's form leaves the kind out for a complaint; here somebody chooses one of three.
    if complaint.voice_kind.is_empty() {
        return Err(lacking_kind(&complaint, organisation.local_day(base.now())));
    }
    let mut new = complaint.parse(organisation.local_day(base.now()))?;
    let parts: Vec<&[u8]> = form.parts().into_iter().map(str::as_bytes).collect();
    let form_hash = key.code(Label::SameForm, &parts)?;
    let taking = Taking { base, key: &key, organisation: &organisation, tree: &tree, source };
    let sql = "SELECT reference FROM complaint WHERE form_hash = $1";
    let known: Option<String> = value(db, sql, [form_hash.to_vec().into()]).await?;
    let reference = match known {
        Some(reference) => reference,
        None => {
            buckets::take(base, &BY_ADDRESS, address)?;
            let text = hold::mark(&key, unit, &new.what)?;
            mentions::leave_out(base, &tree, organisation.local_day(base.now()), &mut new, lang).await?;
            taking.store(&new, place.code_id, &form_hash, &text).await?
        }
    };
    taking.receipt(reference, new.kind, unit, &form_hash).await
}

/// What a form lacks that says no unit, all at once.
fn without_unit(
    form: &CardForm,
    source: CardSource,
    lang: Lang,
    why: Why,
    today: chrono::NaiveDate,
) -> Error {
    let mut problems = match form.at_unit(UnitId::new(0), source, lang).parse(today) {
        Err(Problem::Invalid(problems)) => problems,
        _ => Vec::new(),
    };
    problems.push(domain::FieldProblem { field: Field::Unit, why });
    Problem::Invalid(problems).into()
}

fn lacking_kind(form: &domain::customers::complaint::ComplaintForm, today: chrono::NaiveDate) -> Error {
    let mut problems = vec![domain::FieldProblem { field: Field::VoiceKind, why: Why::NotAChoice }];
    if let Err(Problem::Invalid(more)) = form.parse(today) {
        problems.extend(more);
    }
    Problem::Invalid(problems).into()
}

/// What takes part in taking a card.
struct Taking<'a> {
    base: &'a Base,
    key: &'a Key,
    organisation: &'a Organisation,
    tree: &'a Tree,
    source: CardSource,
}

impl Taking<'_> {
    async fn store(
        &self,
        new: &NewComplaint,
        code: i64,
        form_hash: &[u8],
        text: &[u8; 32],
    ) -> Result<String> {
        let base = self.base;
        // Before the transaction: a store of keys may be a table of the same database.
        let name_key = match new.about_whom.is_empty() {
            true => None,
            false => Some(mentions::Key::fresh(base).await?),
        };
        let logging = Logging {
            base,
            organisation: self.organisation,
            tree: self.tree,
            role: CUSTOMER,
            new,
            key: name_key.as_ref(),
            repeat_of: None,
        };
        let written = self.write(&logging, code, form_hash, text).await;
        if let (Some(key), Err(_) | Ok(Written { is_new: false, .. })) = (name_key, &written) {
            key.give_up(base).await?;
        }
        Ok(written?.reference)
    }

    async fn write(
        &self,
        logging: &Logging<'_>,
        code: i64,
        form_hash: &[u8],
        text: &[u8; 32],
    ) -> Result<Written> {
        let (base, new) = (self.base, logging.new);
        let now: DateTime<Utc> = base.now();
        let transaction = base.db.begin().await?;
        let intake = Intake {
            db: &transaction,
            tree: self.tree,
            organisation: self.organisation,
            unit: new.unit,
            now,
        };
        let why = intake.judge(text).await?;
        let written = logging.write_within(&transaction, Some(form_hash)).await?;
        if !written.is_new {
            transaction.commit().await?;
            return Ok(written);
        }
        let Some(mut record) = Record::by_reference(&transaction, &written.reference).await? else {
            return Err(Error::Internal("a card just written is gone".to_owned()));
        };
        let sql = "UPDATE complaint SET source = $2, card_code_id = $3 WHERE id = $1";
        let code = (code != 0).then_some(code);
        execute(&transaction, sql, [record.id.into(), self.source.name().into(), code.into()]).await?;
        receipt::keep(&transaction, self.key, &written.reference, &self.key.secret(form_hash)?).await?;
        intake.remember(record.id, text).await?;
        if let Some(why) = why {
            intake.hold(record.id, why, text).await?;
            let change = Change { kind: EventKind::Held, role: ITSELF, data: Data::default(), text: None };
            record.happen(&transaction, self.tree, self.organisation, now, change).await?;
        }
        transaction.commit().await?;
        Ok(written)
    }

    async fn receipt(
        &self,
        reference: String,
        kind: Kind,
        unit: UnitId,
        form_hash: &[u8],
    ) -> Result<Receipt> {
        let db = &self.base.db.reader;
        let sql = "SELECT received_at FROM complaint WHERE reference = $1";
        let received: Option<DateTime<Utc>> = value(db, sql, [reference.as_str().into()]).await?;
        let received = received.unwrap_or_else(|| self.base.now());
        let promised = match kind {
            Kind::Complaint => Some(first_promise(db, self.tree, self.organisation, unit, received).await?),
            Kind::Compliment | Kind::Comment => None,
        };
        let slip = CaseSlip {
            secret: in_groups(&self.key.secret(form_hash)?),
            reference,
            organisation: self.organisation.name.clone(),
            unit: self.tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default(),
            received_on: self.organisation.local_day(received),
        };
        Ok(Receipt {
            slip,
            kind,
            acknowledged_by: promised.and_then(|(acknowledged, _)| acknowledged),
            answered_by: promised.and_then(|(_, answered)| answered),
        })
    }
}

/// The days by which a unit acknowledges and answers what comes in at a moment.
pub(super) async fn first_promise(
    db: &impl ConnectionTrait,
    tree: &Tree,
    organisation: &Organisation,
    unit: UnitId,
    received: DateTime<Utc>,
) -> Result<(Option<chrono::NaiveDate>, Option<chrono::NaiveDate>)> {
    let calendar = calendars::of(db, tree, organisation, unit).await?.calendar;
    let promised = promise(&calendar, received)?;
    let day = |at: DateTime<Utc>| at.with_timezone(&calendar.timezone()).date_naive();
    Ok((promised.acknowledged.map(day), promised.answered.map(day)))
}
