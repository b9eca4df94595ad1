//! Days and limits in many layouts, and whose step they belong to.

use domain::Lang::{En, Nb};
use replies::Step;

use crate::step;

#[test]
fn days_and_limits_are_read_in_many_layouts() {
    let en = [
        "tomorrow",
        "tonight",
        "on Friday",
        "by Friday",
        "by 3 December",
        "on 3rd December 2026",
        "on December 3",
        "by 03/12/2026",
        "by 2026-12-03",
        "within two working days",
        "in three days",
        "within 24 hours",
        "in week 12",
        "next week",
        "by the end of the week",
        "no later than 9 June",
        "this afternoon",
        "the day after tomorrow",
        "before 5pm",
        "by noon",
        "by 3.12.",
        "in the next two days",
        "on the 3rd of May",
    ];
    let nb = [
        "i morgen",
        "i kveld",
        "på fredag",
        "innen fredag",
        "3. desember",
        "den 3. desember 2026",
        "3.12.",
        "03.12.2026",
        "innen to virkedager",
        "om tre dager",
        "innen 24 timer",
        "i uke 12",
        "neste uke",
        "innen utgangen av uka",
        "senest 9. juni",
        "i ettermiddag",
        "i overmorgen",
        "før klokka 17",
        "innen kl. 12",
        "i løpet av to dager",
        "før helga",
        "til uka",
        "i løpet av dagen",
        "på onsdag 4. mars",
        "innan tysdag",
    ];
    for when in en {
        step(
            En,
            Step::Dated,
            &[&format!("We will send it {when}."), &format!("You'll have our answer {when}")],
        );
    }
    for when in nb {
        step(Nb, Step::Dated, &[&format!("Vi sender den {when}."), &format!("Du får svar {when}")]);
    }
}

#[test]
fn a_number_with_a_full_stop_ends_a_sentence_only_where_it_is_no_day() {
    step(Nb, Step::Dated, &["Du får den 3. mars.", "Du får den senest 3. Mars."]);
    step(Nb, Step::None, &["Du kom på dag 15. Mars er en kald måned."]);
    step(En, Step::None, &["You are number 15. May is a cold month."]);
}

#[test]
fn a_step_without_a_day_is_undated() {
    step(
        En,
        Step::Undated,
        &[
            "We will look into it and get back to you.",
            "We'll reply in due course.",
            "You will hear from us shortly.",
        ],
    );
    step(
        Nb,
        Step::Undated,
        &[
            "Vi skal undersøke saken og kommer tilbake.",
            "Du hører fra oss snarest.",
            "Vi sender deg svar så fort vi kan.",
        ],
    );
}

#[test]
fn what_happened_before_is_no_step_unless_it_put_things_right() {
    step(
        En,
        Step::None,
        &[
            "You were charged twice on Saturday.",
            "We promised to call by Friday.",
            "Sorry about Monday.",
            "We received your letter of 3 May.",
            "We sent the wrong shoes on Tuesday.",
            "I'm sorry you waited until Friday.",
            "The parcel was handed to the carrier and delivered on 24 February.",
        ],
    );
    step(
        En,
        Step::Dated,
        &[
            "We refunded you on Monday.",
            "A new one was posted to you yesterday.",
            "We have put it right today.",
        ],
    );
    step(
        Nb,
        Step::None,
        &[
            "Du ble belastet to ganger på lørdag.",
            "Vi lovet å ringe innen fredag.",
            "Beklager mandag.",
            "Vi fikk brevet ditt 3. mai.",
        ],
    );
    step(
        Nb,
        Step::Dated,
        &["Vi refunderte deg på mandag.", "En ny ble sendt i går.", "Pengene er satt inn i dag."],
    );
}

#[test]
fn the_customers_part_hours_terms_and_wishes_are_no_step_of_the_business() {
    step(
        En,
        Step::None,
        &[
            "Please send us the receipt by Friday.",
            "You must call us before Tuesday.",
            "We are open Monday to Friday.",
            "Returns must be made within 14 days of purchase.",
            "We normally answer within two days.",
            "We cannot send it by Friday.",
            "Can you come on Friday?",
        ],
    );
    step(
        Nb,
        Step::None,
        &[
            "Vennligst send oss kvitteringen innen fredag.",
            "Du må ringe oss før tirsdag.",
            "Vi har åpent mandag til fredag.",
            "Varer må returneres innen 14 dager.",
            "Vi svarer vanligvis innen to dager.",
            "Vi kan ikke sende den innen fredag.",
            "Kan du komme på fredag?",
        ],
    );
    step(En, Step::Dated, &["Send us the receipt and we will pay within three days."]);
    step(Nb, Step::Dated, &["Send oss kvitteringen, så betaler vi innen tre dager."]);
}

#[test]
fn what_the_customer_must_send_in_and_a_shop_that_opens_again_were_steps_with_a_day() {
    step(
        En,
        Step::None,
        &[
            "Your complaint must reach us within 30 days.",
            "Your appeal must be in by 1 May.",
            "Your form must be with us by Friday.",
            "The application needs to reach our office before Tuesday.",
            "The shop reopens on Monday 4 May.",
        ],
    );
    step(
        Nb,
        Step::None,
        &[
            "Klagen må være hos oss innen 1. juni.",
            "Klagen din må sendes innen tre uker.",
            "Skjemaet leveres av deg senest fredag.",
            "Butikken åpner igjen mandag 4. mai.",
        ],
    );
    step(
        En,
        Step::Dated,
        &["Your refund will reach you within 30 days.", "As of 1 June we check every order."],
    );
    step(
        Nb,
        Step::Dated,
        &[
            "Vi angrer på at vi lot deg vente, og lover å ringe deg før fredag kl. 12.",
            "Klagen må vi se på en gang til, og du får svar innen 1. juni.",
            "Varene leveres av oss senest fredag.",
        ],
    );
}

#[test]
fn a_call_of_ours_and_the_first_of_may_were_no_day_of_a_step() {
    step(
        En,
        Step::Dated,
        &[
            "You can expect our call on Thursday.",
            "As of 1 May we check every order before it leaves.",
            "From 3 May we call you each week.",
        ],
    );
    step(
        En,
        Step::None,
        &["We are sorry about your visit on Thursday.", "May we ask how your stay on Friday was?"],
    );
}
