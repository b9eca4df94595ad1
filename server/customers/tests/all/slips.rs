//! What opens the own case, given out at the desk; and what a customer adds to it.

use base::{Base, Error};
use customers::{
    cards::{self, slip},
    complaints,
};
use domain::{
    Lang, Problem, Role,
    customers::{
        card::{MaySlip, OwnAct, OwnForm, SlipForm},
        complaint::ComplaintForm,
        words::Stage,
    },
};
use testing::{actor, number, on_both};

use crate::cards::{card, code_of, later, own, send};

async fn log(base: &Base, phone: &str) -> String {
    let form = ComplaintForm {
        what: "The lamp broke".to_owned(),
        category: "product".to_owned(),
        channel: "in_person".to_owned(),
        unit: "3".to_owned(),
        case_lang: "nb".to_owned(),
        phone: phone.to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&actor(Role::Service, 2)), &form).await.unwrap().reference
}

fn sure() -> SlipForm {
    SlipForm { sure: "yes".to_owned() }
}

async fn opens(base: &Base, reference: &str, secret: &str) -> bool {
    let form = OwnForm { reference: reference.to_owned(), secret: secret.to_owned(), ..OwnForm::default() };
    cards::open(base, &form).await.is_ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_slip_of_a_known_customer_could_not_be_replaced() {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        let reference = log(&base, "22334455").await;
        let page = slip::page(&base, Some(&desk), &reference).await.unwrap();
        assert_eq!(page.may, MaySlip::First);
        let refused = slip::give(&base, Some(&desk), &reference, &SlipForm::default()).await;
        assert!(matches!(refused.map_err(Error::into_problem), Err(Problem::Invalid(_))));
        let (first, lang) = slip::give(&base, Some(&desk), &reference, &sure()).await.unwrap();
        assert_eq!((lang, first.unit.as_str(), first.secret.len()), (Some(Lang::Nb), "Team A", 19));
        assert!(opens(&base, &reference, &first.secret).await);
        // Closed by wrong tries, it opens with the new one at once.
        for n in 0..10 {
            assert!(!opens(&base, &reference, &format!("2222-3333-4444-55{n}A")).await);
        }
        let page = slip::page(&base, Some(&desk), &reference).await.unwrap();
        assert_eq!((page.may, page.contact.unwrap()[1].as_str()), (MaySlip::Again, "22334455"));
        let (second, _) = slip::give(&base, Some(&desk), &reference, &sure()).await.unwrap();
        assert!(!opens(&base, &reference, &first.secret).await);
        assert!(opens(&base, &reference, &second.secret).await);
        let noted = "SELECT COUNT(*) FROM audit WHERE event = 'slip_given' AND unit_id = 3";
        assert_eq!(number(&base, noted).await, 2);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM receipt WHERE LENGTH(secret) = 32").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_the_slip_of_a_case_whose_customer_is_not_known() {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        let code = code_of(&base, 3, "door").await;
        let receipt = send(&base, &code, 30, &card("Kald suppe", "complaint")).await.unwrap();
        let reference = receipt.slip.reference.as_str();
        assert_eq!(slip::page(&base, Some(&desk), reference).await.unwrap().may, MaySlip::Anonymous);
        let refused = slip::give(&base, Some(&desk), reference, &sure()).await;
        assert_eq!(refused.map_err(Error::into_problem), Err(Problem::ChangedMeanwhile));
        assert!(opens(&later(&base, 60), reference, &receipt.slip.secret).await);
        // At the desk the first is for whoever stands there, and a second for nobody.
        let reference = log(&base, "").await;
        assert_eq!(slip::page(&base, Some(&desk), &reference).await.unwrap().may, MaySlip::First);
        slip::give(&base, Some(&desk), &reference, &sure()).await.unwrap();
        assert_eq!(slip::page(&base, Some(&desk), &reference).await.unwrap().may, MaySlip::Anonymous);
        // What was deleted opens nothing any more, and a case of another unit is none.
        let beside = actor(Role::Service, 5);
        let hidden = slip::give(&base, Some(&beside), &reference, &sure()).await;
        assert_eq!(hidden.map_err(Error::into_problem), Err(Problem::NotFound));
    })
    .await;
}

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_had_no_way_to_send_a_picture() {
    on_both(async |base| {
        let code = code_of(&base, 3, "door").await;
        let receipt = send(&base, &code, 30, &card("Kald suppe", "complaint")).await.unwrap();
        let at = later(&base, 60);
        let form = own(&receipt, "", "");
        let bring = async |form: &OwnForm, content: &[u8], address: &str| {
            cards::bring(&at, form, content.to_vec(), address).await.map_err(Error::into_problem)
        };
        assert!(bring(&form, PDF, "").await.unwrap().acts.contains(&OwnAct::File));
        bring(&form, PDF, "").await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM attachment").await, 1, "the same is one");
        let by_customer = "SELECT COUNT(*) FROM case_event WHERE event = 'attached' AND role = 'customer'";
        assert_eq!(number(&base, by_customer).await, 1);
        assert!(matches!(bring(&form, b"<svg onload=alert(1)>", "").await, Err(Problem::Invalid(_))));
        let wrong = OwnForm { secret: "2222-3333-4444-5555".to_owned(), ..form.clone() };
        assert_eq!(bring(&wrong, PDF, "").await.map(drop), Err(Problem::ReceiptUnknown));
        for n in 2..=5 {
            bring(&form, &[PDF, n.to_string().as_bytes()].concat(), "").await.unwrap();
        }
        assert!(matches!(bring(&form, &[PDF, b"6"].concat(), "").await, Err(Problem::Invalid(_))));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM attachment").await, 5);
        // From one address no more than its share; a closed case takes none.
        let last = async || bring(&form, PDF, "192.0.2.7").await.map(drop);
        for _ in 0..20 {
            assert!(!matches!(last().await, Err(Problem::TooManyCards)));
        }
        assert_eq!(last().await, Err(Problem::TooManyCards));
        let case = crate::cards::act(&at, &own(&receipt, "withdraw", "")).await.unwrap();
        assert_eq!(case.stage, Stage::Closed);
        assert_eq!(bring(&form, PDF, "").await.map(drop), Err(Problem::ChangedMeanwhile));
    })
    .await;
}
