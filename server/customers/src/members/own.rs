//! A member's own page: what was said yes to, what is stored, and how to leave.

use base::{
    Base, Result,
    audit::{self, Entry},
    db::{all, execute, one, value},
};
use chrono::NaiveDate;
use domain::{
    Field, Problem, UnitId, Why,
    audit::Event,
    customers::{
        member::{Consent, OwnMember, OwnMemberAct, OwnMemberForm},
        words::Stage,
    },
};
use organisation::Tree;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    Stored,
    handle::{of_token, pseudonym},
    leave::Leaving,
};
use crate::{cards::key::Key, stored_words};

/// Cases that the page names: the newest.
const MOST_CASES: i64 = 50;

/// What came of something that a member did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnMemberDone {
    /// The page as it is now.
    Shown(Box<OwnMember>),
    /// All that is stored, as a file.
    File(Vec<u8>),
    /// The member is gone; nothing opens the page any more.
    Left,
}

/// The page that a token opens. Looking changes nothing.
///
/// # Errors
/// `NotFound` for a token that leads to nobody.
pub async fn own_page(base: &Base, token: &str) -> Result<OwnMember> {
    let db = base.db.snapshot().await?;
    let member = of_token(base, &db, token).await?;
    let tree = organisation::tree(base, &db).await?;
    shown(&db, &tree, &member, token).await
}

/// Does what a member asks for.
///
/// # Errors
/// `NotFound` as for [`own_page`], and for a word that is no act; `Invalid` when leaving is not confirmed; taking back the only
/// yes is leaving.
pub async fn own_act(base: &Base, token: &str, form: &OwnMemberForm) -> Result<OwnMemberDone> {
    let act = OwnMemberAct::from_name(&form.act).ok_or(Problem::NotFound)?;
    let key = Key::of(base).await?;
    let transaction = base.db.begin().await?;
    let organisation = organisation::find(&transaction).await?;
    let tree = Tree::load(&transaction).await?;
    let member = of_token(base, &transaction, token).await?;
    let leaving = Leaving { base, db: &transaction, key: &key, tree: &tree, organisation: &organisation };
    let is_last = member.recognise_on.is_none() || member.follow_on.is_none();
    let act = match act {
        OwnMemberAct::StopRecognise | OwnMemberAct::StopFollow if is_last => OwnMemberAct::Leave,
        act => act,
    };
    match act {
        OwnMemberAct::Export => {
            return exported(&transaction, &key, &tree, &member).await.map(OwnMemberDone::File);
        }
        OwnMemberAct::StopRecognise => {
            let sql = "UPDATE member SET recognise_on = NULL, recognise_how = NULL, recognise_version = NULL WHERE id = $1";
            execute(&transaction, sql, [member.id.into()]).await?;
        }
        OwnMemberAct::StopFollow => {
            let sql =
                "UPDATE member SET follow_on = NULL, follow_how = NULL, follow_version = NULL WHERE id = $1";
            execute(&transaction, sql, [member.id.into()]).await?;
            leaving.end_follow_ups(member.id).await?;
        }
        OwnMemberAct::Leave => {
            if form.sure.is_empty() {
                return Err(Problem::invalid(Field::Sure, Why::Missing).into());
            }
            leaving.let_go(&member).await?;
            audit::record(&transaction, base.now(), &Entry::new(Event::MemberLeft, None)).await?;
            transaction.commit().await?;
            return Ok(OwnMemberDone::Left);
        }
    }
    let member = of_token(base, &transaction, token).await?;
    let page = shown(&transaction, &tree, &member, token).await?;
    transaction.commit().await?;
    Ok(OwnMemberDone::Shown(Box::new(page)))
}

#[derive(FromQueryResult)]
struct Visit {
    day: NaiveDate,
    unit_id: UnitId,
}

#[derive(FromQueryResult)]
struct Case {
    reference: String,
    stage: String,
}

