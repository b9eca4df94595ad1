//! Many units side by side.
//!
//! Architecture invariant: everything here reads the ledger and the roll-up, or what was reckoned from them in
//! the background, never the tally.

mod cells;
pub mod drivers;
mod level;
mod map;
mod marks;
pub(crate) mod scores;
mod shades;
pub mod signals;
pub mod sites;
mod strains;
mod teams;
mod weigh;
pub mod workload;

pub use map::{map, map_file};
pub use teams::teams;

/// A page of a list: which one, how many there are, and what is on it. A page beyond the last is the last.
fn page_of<T>(items: &[T], length: usize, page: u32) -> (u32, u32, &[T]) {
    let pages = items.len().div_ceil(length).max(1);
    let page = usize::try_from(page).unwrap_or(usize::MAX).clamp(1, pages);
    let from = (page - 1) * length;
    let shown = items.get(from..items.len().min(from + length)).unwrap_or_default();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    (number(page), number(pages), shown)
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn a_page_beyond_the_last_is_the_last_and_there_is_always_one() {
        let items: Vec<u32> = (0..100).collect();
        assert_eq!(page_of(&items, 48, 0), (1, 3, &items[..48]));
        assert_eq!(page_of(&items, 48, 3), (3, 3, &items[96..]));
        assert_eq!(page_of(&items, 48, 9), (3, 3, &items[96..]));
        assert_eq!(page_of(&items[..0], 48, 2), (1, 1, &items[..0]));
    }
}
