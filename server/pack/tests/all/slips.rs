//! Slips and posters, read back.

use domain::{
    customers::poster::{Poster, PosterSize, PosterText},
    people::account::QrPicture,
    staff::slips::Slips,
};
use lopdf::Document;

fn model(codes: usize) -> Slips {
    Slips {
        lang: "nb".to_owned(),
        title: "Koder til Østerås".to_owned(),
        heading: "Østerås kafé (kveld)".to_owned(),
        below_heading: "16. nov. 2026 til 22. nov. 2026".to_owned(),
        how: "Skriv koden på nettbrettet, eller i en nettleser på".to_owned(),
        address: "https://trivsel.example/kiosk".to_owned(),
        foot: "Virker én gang.".to_owned(),
        codes: (0..codes).map(|place| format!("7KQ4-{place:04}")).collect(),
    }
}

fn text(bytes: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(bytes).unwrap();
    text.chars().filter(|sign| !sign.is_whitespace() && *sign != '\u{200b}').collect()
}

fn pages(bytes: &[u8]) -> usize {
    Document::load_mem(bytes).unwrap().get_pages().len()
}

#[test]
fn every_code_stands_on_a_slip_of_its_own_twelve_to_a_page() {
    let file = pack::slips(&model(25)).unwrap();
    assert_eq!(pages(&file), 3);
    let said = text(&file);
    let places: Vec<Option<usize>> = model(25).codes.iter().map(|code| said.find(code.as_str())).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    assert_eq!(said.matches("7KQ4-").count(), 25);
    assert_eq!(pages(&pack::slips(&model(12)).unwrap()), 1);
}

#[test]
fn letters_of_the_country_arrive_as_they_are_and_a_long_address_stays_on_its_slip() {
    let file = pack::slips(&model(7)).unwrap();
    assert_eq!(file, pack::slips(&model(7)).unwrap());
    assert!(
        text(&file).contains("Østeråskafé(kveld)") && text(&file).contains("https://trivsel.example/kiosk")
    );
    let long = Slips { address: format!("https://{}.example/kiosk", "a".repeat(600)), ..model(24) };
    assert_eq!(pages(&pack::slips(&long).unwrap()), 2);
    let sami = Slips { heading: "Čáhcesuolu".to_owned(), ..model(1) };
    assert!(text(&pack::slips(&sami).unwrap()).contains("Čáhcesuolu"));
}

#[test]
fn a_poster_is_one_page_of_its_size_whatever_is_written_on_it() {
    let said = |lang: &str, title: &str| PosterText {
        lang: lang.to_owned(),
        title: title.to_owned(),
        how: "Åpne kameraet og pek på koden.".to_owned(),
        promise: "Den som leser det, vet ikke hvem du er.".to_owned(),
    };
    for (size, width) in [(PosterSize::A4, 595.0), (PosterSize::A6, 297.0)] {
        for unit in ["Bryggen", &"Et langt navn på et sted ".repeat(6)] {
            let poster = Poster {
                size,
                organisation: "Fjordkjeden Vest".to_owned(),
                unit: unit.to_owned(),
                address: "trivsel.example/card/7KQ4M2XD".to_owned(),
                texts: [said("nb", "Hvordan gikk det?"), said("en", "How did it go?")],
                picture: "Kode som kameraet leser".to_owned(),
                qr: QrPicture { modules: 25, path: "M0 0h1v1h-1zM24 24h1v1h-1z".to_owned() },
            };
            let file = pack::poster(&poster).unwrap();
            assert_eq!(file, pack::poster(&poster).unwrap());
            let pdf = Document::load_mem(&file).unwrap();
            assert_eq!(pdf.get_pages().len(), 1, "{size:?} {unit}");
            let page = pdf.get_object(*pdf.get_pages().get(&1).unwrap()).unwrap().as_dict().unwrap();
            let sides = page.get(b"MediaBox").unwrap().as_array().unwrap();
            assert!((sides[2].as_float().unwrap() - width).abs() < 1.0);
            let said = text(&file);
            assert!(said.contains("trivsel.example/card/7KQ4M2XD") && said.contains("Howdiditgo?"), "{said}");
        }
    }
}
