//! A server killed under everything at once: ballots, cases and their steps, cards, imports, and a release at the end.
//! What it acknowledged is there once, what it refused is not there, and whoever got no answer sends the same again.
//!
//! `TRIVSEL_KILLS=1000 cargo test -p server mixed -- --nocapture` kills it so many times and prints the counts; without
//! it, a few times.

use std::{
    collections::{BTreeMap, VecDeque},
    path::Path,
    process::Child,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use chrono::{Days, TimeDelta};
use domain::customers::card::CardSource;
use service::{
    Services, cards,
    clock::{Clock, StoppedClock, SystemClock},
    db::{Db, Missing},
    imports::uploads,
};

use crate::{
    common::{number, run, votes},
    kill,
    killed_release::copy,
    running::{prepare, send, start, start_by, trivsel, write_site},
};

/// Things to do for each time the server is killed: more than it gets done.
const THINGS_A_KILL: usize = 48;
/// Those who do them at the same time.
const HANDS: usize = 8;
/// Rows of a file that is imported.
const ROWS: usize = 5;
/// Address of a comment card.
const CODE: &str = "23456789";
/// Servers that are killed while they release the round, at most.
const MOST_LIVES_OF_A_RELEASE: u32 = 40;
/// Ballots among eight things.
const BALLOTS: usize = 3;

/// What somebody does; the number of each is its place among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Ballot,
    Case,
    Card,
    Import,
}

impl Thing {
    const ALL: [Self; 4] = [Self::Ballot, Self::Case, Self::Card, Self::Import];

    /// Most are ballots and cases, as in a shop.
    const fn of(place: usize) -> Self {
        match place % 8 {
            0 | 2 | 4 => Self::Ballot,
            1 | 3 => Self::Case,
            5 | 6 => Self::Card,
            _ => Self::Import,
        }
    }
}

/// Whose ballot it is: nobody has two.
const fn voter(place: usize) -> usize {
    place / 8 * BALLOTS + place % 8 / 2
}

/// What somebody was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Done,
    Refused,
    /// The server is dead: the same is sent again to the next one.
    Nothing,
}

/// What an answer says, by the first digits of its status.
fn told(answer: &str, good: &[&str]) -> Told {
    match answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)) {
        None => Told::Nothing,
        Some(status) if good.contains(&status) => Told::Done,
        // Too many at once: nothing was done, and it may be sent again later.
        Some("429" | "503") => Told::Refused,
        Some(status) => panic!("{status}: {answer}"),
    }
}

fn location(answer: &str) -> &str {
    let line = answer.lines().find_map(|line| line.strip_prefix("location: ")).unwrap();
    line.split(['?', '\r']).next().unwrap()
}

/// What the hands have in common.
struct Shop {
    /// Sessions of the people, one a ballot.
    sessions: Vec<String>,
    /// A form of the card for each thing.
    cards: Vec<String>,
    today: String,
    /// Where the files are that were taken in.
    files: Mutex<BTreeMap<usize, String>>,
}

impl Shop {
    fn serves(&self) -> &str {
        &self.sessions[0]
    }

    fn does(&self, address: &str, place: usize) -> Told {
        match Thing::of(place) {
            Thing::Ballot => self.casts(address, place),
            Thing::Case => self.logs(address, place),
            Thing::Card => self.sends(address, place),
            Thing::Import => self.imports(address, place),
        }
    }

    fn casts(&self, address: &str, place: usize) -> Told {
        let voter = voter(place);
        if kill::post(address, &self.sessions[voter], voter) { Told::Done } else { Told::Nothing }
    }

    /// Logs a case and acknowledges it.
    fn logs(&self, address: &str, place: usize) -> Told {
        let body = format!(
            "token=form-{place}&what=desk-{place}-&category=waiting&channel=in_person&unit=2&looked=yes&happened_on={}",
            self.today
        );
        let logged = form(address, "/complaints/new", self.serves(), "", &body);
        match told(&logged, &["303"]) {
            // Where it was acknowledged by a form that got no answer, that form's page is out of date.
            Told::Done => told(
                &form(address, location(&logged), self.serves(), "", "version=1&act=acknowledge"),
                &["303", "409"],
            ),
            other => other,
        }
    }

