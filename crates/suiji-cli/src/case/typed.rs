//! Numbers as people type them: `3 5 1 6`, `3516`, `03, 09, 14 + 11`, in digits of either width.

use suiji::Source;

use crate::texts::{BETWEEN_NUMBERS, FULL_WIDTH_ZERO};

/// The numbers of a live source, in the order in which they were typed. None if the text has anything but digits and
/// separators.
///
/// Numbers may be typed without separators. Then each has as many digits as the greatest number of its part: one digit
/// for dice, two for balls.
pub(crate) fn numbers(source: &Source, text: &str) -> Option<Vec<u64>> {
    let mut words = vec![String::new()];
    for character in text.chars() {
        if let Some(digit) = digit(character) {
            words.last_mut()?.push(digit);
        } else if character.is_whitespace() || BETWEEN_NUMBERS.contains(character) {
            words.push(String::new());
        } else {
            return None;
        }
    }
    words.retain(|word| !word.is_empty());
    let parts = source.parts().iter();
    let widths = parts.flat_map(|part| {
        let count = usize::try_from(part.count()).unwrap_or(usize::MAX);
        std::iter::repeat_n(part.to().to_string().len(), count)
    });
    let widths: Vec<usize> = widths.collect();
    if words.len() != widths.len() {
        let digits: Vec<char> = words.iter().flat_map(|word| word.chars()).collect();
        if digits.len() == widths.iter().sum::<usize>() {
            words = split(&digits, &widths);
        } else if widths.iter().all(|width| *width == 1) {
            // The count is wrong, but each number is one digit.
            words = digits.iter().map(char::to_string).collect();
        }
    }
    // A number that is too large is out of range anyway.
    let number = |word: &String| word.parse().unwrap_or(u64::MAX);
    Some(words.iter().map(number).collect())
}

/// An ASCII digit, or its full-width form, which an input method for Chinese writes.
fn digit(character: char) -> Option<char> {
    if character.is_ascii_digit() {
        return Some(character);
    }
    let value = u32::from(character).checked_sub(u32::from(FULL_WIDTH_ZERO))?;
    char::from_digit(value, 10)
}

fn split(digits: &[char], widths: &[usize]) -> Vec<String> {
    let mut rest = digits.iter();
    let word = |width: &usize| rest.by_ref().take(*width).collect();
    widths.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use suiji::ceremony::{By, Part};

    use super::*;

    fn typed(parts: &[Part], text: &str) -> Option<Vec<u64>> {
        let source = Source::live(By::Witness, "a", parts.iter().copied()).unwrap();
        numbers(&source, text)
    }

    #[test]
    fn dice_are_typed_as_one_string_in_groups_or_one_by_one() {
        let dice = [Part::new(6, 1, 6).unwrap()];
        for text in [
            "351624",
            "351 624",
            "3 5 1 6 2 4",
            "3,5,1,6,2,4",
            "３５１　６２４",
            "3、5、1、6、2、4",
        ] {
            assert_eq!(typed(&dice, text), Some(vec![3, 5, 1, 6, 2, 4]), "{text}");
        }
    }

    #[test]
    fn balls_are_typed_with_or_without_leading_zeros() {
        let balls = [
            Part::distinct(3, 1, 33).unwrap(),
            Part::new(1, 1, 16).unwrap(),
        ];
        for text in [
            "30 3 9 11",
            "30 03 09 + 11",
            "30-3-9|11",
            "30030911",
            "300309 11",
        ] {
            assert_eq!(typed(&balls, text), Some(vec![30, 3, 9, 11]), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_left_to_the_source() {
        let dice = [Part::new(3, 1, 6).unwrap()];
        assert_eq!(typed(&dice, "3 5"), Some(vec![3, 5]));
        assert_eq!(typed(&dice, "35 16"), Some(vec![3, 5, 1, 6]));
        let balls = [Part::distinct(3, 1, 33).unwrap()];
        assert_eq!(typed(&balls, "35 1"), Some(vec![35, 1]));
        assert_eq!(typed(&balls, &"9".repeat(30)), Some(vec![u64::MAX]));
        assert_eq!(typed(&dice, ""), Some(vec![]));
        for text in ["3 5 x", "3.5 1", "三五一"] {
            assert_eq!(typed(&dice, text), None, "{text}");
        }
    }
}
