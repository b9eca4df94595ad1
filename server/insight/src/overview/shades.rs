//! The scale of a heat map: which shade a value has.

use charts::{Heat, HeatKey, Shade};

/// Widths of a step, in points; the finest with which the values fit is taken.
const STEPS: [i32; 4] = [2, 5, 10, 20];

/// Steps of equal width from the lowest value to the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    low: i32,
    width: i32,
    steps: i32,
    high: i32,
}

impl Scale {
    /// The finest scale on which all values lie; none without a value.
    pub(super) fn of(values: impl Iterator<Item = i32> + Clone) -> Option<Self> {
        let (low, high) = (values.clone().min()?, values.max()?);
        let fits = |width: i32| {
            let low = low.div_euclid(width) * width;
            // The highest value may stand on the upper edge of the last step.
            let steps = (high - low).div_euclid(width) + i32::from((high - low) % width != 0 || high == low);
            (low, width, steps)
        };
        let most = i32::try_from(Shade::ALL.len()).unwrap_or(i32::MAX);
        let all = STEPS.map(fits);
        let (low, width, steps) =
            all.into_iter().find(|(_, _, steps)| *steps <= most).or(all.last().copied())?;
        Some(Self { low, width, steps: steps.clamp(1, most), high })
    }

    /// The shade of a value of the scale.
    pub(super) fn shade(self, value: i32) -> Shade {
        let step = ((value - self.low) / self.width).clamp(0, self.steps - 1);
        Shade::ALL.get(usize::try_from(step).unwrap_or(0)).copied().unwrap_or(Shade::Strongest)
    }

    /// What each shade means; `written` gives the upper end, with its unit.
    pub(super) fn keys(self, written: impl Fn(i32) -> String) -> Vec<HeatKey> {
        let key = |(place, shade): (i32, Shade)| {
            let first = self.low + place * self.width;
            // The highest value may stand on the upper edge.
            let edge = first + self.width;
            let last = if self.high == edge { edge } else { edge - 1 };
            HeatKey {
                heat: Heat::Value(shade),
                label: format!("{first}–{}", written(last.min(100))),
                ..HeatKey::default()
            }
        };
        (0..self.steps).zip(Shade::ALL).map(key).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(values: &[i32]) -> (i32, i32, i32) {
        let scale = Scale::of(values.iter().copied()).unwrap();
        (scale.low, scale.width, scale.steps)
    }

    #[test]
    fn the_scale_takes_the_finest_steps_with_which_all_values_fit() {
        assert_eq!(scale(&[12, 31]), (10, 5, 5));
        assert_eq!(scale(&[4, 38]), (0, 10, 4));
        assert_eq!(scale(&[0, 100]), (0, 20, 5));
        assert_eq!(scale(&[70, 70]), (70, 2, 1));
        assert_eq!(scale(&[100, 100]), (100, 2, 1));
        assert!(Scale::of([].into_iter()).is_none());
    }

    #[test]
    fn every_value_has_a_shade_and_a_key_that_holds_it() {
        for low in 0..=100 {
            for high in low..=100 {
                let scale = Scale::of([low, high].into_iter()).unwrap();
                let keys = scale.keys(|value| value.to_string());
                for value in [low, high, (low + high) / 2] {
                    let shade = Heat::Value(scale.shade(value));
                    let key = keys.iter().find(|key| key.heat == shade).unwrap();
                    let (first, last) = key.label.split_once('–').unwrap();
                    let range = first.parse::<i32>().unwrap()..=last.parse::<i32>().unwrap();
                    assert!(range.contains(&value), "{value} in {} of {low}–{high}", key.label);
                }
            }
        }
    }
}
