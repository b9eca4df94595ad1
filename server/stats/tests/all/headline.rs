//! The one verdict: what it holds fixed, what it refuses, and when it is silent.

use stats::link::headline::{Fixed, Headline, Limit, Reason, Setting, Verdict, direction, headline};
use stats::link::{Gate, Options, PeriodEffects, analyse};
use stats::panel::{Panel, Row};
use stats::random::SplitMix64;

use crate::draws::{noise, poisson};

/// What happens in a week: strain from its own course and the rates before, the rate from strain before.
struct World {
    units: u32,
    weeks: i64,
    /// Change of the logarithm of the rate for a point of the mean strain of the four weeks before.
    effect: f64,
    /// Points of strain for a doubled rate the week before, times 1.44.
    reverse: f64,
    /// Events in a usual week.
    events: f64,
}

const USUAL: World = World { units: 12, weeks: 80, effect: 0.0, reverse: 0.0, events: 12.0 };

fn panel(world: &World, seed: u64) -> Panel {
    let mut random = SplitMix64::new(seed);
    let mut rows = Vec::new();
    for unit in 0..world.units {
        let (mut walk, mut drift, mut last) = (0.0, 0.0, 0.0);
        let mut strains: Vec<f64> = Vec::new();
        for period in 0..world.weeks {
            walk = 0.6 * walk + 0.8 * noise(&mut random);
            drift = 0.6 * drift + 0.8 * noise(&mut random);
            let strain = 50.0 + 10.0 * walk + world.reverse * last;
            let before = &strains[strains.len().saturating_sub(4)..];
            let mean =
                if before.is_empty() { 50.0 } else { before.iter().sum::<f64>() / before.len() as f64 };
            let exposure = (900.0 * (0.2 * noise(&mut random)).exp()).round();
            let usual = world.events * exposure / 900.0;
            let count = poisson(&mut random, usual * (0.2 * drift + world.effect * (mean - 50.0)).exp());
            last = ((count + 0.5) / (usual + 0.5)).ln();
            strains.push(strain);
            rows.push(Row { unit, period, count, exposure, predictors: vec![Some(strain)] });
        }
    }
    Panel::new((0..world.units).map(|unit| unit.to_string()).collect(), vec!["strain".into()], rows).unwrap()
}

fn told(panel: &Panel) -> Headline {
    headline(panel, &Options::default(), &Setting { steps: &[10.0], above: &[] }).unwrap()
}

#[test]
fn an_effect_is_found_and_its_range_holds_it() {
    let panel = panel(&World { effect: 0.02, ..USUAL }, 1);
    let answer = told(&panel).leading;
    assert_eq!(answer.verdict, Verdict::Finding);
    let [low, high] = answer.ci.unwrap();
    assert!(low < 0.02 && 0.02 < high && low > 0.0, "{low} to {high}");
    let [wide_low, wide_high] = answer.always_valid_ci.unwrap();
    assert!(wide_low < low && high < wide_high && wide_low > 0.0);
    assert_eq!(answer.clusters, 12);
    assert!(answer.p_one_look.unwrap() <= answer.p.unwrap() && answer.p == answer.p_holm);
    for fixed in [Fixed::UnitLevels, Fixed::PeriodLevels, Fixed::OwnRateBefore, Fixed::Exposure] {
        assert!(answer.model.contains(&fixed), "{fixed:?}");
    }
    assert_eq!(answer.rate_ratio, answer.estimate.map(|estimate| (10.0 * estimate).exp()));
}

#[test]
fn complaints_that_wear_people_out_are_never_told_as_strain_that_raises_complaints() {
    for seed in 1..6 {
        let panel = panel(&World { reverse: 15.0, ..USUAL }, seed);
        let answer = told(&panel).leading;
        assert_eq!(answer.verdict, Verdict::DirectionUnclear, "seed {seed}");
        assert_eq!(answer.direction.answer, direction::Answer::Unclear);
        assert!(matches!(answer.reasons[0], Reason::Limit(Limit::EventsMayComeFirst { p }) if p < 0.05));
        // Four leads, the furthest first, then four lags.
        let lags: Vec<i32> = answer.direction.steps.iter().map(|step| step.lags[0]).collect();
        assert_eq!(lags, [-4, -3, -2, -1, 1, 2, 3, 4]);
    }
}

#[test]
fn nothing_is_said_of_four_units_and_of_six_only_early() {
    let few = told(&panel(&World { units: 4, effect: 0.03, ..USUAL }, 2)).leading;
    assert_eq!(few.verdict, Verdict::NotEnough);
    assert!(matches!(few.reasons[0], Reason::Gate(Gate::DescriptiveOnly { units: 4, needed: 6 })));
    let some = told(&panel(&World { units: 8, effect: 0.04, events: 18.0, ..USUAL }, 3)).leading;
    assert_eq!(some.verdict, Verdict::EarlySignal);
    let two = told(&panel(&World { units: 2, ..USUAL }, 2)).leading;
    assert_eq!((two.verdict, two.estimate), (Verdict::NotEnough, None));
}

