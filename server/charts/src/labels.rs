//! Words beside points of a plane: pure geometry. A word that finds no free place is left out, since whatever
//! it says is reachable otherwise.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use crate::error::ChartError;
use crate::palette::Role;
use crate::pen::{Frame, Pen, Xy};
use crate::text::Face;

/// Half the height of a line of small text with a little air.
const HALF: f64 = 8.0;
/// Air between a point and its word.
const GAP: f64 = 4.0;

/// A word that wants to stand beside a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Wish {
    /// The point.
    pub(crate) at: Xy,
    /// How far the point's mark reaches.
    pub(crate) reach: f64,
    /// Width of the word.
    pub(crate) width: f64,
}

/// Where a word stands: the height of its middle, and which of its ends `x` is.
#[derive(Clone, Copy)]
struct Place {
    at: Xy,
    side: HPos,
}

/// Writes the words that find a free place beside their points, in the order of the wishes, inside `room` and clear of
/// `taken`.
///
/// # Errors
/// When the drawing fails.
pub(crate) fn write<DB: DrawingBackend>(
    pen: &Pen<DB>,
    wishes: &[(&String, Wish)],
    taken: &[Frame],
    room: Frame,
) -> Result<(), ChartError> {
    let bare: Vec<Wish> = wishes.iter().map(|(_, wish)| *wish).collect();
    for ((word, _), place) in wishes.iter().zip(beside_points(&bare, taken, room)) {
        if let Some(Place { at, side }) = place {
            pen.text(at, word, Face::SMALL, Role::Ink2, side)?;
        }
    }
    Ok(())
}

/// A place for each word, in the order of the wishes: beside its point, else above or below it, else slantwise; inside `room`,
/// and clear of `taken` and of the words before.
fn beside_points(wishes: &[Wish], taken: &[Frame], room: Frame) -> Vec<Option<Place>> {
    let mut taken = taken.to_vec();
    let mut places = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let free = tries(wish).into_iter().find(|(_, frame)| {
            let is_inside = frame.left >= room.left
                && frame.right <= room.right
                && frame.top >= room.top
                && frame.bottom <= room.bottom;
            is_inside && !taken.iter().any(|other| meet(frame, other))
        });
        taken.extend(free.map(|(_, frame)| frame));
        places.push(free.map(|(place, _)| place));
    }
    places
}

/// The square that a point's mark fills.
pub(crate) fn around((x, y): Xy, reach: f64) -> Frame {
    Frame { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
}

fn tries(wish: &Wish) -> [(Place, Frame); 8] {
    let Wish { at: (x, y), reach, width } = *wish;
    let aside = reach + GAP;
    let over = reach + HALF;
    let of = |at: Xy, side: HPos, left: f64| {
        let frame = Frame { left, top: at.1 - HALF, right: left + width, bottom: at.1 + HALF };
        (Place { at, side }, frame)
    };
    [
        of((x + aside, y), HPos::Left, x + aside),
        of((x - aside, y), HPos::Right, x - aside - width),
        of((x, y - over), HPos::Center, x - width / 2.0),
        of((x, y + over), HPos::Center, x - width / 2.0),
        // Slantwise, where dots stand close.
        of((x + reach, y - over), HPos::Left, x + reach),
        of((x + reach, y + over), HPos::Left, x + reach),
        of((x - reach, y - over), HPos::Right, x - reach - width),
        of((x - reach, y + over), HPos::Right, x - reach - width),
    ]
}

/// Whether two boxes overlap.
pub(crate) fn meet(a: &Frame, b: &Frame) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Frame = Frame { left: 0.0, top: 0.0, right: 200.0, bottom: 100.0 };

    fn wish(x: f64, y: f64) -> Wish {
        Wish { at: (x, y), reach: 5.0, width: 40.0 }
    }

    /// Where the words stand, `None` for those left out.
    fn places(wishes: &[Wish], taken: &[Frame]) -> Vec<Option<Xy>> {
        beside_points(wishes, taken, ROOM).into_iter().map(|place| place.map(|place| place.at)).collect()
    }

    #[test]
    fn a_word_stands_to_the_right_and_at_the_edge_to_the_left() {
        let found = places(&[wish(50.0, 50.0), wish(190.0, 50.0)], &[]);
        assert_eq!(found, [Some((59.0, 50.0)), Some((181.0, 50.0))]);
    }

    #[test]
    fn a_word_gives_way_to_points_and_to_words_before_it() {
        let right = around((80.0, 50.0), 5.0);
        assert_eq!(places(&[wish(50.0, 50.0)], &[right]), [Some((41.0, 50.0))]);
        let left = around((20.0, 50.0), 5.0);
        assert_eq!(places(&[wish(50.0, 50.0)], &[right, left]), [Some((50.0, 37.0))]);
        let found = places(&[wish(50.0, 50.0), wish(50.0, 52.0)], &[]);
        assert_eq!(found, [Some((59.0, 50.0)), Some((41.0, 52.0))]);
    }

    #[test]
    fn without_a_free_place_there_is_no_word() {
        assert_eq!(places(&[wish(50.0, 50.0)], &[ROOM]), [None]);
    }
}
