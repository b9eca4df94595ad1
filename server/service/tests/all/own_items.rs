//! The organisation's own statements: from when they are asked, what is taken, and what their figures are called.

use crate::common::{actor, employee, number, on_both, opened, run, votes, without_windows};
use chrono::NaiveDate;
use domain::{
    Field, Lang, PersonId, Problem, Role, RoundId, Why,
    staff::{
        check_in::BallotForm,
        own_items::{OwnItemAct, OwnItemForm, OwnItemState, QuestionsPage},
    },
};
use service::{
    Error, Services,
    pack::{self, Which, documents::Format, pages::Asked},
    release, review,
    rounds::{self, Voter, own_items, roll},
};

fn form(tag: &str, en: &str, nb: &str) -> OwnItemForm {
    OwnItemForm { tag: tag.to_owned(), en: en.to_owned(), nb: nb.to_owned() }
}

fn rota() -> OwnItemForm {
    form("rota", "I know my shifts two weeks ahead.", "Jeg kjenner vaktene mine to uker fram.")
}

/// Somebody who keeps the questions of the whole organisation.
fn hr() -> service::Actor {
    actor(Role::Hr, 1)
}

async fn add(services: &Services, form: &OwnItemForm) -> i64 {
    own_items::add(services, Some(&hr()), form).await.unwrap()
}

async fn act(services: &Services, id: i64, act: OwnItemAct, form: &OwnItemForm) -> Option<Problem> {
    problem(own_items::act(services, Some(&hr()), id, act, form).await)
}

fn problem<T>(result: Result<T, Error>) -> Option<Problem> {
    match result {
        Ok(_) => None,
        Err(Error::Problem(problem)) => Some(problem),
        Err(error) => panic!("{error}"),
    }
}

async fn page(services: &Services) -> QuestionsPage {
    own_items::page(services, Some(&hr())).await.unwrap()
}

/// The statements as `tag version state since-until`, with the numbers of rounds.
async fn listed(services: &Services) -> Vec<String> {
    let number = |round: Option<domain::staff::own_items::RoundDay>| round.map_or(0, |round| round.number);
    page(services)
        .await
        .own
        .iter()
        .map(|row| {
            format!(
                "{} {} {} {}-{}",
                row.tag,
                row.version,
                row.state.name(),
                number(row.since),
                number(row.until)
            )
        })
        .collect()
}

/// Closes the open round and opens the one that plans itself after it.
async fn next_round(services: &Services, today: &str) {
    let today: NaiveDate = today.parse().unwrap();
    rounds::close_due(services, today).await.unwrap();
    assert_eq!(rounds::open_due(services, today).await.unwrap(), 1);
}

fn ballot(round: i64, answers: &[(&str, &str)]) -> BallotForm {
    BallotForm {
        round,
        answers: answers.iter().map(|(item, value)| ((*item).to_owned(), (*value).to_owned())).collect(),
        ..Default::default()
    }
}

async fn cast(services: &Services, person: i64, form: &BallotForm) -> Option<Problem> {
    problem(rounds::cast(services, Some(&employee(person)), form).await)
}

