//! Amendments after the draw [M1–M5], made from requests.

mod state;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::record::{put_seats, record};
use super::refusal::{is_id, is_text};
use super::time::instant;
use super::{Drawn, Given, hex, jcs, list, number, sheet, text};
use crate::Small;
use state::State;

/// The document of amendments, and the steps.
#[derive(Clone, Debug)]
pub struct Amended {
    /// The document [M1], with the requests before the first one that is refused.
    pub document: Value,
    /// For each amendment: its JCS and digest, and the state after it.
    pub steps: Vec<Value>,
    /// The rule that refuses a request. Requests after it are ignored.
    pub refused: Option<&'static str>,
}

/// The requests after the draw of a valid case.
pub fn amend(case: &Small, requests: &[Value]) -> Amended {
    let given = Given::of(case);
    let sheet = sheet::seal(&given, &case.ceremony);
    let drawn = Drawn::of(&given, &sheet, &case.contributions);
    let board = &drawn.staffed.board;
    let record = record(
        &sheet,
        &case.contributions,
        &drawn.seed,
        &drawn.draws,
        board,
    );
    let record = hex(&given.hash.digest(jcs(&record).as_bytes()));
    let mut state = State::new(&given, &sheet, &drawn);
    let (mut amendments, mut steps, mut refused) = (Vec::new(), Vec::new(), None);
    let mut previous = record.clone();
    let mut last = instant(text(&case.ceremony["sealed_at"])).unwrap_or(i64::MAX);
    for request in requests {
        match state.amendment(request, last) {
            Ok((mut amendment, ranks)) => {
                for field in ["at", "approved_by", "reason", "kind"] {
                    amendment[field] = request[field].clone();
                }
                amendment["previous"] = json!(previous);
                last = instant(text(&request["at"])).unwrap_or(last);
                previous = hex(&given.hash.digest(jcs(&amendment).as_bytes()));
                steps.push(state.step(&amendment, &previous, &ranks));
                amendments.push(amendment);
            }
            Err(rule) => {
                refused = Some(rule);
                break;
            }
        }
    }
    let document = json!({"spec": "suiji-v1", "record": record, "amendments": amendments});
    Amended {
        document,
        steps,
        refused,
    }
}

/// An amendment without the common fields, and the ranks that were made for it.
type Made = (Value, Vec<Value>);

