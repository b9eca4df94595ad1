//! Wording of letters, what is still to be done, and texts whose time is over.

use std::{path::Path, sync::Arc};

use base::{Base, Error, clock::StoppedClock};
use chrono::{DateTime, Utc};
use customers::{complaints, quality, wording};
use domain::{
    Field, Lang, Problem, Role, UnitId, Why,
    customers::{
        case::{Act, ActForm},
        complaint::ComplaintForm,
        wording::{Template, WordingForm, WordingSource},
        words::{Category, Cause, EventKind, Stage},
    },
};
use sea_orm::ConnectionTrait;
use testing::{actor, number, on_both, on_sqlite, run};

fn base_at(base: &Base, now: &str) -> Base {
    Base { clock: Arc::new(StoppedClock(now.parse::<DateTime<Utc>>().unwrap())), ..base.clone() }
}

async fn log(base: &Base, what: &str) -> String {
    let form = ComplaintForm {
        what: what.to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: "3".to_owned(),
        put_right: what.to_owned(),
        customer_name: what.to_owned(),
        case_lang: "nb".to_owned(),
        delete_on: "2028-11-20".to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&actor(Role::Service, 2)), &form).await.unwrap().reference
}

async fn act(base: &Base, reference: &str, act: Act, form: ActForm) -> Result<(), Problem> {
    let desk = actor(Role::Service, 2);
    let version =
        complaints::page(base, Some(&desk), reference, None).await.unwrap().case.version.to_string();
    complaints::act(base, Some(&desk), reference, act, &ActForm { version, ..form })
        .await
        .map_err(Error::into_problem)
}

