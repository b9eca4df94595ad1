//! The generator behind every resampling in this crate: small, seeded, and the same on all machines.

/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
///
/// The seed decides the whole stream, so a p-value that came from resampling can be reproduced from the
/// seed printed beside it. Not for secrets.
#[derive(Debug, Clone)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// A stream that begins with `seed`; every seed is a good one, zero included.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from 0 up to, not including, `bound`; 0 when `bound` is 0.
    ///
    /// The high word of a 128-bit product (Lemire 2019) without its rejection step: the bias is below
    /// `bound` / 2⁶⁴ and the number of draws stays fixed, which keeps streams comparable.
    pub fn below(&mut self, bound: u64) -> u64 {
        let product = u128::from(self.next_u64()) * u128::from(bound);
        (product >> 64) as u64
    }

    /// +1 or −1 with equal chance, from the top bit: set means +1.
    pub fn sign(&mut self) -> f64 {
        if self.next_u64() >> 63 == 1 { 1.0 } else { -1.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_of_seed_42_is_the_reference_stream() {
        let mut random = SplitMix64::new(42);
        let first: Vec<u64> = (0..4).map(|_| random.next_u64()).collect();
        assert_eq!(
            first,
            [0xbdd7_3226_2feb_6e95, 0x28ef_e333_b266_f103, 0x4752_6757_130f_9f52, 0x581c_e1ff_0e4a_e394]
        );
    }

    #[test]
    fn numbers_below_ten_are_the_reference_numbers() {
        let mut random = SplitMix64::new(42);
        let first: Vec<u64> = (0..8).map(|_| random.below(10)).collect();
        assert_eq!(first, [7, 1, 2, 3, 0, 8, 2, 8]);
    }

    #[test]
    fn below_zero_is_zero() {
        assert_eq!(SplitMix64::new(1).below(0), 0);
    }
}
