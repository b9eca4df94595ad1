//! An invented quarter, and its numbers as another program reckoned them: exact fractions, and the distributions of
//! SciPy. Inside: a round void after its release and one void before, a team that moved, one that was closed, one
//! whose steps changed, hidden figures of three kinds, few complaints, rounds without contacts.

use report::review::{Input, file, numbers, pack};
use serde_json::Value;

const QUARTER: &str = include_str!("../data/quarter.json");
const EXPECTED: &str = include_str!("../data/expected.json");

fn input() -> Input {
    file::read(QUARTER).unwrap()
}

/// Whatever differs, by its place. What is expected decides which fields are looked at.
fn differences(expected: &Value, found: &Value, place: &str, into: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                let other = found.get(key).unwrap_or(&Value::Null);
                differences(value, other, &format!("{place}/{key}"), into);
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (index, (a, b)) in expected.iter().zip(found).enumerate() {
                differences(a, b, &format!("{place}/{index}"), into);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            if (a - b).abs() > 1e-9 * a.abs() {
                into.push(format!("{place}: {a} is {b}"));
            }
        }
        (a, b) if a != b => into.push(format!("{place}: {a} is {b}")),
        _ => {}
    }
}

fn all_differences(input: &Input) -> Vec<String> {
    let mut found = Vec::new();
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    differences(&expected, &numbers(&pack(input)), "", &mut found);
    found
}

#[test]
fn every_number_of_a_quarter_is_the_one_reckoned_apart() {
    let found = all_differences(&input());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn rows_in_another_order_make_the_same_pack() {
    let mut shuffled = input();
    shuffled.ledger.reverse();
    shuffled.volume.reverse();
    shuffled.clocks.reverse();
    shuffled.counted.reverse();
    assert_eq!(pack(&shuffled), pack(&input()));
}

#[test]
fn one_figure_more_or_less_is_noticed() {
    let mut other = input();
    let row = other.ledger.iter_mut().rfind(|row| row.value.is_some() && row.lower.is_some()).unwrap();
    row.value = row.value.map(|value| value + 7);
    assert!(!all_differences(&other).is_empty());
    let mut other = input();
    other.volume[0].complaints += 1;
    assert!(!all_differences(&other).is_empty());
}

#[test]
fn why_a_figure_is_hidden_leaves_the_ledger_in_no_word() {
    let pack = pack(&input());
    let text = format!("{}{}", serde_json::to_string(&pack).unwrap(), numbers(&pack));
    assert!(text.contains("\"hidden\""));
    for word in ["below_k", "complement", "held"] {
        assert!(QUARTER.contains(word), "{word}");
        // As a word of its own: an outcome is called not_upheld.
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        assert!(!words.any(|own| own == word), "{word}");
    }
}

#[test]
fn the_model_has_no_number_that_is_not_whole() {
    fn whole(value: &Value) -> bool {
        match value {
            Value::Number(number) => number.is_i64(),
            Value::Array(values) => values.iter().all(whole),
            Value::Object(fields) => fields.values().all(whole),
            _ => true,
        }
    }
    assert!(whole(&serde_json::to_value(pack(&input())).unwrap()));
}

#[test]
fn a_stored_pack_reads_back_as_it_was() {
    let pack = pack(&input());
    let text = serde_json::to_string(&pack).unwrap();
    assert_eq!(serde_json::from_str::<domain::insight::pack::Pack>(&text).unwrap(), pack);
}

#[test]
fn a_half_goes_away_from_zero_and_a_half_width_that_hits_a_step_stays_on_it() {
    let text = r#"{"schema":"trivsel-review-input/1","organisation":"A","quarter":"2031Q2","previous":"2031Q1",
        "rounds":[
         {"n":1,"quarter":"2031Q1","starts":"2031-01-06","state":"released"},
         {"n":2,"quarter":"2031Q1","starts":"2031-01-13","state":"released"},
         {"n":3,"quarter":"2031Q1","starts":"2031-01-20","state":"released"},
         {"n":4,"quarter":"2031Q1","starts":"2031-01-27","state":"released"},
         {"n":5,"quarter":"2031Q2","starts":"2031-04-07","state":"released"},
         {"n":6,"quarter":"2031Q2","starts":"2031-04-14","state":"released"},
         {"n":7,"quarter":"2031Q2","starts":"2031-04-21","state":"released"},
         {"n":8,"quarter":"2031Q2","starts":"2031-04-28","state":"released"}],
        "units":[{"id":"A","name":"A","series":[{"series":1,"parent":null,"from":1,"to":8}],"roster":[40,40],"window":[1,1]}],
        "ledger":[
         ["A",1,1,1,"strain","published",20,17,23,null],["A",1,2,2,"strain","published",20,17,23,null],
         ["A",1,3,3,"strain","published",20,17,23,null],["A",1,4,4,"strain","published",20,17,23,null],
         ["A",1,5,5,"strain","published",30,26,34,null],["A",1,6,6,"strain","published",30,26,34,null],
         ["A",1,7,7,"strain","published",31,27,35,null],["A",1,8,8,"strain","published",31,27,35,null]]}"#;
    let pack = pack(&file::read(text).unwrap());
    let strain = &pack.units[0].measures["strain"];
    // 30.5 is 31; half-widths of 4 and 3 make exactly 5, not 6.
    assert_eq!((strain.value, strain.change, strain.half_width), (Some(31), Some(11), Some(5)));
}

