//! Apologies, owning, excuses and thanks, and what only looks like them.

use domain::Lang::{En, Nb};
use replies::{Label, check};

use crate::all;

#[test]
fn a_negated_apology_is_none_and_no_hollow_one_either() {
    let en = [
        "We're not sorry.",
        "I won't be apologising for that.",
        "We see no reason to apologise.",
        "We can't say sorry for rain.",
    ];
    let nb = [
        "Vi er ikke lei oss.",
        "Det beklager vi ikke.",
        "Vi ser ingen grunn til å beklage.",
        "Eg orsakar ikkje dette.",
    ];
    for label in [Label::Sorry, Label::Hollow] {
        all(En, label, false, &en);
        all(Nb, label, false, &nb);
    }
}

#[test]
fn an_apology_that_cannot_be_great_enough_is_not_negated() {
    all(En, Label::Sorry, true, &["I can't apologise enough.", "I cannot tell you how sorry we are."]);
    all(
        Nb,
        Label::Sorry,
        true,
        &["Vi kan ikke få beklaget nok.", "Jeg kan ikke få sagt hvor lei meg jeg er."],
    );
}

#[test]
fn conditions_feelings_politeness_and_pity_make_an_apology_hollow() {
    let en = [
        "We apologise if anybody was hurt.",
        "If we got this wrong, we are sorry.",
        "We're sorry you felt ignored.",
        "I am sorry that you were dissatisfied with our service.",
        "We regret any inconvenience.",
        "Sorry for the inconvenience this may have caused.",
        "Sorry, we don't take cards.",
        "We're sorry, but the sale is over.",
        "We are sorry to hear about your trip.",
        "I suppose I should say it: fine, sorry.",
    ];
    let nb = [
        "Vi beklager hvis noen ble såret.",
        "Dersom vi tok feil her, beklager vi.",
        "Vi beklager at du opplevde oss som lite hjelpsomme.",
        "Beklager at du er misfornøyd.",
        "Vi beklager eventuelle ulemper.",
        "Vi beklager ulempen dette måtte ha medført.",
        "Beklager, vi tar ikke kort.",
        "Vi beklager, men salget er over.",
        "Leit å høre om turen din.",
        "Greit, unnskyld da.",
    ];
    all(En, Label::Hollow, true, &en);
    all(Nb, Label::Hollow, true, &nb);
    all(En, Label::Sorry, false, &en);
    all(Nb, Label::Sorry, false, &nb);
}

#[test]
fn an_apology_stays_real_beside_an_offer_or_a_comparison_with_if() {
    all(
        En,
        Label::Sorry,
        true,
        &[
            "We are sorry we treated you as if you had lied.",
            "Sorry about the noise. If you need anything else, call me.",
            "We are sorry. Nobody asked if you were hurt.",
        ],
    );
    all(
        Nb,
        Label::Sorry,
        true,
        &[
            "Vi beklager at vi behandlet deg som om du løy.",
            "Beklager støyen. Ring meg hvis du trenger noe mer.",
        ],
    );
}

