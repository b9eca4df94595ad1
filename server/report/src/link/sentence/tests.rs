//! Every sentence there is, in both languages: each verdict with each direction, and each gate.

use domain::{Lang, insight::link::LinkOutcome};
use serde_json::json;
use stats::link::{Gate, Inflation, Summary, Verdict};

use super::{Words, sentence};

/// Words that speak of causes, or of there being nothing. "Not proof of cause" is said elsewhere.
const FORBIDDEN: [(Lang, &[&str]); 2] = [
    (
        Lang::En,
        &[
            "cause",
            "leads to",
            "lead to",
            "proves",
            "because of",
            "due to",
            "no link",
            "effect of",
            "there is no ",
        ],
    ),
    (
        Lang::Nb,
        &[
            "årsak",
            "fører til",
            "beviser",
            "forårsaker",
            "skyldes",
            "på grunn av",
            "ingen sammenheng",
            "effekten av",
        ],
    ),
];

fn summary(verdict: Verdict, ratio: f64, interval: [f64; 2], predictor: &str) -> Summary {
    let text = json!({
        "predictor": predictor, "step": 10.0, "rate_ratio": ratio, "interval": interval, "p": 0.01,
        "verdict": verdict, "gate": null, "may_be_unrelated_trends": false,
        "minimum_detectable_ratio": 1.19, "units": 12, "periods": 100, "events": 4200.0, "rows": 1100,
        "rows_dropped": 12, "standard_error": null,
    });
    serde_json::from_value(text).unwrap()
}

fn closed(gate: Gate) -> Summary {
    let mut summary = summary(Verdict::Descriptive, 1.2, [1.1, 1.3], "strain");
    summary.gate = Some(gate);
    summary
}

fn gates() -> Vec<Gate> {
    let predictor = || "strain".to_owned();
    vec![
        Gate::NoData,
        Gate::TooFewUnits { units: 1, needed: 3 },
        Gate::TooFewUnits { units: 2, needed: 3 },
        Gate::NoEvents,
        Gate::NoVariation { predictor: predictor() },
        Gate::NotSeparable {
            reciprocal_condition: 0.0,
            variance_inflation: vec![Inflation { predictor: predictor(), factor: None }],
        },
        Gate::Separated { predictors: vec![predictor()], rows: 4 },
        Gate::NoFreedom { rows: 20, parameters: 20 },
        Gate::ConstantRate,
        Gate::NoConvergence,
        Gate::NotEstimable { predictor: predictor(), standardised_slope: 12.0 },
        Gate::DescriptiveOnly { units: 4, needed: 6 },
        Gate::TooFewPeriods { median: 11.5, needed: 12.0 },
        Gate::TooFewEvents { events: 1.0, needed: 100.0 },
        Gate::TooFewEvents { events: 61.0, needed: 100.0 },
        Gate::LittleVariation { predictor: predictor(), within_sd: 2.0, needed: 4.0 },
        Gate::EarlySignal { units: 7, needed: 12 },
        Gate::SeasonPartlyRemoved,
    ]
}

/// Every kind of summary.
fn all() -> Vec<Summary> {
    let mut all: Vec<Summary> = gates().into_iter().map(closed).collect();
    for predictor in ["strain", "satisfaction"] {
        for verdict in [Verdict::Significant, Verdict::EarlySignal] {
            all.push(summary(verdict, 1.214, [1.112, 1.32], predictor));
            all.push(summary(verdict, 0.81, [0.69, 0.9], predictor));
            all.push(summary(verdict, 1.004, [1.0004, 1.009], predictor));
        }
        for (ratio, interval) in
            [(0.9, [0.78, 1.0009]), (1.1, [1.02, 1.19]), (0.9, [0.8, 0.98]), (1.0, [0.9996, 1.0004])]
        {
            all.push(summary(Verdict::NotSignificant, ratio, interval, predictor));
        }
    }
    let mut slow = summary(Verdict::Significant, 1.2, [1.1, 1.3], "strain");
    slow.may_be_unrelated_trends = true;
    all.push(slow);
    all
}

