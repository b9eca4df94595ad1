//! Opening hours: whose hold, what a change means for what runs and for what has ended, who changed what.

use std::sync::Arc;

use base::{Base, clock::StoppedClock};
use chrono::{DateTime, Utc};
use customers::{complaints, hours};
use domain::{
    Field, Problem, Role, UnitId, Why,
    customers::{
        case::{Act, ActForm},
        complaint::ComplaintForm,
        hours::{HoursForm, Source},
        words::ClockKind,
    },
};
use testing::{actor, number, on_both, run};

fn form(act: &str, pairs: &[(&str, &str)]) -> HoursForm {
    let usual = [("timezone", "Europe/Oslo"), ("holidays", "NO"), ("act", act)];
    let all = usual.iter().chain(pairs).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    HoursForm(all.collect())
}

async fn keep(base: &Base, role: Role, top: i64, unit: i64, form: &HoursForm) -> Result<(), Problem> {
    hours::change(base, Some(&actor(role, top)), UnitId::new(unit), form)
        .await
        .map_err(base::Error::into_problem)
}

fn base_at(base: &Base, now: &str) -> Base {
    let now: DateTime<Utc> = now.parse().unwrap();
    Base { clock: Arc::new(StoppedClock(now)), ..base.clone() }
}

async fn log(base: &Base, unit: &str) -> String {
    let form = ComplaintForm {
        what: "Waited".to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: unit.to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&actor(Role::Service, 1)), &form).await.unwrap().reference
}

async fn due(base: &Base, reference: &str, kind: ClockKind) -> String {
    let page = complaints::page(base, Some(&actor(Role::Service, 1)), reference, None).await.unwrap();
    page.clocks.into_iter().find(|clock| clock.kind == kind).unwrap().due.unwrap()
}

async fn is_whole(base: &Base) {
    let audit = complaints::audit::run(base).await.unwrap();
    assert_eq!(audit.differences, Vec::<String>::new());
}

const LATE: [(&str, &str); 5] =
    [("mon", "12-20"), ("tue", "12-20"), ("wed", "12-20"), ("thu", "12-20"), ("fri", "12-20")];

