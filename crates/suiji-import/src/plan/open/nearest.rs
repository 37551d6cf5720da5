//! The most similar words to a word.

use unicode_normalization::UnicodeNormalization;

/// The number of characters of a word that are compared.
const COMPARED: usize = 40;

/// The maximum number of words for one comparison.
const CANDIDATES: usize = 1024;

/// The number of offered words.
const OFFERED: usize = 5;

/// The words that have at least half of their characters in common with a word, in the same order. The most similar
/// word comes first.
pub(super) fn nearest<'w>(word: &str, words: impl IntoIterator<Item = &'w str>) -> Vec<&'w str> {
    let folded = fold(word);
    let mut all: Vec<(usize, usize, &str)> = Vec::new();
    for candidate in words.into_iter().take(CANDIDATES) {
        let other = fold(candidate);
        let common = common(&folded, &other);
        if common > 0 && common * 2 >= other.len() {
            // The share of the candidate's characters that are in the word, in per mille. Fewer other characters
            // break ties.
            let share = common * 1000 / other.len();
            let rest = folded.len() + other.len() - 2 * common;
            all.push((share, usize::MAX - rest, candidate));
        }
    }
    all.sort_by(|one, other| {
        (other.0, other.1)
            .cmp(&(one.0, one.1))
            .then(one.2.cmp(other.2))
    });
    all.into_iter()
        .take(OFFERED)
        .map(|(_, _, word)| word)
        .collect()
}

fn fold(text: &str) -> Vec<char> {
    let plain = text.nfkc().flat_map(char::to_lowercase);
    plain
        .filter(|c| c.is_alphanumeric())
        .take(COMPARED)
        .collect()
}

/// The length of the longest common subsequence.
fn common(one: &[char], other: &[char]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for c in one {
        let mut diagonal = 0;
        for (at, of) in other.iter().enumerate() {
            let above = row.get(at + 1).copied().unwrap_or(0);
            let left = row.get(at).copied().unwrap_or(0);
            let best = if c == of {
                diagonal + 1
            } else {
                above.max(left)
            };
            diagonal = above;
            if let Some(cell) = row.get_mut(at + 1) {
                *cell = best;
            }
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_the_same_characters_are_near() {
        let words = [
            "汽车销售企业",
            "外商投资企业",
            "单用途商业预付卡企业",
            "二手车交易市场",
        ];
        assert_eq!(
            nearest("本辖区内外已发行单用途预付卡的企业", words),
            ["单用途商业预付卡企业", "外商投资企业"]
        );
        assert_eq!(nearest("外国投资者", words), ["外商投资企业"]);
        assert_eq!(nearest("二手车交易市塲", words), ["二手车交易市场"]);
        assert_eq!(nearest("加油站", words), [""; 0]);
        assert_eq!(common(&fold("abcde"), &fold("xbxdx")), 2);
    }
}
