//! Documentation of the psychosocial working environment: written, shared, read, approved, and never changed.

use domain::{
    Lang, Problem, Role, UnitId,
    insight::{
        hse::{
            Gap, HseAboutForm, HseAct, HseActForm, HseFactor, HseMeetingForm, HsePage, HseReadingForm,
            HseRowForm, HseState,
        },
        pack_checks::ApproveForm,
    },
};
use sea_orm::ConnectionTrait;
use service::{
    Error, Services,
    hse::{
        pages::{self, Asked},
        steps,
    },
    pack,
};

use crate::common::{actor, number, on_both, run};

const QUARTER: &str = "2026Q4";

/// One released round with a figure of every unit.
async fn released(services: &Services) {
    run(services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1").await;
    run(
        services,
        "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
             rule_version, params_hash, input_digest, released_on)
         SELECT id, 'strain', 1, 1, 'published', FALSE, 40 + id, 1, '', '', '2026-11-17' FROM unit",
    )
    .await;
}

async fn page(services: &Services, role: Role, at: i64, unit: i64) -> Result<HsePage, Problem> {
    let asked = Asked { n: None, lang: Lang::En, site: "https://trivsel.example" };
    pages::page(services, Some(&actor(role, at)), QUARTER, UnitId::new(unit), asked)
        .await
        .map_err(Error::into_problem)
}

async fn newest(services: &Services, unit: i64) -> HsePage {
    page(services, Role::Hr, 1, unit).await.unwrap()
}

async fn write(services: &Services, unit: i64, factor: HseFactor, form: HseRowForm) -> Result<(), Problem> {
    let version = newest(services, unit).await.n.to_string();
    let form = HseRowForm { version, ..form };
    let hr = actor(Role::Hr, 1);
    steps::save_row(services, Some(&hr), QUARTER, UnitId::new(unit), factor, &form)
        .await
        .map_err(Error::into_problem)
}

async fn step(services: &Services, role: Role, unit: i64, act: HseAct) -> Result<(), Problem> {
    let form = HseActForm { version: newest(services, unit).await.n.to_string() };
    let actor = actor(role, 1);
    steps::step(services, Some(&actor), QUARTER, UnitId::new(unit), act, &form)
        .await
        .map_err(Error::into_problem)
}

fn assessed(text: &str) -> HseRowForm {
    HseRowForm { relevance: "relevant".into(), assessment: text.into(), ..HseRowForm::default() }
}

async fn read(services: &Services, role: Role, at: i64, unit: i64, remark: &str) -> Result<(), Problem> {
    let form = HseReadingForm { version: newest(services, unit).await.n.to_string(), remark: remark.into() };
    let actor = actor(role, at);
    steps::read(services, Some(&actor), QUARTER, UnitId::new(unit), &form).await.map_err(Error::into_problem)
}

/// All factors of a unit's document assessed, one with a measure.
async fn written(services: &Services, unit: i64) {
    for factor in [HseFactor::B, HseFactor::C, HseFactor::D, HseFactor::Harassment, HseFactor::Violence] {
        let form =
            HseRowForm { relevance: "not_relevant".into(), ..assessed("Does not occur in this work.") };
        write(services, unit, factor, form).await.unwrap();
    }
    let form = HseRowForm {
        hse_measure: "Two at the till after four".into(),
        owner: "Manager".into(),
        due_on: "2026-12-07".into(),
        ..assessed("High strain since the new rota.")
    };
    write(services, unit, HseFactor::A, form).await.unwrap();
}

async fn approve_figures(services: &Services) {
    let hr = actor(Role::Hr, 1);
    let page = pack::approve_page(services, Some(&hr), QUARTER, Lang::En).await.unwrap();
    let form = ApproveForm { model: page.model.unwrap(), version: page.last_version.to_string() };
    pack::approve(services, Some(&hr), QUARTER, &form).await.unwrap();
}

