//! The rules of the release: who may change them, when a change holds, what it never touches.

use std::sync::Arc;

use crate::common::{actor, employee, now, number, on_both, run};
use chrono::{Days, NaiveDate};
use domain::{
    AccountId, Field, Problem, Role, UnitId, Why,
    audit::{AuditFilter, Event},
    insight::figures::CellState,
    staff::privacy::{Deed, Guard, RuleSet, RulesForm, Window},
};
use sea_orm::{ConnectionTrait, Statement};
use service::{
    Actor, Services,
    access::Session,
    clock::StoppedClock,
    privacy,
    release::{self, rule_changes, rules},
    rounds,
};

const USUAL: RuleSet = RuleSet {
    k: 5,
    k_comment: 10,
    authors: 3,
    k_dist: 10,
    every_round_from: 12,
    grace_hours: 24,
    guard: Guard::Mark,
};

fn form(rules: RuleSet) -> RulesForm {
    RulesForm {
        k: rules.k.to_string(),
        k_comment: rules.k_comment.to_string(),
        authors: rules.authors.to_string(),
        k_dist: rules.k_dist.to_string(),
        every_round_from: rules.every_round_from.to_string(),
        grace_hours: rules.grace_hours.to_string(),
        guard: rules.guard.name().to_owned(),
    }
}

/// Two administrators of the whole organisation.
async fn admins(services: &Services) -> [Actor; 2] {
    let mut admins = Vec::new();
    for name in ["anna", "bjorn"] {
        run(
            services,
            &format!("INSERT INTO account (login, name, password_hash) VALUES ('{name}', '{name}', '!')"),
        )
        .await;
        let id = number(services, &format!("SELECT id FROM account WHERE login = '{name}'")).await;
        run(services, &format!("INSERT INTO role_grant VALUES ({id}, 'admin', 1)")).await;
        admins.push(Actor { account: AccountId::new(id), ..actor(Role::Admin, 1) });
    }
    admins.try_into().unwrap()
}

async fn change(services: &Services, by: &Actor, rules: RuleSet) -> Result<Deed, Problem> {
    rule_changes::change(services, Some(by), &form(rules)).await.map_err(service::Error::into_problem)
}

async fn confirm(services: &Services, by: &Actor) -> Result<(), Problem> {
    let id = number(services, "SELECT COALESCE(MAX(id), 0) FROM rules_proposal").await;
    rule_changes::confirm(services, Some(by), id).await.map_err(service::Error::into_problem)
}

fn later(services: &Services, days: u64) -> Services {
    services.with_clock(Arc::new(StoppedClock(now() + Days::new(days))))
}

async fn k_on(services: &Services, day: &str) -> u32 {
    rules::in_force(&services.db.reader, day.parse().unwrap()).await.unwrap().k.get()
}