#[tokio::test(flavor = "multi_thread")]
async fn the_hours_of_the_nearest_unit_above_hold_and_only_what_runs_is_reckoned_anew() {
    on_both(async |base| {
        let (ended, runs) = (log(&base, "3").await, log(&base, "3").await);
        let elsewhere = log(&base, "6").await;
        // On Monday the first one is acknowledged: that promise has ended.
        let monday = base_at(&base, "2026-11-23T08:00:00Z");
        let desk = actor(Role::Service, 1);
        let acknowledge = ActForm { version: "1".to_owned(), ..ActForm::default() };
        complaints::act(&monday, Some(&desk), &ended, Act::Acknowledge, &acknowledge).await.unwrap();
        let was = due(&monday, &ended, ClockKind::Acknowledge).await;
        keep(&monday, Role::Manager, 2, 2, &form("save", &LATE)).await.unwrap();
        complaints::upkeep::reckon(&monday).await.unwrap();
        assert_eq!(due(&monday, &ended, ClockKind::Acknowledge).await, was, "it keeps its figures");
        assert_eq!(due(&monday, &runs, ClockKind::Acknowledge).await, "2026-11-23 20:00");
        assert_eq!(due(&monday, &runs, ClockKind::Answer).await, "2026-11-27 20:00");
        assert_eq!(due(&monday, &elsewhere, ClockKind::Answer).await, "2026-11-27 16:00", "another site");
        is_whole(&monday).await;
        // A later event of the case does not reckon anew what has ended.
        let note = ActForm { note: "Called".to_owned(), ..ActForm::default() };
        complaints::act(&monday, Some(&desk), &ended, Act::Note, &note).await.unwrap();
        assert_eq!(due(&monday, &ended, ClockKind::Acknowledge).await, was);
        is_whole(&monday).await;
        // Handed over to another site, it keeps the hours of whoever received it.
        let over = ActForm {
            version: "9".to_owned(),
            holder: "6".to_owned(),
            reason: "Theirs".to_owned(),
            ..ActForm::default()
        };
        complaints::act(&monday, Some(&desk), &runs, Act::HandOver, &over).await.unwrap();
        assert_eq!(due(&monday, &runs, ClockKind::Answer).await, "2026-11-27 20:00");
        // The team goes to the other site, and its hours with it.
        run(&monday, "UPDATE unit SET parent_id = 5 WHERE id = 3").await;
        run(&monday, "INSERT INTO unit_change (unit_id, on_day, change, old_parent_id) VALUES (3, '2026-11-23', 'moved', 2)")
            .await;
        run(&monday, "UPDATE organisation SET tree_version = tree_version + 1").await;
        complaints::upkeep::reckon(&monday).await.unwrap();
        assert_eq!(due(&monday, &runs, ClockKind::Answer).await, "2026-11-27 16:00");
        is_whole(&monday).await;
        let marked = "SELECT COUNT(*) FROM complaint WHERE NOT is_clocked";
        assert_eq!(number(&monday, marked).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_hold_from_their_day_and_a_day_of_ones_own_goes_before_those_above() {
    on_both(async |base| {
        let runs = log(&base, "3").await;
        let later: Vec<_> = LATE.into_iter().chain([("from_on", "2026-11-26")]).collect();
        keep(&base, Role::Admin, 1, 2, &form("save", &later)).await.unwrap();
        complaints::upkeep::reckon(&base).await.unwrap();
        assert_eq!(due(&base, &runs, ClockKind::Acknowledge).await, "2026-11-23 16:00");
        assert_eq!(due(&base, &runs, ClockKind::Answer).await, "2026-11-27 20:00");
        // The organisation is closed on Thursday, but for the team.
        let closed = form("except", &[("day", "2026-11-26"), ("intervals", "")]);
        keep(&base, Role::Admin, 1, 1, &closed).await.unwrap();
        complaints::upkeep::reckon(&base).await.unwrap();
        assert_eq!(due(&base, &runs, ClockKind::Answer).await, "2026-11-30 20:00");
        let open = form("except", &[("day", "2026-11-26"), ("intervals", "10-11")]);
        keep(&base, Role::Manager, 2, 3, &open).await.unwrap();
        complaints::upkeep::reckon(&base).await.unwrap();
        assert_eq!(due(&base, &runs, ClockKind::Answer).await, "2026-11-27 20:00");
        let manager = actor(Role::Manager, 2);
        let page = hours::page(&base, Some(&manager), Some(UnitId::new(3)), None).await.unwrap();
        assert_eq!(page.source, Source::Usual, "the new hours begin on Thursday");
        assert_eq!((page.exceptions.len(), page.exceptions[0].above.clone()), (1, None));
        let site = hours::page(&base, Some(&manager), Some(UnitId::new(2)), None).await.unwrap();
        assert_eq!(site.exceptions[0].above.as_deref(), Some("Testkjeden"));
        assert_eq!(site.planned.len(), 1);
        assert_eq!(site.changes[0].detail.split(':').next(), Some("2026-11-26"));
        assert_eq!(site.changes[0].who.as_deref(), Some("Sixteen"));
        keep(&base, Role::Manager, 2, 3, &form("ordinary", &[("day", "2026-11-26")])).await.unwrap();
        keep(&base, Role::Manager, 2, 2, &form("drop", &[("from_on", "2026-11-26")])).await.unwrap();
        complaints::upkeep::reckon(&base).await.unwrap();
        assert_eq!(due(&base, &runs, ClockKind::Answer).await, "2026-11-30 16:00");
        assert_eq!(number(&base, "SELECT COUNT(*) FROM audit WHERE event = 'hours_changed'").await, 5);
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_without_hours_falls_to_the_one_above_again() {
    on_both(async |base| {
        keep(&base, Role::Admin, 1, 2, &form("save", &LATE)).await.unwrap();
        keep(&base, Role::Manager, 2, 3, &form("save", &[("sat", "10-14")])).await.unwrap();
        let manager = actor(Role::Manager, 2);
        let source = async |unit: i64| {
            hours::page(&base, Some(&manager), Some(UnitId::new(unit)), None).await.unwrap().source
        };
        assert_eq!(source(3).await, Source::Own);
        assert_eq!(source(4).await, Source::Above("Site S".to_owned()));
        keep(&base, Role::Manager, 2, 3, &form("follow", &[])).await.unwrap();
        assert_eq!(source(3).await, Source::Above("Site S".to_owned()));
        let again = keep(&base, Role::Manager, 2, 3, &form("follow", &[])).await;
        assert_eq!(again, Err(Problem::NotFound));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_refused_and_changes_nothing() {
    on_both(async |base| {
        let no_week = form("save", &[]);
        let night = form("save", &[("mon", "22-06"), ("tue", "05-12")]);
        let zone = form("save", &[("mon", "8-16"), ("timezone", "Mars/Base")]);
        let past = form("save", &[("mon", "8-16"), ("from_on", "2026-11-20")]);
        let overlap = form("except", &[("day", "2026-12-01"), ("intervals", "8-12, 11-16")]);
        for (form, field, why) in [
            (no_week, Field::Mon, Why::NeverOpen),
            (night, Field::Tue, Why::RunsInto),
            (zone, Field::Timezone, Why::NotAChoice),
            (past, Field::FromOn, Why::InPast),
            (overlap, Field::Intervals, Why::RunsInto),
            (form("save", &[("mon", "16-8")]), Field::Mon, Why::EndsFirst),
            (form("except", &[("day", "2029-12-01"), ("intervals", "")]), Field::Day, Why::TooFar),
        ] {
            assert_eq!(keep(&base, Role::Manager, 2, 2, &form).await, Err(Problem::invalid(field, why)));
        }
        let good = form("save", &[("mon", "8-16")]);
        assert_eq!(keep(&base, Role::Manager, 2, 5, &good).await, Err(Problem::NotFound), "another site");
        assert_eq!(keep(&base, Role::Manager, 2, 1, &good).await, Err(Problem::NotFound), "above");
        assert_eq!(keep(&base, Role::Service, 2, 2, &good).await, Err(Problem::Forbidden));
        run(&base, "UPDATE unit SET closed_on = '2026-11-01' WHERE id = 3").await;
        assert_eq!(keep(&base, Role::Manager, 2, 3, &good).await, Err(Problem::NotFound), "closed");
        assert_eq!(number(&base, "SELECT COUNT(*) FROM calendar").await, 0);
        // Trying out says what it would mean and keeps nothing.
        let desk = actor(Role::Manager, 2);
        hours::check(&base, Some(&desk), UnitId::new(2), &good).await.unwrap();
        let page = hours::page(&base, Some(&desk), Some(UnitId::new(2)), Some(&good)).await.unwrap();
        assert_eq!(page.preview.received, "2026-11-21 15:30");
        assert_eq!(page.preview.acknowledged.as_deref(), Some("2026-11-23 16:00"));
        assert_eq!(page.preview.answered.as_deref(), Some("2026-12-21 16:00"), "five Mondays");
        assert_eq!(page.preview.minutes, 8 * 60);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM calendar").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_night_in_which_clocks_change_counts_as_long_as_it_is() {
    on_both(async |base| {
        // The night before 28 March 2027 has an hour less.
        let spring = base_at(&base, "2027-03-26T10:00:00Z");
        let night = form("save", &[("sat", "22-06"), ("fri", "22-06"), ("holidays", "none")]);
        keep(&spring, Role::Admin, 1, 1, &night).await.unwrap();
        let reference = log(&spring, "3").await;
        assert_eq!(due(&spring, &reference, ClockKind::Acknowledge).await, "2027-03-28 06:00");
        let sql = "SELECT budget_s FROM case_clock WHERE kind = 'acknowledge'";
        assert_eq!(number(&spring, sql).await, (8 + 7) * 3600);
    })
    .await;
}
