//! The random ranks of a team's candidates [T4.2] [T4.3].
//!
//! The shuffle goes forward, so that rank i is known after i + 1 words of the stream. Most teams are filled from the
//! first few ranks. Only the requested ranks are computed.

use std::collections::BTreeMap;

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng as _};

use super::board::Board;
use super::pace::Pace;
use crate::base::hash::{Digest, Hash};
use crate::base::place::{narrow, wide};
use crate::base::run::Cancelled;

/// [T4.2] uniform(n) for n ≥ 1, from the next words.
fn uniform(n: u64, mut word: impl FnMut() -> u64) -> u64 {
    loop {
        let word = word();
        // 2^64 mod n = (2^64 − n) mod n is less than n, so only words near the end of the range can be rejected.
        if word <= u64::MAX - n || word <= u64::MAX - n.wrapping_neg() % n {
            return word % n;
        }
    }
}

/// The ranks of one team at a time. As many are computed as were requested.
#[derive(Debug)]
pub(super) struct Ranks {
    hash: Hash,
    seed: Digest,
    team: Option<usize>,
    words: ChaCha20Rng,
    /// The sorted candidates of forms, as long as there is room.
    candidates: BTreeMap<usize, Vec<u32>>,
    /// The form of the team, and how many candidates all kept forms have together.
    form: usize,
    kept: usize,
    /// How many candidates the team has.
    count: usize,
    /// Places of the barred inspectors among the form's candidates. The number of barred inspectors before it is
    /// subtracted from each place.
    gaps: Vec<usize>,
    /// The array that is shuffled. Except the first `ranked.len()` places and those in `moved`, each place holds its
    /// own number. So the array can be reset at little cost.
    array: Vec<u32>,
    moved: Vec<usize>,
    ranked: Vec<u32>,
    /// By inspector: the last order that included the inspector.
    wanted: Vec<u64>,
    orders: u64,
}

/// The maximum number of candidates that are kept. Each takes 4 bytes.
const ROOM: usize = 1 << 20;

/// Inspectors in the order of their ranks for a team, one after another.
#[derive(Debug)]
pub(super) struct Order<'l> {
    team: usize,
    inspectors: &'l [usize],
    number: u64,
    rank: usize,
    found: usize,
}

impl Ranks {
    pub(super) fn new(hash: Hash, seed: &Digest, board: &Board<'_>) -> Self {
        Self {
            hash,
            seed: *seed,
            team: None,
            words: ChaCha20Rng::from_seed([0; 32]),
            candidates: BTreeMap::new(),
            form: 0,
            kept: 0,
            count: 0,
            gaps: Vec::new(),
            array: Vec::new(),
            moved: Vec::new(),
            ranked: Vec::new(),
            wanted: vec![0; board.inspector_count()],
            orders: 0,
        }
    }

    /// The inspector of that rank for the team, if it has that many candidates.
    pub(super) fn at(&mut self, board: &Board<'_>, team: usize, rank: usize) -> Option<usize> {
        if self.team != Some(team) {
            self.begin(board, team);
        }
        while self.ranked.len() <= rank && self.ranked.len() < self.count {
            self.swap();
        }
        self.ranked.get(rank).copied().map(wide)
    }

