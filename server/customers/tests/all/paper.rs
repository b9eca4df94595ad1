//! Cards on paper, typed in twice.

use base::{Actor, Base, Error};
use customers::{
    cards::paper::{self, PaperDone},
    complaints,
};
use domain::{
    Field, Problem, Role, Why,
    customers::paper::{PaperForm, PaperStep, right_field},
};
use testing::{actor, number, on_both, on_sqlite, run};

use super::cards::{counted, inbox, later};

fn envelope(counted: &str) -> PaperForm {
    PaperForm { unit: "3".into(), counted: counted.into(), ..PaperForm::default() }
}

fn typed(pass: &str, place: i64, kind: &str, what: &str) -> PaperForm {
    PaperForm {
        act: "card".into(),
        pass: pass.into(),
        card_place: place.to_string(),
        voice_kind: kind.into(),
        happened_on: "2026-11-19".into(),
        what: what.into(),
        ..PaperForm::default()
    }
}

async fn act(base: &Base, who: &Actor, form: &PaperForm) -> Result<PaperDone, Problem> {
    paper::act(base, Some(who), 1, form).await.map_err(Error::into_problem)
}

fn only(act: &str) -> PaperForm {
    PaperForm { act: act.into(), ..PaperForm::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_typed_in_twice_count_when_what_differs_is_decided_and_the_envelope_is_empty() {
    on_both(async |base| {
        run(&base, "UPDATE person SET name = 'Guro Nordmann' WHERE id = 1").await;
        let who = actor(Role::Service, 2);
        assert_eq!(paper::open(&base, Some(&who), &envelope("2")).await.unwrap(), 1);
        act(&base, &who, &typed("1", 1, "complaint", "Ventet lenge")).await.unwrap();
        // The same card sent twice is one card.
        let again = act(&base, &who, &typed("1", 1, "complaint", "Ventet lenge")).await;
        assert_eq!(again, Err(Problem::ChangedMeanwhile));
        act(&base, &who, &typed("1", 2, "complaint", "Guro hjalp meg")).await.unwrap();
        // A third one is found.
        let recount = |counted: &str| PaperForm { counted: counted.into(), ..only("recount") };
        assert_eq!(
            act(&base, &who, &recount("1")).await,
            Err(Problem::invalid(Field::Counted, Why::OutOfRange))
        );
        act(&base, &who, &recount("3")).await.unwrap();
        assert_eq!(act(&base, &who, &only("take_in")).await, Err(Problem::ChangedMeanwhile));
        act(&base, &who, &typed("1", 3, "comment", "Mer lys")).await.unwrap();
        let page = paper::page(&base, Some(&who), 1).await.unwrap();
        assert!(matches!(&page.step, PaperStep::Second(card) if card.what == "Ventet lenge"), "{page:?}");
        act(&base, &who, &typed("2", 1, "complaint", "Ventet  lenge")).await.unwrap();
        act(&base, &who, &typed("2", 2, "compliment", "Guro hjalp meg")).await.unwrap();
        act(&base, &who, &typed("2", 3, "comment", "Mer lys")).await.unwrap();
        let PaperStep::Compare(pairs) = paper::page(&base, Some(&who), 1).await.unwrap().step else {
            panic!()
        };
        assert_eq!(pairs.iter().map(|(first, _)| first.place).collect::<Vec<_>>(), [2]);
        let undecided = act(&base, &who, &only("take_in")).await;
        assert_eq!(undecided, Err(Problem::invalid(Field::Answer, Why::Missing)));
        assert_eq!((counted(&base).await, inbox(&base).await), (0, 0), "nothing counts before");
        let decided =
            PaperForm { more: [(right_field(2), "2".to_owned())].into_iter().collect(), ..only("take_in") };
        assert_eq!(act(&base, &who, &decided).await, Ok(PaperDone::TakenIn(3)));
        assert_eq!(act(&base, &who, &decided).await, Err(Problem::NotFound));
        assert_eq!((counted(&base).await, inbox(&base).await), (1, 3));
        let praise = "SELECT COUNT(*) FROM named_person WHERE state = 'praise'";
        assert_eq!(number(&base, praise).await, 1, "the name is locked away");
        assert_eq!(number(&base, "SELECT COUNT(*) FROM complaint WHERE what LIKE '%Guro%'").await, 0);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM paper_card").await, 0);
        assert_eq!(number(&base, "SELECT differed FROM paper_batch WHERE done_on IS NOT NULL").await, 1);
        let audit = complaints::audit::run(&base).await.unwrap();
        assert_eq!(audit.wrong, 0, "{audit:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_envelope_is_its_units_own_and_is_forgotten_when_nobody_goes_on_with_it() {
    let (base, _folder) = on_sqlite().await;
    let who = actor(Role::Service, 2);
    let elsewhere = actor(Role::Service, 5);
    let unit = paper::open(&base, Some(&elsewhere), &envelope("2")).await.map_err(Error::into_problem);
    assert_eq!(unit, Err(Problem::invalid(Field::Unit, Why::NotAChoice)));
    for counted in ["", "0", "51", "many"] {
        assert!(paper::open(&base, Some(&who), &envelope(counted)).await.is_err(), "{counted}");
    }
    paper::open(&base, Some(&who), &envelope("2")).await.unwrap();
    act(&base, &who, &typed("1", 1, "complaint", "Ventet lenge")).await.unwrap();
    assert_eq!(act(&base, &elsewhere, &only("discard")).await, Err(Problem::NotFound));
    assert!(paper::page(&base, Some(&elsewhere), 1).await.is_err());
    assert!(paper::list(&base, Some(&elsewhere)).await.unwrap().rows.is_empty());
    assert_eq!(paper::list(&base, Some(&who)).await.unwrap().rows[0].typed, 1);
    paper::forget(&later(&base, 30 * 86_400)).await.unwrap();
    assert_eq!(number(&base, "SELECT COUNT(*) FROM paper_card").await, 1);
    paper::forget(&later(&base, 32 * 86_400)).await.unwrap();
    assert_eq!(number(&base, "SELECT COUNT(*) FROM paper_card").await, 0);
    paper::open(&base, Some(&who), &envelope("1")).await.unwrap();
    let discarded = paper::act(&base, Some(&who), 2, &only("discard")).await.unwrap();
    assert_eq!(discarded, PaperDone::Discarded);
    assert_eq!(number(&base, "SELECT COUNT(*) FROM paper_batch").await, 0);
}
