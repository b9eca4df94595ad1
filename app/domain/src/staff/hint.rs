//! Whether a text looks as if it holds a name, a way to reach somebody, or a detail about health.
//!
//! A hint to the writer and nothing else: it never blocks, and its findings go nowhere. It would rather miss
//! something than cry wolf, because a hint that is often wrong is not read. Texts come in English and Norwegian,
//! often mixed, so both are looked for at once.

use serde::{Deserialize, Serialize};

/// What a text seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hint {
    /// A name.
    Name,
    /// A telephone number or an e-mail address.
    Contact,
    /// A detail about somebody's health.
    Health,
}

impl Hint {
    /// Every kind, in the order in which advice is given.
    pub const ALL: [Self; 3] = [Self::Name, Self::Contact, Self::Health];

    /// Message id of the advice; its variable `word` is what was found.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Name => "hint-name",
            Self::Contact => "hint-contact",
            Self::Health => "hint-health",
        }
    }
}

/// The first thing in the text that its writer may want to leave out, with the words it was seen in.
/// `known` are names that everybody knows, such as those of the organisation and its units.
pub fn find<'a, S: AsRef<str>>(text: &'a str, known: &[S]) -> Option<(Hint, &'a str)> {
    find_all(text, known).into_iter().next()
}

/// Everything in the text that its writer may want to leave out, each word once.
pub fn find_all<'a, S: AsRef<str>>(text: &'a str, known: &[S]) -> Vec<(Hint, &'a str)> {
    let words = words(text);
    let mut found: Vec<(Hint, &str)> = Vec::new();
    let contacts = addresses(text).chain(telephones(text)).map(|found| (Hint::Contact, found));
    let others = health(&words).map(|found| (Hint::Health, found));
    for hit in contacts.chain(others).chain(names(&words, known).map(|found| (Hint::Name, found))) {
        if !found.contains(&hit) {
            found.push(hit);
        }
    }
    found
}

/// A word and what stands before it.
struct Word<'a> {
    text: &'a str,
    /// Whether a sentence begins with it.
    is_first: bool,
    /// Whether it is a part of a longer one, such as `ill` of `ill-mannered`, or of an address.
    is_part: bool,
}

/// The words of a text: runs of letters. An apostrophe ends a word, so that `Kari's` is about `Kari`.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = None;
    let mut is_first = true;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphabetic(), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let is_joined = |c: Option<char>| {
                    c.is_some_and(|c| matches!(c, '-' | '@' | '_' | '\'' | '’') || c.is_numeric())
                };
                let next = text[at..].chars().next();
                let is_part = is_joined(text[..start].chars().next_back())
                    || (is_joined(next) && !matches!(next, Some('\'' | '’')));
                words.push(Word { text: &text[start..at], is_first, is_part });
                is_first = false;
                from = None;
            }
            _ => {}
        }
        // After these a capital letter says nothing.
        is_first |= matches!(c, '.' | '!' | '?' | ':' | '\n' | '…' | '•' | '*');
    }
    words
}

/// Words about somebody's health, lower-case. General ones of working life (sickness absence, hospital,
/// patient, medicine) are left out: in a clinic they are what every day is about.
const HEALTH: [&str; 66] = [
    "sick",
    "ill",
    "illness",
    "depressed",
    "depression",
    "pregnant",
    "pregnancy",
    "cancer",
    "migraine",
    "migraines",
    "anxiety",
    "diabetes",
    "diabetic",
    "diagnosis",
    "diagnosed",
    "epilepsy",
    "asthma",
    "adhd",
    "autism",
    "autistic",
    "bipolar",
    "miscarriage",
    "alcoholic",
    "hiv",
    "suicidal",
    "suicide",
    "dyslexia",
    "dyslexic",
    "chemotherapy",
    "syk",
    "syke",
    "sykmeldt",
    "sykemeldt",
    "sykmeldte",
    "sykmelding",
    "sykemelding",
    "sykdom",
    "sykdommen",
    "gravid",
    "graviditet",
    "kreft",
    "migrene",
    "deprimert",
    "depresjon",
    "angst",
    "diagnose",
    "diagnosen",
    "epilepsi",
    "astma",
    "autisme",
    "autist",
    "spontanabort",
    "alkoholiker",
    "selvmord",
    "ufør",
    "uføretrygd",
    "prolaps",
    "utbrent",
    "dysleksi",
    "revmatisme",
    "psykisk",
    "burnout",
    "hjerteinfarkt",
    "cellegift",
    "rusproblem",
    "kols",
];