#[test]
fn the_customers_own_words_are_not_taken_for_the_writers() {
    let en = [
        "You wrote: \"You forgot me and you should say sorry, thanks a lot.\"",
        "You say that we forgot you.",
        "Sorry is all I want, you wrote.",
        "> Sorry, we forgot you. Thank you for waiting.\nThat was in the mail.",
        "You expect us to apologise.",
    ];
    let nb = [
        "Du skrev: «Dere glemte meg, og så sier dere bare beklager og takk for at du ventet.»",
        "Du hevder at vi glemte deg.",
        "Du krever en unnskyldning.",
    ];
    for label in [Label::Sorry, Label::Owns, Label::Thanks] {
        all(En, label, false, &en);
        all(Nb, label, false, &nb);
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_hides_nothing() {
    let letter = format!("He said \"well. {} We are sorry.", "We looked into everything. ".repeat(40));
    all(En, Label::Sorry, true, &[&letter]);
    all(En, Label::Sorry, true, &["The guests' table was wet. We're sorry, the waiters' fault isn't yours."]);
}

#[test]
fn who_is_the_subject_decides_who_owns_it() {
    all(
        En,
        Label::Owns,
        true,
        &[
            "We forgot your order.",
            "Yesterday we simply failed you.",
            "I should have called.",
            "It was wrong of us.",
            "The fault is entirely ours.",
            "We didn't check the date.",
            "We gave your room to the wrong guest.",
            "That's on me.",
        ],
    );
    all(
        En,
        Label::Owns,
        false,
        &[
            "Mistakes were made.",
            "You forgot your order.",
            "It was not our fault.",
            "If we forgot something, tell us.",
            "We did nothing wrong.",
            "We don't believe we made a mistake.",
            "We may have made an error.",
            "Had we known, we would have called.",
            "Did we forget something?",
        ],
    );
    all(
        Nb,
        Label::Owns,
        true,
        &[
            "Vi glemte bestillingen din.",
            "I går sviktet vi deg.",
            "Det burde jeg ha sagt.",
            "Det var galt av oss.",
            "Skylden er helt og holdent vår.",
            "Vi sjekket ikke datoen.",
            "Me gløymde deg.",
            "Du skulle ha hørt fra oss.",
        ],
    );
    all(
        Nb,
        Label::Owns,
        false,
        &[
            "Det ble gjort feil.",
            "Du glemte bestillingen.",
            "Det er ikke vår feil.",
            "Hvis vi glemte noe, så si fra.",
            "Vi har ikke gjort noe galt.",
            "Glemte vi noe?",
        ],
    );
}

#[test]
fn blame_is_an_excuse_and_a_cause_is_one_only_where_nobody_owns_it() {
    all(
        En,
        Label::Excuse,
        true,
        &[
            "You had to wait because of illness.",
            "We forgot your table, but we were very busy.",
            "You should have read the sign.",
            "We are sorry, but it was a busy Saturday.",
            "The supplier was late, not we.",
            "Our staff followed the rules.",
            "That was our mistake, but you could have told us.",
        ],
    );
    all(
        En,
        Label::Excuse,
        false,
        &[
            "It was a busy Saturday, but we should have seen you.",
            "We were short-staffed. That is no excuse.",
            "You should not have had to wait.",
            "It was not your fault.",
            "There was a misunderstanding on our side.",
            "You must have been worried.",
            "None of it was your fault.",
        ],
    );
    all(
        Nb,
        Label::Excuse,
        true,
        &[
            "Du måtte vente på grunn av sykdom.",
            "Vi glemte bordet ditt, men det var veldig travelt.",
            "Du burde ha lest skiltet.",
            "Vi beklager, men det var veldig travelt.",
            "Leverandøren var forsinket.",
            "Personalet fulgte reglene.",
            "Det var vår feil, men du kunne ha sagt fra.",
        ],
    );
    all(
        Nb,
        Label::Excuse,
        false,
        &[
            "Det var travelt, men vi burde ha sett deg.",
            "Vi var lite folk. Det er ingen unnskyldning.",
            "Du burde ha sluppet å vente.",
            "Det var ikke din feil.",
            "Det var en misforståelse hos oss.",
            "Ingenting av det var din skyld.",
        ],
    );
}

#[test]
fn thanks_are_for_something_the_customer_did() {
    all(
        En,
        Label::Thanks,
        true,
        &[
            "Thank you for your letter.",
            "Thanks for waiting.",
            "We appreciate you telling us.",
            "I'm grateful that you wrote.",
        ],
    );
    all(
        En,
        Label::Thanks,
        false,
        &[
            "Thank you for your understanding.",
            "Thanks in advance for your reply.",
            "Thank you for your purchase.",
            "Thanks, but no thanks.",
            "We would be grateful if you paid.",
            "Thanks to the rain it was late.",
            "Many thanks, Ann",
        ],
    );
    all(
        Nb,
        Label::Thanks,
        true,
        &[
            "Takk for brevet.",
            "Tusen takk for at du ventet.",
            "Vi setter pris på at du sa fra.",
            "Vi er takknemlige for at du skrev.",
        ],
    );
    all(
        Nb,
        Label::Thanks,
        false,
        &[
            "Takk for forståelsen.",
            "På forhånd takk for svar.",
            "Takk for handelen.",
            "Nei takk.",
            "Takk, men nei takk.",
            "Vi setter pris på om du betaler.",
        ],
    );
}

#[test]
fn places_count_characters_and_bytes_of_the_letter_as_it_was_written() {
    let letter = "Så leit – på ærlig norsk: VI BEKLAGER.";
    let report = check(letter, Nb);
    let place = &report.of(Label::Sorry).next().unwrap().span;
    assert_eq!(&letter[place.bytes.clone()], "BEKLAGER");
    let chars: String = letter.chars().skip(place.chars.start).take(place.chars.len()).collect();
    assert_eq!(chars, "BEKLAGER");
}

#[test]
fn letters_typed_on_another_machine_are_read_alike() {
    // Typographic apostrophes, accents as marks of their own, no apostrophes, capitals, wrapped lines.
    all(
        En,
        Label::Owns,
        true,
        &["We didn’t check the date.", "we didnt check the date", "WE DIDN'T CHECK THE DATE"],
    );
    all(Nb, Label::Owns, true, &["Vi burde ha ga\u{30a}tt gjennom den.", "VI GLEMTE DEG"]);
    all(
        En,
        Label::Hollow,
        true,
        &["Thank you for your long and detailed letter of complaint, we are\nsorry you feel that way."],
    );
}

#[test]
fn something_new_in_the_post_was_a_new_colleague_and_a_customer_who_fell_ill_an_excuse() {
    all(
        Nb,
        Label::Excuse,
        false,
        &[
            "Du får en ny i morgen.",
            "Vi sender en ny i løpet av uka.",
            "Vi bytter den ut med en ny i dag.",
            "Du kan hente ny i butikken på lørdag.",
            "Vi beklager at datteren din ble syk.",
            "Det er leit at du ble syk av maten vår.",
            "Dere ble syke etter middagen, og det er vår feil.",
        ],
    );
    all(
        Nb,
        Label::Excuse,
        true,
        &[
            "Kokken var ny i jobben.",
            "Det var en ny medarbeider.",
            "Hun er helt ny.",
            "To av de ansatte ble syke.",
            "Kollegaen min ble syk den dagen.",
        ],
    );
}

#[test]
fn who_owned_a_cause_in_the_same_breath_was_excusing_themselves() {
    all(
        En,
        Label::Excuse,
        false,
        &[
            "Our records show that you are right, and we apologise.",
            "Our records show we charged you twice.",
            "Our log confirms that we overlooked your message.",
            "We followed our policy, but the policy is wrong. We should have changed it.",
            "The supplier failed, but it is our responsibility.",
        ],
    );
    all(
        En,
        Label::Excuse,
        true,
        &[
            "Our records show that you were told.",
            "Our records show we delivered on time.",
            "The supplier failed.",
        ],
    );
    all(
        Nb,
        Label::Excuse,
        false,
        &[
            "Kjøkkenet hadde det travelt, men det er vårt ansvar å varsle.",
            "Vi har fulgt rutinen, men rutinen er feil. Vi burde ha endret den.",
            "Leverandøren sviktet, men det er vi som valgte den, så ansvaret er vårt.",
            "Det var mye å gjøre, men det er ikke noe vi kan skylde på.",
            "Systemet vårt viser at du har rett.",
            "Loggen vår viser at vi trakk deg to ganger.",
        ],
    );
    all(
        Nb,
        Label::Excuse,
        true,
        &[
            "Kjøkkenet hadde det travelt.",
            "Vi har fulgt rutinene.",
            "Leverandøren sviktet.",
            "Systemet vårt viser at pakken ble levert.",
        ],
    );
}

#[test]
fn an_error_denied_or_only_imagined_was_owned() {
    all(
        En,
        Label::Owns,
        false,
        &[
            "We didn't let you down.",
            "We did not let you down; the airline did.",
            "We have never let anybody down.",
            "We did not keep you waiting.",
            "Had we made a mistake, we would say so.",
            "Had we forgotten you, you would have heard from us.",
            "Nobody here thinks we made a mistake.",
            "We do not believe that we made an error.",
        ],
    );
    all(
        En,
        Label::Owns,
        true,
        &["We let you down.", "We did not call you back.", "We kept you waiting.", "We had made a mistake."],
    );
    all(
        Nb,
        Label::Owns,
        false,
        &[
            "Vi glemte deg ikke.",
            "Vi glemte ikke bestillingen din.",
            "Deg glemte vi ikke.",
            "Hadde vi glemt deg, ville vi sagt det.",
            "Hadde vi gjort en feil, hadde vi sagt det.",
            "Ingen her mener at vi gjorde en feil.",
            "Vi mener ikke at vi gjorde noe galt.",
        ],
    );
    all(
        Nb,
        Label::Owns,
        true,
        &[
            "Vi glemte deg.",
            "Vi glemte bestillingen din.",
            "Vi glemte at du ikke tåler nøtter.",
            "Dessverre hadde vi glemt deg.",
            "Vi sviktet deg da vi ikke svarte.",
            "Hadde vi bare hørt på deg.",
        ],
    );
}
