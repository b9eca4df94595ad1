//! Approved reviews of a quarter: frozen, told apart, found again by their files.

use domain::{
    Lang, Problem, Role,
    insight::{
        pack_checks::{ApproveForm, Checked},
        pack_pages::ApprovePage,
    },
};
use service::{
    Services,
    pack::{self, Which, check, documents, pages::Asked},
};

use crate::common::{actor, number, on_both, run};

/// One released round with a figure and complaints of every unit.
async fn released(services: &Services) {
    run(services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1").await;
    run(
        services,
        "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
             rule_version, params_hash, input_digest, released_on)
         SELECT id, 'strain', 1, 1, 'published', FALSE, 40 + id, 1, '', '', '2026-11-17' FROM unit",
    )
    .await;
    run(
        services,
        "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
         SELECT id, 'week', '2026-11-09', 31, 1000 FROM unit",
    )
    .await;
}

async fn form(services: &Services) -> ApproveForm {
    let hr = actor(Role::Hr, 1);
    let page: ApprovePage = pack::approve_page(services, Some(&hr), "2026Q4", Lang::En).await.unwrap();
    ApproveForm { model: page.model.unwrap_or_default(), version: page.last_version.to_string() }
}

async fn taken(services: &Services, which: Which) -> Vec<u8> {
    let rep = actor(Role::StaffRepresentative, 1);
    let format = documents::Format::Json;
    let asked = Asked { which, lang: Lang::Nb, site: "https://trivsel.example" };
    documents::file(services, Some(&rep), "2026Q4", None, format, asked).await.unwrap().bytes
}

#[tokio::test]
async fn an_approved_quarter_stays_as_it_was_on_both_databases() {
    on_both(|services| async move {
        released(&services).await;
        let hr = actor(Role::Hr, 1);
        let first = form(&services).await;
        assert_eq!(pack::approve(&services, Some(&hr), "2026Q4", &first).await.unwrap(), 1);
        let frozen = taken(&services, Which::Newest).await;
        run(&services, "UPDATE voice_rollup SET complaints = 57 WHERE unit_id = 3").await;
        assert_eq!(taken(&services, Which::Version(1)).await, frozen);
        let again = pack::approve(&services, Some(&hr), "2026Q4", &first).await;
        assert_eq!(again.unwrap_err().into_problem(), Problem::ChangedMeanwhile);
        let second = form(&services).await;
        assert_eq!(pack::approve(&services, Some(&hr), "2026Q4", &second).await.unwrap(), 2);
        assert_ne!(taken(&services, Which::Newest).await, frozen);
        // The database itself lets nobody change what was approved.
        use sea_orm::ConnectionTrait;
        for statement in ["UPDATE review_pack SET model = '{}'", "DELETE FROM review_pack"] {
            let changed = services.db.writer().execute_unprepared(statement).await;
            assert!(changed.is_err(), "{statement}");
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM review_pack").await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_file_is_found_by_its_hash_on_both_databases() {
    on_both(|services| async move {
        released(&services).await;
        let hr = actor(Role::Hr, 1);
        pack::approve(&services, Some(&hr), "2026Q4", &form(&services).await).await.unwrap();
        let mut hash = check::FileHash::default();
        hash.add(&taken(&services, Which::Newest).await);
        let hash = hash.hex();
        let Checked::Known(known) = check::check(&services, &hash, Lang::En).await.unwrap() else {
            panic!("not known")
        };
        assert_eq!(known.document, "Organisation pack, Q4 2026");
        assert_eq!(known.approved.map(|(version, _)| version), Some(1));
        assert_eq!(known.replaced_by, None);
        let other = check::check(&services, &"0".repeat(64), Lang::En).await.unwrap();
        assert_eq!(other, Checked::Unknown);
    })
    .await;
}

#[tokio::test]
async fn only_hr_of_the_whole_organisation_approves() {
    on_both(|services| async move {
        released(&services).await;
        let form = form(&services).await;
        for (role, unit) in [
            (Role::Hr, 2),
            (Role::StaffRepresentative, 1),
            (Role::Manager, 1),
            (Role::Admin, 1),
            (Role::Employee, 1),
            (Role::Service, 1),
        ] {
            let refused = pack::approve(&services, Some(&actor(role, unit)), "2026Q4", &form).await;
            assert_eq!(refused.unwrap_err().into_problem(), Problem::Forbidden, "{role:?} of {unit}");
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM review_pack").await, 0);
    })
    .await;
}
