//! The letter of the morning about cases, and the one that comes at once.

use std::sync::Arc;

use crate::common::{
    actor, number, on_both,
    postbox::{Postbox, with_box},
    run,
};
use chrono::{DateTime, Utc};
use domain::{Role, customers::complaint::ComplaintForm};
use service::{Services, clock::StoppedClock, complaints, mail::Letter};

fn at(services: &Services, now: &str) -> Services {
    services.with_clock(Arc::new(StoppedClock(now.parse::<DateTime<Utc>>().unwrap())))
}

async fn log(services: &Services, severity: &str) -> String {
    let form = ComplaintForm {
        what: "The secret of a customer".to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: "3".to_owned(),
        severity: severity.to_owned(),
        customer_name: "Kari Nordmann".to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(services, Some(&actor(Role::Service, 2)), &form).await.unwrap().reference
}

async fn letters(services: &Services, mailer: &Postbox) -> Vec<Letter> {
    complaints::upkeep::notice(services).await.unwrap();
    complaints::digest::run_due(services).await.unwrap();
    service::jobs::send_letters(services).await.unwrap();
    mailer.take()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_letter_each_morning_on_which_the_unit_is_open_and_without_a_word_of_the_customer() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        run(&services, "UPDATE account SET email = 'boss@example.org', lang = 'en', state = 'active'").await;
        let reference = log(&services, "normal").await;
        // Monday morning nothing is due; on Tuesday the acknowledgement is late.
        assert!(letters(&at(&services, "2026-11-23T06:30:00Z"), &mailer).await.is_empty());
        assert!(letters(&at(&services, "2026-11-24T05:30:00Z"), &mailer).await.is_empty(), "it is night");
        let tuesday = at(&services, "2026-11-24T07:30:00Z");
        let sent = letters(&tuesday, &mailer).await;
        assert_eq!(sent.len(), 1);
        let body = &sent[0].body;
        assert!(body.contains(&format!("- {reference} · Waiting time · Team A · late")), "{body}");
        assert!(!body.contains("secret") && !body.contains("Kari"), "{body}");
        assert!(letters(&at(&services, "2026-11-24T12:00:00Z"), &mailer).await.is_empty(), "once a day");
        assert_eq!(letters(&at(&services, "2026-11-25T07:30:00Z"), &mailer).await.len(), 1);
        // Saturday: nobody works.
        assert!(letters(&at(&services, "2026-11-28T07:30:00Z"), &mailer).await.is_empty());
        // Somebody else has it.
        run(&services, "INSERT INTO account (id, login, name, password_hash) VALUES (90, 'x', 'X', '!')")
            .await;
        run(&services, "UPDATE complaint SET assignee_id = 90").await;
        assert!(letters(&at(&services, "2026-11-30T07:30:00Z"), &mailer).await.is_empty());
        run(&services, "UPDATE complaint SET assignee_id = NULL").await;
        run(&services, "UPDATE account SET wants_digest = FALSE").await;
        assert!(letters(&at(&services, "2026-12-01T07:30:00Z"), &mailer).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn safety_is_told_of_at_once_and_never_twice() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        run(&services, "UPDATE account SET email = 'boss@example.org', lang = 'en', state = 'active', wants_digest = FALSE")
            .await;
        let (urgent, _) = (log(&services, "safety").await, log(&services, "normal").await);
        // Four working hours from Monday at eight: at half past eleven four fifths are over.
        let noon = at(&services, "2026-11-23T10:30:00Z");
        let sent = letters(&noon, &mailer).await;
        assert_eq!(sent.len(), 1);
        assert!(sent[0].body.contains(&urgent) && sent[0].body.matches("- K-").count() == 1, "{}", sent[0].body);
        assert!(letters(&noon, &mailer).await.is_empty(), "it was told");
        let late = letters(&at(&services, "2026-11-23T11:30:00Z"), &mailer).await;
        assert_eq!(late.len(), 1, "that it is late is news");
        assert!(letters(&at(&services, "2026-11-23T12:30:00Z"), &mailer).await.is_empty());
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail WHERE kind = 'urgent'").await, 2);
    })
    .await;
}
