//! Cards that customers send, their receipts, the own case, and what is held back.

use std::sync::Arc;

use base::{Actor, Base, Error, clock::StoppedClock};
use chrono::Duration;
use customers::{
    cards::{self, OwnDone, codes},
    complaints,
};
use domain::{
    Field, Lang, Problem, Role, UnitId, Why,
    customers::{
        card::{CardForm, CardSource, OwnAct, OwnCase, OwnForm, Receipt},
        code::CodesForm,
        inbox::CaseFilter,
        words::{How, Kind, Stage},
    },
};
use testing::{actor, now, number, on_both, on_sqlite, run};

const SITE: &str = "https://trivsel.example";

pub(super) fn later(base: &Base, seconds: i64) -> Base {
    let mut later = base.clone();
    later.clock = Arc::new(StoppedClock(now() + Duration::seconds(seconds)));
    later
}

pub(super) async fn code_of(base: &Base, unit: i64, place: &str) -> String {
    let manager = actor(Role::Manager, 2);
    let form = CodesForm { act: "make".to_owned(), place: place.to_owned(), ..CodesForm::default() };
    codes::change(base, Some(&manager), UnitId::new(unit), &form).await.unwrap();
    let page = codes::page(base, Some(&manager), Some(UnitId::new(unit)), SITE).await.unwrap();
    page.codes.into_iter().find(|code| code.place == place).unwrap().code
}

pub(super) fn card(what: &str, kind: &str) -> CardForm {
    CardForm { what: what.to_owned(), voice_kind: kind.to_owned(), ..CardForm::default() }
}

/// Opens the page and sends the card some seconds later.
pub(super) async fn send(base: &Base, code: &str, seconds: i64, form: &CardForm) -> Result<Receipt, Problem> {
    let opened = later(base, seconds);
    let page = cards::page(&opened, CardSource::Card, Some(code), None).await.unwrap();
    let form = CardForm { token: page.token, ..form.clone() };
    take(&later(base, seconds + 5), code, &form).await
}

async fn take(base: &Base, code: &str, form: &CardForm) -> Result<Receipt, Problem> {
    cards::take(base, (CardSource::Card, Some(code)), form, Lang::Nb, "").await.map_err(Error::into_problem)
}

pub(super) fn own(receipt: &Receipt, act: &str, reply: &str) -> OwnForm {
    OwnForm {
        act: act.to_owned(),
        reference: receipt.slip.reference.clone(),
        secret: receipt.slip.secret.clone(),
        reply: reply.to_owned(),
        sure: String::new(),
    }
}

pub(super) async fn act(base: &Base, form: &OwnForm) -> Result<OwnCase, Problem> {
    match cards::act(base, form).await.map_err(Error::into_problem)? {
        OwnDone::Shown(case) => Ok(*case),
        other => panic!("{other:?}"),
    }
}

pub(super) async fn counted(base: &Base) -> i64 {
    let sql =
        "SELECT COALESCE(SUM(complaints), 0) FROM voice_rollup WHERE unit_id = 1 AND resolution = 'day'";
    number(base, sql).await
}

