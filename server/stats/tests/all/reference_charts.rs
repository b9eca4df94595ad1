//! Control charts against reference values, and the rules against 150 series labelled by the
//! NHSRplotthedots functions (values, then labels, one line each).

use crate::common::{lines, near};
use stats::spc::{self, Count, Direction, Kind, Rule, Signal};

fn team_three() -> (Vec<Option<f64>>, Vec<Option<Count>>) {
    let team = lines().into_iter().filter(|line| line.team == 3);
    team.map(|line| {
        (Some(line.satisfaction), Some(Count { count: line.complaints, exposure: line.contacts }))
    })
    .unzip()
}

#[test]
fn laneys_chart_agrees() {
    let values = team_three().1;
    let chart = spc::rates(&values, Kind::Laney).expect("a chart");
    near(chart.center.unwrap(), 0.028_116_785_580_2, 1e-11);
    near(chart.sigma_z.unwrap(), 1.218_496_237_31, 1e-11);
    let textbook = [0.059_939_800_822_6, 0.057_676_079_360_2, 0.058_169_355_504_7];
    for (value, wanted) in values.iter().zip(textbook) {
        let (lower, upper) = spc::textbook_limits(&chart, value.unwrap().exposure).unwrap();
        near(upper, wanted, 1e-10);
        assert_eq!(lower, 0.0);
    }
    assert!(!chart.provisional);
}

/// From sums over all counts in Python's `math` and `statistics.NormalDist`: upper, lower, and the near lines.
#[test]
fn exact_limits_agree() {
    let chart = spc::rates(&team_three().1, Kind::Laney).expect("a chart");
    near(chart.width, 1.229_229_833_753_720_9, 1e-9);
    for (point, [upper, lower, near_upper, near_lower]) in chart.points.iter().zip([
        [0.065_647_744_921_375_36, 0.002_148_322_952_455_85, 0.051_806_187_715_177, 0.008_962_908_456_959],
        [0.062_629_218_697_249_41, 0.003_543_056_715_225_7, 0.049_970_503_883_740_5, 0.010_177_593_908_814],
        [0.063_284_356_227_683_29, 0.003_227_503_201_654_16, 0.050_364_960_759_707, 0.009_901_027_608_683],
    ]) {
        near(point.upper.unwrap(), upper, 1e-9);
        near(point.lower.unwrap(), lower, 1e-9);
        near(point.near_upper.unwrap(), near_upper, 1e-9);
        near(point.near_lower.unwrap(), near_lower, 1e-9);
    }
}

#[test]
fn the_chart_of_measurements_agrees_with_and_without_screening() {
    let values = team_three().0;
    for (screen, upper, lower, near_upper, near_lower) in [
        (true, 5.081_221_295_38, 3.299_297_935_38, 4.784_234_068_72, 3.596_285_162_05),
        (false, 5.169_914_372_67, 3.210_604_858_1, 4.843_362_786_91, 3.537_156_443_86),
    ] {
        let chart = spc::xmr(&values, screen).expect("a chart");
        near(chart.center.unwrap(), 4.190_259_615_38, 1e-11);
        let point = chart.points[0];
        near(point.upper.unwrap(), upper, 1e-10);
        near(point.lower.unwrap(), lower, 1e-10);
        near(point.near_upper.unwrap(), near_upper, 1e-10);
        near(point.near_lower.unwrap(), near_lower, 1e-10);
    }
}

fn label(signal: Option<Signal>) -> &'static str {
    match signal.map(|signal| (signal.rule, signal.direction)) {
        None => "Common Cause",
        Some((Rule::Outside, Direction::High)) => "Above UCL",
        Some((Rule::Outside, Direction::Low)) => "Below LCL",
        Some((Rule::Trend, Direction::High)) => "7 Point Trend (Increasing)",
        Some((Rule::Trend, Direction::Low)) => "7 Point Trend (Decreasing)",
        Some((Rule::NearLimit, Direction::High)) => "2 in 3 Above CL",
        Some((Rule::NearLimit, Direction::Low)) => "2 in 3 Below CL",
        Some((Rule::Shift, Direction::High)) => "7 Points Above CL",
        Some((Rule::Shift, Direction::Low)) => "7 Points Below CL",
    }
}

/// Mean and mean moving range by hand: the chart itself refuses limits below twelve points, the
/// reference does not.
fn marked(values: &[f64], screen: bool) -> Vec<&'static str> {
    let center = values.iter().sum::<f64>() / values.len() as f64;
    let ranges: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let mut range = ranges.iter().sum::<f64>() / ranges.len() as f64;
    if screen {
        let usual: Vec<f64> = ranges.into_iter().filter(|value| *value < 3.267 * range).collect();
        range = usual.iter().sum::<f64>() / usual.len() as f64;
    }
    let mut points: Vec<spc::Point> = values
        .iter()
        .enumerate()
        .map(|(index, value)| spc::Point {
            lower: Some(center - 2.66 * range),
            upper: Some(center + 2.66 * range),
            near_lower: Some(center - 2.66 * range * 2.0 / 3.0),
            near_upper: Some(center + 2.66 * range * 2.0 / 3.0),
            ..spc::Point::bare(index, Some(*value))
        })
        .collect();
    spc::signal_rules::mark(&mut points, [center, center], Some(spc::signal_rules::RUN));
    points.iter().map(|point| label(point.signal)).collect()
}

#[test]
fn all_150_series_are_labelled_as_the_reference_labels_them() {
    let text: Vec<&str> = include_str!("fixtures/making_data_count_series.txt").lines().collect();
    assert_eq!(text.len(), 300);
    let mut wrong = Vec::new();
    for (number, pair) in text.chunks(2).enumerate() {
        let values: Vec<f64> = pair[0].split(',').map(|value| value.parse().expect("a number")).collect();
        let wanted: Vec<&str> = pair[1].split(',').collect();
        if marked(&values, true) != wanted {
            wrong.push(number);
        }
        if values.len() >= spc::FEWEST_POINTS {
            let gaps: Vec<Option<f64>> = values.iter().map(|value| Some(*value)).collect();
            let chart = spc::xmr(&gaps, true).expect("a chart");
            let found: Vec<&str> = chart.points.iter().map(|point| label(point.signal)).collect();
            assert_eq!(found, wanted, "series {number}");
        }
    }
    assert_eq!(wrong, Vec::<usize>::new());
}

#[test]
fn runs_about_the_median_agree() {
    let runs = spc::anhoej::runs(&team_three().0).expect("runs");
    assert_eq!((runs.n, runs.longest, runs.longest_max), (104, 13, 10));
    assert_eq!((runs.crossings, runs.crossings_min, runs.signal), (35, 43, true));
}

#[test]
fn the_marks_of_team_three_agree() {
    let chart = spc::xmr(&team_three().0, true).expect("a chart");
    let found: Vec<&str> = chart.points.iter().map(|point| label(point.signal)).collect();
    let wanted = |ranges: &[std::ops::Range<usize>], label: &str| {
        let marked: Vec<usize> = ranges.iter().cloned().flatten().collect();
        let found: Vec<usize> = (0..found.len()).filter(|index| found[*index] == label).collect();
        assert_eq!(found, marked, "{label}");
    };
    wanted(&[5..6, 17..21, 56..57], "Below LCL");
    wanted(&[2..3, 4..5, 70..71, 72..73], "2 in 3 Below CL");
    wanted(&[6..8, 29..31, 43..44, 45..46, 64..67], "2 in 3 Above CL");
    wanted(&[13..17, 21..26], "7 Points Below CL");
    wanted(&[33..40, 62..64, 67..69], "7 Points Above CL");
}
