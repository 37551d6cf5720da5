//! The search for a chain of moves [T4.5], and balance [T6].

use core::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::{Map, Value, json};
use suiji::Digest;

use super::board::{At, Board, Move};
use super::hex;

impl Board<'_> {
    /// Searches from seats. Makes the moves and returns them, or finds none. When balancing, only inspectors with at
    /// most that load get another seat.
    pub(super) fn search(&mut self, start: &[At], most: Option<u64>) -> Option<Vec<Move>> {
        let mut reached: BTreeMap<At, Option<(usize, At)>> =
            start.iter().map(|&x| (x, None)).collect();
        let mut queue: VecDeque<At> = start.iter().copied().collect();
        let mut expanded = BTreeSet::new();
        while let Some(x) = queue.pop_front() {
            for v in self.teams[x.0].ranks.clone() {
                if !self.may_sit(v, x) {
                    continue;
                }
                let mut seats = Vec::new();
                if let Some(y) = self.seat_in(v, x.0) {
                    seats.push(y);
                } else if self.below_cap(v) && most.is_none_or(|most| self.load(v) <= most) {
                    return Some(self.shift(v, x, &reached));
                } else if expanded.insert(v) {
                    seats = self.held(v);
                }
                for y in seats {
                    reached.entry(y).or_insert_with(|| {
                        queue.push_back(y);
                        Some((v, x))
                    });
                }
            }
        }
        None
    }

    /// v takes seat x, the holder of x takes the next seat, and so on to the seat where the chain ends.
    fn shift(&mut self, v: usize, x: At, reached: &BTreeMap<At, Option<(usize, At)>>) -> Vec<Move> {
        let mut moves = vec![Move {
            inspector: v,
            from: None,
            to: x,
        }];
        let mut x = x;
        while let Some((w, next)) = reached[&x] {
            moves.push(Move {
                inspector: w,
                from: Some(x),
                to: next,
            });
            x = next;
        }
        for step in &moves {
            self.teams[step.to.0].seats[step.to.1] = Some(step.inspector);
        }
        moves
    }

    /// [T6]
    pub(super) fn balance(&mut self, seed: &Digest) -> Value {
        let key = self.given.hash.derive("balance", &[seed.as_bytes()]);
        let officers = 0..self.given.roster.len();
        let lots: Vec<Digest> = officers
            .clone()
            .map(|v| {
                self.given
                    .hash
                    .digest(&[key.as_bytes(), self.id(v).as_bytes()].concat())
            })
            .collect();
        let before = self.loads();
        let mut open: BTreeSet<usize> = officers.clone().collect();
        let mut rounds = Vec::new();
        while let Some(u) = open.iter().copied().min_by_key(|&v| {
            let lot = lots[v].as_bytes();
            (Reverse(self.load(v)), *lot, self.id(v))
        }) {
            let load = self.load(u);
            let start = self.held(u);
            let moves = load
                .checked_sub(2)
                .and_then(|most| self.search(&start, Some(most)));
            let mut round = json!({"inspector": self.id(u), "load": load});
            match moves {
                Some(moves) => round["moves"] = self.moves(&moves),
                None => {
                    open.remove(&u);
                    round["settled"] = json!(true);
                }
            }
            rounds.push(round);
        }
        let lots: Vec<Value> = officers
            .map(|v| json!({"id": self.id(v), "order": hex(&lots[v])}))
            .collect();
        json!({
            "key": hex(&key), "orders": lots, "loads_before": before, "rounds": rounds, "loads_after": self.loads()})
    }

    fn loads(&self) -> Value {
        let loads =
            (0..self.given.roster.len()).map(|v| (self.id(v).to_owned(), json!(self.load(v))));
        Value::Object(loads.collect::<Map<_, _>>())
    }
}
