//! Surveys after a visit and about a closed case; follow-ups.

use std::sync::{Arc, Mutex};

use base::{
    Base, Error,
    outbox::{Letter, Mailer, Post},
};
use customers::{cards, complaints, follow_ups, surveys};
use domain::{
    Field, Problem, Role, UnitId, Why,
    customers::{
        act::{issue_field, outcome_field},
        case::{Act, ActForm},
        follow_up::{FollowUpForm, FollowUpOutcome, TryForm},
        survey::{SurveyForm, SurveyKind, SurveyQuestion, SurveyThanks},
        words::{Category, Stage},
    },
};
use testing::{actor, number, on_both, on_sqlite, run};

use super::cards::{card, code_of, counted, later, own, send};

/// A post that keeps what it is given.
#[derive(Clone, Default)]
struct Postbox(Arc<Mutex<Vec<Letter>>>);

#[async_trait::async_trait]
impl Mailer for Postbox {
    async fn send(&self, letter: &Letter) -> Result<(), String> {
        self.0.lock().unwrap().push(letter.clone());
        Ok(())
    }
}

async fn desk(base: &Base, reference: &str, act: Act, form: ActForm) {
    let desk = actor(Role::Service, 2);
    let page = complaints::page(base, Some(&desk), reference, None).await.unwrap();
    let form = ActForm { version: page.case.version.to_string(), ..form };
    complaints::act(base, Some(&desk), reference, act, &form).await.unwrap();
}

/// Answers and closes a case.
async fn close(base: &Base, reference: &str) {
    let more = |name: &str, value: &str| [(name.to_owned(), value.to_owned())].into_iter().collect();
    let answer = ActForm {
        apology: "given".into(),
        how: "spoken".into(),
        letter: "Vi beklager.".into(),
        more: more(&outcome_field(Category::Waiting), "upheld"),
        ..ActForm::default()
    };
    let assess = ActForm {
        severity: "normal".into(),
        more: more(&issue_field(Category::Waiting), "yes"),
        ..ActForm::default()
    };
    desk(base, reference, Act::Assess, assess).await;
    desk(base, reference, Act::Answer, answer).await;
    desk(base, reference, Act::Close, ActForm::default()).await;
}

async fn answer(base: &Base, address: &str, form: &SurveyForm) -> Result<SurveyThanks, Problem> {
    surveys::answer(base, address, form, "").await.map_err(Error::into_problem)
}

fn satisfied(satisfaction: &str) -> SurveyForm {
    SurveyForm { satisfaction: satisfaction.into(), ..SurveyForm::default() }
}

