//! `/complaints`, `/complaints/new`, `/complaints/{reference}`.

use axum::http::StatusCode;
use sea_orm::ConnectionTrait;

use super::Server;

const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'</textarea><script>alert(2)</script>";

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_description_shows_as_text_everywhere() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", HOSTILE), ("category", "waiting"), ("channel", "phone"), ("unit", "3")];
    let answer = server.post("/complaints/new", &desk, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let case = answer.header("location").to_owned();
    let short = [("what", HOSTILE), ("category", "no such"), ("channel", "phone"), ("unit", "3")];
    let refused = server.post("/complaints/new", &desk, &short).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for body in
        [refused.body, server.get(&case, &desk).await.body, server.get("/complaints", &desk).await.body]
    {
        assert!(body.contains("&lt;img src=x"), "{body}");
        assert!(!body.contains("<img src=x") && !body.contains("<script>alert"), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_looked_over_without_being_sent_and_what_is_written_stays() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", "Cold soup"), ("category", "product"), ("channel", "in_person"), ("unit", "3")];
    let case = server.post("/complaints/new", &desk, &form).await.header("location").to_owned();
    let page = server.get(&format!("{case}/letter"), &desk).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("[what the customer went through]"), "a proposal stands in the letter");
    let letter = "We are sorry that your soup was cold. We will call you by Thursday.";
    let check = [("version", "1"), ("how", "mail"), ("letter", letter), ("check", "1")];
    let looked = server.post(&format!("{case}/letter"), &desk, &check).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(looked.body.contains("Says sorry") && looked.body.contains(letter), "{}", looked.body);
    assert!(!server.get(&case, &desk).await.body.contains(letter), "nothing was sent");
    let open = [("version", "1"), ("how", "mail"), ("letter", "Sorry that [what happened].")];
    let refused = server.post(&format!("{case}/letter"), &desk, &open).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let draft = [("version", "1"), ("how", "mail"), ("letter", letter), ("draft", "1")];
    assert_eq!(server.post(&format!("{case}/letter"), &desk, &draft).await.status, StatusCode::SEE_OTHER);
    assert!(server.get(&format!("{case}/letter"), &desk).await.body.contains(letter), "the draft is there");
    let send = [("version", "1"), ("how", "mail"), ("letter", letter)];
    assert_eq!(server.post(&format!("{case}/letter"), &desk, &send).await.status, StatusCode::SEE_OTHER);
    let page = server.get(&case, &desk).await;
    assert!(page.body.contains(letter) && page.body.contains("Acknowledged"), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_answers_a_case_that_moved_on_finds_the_letter_in_the_form_and_what_happened() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", "Cold soup"), ("category", "product"), ("channel", "in_person"), ("unit", "3")];
    let case = server.post("/complaints/new", &desk, &form).await.header("location").to_owned();
    let heard = [("version", "1"), ("note", "It was the blue bowl.")];
    assert_eq!(server.post(&format!("{case}/hear"), &desk, &heard).await.status, StatusCode::SEE_OTHER);
    let letter = "We are sorry about your soup.";
    let send = [("version", "1"), ("how", "mail"), ("letter", letter)];
    let refused = server.post(&format!("{case}/letter"), &desk, &send).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    for part in [letter, "It was the blue bowl.", "name=\"version\" value=\"2\""] {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    let anyway = [("version", "2"), ("how", "mail"), ("letter", letter)];
    assert_eq!(server.post(&format!("{case}/letter"), &desk, &anyway).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_remembers_where_something_happened_last() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", "Cold soup"), ("category", "product"), ("channel", "in_person"), ("unit", "4")];
    let answer = server.post("/complaints/new", &desk, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = server.get("/complaints/new", &format!("{desk}; unit=4")).await;
    assert!(page.body.contains("<option value=\"4\" selected"), "{}", page.body);
    let foreign = server.get("/complaints/new", &format!("{desk}; unit=6")).await;
    assert!(!foreign.body.contains("<option value=\"6\""), "a unit that is not theirs is not offered");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_sites_case_is_not_found_and_an_employee_is_not_let_in() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", "Cold soup"), ("category", "product"), ("channel", "in_person"), ("unit", "3")];
    let case = server.post("/complaints/new", &desk, &form).await.header("location").to_owned();
    let other = server.sign_in("other").await;
    let step = [("version", "1"), ("act", "acknowledge")];
    assert_eq!(server.get(&case, &other).await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.post(&case, &other, &step).await.status, StatusCode::NOT_FOUND);
    let employee = server.sign_in("one").await;
    assert_eq!(server.get("/complaints", &employee).await.status, StatusCode::FORBIDDEN);
    assert_eq!(server.post("/complaints/new", &employee, &form).await.status, StatusCode::FORBIDDEN);
    assert_eq!(server.post(&case, &desk, &step).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        server.post(&case, &desk, &step).await.status,
        StatusCode::CONFLICT,
        "the page is out of date"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_of_the_roster_is_proposed_for_leaving_out_and_the_person_finds_it_on_their_own_page() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    crate::common::run(&server.services, "UPDATE person SET name = 'Guro Nordmann' WHERE id = 1").await;
    let first = [
        ("what", "Guro at the till ignored me"),
        ("category", "waiting"),
        ("channel", "phone"),
        ("unit", "3"),
    ];
    let proposed = server.post("/complaints/new", &desk, &first).await;
    assert_eq!(proposed.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["[employee] at the till ignored me", "name=\"looked\" value=\"yes\"", "value=\"Guro\""] {
        assert!(proposed.body.contains(part), "{part}: {}", proposed.body);
    }
    let second = [
        ("what", "[employee] at the till ignored me"),
        ("about_whom", "Guro"),
        ("looked", "yes"),
        ("category", "waiting"),
        ("channel", "phone"),
        ("unit", "3"),
    ];
    let case = server.post("/complaints/new", &desk, &second).await.header("location").to_owned();
    let page = server.get(&case, &desk).await;
    assert!(
        page.body.contains("Names somebody, not looked into") && !page.body.contains("Guro"),
        "{}",
        page.body
    );
    let mention = format!("{case}/mention");
    assert_eq!(server.get(&mention, &desk).await.status, StatusCode::NOT_FOUND);
    let boss = server.boss().await;
    assert!(server.get(&mention, &boss).await.body.contains("Guro"));
    assert!(server.get("/complaints/mentions", &boss).await.body.contains("Names somebody"));
    let told = server.post(&mention, &boss, &[("act", "tell"), ("person", "1")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.body);
    let wait = server.post(&mention, &boss, &[("act", "assess"), ("finding", "unfounded")]).await;
    assert_eq!(wait.status, StatusCode::CONFLICT);
    // Somebody else's own page has none of it, and nothing of it can be replied to.
    let reference = case.trim_start_matches("/complaints/");
    let own = server.get("/account/mentions", &boss).await;
    assert!(own.status == StatusCode::OK && !own.body.contains("ignored me"), "{}", own.body);
    let reply = [("act", "reply"), ("reference", reference), ("reply", "No")];
    assert_eq!(server.post("/account/mentions", &boss, &reply).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_who_found_that_it_was_themselves_was_led_to_a_page_that_is_not_theirs() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [
        ("what", "[employee] at the till ignored me"),
        ("about_whom", "Somebody"),
        ("looked", "yes"),
        ("category", "waiting"),
        ("channel", "phone"),
        ("unit", "3"),
    ];
    let case = server.post("/complaints/new", &desk, &form).await.header("location").to_owned();
    let boss = server.boss().await;
    let sql = "UPDATE account SET person_id = 2 WHERE email = 'boss@example.org'";
    server.services.db.writer().execute_unprepared(sql).await.unwrap();
    let mention = format!("{case}/mention");
    let told = server.post(&mention, &boss, &[("act", "tell"), ("person", "2")]).await;
    assert_eq!(
        (told.status, told.header("location")),
        (StatusCode::SEE_OTHER, "/account/mentions"),
        "{}",
        told.body
    );
    assert_eq!(server.get(&mention, &boss).await.status, StatusCode::NOT_FOUND);
    let own = server.get("/account/mentions", &boss).await;
    assert!(own.body.contains("ignored me"), "{}", own.body);
}

#[test]
fn no_address_is_about_the_mentions_of_a_person() {
    let mentions: Vec<_> = server::web::routes::all()
        .iter()
        .map(|route| route.path)
        .filter(|path| path.contains("mention"))
        .collect();
    assert!(!mentions.is_empty());
    for path in mentions {
        let varies: Vec<_> = path.split('/').filter(|part| part.starts_with('{')).collect();
        assert!(varies.iter().all(|part| *part == "{reference}"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_added_by_a_plain_form_and_leaves_where_it_can_do_nothing() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", "The lamp broke"), ("category", "product"), ("channel", "in_person"), ("unit", "3")];
    let case = server.post("/complaints/new", &desk, &form).await.header("location").to_owned();
    let send = async |content: &str| {
        let body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../secret.jpg\"\r\n\
             Content-Type: image/jpeg\r\n\r\n{content}\r\n--x--\r\n"
        );
        let request = axum::http::Request::post(format!("{case}/files"))
            .header("cookie", desk.as_str())
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "multipart/form-data; boundary=x")
            .body(axum::body::Body::from(body))
            .unwrap();
        server.send(request).await
    };
    let refused = send("<svg><script>alert(1)</script></svg>").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("not a picture or PDF"), "{}", refused.body);
    let pdf = "%PDF-1.7\n<</S/JavaScript/JS(app.alert(1))>>\n%%EOF\n";
    let added = send(pdf).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let reference = case.trim_start_matches("/complaints/");
    let path = format!("{case}/files/{reference}-1.pdf");
    assert!(server.get(&case, &desk).await.body.contains(&path));
    let file = server.get(&path, &desk).await;
    assert_eq!((file.status, file.body.as_str()), (StatusCode::OK, pdf));
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("content-disposition"), format!("attachment; filename=\"{reference}-1.pdf\""));
    assert_eq!(file.header("content-security-policy"), "sandbox; default-src 'none'");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert_eq!(server.get(&path, "").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(send(&"x".repeat(11 * 1024 * 1024)).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(server.post(&path, &desk, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(server.get(&path, &desk).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_cases_are_merged_and_separated_through_their_pages_and_a_refusal_keeps_what_was_typed() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", "Cold soup"), ("category", "product"), ("channel", "phone"), ("unit", "3")];
    let first = server.post("/complaints/new", &desk, &form).await.header("location").to_owned();
    let second = server.post("/complaints/new", &desk, &form).await.header("location").to_owned();
    let reference = |case: &str| case.rsplit('/').next().unwrap().to_owned();
    let (one, two) = (reference(&first), reference(&second));
    let page = server.get(&format!("{second}/related?other={one}"), &desk).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(&format!("value=\"{one}\"")), "{}", page.body);
    let merge = [("version", "1"), ("other_case", one.as_str()), ("relation", "merge")];
    let refused = server.post(&format!("{second}/related"), &desk, &merge).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in [one.as_str(), "value=\"merge\" checked", "Nothing here shows that it is the same customer"] {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    let sure = [merge.as_slice(), &[("same_customer", "yes")]].concat();
    let merged = server.post(&format!("{second}/related"), &desk, &sure).await;
    assert_eq!((merged.status, merged.header("location")), (StatusCode::SEE_OTHER, first.as_str()));
    assert!(server.get(&second, &desk).await.body.contains("This case is part of another"));
    assert!(server.get(&first, &desk).await.body.contains(&two));
    let part = [("version", "2"), ("other_case", one.as_str()), ("part", "merge")];
    let parted = server.post(&format!("{second}/related"), &desk, &part).await;
    assert_eq!((parted.status, parted.header("location")), (StatusCode::SEE_OTHER, second.as_str()));
    assert!(!server.get(&second, &desk).await.body.contains("This case is part of another"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_goes_on_to_the_files_of_a_new_case_when_it_asks_to() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [
        ("what", "Torn"),
        ("category", "product"),
        ("channel", "in_person"),
        ("unit", "3"),
        ("then", "files"),
    ];
    let answer = server.post("/complaints/new", &desk, &form).await;
    let page = answer.header("location").to_owned();
    assert!(page.ends_with("/files"), "{page}");
    let page = server.get(&page, &desk).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("multipart/form-data"));
}