pub(super) async fn inbox(base: &Base) -> u64 {
    complaints::list(base, Some(&actor(Role::Service, 2)), &CaseFilter::default()).await.unwrap().total
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_sent_again_is_one_case_with_one_receipt_and_its_secret_is_stored_nowhere() {
    on_both(async |base| {
        let code = code_of(&base, 3, "door").await;
        let page = cards::page(&base, CardSource::Card, Some(&code.to_lowercase()), None).await.unwrap();
        assert_eq!((page.unit.as_deref(), page.place.as_str()), (Some("Team A"), "door"));
        let form = CardForm {
            token: page.token.clone(),
            customer_name: "Kari".into(),
            email: "kari@example.org".into(),
            ..card("Kald suppe 😀 الحساء", "complaint")
        };
        let at = later(&base, 30);
        let receipt = take(&at, &code, &form).await.unwrap();
        assert_eq!(receipt.slip.secret.len(), 19, "{receipt:?}");
        assert!(receipt.answered_by.is_some());
        assert_eq!(take(&later(&base, 300), &code, &form).await.unwrap(), receipt);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM complaint").await, 1);
        assert_eq!(
            number(&base, "SELECT COUNT(*) FROM complaint WHERE source = 'card' AND card_code_id = 1").await,
            1
        );
        // Other words on the same page are another card.
        let other = CardForm { what: "Kald kaffe".into(), ..form };
        let second = take(&at, &code, &other).await.unwrap();
        assert!(second.slip.reference != receipt.slip.reference && second.slip.secret != receipt.slip.secret);
        assert_eq!((counted(&base).await, inbox(&base).await), (2, 2));
        let stored = number(&base, "SELECT COUNT(*) FROM receipt WHERE LENGTH(secret) = 32").await;
        assert_eq!(stored, 2);
        let case = complaints::page(&at, Some(&actor(Role::Service, 2)), &receipt.slip.reference, None)
            .await
            .unwrap();
        assert_eq!((case.case.kind, case.lang), (Kind::Complaint, Some(Lang::Nb)));
        assert_eq!(case.contact.unwrap().email, "kari@example.org");
        let audit = complaints::audit::run(&base).await.unwrap();
        assert_eq!(audit.wrong, 0, "{audit:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_too_soon_too_late_or_by_a_program_is_asked_for_once_more_and_stores_nothing() {
    let (base, _folder) = on_sqlite().await;
    let (door, till) = (code_of(&base, 3, "door").await, code_of(&base, 3, "till").await);
    let token = cards::page(&base, CardSource::Card, Some(&door), None).await.unwrap().token;
    let form = CardForm { token: token.clone(), ..card("Kald suppe", "complaint") };
    for (seconds, code, form) in [
        (1, &door, form.clone()),
        (24 * 3600 + 1, &door, form.clone()),
        (60, &till, form.clone()),
        (60, &door, CardForm { homepage: "http://spam.example".into(), ..form.clone() }),
        (60, &door, CardForm { token: token.replace('.', ""), ..form.clone() }),
        (60, &door, CardForm { token: String::new(), ..form.clone() }),
    ] {
        assert_eq!(take(&later(&base, seconds), code, &form).await, Err(Problem::SendAgain), "{seconds}");
    }
    assert_eq!(number(&base, "SELECT COUNT(*) FROM complaint").await, 0);
    // Sent too soon, its token still holds: whoever presses once more is not asked again.
    let page = cards::page(&later(&base, 1), CardSource::Card, Some(&door), Some(&token)).await.unwrap();
    assert_eq!(page.token, token);
    let page = cards::page(&later(&base, 90_000), CardSource::Card, Some(&door), Some(&token)).await.unwrap();
    assert_ne!(page.token, token);
    assert!(take(&later(&base, 3), &door, &form).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_that_is_refused_is_named_and_a_unit_without_a_code_cannot_be_chosen() {
    let (base, _folder) = on_sqlite().await;
    let code = code_of(&base, 3, "").await;
    let refused = send(&base, &code, 0, &CardForm { email: "nowhere".into(), ..CardForm::default() }).await;
    let Err(Problem::Invalid(problems)) = refused else { panic!("{refused:?}") };
    let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
    assert_eq!(fields, [Field::VoiceKind, Field::What, Field::Email]);
    let long = send(&base, &code, 0, &card(&"a".repeat(2001), "comment")).await;
    assert_eq!(long, Err(Problem::invalid(Field::What, Why::TooLong)));
    assert!(send(&base, &code, 0, &card(&"a".repeat(2000), "comment")).await.is_ok());
    let page = cards::page(&base, CardSource::Form, None, None).await.unwrap();
    assert_eq!(page.units, [(UnitId::new(3), "Team A".to_owned())]);
    for (unit, why) in [("", Why::Missing), ("4", Why::NotAChoice), ("x", Why::NotAChoice)] {
        let form = CardForm { token: page.token.clone(), unit: unit.into(), ..card("Kald", "") };
        let taken = cards::take(&later(&base, 9), (CardSource::Form, None), &form, Lang::En, "").await;
        assert_eq!(taken.map_err(Error::into_problem), Err(Problem::invalid(Field::Unit, why)), "{unit}");
    }
    let form = CardForm { token: page.token, unit: "3".into(), ..card("Kald", "") };
    let taken = cards::take(&later(&base, 9), (CardSource::Form, None), &form, Lang::En, "").await.unwrap();
    assert_eq!(taken.kind, Kind::Complaint);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_was_revoked_leads_nowhere_and_another_units_is_not_found() {
    on_both(async |base| {
        let code = code_of(&base, 3, "door").await;
        let manager = actor(Role::Manager, 2);
        let change = async |who: &Actor, unit, act: &str, place: &str, id: &str| {
            let form = CodesForm {
                act: act.into(),
                place: place.into(),
                card_code: id.into(),
                ..CodesForm::default()
            };
            codes::change(&base, Some(who), unit, &form).await.map_err(Error::into_problem)
        };
        let taken = Err(Problem::invalid(Field::Place, Why::Taken));
        assert_eq!(change(&manager, UnitId::new(3), "make", " door ", "").await, taken);
        assert_eq!(
            change(&actor(Role::Manager, 5), UnitId::new(3), "make", "x", "").await,
            Err(Problem::NotFound)
        );
        assert_eq!(
            change(&actor(Role::Service, 2), UnitId::new(3), "make", "x", "").await,
            Err(Problem::Forbidden)
        );
        assert_eq!(change(&manager, UnitId::new(4), "revoke", "", "1").await, Err(Problem::NotFound));
        change(&manager, UnitId::new(3), "revoke", "", "1").await.unwrap();
        assert_eq!(change(&manager, UnitId::new(3), "revoke", "", "1").await, Err(Problem::NotFound));
        let page = cards::page(&base, CardSource::Card, Some(&code), None).await;
        assert_eq!(page.map_err(Error::into_problem), Err(Problem::NotFound));
        let shown = codes::page(&base, Some(&manager), Some(UnitId::new(3)), SITE).await.unwrap();
        assert!(shown.codes.is_empty() && shown.changes.len() == 2, "{shown:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_works_here_is_locked_away_and_stays_out_of_the_rates() {
    on_both(async |base| {
        run(&base, "UPDATE person SET name = 'Guro Nordmann' WHERE id = 1").await;
        let code = code_of(&base, 3, "").await;
        let text = "Guro i kassa rullet med øynene";
        let receipt = send(&base, &code, 0, &card(text, "complaint")).await.unwrap();
        let what = cards::open(&later(&base, 60), &own(&receipt, "", "")).await.unwrap().what;
        assert_eq!(what, "[ansatt] i kassa rullet med øynene");
        assert_eq!(counted(&base).await, 0);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM named_person WHERE state = 'unverified'").await, 1);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_words WHERE words LIKE '%guro%'").await, 0);
        let named =
            CardForm { about_whom: "Hun med briller".into(), ..card("Takk for hjelpen", "compliment") };
        send(&base, &code, 0, &named).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM named_person WHERE state = 'praise'").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_wrong_secrets_close_a_reference_for_an_hour_and_an_unknown_one_looks_the_same() {
    on_both(async |base| {
        let code = code_of(&base, 3, "").await;
        let receipt = send(&base, &code, 0, &card("Kald suppe", "complaint")).await.unwrap();
        let open = async |seconds: i64, reference: &str, secret: &str| {
            let form = OwnForm { reference: reference.into(), secret: secret.into(), ..OwnForm::default() };
            cards::open(&later(&base, seconds), &form)
                .await
                .map(|case| case.reference)
                .map_err(Error::into_problem)
        };
        let right = receipt.slip.secret.to_lowercase().replace('-', " ");
        let bare = receipt.slip.reference.trim_start_matches("K-").to_lowercase();
        assert_eq!(open(60, &bare, &right).await, Ok(receipt.slip.reference.clone()));
        for n in 0..10 {
            let wrong = open(60, &receipt.slip.reference, &format!("2222-3333-4444-55{n}A")).await;
            assert_eq!(wrong, Err(Problem::ReceiptUnknown));
        }
        assert_eq!(
            open(61, &receipt.slip.reference, &receipt.slip.secret).await,
            Err(Problem::ReceiptUnknown)
        );
        assert_eq!(
            open(60 + 3599, &receipt.slip.reference, &receipt.slip.secret).await,
            Err(Problem::ReceiptUnknown)
        );
        assert!(open(60 + 3600, &receipt.slip.reference, &receipt.slip.secret).await.is_ok());
        // Nine wrong ones and a right one begin the count anew.
        for n in 0..9 {
            assert!(open(7200, &receipt.slip.reference, &n.to_string()).await.is_err());
        }
        assert!(open(7200, &receipt.slip.reference, &receipt.slip.secret).await.is_ok());
        for reference in ["K-2222222", "", "K-", "x'; DROP TABLE receipt --"] {
            for secret in [receipt.slip.secret.as_str(), ""] {
                assert_eq!(open(7200, reference, secret).await, Err(Problem::ReceiptUnknown), "{reference}");
            }
        }
        // Another case's secret opens nothing.
        let other = send(&base, &code, 7300, &card("Kald kaffe", "complaint")).await.unwrap();
        assert!(open(7400, &other.slip.reference, &receipt.slip.secret).await.is_err());
    })
    .await;
}

async fn desk_acts(
    base: &Base,
    reference: &str,
    act: domain::customers::case::Act,
    form: domain::customers::case::ActForm,
) {
    let desk = actor(Role::Service, 2);
    let version =
        complaints::page(base, Some(&desk), reference, None).await.unwrap().case.version.to_string();
    let form = domain::customers::case::ActForm { version, ..form };
    complaints::act(base, Some(&desk), reference, act, &form).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_sees_what_was_written_to_them_and_nothing_that_was_not_and_comes_back() {
    use domain::customers::case::{Act, ActForm};
    on_both(async |base| {
        let code = code_of(&base, 3, "").await;
        let form = CardForm { category: "waiting".into(), ..card("Ventet en time", "complaint") };
        let receipt = send(&base, &code, 0, &form).await.unwrap();
        let at = |minutes: i64| later(&base, 60 * minutes);
        let reference = receipt.slip.reference.as_str();
        let case = act(&at(1), &own(&receipt, "", "")).await.unwrap();
        assert_eq!((case.stage, case.answered_by), (Stage::Received, receipt.answered_by));
        assert!(!case.acts.contains(&OwnAct::Fine) && !case.acts.contains(&OwnAct::NotSatisfied));
        desk_acts(
            &at(2),
            reference,
            Act::Note,
            ActForm { note: "Hemmelig notat".into(), ..ActForm::default() },
        )
        .await;
        let question =
            ActForm { how: "page".into(), letter: "Hvilken kasse var det?".into(), ..ActForm::default() };
        desk_acts(&at(3), reference, Act::Pause, question).await;
        let case = act(&at(4), &own(&receipt, "look", "")).await.unwrap();
        assert!(case.waits && case.messages.len() == 1 && case.messages[0].how == How::Page, "{case:?}");
        assert_eq!(
            act(&at(5), &own(&receipt, "reply", " ")).await,
            Err(Problem::invalid(Field::Reply, Why::Missing))
        );
        let case = act(&at(5), &own(&receipt, "reply", "Kasse to")).await.unwrap();
        assert!(!case.waits && case.messages[1].is_own && case.messages[1].text == "Kasse to");
        // Sent twice, as by a finger that taps twice, it is one message.
        let (moment, again) = (at(6), own(&receipt, "reply", "Kasse to"));
        let (one, other) = tokio::join!(act(&moment, &again), act(&moment, &again));
        assert_eq!((one.unwrap().messages.len(), other.unwrap().messages.len()), (2, 2));
        let assessed = ActForm {
            severity: "normal".into(),
            more: [("issue-waiting".to_owned(), "on".to_owned())].into(),
            ..ActForm::default()
        };
        desk_acts(&at(6), reference, Act::Assess, assessed).await;
        let answer = ActForm {
            apology: "given".into(),
            how: "page".into(),
            letter: "Vi beklager.".into(),
            more: [("outcome-waiting".to_owned(), "upheld".to_owned())].into(),
            ..ActForm::default()
        };
        desk_acts(&at(7), reference, Act::Answer, answer).await;
        let case = act(&at(8), &own(&receipt, "fine", "")).await.unwrap();
        assert!(case.stage == Stage::Answered && case.is_fine && !case.acts.contains(&OwnAct::Fine));
        assert_eq!(act(&at(8), &own(&receipt, "fine", "")).await, Err(Problem::ChangedMeanwhile));
        let case = act(&at(9), &own(&receipt, "not_satisfied", "Det hjalp ikke")).await.unwrap();
        assert!(case.stage == Stage::Reopened && !case.is_fine && case.answered_by.is_some(), "{case:?}");
        let again = act(&at(9), &own(&receipt, "not_satisfied", "Det hjalp ikke")).await.unwrap();
        assert_eq!(again.messages.len(), case.messages.len());
        let OwnDone::Export(bytes) = cards::act(&at(10), &own(&receipt, "export", "")).await.unwrap() else {
            panic!()
        };
        let exported = String::from_utf8(bytes).unwrap();
        for part in ["Ventet en time", "Kasse to", "Vi beklager.", "Det hjalp ikke"] {
            assert!(exported.contains(part), "{part}: {exported}");
        }
        assert!(
            !exported.contains("Hemmelig notat") && !exported.contains(&receipt.slip.secret),
            "{exported}"
        );
        let case = act(&at(11), &own(&receipt, "withdraw", "")).await.unwrap();
        assert!(case.is_withdrawn && case.stage == Stage::Closed);
        let desk = actor(Role::Service, 2);
        let page = complaints::page(&at(12), Some(&desk), reference, None).await.unwrap();
        assert!(page.events.iter().any(|event| event.text == "Kasse to"), "the desk reads it");
        let audit = complaints::audit::run(&base).await.unwrap();
        assert_eq!(audit.wrong, 0, "{audit:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_customer_has_deleted_is_gone_and_the_case_still_counts() {
    on_both(async |base| {
        let code = code_of(&base, 3, "").await;
        let form = CardForm { customer_name: "Xyzzyname".into(), ..card("Xyzzytext i suppa", "complaint") };
        let receipt = send(&base, &code, 0, &form).await.unwrap();
        act(&later(&base, 60), &own(&receipt, "reply", "Xyzzyreply")).await.unwrap();
        let unsure =
            cards::act(&later(&base, 61), &own(&receipt, "erase", "")).await.map_err(Error::into_problem);
        assert_eq!(unsure, Err(Problem::invalid(Field::Sure, Why::Missing)));
        let sure = OwnForm { sure: "yes".into(), ..own(&receipt, "erase", "") };
        assert_eq!(cards::act(&later(&base, 62), &sure).await.unwrap(), OwnDone::Erased);
        assert_eq!(act(&later(&base, 63), &own(&receipt, "", "")).await, Err(Problem::ReceiptUnknown));
        complaints::upkeep::index(&base).await.unwrap();
        let like = "LOWER(words) LIKE '%xyzzy%'";
        for (table, condition) in [
            ("complaint", "what <> '' OR put_right <> ''"),
            ("customer", "1 = 1"),
            ("case_message", "1 = 1"),
            ("card_mark", "1 = 1"),
            ("case_words", like),
        ] {
            let sql = format!("SELECT COUNT(*) FROM {table} WHERE {condition}");
            assert_eq!(number(&base, &sql).await, 0, "{table}");
        }
        assert_eq!(counted(&base).await, 1);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM removal WHERE cases = 1").await, 1);
    })
    .await;
}
