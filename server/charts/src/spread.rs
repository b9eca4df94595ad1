//! Placing labels so that none covers another: pure geometry on one axis.

/// Centres for labels that want to sit at `wanted` and take up `sizes`, such that no two overlap and all lie
/// between `low` and `high`, moved as little as possible (least squares).
///
/// The order of the labels is kept; of two that want the same place the earlier one comes first. When they
/// cannot all fit they still do not overlap, and the last ones reach beyond `high`.
pub(crate) fn spread(wanted: &[f64], sizes: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len().min(sizes.len())).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));

    // After taking away the room of all labels before it, "no overlap" for a label means "not before its
    // predecessor": isotonic regression, solved by pooling adjacent violators.
    let mut before = Vec::with_capacity(order.len());
    let mut used = 0.0;
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for &label in &order {
        let centre = used + sizes[label] / 2.0;
        used += sizes[label];
        before.push(centre);
        let mut pool = (wanted[label] - centre, 1);
        while let Some(&(mean, count)) = pools.last() {
            if mean <= pool.0 {
                break;
            }
            let total = count + pool.1;
            pool = ((mean * count as f64 + pool.0 * pool.1 as f64) / total as f64, total);
            pools.pop();
        }
        pools.push(pool);
    }

    let slack = (high - used).max(low);
    let mut placed = vec![0.0; wanted.len()];
    let starts = pools.iter().flat_map(|&(mean, count)| std::iter::repeat_n(mean, count));
    for ((label, centre), start) in order.into_iter().zip(before).zip(starts) {
        placed[label] = start.clamp(low, slack) + centre;
    }
    placed
}

/// A flag's box: its left edge and its row, counted from the bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct FlagPlace {
    pub(crate) left: f64,
    pub(crate) row: usize,
}

/// Rows for flags whose poles stand at `poles` (ascending) and whose boxes are `widths` wide.
///
/// A box hangs to the right of its pole, and is pushed left where it would pass `right`. Working from the
/// rightmost flag, each takes the lowest row where it meets neither a box nor the pole of a higher flag. So a
/// pole can meet a box only at the right edge, where that box was pushed left over it. With `may_cross`, poles
/// may pass behind boxes, which takes fewer rows.
pub(crate) fn hang_flags(
    poles: &[f64],
    widths: &[f64],
    gap: f64,
    right: f64,
    may_cross: bool,
) -> Vec<FlagPlace> {
    /// Where the leftmost flag of a row begins and where its pole stands.
    struct Row {
        start: f64,
        pole: f64,
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut places = Vec::with_capacity(poles.len());
    for (&pole, &width) in poles.iter().zip(widths).rev() {
        let left = pole.min(right - width).max(0.0);
        let end = left + width + gap;
        let is_free = |row: usize| {
            let above = rows.get(row + 1..).unwrap_or_default();
            end <= rows[row].start && (may_cross || above.iter().all(|higher| end <= higher.pole))
        };
        let row = (0..rows.len()).find(|&row| is_free(row)).unwrap_or(rows.len());
        let taken = Row { start: left, pole };
        match rows.get_mut(row) {
            Some(row) => *row = taken,
            None => rows.push(taken),
        }
        places.push(FlagPlace { left, row });
    }
    places.reverse();
    places
}

/// Lanes for stretches, given in the order of their beginnings: each takes the first lane that is free where
/// it begins.
pub(crate) fn lanes(stretches: &[(f64, f64)]) -> Vec<usize> {
    let mut ends: Vec<f64> = Vec::new();
    let lane = |(from, to): &(f64, f64)| {
        let lane = ends.iter().position(|end| end < from).unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = *to,
            None => ends.push(*to),
        }
        lane
    };
    stretches.iter().map(lane).collect()
}

