//! The fit as a general tool: published tables, and the negative binomial model.

use crate::common::{all_near, main_table, near};
use stats::poisson::{Covariances, Data, fit, fit_negative_binomial};

/// A column that is 1 where the label is the wanted one.
fn dummy<T: PartialEq>(labels: &[T], wanted: &T) -> Vec<f64> {
    labels.iter().map(|label| f64::from(u8::from(label == wanted))).collect()
}

/// Ship damage incidents (McCullagh and Nelder, *Generalized Linear Models*, 1989, table 6.2): type, year
/// of construction, period of operation, months in service, incidents.
const SHIPS: [(char, u32, u32, f64, f64); 34] = [
    ('A', 60, 60, 127.0, 0.0),
    ('A', 60, 75, 63.0, 0.0),
    ('A', 65, 60, 1095.0, 3.0),
    ('A', 65, 75, 1095.0, 4.0),
    ('A', 70, 60, 1512.0, 6.0),
    ('A', 70, 75, 3353.0, 18.0),
    ('A', 75, 75, 2244.0, 11.0),
    ('B', 60, 60, 44882.0, 39.0),
    ('B', 60, 75, 17176.0, 29.0),
    ('B', 65, 60, 28609.0, 58.0),
    ('B', 65, 75, 20370.0, 53.0),
    ('B', 70, 60, 7064.0, 12.0),
    ('B', 70, 75, 13099.0, 44.0),
    ('B', 75, 75, 7117.0, 18.0),
    ('C', 60, 60, 1179.0, 1.0),
    ('C', 60, 75, 552.0, 1.0),
    ('C', 65, 60, 781.0, 0.0),
    ('C', 65, 75, 676.0, 1.0),
    ('C', 70, 60, 783.0, 6.0),
    ('C', 70, 75, 1948.0, 2.0),
    ('C', 75, 75, 274.0, 1.0),
    ('D', 60, 60, 251.0, 0.0),
    ('D', 60, 75, 105.0, 0.0),
    ('D', 65, 60, 288.0, 0.0),
    ('D', 65, 75, 192.0, 0.0),
    ('D', 70, 60, 349.0, 2.0),
    ('D', 70, 75, 1208.0, 11.0),
    ('D', 75, 75, 2051.0, 4.0),
    ('E', 60, 60, 45.0, 0.0),
    ('E', 65, 60, 789.0, 7.0),
    ('E', 65, 75, 437.0, 7.0),
    ('E', 70, 60, 1157.0, 5.0),
    ('E', 70, 75, 2161.0, 12.0),
    ('E', 75, 75, 542.0, 1.0),
];

#[test]
fn damage_to_ships_agrees_with_the_book() {
    let column = |f: fn(&(char, u32, u32, f64, f64)) -> f64| SHIPS.iter().map(f).collect::<Vec<f64>>();
    let types: Vec<char> = SHIPS.iter().map(|ship| ship.0).collect();
    let years: Vec<u32> = SHIPS.iter().map(|ship| ship.1).collect();
    let periods: Vec<u32> = SHIPS.iter().map(|ship| ship.2).collect();
    let mut columns: Vec<Vec<f64>> = ['B', 'C', 'D', 'E'].iter().map(|kind| dummy(&types, kind)).collect();
    columns.extend([65, 70, 75].iter().map(|year| dummy(&years, year)));
    columns.push(dummy(&periods, &75));
    let rows: Vec<usize> = (0..SHIPS.len()).collect();
    let together = vec![0; SHIPS.len()];
    let data =
        Data::new(&together, &rows, None, &column(|s| s.4), &column(|s| s.3), &columns).expect("a table");
    let fit = fit(&data).expect("a fit");
    all_near(
        &fit.slopes,
        &[
            -0.543344301194,
            -0.68740164745,
            -0.0759614218771,
            0.325579456224,
            0.697140426701,
            0.818426577202,
            0.453426638801,
            0.384466958212,
        ],
        1e-9,
    );
    near(fit.levels[0], -6.40590156105, 1e-9);
    near(fit.dispersion.unwrap(), 1.69101012478, 1e-9);
    near(fit.deviance, 38.6950515356, 1e-9);
    all_near(
        &Covariances::standard_errors(&fit.covariances.classic),
        &[
            0.177589907362,
            0.329047216164,
            0.290578658772,
            0.235879402585,
            0.14964139252,
            0.169773649291,
            0.233170477774,
            0.118272162624,
        ],
        1e-9,
    );
    all_near(
        &Covariances::standard_errors(fit.covariances.quasi.as_ref().unwrap()),
        &[
            0.230935864636,
            0.427889199896,
            0.377865132118,
            0.306734851068,
            0.194591938699,
            0.220771692906,
            0.303212196526,
            0.153799754409,
        ],
        1e-9,
    );
}