async fn meet(services: &Services, unit: i64) {
    let form = HseMeetingForm {
        held_on: "2026-11-18".into(),
        forum: "amu".into(),
        present: "Manager, safety delegate".into(),
        remark: "The rota comes up before December.".into(),
    };
    steps::add_meeting(services, Some(&actor(Role::Hr, 1)), QUARTER, UnitId::new(unit), &form).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_goes_from_draft_to_shared_to_approved_and_each_step_has_its_gate() {
    on_both(async |services| {
        released(&services).await;
        assert_eq!(newest(&services, 1).await.n, 0, "a page to begin on");
        assert_eq!(step(&services, Role::Hr, 1, HseAct::Share).await, Err(Problem::ChangedMeanwhile));
        written(&services, 1).await;
        let draft = newest(&services, 1).await;
        assert_eq!((draft.n, draft.state), (6, HseState::Draft));
        assert!(
            draft.versions[0].changed[0].starts_with("Unclear or conflicting demands: "),
            "{:?}",
            draft.versions[0]
        );
        // A draft is nobody else's; a representative of another site sees nothing at all.
        for role in [Role::StaffRepresentative, Role::Manager, Role::Employee] {
            assert_eq!(page(&services, role, 1, 1).await.err(), Some(Problem::NotFound), "{role:?}");
        }
        assert_eq!(step(&services, Role::Hr, 1, HseAct::Approve).await, Err(Problem::ChangedMeanwhile));
        step(&services, Role::Hr, 1, HseAct::Share).await.unwrap();
        let shared = page(&services, Role::StaffRepresentative, 1, 1).await.unwrap();
        assert_eq!((shared.state, shared.may_remark, shared.may_write), (HseState::Shared, true, false));
        assert_eq!(page(&services, Role::Employee, 1, 1).await.err(), Some(Problem::NotFound));
        let gaps = newest(&services, 1).await.gaps;
        assert_eq!(gaps, [Gap::FiguresNotApproved, Gap::NoMeeting, Gap::NotRead]);
        assert_eq!(step(&services, Role::Hr, 1, HseAct::Approve).await, Err(Problem::Forbidden));
        approve_figures(&services).await;
        meet(&services, 1).await;
        read(&services, Role::StaffRepresentative, 1, 1, "Agreed.").await.unwrap();
        assert!(newest(&services, 1).await.gaps.is_empty());
        assert_eq!(step(&services, Role::Manager, 1, HseAct::Approve).await, Err(Problem::Forbidden));
        step(&services, Role::Hr, 1, HseAct::Approve).await.unwrap();
        let approved = page(&services, Role::Employee, 1, 1).await.unwrap();
        assert_eq!((approved.n, approved.state, approved.may_write), (8, HseState::Approved, false));
        assert!(approved.id.as_ref().unwrap().starts_with("D-"), "{:?}", approved.id);
        assert_eq!(approved.versions.len(), 1, "no draft is listed for who may not see it");
        // Each step one row of the audit log.
        for (event, count) in [
            ("hse_changed", 6),
            ("hse_shared", 1),
            ("hse_approved", 1),
            ("hse_read", 1),
            ("hse_discussed", 1),
        ] {
            let sql = format!("SELECT COUNT(*) FROM audit WHERE event = '{event}'");
            assert_eq!(number(&services, &sql).await, count, "{event}");
        }
        let ids = "SELECT COUNT(*) FROM review_document WHERE form = 'hse'";
        assert_eq!(number(&services, ids).await, 2, "in either language");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_approved_version_replaces_the_one_before_which_stays_to_be_read() {
    on_both(async |services| {
        released(&services).await;
        approve_figures(&services).await;
        written(&services, 2).await;
        meet(&services, 2).await;
        for round in 0..2 {
            step(&services, Role::Hr, 2, HseAct::Share).await.unwrap();
            // The unit's manager reads and remarks too; what counts is the representative.
            read(&services, Role::Manager, 2, 2, "").await.unwrap();
            assert_eq!(newest(&services, 2).await.gaps, [Gap::NotRead]);
            read(&services, Role::StaffRepresentative, 1, 2, "").await.unwrap();
            step(&services, Role::Hr, 2, HseAct::Approve).await.unwrap();
            if round == 0 {
                write(&services, 2, HseFactor::A, assessed("Better since November.")).await.unwrap();
            }
        }
        let states: Vec<HseState> = page(&services, Role::Employee, 2, 2)
            .await
            .unwrap()
            .versions
            .iter()
            .map(|own| own.state)
            .collect();
        assert_eq!(states, [HseState::Approved, HseState::Superseded]);
        let asked = Asked { n: Some(8), lang: Lang::En, site: "https://trivsel.example" };
        let before = pages::page(&services, Some(&actor(Role::Employee, 2)), QUARTER, UnitId::new(2), asked)
            .await
            .unwrap();
        assert_eq!(before.rows[0].0.assessment, "High strain since the new rota.");
        assert_eq!(page(&services, Role::Employee, 5, 2).await.err(), Some(Problem::NotFound), "a sibling's");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_write_at_once_the_second_hears_that_something_changed() {
    on_both(async |services| {
        released(&services).await;
        let hr = actor(Role::Hr, 1);
        let form =
            HseAboutForm { version: "0".into(), goals: "Less strain".into(), ..HseAboutForm::default() };
        steps::save_about(&services, Some(&hr), QUARTER, UnitId::new(1), &form).await.unwrap();
        let again = steps::save_about(&services, Some(&hr), QUARTER, UnitId::new(1), &form).await;
        assert_eq!(again.unwrap_err().into_problem(), Problem::ChangedMeanwhile);
        assert_eq!(newest(&services, 1).await.about.goals, "Less strain");
        for role in [Role::StaffRepresentative, Role::Manager, Role::Employee, Role::Admin] {
            let refused =
                steps::save_about(&services, Some(&actor(role, 1)), QUARTER, UnitId::new(1), &form).await;
            assert_eq!(refused.unwrap_err().into_problem(), Problem::Forbidden, "{role:?}");
        }
        let beside =
            steps::save_about(&services, Some(&actor(Role::Hr, 2)), QUARTER, UnitId::new(5), &form).await;
        assert_eq!(beside.unwrap_err().into_problem(), Problem::NotFound);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_is_changed_or_removed_by_nobody() {
    on_both(async |services| {
        released(&services).await;
        written(&services, 1).await;
        meet(&services, 1).await;
        step(&services, Role::Hr, 1, HseAct::Share).await.unwrap();
        read(&services, Role::StaffRepresentative, 1, 1, "").await.unwrap();
        for table in ["hse_document", "hse_version", "hse_row", "hse_meeting", "hse_reading"] {
            for sql in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET id = id")] {
                assert!(services.db.writer().execute_unprepared(&sql).await.is_err(), "{sql}");
            }
        }
    })
    .await;
}
