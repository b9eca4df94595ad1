//! `/survey/{address}`, `/stop/{token}`, `/complaints/surveys`, `/follow-ups`.

use axum::http::StatusCode;

use super::{
    Server,
    cards::{code, hidden, is_anonymous, line, server},
};

async fn number(server: &Server, query: &str) -> i64 {
    crate::common::number(&server.services, query).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_fetches_every_link_answers_nothing_and_a_customer_answers_without_cookie_or_script() {
    let (server, hand) = server(&[]).await;
    let survey = code(&server).await.replace("/card/", "/survey/");
    for _ in 0..3 {
        let page = server.get(&survey, "").await;
        is_anonymous(&page);
        assert_eq!(page.status, StatusCode::OK);
    }
    let page = server.get(&survey, "").await;
    assert!(
        page.body.contains("Team A · Door") && page.body.contains("How was your visit?"),
        "{}",
        page.body
    );
    assert_eq!(page.body.matches("name=\"recommendation\"").count(), 11);
    assert_eq!(number(&server, "SELECT COUNT(*) FROM survey_answer").await, 0);
    let token = hidden(&page.body, "token");
    hand.forward(20);
    let nothing = server.post(&survey, "", &[("token", token.as_str())]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_anonymous(&nothing);
    assert!(nothing.body.contains("href=\"#satisfaction\"") && nothing.body.contains("id=\"satisfaction\""));
    let bad = [("token", token.as_str()), ("satisfaction", "2"), ("effort", "9")];
    let refused = server.post(&survey, "", &bad).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"2\" checked"), "{}", refused.body);
    let form = [("token", token.as_str()), ("satisfaction", "2"), ("recommendation", "0")];
    for _ in 0..2 {
        let thanks = server.post(&survey, "", &form).await;
        assert_eq!(thanks.status, StatusCode::OK, "{}", thanks.body);
        is_anonymous(&thanks);
        assert!(thanks.body.contains("/complain/"), "{}", thanks.body);
    }
    assert_eq!(number(&server, "SELECT SUM(n) FROM survey_answer").await, 2);
    for lost in ["/survey/22222222", "/survey/x", "/stop/x"] {
        let lost = server.get(lost, "").await;
        assert_eq!(lost.status, StatusCode::NOT_FOUND);
        is_anonymous(&lost);
    }
    let norwegian = server.get(&format!("{survey}?lang=nb"), "").await;
    assert!(norwegian.body.contains("Hvordan var besøket?"));
    let boss = server.sign_in("boss").await;
    let report = server.get("/complaints/surveys?unit=3", &boss).await;
    for part in ["chooses to", "fewer than 5 answers", "fewer than 10 answers", "Recommendation score"] {
        assert!(report.body.contains(part), "{part}: {}", report.body);
    }
    assert_eq!(server.get("/complaints/surveys?unit=6", &boss).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_goes_from_a_yes_to_a_case_and_says_no_more_of_the_customer() {
    let (server, _) = server(&["--public-url", "https://trivsel.example.no"]).await;
    let desk = server.sign_in("desk").await;
    let mut form = vec![
        ("unit", "3"),
        ("bought", "goods"),
        ("happened_on", "2026-11-10"),
        ("customer_name", "Kari </textarea> Lie"),
        ("phone", "+47 22 33 44 55"),
        ("case_lang", "nb"),
        ("consent_how", "phone"),
    ];
    let refused = server.post("/follow-ups/new", &desk, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("without the customer’s yes"), "{}", refused.body);
    form.push(("consent", "yes"));
    assert_eq!(server.post("/follow-ups/new", &desk, &form).await.status, StatusCode::SEE_OTHER);
    let list = server.get("/follow-ups", &desk).await;
    assert!(
        list.body.contains("One to call today") && !list.body.contains("</textarea> Lie"),
        "{}",
        list.body
    );
    let page = server.get("/follow-ups/1", &desk).await;
    assert!(
        page.body.contains("Har du et minutt?") && page.body.contains("tel:+4722334455"),
        "{}",
        page.body
    );
    assert_eq!(
        server.get("/follow-ups/1", &server.sign_in("other").await).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(server.get("/follow-ups/x", &desk).await.status, StatusCode::NOT_FOUND);
    let mut tried = vec![
        ("attempts", "0"),
        ("call_outcome", "not_content"),
        ("satisfaction", "1"),
        ("category", "product"),
    ];
    let refused = server.post("/follow-ups/1", &desk, &tried).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    tried.push(("what", "Døra lekker"));
    let done = server.post("/follow-ups/1", &desk, &tried).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let case = server.get(done.header("location"), &desk).await;
    assert!(case.body.contains("Døra lekker") && case.body.contains("+47 22 33 44 55"), "{}", case.body);
    assert_eq!(server.get("/follow-ups/1", &desk).await.status, StatusCode::NOT_FOUND);
    // By letter, with an address to say no.
    form.retain(|(name, _)| *name != "phone");
    form.push(("email", "kari@example.org"));
    server.post("/follow-ups/new", &desk, &form).await;
    let letter = server.get("/follow-ups/2", &desk).await;
    let stop = letter.body.split("https://trivsel.example.no").nth(1).unwrap();
    let stop: String = stop.chars().take_while(|c| !c.is_whitespace() && *c != '<').collect();
    let page = server.get(&stop, "").await;
    is_anonymous(&page);
    assert!(page.body.contains("Vil du slippe oppfølging?"), "{}", page.body);
    assert_eq!(number(&server, "SELECT COUNT(*) FROM follow_up WHERE outcome IS NULL").await, 1);
    let done = server.post(&stop, "", &[]).await;
    is_anonymous(&done);
    assert_eq!(
        number(&server, "SELECT COUNT(*) FROM follow_up WHERE email <> '' OR outcome IS NULL").await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_case_leads_to_its_survey_once_somebody_has_closed_it() {
    let (server, hand) = server(&[]).await;
    let card = code(&server).await;
    let token = hidden(&server.get(&card, "").await.body, "token");
    hand.forward(20);
    let form = [
        ("token", token.as_str()),
        ("what", "Ventet lenge"),
        ("voice_kind", "complaint"),
        ("phone", "22334455"),
    ];
    let receipt = server.post(&card, "", &form).await;
    let (reference, secret) = (line(&receipt.body, "Reference"), line(&receipt.body, "Secret"));
    let desk = server.sign_in("desk").await;
    let case = format!("/complaints/{reference}");
    let version = |body: &str| hidden(body, "version");
    let act = async |path: &str, more: &[(&str, &str)]| {
        let version = version(&server.get(&case, &desk).await.body);
        let form = [&[("version", version.as_str())], more].concat();
        let done = server.post(&format!("{case}{path}"), &desk, &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{path}: {}", done.body);
    };
    act("/assess", &[("severity", "normal"), ("issue-process", "yes")]).await;
    let answer =
        [("outcome-process", "upheld"), ("apology", "given"), ("how", "spoken"), ("letter", "We are sorry.")];
    act("/answer", &answer).await;
    let own = [("reference", reference.as_str()), ("secret", secret.as_str())];
    assert!(!server.post("/case", "", &own).await.body.contains("/survey/"));
    act("", &[("act", "close")]).await;
    let page = server.post("/case", "", &own).await;
    let survey = page.body.split("href=\"/survey/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let survey = format!("/survey/{survey}");
    assert!(!server.get(&case, &desk).await.body.contains("/survey/"), "the house never sees it");
    assert!(server.get(&survey, "").await.body.contains("If we said sorry"));
    let thanks = server.post(&survey, "", &[("fair", "1")]).await;
    assert!(thanks.body.contains("Is something still not right?"), "{}", thanks.body);
    assert!(server.get(&survey, "").await.body.contains("You have answered already"));
    let empty = server.post(&survey, "", &[("act", "reopen"), ("reply", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = server.post(&survey, "", &[("act", "reopen"), ("reply", "It happened again")]).await;
    assert!(again.body.contains("We look into it once more"), "{}", again.body);
    assert!(server.get(&case, &desk).await.body.contains("It happened again"));
}