/// The ids that the form of the open round asks.
async fn asked(services: &Services) -> Vec<String> {
    let page = rounds::check_in_page(services, Some(&employee(1))).await.unwrap();
    page.questions.iter().map(|question| question.item.id().into_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_added_during_a_round_is_asked_in_the_next_one_only() {
    on_both(async |services| {
        let before = asked(&services).await;
        let id = add(&services, &rota()).await;
        let own = format!("O{id}");
        assert_eq!(asked(&services).await, before, "the open round stays as it is");
        assert_eq!(listed(&services).await, ["rota 1 coming 3-0"]);
        let refused = cast(&services, 1, &ballot(2, &[("C2", "4"), (own.as_str(), "5")])).await;
        assert!(matches!(&refused, Some(Problem::Invalid(_))), "{refused:?}");
        assert_eq!(refused.unwrap().status(), 422);
        assert_eq!(votes(&services).await, 0);
        next_round(&services, "2026-11-23").await;
        let after = asked(&services).await;
        assert_eq!((after.len(), after.last()), (5, Some(&own)));
        assert_eq!(cast(&services, 1, &ballot(3, &[("C2", "4"), (own.as_str(), "5")])).await, None);
        let round = number(&services, "SELECT id FROM round WHERE number = 3").await;
        let boxes = opened(&services, round).await;
        assert_eq!(
            boxes[0].answers.last().map(|(item, value)| (item.id().into_owned(), *value)),
            Some((own.clone(), 5))
        );
        assert_eq!(listed(&services).await, ["rota 1 asked 3-0"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_of_statements_that_are_not_asked_are_refused() {
    on_both(async |services| {
        let id = add(&services, &rota()).await;
        next_round(&services, "2026-11-23").await;
        for foreign in ["O999", "O-1", "O1x", "O0", "O", "O01", "own_1", "o1", "O1 OR 1=1"] {
            let refused = cast(&services, 1, &ballot(3, &[(foreign, "5")])).await;
            assert!(matches!(refused, Some(Problem::Invalid(_))), "{foreign}: {refused:?}");
        }
        for off_scale in ["0", "6", "-1", "4.5"] {
            let refused = cast(&services, 1, &ballot(3, &[(&format!("O{id}"), off_scale)])).await;
            assert!(matches!(refused, Some(Problem::Invalid(_))), "{off_scale}: {refused:?}");
        }
        assert_eq!(votes(&services).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_asks_two_own_statements_at_most() {
    on_both(async |services| {
        let first = add(&services, &rota()).await;
        add(&services, &form("tools", "My tools work.", "Verktøyet mitt virker.")).await;
        let third = form("light", "I see well.", "Jeg ser godt.");
        let full = Some(Problem::invalid(Field::Tag, Why::NoRoom));
        assert_eq!(problem(own_items::add(&services, Some(&hr()), &third).await), full);
        assert!(!page(&services).await.has_room);
        next_round(&services, "2026-11-23").await;
        assert_eq!(asked(&services).await.len(), 6);
        assert_eq!(problem(own_items::add(&services, Some(&hr()), &third).await), full);
        // One that ends makes room, from the same round on.
        assert_eq!(act(&services, first, OwnItemAct::Stop, &Default::default()).await, None);
        add(&services, &third).await;
        assert_eq!(asked(&services).await.len(), 6, "the open round stays as it is");
        next_round(&services, "2026-11-30").await;
        assert_eq!(asked(&services).await.len(), 6);
        assert_eq!(listed(&services).await, ["light 1 asked 4-0", "tools 1 asked 3-0", "rota 1 past 3-3"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_add_at_the_same_time_do_not_fill_a_round_beyond_two() {
    on_both(async |services| {
        add(&services, &rota()).await;
        let adds: Vec<_> = (0..6)
            .map(|place| {
                let services = services.clone();
                tokio::spawn(async move {
                    let form = form(&format!("tag-{place}"), "Words.", "Ord.");
                    problem(own_items::add(&services, Some(&hr()), &form).await)
                })
            })
            .collect();
        let mut taken = 0;
        for add in adds {
            match add.await.unwrap() {
                None => taken += 1,
                Some(problem) => assert_eq!(problem, Problem::invalid(Field::Tag, Why::NoRoom)),
            }
        }
        assert_eq!(taken, 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM own_item").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn other_words_are_a_new_version_from_the_next_round() {
    on_both(async |services| {
        let first = add(&services, &rota()).await;
        next_round(&services, "2026-11-23").await;
        let words = form("", "I know my shifts a month ahead.", "Jeg kjenner vaktene mine en måned fram.");
        assert_eq!(act(&services, first, OwnItemAct::Reword, &words).await, None);
        assert_eq!(listed(&services).await, ["rota 2 coming 4-0", "rota 1 ending 3-3"]);
        assert_eq!(asked(&services).await.last(), Some(&format!("O{first}")));
        // What was asked stays as it was.
        for late in OwnItemAct::ALL {
            assert_eq!(
                act(&services, first, late, &words).await,
                Some(Problem::ChangedMeanwhile),
                "{late:?}"
            );
        }
        next_round(&services, "2026-11-30").await;
        let second = number(&services, "SELECT id FROM own_item WHERE version = 2").await;
        assert_eq!(asked(&services).await.last(), Some(&format!("O{second}")));
        assert_eq!(listed(&services).await, ["rota 2 asked 4-0", "rota 1 past 3-3"]);
        let old = ballot(4, &[(&format!("O{first}"), "3")]);
        assert!(matches!(cast(&services, 1, &old).await, Some(Problem::Invalid(_))));
        let days = "SELECT COUNT(*) FROM own_item AS old JOIN own_item AS young
            ON young.tag = old.tag AND young.version = old.version + 1 WHERE young.from_on <= old.to_on";
        assert_eq!(number(&services, days).await, 0, "the old version ends before the new one begins");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_was_asked_can_be_overwritten_and_taken_back() {
    on_both(async |services| {
        let first = add(&services, &rota()).await;
        let words = form("", "Other words.", "Andre ord.");
        assert_eq!(act(&services, first, OwnItemAct::Reword, &words).await, None);
        assert_eq!(listed(&services).await, ["rota 1 coming 3-0"]);
        let same = act(&services, first, OwnItemAct::Reword, &words).await;
        assert_eq!(same, Some(Problem::invalid(Field::En, Why::SameWords)));
        let stop = act(&services, first, OwnItemAct::Stop, &words).await;
        assert_eq!(stop, Some(Problem::ChangedMeanwhile), "there is nothing to stop yet");
        assert_eq!(act(&services, first, OwnItemAct::Delete, &words).await, None);
        assert_eq!(act(&services, first, OwnItemAct::Delete, &words).await, Some(Problem::NotFound));
        let again = add(&services, &rota()).await;
        next_round(&services, "2026-11-23").await;
        let delete = act(&services, again, OwnItemAct::Delete, &words).await;
        assert_eq!(delete, Some(Problem::ChangedMeanwhile), "it is being asked");
        // A new wording that is taken back leaves the old one as it was.
        assert_eq!(act(&services, again, OwnItemAct::Reword, &words).await, None);
        let second = number(&services, "SELECT id FROM own_item WHERE version = 2").await;
        assert_eq!(act(&services, second, OwnItemAct::Delete, &words).await, None);
        assert_eq!(listed(&services).await, ["rota 1 asked 3-0"]);
        next_round(&services, "2026-11-30").await;
        assert_eq!(asked(&services).await.last(), Some(&format!("O{again}")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_planned_between_asks_what_was_added_before_it_began() {
    on_both(async |services| {
        let far = "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
            VALUES (3, '2026-12-07', '2026-12-13', 'planned', 'trivsel-1', 'Test', '2026-10-01', '2027-10-01')";
        run(&services, far).await;
        let id = add(&services, &rota()).await;
        assert_eq!(page(&services).await.next.unwrap().number, 3);
        run(&services, &far.replace("VALUES (3, '2026-12-07', '2026-12-13'", "VALUES (4, '2026-11-23', '2026-11-29'"))
            .await;
        assert_eq!(page(&services).await.next.unwrap().number, 4);
        next_round(&services, "2026-11-23").await;
        assert_eq!(asked(&services).await.last(), Some(&format!("O{id}")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_shows_the_bank_with_its_turns_in_the_next_six_rounds() {
    on_both(async |services| {
        let page = page(&services).await;
        assert_eq!(page.bank.len(), 14);
        for row in &page.bank {
            let expected = if row.item.id().starts_with('C') { 6 } else { 1 };
            assert_eq!(row.rounds.len(), expected, "{:?}", row.item);
        }
        let days: Vec<String> = page.bank[0].rounds.iter().map(|round| round.starts_on.to_string()).collect();
        assert_eq!(days[..2], ["2026-11-23", "2026-11-30"]);
        assert!(page.may_change && page.has_room);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_hr_for_the_whole_organisation_changes_what_everybody_is_asked() {
    on_both(async |services| {
        let id = add(&services, &rota()).await;
        let site = actor(Role::Hr, 2);
        let forbidden = Some(Problem::Forbidden);
        for who in [&site, &actor(Role::Admin, 1), &actor(Role::Manager, 1), &employee(1)] {
            let other = form("other", "Words.", "Ord.");
            assert_eq!(problem(own_items::add(&services, Some(who), &other).await), forbidden);
            let delete = own_items::act(&services, Some(who), id, OwnItemAct::Delete, &other).await;
            assert_eq!(problem(delete), forbidden);
            assert_eq!(problem(own_items::act_page(&services, Some(who), id, "delete").await), forbidden);
        }
        let seen = own_items::page(&services, Some(&site)).await.unwrap();
        assert!(!seen.may_change && seen.own[0].state == OwnItemState::Coming);
        assert_eq!(problem(own_items::page(&services, None).await), Some(Problem::SignInNeeded));
        assert_eq!(listed(&services).await.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_stands_in_the_log_and_a_refused_one_does_not() {
    on_both(async |services| {
        let id = add(&services, &rota()).await;
        next_round(&services, "2026-11-23").await;
        act(&services, id, OwnItemAct::Reword, &form("", "Other words.", "Andre ord.")).await;
        let second = number(&services, "SELECT id FROM own_item WHERE version = 2").await;
        act(&services, second, OwnItemAct::Delete, &Default::default()).await;
        act(&services, id, OwnItemAct::Stop, &Default::default()).await;
        let taken = own_items::add(&services, Some(&hr()), &rota()).await;
        assert_eq!(problem(taken), Some(Problem::invalid(Field::Tag, Why::Taken)));
        for (detail, count) in
            [("add rota 1", 1), ("reword rota 2", 1), ("delete rota 2", 1), ("stop rota 1", 1), ("%", 4)]
        {
            let rows = format!(
                "SELECT COUNT(*) FROM audit WHERE event = 'question_changed' AND account_id = 1 AND detail LIKE '{detail}'"
            );
            assert_eq!(number(&services, &rows).await, count, "{detail}");
        }
    })
    .await;
}

/// Opens a round that asks what is there, lets these people answer the statement with 4, and releases it.
async fn play(services: &Services, own: i64, voters: &[i64]) {
    run(services, "DELETE FROM roster WHERE person_id = 16").await;
    without_windows(services).await;
    next_round(services, "2026-11-23").await;
    let round = number(services, "SELECT id FROM round WHERE number = 3").await;
    roll::write(services.db.writer(), RoundId::new(round), "2026-11-23".parse().unwrap()).await.unwrap();
    for person in voters {
        let own = format!("O{own}");
        let form = ballot(3, &[("C1", "1"), ("C2", "4"), (own.as_str(), "4")]);
        rounds::cast_by(services, &Voter::Person(PersonId::new(*person)), &form).await.unwrap();
    }
    run(services, "UPDATE round SET state = 'closed' WHERE number = 3").await;
    release::release_now(services).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_of_an_own_statement_obey_the_same_threshold() {
    on_both(async |services| {
        let id = add(&services, &rota()).await;
        // All of team A and of team C; of team B, which has three people, all too.
        play(&services, id, &(1..=15).collect::<Vec<_>>()).await;
        let state = async |unit: i64, state: &str| {
            let sql = format!(
                "SELECT COUNT(*) FROM released_figure JOIN round ON round.id = round_id AND round.number = 3
                 WHERE unit_id = {unit} AND measure = 'own_{id}' AND released_figure.state = '{state}'"
            );
            number(&services, &sql).await
        };
        assert_eq!(state(1, "published").await, 1);
        assert_eq!(state(4, "hidden").await, 1, "three people are too few");
        assert_eq!(state(4, "published").await, 0);
        // An own statement is shown and hidden exactly where satisfaction is.
        let unlike = format!(
            "SELECT COUNT(*) FROM released_figure AS own JOIN released_figure AS bank
             ON bank.unit_id = own.unit_id AND bank.round_id = own.round_id AND bank.measure = 'satisfaction'
             WHERE own.measure = 'own_{id}' AND own.state <> bank.state"
        );
        assert_eq!(number(&services, &unlike).await, 0);
        let early = format!(
            "SELECT COUNT(*) FROM released_figure JOIN round ON round.id = round_id AND round.number < 3
             WHERE measure = 'own_{id}'"
        );
        assert_eq!(number(&services, &early).await, 0, "rounds that did not ask have no cell");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_too_few_answers_an_own_statement_is_hidden_everywhere() {
    on_both(async |services| {
        let id = add(&services, &rota()).await;
        play(&services, id, &[1, 2, 10, 11]).await;
        let cells = format!("SELECT COUNT(*) FROM released_figure WHERE measure = 'own_{id}'");
        assert!(number(&services, &cells).await > 0);
        assert_eq!(number(&services, &format!("{cells} AND value IS NOT NULL")).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_name_an_own_statement_by_its_words_in_the_language_of_the_file() {
    on_both(async |services| {
        let hostile =
            form("rota", "=1+1 </textarea><script>alert(1)</script>", "Vaktlista, «æøå», kommer \"tidlig\"");
        let id = add(&services, &hostile).await;
        play(&services, id, &(1..=15).collect::<Vec<_>>()).await;
        let file = async |lang| {
            let asked = Asked { which: Which::Draft, lang, site: "https://trivsel.example" };
            let taken =
                pack::documents::file(&services, Some(&hr()), "2026Q4", None, Format::Csv, asked).await;
            csv_of(&taken.unwrap().bytes)
        };
        let (en, nb) = (file(Lang::En).await, file(Lang::Nb).await);
        let name = format!("own_{id}");
        assert!(en.contains(&name) && nb.contains(&name), "the stable name is the same in both");
        assert!(en.contains("\"'=1+1 </textarea><script>alert(1)</script>\""), "as text, no formula: {en}");
        assert!(nb.contains("\"Vaktlista, «æøå», kommer \"\"tidlig\"\"\""), "{nb}");
        assert!(!en.contains("measure-own"), "{en}");
        assert!(en.contains(",\"Satisfaction\",") && nb.contains(";\"Tilfredshet\";"));
        review::page(&services, Some(&hr()), Some("2026Q4")).await.unwrap();
    })
    .await;
}

/// The figures round by round, of an archive of CSV files.
fn csv_of(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let name = ["rounds.csv", "runder.csv"].into_iter().find(|name| zip.by_name(name).is_ok()).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}