fn everything() -> Vec<(Lang, String)> {
    let mut said = Vec::new();
    for lang in [Lang::En, Lang::Nb] {
        for summary in all() {
            for outcome in LinkOutcome::ALL {
                said.push((lang, sentence(lang, &summary, &Words::of_teams(lang, 10.0, outcome))));
            }
            said.push((
                lang,
                sentence(lang, &summary, &Words::of_panel("workload", "0.5".to_owned(), "calls")),
            ));
        }
    }
    said
}

#[test]
fn no_sentence_speaks_of_causes_or_of_there_being_nothing() {
    for (lang, said) in everything() {
        let (_, forbidden) = FORBIDDEN.iter().find(|(of, _)| *of == lang).unwrap();
        // What a table's sentence adds is the one place where the word stands, with "not" before it.
        let text = said.to_lowercase().replace("not proof of cause", "").replace("ikke bevis for årsak", "");
        for word in *forbidden {
            assert!(!text.contains(word), "{word}: {said}");
        }
    }
}

#[test]
fn no_sentence_has_a_hole_and_each_ends_like_one() {
    for (_, said) in everything() {
        for hole in ["NaN", "inf", "{", "}", "$", "link-", "panel-", "  "] {
            assert!(!said.contains(hole), "{hole}: {said}");
        }
        assert!(said.ends_with('.') && said.chars().next().is_some_and(char::is_uppercase), "{said}");
        for nothing in ["\u{a0}0\u{a0}%", " 0\u{a0}%", "0.0\u{a0}%", "0,0\u{a0}%", " 0 %"] {
            assert!(!said.contains(nothing), "{said}");
        }
    }
}

#[test]
fn every_gate_has_a_sentence_of_its_own_kind_in_both_languages() {
    for lang in [Lang::En, Lang::Nb] {
        let words = Words::of_teams(lang, 10.0, LinkOutcome::Complaints);
        let of = |gate: Gate| sentence(lang, &closed(gate), &words);
        let data = of(Gate::NoData);
        for gate in gates() {
            if !matches!(gate, Gate::NoData | Gate::SeasonPartlyRemoved) {
                assert_ne!(of(gate.clone()), data, "{gate:?}");
            }
        }
        assert!(
            of(Gate::TooFewPeriods { median: 11.5, needed: 12.0 }).contains("11"),
            "12 of 12 is a riddle"
        );
    }
}

#[test]
fn a_finding_gives_its_size_and_range_with_the_smaller_end_first() {
    let of = |verdict, ratio, ends, lang| {
        sentence(
            lang,
            &summary(verdict, ratio, ends, "strain"),
            &Words::of_teams(lang, 10.0, LinkOutcome::Complaints),
        )
    };
    let more = of(Verdict::Significant, 1.214, [1.112, 1.32], Lang::En);
    assert!(more.contains("21\u{a0}% higher (95\u{a0}% range: 11\u{a0}% to 32\u{a0}% higher)"), "{more}");
    let fewer = of(Verdict::Significant, 0.81, [0.69, 0.9], Lang::Nb);
    assert!(
        fewer.contains("19\u{a0}% færre klager") && fewer.contains("10\u{a0}% til 31\u{a0}% færre"),
        "{fewer}"
    );
    let early = of(Verdict::EarlySignal, 0.81, [0.69, 0.9], Lang::En);
    assert!(early.starts_with("This is an early signal"), "{early}");
    let unclear = of(Verdict::NotSignificant, 0.9, [0.78, 1.0009], Lang::En);
    assert!(unclear.contains("from 22\u{a0}% fewer to 0.1\u{a0}% more"), "{unclear}");
    let small = of(Verdict::Significant, 1.004, [1.0004, 1.009], Lang::Nb);
    assert!(
        small.contains("0,4\u{a0}% flere klager") && small.contains("0,1\u{a0}% til 0,9\u{a0}% flere"),
        "{small}"
    );
    let leaning = of(Verdict::NotSignificant, 0.9, [0.8, 0.98], Lang::En);
    assert!(leaning.contains("(2\u{a0}% to 20\u{a0}% fewer)"), "{leaning}");
}
