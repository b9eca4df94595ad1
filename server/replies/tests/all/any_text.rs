//! Whatever a letter holds, it is read, and in a time in step with its length.

use std::time::{Duration, Instant};

use domain::Lang;
use proptest::prelude::*;
use replies::{Label, check};

/// Far more than a megabyte takes even unoptimised on a busy machine, far less than anything quadratic would.
const PATIENCE: Duration = Duration::from_secs(60);

const MEGABYTE: usize = 1_000_000;

fn read_within_patience(text: &str) {
    for lang in Lang::ALL {
        let start = Instant::now();
        let report = check(text, lang);
        assert!(
            start.elapsed() < PATIENCE,
            "{:?} for {:?}…",
            start.elapsed(),
            text.chars().take(30).collect::<String>()
        );
        for finding in &report.findings {
            assert!(text.get(finding.span.bytes.clone()).is_some());
        }
    }
}

#[test]
fn a_megabyte_of_letters_is_read_in_seconds() {
    let letter = "We are sorry that you waited on Friday. We forgot you, because we were busy; if anyone was hurt, sorry! ";
    read_within_patience(&letter.repeat(MEGABYTE / letter.len()));
    let letter = "Vi beklager at du måtte vente på fredag. Vi glemte deg, fordi det var travelt; hvis noen ble såret, beklager! ";
    read_within_patience(&letter.repeat(MEGABYTE / letter.len()));
}

#[test]
fn a_megabyte_without_an_end_is_read_in_seconds() {
    for part in [
        "we ",
        "sorry ",
        "sorry if ",
        "\"",
        "you wrote, ",
        "we will ",
        "a",
        "1",
        "1.",
        "'",
        "n't",
        "»«",
        ">\n",
        "\n",
        ",",
        "i løpet av ",
        "å\u{30a}",
        "-",
        "f.",
    ] {
        read_within_patience(&part.repeat(MEGABYTE / part.len()));
    }
}

#[test]
fn a_letter_of_nothing_has_nothing() {
    for text in ["", " \n\n", "…", "\u{0}", "🙂", "'", "»", "9999999999999999999999999999 2026-99-99 31/31"]
    {
        for lang in Lang::ALL {
            assert!(check(text, lang).findings.is_empty(), "{text}");
        }
    }
}

/// Pieces that are likely to meet in strange ways.
fn pieces() -> impl Strategy<Value = String> {
    let words = [
        "sorry", "we", "forgot", "you", "if", "not", "on", "Friday", "3.", "mars", "vi", "beklager", "at",
        "du", "ikke", "«", "»", "\"", "’", "'", ".", "?", ",", "\n", "\n\n", ">", "takk", "for", "thank",
        "can't", "5pm", "11.3.26", "ß", "İ", "e\u{301}", "🙂", "-", "because",
    ];
    prop::collection::vec((prop::sample::select(words.to_vec()), prop::bool::ANY), 0..60).prop_map(|parts| {
        parts.into_iter().map(|(word, space)| format!("{word}{}", if space { " " } else { "" })).collect()
    })
}

proptest! {
    #[test]
    fn places_always_lie_in_the_letter_and_both_ways_of_counting_agree(text in prop_oneof![any::<String>(), pieces()]) {
        for lang in Lang::ALL {
            let report = check(&text, lang);
            for finding in &report.findings {
                let bytes = text.get(finding.span.bytes.clone());
                prop_assert!(bytes.is_some_and(|words| !words.is_empty()));
                let chars: String = text.chars().skip(finding.span.chars.start).take(finding.span.chars.len()).collect();
                prop_assert_eq!(bytes, Some(chars.as_str()));
            }
            prop_assert!(!(report.has(Label::Sorry) && report.has(Label::Hollow)));
        }
    }
}