    fn sends(&self, address: &str, place: usize) -> Told {
        let body = format!("token={}&homepage=&voice_kind=complaint&what=card-{place}-", self.cards[place]);
        // Each from a network of its own: what one may send is not what is tried.
        let from = format!("X-Forwarded-For: 10.{}.{}.1\r\n", place / 250 % 250, place % 250);
        told(&form(address, &format!("/card/{CODE}"), "", &from, &body), &["200"])
    }

    /// Uploads a file and confirms it, also where it was confirmed without an answer.
    fn imports(&self, address: &str, place: usize) -> Told {
        let known = self.files.lock().unwrap().get(&place).cloned();
        // A file that was taken in before may have been confirmed before, without an answer.
        let good: &[&str] = if known.is_some() { &["303", "409"] } else { &["303"] };
        let file = match known {
            Some(file) => file,
            None => {
                let taken = self.upload(address, place);
                if told(&taken, &["303"]) != Told::Done {
                    return told(&taken, &["303"]);
                }
                let file = location(&taken).to_owned();
                self.files.lock().unwrap().insert(place, file.clone());
                file
            }
        };
        told(&form(address, &format!("{file}/confirm"), self.serves(), "", "digest="), good)
    }

    fn upload(&self, address: &str, place: usize) -> String {
        let mut file = "reference,unit,date,what,category,channel,severity\n".to_owned();
        for row in 0..ROWS {
            file.push_str(&format!("import-{place}-{row},A,{},Cold soup,product,phone,normal\n", self.today));
        }
        let body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\ncomplaints\r\n--x\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"cases.csv\"\r\n\r\n{file}\r\n--x--\r\n"
        );
        let head =
            format!("Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {}\r\n", body.len());
        send(address, "POST /imports", self.serves(), &head, &body)
    }
}

fn form(address: &str, path: &str, session: &str, more: &str, body: &str) -> String {
    let head = format!(
        "{more}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
        body.len()
    );
    send(address, &format!("POST {path}"), session, &head, body)
}

/// What is still to be done, and what came of the rest.
#[derive(Default)]
struct Work {
    waiting: VecDeque<usize>,
    told: BTreeMap<usize, Told>,
}

impl Work {
    fn done(&self) -> usize {
        self.told.values().filter(|told| **told == Told::Done).count()
    }
}

/// A server, and hands that keep it busy until it is dead.
struct Life {
    child: Child,
    is_over: Arc<AtomicBool>,
    hands: Vec<std::thread::JoinHandle<()>>,
}

impl Life {
    fn begin(shop: &Arc<Shop>, work: &Arc<Mutex<Work>>, file: &Path, site: &Path) -> Self {
        let mut command = trivsel();
        command.args(["--trusted-proxies", "1"]);
        let (child, address) = start_by(command, file, site);
        let is_over = Arc::new(AtomicBool::new(false));
        let hands = (0..HANDS).map(|_| {
            let (shop, work, is_over) = (shop.clone(), work.clone(), is_over.clone());
            let address = address.clone();
            std::thread::spawn(move || {
                while !is_over.load(Ordering::Relaxed) {
                    let Some(place) = work.lock().unwrap().waiting.pop_front() else { return };
                    let told = shop.does(&address, place);
                    let mut work = work.lock().unwrap();
                    work.told.insert(place, told);
                    if told == Told::Nothing {
                        work.waiting.push_front(place);
                        return;
                    }
                }
            })
        });
        let hands = hands.collect();
        Self { child, is_over, hands }
    }

    fn is_idle(&self) -> bool {
        self.hands.iter().all(std::thread::JoinHandle::is_finished)
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.is_over.store(true, Ordering::Relaxed);
        for hand in self.hands {
            hand.join().unwrap();
        }
    }
}

/// Somebody at the desk, a card, forms of it that were opened a minute ago.
async fn shop(services: &Services, sessions: Vec<String>, things: usize) -> Shop {
    for statement in [
        "INSERT INTO role_grant (account_id, role, unit_id) VALUES (1, 'service', 1)".to_owned(),
        format!(
            "INSERT INTO card_code (unit_id, code, place, made_on) VALUES (2, '{CODE}', 'Till', '2026-01-01')"
        ),
    ] {
        run(services, &statement).await;
    }
    let earlier = services.with_clock(Arc::new(StoppedClock(SystemClock.now() - TimeDelta::minutes(1))));
    let mut forms = Vec::with_capacity(things);
    for _ in 0..things {
        forms.push(cards::page(&earlier, CardSource::Card, Some(CODE), None).await.unwrap().token);
    }
    let today = service::organisation::today(services).await.unwrap().to_string();
    Shop { sessions, cards: forms, today, files: Mutex::default() }
}