/// The smallest stride at which labels of `widths` centred at `centres` (ascending) keep `gap` between them:
/// 1 keeps all, 2 every other one.
pub(crate) fn stride(centres: &[f64], widths: &[f64], gap: f64) -> usize {
    let fits = |stride: usize| {
        let kept: Vec<usize> = (0..centres.len()).step_by(stride).collect();
        kept.windows(2).all(|pair| {
            let (a, b) = (pair[0], pair[1]);
            centres[a] + widths[a] / 2.0 + gap <= centres[b] - widths[b] / 2.0
        })
    };
    (1..=centres.len().max(1)).find(|&stride| fits(stride)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlaps(placed: &[f64], sizes: &[f64]) -> bool {
        (0..placed.len())
            .any(|a| (0..a).any(|b| (placed[a] - placed[b]).abs() < (sizes[a] + sizes[b]) / 2.0 - 1e-9))
    }

    #[test]
    fn labels_with_room_stay_where_they_want_to_be() {
        assert_eq!(spread(&[50.0, 10.0], &[14.0, 14.0], 0.0, 100.0), [50.0, 10.0]);
    }

    #[test]
    fn two_labels_in_one_place_are_pushed_apart_evenly() {
        assert_eq!(spread(&[50.0, 50.0], &[14.0, 14.0], 0.0, 100.0), [43.0, 57.0]);
    }

    #[test]
    fn labels_never_overlap_nor_leave_the_room_they_have() {
        // a small linear congruential generator: many cases, and always the same ones
        let mut state = 7_u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) % below) as f64
        };
        for _ in 0..2000 {
            let count = 1 + next(6) as usize;
            let sizes: Vec<f64> = (0..count).map(|_| 5.0 + next(12)).collect();
            let wanted: Vec<f64> = (0..count).map(|_| next(140) - 20.0).collect();
            let placed = spread(&wanted, &sizes, 0.0, 110.0);
            assert!(!overlaps(&placed, &sizes), "{wanted:?} {sizes:?} {placed:?}");
            for (centre, size) in placed.iter().zip(&sizes) {
                assert!(centre - size / 2.0 >= -1e-9 && centre + size / 2.0 <= 110.0 + 1e-9);
            }
        }
    }

    #[test]
    fn too_many_labels_for_the_room_still_do_not_overlap() {
        let sizes = [14.0; 5];
        assert!(!overlaps(&spread(&[5.0; 5], &sizes, 0.0, 30.0), &sizes));
    }

    #[test]
    fn stretches_that_overlap_lie_in_different_lanes() {
        assert_eq!(lanes(&[(0.0, 5.0), (3.0, 4.0), (4.5, 9.0), (6.0, 7.0)]), [0, 1, 1, 0]);
        assert_eq!(lanes(&[(0.0, 5.0), (5.0, 6.0)]), [0, 1], "ends that touch would look like one");
    }

    #[test]
    fn flags_close_together_hang_in_different_rows() {
        let places = hang_flags(&[10.0, 30.0, 200.0], &[60.0, 60.0, 60.0], 4.0, 400.0, false);
        assert_eq!(places.iter().map(|p| p.row).collect::<Vec<_>>(), [1, 0, 0]);
    }

    #[test]
    fn a_box_does_not_hang_over_the_pole_of_a_higher_flag() {
        // the third lies lowest, so the second is above it, and the first must clear the second's pole
        let places = hang_flags(&[10.0, 30.0, 40.0], &[60.0, 60.0, 60.0], 4.0, 400.0, false);
        assert_eq!(places.iter().map(|p| p.row).collect::<Vec<_>>(), [2, 1, 0]);
    }

    #[test]
    fn a_flag_at_the_right_edge_is_pushed_back_inside() {
        assert_eq!(hang_flags(&[390.0], &[60.0], 4.0, 400.0, false), [FlagPlace { left: 340.0, row: 0 }]);
    }

    #[test]
    fn crowded_tick_labels_are_thinned_evenly() {
        let centres = [0.0, 10.0, 20.0, 30.0, 40.0];
        assert_eq!(stride(&centres, &[6.0; 5], 2.0), 1);
        assert_eq!(stride(&centres, &[12.0; 5], 2.0), 2);
        assert_eq!(stride(&centres, &[900.0; 5], 2.0), 5);
        assert_eq!(stride(&[], &[], 2.0), 1);
    }
}
