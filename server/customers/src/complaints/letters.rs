//! Letters to customers: what one begins with, what somebody has begun, what one has and lacks.
//!
//! Architecture invariant: the check-list is reckoned and shown, never stored, and never blocks.

use chrono::{DateTime, Utc};
use domain::{
    AccountId, Lang, Problem, Right,
    customers::{
        case::{Act, ActPage, CheckLine, LONGEST_LETTER, LetterPage},
        words::Stage,
    },
    field::{Field, free_text},
    format,
    text::{t, tv},
};
use replies::{Label, check};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{record::Record, typed_reference};
use base::{
    Actor, Base, Result, authorize,
    db::{execute, one},
};
use organisation::Tree;

/// The letter of an act's page; none for an act without one. `typed` is what stands in the form that is shown again.
///
/// # Errors
/// As [`page`](super::page).
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    page: &ActPage,
    typed: Option<&str>,
    lang: Lang,
) -> Result<Option<LetterPage>> {
    let (actor, _) = authorize(actor, Right::HandleCase)?;
    if !page.act.has_letter() {
        return Ok(None);
    }
    let lang = page.page.lang.unwrap_or(lang);
    let draft = draft(base, actor, &page.page.case.reference).await?;
    let is_draft = draft.is_some();
    let text = match draft {
        Some(text) => text,
        None => {
            let organisation = organisation::find(&base.db.reader).await?;
            proposal(page, lang, &organisation.name)
        }
    };
    let check = typed.map(|typed| check_list(lang, typed));
    Ok(Some(LetterPage { text, lang, is_draft, check }))
}

/// What a letter can begin with. What the product knows stands in it, what it cannot know is a place in brackets.
fn proposal(page: &ActPage, lang: Lang, organisation: &str) -> String {
    let kind = match page.act {
        Act::Answer => "letter-proposal-answer",
        Act::Pause => "letter-proposal-pause",
        _ if page.page.case.stage == Stage::Received => "letter-proposal-acknowledge",
        _ => "letter-proposal-update",
    };
    let name =
        page.page.contact.as_ref().map(|contact| contact.name.as_str()).filter(|name| !name.is_empty());
    let greeting = match name {
        Some(name) => tv(lang, "letter-greeting", &[("name", name.into())]),
        None => t(lang, "letter-greeting-nobody"),
    };
    let due = page.due_on.map_or_else(|| t(lang, "letter-place-day"), |day| format::long_date(lang, day));
    let body = tv(
        lang,
        kind,
        &[
            ("reference", page.page.case.reference.as_str().into()),
            ("unit", page.page.case.unit.as_str().into()),
            ("day", format::long_date(lang, page.page.case.happened_on).into()),
            ("due", due.into()),
        ],
    );
    let end = tv(lang, "letter-end", &[("organisation", organisation.into())]);
    format!("{greeting}\n\n{body}\n\n{end}")
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
