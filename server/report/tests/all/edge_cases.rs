//! Rows of the list of bad input, in both files.

use domain::{Lang, insight::pack::Pack};
use report::review::pack;

use super::tables::{Held, LANGS, csv_files, edition, input, of_both, text_of};

fn both_langs(pack: &Pack) {
    for lang in LANGS {
        of_both(pack, lang);
    }
}

#[test]
fn no_released_round() {
    let mut input = input();
    input.ledger.clear();
    input.volume.clear();
    input.rounds.clear();
    let pack = pack(&input);
    let [(_, csv), (_, workbook)] = of_both(&pack, Lang::En);
    assert!(csv["rounds"].rows.is_empty() && workbook["rounds"].rows.is_empty());
}

#[test]
fn only_one_unit() {
    let mut input = input();
    input.units.truncate(1);
    input.ledger.retain(|row| row.unit == 0);
    input.volume.clear();
    input.clocks.clear();
    input.counted.clear();
    both_langs(&pack(&input));
}

#[test]
fn void_round() {
    let pack = pack(&input());
    let void: Vec<_> = pack.calendar.iter().filter(|round| round.is_void && round.is_now).collect();
    let [_, (_, workbook)] = of_both(&pack, Lang::Nb);
    for round in void {
        let row = workbook["rounds"].rows.iter().find(|row| {
            row["unit_number"] == Held::Text("H".to_owned())
                && row["measure"] == Held::Text("strain".to_owned())
                && row["first_round"] == Held::Number(round.n as f64)
        });
        let row = row.unwrap();
        assert_eq!((&row["value"], &row["state"]), (&Held::Nothing, &Held::Text("void".to_owned())));
    }
}

#[test]
fn unit_moved_in_the_quarter() {
    let mut input = input();
    let last_before = input.rounds.iter().filter(|round| !round.is_now).map(|round| round.n).max().unwrap();
    for unit in input.units.iter_mut().filter(|unit| unit.series.len() > 1) {
        unit.series[0].to = last_before + 3;
        unit.series[1].from = last_before + 4;
    }
    let pack = pack(&input);
    for (form, tables) in of_both(&pack, Lang::En) {
        let rows: Vec<_> = tables["overview"]
            .rows
            .iter()
            .filter(|row| row["unit_number"] == Held::Text("S2".to_owned()))
            .collect();
        assert_eq!(rows.len(), 2, "{form}");
        assert_eq!(rows[0]["rate_verdict"], Held::Nothing, "its complaints stand once");
    }
}

#[test]
fn no_contacts() {
    let mut input = input();
    for row in &mut input.volume {
        row.contacts = 0;
    }
    let [(_, csv), _] = of_both(&pack(&input), Lang::En);
    assert!(csv["complaints"].rows.iter().all(|row| row["rate"] == Held::Nothing));
    assert!(csv["complaints"].rows.iter().any(|row| row["complaints"] != Held::Number(0.0)));
}

#[test]
fn letters_of_any_script_emoji_and_long_names_are_kept() {
    let long = format!("{} {}", "ord ".repeat(8), "a".repeat(60));
    for name in ["Čáhcesuolu ŧŋžđ Ελλάδα Кафе Trà sữa 🙂 \u{e000}", "مقهى الميناء", &long]
    {
        let mut input = input();
        input.units[0].name = name.to_owned();
        let pack = pack(&input);
        for (form, tables) in of_both(&pack, Lang::Nb) {
            assert_eq!(tables["overview"].rows[0]["unit"], Held::Text(name.to_owned()), "{form}");
        }
    }
}

#[test]
fn decomposed_letters_are_composed_in_tables_and_kept_in_the_model() {
    let mut input = input();
    input.units[0].name = "A\u{30a}s".to_owned();
    let pack = pack(&input);
    assert_eq!(pack.units[0].name, "A\u{30a}s");
    for (form, tables) in of_both(&pack, Lang::Nb) {
        assert_eq!(tables["overview"].rows[0]["unit"], Held::Text("Ås".to_owned()), "{form}");
    }
}

#[test]
fn a_formula_as_a_name_is_text_everywhere() {
    let mut input = input();
    input.units[0].name = "=SUM(1)".to_owned();
    let pack = pack(&input);
    for (form, tables) in of_both(&pack, Lang::Nb) {
        assert_eq!(tables["overview"].rows[0]["unit"], Held::Text("=SUM(1)".to_owned()), "{form}");
    }
    assert!(text_of(&csv_files(&pack, &edition(), Lang::Nb), "oversikt.csv").contains("\"'=SUM(1)\""));
}
