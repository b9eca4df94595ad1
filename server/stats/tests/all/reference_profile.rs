//! Lag profile and distributed lags on the synthetic panel against values computed with numpy.

use crate::common::{all_near, near, panel};
use stats::link::Options;
use stats::link::almon::distributed;
use stats::link::profile::{LagPoint, profile};

/// Lag, then estimate, standard error and p-value for workload, then the same for satisfaction.
const SCAN: [(i32, [f64; 3], [f64; 3]); 13] = [
    (
        -4,
        [0.0241191050095, 0.0340557446184, 0.493540589856],
        [0.0236262538255, 0.0264085767917, 0.390133707725],
    ),
    (
        -3,
        [-0.0155612566561, 0.0268955615432, 0.574527112028],
        [-0.00408390815967, 0.0384011112429, 0.917220402733],
    ),
    (
        -2,
        [-0.016999109246, 0.0258629747984, 0.524517887882],
        [-0.0106585534818, 0.0416439308237, 0.802716503089],
    ),
    (
        -1,
        [-0.0158121272635, 0.0295468711901, 0.6031936963],
        [-0.0486941222194, 0.0360269686091, 0.203642477044],
    ),
    (
        0,
        [0.0215215596618, 0.0384822108574, 0.58719017227],
        [-0.0819608070083, 0.0289361898608, 0.0163000549455],
    ),
    (
        1,
        [0.0680420181351, 0.0346925271228, 0.0756481485205],
        [-0.0658372205596, 0.0387982707316, 0.117792079722],
    ),
    (
        2,
        [0.108318310507, 0.0261726498933, 0.00164792209103],
        [-0.0930968857749, 0.040908285802, 0.0438626840608],
    ),
    (
        3,
        [0.128807091014, 0.0317234536023, 0.00188220728394],
        [-0.118464230188, 0.0354723809928, 0.00659781976463],
    ),
    (
        4,
        [0.159702404754, 0.0162463646848, 8.77194792279e-07],
        [-0.0482265620682, 0.0294719802647, 0.130028790859],
    ),
    (
        5,
        [0.0902407236999, 0.02832409373, 0.00866796377656],
        [-0.0376521897248, 0.0229317952382, 0.128858442749],
    ),
    (
        6,
        [0.0678378796399, 0.0222401007524, 0.0110425575739],
        [-0.0630431046024, 0.0217824244969, 0.0145952768357],
    ),
    (
        7,
        [0.0225224772398, 0.027161961072, 0.424623945829],
        [-0.0360277275257, 0.0248506262632, 0.175028420465],
    ),
    (
        8,
        [0.0404166990173, 0.0272852276589, 0.166602874264],
        [-0.0363429689318, 0.0318346104814, 0.27785572571],
    ),
];

/// Corrected p-values of lags 0 to 8 of workload, then of satisfaction.
const Q: [f64; 18] = [
    0.58719017227,
    0.136166667337,
    0.0112932437036,
    0.0112932437036,
    1.5789506261e-05,
    0.0312046695956,
    0.0331276727218,
    0.449601824996,
    0.210034104558,
    0.0366751236273,
    0.180039864266,
    0.0877253681216,
    0.0296901889408,
    0.180039864266,
    0.180039864266,
    0.0366751236273,
    0.210034104558,
    0.312587691424,
];
const Q_STRICT: [f64; 18] = [
    1.0,
    0.47591721899,
    0.0394711072975,
    0.0394711072975,
    5.51860308837e-05,
    0.109063692781,
    0.115784796542,
    1.0,
    0.734091895537,
    0.128183520859,
    0.629258783993,
    0.306609642785,
    0.10377041921,
    0.629258783993,
    0.629258783993,
    0.128183520859,
    0.734091895537,
    1.0,
];
const HOLM: [f64; 18] = [
    0.942336637772,
    0.680833336684,
    0.0280146755476,
    0.030115316543,
    1.5789506261e-05,
    0.121351492872,
    0.143553248461,
    0.942336637772,
    0.942336637772,
    0.1793006044,
    0.942336637772,
    0.438626840608,
    0.0989672964694,
    0.942336637772,
    0.942336637772,
    0.175143322028,
    0.942336637772,
    0.942336637772,
];

#[test]
fn each_lag_and_lead_agrees() {
    let found = profile(&panel(), &Options::default()).expect("a profile");
    assert_eq!((found.n, found.points.len()), (1104, 26));
    for (predictor, points) in ["workload", "satisfaction"].iter().zip(found.points.chunks(13)) {
        for (point, (lag, workload, satisfaction)) in points.iter().zip(SCAN) {
            let wanted = if *predictor == "workload" { workload } else { satisfaction };
            assert_eq!((point.predictor.as_str(), point.lag), (*predictor, lag));
            assert!((point.estimate - wanted[0]).abs() < 1e-10);
            near(point.standard_error, wanted[1], 1e-9);
            near(point.p, wanted[2], 1e-7);
        }
    }
    assert!(found.direction_unclear.is_empty() && found.gates.is_empty());
}

#[test]
fn corrections_for_eighteen_tests_agree() {
    let found = profile(&panel(), &Options::default()).expect("a profile");
    let lags: Vec<&LagPoint> = found.points.iter().filter(|point| point.lag >= 0).collect();
    let column = |f: fn(&LagPoint) -> f64| lags.iter().map(|point| f(point)).collect::<Vec<f64>>();
    all_near(&column(|point| point.q), &Q, 1e-7);
    all_near(&column(|point| point.q_strict), &Q_STRICT, 1e-7);
    all_near(&column(|point| point.p_holm), &HOLM, 1e-7);
}

/// The predictor turned around in time: what was a lag is now a lead.
#[test]
fn a_predictor_that_follows_the_events_is_told() {
    let mut panel = panel();
    let last = panel.rows.iter().map(|row| row.period).max().expect("rows");
    panel.rows.iter_mut().for_each(|row| row.period = last - row.period);
    let found = profile(&panel, &Options::default()).expect("a profile");
    assert!(found.direction_unclear.contains(&"workload".to_string()));
}

/// The reference has workload alone.
#[test]
fn distributed_lags_agree() {
    let mut panel = panel();
    panel.predictors.truncate(1);
    panel.rows.iter_mut().for_each(|row| row.predictors.truncate(1));
    let found = distributed(&panel, &Options::default()).expect("effects");
    let effect = &found.effects[0];
    let estimates = [
        -0.00316756310947,
        0.0251307239975,
        0.044502906942,
        0.0549489857239,
        0.0564689603433,
        0.0490628308001,
        0.0327305970944,
        0.00747225922617,
        -0.0267121828046,
    ];
    for (found, wanted) in effect.estimates.iter().zip(estimates) {
        assert!((found - wanted).abs() < 1e-8, "{found} is not {wanted}");
    }
    all_near(
        &effect.standard_errors,
        &[
            0.0217889588393,
            0.0120690664216,
            0.00647126273096,
            0.00609545155913,
            0.00703940965565,
            0.00643742678296,
            0.00441484876876,
            0.00588959151217,
            0.0135026022848,
        ],
        1e-7,
    );
    near(effect.cumulative, 0.240437518213, 1e-8);
    near(effect.cumulative_standard_error, 0.0496642361746, 1e-7);
}
