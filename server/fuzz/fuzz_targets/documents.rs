//! JSON that commands are given: a quarter's review, calendars and cases.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(input) = report::review::file::read(text) {
        let pack = report::review::pack(&input);
        let _ = report::review::numbers(&pack);
    }
    let calendars = worktime::file::read_calendars(text);
    if let (Ok(calendars), Ok(cases)) = (calendars, worktime::file::read_cases(text)) {
        let _ = worktime::file::answer(&cases, &calendars);
    }
});
