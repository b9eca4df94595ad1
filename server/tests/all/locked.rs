//! Another program holds the database of a running server: pages are read, what would be written is refused with its
//! form, and when it lets go nothing needs a restart.

use crate::{
    common::{run, votes},
    kill,
    running::{get_page, post_form, prepare, start, write_site},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_another_program_holds_is_busy_until_it_lets_go_and_no_form_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("locked.db");
    write_site(folder.path());
    let (services, tokens) = prepare(&file, 3).await;
    run(&services, "INSERT INTO role_grant (account_id, role, unit_id) VALUES (1, 'service', 1)").await;
    let (mut child, address) = start(&file, folder.path());
    assert!(kill::post(&address, &tokens[0], 0));
    let held = services.db.begin().await.unwrap();
    base::db::execute(&held, "UPDATE unit SET name = name", []).await.unwrap();
    let ballot = post_form(&address, "/check-in", &tokens[1], "round=2&key=k1&C1=1&C2=3&comment=Lang%20vakt");
    assert!(ballot.starts_with("HTTP/1.1 503") && ballot.contains("Lang vakt"), "{ballot}");
    let case = "what=Kald%20suppe&category=product&channel=phone&unit=2&token=form";
    let refused = post_form(&address, "/complaints/new", &tokens[0], case);
    assert!(refused.starts_with("HTTP/1.1 503") && refused.contains("Kald suppe"), "{refused}");
    assert!(get_page(&address, "/check-in", &tokens[2]).starts_with("HTTP/1.1 200"), "it is only read");
    assert!(get_page(&address, "/readyz", "").starts_with("HTTP/1.1 503"), "nothing would be stored");
    held.rollback().await.unwrap();
    assert!(kill::post(&address, &tokens[1], 1) && kill::post(&address, &tokens[2], 2));
    assert!(post_form(&address, "/complaints/new", &tokens[0], case).starts_with("HTTP/1.1 303"));
    assert!(get_page(&address, "/readyz", "").starts_with("HTTP/1.1 200"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(votes(&services).await, 3);
}
