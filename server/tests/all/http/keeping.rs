//! `/hours` and `/letters`: what holds for the cases of a unit.

use axum::http::StatusCode;

use super::Server;

const LATE: [(&str, &str); 7] = [
    ("timezone", "Europe/Oslo"),
    ("holidays", "NO"),
    ("mon", "12:00-20:00"),
    ("tue", "12:00-20:00"),
    ("wed", "12:00-20:00"),
    ("thu", "22:00-06:00"),
    ("fri", "12:00-20:00"),
];

#[tokio::test(flavor = "multi_thread")]
async fn hours_are_looked_at_without_being_kept_and_kept_for_one_unit_alone() {
    let server = Server::start().await;
    let boss = server.boss().await;
    let looked = [LATE.as_slice(), &[("act", "look")]].concat();
    let page = server.post("/hours?unit=3", &boss, &looked).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("value=\"12:00-20:00\""), "what was typed stays: {}", page.body);
    assert!(!server.get("/hours?unit=3", &boss).await.body.contains("12:00–20:00"), "nothing was kept");
    let kept = [LATE.as_slice(), &[("act", "save")]].concat();
    let answer = server.post("/hours?unit=3", &boss, &kept).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/hours?unit=3"));
    let page = server.get("/hours?unit=3", &boss).await.body;
    assert!(page.contains("12:00") && page.contains("unit’s own hours"), "{page}");
    assert!(!server.get("/hours?unit=4", &boss).await.body.contains("unit’s own hours"));
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_that_cannot_be_are_refused_field_by_field_with_what_was_typed() {
    let server = Server::start().await;
    let boss = server.boss().await;
    for (day, wrong, why) in [
        ("mon", "25:00-26:00", "mon-error"),
        ("wed", "08:00-12:00, 11:00-16:00", "wed-error"),
        ("fri", "whenever", "fri-error"),
    ] {
        let form: Vec<(&str, &str)> = LATE
            .into_iter()
            .map(|(name, value)| (name, if name == day { wrong } else { value }))
            .chain([("act", "save")])
            .collect();
        let refused = server.post("/hours?unit=3", &boss, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(refused.body.contains(why) && refused.body.contains(wrong), "{wrong}: {}", refused.body);
    }
    for (address, act, status) in [
        ("/hours?unit=5", "save", StatusCode::NOT_FOUND),
        ("/hours?unit=x", "save", StatusCode::NOT_FOUND),
        ("/hours", "save", StatusCode::NOT_FOUND),
        ("/hours?unit=3", "sell", StatusCode::NOT_FOUND),
    ] {
        let form = [LATE.as_slice(), &[("act", act)]].concat();
        assert_eq!(server.post(address, &boss, &form).await.status, status, "{address} {act}");
    }
    let desk = server.sign_in("desk").await;
    let form = [LATE.as_slice(), &[("act", "save")]].concat();
    assert_eq!(server.post("/hours?unit=3", &desk, &form).await.status, StatusCode::FORBIDDEN);
    assert!(!server.get("/hours?unit=3", &boss).await.body.contains("unit’s own hours"), "nothing was kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_looked_at_kept_and_given_back_and_a_place_that_there_is_not_is_refused() {
    let server = Server::start().await;
    let boss = server.boss().await;
    let page = "/letters?unit=3&template=acknowledge&in=nb";
    let text = "Hei {name}, vi har fått klagen din ({reference}).";
    let looked = server.post(page, &boss, &[("letter", text), ("act", "look")]).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(looked.body.contains("Hei Kari Nordmann, vi har fått klagen din (K-"), "{}", looked.body);
    let nothing = server.get(page, &boss).await.body;
    assert!(!nothing.contains("vi har fått klagen din ("), "nothing was kept");
    let wrong = "Hei {navn}, <script>alert(1)</script>";
    let refused = server.post(page, &boss, &[("letter", wrong), ("act", "save")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("letter-error") && refused.body.contains("Hei {navn}, &lt;script&gt;"));
    let kept = server.post(page, &boss, &[("letter", text), ("act", "save")]).await;
    assert_eq!((kept.status, kept.header("location")), (StatusCode::SEE_OTHER, page));
    assert!(server.get(page, &boss).await.body.contains("vi har fått klagen din ("));
    let english = server.get("/letters?unit=3&template=acknowledge&in=en", &boss).await.body;
    assert!(!english.contains("vi har fått klagen din ("), "the other language has its own");
    let back = server.post(page, &boss, &[("act", "reset")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(!server.get(page, &boss).await.body.contains("vi har fått klagen din ("));
    for wrong in [
        "/letters?unit=3&template=love&in=nb",
        "/letters?unit=3&template=acknowledge&in=sv",
        "/letters?unit=5&template=acknowledge&in=nb",
    ] {
        let answer = server.post(wrong, &boss, &[("letter", text), ("act", "save")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}
