//! Texts of customers and of those who answer them.
#![no_main]

use domain::{Lang, staff::hint};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for lang in [Lang::En, Lang::Nb] {
        let report = replies::check(text, lang);
        for finding in &report.findings {
            // What is marked stands in the text, on the borders of letters.
            assert!(text.get(finding.span.bytes.clone()).is_some(), "{finding:?}");
        }
    }
    for (_, word) in hint::find_all(text, &["Bryggen"]) {
        assert!(text.contains(word));
    }
    assert!(hint::find_all(text, &["Bryggen"]).len() <= hint::find_all::<&str>(text, &[]).len(), "known names add none");
});
