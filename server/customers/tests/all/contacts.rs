//! Contacts typed in by hand.

use domain::{
    Field, Period, Problem, Role, UnitId, Why,
    customers::contacts::{ContactsForm, DayState},
};
use testing::{actor, number, on_both, run};

use customers::contacts::{keep, page};

/// The week of Monday 16 November, of team A; today is 21 November, a Saturday, or later.
fn week(days: [&str; 2], was: [&str; 2]) -> ContactsForm {
    let [[day1, day2], [was1, was2]] = [days, was].map(|pair| pair.map(str::to_owned));
    ContactsForm {
        unit: "3".into(),
        monday: "2026-11-16".into(),
        day1,
        day2,
        was1,
        was2,
        ..ContactsForm::default()
    }
}

const SUMS: &str = "SELECT CAST(COALESCE(SUM(contacts), 0) AS BIGINT) FROM voice_rollup WHERE unit_id";

#[tokio::test(flavor = "multi_thread")]
async fn a_cafe_could_not_type_that_it_had_312_guests() {
    on_both(async |services| {
        let manager = actor(Role::Manager, 3);
        keep(&services, Some(&manager), &week(["312", "1 020"], ["", ""])).await.unwrap();
        let shown = page(&services, Some(&manager), Some(UnitId::new(3)), Period::parse("2026-W47").ok())
            .await
            .unwrap();
        assert_eq!(
            [shown.days[0].contacts, shown.days[1].contacts, shown.days[2].contacts],
            [Some(312), Some(1020), None]
        );
        for unit in [3, 2, 1] {
            assert_eq!(
                number(&services, &format!("{SUMS} = {unit}")).await,
                1332,
                "unit {unit} and all above"
            );
        }
        // Corrected, and taken back.
        keep(&services, Some(&manager), &week(["300", ""], ["312", "1020"])).await.unwrap();
        assert_eq!(number(&services, &format!("{SUMS} = 1")).await, 300);
        let shown =
            page(&services, Some(&manager), Some(UnitId::new(3)), Period::parse("2026-W48").ok()).await;
        if let Ok(shown) = shown {
            assert_eq!(shown.days[0].week_before, Some(300));
        }
        let audit = customers::complaints::audit::run(&services).await.unwrap();
        assert_eq!(audit.wrong, 0, "{audit:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_people_type_at_once_is_not_lost_without_a_word() {
    on_both(async |services| {
        let (one, other) = (actor(Role::Manager, 3), actor(Role::Service, 2));
        keep(&services, Some(&one), &week(["312", ""], ["", ""])).await.unwrap();
        for seen in ["", "311"] {
            let late = keep(&services, Some(&other), &week(["290", "80"], [seen, ""])).await;
            assert_eq!(late.err().unwrap().into_problem(), Problem::ChangedMeanwhile);
        }
        assert_eq!(number(&services, &format!("{SUMS} = 1")).await, 312, "all of it or nothing");
        // Whoever changes another day is not in the way.
        keep(&services, Some(&other), &week(["", "80"], ["", ""])).await.unwrap();
        assert_eq!(number(&services, &format!("{SUMS} = 1")).await, 392);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_ahead_or_counted_by_history_and_a_unit_of_others_are_refused() {
    on_both(async |services| {
        let manager = actor(Role::Manager, 3);
        let ahead = ContactsForm { monday: "2027-11-15".into(), ..week(["1", ""], ["", ""]) };
        let refused = keep(&services, Some(&manager), &ahead).await.err().unwrap().into_problem();
        assert_eq!(refused, Problem::invalid(Field::Contacts, Why::InFuture));
        run(&services, "INSERT INTO history VALUES (3, 'quarter', '2026-10-01', 30, 9000)").await;
        let counted = keep(&services, Some(&manager), &week(["1", ""], ["", ""])).await;
        assert_eq!(counted.err().unwrap().into_problem(), Problem::invalid(Field::Contacts, Why::Overlaps));
        let shown = page(&services, Some(&manager), None, Period::parse("2026-W47").ok()).await.unwrap();
        assert!(shown.days.iter().take(5).all(|day| day.state == DayState::InHistory), "{:?}", shown.days);
        let foreign = ContactsForm { unit: "5".into(), ..week(["1", ""], ["", ""]) };
        let refused = keep(&services, Some(&manager), &foreign).await.err().unwrap().into_problem();
        assert_eq!(refused, Problem::NotFound);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM contact_day").await, 0);
    })
    .await;
}