impl State<'_> {
    /// [M1] Makes the amendment and changes the state, or returns the rule that forbids it.
    fn amendment(&mut self, request: &Value, last: i64) -> Result<Made, &'static str> {
        let own: &[&str] = match text(&request["kind"]) {
            "away" | "back" => &["inspectors"],
            "substitute" => &["seats"],
            "reserve" => &["task", "entity"],
            "by_hand" => &["task", "entity", "seat", "inspector"],
            _ => return Err("M1"),
        };
        let fields = [&["at", "approved_by", "reason", "kind"], own].concat();
        let mut keys = request.as_object().into_iter().flatten();
        if !keys.all(|(key, _)| fields.contains(&key.as_str())) {
            return Err("C2b");
        }
        if fields.iter().any(|field| request.get(field).is_none()) {
            return Err("M1");
        }
        let texts = ["approved_by", "reason"];
        if !texts.iter().all(|field| is_text(text(&request[field]))) {
            return Err("C3");
        }
        if instant(text(&request["at"])).ok_or("C7")? < last {
            return Err("M1");
        }
        match text(&request["kind"]) {
            "away" => self.go(request, true),
            "back" => self.go(request, false),
            "substitute" => self.substitute(request),
            "reserve" => self.reserve(request),
            _ => self.by_hand(request),
        }
    }

    /// [M3] Away and back.
    fn go(&mut self, request: &Value, away: bool) -> Result<Made, &'static str> {
        let asked = list(&request["inspectors"]);
        let inspectors: BTreeSet<&str> = asked.iter().map(text).collect();
        let fits = |id: &&str| self.place(id).is_some() && self.away.contains(*id) != away;
        if asked.is_empty() || inspectors.len() != asked.len() || !inspectors.iter().all(fits) {
            return Err("M3");
        }
        for id in &inspectors {
            if away {
                self.away.insert((*id).to_owned());
            } else {
                self.away.remove(*id);
            }
        }
        Ok((json!({"inspectors": inspectors}), Vec::new()))
    }

    /// [M3]
    fn substitute(&mut self, request: &Value) -> Result<Made, &'static str> {
        let mut seats = BTreeSet::new();
        for asked in list(&request["seats"]) {
            let at = self.seat(asked)?;
            if self.holder(at).is_none() || !seats.insert(at) {
                return Err("M3");
            }
        }
        if seats.is_empty() {
            return Err("M1");
        }
        let leaving: BTreeSet<String> = seats.iter().filter_map(|&at| self.holder(at)).collect();
        let (mut rows, mut ranks) = (Vec::new(), Vec::new());
        for &(task, place, seat) in &seats {
            let (order, step) = self.ranks(task, place);
            if !ranks.contains(&step) {
                ranks.push(step);
            }
            let leaves = self.leave((task, place, seat));
            let next = self.next((task, place, seat), &order, &leaving);
            let mut row = self.named((task, place));
            row["seat"] = json!(seat);
            row["leaves"] = json!(leaves);
            if let Some(next) = &next {
                row["inspector"] = json!(next);
            }
            self.visits[task][place].seats[seat] = next;
            rows.push(row);
        }
        Ok((json!({"seats": rows}), ranks))
    }

    /// [M4]
    fn reserve(&mut self, request: &Value) -> Result<Made, &'static str> {
        let (task, place) = self.visit(request)?;
        let reserve = self.next_reserve(task, place).ok_or("M4")?;
        let mut amendment = self.named((task, place));
        amendment["reserve"] = reserve["id"].clone();
        self.visits[task][place].replaced = true;
        let joins = self.joined(task, reserve);
        self.add(task, reserve, joins);
        let place = self.visits[task].len() - 1;
        let mut ranks = Vec::new();
        if joins.is_none() && self.sheet.tasks[task].form.is_some() {
            let (order, step) = self.ranks(task, place);
            ranks.push(step);
            for seat in 0..self.visits[task][place].seats.len() {
                let next = self.next((task, place, seat), &order, &BTreeSet::new());
                self.visits[task][place].seats[seat] = next;
            }
        }
        put_seats(&mut amendment, &self.seats(task, place));
        if let Some(joins) = joins {
            amendment["joins"] = json!(self.sheet.tasks[joins].id);
        }
        Ok((amendment, ranks))
    }

    /// [M5]
    fn by_hand(&mut self, request: &Value) -> Result<Made, &'static str> {
        let at = self.seat(request)?;
        let id = text(&request["inspector"]);
        if !is_id(id) || self.differs_by_case(id) {
            return Err("C4");
        }
        let holds = |seat: &Option<String>| seat.as_deref() == Some(id);
        let visit = &mut self.visits[at.0][at.1];
        if visit.seats[at.2].is_some() || visit.seats.iter().any(holds) {
            return Err("M5");
        }
        visit.seats[at.2] = Some(id.to_owned());
        self.by_hand.insert(id.to_owned());
        let mut amendment = self.named((at.0, at.1));
        amendment["seat"] = json!(at.2);
        amendment["inspector"] = json!(id);
        Ok((amendment, Vec::new()))
    }

    /// The seat that a request names. Its team must not join another one [M2].
    fn seat(&self, named: &Value) -> Result<(usize, usize, usize), &'static str> {
        let (task, place) = self.visit(named)?;
        let visit = &self.visits[task][place];
        let seat = number(&named["seat"]).and_then(|seat| usize::try_from(seat).ok());
        let seat = seat.filter(|&seat| visit.joins.is_none() && seat < visit.seats.len());
        Ok((task, place, seat.ok_or("M2")?))
    }

    /// A selected entity or a used reserve of a task.
    fn visit(&self, named: &Value) -> Result<(usize, usize), &'static str> {
        let mut tasks = self.sheet.tasks.iter();
        let task = tasks.position(|task| named["task"] == task.id);
        let task = task.ok_or("M2")?;
        let mut visits = self.visits[task].iter();
        let place = visits.position(|visit| visit.row["id"] == named["entity"]);
        Ok((task, place.ok_or("M2")?))
    }
}
