//! Dates and times [C7].

/// Seconds since 1970 of a time. `None` unless it has the form of [C7].
pub(super) fn instant(time: &str) -> Option<i64> {
    let (date, rest) = time.split_once('T')?;
    let (clock, offset) = rest.split_at_checked(8)?;
    let sign = match offset.get(..1)? {
        "+" => 1,
        "-" if offset != "-00:00" => -1,
        _ => return None,
    };
    let [hours, minutes] = digits(offset.get(1..)?, ":", [2, 2])?;
    let [hour, minute, second] = digits(clock, ":", [2, 2, 2])?;
    let offset = hours * 60 + minutes;
    let good = hour < 24 && minute < 60 && second < 60 && minutes < 60 && offset <= 18 * 60;
    let days = days(date).filter(|_| good)?;
    Some(((days * 24 + hour) * 60 + minute - sign * offset) * 60 + second)
}

/// Days since 1970 of a date. `None` unless it exists and has the form of [C7].
pub(super) fn days(date: &str) -> Option<i64> {
    let [year, month, day] = digits(date, "-", [4, 2, 2])?;
    let leap = |year: i64| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let lengths = [
        31,
        if leap(year) { 29 } else { 28 },
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ];
    let before = usize::try_from(month).ok()?.checked_sub(1)?;
    let good = year >= 1000 && (1..=*lengths.get(before)?).contains(&day);
    let years: i64 = (1970..year).map(|year| 365 + i64::from(leap(year))).sum();
    let earlier: i64 = (year..1970).map(|year| 365 + i64::from(leap(year))).sum();
    let months: i64 = lengths[..before].iter().sum();
    good.then_some(years - earlier + months + day - 1)
}

/// Numbers of these lengths with a separator between them.
fn digits<const N: usize>(text: &str, separator: &str, lengths: [usize; N]) -> Option<[i64; N]> {
    let parts: Vec<&str> = text.split(separator).collect();
    let mut numbers = [0; N];
    for (at, length) in lengths.into_iter().enumerate() {
        let part = parts.get(at)?;
        let good = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        numbers[at] = part.parse().ok().filter(|_| good)?;
    }
    (parts.len() == N).then_some(numbers)
}
