//! Reads one line of an answer, from a terminal or a pipe.

use std::io::{self, BufRead};

use crate::texts;

/// The longest line that is read: longer than any nonce or text that a person
/// types.
const LONGEST: usize = 64 << 10;

/// The next line, without blanks around it; none at the end of the input.
pub(crate) fn read(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut begun = false;
    loop {
        let available = match input.fill_buf() {
            Ok(available) => available,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if available.is_empty() {
            break;
        }
        begun = true;
        let end = available.iter().position(|&byte| byte == b'\n');
        let taken = end.unwrap_or(available.len());
        // The rest of a longer line is read and dropped.
        line.extend(available[..taken].iter().take(LONGEST - line.len()));
        input.consume(end.map_or(taken, |end| end + 1));
        if end.is_some() {
            break;
        }
    }
    let text = String::from_utf8_lossy(&line);
    Ok(begun.then(|| text.trim().to_owned()))
}

/// The answer with ordinary letters, digits and signs, if it has only full-width ones, which an input method for Chinese
/// writes. Any other answer stays as it is.
pub(crate) fn half_width(answer: String) -> String {
    const FIRST: char = '\u{ff01}';
    let half = |character: char| match character {
        '\u{3000}' => Some(' '),
        FIRST..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - u32::from(FIRST) + u32::from('!'))
        }
        _ => Some(character).filter(char::is_ascii),
    };
    let halved: Option<String> = answer.chars().map(half).collect();
    halved.unwrap_or(answer)
}

/// Yes or no; none if the answer is neither.
pub(crate) fn yes_or_no(answer: &str) -> Option<bool> {
    let answer = answer.to_lowercase();
    if texts::YES.contains(&&*answer) {
        Some(true)
    } else if texts::NO.contains(&&*answer) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_to_its_end_and_no_further() {
        let mut input = " 一二 \r\n\ny".as_bytes();
        let mut next = || read(&mut input).unwrap();
        assert_eq!(next().as_deref(), Some("一二"));
        assert_eq!(next().as_deref(), Some(""));
        assert_eq!(next().as_deref(), Some("y"));
        assert_eq!(next(), None);
    }

    #[test]
    fn yes_and_no_are_understood_in_both_languages() {
        for (answer, meaning) in [
            ("Y", Some(true)),
            ("是", Some(true)),
            ("No", Some(false)),
            ("不对", Some(false)),
            ("", None),
            ("maybe", None),
        ] {
            assert_eq!(yes_or_no(answer), meaning, "{answer}");
        }
    }

    #[test]
    fn full_width_letters_and_digits_are_those_of_a_keyboard() {
        for (typed, meant) in [
            ("４", "4"),
            ("ｙ", "y"),
            ("１００％", "100%"),
            ("１－２，３", "1-2,3"),
            ("第４题", "第４题"),
            ("", ""),
        ] {
            assert_eq!(half_width(typed.to_owned()), meant);
        }
    }

    #[test]
    fn a_very_long_line_is_cut() {
        let text = "[".repeat(1 << 20) + "\nnext";
        let mut input = text.as_bytes();
        assert_eq!(
            read(&mut input).unwrap().map(|line| line.len()),
            Some(LONGEST)
        );
        assert_eq!(read(&mut input).unwrap().as_deref(), Some("next"));
    }
}