fn health<'a>(words: &[Word<'a>]) -> impl Iterator<Item = &'a str> {
    words.iter().enumerate().filter_map(|(place, word)| {
        let lower = word.text.to_lowercase();
        let next = words.get(place + 1).map_or("", |next| next.text);
        // "Sick of the noise" and "syk etter" are about moods; "ill feeling" about manners.
        let is_figure_of_speech = match lower.as_str() {
            "sick" => next.eq_ignore_ascii_case("of"),
            "syk" => next.eq_ignore_ascii_case("etter"),
            "ill" => {
                ["will", "feeling", "prepared", "advised"].iter().any(|word| next.eq_ignore_ascii_case(word))
            }
            _ => false,
        };
        (HEALTH.contains(&lower.as_str()) && !word.is_part && !is_figure_of_speech).then_some(word.text)
    })
}

/// Capitalised words that are nobody's name.
const NO_NAMES: [&str; 92] = [
    "I",
    "Monday",
    "Mondays",
    "Tuesday",
    "Tuesdays",
    "Wednesday",
    "Wednesdays",
    "Thursday",
    "Thursdays",
    "Friday",
    "Fridays",
    "Saturday",
    "Saturdays",
    "Sunday",
    "Sundays",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Okt",
    "Nov",
    "Dec",
    "Des",
    "Christmas",
    "Easter",
    "Xmas",
    "Mandag",
    "Tirsdag",
    "Onsdag",
    "Torsdag",
    "Fredag",
    "Lørdag",
    "Søndag",
    "Januar",
    "Februar",
    "Mars",
    "Juni",
    "Juli",
    "Oktober",
    "Desember",
    "Jul",
    "Påske",
    "Vi",
    "Jeg",
    "De",
    "Dere",
    "Black",
    "English",
    "Norwegian",
    "Swedish",
    "Danish",
    "German",
    "Polish",
    "French",
    "Norway",
    "Sweden",
    "Norge",
    "Sverige",
    "Oslo",
    "Bergen",
    "Trondheim",
    "Stavanger",
    "London",
    "God",
    "Gud",
    "Excel",
    "Word",
    "Outlook",
    "Google",
    "Facebook",
    "Instagram",
    "Vipps",
    "Teams",
    "Trivsel",
];

/// First names that are seldom anything else, for those who begin a sentence.
const FIRST_NAMES: [&str; 60] = [
    "Kari", "Anne", "Ingrid", "Marit", "Astrid", "Hanne", "Lise", "Kristin", "Silje", "Camilla", "Marte",
    "Hilde", "Siri", "Randi", "Berit", "Emma", "Nora", "Sofie", "Ida", "Thea", "Lars", "Ola", "Ole",
    "Anders", "Jonas", "Magnus", "Henrik", "Erik", "Knut", "Morten", "Kjell", "Håkon", "Sindre", "Trond",
    "Geir", "Petter", "Mohammed", "Ahmed", "Ali", "Fatima", "Aisha", "Mary", "John", "James", "Michael",
    "David", "Sarah", "Linda", "Susan", "Karen", "Peter", "Paul", "Thomas", "Daniel", "Anna", "Maria",
    "Julia", "Laura", "Robert", "Peder",
];

/// Titles that stand before a name.
const TITLES: [&str; 7] = ["Mr", "Mrs", "Ms", "Miss", "Dr", "Fru", "Herr"];

fn names<'a, S: AsRef<str>>(words: &[Word<'a>], known: &[S]) -> impl Iterator<Item = &'a str> {
    let is_known = |word: &str| {
        // Also "Bryggens", and "Till" of "Till and floor".
        let same = |part: &str| part == word || word.strip_suffix('s').is_some_and(|stem| part == stem);
        known.iter().any(|name| name.as_ref().split(|c: char| !c.is_alphabetic()).any(same))
    };
    words.iter().enumerate().filter_map(move |(place, word)| {
        let mut letters = word.text.chars();
        let is_capitalised =
            letters.next().is_some_and(char::is_uppercase) && letters.clone().any(char::is_lowercase);
        // "KPIs" and "McDonald" are no plain names either; two capitals are a shorthand or a brand.
        let is_plain = is_capitalised && letters.all(|c| !c.is_uppercase());
        let after_title = place > 0 && TITLES.contains(&words[place - 1].text);
        let stands_out = !word.is_first || after_title || FIRST_NAMES.contains(&word.text);
        let is_somebody = is_plain
            && stands_out
            && !word.is_part
            && !TITLES.contains(&word.text)
            && !NO_NAMES.contains(&word.text)
            && !is_known(word.text);
        is_somebody.then_some(word.text)
    })
}

