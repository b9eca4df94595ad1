//! Members of the demo: a few at the first site, with their visits, and how many of all members came back to each team.

use chrono::{Days, Months, NaiveDate};
use domain::{
    UnitId,
    customers::{
        follow_up::ConsentHow,
        member::{BACK_DAYS, CONSENT_VERSION},
        related::phone_key,
    },
    text::t,
};
use sea_orm::{ConnectionTrait, Value};

use super::story::{Chance, Span};
use crate::{Result, db::insert};

/// Members of whom the desk can look one up: `M-1001` and so on.
const KNOWN: u64 = 8;
/// Members of a team's month.
const MONTHLY: f64 = 30.0;
/// Months for which members have been known.
const KNOWN_MONTHS: u32 = 16;

/// Writes them. `teams` are those of which it is known who came back; the first of them are the known members' own.
pub(super) async fn write(
    db: &impl ConnectionTrait,
    span: &Span,
    teams: &[UnitId],
    chance: &mut Chance,
) -> Result<()> {
    let today = span.today;
    let ago = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let mut members: Vec<[Value; 14]> = Vec::new();
    let mut visits: Vec<[Value; 3]> = Vec::new();
    let how = ConsentHow::InPerson.name();
    for n in 1..=KNOWN {
        let phone = format!("+470000003{n}");
        // They are the first in an empty table.
        let id = i64::try_from(n).unwrap_or_default();
        members.push([
            format!("M-100{n}").into(),
            t(span.lang, &format!("demo-member-{n}")).into(),
            phone.as_str().into(),
            "".into(),
            phone_key(&phone).into(),
            span.lang.tag().into(),
            chance.letters(8).into_bytes().into(),
            ago(500).into(),
            ago(500).into(),
            how.into(),
            CONSENT_VERSION.into(),
            (n % 3 != 0).then(|| ago(500)).into(),
            (n % 3 != 0).then_some(how).into(),
            (n % 3 != 0).then_some(CONSENT_VERSION).into(),
        ]);
        let mut days = 2 + chance.below(9) as u64;
        while days < 365 {
            let team = teams[chance.below(3).min(teams.len().saturating_sub(1))];
            visits.push([id.into(), ago(days).into(), team.into()]);
            days += 8 + chance.below(50) as u64;
        }
    }
    let into =
        "member (number, name, phone, email, phone_key, lang, nonce, joined_on, recognise_on, recognise_how,
                    recognise_version, follow_on, follow_how, follow_version)";
    insert(db, into, members).await?;
    insert(db, "visit (member_id, day, unit_id)", visits).await?;
    for team in teams {
        let mut rows: Vec<[Value; 4]> = Vec::new();
        let back = 0.62 + 0.05 * chance.normal();
        for month in months(span.first, today) {
            for _ in 0..chance.poisson(MONTHLY) {
                // Of all but the known ones nobody can tell any more who they were.
                let who = chance.letters(16).into_bytes();
                rows.push([(*team).into(), month.into(), who.into(), (chance.uniform() < back).into()]);
            }
        }
        insert(db, "visit_month (unit_id, month, pseudonym, came_back)", rows).await?;
    }
    Ok(())
}

/// The months of the story of which it is known who came back.
fn months(first: NaiveDate, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    use chrono::Datelike;
    let known = today.checked_sub_days(Days::new(BACK_DAYS)).unwrap_or(today);
    let first = today.checked_sub_months(Months::new(KNOWN_MONTHS)).map_or(first, |day| day.max(first));
    let start = first.with_day(1).unwrap_or(first);
    let month = move |place: u32| start.checked_add_months(Months::new(place));
    (0..)
        .map_while(month)
        .take_while(move |month| month.checked_add_months(Months::new(1)).is_some_and(|next| next <= known))
}
