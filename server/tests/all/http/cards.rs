//! `/card/{code}`, `/complain`, `/case`, `/voice`, `/smileys/{code}`, `/cards`, `/units/{id}/poster.pdf`,
//! `/complaints/held`, `/complaints/faces`.

use std::sync::{Arc, Mutex};

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::{DateTime, Duration, Utc};
use lopdf::{Document, Object, content::Content};
use service::clock::Clock;
use tower::ServiceExt;

use super::{Answer, Server};

/// A clock that a test sets forward.
#[derive(Clone)]
pub(super) struct Hand(Arc<Mutex<DateTime<Utc>>>);

impl Hand {
    pub(super) fn forward(&self, seconds: i64) {
        *self.0.lock().unwrap() += Duration::seconds(seconds);
    }
}

impl Clock for Hand {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

pub(super) async fn server(arguments: &[&str]) -> (Server, Hand) {
    let hand = Hand(Arc::new(Mutex::new(testing::now())));
    let clock = Arc::new(hand.clone());
    (Server::start_with(|services| services.with_clock(clock), arguments).await, hand)
}

/// Makes a code for team A; gives its address on the card.
pub(super) async fn code(server: &Server) -> String {
    let boss = server.boss().await;
    let made = server.post("/cards?unit=3", &boss, &[("act", "make"), ("place", "Door")]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let page = server.get("/cards?unit=3", &boss).await;
    let code = page.body.split("/card/").nth(1).unwrap()[..8].to_owned();
    assert!(page.body.contains("Door") && page.body.contains("poster.pdf"), "{}", page.body);
    format!("/card/{code}")
}

pub(super) fn hidden(body: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    body.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
}

/// What stands in a line of the slip.
pub(super) fn line(body: &str, label: &str) -> String {
    let rest = body.split(&format!("<dt>{label}</dt>")).nth(1).unwrap();
    let (_, rest) = rest.split_once("<dd>").unwrap();
    rest.split('<').next().unwrap().trim().to_owned()
}

/// What the device of whoever sends a card says of itself.
const DEVICE: &str = "Lommetelefon/7.77";

async fn from(server: &Server, address: &str, path: &str, form: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = Request::post(path)
        .header("x-forwarded-for", address)
        .header(header::USER_AGENT, DEVICE)
        .header(header::REFERER, "https://elsewhere.example/before")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    server.send(request).await
}

pub(super) fn is_anonymous(answer: &Answer) {
    assert!(answer.headers.get("set-cookie").is_none(), "{:?}", answer.headers);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(!answer.body.contains("<script"), "{}", answer.body);
    assert!(!answer.header("content-security-policy").contains("script-src"));
    for address in ["href=\"http", "src=\"http", "href=\"//", "src=\"//", "/sign-in"] {
        assert!(!answer.body.contains(address), "{address}: {}", answer.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_goes_from_its_address_to_the_inbox_without_a_cookie_or_a_script() {
    let (server, hand) = server(&[]).await;
    let card = code(&server).await;
    let page = server.get(&card, "").await;
    assert_eq!(page.status, StatusCode::OK);
    is_anonymous(&page);
    assert!(page.body.contains("Team A · Door"), "{}", page.body);
    let token = hidden(&page.body, "token");
    let hostile = "Cold soup </textarea><script>alert(1)</script>";
    let mut form = vec![("token", token.as_str()), ("homepage", ""), ("what", hostile)];
    hand.forward(20);
    let refused = server.post(&card, "", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_anonymous(&refused);
    assert!(refused.body.contains("Cold soup &lt;/textarea"), "{}", refused.body);
    form.push(("voice_kind", "complaint"));
    let receipt = server.post(&card, "", &form).await;
    assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.body);
    is_anonymous(&receipt);
    let (reference, secret) = (line(&receipt.body, "Reference"), line(&receipt.body, "Secret"));
    assert!(reference.starts_with("K-") && secret.len() == 19, "{reference} {secret}");
    let again = server.post(&card, "", &form).await;
    assert_eq!(
        (line(&again.body, "Reference"), line(&again.body, "Secret")),
        (reference.clone(), secret.clone())
    );
    let desk = server.sign_in("desk").await;
    let inbox = server.get("/complaints", &desk).await;
    assert!(inbox.body.contains(&reference) && inbox.body.contains("Cold soup"), "{}", inbox.body);
    assert!(!inbox.body.contains("<script>alert"), "{}", inbox.body);
    // The slip as a file, and the case by it.
    let own =
        |act: &'static str| [("reference", reference.as_str()), ("secret", secret.as_str()), ("act", act)];
    let slip = server.post("/case", "", &own("slip")).await;
    assert!(
        slip.header("content-type").starts_with("text/plain") && slip.header("cache-control") == "no-store"
    );
    assert_eq!(slip.header("content-disposition"), format!("attachment; filename=\"{reference}.txt\""));
    for part in ["Testkjeden, Team A", reference.as_str(), secret.as_str(), "/case\r\n"] {
        assert!(slip.body.contains(part), "{part}: {}", slip.body);
    }
    let bring = async |content: &str| {
        let field = |name: &str, value: &str| {
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let body = [
            field("reference", &reference),
            field("secret", &secret),
            format!(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"me.jpg\"\r\n\r\n{content}\r\n--x--\r\n"
            ),
        ];
        let request = Request::post("/case/file")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .body(Body::from(body.concat()))
            .unwrap();
        server.send(request).await
    };
    let refused = bring("<svg onload=alert(1)>").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_anonymous(&refused);
    assert!(refused.body.contains("not a picture or PDF") && refused.body.contains("Cold soup"));
    let brought = bring("%PDF-1.7\n%%EOF\n").await;
    assert_eq!(brought.status, StatusCode::OK, "{}", brought.body);
    is_anonymous(&brought);
    let file = format!("{reference}-1.pdf");
    assert!(brought.body.contains("We have the file") && brought.body.contains(&file), "{}", brought.body);
    let export = server.post("/case", "", &own("export")).await;
    let export: serde_json::Value = serde_json::from_str(&export.body).unwrap();
    assert_eq!(
        (export["files"][0]["name"].as_str(), export["files"][0]["bytes"].as_i64()),
        (Some(file.as_str()), Some(15)),
        "what is there of somebody is named to them: {export}"
    );
    let at_desk = server.get(&format!("/complaints/{reference}"), &desk).await;
    assert!(at_desk.body.contains(&file), "{}", at_desk.body);
    let case = server.post("/case", "", &own("look")).await;
    assert_eq!(case.status, StatusCode::OK);
    is_anonymous(&case);
    assert!(case.body.contains("You get an answer by"), "{}", case.body);
    let empty = server.post("/case", "", &[&own("reply")[..], &[("reply", "")]].concat()).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("Write to us") && empty.body.contains("Cold soup"), "{}", empty.body);
    let wrong = server.post("/case", "", &[("reference", reference.as_str()), ("secret", "x")]).await;
    let unknown = server.post("/case", "", &[("reference", "K-2222222"), ("secret", "x")]).await;
    assert_eq!((wrong.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(wrong.body.replace(&reference, ""), unknown.body.replace("K-2222222", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customers_page_is_in_the_language_that_is_asked_for_and_looks_at_no_cookie() {
    let (server, _) = server(&[]).await;
    let card = code(&server).await;
    let code = card.trim_start_matches("/card/").to_owned();
    let desk = server.sign_in("desk").await;
    let pages = [
        card.clone(),
        "/complain".to_owned(),
        format!("/complain/{code}"),
        "/case".to_owned(),
        "/voice".to_owned(),
        format!("/smileys/{code}"),
        "/card/22222222".to_owned(),
    ];
    let ask = async |path: &str, accepts: &str, cookie: &str| {
        let request =
            Request::get(path).header(header::ACCEPT_LANGUAGE, accepts).header(header::COOKIE, cookie);
        server.send(request.body(Body::empty()).unwrap()).await
    };
    for path in &pages {
        let cookie = format!("{desk}; lang=nb; theme=dark; flash=case-done-logged");
        let english = ask(path, "en", &cookie).await;
        is_anonymous(&english);
        assert!(english.body.contains("<html lang=\"en\""), "{path}: {}", english.body);
        assert!(!english.body.contains("Kari Lie") && !english.body.contains("data-theme"), "{path}");
        for (path, accepts) in [(path.clone(), "nn;q=0.9, de;q=0.1"), (format!("{path}?lang=nb"), "en")] {
            let answer = ask(&path, accepts, "").await;
            assert!(answer.body.contains("<html lang=\"nb\""), "{path}");
        }
    }
    let lost = ask("/card/22222222", "en", "").await;
    assert_eq!(lost.status, StatusCode::NOT_FOUND);
    // The other language keeps what was typed, and sends nothing.
    let token = hidden(&ask(&card, "en", "").await.body, "token");
    let form =
        [("token", token.as_str()), ("what", "Kald suppe"), ("voice_kind", "comment"), ("switch", "1")];
    let other = server.post(&format!("{card}?lang=nb&_lang=nb"), "", &form).await;
    is_anonymous(&other);
    assert_eq!(other.status, StatusCode::OK);
    assert!(other.body.contains("Kald suppe") && other.body.contains("<html lang=\"nb\""), "{}", other.body);
    assert_eq!(crate::common::number(&server.services, "SELECT COUNT(*) FROM complaint").await, 0);
}

/// Everything that the program writes to its log, from the first test that asks for it on.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_from_one_address_is_ten_cards_and_the_address_is_written_nowhere() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::INFO)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let (server, hand) = server(&["--trusted-proxies", "1"]).await;
    let card = code(&server).await;
    let boss = server.sign_in("boss").await;
    server.post("/cards?unit=3", &boss, &[("act", "phone"), ("phone", "22 33 44 55")]).await;
    let token = hidden(&server.get(&card, "").await.body, "token");
    hand.forward(30);
    let address = "203.0.113.177";
    let mut taken = 0;
    for n in 0..60 {
        let what = format!("Number {n}");
        let form = [("token", token.as_str()), ("what", what.as_str()), ("voice_kind", "comment")];
        let answer = from(&server, address, &card, &form).await;
        match answer.status {
            StatusCode::OK => taken += 1,
            StatusCode::TOO_MANY_REQUESTS => {
                is_anonymous(&answer);
                assert!(
                    answer.body.contains(&what) && answer.body.contains("22 33 44 55"),
                    "{}",
                    answer.body
                );
            }
            other => panic!("{other}: {}", answer.body),
        }
    }
    assert_eq!(taken, 10);
    // Whoever sent one already still gets the receipt, and another address is not kept waiting.
    let form = [("token", token.as_str()), ("what", "Number 3"), ("voice_kind", "comment")];
    assert_eq!(from(&server, address, &card, &form).await.status, StatusCode::OK);
    let form = [("token", token.as_str()), ("what", "Another"), ("voice_kind", "comment")];
    assert_eq!(from(&server, "203.0.113.178", &card, &form).await.status, StatusCode::OK);
    let held = server.get("/complaints/held", &server.sign_in("desk").await).await;
    assert!(held.body.contains("cards more than usual at Team A"), "{}", held.body);
    // At once and a day later, when the jobs have run: neither where it came from nor by what.
    for day in 0..2 {
        for end in ["", "-wal", "-shm"] {
            let bytes = std::fs::read(format!("{}{end}", server.database())).unwrap_or_default();
            for word in ["203.0.113.", DEVICE, "elsewhere.example"] {
                let has = testing::holds(&bytes, word.as_bytes());
                assert!(!has, "the database{end} has {word} on day {day}");
            }
        }
        hand.forward(86_400);
        service::jobs::run_due(&server.services).await.unwrap();
    }
    assert_eq!(crate::common::number(&server.services, "SELECT COUNT(*) FROM card_mark").await, 0);
    let log = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(log.contains("/complaints/held"), "the log was not heard");
    for word in ["203.0.113.", card.as_str(), DEVICE, "elsewhere.example"] {
        assert!(!log.contains(word), "the log has {word}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_back_is_decided_by_one_button() {
    let (server, hand) = server(&[]).await;
    let card = code(&server).await;
    let token = hidden(&server.get(&card, "").await.body, "token");
    hand.forward(30);
    for n in 0..8 {
        let what = format!("Number {n}");
        let form = [("token", token.as_str()), ("what", what.as_str()), ("voice_kind", "complaint")];
        assert_eq!(server.post(&card, "", &form).await.status, StatusCode::OK);
    }
    let desk = server.sign_in("desk").await;
    let page = server.get("/complaints/held", &desk).await;
    let group = hidden(&page.body, "held_group");
    assert!(
        page.body.contains("Number 6") && !server.get("/complaints", &desk).await.body.contains("Number 6")
    );
    let other = server.sign_in("other").await;
    let decision = [("held_group", group.as_str()), ("act", "real")];
    assert_eq!(server.post("/complaints/held", &other, &decision).await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.post("/complaints/held", &desk, &decision).await.status, StatusCode::SEE_OTHER);
    assert!(server.get("/complaints", &desk).await.body.contains("Number 6"));
    assert_eq!(server.post("/complaints/held", &desk, &decision).await.status, StatusCode::CONFLICT);
}

/// The squares of a drawing's code, as grey pixels: what is filled between the figure's beginning and its end.
fn picture(pdf: &Document) -> (usize, usize, Vec<u8>) {
    const SCALE: f32 = 3.0;
    let page = *pdf.get_pages().get(&1).unwrap();
    let sides = pdf.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
    let [page_width, page_height] = [2, 3].map(|at: usize| sides[at].as_float().unwrap());
    let pixels = |points: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a page has some hundred points"
        )]
        let pixels = (points * SCALE).round().max(0.0) as usize;
        pixels
    };
    let (width, height) = (pixels(page_width), pixels(page_height));
    let mut grey = vec![255; width * height];
    let content = Content::decode(&pdf.get_page_content(page).unwrap()).unwrap();
    let (mut is_figure, mut at, mut corners) = (false, [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], Vec::new());
    for own in &content.operations {
        let number = |place: usize| own.operands[place].as_float().unwrap();
        match own.operator.as_str() {
            "BDC" => is_figure = own.operands[1].as_dict().is_ok_and(|marks| marks.has(b"Alt")),
            "EMC" => is_figure = false,
            "cm" => at = [0, 1, 2, 3, 4, 5].map(number),
            "m" | "l" if is_figure => corners.push((number(0) * at[0] + at[4], number(1) * at[3] + at[5])),
            "h" if is_figure => {
                let (xs, ys): (Vec<f32>, Vec<f32>) = std::mem::take(&mut corners).into_iter().unzip();
                let ends = |all: &[f32]| {
                    all.iter().fold((f32::MAX, f32::MIN), |(low, high), own| (low.min(*own), high.max(*own)))
                };
                let ((left, right), (below, above)) = (ends(&xs), ends(&ys));
                // The area that the figure is cut to is no part of it.
                if right - left > 100.0 {
                    continue;
                }
                for row in pixels(page_height - above)..pixels(page_height - below) {
                    grey[row * width + pixels(left)..row * width + pixels(right)].fill(0);
                }
            }
            _ => {}
        }
    }
    (width, height, grey)
}

/// Kinds of the parts of a document, in the order in which it is read.
fn read_as(pdf: &Document, part: &Object, into: &mut Vec<String>) {
    let Ok((_, part)) = pdf.dereference(part) else { return };
    match part {
        Object::Array(all) => all.iter().for_each(|own| read_as(pdf, own, into)),
        Object::Dictionary(own) => {
            if let Ok(kind) = own.get(b"S").and_then(Object::as_name) {
                into.push(String::from_utf8_lossy(kind).into_owned());
            }
            if let Ok(below) = own.get(b"K") {
                read_as(pdf, below, into);
            }
        }
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poster_leads_a_camera_to_its_card_in_both_sizes_and_is_read_aloud_in_order() {
    let (server, _) = server(&["--public-url", "https://trivsel.example.no"]).await;
    let card = code(&server).await;
    let code = card.trim_start_matches("/card/");
    let boss = server.sign_in("boss").await;
    for (size, narrowest) in [("A4", 25.0), ("A6", 25.0)] {
        let path = format!("/units/3/poster.pdf?code={code}&size={size}");
        let request = Request::get(&path).header(header::COOKIE, &boss).body(Body::empty()).unwrap();
        let poster = server.router.clone().oneshot(request).await.unwrap();
        assert_eq!(poster.status(), StatusCode::OK);
        assert_eq!(poster.headers()["content-type"], "application/pdf");
        let bytes = axum::body::to_bytes(poster.into_body(), usize::MAX).await.unwrap();
        let pdf = Document::load_mem(&bytes).unwrap();
        let root = pdf.catalog().unwrap();
        assert!(root.get(b"MarkInfo").unwrap().as_dict().unwrap().get(b"Marked").unwrap().as_bool().unwrap());
        assert_eq!(lopdf::decode_text_string(root.get(b"Lang").unwrap()).unwrap(), "nb");
        let mut parts = Vec::new();
        read_as(&pdf, root.get(b"StructTreeRoot").unwrap(), &mut parts);
        let place = |kind: &str| parts.iter().position(|own| own == kind);
        assert!(place("H1") < place("Figure") && place("H1").is_some(), "{parts:?}");
        let (width, height, grey) = picture(&pdf);
        let dark = grey.chunks(width).flat_map(|row| row.iter().position(|pixel| *pixel == 0)).min().unwrap();
        #[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
        let millimetres = (width - 2 * dark) as f64 / 3.0 / 72.0 * 25.4;
        assert!(millimetres >= narrowest, "{size}: {millimetres} mm");
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
        let grids = image.detect_grids();
        let (meta, content) = grids.first().expect("a code").decode().unwrap();
        assert_eq!(content, format!("https://trivsel.example.no{card}"));
        assert_eq!(meta.ecc_level, 0, "level M");
    }
    for path in [
        "/units/3/poster.pdf?code=22222222",
        "/units/3/poster.pdf?size=A0",
        "/units/6/poster.pdf",
        "/units/x/poster.pdf",
    ] {
        assert_eq!(server.get(path, &boss).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn faces_thank_and_go_back_by_themselves_and_say_that_they_are_self_chosen() {
    let (server, hand) = server(&[]).await;
    let faces = code(&server).await.replace("/card/", "/smileys/");
    let page = server.get(&faces, "").await;
    is_anonymous(&page);
    assert_eq!(page.body.matches("name=\"face\"").count(), 4);
    let happy = server.post(&faces, "", &[("face", "very_good")]).await;
    is_anonymous(&happy);
    assert!(happy.body.contains(&format!("content=\"5; url={faces}\"")), "{}", happy.body);
    hand.forward(6);
    let sad = server.post(&faces, "", &[("face", "bad")]).await;
    let token = hidden(&sad.body, "token");
    let why = [("face", "bad"), ("why", "waiting"), ("token", token.as_str())];
    assert_eq!(server.post(&faces, "", &why).await.status, StatusCode::OK);
    assert_eq!(server.post(&faces, "", &[("face", "smirk")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let boss = server.sign_in("boss").await;
    let report = server.get("/complaints/faces?unit=3", &boss).await;
    for part in ["chooses to", "fewer than five", "Waiting", "Team A · Door"] {
        assert!(report.body.contains(part), "{part}: {}", report.body);
    }
    assert_eq!(server.get("/complaints/faces?unit=6", &boss).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_envelope_is_typed_in_twice_and_taken_in_by_the_desk() {
    let (server, _) = server(&[]).await;
    let desk = server.sign_in("desk").await;
    let refused = server.post("/cards/paper", &desk, &[("unit", "3"), ("counted", "0")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let begun = server.post("/cards/paper", &desk, &[("unit", "3"), ("counted", "1")]).await;
    let envelope = begun.header("location").to_owned();
    for kind in ["complaint", "compliment"] {
        let page = server.get(&envelope, &desk).await;
        let (pass, place) = (hidden(&page.body, "pass"), hidden(&page.body, "card_place"));
        let form = [
            ("act", "card"),
            ("pass", pass.as_str()),
            ("card_place", place.as_str()),
            ("voice_kind", kind),
            ("what", "Thank you </textarea>"),
        ];
        assert_eq!(server.post(&envelope, &desk, &form).await.status, StatusCode::SEE_OTHER);
    }
    let compare = server.get(&envelope, &desk).await;
    assert!(
        compare.body.contains("One card differs") && compare.body.contains("name=\"right-1\""),
        "{}",
        compare.body
    );
    let undecided = server.post(&envelope, &desk, &[("act", "take_in")]).await;
    assert_eq!(undecided.status, StatusCode::UNPROCESSABLE_ENTITY);
    let other = server.sign_in("other").await;
    assert_eq!(server.get(&envelope, &other).await.status, StatusCode::NOT_FOUND);
    let taken = server.post(&envelope, &desk, &[("act", "take_in"), ("right-1", "2")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    assert_eq!(server.get(&envelope, &desk).await.status, StatusCode::NOT_FOUND);
    let praise = "SELECT COUNT(*) FROM complaint WHERE kind = 'compliment'";
    assert_eq!(crate::common::number(&server.services, praise).await, 1);
}
