//! Letters to customers: what one begins with, what somebody has begun, what one has and lacks.
//!
//! Architecture invariant: the check-list is reckoned and shown, never stored, and never blocks.

use chrono::{DateTime, Utc};
use domain::{
    AccountId, Lang, Problem, Right,
    customers::{
        case::{Act, ActPage, CheckLine, LONGEST_LETTER, LetterPage},
        wording::{Template, open_places},
        words::Stage,
    },
    field::{Field, free_text},
};
use replies::{Label, check};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{record::Record, typed_reference};
use crate::wording::{self, Known};
use base::{
    Actor, Base, Result, authorize,
    db::{execute, one},
};
use organisation::Tree;

/// The letter of an act's page; none for an act without one. `typed` is what stands in the form that is shown again,
/// `wanted` a wording to begin anew with.
///
/// # Errors
/// As [`page`](super::page).
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    page: &ActPage,
    typed: Option<&str>,
    wanted: Option<Template>,
    lang: Lang,
) -> Result<Option<LetterPage>> {
    let (actor, _) = authorize(actor, Right::HandleCase)?;
    if !page.act.has_letter() {
        return Ok(None);
    }
    let lang = page.page.lang.unwrap_or(lang);
    let template = wanted.unwrap_or_else(|| usual(page));
    let draft = match wanted {
        Some(_) => None,
        None => draft(base, actor, &page.page.case.reference).await?,
    };
    let is_draft = draft.is_some();
    let text = match draft {
        Some(text) => text,
        None => proposal(base, actor, page, template, lang).await?,
    };
    let check = typed.map(|typed| check_list(lang, typed));
    let open = open_places(typed.unwrap_or(&text));
    Ok(Some(LetterPage { text, lang, is_draft, template, open, check }))
}

/// The wording that an act begins with.
fn usual(page: &ActPage) -> Template {
    match (page.act, page.page.case.stage) {
        (Act::Answer, _) => Template::Answer,
        (Act::Pause, _) => Template::Question,
        (Act::Investigate | Act::Extend, _) => Template::Delay,
        (_, Stage::Received) => Template::Acknowledge,
        (_, Stage::Answered | Stage::Closed) => Template::FollowUp,
        _ => Template::Update,
    }
}

/// What a letter can begin with. What the product knows stands in it; the rest is places to fill in.
async fn proposal(
    base: &Base,
    actor: &Actor,
    page: &ActPage,
    template: Template,
    lang: Lang,
) -> Result<String> {
    let db = &base.db.reader;
    let organisation = organisation::find(db).await?;
    let tree = organisation::tree(base, db).await?;
    let (_, text) = wording::of(db, &tree, page.holder, template, lang).await?;
    let case = &page.page.case;
    let known = Known {
        lang,
        name: page.page.contact.as_ref().map(|contact| contact.name.as_str()),
        reference: &case.reference,
        today: organisation.local_day(base.now()),
        day: case.happened_on,
        unit: &case.unit,
        due: page.due_on,
        next: organisation.turn_to.written(lang),
        writer: &actor.name,
        organisation: &organisation.name,
    };
    Ok(known.letter(&text))
}

/// What a letter has and lacks, in the order in which a reader would miss it.
pub fn check_list(lang: Lang, letter: &str) -> Vec<CheckLine> {
    let report = check(letter, lang);
    let words = |label: Label| -> Vec<String> {
        report
            .of(label)
            .filter_map(|finding| letter.get(finding.span.bytes.clone()))
            .map(str::to_owned)
            .collect()
    };
    let line = |label: Label, text_id: &'static str, is_good: bool| CheckLine {
        text_id,
        is_good,
        words: words(label),
    };
    let either = |label: Label, yes: &'static str, no: &'static str| {
        line(label, if report.has(label) { yes } else { no }, report.has(label))
    };
    let sorry = match report.has(Label::Hollow) {
        true => line(Label::Hollow, "check-hollow", false),
        false => either(Label::Sorry, "check-sorry", "check-no-sorry"),
    };
    let excuse = match report.has(Label::Excuse) {
        true => line(Label::Excuse, "check-excuse", false),
        false => line(Label::Excuse, "check-no-excuse", true),
    };
    let step = match report.has(Label::Undated) {
        true => line(Label::Undated, "check-undated", false),
        false => either(Label::Dated, "check-dated", "check-no-step"),
    };
    vec![
        sorry,
        either(Label::Owns, "check-owns", "check-not-owned"),
        excuse,
        step,
        either(Label::Thanks, "check-thanks", "check-no-thanks"),
    ]
}

/// Keeps what somebody has begun to write. One draft a person and case; nobody else sees it.
///
/// # Errors
/// `NotFound` as for the case; `Invalid` for a text that is too long or empty.
pub async fn keep(
    base: &Base,
    actor: Option<&Actor>,
    reference: &str,
    letter: &str,
    seen: i64,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let text = free_text(letter, LONGEST_LETTER).map_err(|why| Problem::invalid(Field::Letter, why))?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let record = Record::find(&transaction, &tree, &tops, &typed_reference(reference)).await?;
    let now: DateTime<Utc> = base.now();
    execute(
        &transaction,
        "INSERT INTO case_draft (complaint_id, account_id, text, seen_version, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (complaint_id, account_id) DO UPDATE
         SET text = excluded.text, seen_version = excluded.seen_version, at = excluded.at",
        [record.id.into(), i64::from(actor.account).into(), text.into(), seen.into(), now.into()],
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

/// Throws away what somebody has begun. Said twice, it is gone all the same.
///
/// # Errors
/// `NotFound` as for the case.
pub async fn discard(base: &Base, actor: Option<&Actor>, reference: &str) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let record = Record::find(&transaction, &tree, &tops, &typed_reference(reference)).await?;
    forget(&transaction, record.id, actor.account).await?;
    transaction.commit().await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Draft {
    text: String,
}

async fn draft(base: &Base, actor: &Actor, reference: &str) -> Result<Option<String>> {
    let sql =
        "SELECT case_draft.text FROM case_draft JOIN complaint ON complaint.id = case_draft.complaint_id
               WHERE complaint.reference = $1 AND account_id = $2";
    let row: Option<Draft> =
        one(&base.db.reader, sql, [reference.into(), i64::from(actor.account).into()]).await?;
    Ok(row.map(|draft| draft.text))
}

/// Forgets what somebody had begun: it has been sent.
pub(super) async fn forget(db: &impl ConnectionTrait, complaint: i64, account: AccountId) -> Result<()> {
    let sql = "DELETE FROM case_draft WHERE complaint_id = $1 AND account_id = $2";
    execute(db, sql, [complaint.into(), i64::from(account).into()]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(letter: &str) -> Vec<&'static str> {
        check_list(Lang::En, letter).into_iter().map(|line| line.text_id).collect()
    }

    #[test]
    fn a_letter_that_apologises_owns_and_dates_its_step_has_nothing_to_mend() {
        let letter = "Thank you for telling us. We are sorry that you waited forty minutes. That was our mistake. \
                      We will call you by Thursday.";
        assert!(check_list(Lang::En, letter).iter().all(|line| line.is_good), "{:?}", ids(letter));
    }

    #[test]
    fn an_excuse_is_shown_with_the_words_that_make_it() {
        let lines = check_list(Lang::En, "It was very busy that day, so there was nothing we could do.");
        assert_eq!(lines[0].text_id, "check-no-sorry");
        let excuse = lines.iter().find(|line| line.text_id == "check-excuse");
        assert!(excuse.is_none_or(|line| !line.words.is_empty()));
    }
}
