//! Notes on the time axis: who keeps them, where they stand, and what they do to a trend.

use crate::common::{actor, number, on_both, run};
use chrono::{Days, NaiveDate};
use domain::{
    Lang, Problem, Resolution, Role, UnitId,
    customers::inbox::{CaseFilter, Show},
    insight::{
        figures::{TrendPage, TrendQuery},
        notes::{NoteAct, NoteForm, NotesPage},
    },
};
use service::{Error, Services, competitors, complaints, figures, notes};

fn form(unit: i64, label: &str, starts_on: &str) -> NoteForm {
    NoteForm {
        unit: unit.to_string(),
        kind: "event".to_owned(),
        label: label.to_owned(),
        starts_on: starts_on.to_owned(),
        ..NoteForm::default()
    }
}

async fn write(services: &Services, unit: i64, label: &str, starts_on: &str) -> i64 {
    notes::add(services, Some(&actor(Role::Manager, 1)), &form(unit, label, starts_on)).await.unwrap().0
}

fn labels(page: &NotesPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.note.label.as_str()).collect()
}

fn is_not_found<T>(result: service::Result<T>) -> bool {
    matches!(result, Err(Error::Problem(Problem::NotFound)))
}

/// Forty weekly rounds from 5 January, each with the figures that `value` gives for team A.
async fn forty_rounds(
    services: &Services,
    measure: &str,
    value: impl Fn(i64) -> Option<(&'static str, Option<i64>)>,
) {
    let first: NaiveDate = "2026-01-05".parse().unwrap();
    for week in 0..40_i64 {
        let day = first + Days::new(7 * week.unsigned_abs());
        let round = 100 + week;
        run(
            services,
            &format!(
                "INSERT INTO round (id, number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({round}, {round}, '{day}', '{}', 'released', 'trivsel-1', 'Test', '2026-01-01', '2027-10-01', '{}')
                 ON CONFLICT (id) DO NOTHING",
                day + Days::new(6),
                day + Days::new(8),
            ),
        )
        .await;
        let Some((state, value)) = value(week) else { continue };
        let value = value.map_or("NULL".to_owned(), |value| value.to_string());
        run(
            services,
            &format!(
                "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                    rule_version, params_hash, input_digest, released_on)
                 VALUES (3, '{measure}', {round}, {round}, '{state}', FALSE, {value}, 1, '', '', '2026-11-01')"
            ),
        )
        .await;
    }
}

async fn trend(services: &Services, role: Role, measures: &[&str]) -> TrendPage {
    let query = TrendQuery {
        unit: Some(UnitId::new(3)),
        resolution: Some(Resolution::Week),
        measures: measures.iter().map(|name| (*name).to_owned()).collect(),
    };
    figures::trend(services, Some(&actor(role, 2)), &query, Lang::En).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_read_at_its_unit_and_below_and_nowhere_else() {
    on_both(async |services| {
        write(&services, 1, "Everywhere", "2026-03-01").await;
        write(&services, 2, "Site S", "2026-05-01").await;
        write(&services, 3, "Team A", "2026-04-01").await;
        let hr = actor(Role::Hr, 1);
        for (unit, expected) in [
            (1, vec!["Everywhere"]),
            (2, vec!["Site S", "Everywhere"]),
            (3, vec!["Site S", "Team A", "Everywhere"]),
            (4, vec!["Site S", "Everywhere"]),
            (5, vec!["Everywhere"]),
        ] {
            let page = notes::page(&services, Some(&hr), Some(UnitId::new(unit))).await.unwrap();
            assert_eq!(labels(&page), expected, "unit {unit}");
        }
        // Who keeps site S reads what is written above it, and changes only what is theirs.
        let desk = actor(Role::Service, 2);
        let page = notes::page(&services, Some(&desk), Some(UnitId::new(3))).await.unwrap();
        let mine: Vec<bool> = page.rows.iter().map(|row| row.may_change).collect();
        assert_eq!((mine, page.may_add), (vec![true, true, false], true));
        assert!(is_not_found(notes::page(&services, Some(&desk), Some(UnitId::new(5))).await));
        let reader = notes::page(&services, Some(&actor(Role::StaffRepresentative, 1)), Some(UnitId::new(3)))
            .await
            .unwrap();
        assert!(!reader.may_add && reader.rows.iter().all(|row| !row.may_change));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_to_a_note_is_written_down_and_a_note_of_others_looks_like_none() {
    on_both(async |services| {
        let manager = actor(Role::Manager, 2);
        let (id, unit) = notes::add(&services, Some(&manager), &form(3, "New rota", "2026-06-01")).await.unwrap();
        assert_eq!(unit, UnitId::new(3));
        let stranger = actor(Role::Manager, 5);
        for act in [NoteAct::Change, NoteAct::Remove] {
            let tried = notes::act(&services, Some(&stranger), id, act, &form(3, "Mine", "2026-06-01")).await;
            assert!(is_not_found(tried));
            assert!(is_not_found(notes::act_page(&services, Some(&stranger), id, act.name()).await));
        }
        assert!(is_not_found(notes::add(&services, Some(&stranger), &form(3, "Mine", "2026-06-01")).await));
        let competitor = NoteForm {
            kind: "competitor".to_owned(),
            topic: "hours".to_owned(),
            ours: "8–20".to_owned(),
            theirs: "7–23".to_owned(),
            ends_on: "2026-06-30".to_owned(),
            ..form(3, "Longer hours", "2026-06-02")
        };
        notes::act(&services, Some(&manager), id, NoteAct::Change, &competitor).await.unwrap();
        let page = notes::page(&services, Some(&manager), Some(UnitId::new(3))).await.unwrap();
        assert_eq!(page.rows[0].note, competitor.parse("2026-11-21".parse().unwrap()).unwrap());
        notes::act(&services, Some(&manager), id, NoteAct::Remove, &NoteForm::default()).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM annotation").await, 0);
        for detail in ["add 2026-06-01 New rota", "change 2026-06-02 Longer hours", "remove 2026-06-02 Longer hours"] {
            let written = format!("SELECT COUNT(*) FROM audit WHERE event = 'note_changed' AND unit_id = 3 AND detail = '{detail}'");
            assert_eq!(number(&services, &written).await, 1, "{detail}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_and_starts_of_actions_are_flags_in_the_order_of_their_days() {
    on_both(async |services| {
        forty_rounds(&services, "strain", |week| Some(("published", Some(20 + week % 5)))).await;
        write(&services, 3, "Later", "2026-05-13").await;
        write(&services, 1, "Earlier", "2026-03-03").await;
        write(&services, 5, "Elsewhere", "2026-03-03").await;
        write(&services, 3, "Before the chart", "2024-03-03").await;
        write(&services, 3, "Not yet", "2027-03-03").await;
        run(
            &services,
            "INSERT INTO agreed_action (unit_id, driver, what, owner, starts_on, review_on, state)
             VALUES (3, 'recovery', 'Two on the till', 'manager', '2026-04-06', '2026-06-01', 'open')",
        )
        .await;
        let page = trend(&services, Role::Manager, &[]).await;
        let seen: Vec<&str> = page.axis.iter().map(|entry| entry.label.as_str()).collect();
        assert_eq!(seen, ["Earlier", "Two on the till", "Later"]);
        assert_eq!(page.axis[0].unit.as_deref(), Some("Testkjeden"));
        let svg = page.svg.unwrap();
        assert!(svg.contains("Two on the till") && svg.contains("/trends/notes?unit=3#note-"));
        assert!(!svg.contains("Elsewhere") && !svg.contains("Not yet"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_baseline_on_the_usual_range_is_computed_anew() {
    on_both(async |services| {
        // A step from about 20 to about 60 after twenty weeks.
        let step = |week: i64| Some(("published", Some(if week < 20 { 20 } else { 60 } + week % 3)));
        forty_rounds(&services, "strain", step).await;
        let marked = |page: &TrendPage| {
            page.rows.iter().filter(|row| row.last().is_some_and(|cell| !cell.is_empty())).count()
        };
        let before = trend(&services, Role::Manager, &[]).await;
        assert!(marked(&before) > 20, "without a baseline the step is unusual: {}", marked(&before));
        assert!(!before.legend.has_baseline);
        let baseline = NoteForm { baseline: "yes".to_owned(), ..form(2, "New shop", "2026-05-25") };
        notes::add(&services, Some(&actor(Role::Manager, 2)), &baseline).await.unwrap();
        let after = trend(&services, Role::Manager, &[]).await;
        assert_eq!(marked(&after), 0);
        assert!(after.legend.has_baseline);
        assert!(after.svg.unwrap().contains("usual 61"), "the newest level is the one named");
        assert!(after.axis[0].detail.contains("computed anew"));
        // The figures themselves stay as they are.
        let values = |page: &TrendPage| page.rows.iter().map(|row| row[1].clone()).collect::<Vec<_>>();
        assert_eq!(values(&trend(&services, Role::Manager, &[]).await), values(&before));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_measure_that_takes_turns_is_shown_where_it_was_asked_and_nothing_is_made_up_between() {
    on_both(async |services| {
        forty_rounds(&services, "strain", |week| Some(("published", Some(20 + week % 5)))).await;
        forty_rounds(&services, "recovery", |week| match week % 6 {
            0 if week == 12 => Some(("below_k", None)),
            0 if week == 18 => Some(("held", Some(77))),
            0 => Some(("published", Some(40 + week))),
            _ => None,
        })
        .await;
        let page = trend(&services, Role::Manager, &["recovery", "no_such", "strain"]).await;
        let shown: Vec<&str> = page
            .measures
            .iter()
            .filter(|choice| choice.is_shown)
            .map(|choice| choice.name.as_str())
            .collect();
        assert_eq!(shown, ["strain", "recovery"]);
        // Newest first: week 36 is the fourth row from the top.
        let cells: Vec<&str> = page.rows.iter().rev().map(|row| row[2].as_str()).collect();
        assert_eq!(
            (cells[0], cells[1], cells[6], cells[12], cells[18]),
            ("40", "not asked", "46", "hidden", "77 (held)")
        );
        assert_eq!(cells.iter().filter(|cell| **cell == "not asked").count(), 33);
        let svg = page.svg.unwrap();
        assert!(svg.contains("asked every sixth round"));
        assert!(svg.contains("Recovery between shifts, week 2, 2026: 40."));
        assert!(!svg.contains(": 77."), "a figure carried forward stands in the table alone");
        // More than fit are cut to the first, and the page says so.
        for measure in ["overloaded", "underloaded", "support"] {
            forty_rounds(&services, measure, |_| Some(("published", Some(10)))).await;
        }
        let crowded =
            trend(&services, Role::Manager, &["support", "strain", "overloaded", "underloaded"]).await;
        assert_eq!(crowded.measures.iter().filter(|choice| choice.is_shown).count(), 3);
        assert!(crowded.notes.iter().any(|note| note.contains("At most 3")), "{:?}", crowded.notes);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_point_leads_to_its_cases_for_whoever_may_view_them() {
    on_both(async |services| {
        for (unit, day) in
            [(3, "2026-11-03"), (3, "2026-11-08"), (3, "2026-11-09"), (4, "2026-11-03"), (6, "2026-11-03")]
        {
            let complaint = domain::customers::complaint::ComplaintForm {
                what: format!("On {day}"),
                category: "waiting".to_owned(),
                channel: "phone".to_owned(),
                unit: unit.to_string(),
                happened_on: day.to_owned(),
                ..Default::default()
            };
            complaints::log(&services, Some(&actor(Role::Service, 1)), &complaint).await.unwrap();
        }
        let page = trend(&services, Role::Manager, &[]).await;
        let href = page.row_places.iter().rev().find_map(|place| place.cases.clone()).unwrap();
        assert_eq!(href, "/complaints?show=all&unit=3&from=2026-11-02&to=2026-11-08");
        assert!(
            trend(&services, Role::StaffRepresentative, &[])
                .await
                .row_places
                .iter()
                .all(|place| place.cases.is_none())
        );
        let count = async |role_unit: i64, unit: i64, from: &str, to: Option<&str>| {
            let filter = CaseFilter {
                show: Show::All,
                unit: Some(UnitId::new(unit)),
                from: Some(from.parse().unwrap()),
                to: to.map(|day| day.parse().unwrap()),
                ..CaseFilter::default()
            };
            complaints::list(&services, Some(&actor(Role::Manager, role_unit)), &filter)
                .await
                .map(|list| list.total)
        };
        assert_eq!(count(2, 3, "2026-11-02", Some("2026-11-08")).await.unwrap(), 2);
        assert_eq!(count(2, 2, "2026-11-02", Some("2026-11-08")).await.unwrap(), 3, "with all below");
        assert_eq!(count(2, 3, "2026-11-09", None).await.unwrap(), 1);
        for outside in [count(2, 6, "2026-11-02", None).await, count(2, 3, "0001-01-01", None).await] {
            assert!(is_not_found(outside));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comparison_is_asked_about_after_ninety_days_and_says_when_it_held() {
    use domain::insight::competitors::StillSoForm;
    on_both(async |services| {
        let boss = actor(Role::Manager, 2);
        for (unit, label, topic, starts_on, ends_on) in [
            (3, "Corner shop", "hours", "2026-08-01", ""),
            (2, "Corner shop", "hours", "2026-11-01", ""),
            (3, "Corner shop", "price", "2026-01-01", "2026-03-01"),
        ] {
            let form = NoteForm {
                kind: "competitor".to_owned(),
                topic: topic.to_owned(),
                ours: "8–20".to_owned(),
                theirs: "7–23".to_owned(),
                ends_on: ends_on.to_owned(),
                ..form(unit, label, starts_on)
            };
            notes::add(&services, Some(&boss), &form).await.unwrap();
        }
        let campaign = NoteForm { kind: "campaign".to_owned(), ..form(3, "Half price", "2026-10-01") };
        let campaign = notes::add(&services, Some(&boss), &campaign).await.unwrap().0;
        let look = async || competitors::page(&services, Some(&boss), Some(UnitId::new(3))).await.unwrap();
        let page = look().await;
        let rows = |page: &domain::insight::competitors::CompetitorsPage| -> Vec<(usize, usize)> {
            let asked = |rows: &[domain::insight::competitors::ComparedRow]| {
                rows.iter().filter(|row| row.is_to_confirm).count()
            };
            page.topics.iter().map(|(_, rows)| (rows.len(), asked(rows))).collect()
        };
        assert_eq!((rows(&page), page.to_confirm), (vec![(1, 0), (2, 1)], 1), "{page:?}");
        assert_eq!(page.campaigns[0].note.label, "Half price");
        let say = async |who, id: i64, act: &str| {
            let form = StillSoForm { note_id: id.to_string(), act: act.to_owned() };
            competitors::say(&services, Some(who), &form).await.map_err(Error::into_problem)
        };
        let elsewhere = actor(Role::Manager, 5);
        assert_eq!(say(&elsewhere, 1, "still").await, Err(Problem::NotFound));
        assert_eq!(say(&boss, campaign, "still").await, Err(Problem::NotFound));
        assert_eq!(say(&boss, 1, "perhaps").await, Err(Problem::NotFound));
        assert_eq!(say(&boss, 1, "still").await, Ok(UnitId::new(3)));
        let page = look().await;
        assert_eq!(page.to_confirm, 0);
        assert_eq!(page.topics[1].1[1].confirmed_on.unwrap().to_string(), "2026-11-21");
        assert_eq!(say(&boss, 1, "ended").await, Ok(UnitId::new(3)));
        assert_eq!(look().await.topics[1].1[1].ends_on.unwrap().to_string(), "2026-11-21");
        assert_eq!(say(&boss, 1, "still").await, Err(Problem::ChangedMeanwhile));
        assert!(is_not_found(competitors::page(&services, Some(&boss), Some(UnitId::new(6))).await));
    })
    .await;
}