/// What the model says of a quarter that lacks something.
mod edge_cases {
    use super::*;
    use domain::insight::pack::{Verdict, Why};

    #[test]
    fn no_released_round() {
        let mut input = input();
        input.ledger.clear();
        input.volume.clear();
        input.rounds.clear();
        let pack = pack(&input);
        assert_eq!((pack.units.len(), pack.rounds.released), (0, 0));
        assert!(pack.complaints.values().all(|own| own.rate.is_none()));
    }

    #[test]
    fn only_one_unit() {
        let mut input = input();
        input.units.truncate(1);
        input.ledger.retain(|row| row.unit == 0);
        input.volume.clear();
        input.clocks.clear();
        input.counted.clear();
        let pack = pack(&input);
        assert_eq!(pack.units.len(), 1);
        assert_eq!(pack.matrix_4_3["c"][0].teams_of, 1, "the unit is its own team");
    }

    #[test]
    fn void_round() {
        let pack = pack(&input());
        assert_eq!(pack.rounds.void.len(), 1);
        let root = &pack.units[0].measures["strain"];
        assert_eq!((root.void, root.windows), (1, 12), "void after the release: a cell of its own");
    }

    #[test]
    fn every_round_void_leaves_no_value() {
        let mut input = input();
        for row in input.ledger.iter_mut().filter(|row| row.unit == 0) {
            row.state = domain::insight::pack::State::Void;
        }
        let strain = &pack(&input).units[0].measures["strain"];
        assert_eq!((strain.value, strain.why), (None, Some(Why::Void)));
    }

    #[test]
    fn unit_moved_in_the_quarter() {
        let mut input = input();
        let last_before =
            input.rounds.iter().filter(|round| !round.is_now).map(|round| round.n).max().unwrap();
        for unit in input.units.iter_mut().filter(|unit| unit.series.len() > 1) {
            unit.series[0].to = last_before + 3;
            unit.series[1].from = last_before + 4;
        }
        let pack = pack(&input);
        let rows: Vec<_> = pack.units.iter().filter(|row| row.unit == "S2").collect();
        assert_eq!(rows.len(), 2, "a row under either parent");
        assert!(rows.iter().all(|row| row.moved_in_quarter));
        let old = pack.row("S").unwrap();
        assert_eq!(old.group_changed_at.len(), 1);
        assert!(
            old.measures
                .values()
                .all(|figure| figure.verdict == Verdict::GroupChanged && figure.change.is_none())
        );
        assert!(pack.row("H").unwrap().group_changed_at.is_empty(), "the whole is the same group");
    }

    #[test]
    fn unit_closed_or_opened() {
        let pack = pack(&input());
        assert!(pack.place("O1").unwrap().closed.is_some());
        let mut opened = input();
        let first = opened.rounds.iter().find(|round| round.is_now).unwrap().n;
        opened.units.last_mut().unwrap().series[0].from = first;
        opened.ledger.retain(|row| row.unit + 1 != opened.units.len() || row.last_round >= first);
        let pack = report::review::pack(&opened);
        let new = pack.row("O1").unwrap();
        assert!(new.measures.values().all(|figure| figure.verdict == Verdict::NoComparison));
        assert_eq!(pack.row("H").unwrap().sentence.staff, "group_changed", "who begins makes another group");
    }

    #[test]
    fn window_or_grain_changed_between_quarters() {
        let pack = pack(&input());
        let bakery = &pack.row("S1").unwrap().measures["strain"];
        assert_eq!(bakery.verdict, Verdict::GrainChanged);
        assert!(bakery.value.is_some() && bakery.previous.is_some() && bakery.change.is_none());
        let mut window = input();
        window.units[0].window = [Some(4), Some(1)];
        let pack = report::review::pack(&window);
        assert_eq!(pack.units[0].measures["strain"].verdict, Verdict::GrainChanged);
    }

    #[test]
    fn no_contacts_or_few_complaints() {
        let mut none = input();
        for row in &mut none.volume {
            row.contacts = 0;
        }
        let pack = report::review::pack(&none);
        let root = &pack.complaints["H"];
        assert!(root.complaints > 0, "counts are shown");
        assert!(root.rate.is_none() && root.printed.is_none() && root.change.is_none());
        assert!(root.points.iter().all(|point| point.per_1000.is_none()));
        let few = &report::review::pack(&input()).complaints["S2"];
        assert_eq!((few.verdict, few.change.is_none()), (Verdict::Few, true));
    }

    #[test]
    fn names_of_any_script_and_formulas_are_kept() {
        let mut input = input();
        let name = "=SUM(1) Čáhcesuolu ŧŋžđ Ελλάδα Кафе Trà sữa 🙂";
        input.units[0].name = name.to_owned();
        assert_eq!(pack(&input).units[0].name, name);
    }

    #[test]
    fn a_file_that_cannot_be_read_says_what_and_where() {
        for (from, to, says) in [
            ("\"trivsel-review-input/1\"", "\"trivsel-review-input/9\"", "schema"),
            ("\"below_k\"", "\"shown\"", "ledger, row"),
            ("\"overloaded\"", "\"mood\"", "mood"),
            ("\"void\"", "\"open\"", "open"),
            ("\"parent\": \"N\"", "\"parent\": \"X\"", "X"),
        ] {
            assert!(QUARTER.contains(from), "{from}");
            let error = file::read(&QUARTER.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
        assert!(file::read("{").unwrap_err().to_string().contains("JSON"));
    }
}