/// Whether somebody is told that their vote counts.
async fn answered(services: &Services, voter: usize) -> bool {
    let actor = crate::common::employee(i64::try_from(voter + 1).unwrap());
    service::rounds::check_in_page(services, Some(&actor)).await.unwrap().is_answered
}

/// How often each number stands behind a word that begins what is stored.
async fn stored(services: &Services, sql: &str) -> BTreeMap<usize, usize> {
    let mut times = BTreeMap::new();
    for text in base::db::column::<String>(&services.db.reader, sql, []).await.unwrap() {
        let place = text.split('-').nth(1).unwrap().parse().unwrap();
        *times.entry(place).or_default() += 1;
    }
    times
}

/// What is stored is what was said: each thing that was acknowledged once and whole, none twice, none that was refused.
async fn tally(services: &Services, told: &BTreeMap<usize, Told>) -> BTreeMap<Thing, usize> {
    let cases = "SELECT what FROM complaint WHERE what LIKE 'desk-%'";
    let steps = "SELECT c.what FROM case_event e JOIN complaint c ON c.id = e.complaint_id
                 WHERE c.what LIKE 'desk-%' AND e.event = 'acknowledged'";
    let cards = "SELECT what FROM complaint WHERE what LIKE 'card-%'";
    let rows = "SELECT external_id FROM complaint WHERE external_id LIKE 'import-%'";
    let (cases, steps) = (stored(services, cases).await, stored(services, steps).await);
    let (cards, rows) = (stored(services, cards).await, stored(services, rows).await);
    let mut done = BTreeMap::from(Thing::ALL.map(|thing| (thing, 0)));
    for (place, told) in told {
        let thing = Thing::of(*place);
        let times = |stored: &BTreeMap<usize, usize>| stored.get(place).copied().unwrap_or(0);
        let found = match thing {
            Thing::Ballot => match told {
                Told::Done => [usize::from(answered(services, voter(*place)).await)].to_vec(),
                Told::Refused | Told::Nothing => continue,
            },
            Thing::Case => [times(&cases), times(&steps)].to_vec(),
            Thing::Card => [times(&cards)].to_vec(),
            Thing::Import => [times(&rows)].to_vec(),
        };
        let once = if thing == Thing::Import { ROWS } else { 1 };
        match told {
            Told::Done => {
                assert!(
                    found.iter().all(|times| *times == once),
                    "{thing:?} {place} was acknowledged: {found:?}"
                );
            }
            Told::Refused => assert_eq!(found[0], 0, "{thing:?} {place} was refused"),
            Told::Nothing => {
                assert!(found.iter().all(|times| [0, once].contains(times)), "{thing:?} {place}: {found:?}");
            }
        }
        if *told == Told::Done {
            *done.entry(thing).or_default() += 1;
        }
    }
    done
}

/// Carries out what servers that are dead had begun.
async fn end_imports(services: &Services) {
    run(services, "UPDATE import_job SET claimed_until = NULL").await;
    while uploads::run_queued(&services.exchange).await.unwrap() > 0 {}
    let left = "SELECT COUNT(*) FROM import_job WHERE state IN ('queued', 'running', 'failed')";
    assert_eq!(number(services, left).await, 0);
}

async fn is_sound(services: &Services) -> bool {
    let whole = "SELECT CASE WHEN (SELECT group_concat(integrity_check) FROM pragma_integrity_check) = 'ok' THEN 1 END";
    number(services, whole).await == 1
}

/// The released figures of the round.
async fn figures(services: &Services) -> Vec<String> {
    let sql =
        "SELECT unit_id || ' ' || measure || ' ' || state || ' ' || COALESCE(CAST(value AS TEXT), '') || ' '
                      || input_digest FROM released_figure ORDER BY unit_id, measure";
    base::db::column(&services.db.reader, sql, []).await.unwrap()
}

async fn is_released(services: &Services) -> bool {
    number(services, "SELECT COUNT(*) FROM round WHERE state = 'released'").await == 1
        && number(services, "SELECT COUNT(*) FROM box_key WHERE round_id = 1").await == 0
}