/// Car insurance claims (Baxter, Coutts and Ross 1980, as in the R package MASS): holders and claims, by
/// district, then engine group, then age.
const INSURANCE: [(f64, f64); 64] = [
    (197.0, 38.0),
    (264.0, 35.0),
    (246.0, 20.0),
    (1680.0, 156.0),
    (284.0, 63.0),
    (536.0, 84.0),
    (696.0, 89.0),
    (3582.0, 400.0),
    (133.0, 19.0),
    (286.0, 52.0),
    (355.0, 74.0),
    (1640.0, 233.0),
    (24.0, 4.0),
    (71.0, 18.0),
    (99.0, 19.0),
    (452.0, 77.0),
    (85.0, 22.0),
    (139.0, 19.0),
    (151.0, 22.0),
    (931.0, 87.0),
    (149.0, 25.0),
    (313.0, 51.0),
    (419.0, 49.0),
    (2443.0, 290.0),
    (66.0, 14.0),
    (175.0, 46.0),
    (221.0, 39.0),
    (1110.0, 143.0),
    (9.0, 4.0),
    (48.0, 15.0),
    (72.0, 12.0),
    (322.0, 53.0),
    (35.0, 5.0),
    (73.0, 11.0),
    (89.0, 10.0),
    (648.0, 67.0),
    (53.0, 10.0),
    (155.0, 24.0),
    (240.0, 37.0),
    (1635.0, 187.0),
    (24.0, 8.0),
    (78.0, 19.0),
    (121.0, 24.0),
    (692.0, 101.0),
    (7.0, 3.0),
    (29.0, 2.0),
    (43.0, 8.0),
    (245.0, 37.0),
    (20.0, 2.0),
    (33.0, 5.0),
    (40.0, 4.0),
    (316.0, 36.0),
    (31.0, 7.0),
    (81.0, 10.0),
    (122.0, 22.0),
    (724.0, 102.0),
    (18.0, 5.0),
    (39.0, 7.0),
    (68.0, 16.0),
    (344.0, 63.0),
    (3.0, 0.0),
    (16.0, 6.0),
    (25.0, 8.0),
    (114.0, 33.0),
];

#[test]
fn insurance_claims_agree() {
    let place = |step: usize| (0..64).map(|row| row / step % 4).collect::<Vec<usize>>();
    let factors = [place(16), place(4), place(1)];
    let mut columns = Vec::new();
    for factor in &factors {
        columns.extend((1..4).map(|level| dummy(factor, &level)));
    }
    let rows: Vec<usize> = (0..64).collect();
    let (holders, claims): (Vec<f64>, Vec<f64>) = INSURANCE.into_iter().unzip();
    let data = Data::new(&[0; 64], &rows, None, &claims, &holders, &columns).expect("a table");
    let fit = fit(&data).expect("a fit");
    near(fit.deviance, 51.4200327491, 1e-9);
    let wanted = [
        -1.82173991809,
        0.025868190911,
        0.0385239271039,
        0.234205327977,
        0.161336979998,
        0.392810490828,
        0.563412341116,
        -0.191010106328,
        -0.344950658254,
        -0.536670706394,
    ];
    let errors = [
        0.0767876308279,
        0.0430157948059,
        0.050511566136,
        0.0616732772291,
        0.0505323889814,
        0.05499780287,
        0.0723153365367,
        0.0828564504872,
        0.0813741455231,
        0.0699556279053,
    ];
    near(fit.levels[0], wanted[0], 1e-9);
    all_near(&fit.slopes, &wanted[1..], 1e-8);
    all_near(&Covariances::standard_errors(&fit.covariances.classic), &errors[1..], 1e-9);
}

#[test]
fn the_negative_binomial_model_agrees_with_statsmodels() {
    let found = fit_negative_binomial(&main_table(false)).expect("a fit");
    near(found.loglik, -3245.62093762, 1e-11);
    near(found.overdispersion, 0.0612381422077, 1e-7);
    all_near(&found.slopes, &[0.186035166562, -0.183710155104], 1e-7);
}

#[test]
fn the_test_of_lumpiness_agrees() {
    for (week_effects, slope, t) in
        [(true, 0.0348938770864, 6.15025603958), (false, 0.0623210295691, 8.65657653501)]
    {
        let fit = fit(&main_table(week_effects)).expect("a fit");
        let counts: Vec<f64> =
            crate::common::lines().iter().filter(|l| l.week >= 2).map(|l| l.complaints).collect();
        let found = stats::link::sensitivity::lumpiness_test(&counts, &fit.fitted).expect("a test");
        near(found.slope, slope, 1e-9);
        near(found.t, t, 1e-9);
    }
}

#[test]
fn the_synthetic_panel_does_not_depend_on_the_model_for_lumpiness() {
    let found =
        stats::link::sensitivity::sensitivity(&crate::common::panel(), &stats::link::Options::default());
    let found = found.expect("both fits");
    near(found.slopes[0].negative_binomial, 0.186035166562, 1e-7);
    assert!(!found.is_sensitive);
}

#[test]
fn levels_of_units_agree() {
    let with_weeks = fit(&main_table(true)).expect("a fit").levels;
    all_near(&with_weeks[..3], &[-4.69153800572, -3.81976240512, -4.08792636761], 1e-10);
    let without = fit(&main_table(false)).expect("a fit").levels;
    all_near(&without[..3], &[-4.49668014676, -3.65721227028, -3.93752518926], 1e-10);
}