    /// Begins to return these candidates of the team in the order of their ranks.
    pub(super) fn order<'l>(&mut self, team: usize, inspectors: &'l [usize]) -> Order<'l> {
        self.orders += 1;
        for &inspector in inspectors {
            self.wanted[inspector] = self.orders;
        }
        Order {
            team,
            inspectors,
            number: self.orders,
            rank: 0,
            found: 0,
        }
    }

    /// The next candidate in the order.
    pub(super) fn next(
        &mut self,
        board: &Board<'_>,
        order: &mut Order<'_>,
        pace: &mut Pace<'_>,
    ) -> Result<Option<usize>, Cancelled> {
        if order.found == order.inspectors.len() {
            return Ok(None);
        }
        order.found += 1;
        if let [one] = order.inspectors {
            return Ok(Some(*one)); // A single inspector needs no order and no stream.
        }
        while let Some(inspector) = self.at(board, order.team, order.rank) {
            order.rank += 1;
            pace.spend(1)?;
            if self.wanted[inspector] == order.number {
                return Ok(Some(inspector));
            }
        }
        Ok(None)
    }

    /// [T4.2] Begins with another team: its keystream, and its candidates without the barred inspectors.
    fn begin(&mut self, board: &Board<'_>, number: usize) {
        let team = &board.teams[number];
        for place in (0..self.ranked.len()).chain(self.moved.drain(..)) {
            self.array[place] = narrow(place);
        }
        self.ranked.clear();
        self.gaps.clear();
        if self.kept > ROOM {
            self.candidates.clear();
            self.kept = 0;
        }
        let kept = &mut self.kept;
        let candidates = self.candidates.entry(team.form).or_insert_with(|| {
            let candidates = board.forms.candidates(team.form);
            *kept += 1 + candidates.len();
            candidates
        });
        self.form = team.form;
        for &barred in &*team.barred {
            if let Ok(place) = candidates.binary_search(&narrow(barred)) {
                self.gaps.push(place - self.gaps.len());
            }
        }
        self.count = candidates.len() - self.gaps.len();
        let longer = self.array.len()..self.count;
        self.array.extend(longer.map(narrow));
        let parts = [
            self.seed.as_bytes(),
            team.task.as_bytes(),
            team.entity.as_bytes(),
        ];
        self.words = ChaCha20Rng::from_seed(*self.hash.derive("team", &parts).as_bytes());
        self.team = Some(number);
    }

    /// [T4.3] One step of the shuffle. The last candidate needs no word.
    fn swap(&mut self) {
        let i = self.ranked.len();
        if i + 1 < self.count {
            let step = uniform((self.count - i) as u64, || self.words.next_u64());
            let step = usize::try_from(step).expect("less than the count, which is a usize");
            let other = i + step;
            self.array.swap(i, other);
            self.moved.push(other);
        }
        let place = wide(self.array[i]);
        // Barred inspectors are not candidates, so those before it are skipped.
        let gaps = self.gaps.partition_point(|&gap| gap <= place);
        self.ranked.push(self.candidates[&self.form][place + gaps]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::barred::Barred;
    use super::super::board::Ground;
    use super::super::problem::Inspector;
    use super::super::tests::{entities, inspector, team};
    use super::*;
    use crate::base::run::{Run, Stage};

    #[test]
    fn uniform_gives_the_numbers_of_the_direct_vector() {
        // [T4.2]
        let vector = include_str!("../../../../tests/vectors/uniform.json");
        let vector: serde_json::Value = serde_json::from_str(vector).unwrap();
        let number = |value: &serde_json::Value| value.as_str().unwrap().parse::<u64>().unwrap();
        let list = |value: &serde_json::Value| value.as_array().unwrap().clone();
        for case in list(&vector["given"]) {
            let words: Vec<u64> = list(&case["words"]).iter().map(number).collect();
            let mut words = words.into_iter();
            let found = uniform(number(&case["bound"]), || words.next().unwrap());
            assert_eq!(
                (found, words.next()),
                (number(&case["value"]), None),
                "{case}"
            );
        }
        for stream in list(&vector["keystreams"]) {
            let key: Digest = stream["key"].as_str().unwrap().parse().unwrap();
            let mut words = ChaCha20Rng::from_seed(*key.as_bytes());
            for case in list(&stream["numbers"]) {
                let found = uniform(number(&case["bound"]), || words.next_u64());
                assert_eq!(found, number(&case["value"]), "{case}");
            }
        }
    }

    #[test]
    fn uniform_rejects_the_words_that_would_favour_small_numbers() {
        // [T4.2]: 2^64 mod 3 = 1, mod 10 = 6, mod (2^63 + 1) = 2^63 − 1.
        let large = (1 << 63) + 1;
        for (n, accepted, rejected) in [
            (3, u64::MAX - 1, u64::MAX),
            (10, u64::MAX - 6, u64::MAX - 5),
            (large, 1 << 63, large),
        ] {
            let mut words = [rejected, u64::MAX, accepted, 7].into_iter();
            let number = uniform(n, || words.next().unwrap());
            assert_eq!(number, accepted % n, "{n}");
            assert_eq!(words.next(), Some(7), "{n}");
        }
    }

    #[test]
    fn uniform_rejects_no_word_where_n_divides_2_to_the_64() {
        // [T4.2]
        for n in [1, 2, 1 << 20, 1 << 63] {
            assert_eq!(uniform(n, || u64::MAX), n - 1);
        }
    }

    #[test]
    fn ranks_are_those_of_published_draws() {
        // [T4.2] [T4.3]: the first teams of two draws that another implementation made. The first has five candidates,
        // the second ten. They are numbered by id here.
        let seed = "b8a2787680b81fc012e2c0936fc716eb13b53c5cac78ad2612612734bb91cd63";
        let found = ranks(Hash::Sha256, seed, "91140522MA3XT6RQFT", "01234", "");
        assert_eq!(found, "31024");
        let seed = "c3e237053131f59814ec812dd4650d9e7250e1df879c5d0a35eaa16214c102b1";
        let found = ranks(Hash::Sm3, seed, "91140521MAY7J1MJU1", "0123456789", "");
        assert_eq!(found, "6128093547");
    }

    #[test]
    fn the_recused_are_no_candidates() {
        // [T4.1]: the remaining candidates keep their order, and their ranks have no gaps.
        let seed = "c3e237053131f59814ec812dd4650d9e7250e1df879c5d0a35eaa16214c102b1";
        let found = ranks(
            Hash::Sm3,
            seed,
            "91140521MAY7J1MJU1",
            "+0123:45678=9?",
            "+:=?",
        );
        assert_eq!(found, "6128093547");
        assert_eq!(ranks(Hash::Sm3, seed, "e0", "01", "0"), "1");
        assert_eq!(ranks(Hash::Sm3, seed, "e0", "01", "01"), "");
    }

    /// The candidates of a team in the order of their ranks. An inspector is one letter of `names`.
    fn ranks(hash: Hash, seed: &str, entity: &str, names: &str, recused: &str) -> String {
        let names: Vec<&str> = names.split_inclusive(|_| true).collect();
        let mut inspectors: Vec<Inspector<'_>> =
            names.iter().map(|id| inspector(id, &["x"])).collect();
        for inspector in &mut inspectors {
            if recused.contains(inspector.id) {
                inspector.recuse = vec![entity];
            }
        }
        let tasks = [team("J1", &["x", "x"])];
        let selected = [entities(&["other", entity])];
        let run = Run::default();
        let mut pace = Pace::new(&run, Stage::Teams, 2);
        let barred = Barred::new(&inspectors, &[], &mut pace).unwrap();
        let ground = Ground::new(&inspectors, &tasks);
        let (board, _) = Board::new(
            &ground,
            &tasks,
            &selected,
            &[vec![None; 2]],
            &barred,
            &mut pace,
        )
        .unwrap();
        // Earlier requests, for this and another team, must not change the result.
        let mut ranks = Ranks::new(hash, &seed.parse().unwrap(), &board);
        ranks.at(&board, 1, 1);
        ranks.at(&board, 0, names.len() / 2);
        (0..)
            .map_while(|rank| ranks.at(&board, 1, rank))
            .map(|at| names[at])
            .collect()
    }
}
