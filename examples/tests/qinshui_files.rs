//! The files of `qinshui-2024/` are current, and their codes have a valid form.

use std::fs;
use std::path::Path;
use std::process::Command;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/qinshui-2024");
const FILES: [&str; 3] = ["registry.jsonl", "roster.jsonl", "history.jsonl"];

fn read(folder: &str, file: &str) -> String {
    fs::read_to_string(Path::new(folder).join(file)).expect("the file is there")
}

#[test]
fn files_are_current() {
    let fresh = env!("CARGO_TARGET_TMPDIR");
    let status = Command::new(env!("CARGO_BIN_EXE_generate-qinshui"))
        .arg(fresh)
        .status();
    assert!(status.expect("the generator starts").success());
    for file in FILES {
        assert!(
            read(fresh, file) == read(FOLDER, file),
            "{file} is not current: run cargo run -p suiji-examples --bin generate-qinshui"
        );
    }
}

#[test]
fn every_entity_has_a_code_with_valid_check_digits() {
    let mut codes = 0;
    for file in FILES {
        let text = read(FOLDER, file);
        for code in text.split('"').filter(|part| part.starts_with("91")) {
            assert!(code.starts_with("91140521"), "{code} in {file}");
            assert_eq!(code.len(), 18, "{code} in {file}");
            assert!(!code[8..17].ends_with('X'), "{code} in {file}");
            assert_eq!(
                code.chars().nth(16),
                Some(organisation_check(&code[8..16])),
                "{code} in {file}"
            );
            assert_eq!(
                code.chars().nth(17),
                Some(credit_check(&code[..17])),
                "{code} in {file}"
            );
            codes += 1;
        }
    }
    assert!(codes > 300, "{codes} codes");
}

#[test]
fn check_digits_match_real_codes() {
    // Codes from the tests of a public validator. The last one has the check character X.
    for code in [
        "91350200776049653A",
        "91350200MA2YJ1XR9G",
        "9135021359498494XQ",
    ] {
        assert_eq!(
            code.chars().nth(16),
            Some(organisation_check(&code[8..16])),
            "{code}"
        );
        assert_eq!(
            code.chars().nth(17),
            Some(credit_check(&code[..17])),
            "{code}"
        );
    }
}

/// GB 11714: digits have the values 0 to 9, letters 10 to 35.
fn organisation_check(body: &str) -> char {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2];
    let values = body
        .chars()
        .map(|c| c.to_digit(36).expect("a digit or letter"));
    let sum: u32 = values
        .zip(weights)
        .map(|(value, weight)| value * weight)
        .sum();
    ['0', 'X', '9', '8', '7', '6', '5', '4', '3', '2', '1'][sum as usize % 11]
}

/// GB 32100-2015: the alphabet has no I, O, S, V and Z.
fn credit_check(code: &str) -> char {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const WEIGHTS: [usize; 17] = [
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
    ];
    let values = code
        .chars()
        .map(|c| ALPHABET.find(c).expect("a character of a code"));
    let sum: usize = values
        .zip(WEIGHTS)
        .map(|(value, weight)| value * weight)
        .sum();
    ALPHABET
        .chars()
        .nth((31 - sum % 31) % 31)
        .expect("a place in the alphabet")
}
