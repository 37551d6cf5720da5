//! Methods of drawing that are used elsewhere, taken from their code. The probability of each entity is computed
//! exactly.

/// Skip sampling (跳号): every ⌊size/take⌋-th of `size` rows, from a random start below ⌊size/take⌋, until there are
/// `take`.
pub(crate) fn skip_sampling(size: usize, take: usize) -> Vec<f64> {
    let step = size / take;
    let mut chances = vec![0.0; size];
    for start in 0..step {
        for row in (0..take).map(|n| start + n * step) {
            chances[row] += 1.0 / real(step);
        }
    }
    chances
}

/// An older form of skip sampling: from a random start, every (size/take)-th row (rounded) before the last row. Then
/// random rows, until there are `take`.
pub(crate) fn older_skip(size: usize, take: usize) -> Vec<f64> {
    let step = (2 * size + take) / (2 * take);
    let mut chances = vec![0.0; size];
    for start in 1..=size {
        let skipped: Vec<usize> = (start..size).step_by(step).collect();
        let left = real(take.saturating_sub(skipped.len())) / real(size - skipped.len());
        for (row, chance) in (1..).zip(&mut chances) {
            *chance += if skipped.contains(&row) { 1.0 } else { left } / real(size);
        }
    }
    chances
}

/// `Math.round(Math.random() * (size - 1))`, repeated until there are `take` different rows. The first and the last row
/// have half the probability of the others in each step.
pub(crate) fn rounding(size: usize, take: usize) -> Vec<f64> {
    // The probability that 0, 1 or 2 of the end rows have been drawn.
    let mut drawn = [1.0, 0.0, 0.0];
    for already in 0..take {
        let mut next = [0.0; 3];
        for ends in 0..=already.min(2) {
            let inner = 2.0 * real(size - 2 - (already - ends));
            let outer = real(2 - ends);
            next[ends] += drawn[ends] * inner / (inner + outer);
            if ends < 2 {
                next[ends + 1] += drawn[ends] * outer / (inner + outer);
            }
        }
        drawn = next;
    }
    let ends = drawn[1] + 2.0 * drawn[2];
    let mut chances = vec![(real(take) - ends) / real(size - 2); size];
    (chances[0], chances[size - 1]) = (ends / 2.0, ends / 2.0);
    chances
}

/// Pairs in the order of the list: from a random start, the next two inspectors for each entity, and after the end of
/// the list from its beginning. Returns the share of the first inspector's visits with each of the others.
pub(crate) fn list_order(inspectors: usize, entities: usize) -> Vec<f64> {
    let mut together = vec![0; inspectors];
    for start in 0..inspectors {
        for place in (0..entities).map(|entity| start + 2 * entity) {
            match (place % inspectors, (place + 1) % inspectors) {
                (0, partner) | (partner, 0) => together[partner] += 1,
                _ => {}
            }
        }
    }
    shares(&together)
}

/// Each count divided by their sum.
pub(crate) fn shares(counts: &[usize]) -> Vec<f64> {
    let all = real(counts.iter().sum());
    counts.iter().map(|&count| real(count) / all).collect()
}

pub(crate) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums_to(chances: &[f64], take: f64) -> bool {
        (chances.iter().sum::<f64>() - take).abs() < 1e-9
    }

    #[test]
    fn skip_sampling_never_selects_the_remainder() {
        let never = |size, take| {
            let chances = skip_sampling(size, take);
            assert!(sums_to(&chances, real(take)));
            chances.iter().filter(|&&chance| chance == 0.0).count()
        };
        assert_eq!((never(100, 40), never(299, 100), never(24, 9)), (20, 99, 6));
    }

    #[test]
    fn the_older_method_matches_counted_frequencies() {
        // Counted in 200 000 runs of 10 of 100: row 1 0.058, the middle 0.096, row 99 0.143, row 100 0.048.
        let chances = older_skip(100, 10);
        let near = |row: usize, counted: f64| (chances[row - 1] - counted).abs() < 0.002;
        assert!(near(1, 0.058) && near(50, 0.096) && near(99, 0.143) && near(100, 0.048));
    }

    #[test]
    fn rounding_halves_the_probability_of_the_ends() {
        let one = rounding(10, 1);
        assert!((one[0] - 1.0 / 18.0).abs() < 1e-9 && (one[4] - 1.0 / 9.0).abs() < 1e-9);
        // Two of three with weights 1, 2, 1: the middle row is first, or second after one of the ends.
        assert!((rounding(3, 2)[1] - (0.5 + 0.5 * 2.0 / 3.0)).abs() < 1e-9);
        assert!(sums_to(&rounding(100, 40), 40.0));
    }

    #[test]
    fn in_list_order_only_neighbours_are_partners() {
        let shares = list_order(12, 40);
        let partners: Vec<usize> = (0..12).filter(|&at| shares[at] > 0.0).collect();
        assert_eq!(partners, [1, 11]);
    }
}