#[test]
fn a_range_wider_than_threefold_is_no_answer_but_a_predictor_that_hardly_moves_is_no_reason() {
    let mut panel = panel(&World { effect: 0.02, ..USUAL }, 1);
    let of = |panel: &Panel, step| {
        headline(panel, &Options::default(), &Setting { steps: &[step], above: &[] }).unwrap().leading
    };
    let wide = of(&panel, 200.0);
    assert_eq!(wide.verdict, Verdict::NotEnough);
    assert!(matches!(wide.reasons[0], Reason::Limit(Limit::WideRange { factor, .. }) if factor > 3.0));
    // Strain that moves by a tenth of a point on a scale of a hundred, worth talking about in those steps.
    for value in panel.rows.iter_mut().flat_map(|row| &mut row.predictors) {
        *value = value.map(|value| 50.0 + 0.01 * (value - 50.0));
    }
    assert_eq!(of(&panel, 0.1).verdict, Verdict::Finding);
}

#[test]
fn shocks_shared_by_sites_are_counted_by_sites() {
    let panel = panel(&World { units: 24, effect: 0.02, ..USUAL }, 4);
    let of = |units: u32| {
        let above: Vec<u32> = (0..24).map(|unit| unit / units).collect();
        headline(&panel, &Options::default(), &Setting { steps: &[10.0], above: &above }).unwrap().leading
    };
    let eight = of(3);
    assert_eq!((eight.clusters, eight.verdict.is_claim()), (8, true));
    assert_eq!(eight.verdict, Verdict::EarlySignal);
    let three = of(8);
    let few =
        |reason: &Reason| matches!(reason, Reason::Limit(Limit::FewClusters { clusters: 3, needed: 6 }));
    assert!(three.reasons.iter().any(few));
    let alone = told(&panel).leading;
    let width = |answer: &stats::link::headline::Answer| answer.ci.map(|[low, high]| high - low).unwrap();
    assert!(width(&three) >= width(&alone));
    let wrong = headline(&panel, &Options::default(), &Setting { steps: &[10.0], above: &[1, 2] });
    assert!(wrong.unwrap_err().to_string().contains("2 clusters are given for 24 units"));
}

#[test]
fn a_season_units_feel_unequally_is_their_own() {
    let mut panel = panel(&World { weeks: 104, ..USUAL }, 5);
    for row in &mut panel.rows {
        let season = (std::f64::consts::TAU * row.period as f64 / 52.18).sin();
        let loading = f64::from(row.unit) / 6.0;
        row.predictors[0] = row.predictors[0].map(|strain| strain + 10.0 * loading * season);
        row.count = (row.count * (0.35 * loading * season).exp()).round();
    }
    let answer = told(&panel).leading;
    assert!(answer.model.contains(&Fixed::OwnSeasonAndTrend));
    assert_eq!(answer.verdict, Verdict::NoneFound);
    let plain = analyse(&panel, &Options::default()).unwrap();
    assert!(plain.terms[0].p.reported.unwrap() < 0.05, "the trap is one for the plain comparison");
}

#[test]
fn a_control_that_cannot_be_told_apart_is_left_out_and_not_named() {
    let mut panel = panel(&World { effect: 0.02, ..USUAL }, 1);
    panel.rows.iter_mut().for_each(|row| row.exposure = 900.0);
    let answer = told(&panel).leading;
    assert!(!answer.model.contains(&Fixed::Exposure) && answer.exposure_slope.is_none());
    // Exposure that follows from unit and week says nothing either.
    panel
        .rows
        .iter_mut()
        .for_each(|row| row.exposure = f64::from(100 * (row.unit + 1)) * (row.period + 9) as f64);
    let answer = told(&panel).leading;
    assert!(answer.estimate.is_some() && !answer.model.contains(&Fixed::Exposure), "{:?}", answer.reasons);
}

#[test]
fn a_headline_survives_being_stored() {
    for found in [told(&panel(&USUAL, 6)), told(&panel(&World { units: 2, ..USUAL }, 2))] {
        let stored = serde_json::to_string(&found).unwrap();
        assert!(!stored.contains("null"), "{stored}");
        let restored: Headline = serde_json::from_str(&stored).unwrap();
        assert_eq!(restored.leading.verdict, found.leading.verdict);
        assert_eq!(restored.predictors.len(), 1);
        assert_eq!(restored.leading.reasons.len(), found.leading.reasons.len());
    }
}

#[test]
fn weeks_that_look_ahead_or_at_themselves_have_a_headline_too() {
    let panel = panel(&USUAL, 7);
    for (lags, is_tested) in
        [(None, true), (Some((1, 1)), true), (Some((-2, -1)), false), (Some((1, 8)), true)]
    {
        let options =
            Options { lags, min_present: 1, period_effects: PeriodEffects::Yes, ..Options::default() };
        let answer = headline(&panel, &options, &Setting::default()).unwrap().leading;
        assert_eq!(answer.direction.p.is_some(), is_tested, "{lags:?}");
        assert!(answer.estimate.is_some() && answer.step == 1.0);
    }
}