/// E-mail addresses.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().map(|part| part.trim_matches(|c: char| !c.is_alphanumeric())).filter(|part| {
        part.split_once('@')
            .is_some_and(|(who, host)| !who.is_empty() && host.contains('.') && !host.ends_with('.'))
    })
}

/// Digits in groups as people write telephone numbers: eight that do not begin with 0 or 1 (Norway), or more
/// after a `+` or a 0. Dates, years, hours and sums of money are none.
fn telephones(text: &str) -> impl Iterator<Item = &str> {
    let is_inside = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '.' | ',' | ':' | '/');
    text.split(move |c: char| !is_inside(c)).map(str::trim).filter_map(|run| {
        let run = run.trim_end_matches(['.', ',', ':', '-', '/', ' ']);
        let run = run.trim_start_matches(['.', ',', ':', '-', '/', ' ']);
        let groups: Vec<&str> = run.trim_start_matches('+').split(' ').collect();
        let digits: String = groups.concat();
        let is_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        let years = groups.iter().all(|group| group.len() == 4 && ("1900".."2100").contains(group));
        let thousands = groups.len() > 1
            && groups[0].len() <= 3
            && groups[1..].iter().all(|group| group.len() == 3)
            && !run.starts_with(['+', '0']);
        let is_length = if run.starts_with('+') {
            (8..=15).contains(&digits.len())
        } else if digits.starts_with('0') {
            (10..=11).contains(&digits.len()) || (digits.starts_with("00") && digits.len() == 12)
        } else {
            digits.len() == 8 && !digits.starts_with('1')
        };
        (is_digits && is_length && !years && !thousands).then_some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 3] = ["Fjordkjeden", "Bryggen", "Click and collect"];

    fn found(text: &str) -> Option<(Hint, &str)> {
        find(text, &KNOWN)
    }

    #[test]
    fn everything_to_leave_out_is_found_at_once_and_each_word_once() {
        let text = "Ring Kari på 99887766. Kari er syk, sier Ola, og Ola er syk.";
        let all =
            [(Hint::Contact, "99887766"), (Hint::Health, "syk"), (Hint::Name, "Kari"), (Hint::Name, "Ola")];
        assert_eq!(find_all(text, &KNOWN), all);
        assert_eq!(find_all("Too few people on Fridays.", &KNOWN), []);
    }

    #[test]
    fn a_name_within_a_sentence_is_seen() {
        for (text, name) in [
            ("I think Kari is unfair to us.", "Kari"),
            ("Why does Mr Hansen shout at everyone?", "Hansen"),
            ("Mr. Pettersen shouts.", "Pettersen"),
            ("The new manager (Ahmed) never listens", "Ahmed"),
            ("Kari is always late.", "Kari"),
            ("Nothing works. Jonas takes all the good shifts", "Jonas"),
            ("it is Aleksandra's fault", "Aleksandra"),
            ("Ask Bjørn about Friday.", "Bjørn"),
            ("On Monday Ola forgot the keys", "Ola"),
            ("Jeg synes Kari er urettferdig.", "Kari"),
            ("Sjefen vår, Bjørn, hører aldri etter", "Bjørn"),
            ("Det var Åse som sa det", "Åse"),
            ("Silje får alltid de beste vaktene.", "Silje"),
            ("På mandag glemte Øyvind nøklene", "Øyvind"),
            ("Herr Nilsen kjefter på alle.", "Nilsen"),
            ("Vi på kassa er lei av Marius sine vitser", "Marius"),
        ] {
            assert_eq!(found(text), Some((Hint::Name, name)), "{text}");
        }
    }

    #[test]
    fn a_detail_of_health_is_seen() {
        for (text, word) in [
            ("She has been sick since Easter.", "sick"),
            ("My colleague is ill and nobody covers for her", "ill"),
            ("I am depressed because of the rota", "depressed"),
            ("The one on late shifts is PREGNANT and lifts crates", "PREGNANT"),
            ("after the cancer they cut her hours", "cancer"),
            ("Noise gives me migraines.", "migraines"),
            ("He got his diagnosis and was moved.", "diagnosis"),
            ("Hun er sykmeldt igjen.", "sykmeldt"),
            ("To er syke og ingen tar vaktene", "syke"),
            ("Jeg får migrene av lyset", "migrene"),
            ("Hun er gravid og løfter kasser", "gravid"),
            ("Jeg er helt utbrent", "utbrent"),
            ("han har angst for å stå i kassa", "angst"),
            ("Etter kreften fikk hun kreft igjen", "kreft"),
        ] {
            assert_eq!(found(text), Some((Hint::Health, word)), "{text}");
        }
    }

    #[test]
    fn a_way_to_reach_somebody_is_seen() {
        for (text, word) in [
            ("Call me on 998 87 766 please", "998 87 766"),
            ("Ring 99887766.", "99887766"),
            ("ring meg, 41 22 33 44", "41 22 33 44"),
            ("+47 998 87 766", "+47 998 87 766"),
            ("My number is 07700 900123", "07700 900123"),
            ("Write to kari.lie@example.org, please", "kari.lie@example.org"),
            ("Svar til meg@firma.no.", "meg@firma.no"),
        ] {
            assert_eq!(found(text), Some((Hint::Contact, word)), "{text}");
        }
    }

    #[test]
    fn ordinary_english_comments_raise_no_alarm() {
        for text in [
            "Too few people on Fridays and Saturdays.",
            "The till broke twice. We need a new one.",
            "I'm tired after the Christmas sale, and I'd like one more Sunday off.",
            "Great week! Customers were kind.",
            "We are sick of the noise from the freezer.",
            "The rota comes too late: We only know on Thursday.",
            "Can we get a second person on the till after 16:00?",
            "HR never answers. The POS is slow and the KPIs are silly.",
            "More training in Excel and English, please",
            "The Bryggen shop needs heating. Fjordkjeden knows.",
            "Bryggen's back door does not close",
            "Click and collect is a mess",
            "Deliveries on 2026-11-20 and 20.11.2026 were late",
            "We sold for 20 000 000 in 2024 2025 and got nothing",
            "Order 1234567 came at 08:00-16:00",
            "Customers are ill-mannered and the lift is out of order",
            "\"Where is my parcel?\" they ask all day",
            "- new chairs\n- Better light\n- Shorter queues",
            "Sickness absence makes the shifts long",
            "The patients at the hospital desk wait for hours",
            "Nothing to add :)",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn ordinary_norwegian_comments_raise_no_alarm() {
        for text in [
            "For få folk på fredager og lørdager.",
            "Kassa var nede to ganger. Vi trenger en ny.",
            "Jeg er sliten etter julesalget, og vil gjerne ha én søndag til fri.",
            "Fin uke! Kundene var hyggelige.",
            "Det er sykt mye å gjøre",
            "Turnusen kommer for sent: Vi får vite det på torsdag.",
            "Kan vi få en til i kassa etter kl. 16.00?",
            "HR svarer aldri, og IT er trege.",
            "Mer opplæring i Excel og engelsk, takk",
            "Butikken på Bryggen trenger varme. Fjordkjeden vet det.",
            "Bryggens bakdør lukkes ikke",
            "Sykefraværet gjør vaktene lange",
            "Varene 20.11.2026 kom for sent",
            "Vi omsatte for 20 000 000 kr og fikk ingenting",
            "Pasientene venter i timevis på sykehuset",
            "«Hvor er pakken min?» spør de hele dagen",
            "- nye stoler\n- Bedre lys\n- Kortere køer",
            "Det er hyggelig på jobb, men i Oslo får de mer",
            "Mange av oss jobber 08 00 til 16 00",
            "Vi er lei av bråket fra fryseren.",
            "Ingenting å legge til :)",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn any_text_at_all_is_read_to_its_end() {
        for text in
            ["@", "a@", "+", "Ola", "\u{1f600}Kari\u{301}", "’’’", "Æ", "1 2 3 4 5 6 7 8 9", "@.", "a@.b"]
        {
            let _ = found(text);
        }
        assert_eq!(found("meet Ola"), Some((Hint::Name, "Ola")));
    }
}