async fn shown(db: &impl ConnectionTrait, tree: &Tree, member: &Stored, token: &str) -> Result<OwnMember> {
    let sql = "SELECT COUNT(*) AS n FROM visit WHERE member_id = $1";
    let visits: Option<i64> = value(db, sql, [member.id.into()]).await?;
    let sql = "SELECT day, unit_id FROM visit WHERE member_id = $1 ORDER BY day DESC LIMIT 1";
    let last: Option<Visit> = one(db, sql, [member.id.into()]).await?;
    let sql = "SELECT reference, stage FROM complaint WHERE member_id = $1 ORDER BY id DESC LIMIT $2";
    let cases: Vec<Case> = all(db, sql, [member.id.into(), MOST_CASES.into()]).await?;
    let cases = cases.into_iter().map(|case| Ok((case.reference, stored_words::stage(&case.stage)?)));
    Ok(OwnMember {
        token: token.to_owned(),
        number: member.number.clone(),
        name: member.name.clone(),
        phone: member.phone.clone(),
        email: member.email.clone(),
        joined_on: member.joined_on,
        recognise: member.recognise()?,
        follow: member.follow()?,
        visits: visits.unwrap_or_default(),
        last: last.map(|last| (last.day, name_of(tree, last.unit_id))),
        cases: cases.collect::<Result<Vec<(String, Stage)>>>()?,
    })
}

fn name_of(tree: &Tree, unit: UnitId) -> String {
    tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default()
}

#[derive(FromQueryResult)]
struct WholeCase {
    id: i64,
    reference: String,
    kind: String,
    stage: String,
    unit_id: UnitId,
    happened_on: NaiveDate,
    what: String,
    put_right: String,
}

#[derive(FromQueryResult)]
struct Message {
    direction: String,
    text: String,
}

#[derive(FromQueryResult)]
struct Month {
    unit_id: UnitId,
    month: NaiveDate,
    came_back: bool,
}

#[derive(FromQueryResult)]
struct FollowUp {
    about: String,
    due_on: NaiveDate,
}

/// All rows about a member, in one file.
async fn exported(db: &impl ConnectionTrait, key: &Key, tree: &Tree, member: &Stored) -> Result<Vec<u8>> {
    let id = || [member.id.into()];
    let sql = "SELECT day, unit_id FROM visit WHERE member_id = $1 ORDER BY day, unit_id";
    let visits: Vec<Visit> = all(db, sql, id()).await?;
    let sql =
        "SELECT unit_id, month, came_back FROM visit_month WHERE pseudonym = $1 ORDER BY month, unit_id";
    let months: Vec<Month> = all(db, sql, [pseudonym(key, &member.number)?.into()]).await?;
    let sql = "SELECT about, due_on FROM follow_up WHERE member_id = $1 ORDER BY id";
    let follow_ups: Vec<FollowUp> = all(db, sql, id()).await?;
    let sql = "SELECT id, reference, kind, stage, unit_id, happened_on, what, put_right FROM complaint
               WHERE member_id = $1 ORDER BY id";
    let mut cases = Vec::new();
    for case in all::<WholeCase>(db, sql, id()).await? {
        let sql = "SELECT direction, text FROM case_message WHERE complaint_id = $1 ORDER BY id";
        let messages: Vec<Message> = all(db, sql, [case.id.into()]).await?;
        let messages: Vec<_> = messages
            .into_iter()
            .map(|message| {
                let from = if message.direction == "in" { "customer" } else { "organisation" };
                serde_json::json!({ "from": from, "text": message.text })
            })
            .collect();
        cases.push(serde_json::json!({
            "reference": case.reference,
            "kind": case.kind,
            "stage": case.stage,
            "unit": name_of(tree, case.unit_id),
            "happened_on": case.happened_on.to_string(),
            "what": case.what,
            "put_right": case.put_right,
            "messages": messages,
        }));
    }
    let consent = |consent: Option<Consent>| {
        consent.map(|consent| {
            serde_json::json!({
                "on": consent.on.to_string(),
                "how": consent.how.name(),
                "version": consent.version,
            })
        })
    };
    let visits: Vec<_> = visits
        .iter()
        .map(|visit| serde_json::json!({ "on": visit.day.to_string(), "unit": name_of(tree, visit.unit_id) }))
        .collect();
    let months: Vec<_> = months
        .iter()
        .map(|row| {
            let month = row.month.format("%Y-%m").to_string();
            serde_json::json!({ "month": month, "unit": name_of(tree, row.unit_id), "came_back": row.came_back })
        })
        .collect();
    let follow_ups: Vec<_> = follow_ups
        .iter()
        .map(|row| serde_json::json!({ "about": row.about, "due_on": row.due_on.to_string() }))
        .collect();
    let all = serde_json::json!({
        "number": member.number,
        "name": member.name,
        "phone": member.phone,
        "email": member.email,
        "language": member.lang,
        "joined_on": member.joined_on.to_string(),
        "recognise": consent(member.recognise()?),
        "follow_up": consent(member.follow()?),
        "visits": visits,
        "months": months,
        "follow_ups": follow_ups,
        "cases": cases,
    });
    Ok(serde_json::to_vec_pretty(&all)?)
}
