//! The PDF of slips, read back: its table of objects, its pages, its texts.

use export::{Slips, slips};

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

fn find(bytes: &[u8], what: &str, from: usize) -> Option<usize> {
    bytes[from..].windows(what.len()).position(|part| part == what.as_bytes()).map(|place| from + place)
}

fn number(bytes: &[u8]) -> usize {
    let digits: Vec<u8> = bytes
        .iter()
        .copied()
        .skip_while(|byte| byte.is_ascii_whitespace())
        .take_while(u8::is_ascii_digit)
        .collect();
    String::from_utf8(digits).unwrap().parse().unwrap()
}

/// The objects of a file by number, found through its own table.
fn objects(file: &[u8]) -> Vec<Vec<u8>> {
    assert!(file.starts_with(b"%PDF-1.") && file.ends_with(b"%%EOF"));
    let start = find(file, "startxref", 0).unwrap();
    let table = number(&file[start + "startxref".len()..]);
    assert!(file[table..].starts_with(b"xref\n0 "));
    let count = number(&file[table + "xref\n0 ".len()..]);
    let first = find(file, "\n", table + 5).unwrap() + 1;
    // Entries are 20 bytes each; the one of object 0 is free.
    (1..count)
        .map(|object| {
            let offset = number(&file[first + 20 * object..]);
            let head = format!("{object} 0 obj");
            assert!(file[offset..].starts_with(head.as_bytes()), "object {object}");
            let end = find(file, "endobj", offset).unwrap();
            file[offset + head.len()..end].to_vec()
        })
        .collect()
}

/// Texts that a page shows, in the order they are drawn: `(text) Tj`, or `<hexadecimal> Tj`.
fn texts(stream: &[u8]) -> Vec<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).unwrap() as u8;
    let shown = stream.split(|byte| *byte == b'\n').filter_map(|line| line.strip_suffix(b" Tj"));
    shown
        .map(|text| match text {
            [b'(', text @ .., b')'] => text.to_vec(),
            [b'<', text @ .., b'>'] => {
                text.chunks(2).map(|pair| digit(pair[0]) * 16 + digit(pair[1])).collect()
            }
            _ => panic!("{text:?}"),
        })
        .collect()
}

#[test]
fn every_code_stands_on_a_slip_of_its_own_twelve_to_a_page() {
    let objects = objects(&slips(&model(25)));
    let streams: Vec<&Vec<u8>> =
        objects.iter().filter(|object| find(object, "stream", 0).is_some()).collect();
    assert_eq!(streams.len(), 3);
    let mut codes = Vec::new();
    for stream in &streams {
        let start = find(stream, "stream\n", 0).unwrap() + "stream\n".len();
        let length = number(&stream[find(stream, "/Length", 0).unwrap() + "/Length".len()..]);
        assert!(stream[start + length..].starts_with(b"\nendstream"), "the length is right");
        codes.extend(texts(stream).into_iter().filter(|text| text.starts_with(b"7KQ4-")));
    }
    let expected: Vec<Vec<u8>> = model(25).codes.into_iter().map(String::into_bytes).collect();
    assert_eq!(codes, expected);
}

#[test]
fn norwegian_letters_and_parentheses_arrive_as_they_are() {
    let objects = objects(&slips(&model(1)));
    let stream = objects.iter().find(|object| find(object, "stream", 0).is_some()).unwrap();
    let texts = texts(stream);
    assert_eq!(texts[0], b"\xd8ster\xe5s kaf\xe9 (kveld)", "in the Western encoding");
    assert!(texts.iter().any(|text| text == b"https://trivsel.example/kiosk"));
}

#[test]
fn the_same_slips_give_the_same_bytes_and_a_long_address_stays_on_its_slip() {
    assert_eq!(slips(&model(7)), slips(&model(7)));
    let long = Slips { address: format!("https://{}.example/kiosk", "a".repeat(600)), ..model(1) };
    let objects = objects(&slips(&long));
    let stream = objects.iter().find(|object| find(object, "stream", 0).is_some()).unwrap();
    let lines = texts(stream).len();
    assert!((6..12).contains(&lines), "{lines} lines");
}