#[tokio::test(flavor = "multi_thread")]
async fn stricter_rules_hold_at_once_for_rounds_that_are_not_released() {
    on_both(async |services| {
        let [anna, _] = admins(&services).await;
        let wanted = RuleSet { k: 7, guard: Guard::Hold, ..USUAL };
        assert_eq!(change(&services, &anna, wanted).await, Ok(Deed::Raised));
        // Round 1 is closed and waits for its release, round 2 is open.
        assert_eq!(k_on(&services, "2026-11-09").await, 7);
        assert_eq!(k_on(&services, "2026-11-16").await, 7);
        assert_eq!(k_on(&services, "2026-11-08").await, 5, "what was released stays");
        let page = privacy::page(&services, Some(&anna)).await.unwrap();
        assert_eq!((page.rules, page.since), (wanted, NaiveDate::from_ymd_opt(2026, 11, 9)));
        assert_eq!(page.history[0].change.deed, Deed::Raised);
        assert_eq!(page.history[0].who.as_deref(), Some("anna"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lowering_by_one_administrator_changes_nothing() {
    on_both(async |services| {
        let [anna, _] = admins(&services).await;
        let before = number(&services, "SELECT COUNT(*) FROM release_rules").await;
        for lower in [
            RuleSet { k: 4, ..USUAL },
            RuleSet { k_comment: 9, ..USUAL },
            RuleSet { grace_hours: 23, ..USUAL },
            RuleSet { k_dist: 9, ..USUAL },
            RuleSet { every_round_from: 11, ..USUAL },
            RuleSet { k: 6, grace_hours: 12, ..USUAL },
        ] {
            assert_eq!(change(&services, &anna, lower).await, Ok(Deed::Proposed), "{lower:?}");
            assert_eq!(confirm(&services, &anna).await, Err(Problem::SecondAdminNeeded));
            assert_eq!(change(&services, &anna, lower).await, Err(Problem::ProposalWaiting));
            let id = number(&services, "SELECT MAX(id) FROM rules_proposal").await;
            rule_changes::withdraw(&services, Some(&anna), id).await.unwrap();
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM release_rules").await, before);
        for day in ["2026-11-16", "2026-11-23", "2027-06-01"] {
            assert_eq!(k_on(&services, day).await, 5);
        }
        assert_eq!(change(&services, &anna, USUAL).await, Err(Problem::invalid(Field::K, Why::Unchanged)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lowering_by_two_holds_from_the_next_round_that_has_not_begun() {
    on_both(async |services| {
        let [anna, bjorn] = admins(&services).await;
        // A planned round that should have been opened has begun as well; the one after it has not.
        run(
            &services,
            "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on) VALUES
             (3, '2026-11-30', '2026-12-06', 'planned', 'trivsel-1', 'Test', '2026-10-01', '2027-10-01')",
        )
        .await;
        let wanted = RuleSet { k: 4, authors: 3, ..USUAL };
        change(&services, &anna, wanted).await.unwrap();
        confirm(&services, &bjorn).await.unwrap();
        assert_eq!(k_on(&services, "2026-11-16").await, 5, "the open round");
        assert_eq!(k_on(&services, "2026-11-22").await, 5);
        assert_eq!(k_on(&services, "2026-11-23").await, 4);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM rules_proposal").await, 0);
        let page = privacy::page(&services, Some(&anna)).await.unwrap();
        let next = page.next.unwrap();
        assert_eq!(next.from_on, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        assert_eq!(next.steps, USUAL.steps_to(&wanted));
        // The planned change can be called off by one, and a stricter wish undoes it too.
        rule_changes::cancel(&services, Some(&bjorn)).await.unwrap();
        assert_eq!(k_on(&services, "2026-11-30").await, 5);
        change(&services, &anna, wanted).await.unwrap();
        // By then the third round has begun, though nobody has opened it.
        let december = later(&services, 10);
        confirm(&december, &bjorn).await.unwrap();
        assert_eq!(k_on(&services, "2026-11-30").await, 5);
        assert_eq!(k_on(&services, "2026-12-07").await, 4);
        assert_eq!(change(&december, &anna, USUAL).await, Ok(Deed::Raised));
        assert_eq!(k_on(&services, "2026-12-07").await, 5);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn raising_never_lowers_an_earlier_round_with_stricter_rules() {
    on_both(async |services| {
        let [anna, bjorn] = admins(&services).await;
        change(&services, &anna, RuleSet { k: 8, ..USUAL }).await.unwrap();
        change(&services, &anna, RuleSet { k: 4, ..USUAL }).await.unwrap();
        confirm(&services, &bjorn).await.unwrap();
        // Compared with what is coming this is stricter; the rounds before it keep their eight.
        assert_eq!(change(&services, &anna, RuleSet { k: 6, ..USUAL }).await, Ok(Deed::Raised));
        assert_eq!(k_on(&services, "2026-11-16").await, 8);
        assert_eq!(k_on(&services, "2026-11-23").await, 6);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_lapses_and_falls_with_its_author() {
    on_both(async |services| {
        let [anna, bjorn] = admins(&services).await;
        let lower = RuleSet { k: 4, ..USUAL };
        change(&services, &anna, lower).await.unwrap();
        assert_eq!(confirm(&later(&services, 14), &bjorn).await, Err(Problem::ChangedMeanwhile));
        let undone = [
            (
                format!("UPDATE account SET state = 'locked' WHERE id = {}", anna.account),
                format!("UPDATE account SET state = 'active' WHERE id = {}", anna.account),
            ),
            (
                format!("UPDATE role_grant SET unit_id = 2 WHERE account_id = {}", anna.account),
                format!("UPDATE role_grant SET unit_id = 1 WHERE account_id = {}", anna.account),
            ),
        ];
        for (gone, back) in undone {
            run(&services, &gone).await;
            assert_eq!(confirm(&services, &bjorn).await, Err(Problem::ChangedMeanwhile), "{gone}");
            assert!(privacy::page(&services, Some(&bjorn)).await.unwrap().proposal.is_none());
            run(&services, &back).await;
        }
        // Stricter rules take the ground from under a proposal.
        change(&services, &bjorn, RuleSet { k: 6, ..USUAL }).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM rules_proposal").await, 0);
        change(&services, &anna, lower).await.unwrap();
        let page = privacy::page(&services, Some(&bjorn)).await.unwrap();
        assert!(!page.proposal.unwrap().is_own);
        assert_eq!(confirm(&later(&services, 13), &bjorn).await, Ok(()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_an_administrator_of_the_whole_organisation_with_a_fresh_proof_changes_rules() {
    on_both(async |services| {
        let [anna, _] = admins(&services).await;
        let raised = RuleSet { k: 6, ..USUAL };
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Admin) {
            assert_eq!(change(&services, &actor(role, 1), raised).await, Err(Problem::Forbidden), "{role:?}");
        }
        assert_eq!(change(&services, &actor(Role::Admin, 2), raised).await, Err(Problem::Forbidden));
        let session =
            Session { token_hash: vec![1], proof: domain::access::Proof::Code, is_for_answers: false };
        let unproven = Actor { session: Some(session), ..anna.clone() };
        assert_eq!(change(&services, &unproven, raised).await, Err(Problem::ProofNeeded));
        assert_eq!(confirm(&services, &unproven).await, Err(Problem::ProofNeeded));
        assert_eq!(k_on(&services, "2026-11-16").await, 5);
        let nobody =
            rule_changes::change(&services, None, &form(raised)).await.map_err(service::Error::into_problem);
        assert_eq!(nobody, Err(Problem::SignInNeeded));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_are_no_threshold_for_the_use_case_nor_for_the_database() {
    on_both(async |services| {
        let [anna, _] = admins(&services).await;
        let refused = change(&services, &anna, RuleSet { k: 2, ..USUAL }).await;
        assert_eq!(refused, Err(Problem::invalid(Field::K, Why::BelowFloor)));
        let refused = change(&services, &anna, RuleSet { every_round_from: 7, ..USUAL }).await;
        assert_eq!(refused, Err(Problem::invalid(Field::EveryRoundFrom, Why::BelowEight)));
        for columns in ["k_dist = 2", "every_round_from = 7"] {
            let update = format!("UPDATE release_rules SET {columns}");
            assert!(services.db.writer().execute_unprepared(&update).await.is_err(), "{update}");
        }
        for table in ["release_rules", "organisation"] {
            for columns in ["k = 2, k_comment = 10", "k = 2", "k_comment = 2"] {
                let update = format!("UPDATE {table} SET {columns}");
                assert!(services.db.writer().execute_unprepared(&update).await.is_err(), "{update}");
            }
        }
        for values in ["2, 10, 3", "5, 2, 3", "5, 10, 2"] {
            for (table, rest) in [
                ("release_rules (k, k_comment, authors, grace_hours, roster_guard, from_on)", "24, 'mark', '2027-01-01'"),
                (
                    "rules_proposal (k, k_comment, authors, grace_hours, roster_guard, proposed_by, proposed_at)",
                    "24, 'mark', 1, '2026-11-21 10:00:00+00:00'",
                ),
            ] {
                let insert = format!("INSERT INTO {table} VALUES ({values}, {rest})");
                assert!(services.db.writer().execute_unprepared(&insert).await.is_err(), "{insert}");
            }
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM release_rules WHERE k < 3").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_released_keeps_its_rules_whatever_is_changed_afterwards() {
    on_both(async |services| {
        let [anna, bjorn] = admins(&services).await;
        run(&services, "INSERT INTO turnout (round_id, unit_id, count) VALUES (1, 6, 6)").await;
        run(&services, "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES (1, 6, 'C2', 4, 6)").await;
        release::release_due(&services).await.unwrap();
        let ledger = async || {
            let db = &services.db.reader;
            let sql = "SELECT unit_id, measure, round_id, state, params_hash, value FROM released_figure ORDER BY 1, 2, 3";
            let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
            let cell = |row: &sea_orm::QueryResult| {
                let unit: i64 = row.try_get_by("unit_id").unwrap();
                let (state, hash): (String, String) =
                    (row.try_get_by("state").unwrap(), row.try_get_by("params_hash").unwrap());
                (unit, state, hash, row.try_get::<Option<i32>>("", "value").unwrap())
            };
            rows.iter().map(cell).collect::<Vec<_>>()
        };
        let before = ledger().await;
        assert!(!before.is_empty());
        change(&services, &anna, RuleSet { k: 9, ..USUAL }).await.unwrap();
        change(&services, &anna, RuleSet { k: 3, ..USUAL }).await.unwrap();
        confirm(&services, &bjorn).await.unwrap();
        assert!(release::release_due(&services).await.unwrap().is_empty());
        assert_eq!(ledger().await, before);
        // The day before round 2 belongs to a round that is released: nothing was changed for it.
        assert_eq!(k_on(&services, "2026-11-15").await, 5);
        assert_eq!(k_on(&services, "2026-11-16").await, 9);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn employees_are_told_of_lowered_rules_before_and_for_four_weeks_after() {
    on_both(async |services| {
        let [anna, bjorn] = admins(&services).await;
        let told = async |services: &Services| {
            let page = rounds::check_in_page(services, Some(&employee(1))).await.unwrap();
            page.lowering.map(|lowering| (lowering.from_on.to_string(), lowering.steps))
        };
        assert_eq!(told(&services).await, None);
        let stricter = RuleSet { k_comment: 12, ..USUAL };
        change(&services, &anna, stricter).await.unwrap();
        assert_eq!(told(&services).await, None, "stricter rules are no loss");
        let lower = RuleSet { k: 4, ..stricter };
        change(&services, &anna, lower).await.unwrap();
        assert_eq!(told(&services).await, None, "a proposal is no change");
        confirm(&services, &bjorn).await.unwrap();
        let expected = Some(("2026-11-23".to_owned(), stricter.steps_to(&lower)));
        assert_eq!(told(&services).await, expected);
        let stored =
            async |days| privacy::stored(&later(&services, days).staff, false).await.unwrap().lowering;
        assert!(stored(0).await.is_some());
        assert!(stored(30).await.is_some(), "28 days after 23 November is 21 December");
        assert!(stored(31).await.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_stands_in_the_audit_log_with_both_administrators() {
    on_both(async |services| {
        let [anna, bjorn] = admins(&services).await;
        change(&services, &anna, RuleSet { k: 4, ..USUAL }).await.unwrap();
        confirm(&services, &bjorn).await.unwrap();
        let filter = AuditFilter { event: Some(Event::ThresholdChanged), ..AuditFilter::default() };
        let rows =
            service::organisation::audit_page::list(&services, Some(&anna), &filter).await.unwrap().rows;
        assert_eq!(rows[0].detail, "confirmed k:5>4 from:2026-11-23");
        assert_eq!((rows[0].who.as_deref(), rows[0].whom.as_deref()), (Some("bjorn"), Some("anna")));
        assert_eq!(rows[1].detail, "proposed k:5>4");
        let history = privacy::page(&services, Some(&actor(Role::Hr, 1))).await.unwrap().history;
        assert_eq!(
            history.iter().map(|row| row.change.deed).collect::<Vec<_>>(),
            [Deed::Confirmed, Deed::Proposed]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn states_and_windows_are_for_those_who_see_figures_and_in_their_units_only() {
    on_both(async |services| {
        run(&services, "INSERT INTO turnout (round_id, unit_id, count) VALUES (1, 6, 6), (1, 3, 2)").await;
        let tally = "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES (1, 6, 'C2', 4, 6), (1, 3, 'C2', 2, 2)";
        run(&services, tally).await;
        run(
            &services,
            "INSERT INTO quarter_window (quarter, unit_id, rounds) VALUES
             ('2026-10-01', 3, 13), ('2026-10-01', 4, NULL), ('2026-10-01', 1, 1)",
        )
        .await;
        release::release_due(&services).await.unwrap();
        assert!(privacy::page(&services, Some(&actor(Role::Admin, 1))).await.unwrap().states.is_none());
        let whole = privacy::page(&services, Some(&actor(Role::Hr, 1))).await.unwrap().states.unwrap();
        let cells: u32 = whole.rounds[0].counts.iter().map(|(_, count)| count).sum();
        let ledger = number(&services, "SELECT COUNT(*) FROM released_figure").await;
        assert_eq!(i64::from(cells), ledger);
        assert!(whole.rounds[0].counts.iter().any(|(state, _)| *state == CellState::Published));
        let window = |id: i64| whole.units.iter().find(|unit| unit.unit.id == UnitId::new(id)).unwrap().window;
        assert_eq!(
            [3, 4, 6, 1].map(window),
            [Window::Quarter, Window::Never, Window::Third, Window::EachRound]
        );
        let part = privacy::page(&services, Some(&actor(Role::StaffRepresentative, 5))).await.unwrap();
        let part = part.states.unwrap();
        assert_eq!(part.units.iter().map(|unit| unit.unit.id).collect::<Vec<_>>(), [5, 6].map(UnitId::new));
        assert!(!part.rounds[0].counts.iter().any(|(_, count)| i64::from(*count) >= ledger));
    })
    .await;
}
