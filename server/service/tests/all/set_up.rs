//! From an empty organisation to its first round: what is left, whom a round would ask, and the settings.

use crate::common::{actor, employee, number, on_both, postbox::with_box, run};
use domain::{
    Field, Lang, Problem, Role,
    organisation::{
        set_up::{SetUpPage, Step},
        settings::SettingsForm,
    },
    staff::rounds::Asked,
};
use service::{
    Error, Services,
    organisation::settings::{self, Tested},
    rounds::calendar,
    set_up,
};

async fn page(services: &Services) -> SetUpPage {
    set_up::page(services, Some(&actor(Role::Hr, 1))).await.unwrap()
}

fn left(page: &SetUpPage) -> Vec<Step> {
    page.steps.iter().filter(|progress| !progress.is_done).map(|progress| progress.step).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_organisation_has_every_step_before_it_and_each_disappears_when_it_is_done() {
    on_both(async |services| {
        for table in ["role_grant", "roster", "account"] {
            run(&services, &format!("DELETE FROM {table}")).await;
        }
        run(&services, "UPDATE round SET state = 'voided', void_reason = 'Test'").await;
        run(&services, "UPDATE unit SET closed_on = '2026-01-01' WHERE parent_id IS NOT NULL").await;
        assert_eq!(left(&page(&services).await), Step::ALL);
        run(&services, "UPDATE unit SET closed_on = NULL").await;
        run(&services, "INSERT INTO roster (person_id, unit_id, from_on) VALUES (1, 3, '2026-11-01'), (2, 3, '2026-11-01')")
            .await;
        let people = page(&services).await;
        assert_eq!(left(&people), [Step::Keepers, Step::WaysIn, Step::Mail, Step::Round, Step::Contacts]);
        let count = |page: &SetUpPage, step: Step| page.steps.iter().find(|one| one.step == step).unwrap().clone();
        assert_eq!(count(&people, Step::WaysIn).count, Some(2));
        assert_eq!(count(&people, Step::Keepers).missing, [Role::Hr, Role::StaffRepresentative, Role::Manager]);
        // An account that nobody was invited to lets nobody in.
        run(
            &services,
            "INSERT INTO account (id, person_id, login, name, password_hash, state)
             VALUES (901, 1, 'p1', 'One', '!', 'new'), (902, 2, 'p2', 'Two', '!', 'invited')",
        )
        .await;
        assert_eq!(count(&page(&services).await, Step::WaysIn).count, Some(1));
        assert_eq!(asked(&services).await.without, 1);
        run(&services, "DELETE FROM account WHERE id IN (901, 902)").await;
        // A team that answers on a tablet needs no accounts.
        run(&services, "UPDATE unit SET by_code = TRUE WHERE id = 3").await;
        assert!(count(&page(&services).await, Step::WaysIn).is_done);
        run(
            &services,
            "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
             VALUES (99, '2026-11-23', '2026-11-29', 'planned', 'trivsel-1', 'Test', '2026-01-01', '2027-10-01')",
        )
        .await;
        let planned = page(&services).await;
        assert_eq!(planned.round.map(|(from, _)| from.to_string()), Some("2026-11-23".to_owned()));
        assert_eq!(left(&planned), [Step::Keepers, Step::Mail, Step::Contacts]);
        let (services, _) = with_box(&services);
        assert_eq!(left(&page(&services).await), [Step::Keepers, Step::Contacts]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_only_manages_or_answers_does_not_see_what_is_left() {
    on_both(async |services| {
        for actor in [actor(Role::Manager, 1), actor(Role::Service, 1), employee(1)] {
            let refused = set_up::page(&services, Some(&actor)).await;
            assert!(matches!(refused, Err(Error::Problem(Problem::Forbidden))), "{:?}", actor.grants);
        }
    })
    .await;
}

async fn asked(services: &Services) -> Asked {
    calendar::new_page(services, Some(&actor(Role::Hr, 1))).await.unwrap().asked
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_says_beforehand_whom_it_asks_and_which_team_it_will_not_show() {
    on_both(async |services| {
        run(&services, "DELETE FROM role_grant").await;
        run(&services, "DELETE FROM account").await;
        let people = number(&services, "SELECT COUNT(DISTINCT person_id) FROM roster WHERE to_on IS NULL").await;
        let before = asked(&services).await;
        assert_eq!((i64::from(before.people), before.by_mail), (people, 0));
        assert_eq!(before.without, before.people, "nobody has a way in");
        run(
            &services,
            "INSERT INTO account (id, person_id, login, email, name, password_hash, state)
             SELECT 900 + id, id, external_id, CASE WHEN id % 2 = 0 THEN external_id || '@example.org' END, name, '', 'active'
             FROM person",
        )
        .await;
        let after = asked(&services).await;
        assert_eq!((after.without, after.by_mail + after.by_sign_in), (0, after.people));
        assert!(after.by_mail > 0 && after.by_sign_in > 0, "{after:?}");
        // Team A shrinks below five.
        run(
            &services,
            "DELETE FROM roster WHERE unit_id = 3 AND person_id NOT IN
                 (SELECT person_id FROM (SELECT person_id FROM roster WHERE unit_id = 3 ORDER BY person_id LIMIT 4) AS few)",
        )
        .await;
        let small = asked(&services).await;
        assert!(small.never.contains(&"Team A".to_owned()), "{small:?}");
        run(&services, "UPDATE unit SET by_code = TRUE WHERE id = 3").await;
        assert_eq!(asked(&services).await.by_tablet, 4);
    })
    .await;
}

fn form(name: &str, timezone: &str, lang: &str) -> SettingsForm {
    SettingsForm {
        name: name.into(),
        timezone: timezone.into(),
        letters_lang: lang.into(),
        ..SettingsForm::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_change_for_everybody_and_the_log_says_from_what_to_what() {
    on_both(async |services| {
        let admin = actor(Role::Admin, 1);
        let change = async |form: SettingsForm| settings::change(&services, Some(&admin), &form).await;
        let refused = change(form("", "CET", "")).await;
        let Err(Error::Problem(Problem::Invalid(problems))) = refused else { panic!("{refused:?}") };
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, [Field::Name, Field::Timezone]);
        change(form("Kafé Sør", "America/Argentina/Buenos_Aires", "nb")).await.unwrap();
        let page = settings::page(&services, Some(&admin)).await.unwrap();
        assert_eq!((page.name.as_str(), page.letters_lang), ("Kafé Sør", Some(Lang::Nb)));
        assert_eq!(page.timezone, "America/Argentina/Buenos_Aires");
        let logged = "SELECT COUNT(*) FROM audit WHERE event = 'settings_changed'
                      AND detail LIKE '%Europe/Oslo → America/Argentina/Buenos_Aires%'";
        assert_eq!(number(&services, logged).await, 1);
        // Saving what is there already writes nothing.
        change(form("Kafé Sør", "America/Argentina/Buenos_Aires", "nb")).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM audit WHERE event = 'settings_changed'").await, 1);
        for who in [actor(Role::Hr, 1), actor(Role::Admin, 2)] {
            let refused = settings::change(&services, Some(&who), &form("X", "Europe/Oslo", "")).await;
            assert!(matches!(refused, Err(Error::Problem(Problem::Forbidden))));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_letter_goes_to_oneself_at_once_or_says_why_not() {
    on_both(async |services| {
        let admin = actor(Role::Admin, 1);
        let test =
            async |services: &Services| settings::test_mail(services, Some(&admin), Lang::En).await.unwrap();
        assert_eq!(test(&services).await, Tested::NoMail);
        let (services, mailer) = with_box(&services);
        run(&services, "UPDATE account SET email = NULL").await;
        assert_eq!(test(&services).await, Tested::NoAddress);
        run(&services, "UPDATE account SET email = 'boss@example.org' WHERE id = 1").await;
        assert_eq!(test(&services).await, Tested::Sent);
        let letters = mailer.take();
        assert_eq!((letters.len(), letters[0].address.as_str()), (1, "boss@example.org"));
    })
    .await;
}
