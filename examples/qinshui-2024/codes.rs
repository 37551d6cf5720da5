//! Unified social credit codes (GB 32100-2015) with valid check digits, from a small deterministic generator.

/// The characters of a code. The value of each is its index.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// An enterprise registered with the market regulator in 沁水县.
const PREFIX: &str = "91140521";

/// Numbers from a seed by `SplitMix64`, which is good enough for invented inputs.
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below `end`. Its slight bias does not matter here.
    pub(crate) const fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }

    /// One of `choices`, which must not be empty.
    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        let place = self.below(choices.len() as u64);
        choices[usize::try_from(place).expect("it is below a length")]
    }
}

/// The next code. Its organisation part does not have the check character X.
pub(crate) fn code(numbers: &mut Numbers) -> String {
    loop {
        let mut body = String::from("MA");
        body.extend((0..6).map(|_| char::from(numbers.pick(ALPHABET))));
        let check = organisation_check(&body);
        if check != 'X' {
            let code = format!("{PREFIX}{body}{check}");
            let check = credit_check(&code);
            return format!("{code}{check}");
        }
    }
}

/// The ninth character of an organisation code (GB 11714). Letters have the values 10 to 35.
fn organisation_check(body: &str) -> char {
    let values = body.chars().filter_map(|c| c.to_digit(36));
    let sum: u32 = values
        .zip([3, 7, 9, 10, 5, 8, 4, 2])
        .map(|(v, weight)| v * weight)
        .sum();
    match 11 - sum % 11 {
        11 => '0',
        check => char::from_digit(check, 10).unwrap_or('X'),
    }
}

/// The eighteenth character of a code. The weights are the powers of 3 modulo 31.
fn credit_check(code: &str) -> char {
    let mut sum = 0;
    let mut weight = 1;
    for value in code
        .bytes()
        .filter_map(|c| ALPHABET.iter().position(|&a| a == c))
    {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    char::from(ALPHABET[(31 - sum % 31) % 31])
}