fn answer(letter: &str) -> ActForm {
    ActForm {
        apology: "given".to_owned(),
        how: "mail".to_owned(),
        letter: letter.to_owned(),
        more: [("outcome-waiting", "not_upheld"), ("cause-waiting", "staffing")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        ..ActForm::default()
    }
}

fn assessment() -> ActForm {
    ActForm {
        severity: "normal".to_owned(),
        more: [("issue-waiting".to_owned(), "on".to_owned())].into(),
        ..ActForm::default()
    }
}

async fn letter(base: &Base, reference: &str, act: &str, wanted: Option<Template>) -> (String, Vec<String>) {
    let desk = actor(Role::Service, 2);
    let page = complaints::act_page(base, Some(&desk), reference, act, None, None).await.unwrap();
    // The writer reads English; the case is answered in Bokmål.
    let letter =
        complaints::letters::page(base, Some(&desk), &page, None, wanted, Lang::En).await.unwrap().unwrap();
    (letter.text, letter.open)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wording_of_the_nearest_unit_is_used_in_the_language_of_the_case_and_can_be_given_up() {
    on_both(async |base| {
        let manager = actor(Role::Manager, 2);
        let reference = log(&base, "Kari").await;
        let keep = async |unit: i64, lang: Lang, act: &str, text: &str| {
            let form = WordingForm { act: act.to_owned(), letter: text.to_owned() };
            wording::change(&base, Some(&manager), UnitId::new(unit), (Template::Acknowledge, lang), &form)
                .await
                .map_err(Error::into_problem)
        };
        assert!(letter(&base, &reference, "letter", None).await.0.starts_with("Hei, Kari"));
        keep(2, Lang::Nb, "save", "{greeting}\nVi har {reference} og svarer innen {due}. {organisation}")
            .await
            .unwrap();
        keep(2, Lang::En, "save", "English").await.unwrap();
        let (text, open) = letter(&base, &reference, "letter", None).await;
        let expected = format!("Hei, Kari\nVi har {reference} og svarer innen 27. november 2026. Testkjeden");
        assert!(
            text.starts_with("Hei, Kari\nVi har ") && text.contains("november 2026"),
            "{text} {expected}"
        );
        assert!(open.is_empty());
        keep(3, Lang::Nb, "save", "Teamet").await.unwrap();
        assert_eq!(letter(&base, &reference, "letter", None).await.0, "Teamet");
        keep(3, Lang::Nb, "reset", "").await.unwrap();
        assert_eq!(keep(3, Lang::Nb, "reset", "").await, Err(Problem::NotFound));
        assert!(letter(&base, &reference, "letter", None).await.0.starts_with("Hei, Kari\nVi har"));
        let unknown = keep(2, Lang::Nb, "save", "{nmae}").await;
        assert_eq!(unknown, Err(Problem::invalid(Field::Letter, Why::UnknownPlace)));
        assert_eq!(keep(5, Lang::Nb, "save", "x").await, Err(Problem::NotFound), "another site");
        let page =
            wording::page(&base, Some(&manager), Some(UnitId::new(3)), Template::Acknowledge, Lang::Nb, None)
                .await
                .unwrap();
        assert_eq!(page.source, WordingSource::Above("Site S".to_owned()));
        assert_eq!(page.changes.len(), 2);
        assert!(
            page.preview.contains("Kari Nordmann") && page.preview.contains("K-7QMRX2D"),
            "{}",
            page.preview
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_cannot_be_filled_is_named_and_keeps_a_letter_from_being_sent() {
    on_both(async |base| {
        let reference = log(&base, "Kari").await;
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        let (_, open) = letter(&base, &reference, "answer", Some(Template::Refusal)).await;
        assert!(open.contains(&"{next}".to_owned()), "{open:?}");
        let refused = act(&base, &reference, Act::Answer, answer("Du kan gå videre til {next}.")).await;
        assert_eq!(refused, Err(Problem::invalid(Field::Letter, Why::OpenPlace)));
        run(
            &base,
            "UPDATE organisation SET turn_en = 'Board', turn_nb = 'Nemnda', turn_address = 'nemnda.example'",
        )
        .await;
        let (text, open) = letter(&base, &reference, "answer", Some(Template::Refusal)).await;
        assert!(text.contains("Nemnda, nemnda.example") && !open.contains(&"{next}".to_owned()), "{text}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_answered_while_something_is_open_and_closed_when_somebody_does_it() {
    on_both(async |base| {
        let reference = log(&base, "Kari").await;
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        let todo = |what: &str, due_on: &str| ActForm {
            open_action: what.to_owned(),
            due_on: due_on.to_owned(),
            ..ActForm::default()
        };
        let refused = act(&base, &reference, Act::AddAction, todo("", "2026-11-01")).await;
        let Err(Problem::Invalid(problems)) = refused else { panic!("{refused:?}") };
        let problems: Vec<_> = problems.iter().map(|problem| (problem.field, problem.why)).collect();
        assert_eq!(problems, [(Field::Action, Why::Missing), (Field::DueOn, Why::InPast)]);
        for what in ["Send the refund", "Mend the lift"] {
            act(&base, &reference, Act::AddAction, todo(what, "2026-12-01")).await.unwrap();
        }
        act(&base, &reference, Act::Answer, answer("Beklager.")).await.unwrap();
        let desk = actor(Role::Service, 2);
        let page = async || complaints::page(&base, Some(&desk), &reference, None).await.unwrap();
        let actions = page().await.actions;
        let finish = ActForm { action_id: actions[0].id.to_string(), ..ActForm::default() };
        act(&base, &reference, Act::FinishAction, finish.clone()).await.unwrap();
        assert_eq!(act(&base, &reference, Act::FinishAction, finish).await, Err(Problem::CaseMovedOn));
        let close = act(&base, &reference, Act::Close, ActForm::default()).await;
        assert_eq!(close, Err(Problem::invalid(Field::HandedTo, Why::StillToDo)));
        let hand_on = |role: &str| ActForm { handed_to: role.to_owned(), ..ActForm::default() };
        let close = act(&base, &reference, Act::Close, hand_on("king")).await;
        assert_eq!(close, Err(Problem::invalid(Field::HandedTo, Why::NotAChoice)));
        act(&base, &reference, Act::Close, hand_on("manager")).await.unwrap();
        let closed = page().await;
        assert_eq!(closed.case.stage, Stage::Closed);
        assert_eq!(closed.actions[0].handed_to.as_deref(), Some("manager"));
        assert_eq!(closed.events.last().unwrap().handed_to.as_deref(), Some("manager"));
        assert_eq!(closed.issues[0].cause, Some(Cause::Staffing));
        act(&base, &reference, Act::Undo, ActForm::default()).await.unwrap();
        assert_eq!(page().await.actions[0].handed_to, None);
        let later = base_at(&base, "2026-12-02T10:00:00Z");
        let late = complaints::page(&later, Some(&desk), &reference, None).await.unwrap();
        assert!(late.actions[0].is_late && late.actions[1].done_on.is_some());
        assert_eq!(complaints::audit::run(&base).await.unwrap().wrong, 0);
        let shown = quality::page(&base, Some(&actor(Role::Hr, 2)), None).await.unwrap();
        assert_eq!((shown.causes, shown.reasons), (vec![(Category::Waiting, 1)], vec![(Cause::Staffing, 1)]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_of_each_unit_that_had_a_case_is_shown() {
    on_both(async |base| {
        let reference = log(&base, "Kari").await;
        let monday = base_at(&base, "2026-11-23T09:00:00Z");
        let over = ActForm { holder: "4".to_owned(), reason: "Theirs".to_owned(), ..ActForm::default() };
        act(&monday, &reference, Act::HandOver, over).await.unwrap();
        let later = base_at(&base, "2026-11-23T12:00:00Z");
        act(&later, &reference, Act::Assess, assessment()).await.unwrap();
        act(&later, &reference, Act::Answer, answer("Beklager.")).await.unwrap();
        let shown = quality::page(&later, Some(&actor(Role::Manager, 2)), None).await.unwrap();
        assert_eq!(shown.held, [("Team B".to_owned(), 3 * 3600), ("Team A".to_owned(), 2 * 3600)]);
        let list =
            complaints::list(&later, Some(&actor(Role::Service, 2)), &Default::default()).await.unwrap();
        assert_eq!((list.voices.complaints, list.voices.praise), (1, 0));
    })
    .await;
}

/// Everything that somebody writes into a case, and its end.
async fn tell_and_close(base: &Base, mark: &str) -> String {
    let reference = log(base, mark).await;
    let note = ActForm { note: mark.to_owned(), ..ActForm::default() };
    act(base, &reference, Act::Note, note.clone()).await.unwrap();
    act(base, &reference, Act::Hear, note).await.unwrap();
    act(base, &reference, Act::Assess, assessment()).await.unwrap();
    let todo =
        ActForm { open_action: mark.to_owned(), due_on: "2026-12-01".to_owned(), ..ActForm::default() };
    act(base, &reference, Act::AddAction, todo).await.unwrap();
    let letter = format!("Beklager, {mark}.");
    let not = ActForm { apology: "not_given".to_owned(), reason_not: mark.to_owned(), ..answer(&letter) };
    act(base, &reference, Act::Answer, not).await.unwrap();
    let close = ActForm { handed_to: "manager".to_owned(), ..ActForm::default() };
    act(base, &reference, Act::Close, close).await.unwrap();
    reference
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_go_when_their_time_is_over_and_events_and_counts_stay() {
    on_both(async |base| {
        let reference = tell_and_close(&base, "Hemmelig").await;
        let open = log(&base, "Fortsatt åpen").await;
        let early = base_at(&base, "2028-11-20T10:00:00Z");
        complaints::retention::forget(&early).await.unwrap();
        let desk = actor(Role::Service, 2);
        let page = complaints::page(&early, Some(&desk), &reference, None).await.unwrap();
        assert_eq!((page.case.what.as_str(), page.erased_on), ("Hemmelig", None));
        let events = number(&base, "SELECT COUNT(*) FROM case_event").await;
        let then = base_at(&base, "2028-11-22T10:00:00Z");
        for _ in 0..2 {
            complaints::retention::forget(&then).await.unwrap();
        }
        let page = complaints::page(&then, Some(&desk), &reference, None).await.unwrap();
        assert_eq!((page.case.what.as_str(), page.contact), ("", None));
        assert!(page.erased_on.is_some() && page.events.iter().all(|event| event.text.is_empty()));
        assert!(page.events.iter().any(|event| event.kind == EventKind::Answered));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_event").await, events);
        let page = complaints::page(&then, Some(&desk), &open, None).await.unwrap();
        assert_eq!(page.case.what, "Fortsatt åpen", "what is open is kept");
        assert_eq!(number(&base, "SELECT SUM(cases) FROM removal").await, 1);
        assert_eq!(number(&base, "SELECT SUM(texts) FROM removal").await, 3);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM removal WHERE NOT is_scrubbed").await, 0);
        assert_eq!(complaints::audit::run(&then).await.unwrap().wrong, 0);
    })
    .await;
}

fn holds(folder: &Path, mark: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap_or_default();
        testing::holds(&bytes, mark.as_bytes())
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_deleted_text_is_left_in_the_bytes_of_the_file() {
    let (base, folder) = on_sqlite().await;
    let mark = "Kvikkleire-7431";
    tell_and_close(&base, mark).await;
    base.db.writer().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    assert!(holds(folder.path(), mark), "the test would find it");
    let then = base_at(&base, "2028-11-22T10:00:00Z");
    complaints::retention::forget(&then).await.unwrap();
    assert!(!holds(folder.path(), mark));
}
