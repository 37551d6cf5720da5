//! A share in per cent.

/// A share with one decimal, rounded half up, such as `12.5%`; `0%` if the whole is 0.
pub(crate) fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "0%".to_owned();
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    let tenths = (part * 2000 + whole) / (whole * 2);
    match tenths % 10 {
        0 => format!("{}%", tenths / 10),
        tenth => format!("{}.{tenth}%", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_rounded_half_up() {
        let shares = [(0, 0), (0, 7), (1, 8), (1, 3), (1, 2000), (7, 7), (19, 16)];
        let shares = shares.map(|(part, whole)| percent(part, whole));
        assert_eq!(
            shares,
            ["0%", "0%", "12.5%", "33.3%", "0.1%", "100%", "118.8%"]
        );
    }
}
