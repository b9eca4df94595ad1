//! Forms as they are posted: a ballot, and what somebody typed for a reference or a code.
#![no_main]

use std::collections::BTreeMap;

use domain::{
    letters::typed_letters,
    staff::{bank::items_of_round, check_in::BallotForm},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|pairs: Vec<(String, String)>| {
    let answers: BTreeMap<String, String> = pairs.iter().cloned().collect();
    let comment = pairs.first().map(|(_, value)| value.clone()).unwrap_or_default();
    let form = BallotForm { round: 2, key: String::new(), comment, answers: answers.into_iter().collect() };
    if let Ok(ballot) = form.parse(&items_of_round(2)) {
        assert!(ballot.answers.len() <= 4, "an answer to what was not asked");
    }
    for (_, typed) in &pairs {
        let letters = typed_letters(typed);
        assert_eq!(typed_letters(&letters), letters, "read once, it stays as it is");
    }
});
