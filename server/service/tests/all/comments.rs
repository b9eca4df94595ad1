//! Reading comments: at their home and nowhere else.

use crate::common::{actor, number, on_both, run};
use domain::{
    Lang, Problem, Role, UnitId,
    staff::comments::{AllCommentsQuery, CommentQuery, CommentRound},
};
use sea_orm::ConnectionTrait;
use service::{
    Error, Services, comments,
    pack::{self, Which, documents::Format, pages::Asked},
};

/// A comment that is read at a unit, with an id made of one byte.
async fn comment(services: &Services, round: i64, home: i64, id: u8, text: &str) {
    let id = match services.db.reader.get_database_backend() {
        sea_orm::DbBackend::Postgres => format!("'\\x{}'", format!("{id:02x}").repeat(16)),
        _ => format!("X'{}'", format!("{id:02x}").repeat(16)),
    };
    run(
        services,
        &format!("INSERT INTO released_comment (id, round_id, home_id, text) VALUES ({id}, {round}, {home}, '{text}')"),
    )
    .await;
}

/// Round 1 is released; its comments are read at site S.
async fn prepare(services: &Services) {
    run(services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1").await;
    for id in 1..=6 {
        comment(services, 1, 2, id, &format!("Comment {id}")).await;
    }
}

/// What a role in a unit reads at a unit; without one at the first that shows any.
async fn read(services: &Services, role: Role, at: i64, unit: Option<i64>) -> Result<Vec<String>, Problem> {
    let query = CommentQuery { unit: unit.map(UnitId::new), quarter: None };
    match comments::page(services, Some(&actor(role, at)), &query).await {
        Ok(page) => Ok(page.rounds.into_iter().flat_map(|round| round.texts).collect()),
        Err(error) => Err(error.into_problem()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn comments_are_read_at_their_home_and_nowhere_else() {
    on_both(async |services| {
        prepare(&services).await;
        for role in [Role::Manager, Role::Hr, Role::StaffRepresentative] {
            assert_eq!(read(&services, role, 2, Some(2)).await.unwrap().len(), 6, "{role:?}");
            // Below and above, where they would tell more or appear twice, there are none.
            assert_eq!(read(&services, role, 1, Some(3)).await, Ok(Vec::new()), "{role:?}");
            assert_eq!(read(&services, role, 1, Some(1)).await, Ok(Vec::new()), "{role:?}");
            // Whoever is in charge of one team only does not reach the home above it.
            assert_eq!(read(&services, role, 3, Some(2)).await, Err(Problem::NotFound), "{role:?}");
            assert_eq!(read(&services, role, 5, Some(2)).await, Err(Problem::NotFound), "{role:?}");
        }
        assert_eq!(read(&services, Role::Hr, 1, None).await.unwrap().len(), 6, "the first unit with any");
        for role in [Role::Employee, Role::Service, Role::Admin] {
            assert_eq!(read(&services, role, 1, Some(2)).await, Err(Problem::Forbidden), "{role:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_release_nobody_reads_a_comment() {
    on_both(async |services| {
        prepare(&services).await;
        comment(&services, 2, 2, 10, "Open round").await;
        let pages = async || {
            let mut all = Vec::new();
            for unit in 1..=6 {
                all.extend(read(&services, Role::Hr, 1, Some(unit)).await.unwrap());
            }
            all
        };
        assert_eq!(pages().await.len(), 6);
        for state in ["closed", "planned", "voided"] {
            run(&services, &format!("UPDATE round SET state = '{state}' WHERE id = 1")).await;
            assert!(pages().await.is_empty(), "{state}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_stays_the_same_and_does_not_follow_the_ids() {
    on_both(async |services| {
        prepare(&services).await;
        for id in 20..60 {
            comment(&services, 1, 2, id, &format!("Comment {id}")).await;
        }
        assert_eq!(
            number(&services, "SELECT COUNT(*) FROM organisation WHERE comment_key IS NOT NULL").await,
            0
        );
        let first = read(&services, Role::Hr, 1, Some(2)).await.unwrap();
        assert_eq!(first.len(), 46);
        assert_eq!(
            number(&services, "SELECT COUNT(*) FROM organisation WHERE comment_key IS NOT NULL").await,
            1
        );
        assert_eq!(read(&services, Role::Manager, 2, Some(2)).await.unwrap(), first);
        let id = |text: &String| text.rsplit(' ').next().unwrap().parse::<u32>().unwrap();
        let ids: Vec<u32> = first.iter().map(id).collect();
        // By chance each happens once in 46 factorial.
        assert!(!ids.is_sorted() && !ids.iter().rev().is_sorted());
        // Another key, another order.
        run(&services, "UPDATE organisation SET comment_key = NULL").await;
        assert_ne!(read(&services, Role::Hr, 1, Some(2)).await.unwrap(), first);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quarter_without_comments_is_empty_and_a_text_that_is_none_is_not_found() {
    on_both(async |services| {
        prepare(&services).await;
        let ask = async |quarter: &str| {
            let query = CommentQuery { unit: Some(UnitId::new(2)), quarter: Some(quarter.to_owned()) };
            comments::page(&services, Some(&actor(Role::Hr, 1)), &query)
                .await
                .map_err(|error| error.into_problem())
        };
        assert_eq!(ask("2026Q4").await.unwrap().rounds.len(), 1);
        let before = ask("2026Q3").await.unwrap();
        assert!(before.rounds.is_empty());
        assert_eq!(before.units.len(), 1, "only the unit asked for");
        for text in ["2026Q9", "x", "2026-11"] {
            assert_eq!(ask(text).await, Err(Problem::NotFound), "{text}");
        }
        // No round released at all.
        run(&services, "UPDATE round SET state = 'closed' WHERE id = 1").await;
        let query = CommentQuery::default();
        let page = comments::page(&services, Some(&actor(Role::Manager, 3)), &query).await.unwrap();
        assert!(page.rounds.is_empty() && page.quarters.is_empty());
        assert_eq!((page.crowd, page.authors), (10, 3));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_comments_of_a_quarter_are_those_that_can_be_read_one_unit_at_a_time() {
    on_both(async |services| {
        prepare(&services).await;
        comment(&services, 1, 5, 20, "The QUEUE at the till").await;
        comment(&services, 2, 5, 21, "Open round, queue").await;
        let found = async |role: Role, at: i64, search: &str| {
            let query = AllCommentsQuery { search: search.to_owned(), ..AllCommentsQuery::default() };
            let page = comments::all_page(&services, Some(&actor(role, at)), &query).await;
            page.map(|page| {
                let units = page.units.iter();
                let texts =
                    |rounds: &Vec<CommentRound>| rounds.iter().map(|round| round.texts.len()).sum::<usize>();
                let shown: Vec<_> = units.map(|(unit, rounds)| (i64::from(unit.id), texts(rounds))).collect();
                assert_eq!(page.found, shown.iter().map(|(_, count)| count).sum::<usize>());
                shown
            })
            .map_err(Error::into_problem)
        };
        for role in [Role::Manager, Role::Hr, Role::StaffRepresentative] {
            assert_eq!(found(role, 1, "").await, Ok(vec![(2, 6), (5, 1)]), "{role:?}");
            assert_eq!(found(role, 2, "").await, Ok(vec![(2, 6)]), "{role:?}: what is below the own unit");
            // Whoever is in charge of a team does not reach the home above it.
            assert_eq!(found(role, 3, "").await, Ok(Vec::new()), "{role:?}");
        }
        assert_eq!(
            found(Role::Hr, 1, "till  queue").await,
            Ok(vec![(5, 1)]),
            "in any case, and in any order"
        );
        assert_eq!(found(Role::Hr, 1, "comment 3").await, Ok(vec![(2, 1)]));
        assert_eq!(found(Role::Hr, 1, "%").await, Ok(Vec::new()), "a sign is a sign");
        for role in [Role::Employee, Role::Service, Role::Admin] {
            assert_eq!(found(role, 1, "").await, Err(Problem::Forbidden), "{role:?}");
        }
        run(&services, "UPDATE round SET state = 'voided' WHERE id = 1").await;
        assert_eq!(found(Role::Hr, 1, "").await, Ok(Vec::new()), "of a void round nobody reads any");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn comments_are_in_no_file() {
    on_both(async |services| {
        prepare(&services).await;
        comment(&services, 1, 1, 30, "Zyxwvut about the rota").await;
        for format in [Format::Json, Format::Workbook, Format::Csv] {
            let asked = Asked { which: Which::Draft, lang: Lang::En, site: "https://trivsel.example" };
            let hr = actor(Role::Hr, 1);
            let taken =
                pack::documents::file(&services, Some(&hr), "2026Q4", None, format, asked).await.unwrap();
            for content in contents(&taken.bytes) {
                assert!(!String::from_utf8_lossy(&content).contains("Zyxwvut"), "{format:?}");
            }
        }
    })
    .await;
}

/// A file, or the files within it.
fn contents(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Ok(mut zip) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return vec![bytes.to_vec()] };
    let count = zip.len();
    let read = |place| {
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut zip.by_index(place).unwrap(), &mut content).unwrap();
        content
    };
    (0..count).map(read).collect()
}