/// Waits until it has happened, as long as there is hope.
async fn wait_for(what: &str, has_happened: impl AsyncFn() -> bool) {
    for _ in 0..6000 {
        if has_happened().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{what} did not happen");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_under_everything_at_once_before_the_server_was_killed_is_there_once() {
    let kills: usize = std::env::var("TRIVSEL_KILLS").map_or(3, |kills| kills.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let (of_site, of_shop) = (folder.path().join("site"), folder.path().join("shop"));
    for folder in [&of_site, &of_shop] {
        std::fs::create_dir(folder).unwrap();
    }
    write_site(&of_site);
    let file = of_shop.join("mixed.db");
    let things = kills * THINGS_A_KILL;
    let (services, sessions) = prepare(&file, things / 8 * BALLOTS).await;
    let shop = Arc::new(shop(&services, sessions, 2 * things).await);
    let work = Arc::new(Mutex::new(Work { waiting: (0..things).collect(), ..Work::default() }));
    for kill in 0..kills {
        let before = work.lock().unwrap().done();
        let life = Life::begin(&shop, &work, &file, &of_site);
        // On a busy machine the first answer takes longer than all that follow.
        wait_for("an answer", async || work.lock().unwrap().done() > before || life.is_idle()).await;
        // Another moment each time.
        std::thread::sleep(Duration::from_millis((kill as u64 * 37) % 200));
        life.kill();
    }
    end_imports(&services).await;
    let told = work.lock().unwrap().told.clone();
    let done = tally(&services, &told).await;
    let unanswered = told.values().filter(|told| **told == Told::Nothing).count();
    let used = usize::try_from(votes(&services).await).unwrap();
    eprintln!(
        "{kills} kills: acknowledged {done:?}, each there once; {unanswered} without an answer at the end"
    );
    assert!(Thing::ALL.iter().all(|thing| done[thing] > 0), "{done:?}");
    assert!(used >= done[&Thing::Ballot] && used <= done[&Thing::Ballot] + unanswered, "{used} votes");
    let boxes = crate::common::opened(&services, 1).await;
    assert!(boxes.len() == used && boxes.iter().all(|ballot| ballot.answers.len() == 2));
    assert!(is_sound(&services).await);
    let lives = u32::try_from(kills).unwrap().min(MOST_LIVES_OF_A_RELEASE);
    let released = (things..2 * things).filter(|place| Thing::of(*place) != Thing::Ballot);
    *work.lock().unwrap() = Work { waiting: released.collect(), ..Work::default() };
    let undisturbed = undisturbed(&services, &of_shop, &folder.path().join("copy"), &of_site).await;
    for life in 0..lives {
        let served = Life::begin(&shop, &work, &file, &of_site);
        // From the first statements of the release to after its end.
        std::thread::sleep(undisturbed.takes.mul_f64(1.5 * f64::from(life) / f64::from(lives)));
        served.kill();
    }
    let last = Life::begin(&shop, &work, &file, &of_site);
    wait_for("the release", async || is_released(&services).await).await;
    last.kill();
    assert_eq!(figures(&services).await, undisturbed.figures);
    end_imports(&services).await;
    let told = work.lock().unwrap().told.clone();
    let done = tally(&services, &told).await;
    eprintln!(
        "{} kills around a release: its figures are those of one undisturbed; acknowledged {done:?}",
        lives + 1
    );
    assert!(is_sound(&services).await);
}

/// A release that nobody disturbed.
struct Undisturbed {
    figures: Vec<String>,
    /// From the moment the server listens.
    takes: Duration,
}

/// Makes the round due, and releases it in a copy of the shop.
async fn undisturbed(services: &Services, shop: &Path, folder: &Path, site: &Path) -> Undisturbed {
    let today = service::organisation::today(services).await.unwrap();
    let (from, to) = (today - Days::new(9), today - Days::new(3));
    run(services, &format!("UPDATE round SET starts_on = '{from}', ends_on = '{to}'")).await;
    run(services, "PRAGMA wal_checkpoint(TRUNCATE)").await;
    copy(shop, folder);
    let file = folder.join("mixed.db");
    let db = Db::open(&format!("sqlite://{}", file.display()), Missing::Refuse).await.unwrap();
    let copied = Services::new(db, Arc::new(SystemClock));
    let (mut child, _) = start(&file, site);
    let since = Instant::now();
    wait_for("the release", async || is_released(&copied).await).await;
    let takes = since.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    let figures = figures(&copied).await;
    assert!(figures.iter().any(|figure| figure.contains("satisfaction published")), "{figures:?}");
    Undisturbed { figures, takes }
}