async fn answers(base: &Base) -> i64 {
    number(base, "SELECT COALESCE(SUM(n), 0) FROM survey_answer").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_is_answered_once_by_a_form_that_was_sent_and_never_by_looking() {
    on_both(async |base| {
        let code = code_of(&base, 3, "door").await;
        for _ in 0..3 {
            surveys::page(&base, &code, None).await.unwrap();
        }
        assert_eq!(answers(&base).await, 0);
        let token = surveys::page(&base, &code.to_lowercase(), None).await.unwrap().token;
        let form = SurveyForm { token: token.clone(), recommendation: "3".into(), ..satisfied("2") };
        assert_eq!(answer(&later(&base, 1), &code, &form).await, Err(Problem::SendAgain), "too fast");
        let at = later(&base, 30);
        let thanks = answer(&at, &code, &form).await.unwrap();
        assert!(thanks.is_discontented && thanks.page.kind == SurveyKind::Visit);
        answer(&at, &code, &form).await.unwrap();
        assert_eq!(answers(&base).await, 2, "the same form counts once");
        let bad = SurveyForm { token: token.clone(), ..satisfied("6") };
        assert_eq!(
            answer(&at, &code, &bad).await,
            Err(Problem::invalid(Field::Satisfaction, Why::NotAChoice))
        );
        let robot = SurveyForm { homepage: "x".into(), token, ..satisfied("5") };
        assert_eq!(answer(&at, &code, &robot).await, Err(Problem::SendAgain));
        for nowhere in ["22222222", "", "0", &"ab".repeat(24)] {
            let page = surveys::page(&base, nowhere, None).await.map_err(Error::into_problem);
            assert_eq!(page, Err(Problem::NotFound), "{nowhere}");
        }
        surveys::forget(&later(&base, 3 * 86_400)).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM survey_mark").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_customer_of_a_closed_case_is_asked_once_by_letter_and_comes_back_from_there() {
    on_both(async |base| {
        let code = code_of(&base, 3, "").await;
        let form = domain::customers::card::CardForm {
            category: "waiting".into(),
            customer_name: "Kari\r\nBcc: x@example.org".into(),
            email: "kari@example.org".into(),
            ..card("Ventet en time", "complaint")
        };
        let receipt = send(&base, &code, 0, &form).await.unwrap();
        let post = Postbox::default();
        let mut at = later(&base, 600);
        at.post =
            Some(Post { mailer: Arc::new(post.clone()), public_url: "https://trivsel.example/".to_owned() });
        close(&at, &receipt.slip.reference).await;
        surveys::send_due(&at).await.unwrap();
        assert!(post.0.lock().unwrap().is_empty(), "who closed it may take that back");
        desk(&at, &receipt.slip.reference, Act::Undo, ActForm::default()).await;
        assert_eq!(number(&base, "SELECT COUNT(*) FROM survey").await, 0);
        desk(&at, &receipt.slip.reference, Act::Close, ActForm::default()).await;
        let mut at = later(&base, 3600);
        at.post =
            Some(Post { mailer: Arc::new(post.clone()), public_url: "https://trivsel.example/".to_owned() });
        for _ in 0..2 {
            surveys::send_due(&at).await.unwrap();
        }
        let letters = post.0.lock().unwrap().clone();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].address == "kari@example.org" && !letters[0].name.contains('\n'), "{letters:?}");
        let (_, rest) = letters[0].body.split_once("https://trivsel.example/survey/").unwrap();
        let token: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
        // The case's own page leads there too.
        let case = cards::open(&at, &own(&receipt, "", "")).await.unwrap();
        assert_eq!(case.survey.as_deref(), Some(token.as_str()));
        let page = surveys::page(&at, &token, None).await.unwrap();
        assert!(page.may_reopen && !page.is_used && page.kind == SurveyKind::Closed);
        let forged = format!("{}0{}", &token[..20], &token[21..]);
        assert_eq!(token.len(), 48);
        if forged != token {
            assert!(surveys::page(&at, &forged, None).await.is_err());
        }
        let form = SurveyForm { fair: "1".into(), fast: "2".into(), apology: "1".into(), ..satisfied("1") };
        assert!(answer(&at, &token, &form).await.unwrap().is_discontented);
        answer(&at, &token, &form).await.unwrap();
        assert_eq!(answers(&base).await, 4);
        assert_eq!(
            number(&base, "SELECT COUNT(DISTINCT unit_id) FROM survey_answer WHERE unit_id = 3").await,
            1
        );
        let empty = SurveyForm { act: "reopen".into(), ..SurveyForm::default() };
        assert_eq!(answer(&at, &token, &empty).await, Err(Problem::invalid(Field::Reply, Why::Missing)));
        let again =
            SurveyForm { act: "reopen".into(), reply: "Det skjedde igjen".into(), ..SurveyForm::default() };
        assert!(answer(&at, &token, &again).await.unwrap().is_reopened);
        let case = cards::open(&at, &own(&receipt, "", "")).await.unwrap();
        assert!(case.stage == Stage::Reopened && case.messages.last().unwrap().text == "Det skjedde igjen");
        // Open again, it is asked about no longer; closed again, it is another run.
        assert!(surveys::page(&at, &token, None).await.is_err());
        close(&at, &receipt.slip.reference).await;
        assert_eq!(number(&base, "SELECT COUNT(*) FROM survey WHERE run = 1 AND NOT is_used").await, 1);
        let audit = complaints::audit::run(&at).await.unwrap();
        assert_eq!(audit.wrong, 0, "{audit:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_who_cannot_be_reached_or_has_had_it_deleted() {
    let (base, _folder) = on_sqlite().await;
    let code = code_of(&base, 3, "").await;
    let waiting = domain::customers::card::CardForm {
        category: "waiting".into(),
        ..card("Ventet en time", "complaint")
    };
    let nobody = send(&base, &code, 0, &waiting).await.unwrap();
    close(&later(&base, 600), &nobody.slip.reference).await;
    assert_eq!(number(&base, "SELECT COUNT(*) FROM survey").await, 0);
    let by_phone = domain::customers::card::CardForm {
        what: "Ventet to timer".into(),
        phone: "22334455".into(),
        ..waiting
    };
    let called = send(&base, &code, 60, &by_phone).await.unwrap();
    close(&later(&base, 600), &called.slip.reference).await;
    assert_eq!(number(&base, "SELECT COUNT(*) FROM survey WHERE mail = 'none'").await, 1);
    let erase = domain::customers::card::OwnForm { sure: "yes".into(), ..own(&called, "erase", "") };
    cards::act(&later(&base, 700), &erase).await.unwrap();
    assert_eq!(number(&base, "SELECT COUNT(*) FROM survey").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn scores_stand_with_their_n_and_interval_and_few_answers_show_none() {
    on_both(async |base| {
        for (unit, kind, question, value, n) in [
            (3, "closed", "satisfaction", 5, 8),
            (3, "closed", "satisfaction", 1, 2),
            (4, "visit", "satisfaction", 4, 45),
            (4, "visit", "satisfaction", 3, 5),
            (3, "visit", "recommendation", 9, 4),
            (3, "visit", "recommendation", 7, 3),
            (3, "visit", "recommendation", 6, 3),
            (3, "visit", "effort", 7, 4),
            (6, "visit", "effort", 1, 400),
        ] {
            run(
                &base,
                &format!("INSERT INTO survey_answer VALUES ({unit}, '2026-11-01', '{kind}', '{question}', {value}, {n})"),
            )
            .await;
        }
        run(&base, "INSERT INTO survey_answer VALUES (3, '2025-11-01', 'visit', 'effort', 1, 50)").await;
        let boss = actor(Role::Manager, 2);
        let report = surveys::report(&base, Some(&boss), None).await.unwrap();
        let of = |kind, question| {
            report.scores.iter().find(|score| (score.kind, score.question) == (kind, question)).unwrap()
        };
        let closed = of(SurveyKind::Closed, SurveyQuestion::Satisfaction);
        let (lower, upper) = closed.share.interval.unwrap();
        assert_eq!((closed.share.count, closed.n), (8, 10));
        assert!((lower - 0.490_162).abs() < 1e-5 && (upper - 0.943_318).abs() < 1e-5);
        let (score, lower, _) = of(SurveyKind::Visit, SurveyQuestion::Recommendation).score.unwrap();
        assert!((score - 10.0).abs() < 1e-9 && (lower + 36.063_945).abs() < 1e-4);
        let effort = of(SurveyKind::Visit, SurveyQuestion::Effort);
        assert_eq!((effort.n, effort.share.interval, effort.mean), (4, None, None), "another site's do not count");
        let (difference, lower, upper) = report.recovery.difference.unwrap();
        assert!((difference + 0.1).abs() < 1e-9 && lower < -0.1 && upper > -0.1);
        assert_eq!((report.months.len(), report.months[0].visits.of), (1, 50));
        for (who, unit, problem) in [
            (actor(Role::Manager, 5), Some(3), Problem::NotFound),
            (actor(Role::Service, 2), Some(3), Problem::Forbidden),
        ] {
            let refused = surveys::report(&base, Some(&who), unit.map(UnitId::new)).await.map_err(Error::into_problem);
            assert_eq!(refused, Err(problem));
        }
    })
    .await;
}

fn follow_up(phone: &str) -> FollowUpForm {
    FollowUpForm {
        unit: "3".into(),
        bought: "service".into(),
        happened_on: "2026-11-19".into(),
        about: "Klipp".into(),
        customer_name: "Kari Lie".into(),
        phone: phone.into(),
        case_lang: "nb".into(),
        consent: "yes".into(),
        consent_how: "in_person".into(),
        ..FollowUpForm::default()
    }
}

fn tried(attempts: i64, outcome: FollowUpOutcome) -> TryForm {
    TryForm { attempts: attempts.to_string(), call_outcome: outcome.name().into(), ..TryForm::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_tried_twice_at_most_and_then_nothing_of_them_is_left() {
    on_both(async |base| {
        let who = actor(Role::Service, 2);
        follow_ups::plan(&base, Some(&who), &follow_up("22 33 44 55")).await.unwrap();
        let list = follow_ups::list(&base, Some(&who)).await.unwrap();
        assert!(list.due == 1 && list.rows[0].is_due && list.rows[0].name == "Kari Lie", "{list:?}");
        assert!(follow_ups::list(&base, Some(&actor(Role::Service, 5))).await.unwrap().rows.is_empty());
        let elsewhere = actor(Role::Service, 5);
        let attempt = async |who, form: TryForm| {
            follow_ups::record(&base, Some(who), 1, &form).await.map_err(Error::into_problem)
        };
        assert_eq!(attempt(&elsewhere, tried(0, FollowUpOutcome::Content)).await, Err(Problem::NotFound));
        attempt(&who, tried(0, FollowUpOutcome::NoAnswer)).await.unwrap();
        let list = follow_ups::list(&base, Some(&who)).await.unwrap();
        assert_eq!((list.due, list.rows[0].due_on.to_string().as_str()), (0, "2026-11-22"));
        // Two at once: the second has seen what is no longer so.
        assert_eq!(attempt(&who, tried(0, FollowUpOutcome::Content)).await, Err(Problem::ChangedMeanwhile));
        attempt(&who, tried(1, FollowUpOutcome::NoAnswer)).await.unwrap();
        assert_eq!(attempt(&who, tried(2, FollowUpOutcome::Content)).await, Err(Problem::NotFound));
        let left = "SELECT COUNT(*) FROM follow_up WHERE customer_name <> '' OR phone <> '' OR about <> ''";
        assert_eq!(number(&base, left).await, 0);
        let outcomes = follow_ups::list(&base, Some(&who)).await.unwrap().outcomes;
        assert_eq!(outcomes.iter().find(|(outcome, _)| *outcome == FollowUpOutcome::NoAnswer).unwrap().1, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_discontented_answer_becomes_a_case_and_a_name_in_it_is_locked_away() {
    on_both(async |base| {
        run(&base, "UPDATE person SET name = 'Guro Nordmann' WHERE id = 1").await;
        let who = actor(Role::Service, 2);
        follow_ups::plan(&base, Some(&who), &follow_up("+47 22334455")).await.unwrap();
        let form = TryForm {
            satisfaction: "1".into(),
            what: "Guro klippet for kort".into(),
            category: "product".into(),
            ..tried(0, FollowUpOutcome::NotContent)
        };
        let empty = TryForm { what: String::new(), ..form.clone() };
        let refused = follow_ups::record(&base, Some(&who), 1, &empty).await.map_err(Error::into_problem);
        assert_eq!(refused, Err(Problem::invalid(Field::What, Why::Missing)));
        let reference = follow_ups::record(&base, Some(&who), 1, &form).await.unwrap().unwrap();
        let case = complaints::page(&base, Some(&who), &reference, None).await.unwrap();
        assert_eq!(case.case.what, "[ansatt] klippet for kort");
        assert_eq!(case.contact.unwrap().phone, "+47 22334455");
        assert_eq!(counted(&base).await, 0, "somebody is named: it counts when that is looked into");
        assert_eq!(number(&base, "SELECT n FROM survey_answer WHERE kind = 'call' AND value = 1").await, 1);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM follow_up WHERE customer_name = ''").await, 1);
        let audit = complaints::audit::run(&base).await.unwrap();
        assert_eq!(audit.wrong, 0, "{audit:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_says_no_is_gone_at_once_and_so_is_whoever_nobody_came_to() {
    on_both(async |base| {
        let who = actor(Role::Service, 2);
        for phone in ["22334455", "22334466"] {
            follow_ups::plan(&base, Some(&who), &follow_up(phone)).await.unwrap();
        }
        let page = follow_ups::page(&base, Some(&who), 1, "https://trivsel.example/").await.unwrap();
        let token = page.stop.strip_prefix("https://trivsel.example/stop/").unwrap();
        let token = token.split('?').next().unwrap();
        follow_ups::stop_page(&base, token).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM follow_up WHERE outcome IS NULL").await, 2);
        for _ in 0..2 {
            follow_ups::stop(&base, token).await.unwrap();
        }
        assert_eq!(number(&base, "SELECT COUNT(*) FROM follow_up WHERE outcome = 'declined'").await, 1);
        assert!(follow_ups::page(&base, Some(&who), 1, "").await.is_err());
        for nobody in ["", "x", &"0".repeat(48), &"æ".repeat(24)] {
            let stopped = follow_ups::stop(&base, nobody).await.map_err(Error::into_problem);
            assert_eq!(stopped, Err(Problem::NotFound), "{nobody}");
        }
        follow_ups::expire(&later(&base, 29 * 86_400)).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM follow_up WHERE outcome IS NULL").await, 1);
        follow_ups::expire(&later(&base, 32 * 86_400)).await.unwrap();
        let left = "SELECT COUNT(*) FROM follow_up WHERE outcome IS NULL OR phone <> ''";
        assert_eq!(number(&base, left).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_its_customer_has_deleted_is_followed_up_by_nobody() {
    let (base, _folder) = on_sqlite().await;
    let who = actor(Role::Service, 2);
    let code = code_of(&base, 3, "").await;
    let form = domain::customers::card::CardForm {
        phone: "22334455".into(),
        category: "waiting".into(),
        ..card("Ventet en time", "complaint")
    };
    let receipt = send(&base, &code, 0, &form).await.unwrap();
    let page = follow_ups::new_page(&base, Some(&who), Some(&receipt.slip.reference)).await.unwrap();
    assert_eq!(page.case.unwrap().contact[1], "22334455");
    let of_case = FollowUpForm {
        reference: receipt.slip.reference.clone(),
        bought: String::new(),
        ..follow_up("22334455")
    };
    follow_ups::plan(&base, Some(&who), &of_case).await.unwrap();
    let twice = follow_ups::plan(&base, Some(&who), &of_case).await.map_err(Error::into_problem);
    assert_eq!(twice, Err(Problem::invalid(Field::Reference, Why::Taken)));
    let erase = domain::customers::card::OwnForm { sure: "yes".into(), ..own(&receipt, "erase", "") };
    cards::act(&later(&base, 700), &erase).await.unwrap();
    assert_eq!(number(&base, "SELECT COUNT(*) FROM follow_up").await, 0);
}
