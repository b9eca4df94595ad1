//! How many rows each table holds, as exactly as it may be told.
//!
//! What moves while a round is open would tell who has
//! answered: such tables are counted over released rounds only, and rounded. So is whatever moves when
//! somebody merely signs in.

use chrono::{DateTime, TimeDelta, Utc};
use domain::staff::privacy::{Rows, StoredGroup, StoredTable};
use sea_orm::ConnectionTrait;

use crate::Staff;
use base::{Result, db::value};

/// How exactly the rows of a table are told to people of the organisation. Others hear rounded numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Telling {
    Exactly,
    /// It moves with what people do from one minute to the next.
    Rounded,
    /// It belongs to rounds: rounded, and without those that are not released.
    OfReleased,
}

use Telling::{Exactly, OfReleased, Rounded};

/// A group's name with its tables.
type Group = (&'static str, &'static [(&'static str, Telling)]);

/// All tables of the database, by what they are about.
const TABLES: [Group; 4] = [
    (
        "answers",
        &[
            ("roll", OfReleased),
            ("used_vote", OfReleased),
            ("sealed_ballot", OfReleased),
            ("carried_counts", OfReleased),
            ("kept_counts", OfReleased),
            ("released_comment", OfReleased),
            ("participation", OfReleased),
            ("turnout", OfReleased),
            ("tally", OfReleased),
            ("ballot_comment", OfReleased),
            ("kiosk_code", OfReleased),
            ("code_sheet", OfReleased),
            ("check_in_link", OfReleased),
            ("released_figure", Exactly),
        ],
    ),
    (
        "you",
        &[
            ("person", Exactly),
            ("roster", Exactly),
            ("opened_by_code", Rounded),
            ("account", Exactly),
            ("role_grant", Exactly),
            ("session", Rounded),
            ("account_token", Rounded),
            ("recovery_code", Rounded),
            ("device_secret", Exactly),
            ("oidc_identity", Exactly),
            ("oidc_flow", Rounded),
            ("attempt", Rounded),
            ("mail", Rounded),
            ("audit", Rounded),
            ("export_log", Exactly),
        ],
    ),
    (
        "customers",
        &[
            ("complaint", Exactly),
            ("case_words", Exactly),
            ("case_event", Exactly),
            ("case_note", Exactly),
            ("case_message", Exactly),
            ("case_draft", Rounded),
            ("case_issue", Exactly),
            ("apology", Exactly),
            ("remedy", Exactly),
            ("customer", Exactly),
            ("named_person", Rounded),
            ("attachment", Exactly),
            ("case_clock", Exactly),
            ("case_clock_share", Exactly),
            ("calendar", Exactly),
            ("calendar_exception", Exactly),
            ("template", Exactly),
            ("open_action", Exactly),
            ("case_link", Exactly),
            ("removal", Exactly),
            ("card_code", Exactly),
            ("unit_phone", Exactly),
            ("receipt", Rounded),
            ("burst", Exactly),
            ("card_mark", Rounded),
            ("face_count", Exactly),
            ("paper_batch", Exactly),
            ("paper_card", Exactly),
            ("survey", Rounded),
            ("survey_answer", Rounded),
            ("survey_mark", Rounded),
            ("follow_up", Exactly),
            ("member", Exactly),
            ("visit", Rounded),
            ("visit_month", Rounded),
            ("visit_fold", Exactly),
            ("voice_path", Exactly),
            ("contact_day", Exactly),
            ("history", Exactly),
            ("voice_rollup", Exactly),
            ("annotation", Exactly),
        ],
    ),
    (
        "running",
        &[
            ("organisation", Exactly),
            ("unit", Exactly),
            ("unit_change", Exactly),
            ("round", Exactly),
            ("own_item", Exactly),
            ("release_rules", Exactly),
            ("box_key", Rounded),
            ("wrapped_key", Rounded),
            ("scrub_due", Exactly),
            ("rules_proposal", Exactly),
            ("quarter_window", Exactly),
            ("agreed_action", Exactly),
            ("matter_reply", Exactly),
            ("link_result", Exactly),
            ("link_run", Exactly),
            ("unit_signal", Exactly),
            ("signal_run", Exactly),
            ("link_verdict", Exactly),
            ("review_pack", Exactly),
            ("review_document", Exactly),
            ("pack_export", Exactly),
            ("hse_document", Exactly),
            ("hse_version", Exactly),
            ("hse_row", Exactly),
            ("hse_meeting", Exactly),
            ("hse_reading", Exactly),
            ("driver_result", Exactly),
            ("import_job", Exactly),
            ("job_run", Exactly),
            ("import_path", Exactly),
            ("import_row", Exactly),
            ("seaql_migrations", Exactly),
        ],
    ),
];

/// Minutes for which a count is told again: it reads whole tables, and anybody may ask.
const MINUTES: i64 = 10;

/// Rows of every table as they were counted at some time.
pub struct Counted {
    at: DateTime<Utc>,
    rows: Vec<i64>,
}

/// Every table with its rows, at most some minutes old.
///
/// # Errors
/// When the database refuses.
pub async fn stored(staff: &Staff, is_signed_in: bool) -> Result<Vec<StoredGroup>> {
    let mut counted = staff.counted.lock().await;
    let is_fresh = |counted: &&Counted| staff.now() - counted.at < TimeDelta::minutes(MINUTES);
    let rows = match counted.as_ref().filter(is_fresh) {
        Some(counted) => counted.rows.clone(),
        None => {
            let rows = count(&staff.db.snapshot().await?).await?;
            *counted = Some(Counted { at: staff.now(), rows: rows.clone() });
            rows
        }
    };
    let mut rows = rows.into_iter();
    let mut told = |(name, telling): &(&str, Telling)| {
        let rows = rows.next().unwrap_or_default();
        let is_exact = *telling == Exactly && is_signed_in;
        let rows = if is_exact { Rows::Exactly(rows) } else { Rows::rounded(rows) };
        StoredTable { name: (*name).to_owned(), rows }
    };
    let groups = TABLES.iter().map(|(name, tables)| StoredGroup {
        name: (*name).to_owned(),
        tables: tables.iter().map(&mut told).collect(),
    });
    Ok(groups.collect())
}

/// Rows of every table, in the order of [`TABLES`].
async fn count(db: &impl ConnectionTrait) -> Result<Vec<i64>> {
    let mut counts = Vec::new();
    for (name, telling) in TABLES.iter().flat_map(|(_, tables)| tables.iter()) {
        let only = match telling {
            OfReleased => " WHERE round_id IN (SELECT id FROM round WHERE state = 'released')",
            Exactly | Rounded => "",
        };
        let rows = value(db, &format!("SELECT COUNT(*) AS n FROM {name}{only}"), []).await?;
        counts.push(rows.unwrap_or(0));
    }
    Ok(counts)
}
