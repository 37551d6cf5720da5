//! Computes the size of a draw before sealing. Nothing may fail afterwards, and readers have limits [S5].

use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::limits;
use crate::base::place::wide;
use crate::base::texts::{Problem, codes};
use crate::ceremony::commitment::Commitment;
use crate::ceremony::source::{Source, SourceKind};
use crate::frame::{Frame, Stratum};
use crate::inputs::Inputs;
use crate::inputs::plan::{Plan, Task};
use crate::json::Json;
use crate::staff::{self, Staff};

/// Refuses a draw of too many entities, reserves and seats, or with too many inspectors who could take the seats.
pub(super) fn check_draw(
    inputs: &Inputs,
    of: &Staff<'_>,
    frames: &[Frame],
    takes: &[Vec<u64>],
    faults: &mut Faults,
) {
    let (plan, rows) = (inputs.plan(), inputs.registry().len());
    let (sheet, limit) = (sheet(plan, frames), limits::SEALED_BYTES as u64);
    if sheet > limit {
        let place = Place::new(ErrorKind::Plan, "$.tasks");
        faults.push(codes::sheet_size(sheet, limit).at(place));
    }
    let candidates = staff::candidates(&of.teams, &of.inspectors);
    let (mut drawn, mut seated) = (0_u64, 0_u64);
    let of_tasks = plan.tasks.iter().zip(frames).zip(takes).zip(candidates);
    for (((task, frame), takes), candidates) in of_tasks {
        let drawing = Drawing::new(task, frame, takes);
        drawn = drawn
            .saturating_add(drawing.entities())
            .saturating_add(drawing.seats());
        let search = drawing.seats().saturating_mul(candidates as u64);
        seated = seated.saturating_add(search);
    }
    let place = || Place::new(ErrorKind::Plan, "$.tasks");
    let limit = limits::for_rows(limits::DRAWN, limits::DRAWN_FOR_EACH, rows);
    if drawn > limit {
        faults.push(codes::drawn(drawn, limit).at(place()));
    }
    let limit = limits::for_rows(limits::SEATED, limits::SEATED_FOR_EACH, rows);
    if seated > limit {
        faults.push(codes::seated(seated, limit).at(place()));
    }
}

/// The maximum bytes of the tasks in a commitment. Their lines have blanks, names and numbers of at most 16 digits.
fn sheet(plan: &Plan, frames: &[Frame]) -> u64 {
    const TASK: usize = 1024;
    const ELEMENT: usize = 160;
    let tasks = plan.tasks.iter().zip(frames).map(|(task, frame)| {
        let reasons = frame.reasons.iter().map(|of| ELEMENT + of.reason.len());
        let strata = frame.strata.iter().map(|of| ELEMENT + of.name.len());
        let names = task.id.as_str().len() + task.coordination.as_deref().map_or(0, str::len);
        (TASK + names + reasons.chain(strata).sum::<usize>()) as u64
    });
    tasks.fold(0, u64::saturating_add)
}

/// How many entities and seats a task draws.
#[derive(Clone, Copy)]
struct Drawing {
    selected: u64,
    reserves: u64,
    /// The seats of a team, or 0 if the task has no team.
    team: u64,
}

impl Drawing {
    fn new(task: &Task, frame: &Frame, takes: &[u64]) -> Self {
        let strata = frame.strata.iter().zip(takes);
        let reserves = |(stratum, &take): (&Stratum, _)| task.reserves_of(stratum.size, take);
        Self {
            selected: takes.iter().sum(),
            reserves: strata.map(reserves).sum(),
            team: task.team.as_ref().map_or(0, |team| team.seat_count()),
        }
    }

    const fn entities(self) -> u64 {
        self.selected.saturating_add(self.reserves)
    }

    const fn seats(self) -> u64 {
        self.selected.saturating_mul(self.team)
    }
}

/// The size of a document: its bytes, the limit, and the error if it is exceeded.
type Size = (ErrorKind, u64, usize, fn(u64, u64) -> Problem);

/// Refuses a commitment, contributions or a record with more bytes than readers accept.
pub(super) fn check_documents(
    inputs: &Inputs,
    frames: &[Frame],
    commitment: &Commitment,
    faults: &mut Faults,
) {
    let sheet = commitment.to_json().len() as u64;
    let numbers: u64 = commitment.sources().iter().map(numbers).sum();
    // In the record, the lines of the commitment begin with two more blanks. No line is shorter than two bytes.
    let before_draws = sheet
        .saturating_mul(2)
        .saturating_add(contributions(commitment, numbers));
    let record = draws(inputs, frames, commitment).saturating_add(before_draws);
    let sizes: [Size; 3] = [
        (
            ErrorKind::Ceremony,
            sheet,
            limits::COMMITMENT_BYTES,
            codes::sheet_size,
        ),
        (
            ErrorKind::Ceremony,
            numbers,
            limits::PLAN_BYTES,
            codes::values_size,
        ),
        (
            ErrorKind::Plan,
            record,
            limits::RECORD_BYTES,
            codes::record_size,
        ),
    ];
    for (kind, found, limit, problem) in sizes {
        // The bytes of the tasks were checked before. The others come from the ceremony.
        let path = if kind == ErrorKind::Plan {
            "$.tasks"
        } else {
            "$"
        };
        let limit = limit as u64;
        if found > limit {
            faults.push(problem(found, limit).at(Place::new(kind, path)));
        }
    }
}

/// The maximum bytes of the numbers of a source in a record. Each number is on its own line, after ten blanks.
fn numbers(source: &Source) -> u64 {
    const LINE: u64 = 10 + 2;
    let digits = |number: u64| u64::from(number.max(1).ilog10()) + 1;
    let parts = source.parts().iter();
    let parts = parts.map(|part| 64 + part.count() * (LINE + digits(part.to())));
    parts.fold(256, u64::saturating_add)
}

/// The maximum bytes of the contributions. Their file always has at most `PLAN_BYTES`.
fn contributions(commitment: &Commitment, numbers: u64) -> u64 {
    // Too many numbers are reported as a separate fault.
    let numbers = numbers.min(limits::PLAN_BYTES as u64);
    let is_chosen = |source: &Source| matches!(source.kind(), SourceKind::Committed { .. });
    let chosen = commitment.sources().iter().any(is_chosen);
    let chosen = if chosen { limits::PLAN_BYTES as u64 } else { 0 };
    numbers.saturating_add(chosen)
}

/// The maximum bytes of all draws of a record.
fn draws(inputs: &Inputs, frames: &[Frame], commitment: &Commitment) -> u64 {
    let (plan, registry) = (inputs.plan(), inputs.registry());
    let inspectors = inputs.roster().members().iter();
    let inspector = inspectors.map(|of| of.id.len()).max().unwrap_or(1);
    let task = plan.tasks.iter().map(|task| task.id.as_str().len());
    let task = task.max().unwrap_or(1);
    let mut bytes = 1024_u64;
    for ((of_plan, frame), sealed) in plan.tasks.iter().zip(frames).zip(&commitment.tasks) {
        let takes: Vec<u64> = sealed.strata.iter().map(|of| of.take).collect();
        let drawing = Drawing::new(of_plan, frame, &takes);
        let entity = frame.rows.iter().map(|&row| registry.id(wide(row)).len());
        let strata = sealed.strata.iter().map(|of| of.stratum.len());
        let longest = Longest {
            entity: entity.max().unwrap_or(1),
            stratum: strata.max().unwrap_or(1),
            inspector,
            task,
        };
        bytes = bytes.saturating_add(longest.draw(drawing));
    }
    bytes
}

/// The lengths of the longest names of a task. All names except strata and ids of tasks are ASCII. None needs escapes.
struct Longest {
    entity: usize,
    stratum: usize,
    inspector: usize,
    task: usize,
}

impl Longest {
    /// The maximum bytes of one draw [E1]. Each element of its lists has the greatest possible length.
    fn draw(&self, drawing: Drawing) -> u64 {
        let text = |length: usize| Json::text("A".repeat(length));
        let entity = Json::object([
            ("id", text(self.entity)),
            ("stratum", text(self.stratum)),
            ("ticket", text(64)),
        ]);
        // A vacant seat is shorter than a member, apart from the lines around the lists.
        let team = Json::object([
            ("entity", text(self.entity)),
            (
                "members",
                Json::list((0..drawing.team).map(|_| text(self.inspector))),
            ),
            ("vacant", Json::list([Json::count(10)])),
            ("joins", text(self.task)),
        ]);
        let teams = if drawing.team > 0 {
            drawing.selected
        } else {
            0
        };
        let lists = element(&entity)
            .saturating_mul(drawing.entities())
            .saturating_add(element(&team).saturating_mul(teams));
        // The lines of the draw itself: its task, its key and the names of the lists.
        lists.saturating_add(512 + self.task as u64)
    }
}

/// The bytes of an element of a list of a draw.
fn element(element: &Json<'_>) -> u64 {
    // Each of its lines is indented by four levels.
    const DEEPER: usize = 2 * 4;
    let text = element.to_pretty();
    (text.len() + 1 + DEEPER * text.lines().count()) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::hash::Hash;
    use crate::ceremony::commitment::sample;
    use crate::ceremony::contribution::Contribution;
    use crate::ceremony::contributions::Contributions;
    use crate::ceremony::{By, Ceremony, Part};
    use crate::inputs::history::History;
    use crate::inputs::plan::Plan;
    use crate::inputs::registry::Registry;
    use crate::inputs::roster::Roster;
    use crate::seal::seal;
    use crate::staff::tasks;

    /// Two tasks with ids of different lengths, vacant seats and teams that join.
    fn inputs() -> Inputs {
        let plan = r#"{"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": [
            {"id": "J1", "name": "抽查", "quota": {"exactly": "60%"}, "reserves": 2, "coordination": "c",
             "team": {"seats": [{"department": "a", "count": 3}]}},
            {"id": "J2-long", "name": "抽查", "quota": {"count": 4}, "reserves": 100, "coordination": "c",
             "risk": {"unrated_as": "elevated"}, "team": {"seats": [{"department": "a", "count": 2}]}}]}"#;
        let registry: String = (0..20)
            .map(|at| {
                format!(
                    "{{\"id\": \"E{}\", \"name\": \"甲\"}}\n",
                    "9".repeat(at + 1)
                )
            })
            .collect();
        let roster = ["a", "bb"].map(|id| {
            format!(
                "{{\"id\": \"{id}\", \"name\": \"甲\", \"department\": \"a\", \"max_load\": 6}}\n"
            )
        });
        Inputs::new(
            Plan::from_json(plan.as_bytes()).unwrap(),
            Registry::from_json_lines(registry.as_bytes()).unwrap(),
            Roster::from_json_lines(roster.concat().as_bytes()).unwrap(),
            History::default(),
        )
        .unwrap()
    }

    #[test]
    fn no_record_is_larger_than_its_bound() {
        // [S5]
        let inputs = inputs();
        let parts = [
            Part::new(1000, 0, 9999).unwrap(),
            Part::new(20, 1, 6).unwrap(),
        ];
        let dice = Source::live(By::Witness, "掷骰", parts).unwrap();
        let ceremony = Ceremony::new(Hash::Sha256, [dice])
            .with_sealed_at("2024-09-02T09:00:00+08:00".parse().unwrap());
        let sealed = seal(&inputs, &ceremony).unwrap();
        let fallen = [vec![9999; 1000], vec![6; 20]];
        let given = Contribution::live(fallen).unwrap();
        let given = Contributions::new(sealed.commitment().digest(), [given]);
        let record = sealed.draw(&given).unwrap();
        let sheet = sealed.commitment().to_json().len() as u64;
        let numbers = numbers(&sealed.commitment().sources()[0]);
        let bound = draws(&inputs, &sealed.frames, sealed.commitment()) + 2 * sheet + numbers;
        let (found, given) = (record.to_json().len() as u64, given.to_json().len() as u64);
        assert!(found <= bound, "{found} {bound}");
        assert!(bound < found + 2 * sheet + 6_000, "{found} {bound}");
        assert!(given <= numbers + 256, "{given} {numbers}");
        let of_tasks = super::sheet(inputs.plan(), &sealed.frames);
        assert!(sheet < of_tasks + 512, "{sheet} {of_tasks}");
        let all: Vec<u64> = record
            .draws()
            .iter()
            .map(|draw| draw.reserves().len() as u64)
            .collect();
        assert_eq!(all, [2, 16]);
    }

    #[test]
    fn takes_of_all_tasks_are_added_up() {
        let inputs = inputs();
        let frames = crate::frame::frames(
            inputs.plan(),
            inputs.registry(),
            inputs.history(),
            &crate::Run::default(),
        )
        .unwrap();
        let found = |takes: [u64; 2]| {
            let mut faults = Faults::default();
            let of = tasks::staff(inputs.plan(), inputs.roster(), inputs.history());
            let takes = takes.map(|take| vec![take]);
            check_draw(&inputs, &of, &frames, &takes, &mut faults);
            let error = faults.into_result(()).map_err(|error| {
                let details = |fault: &crate::error::Fault| {
                    (fault.code(), fault.detail("found").unwrap().to_owned())
                };
                error.faults().iter().map(details).collect::<Vec<_>>()
            });
            error.map_or_else(|faults| faults, |()| Vec::new())
        };
        assert_eq!(found([12, 4]), []);
        // The first task has four for each entity. The second has 2 selected, 18 reserves and 4 seats, or 3, 17 and 6.
        let most = limits::DRAWN;
        assert_eq!(found([(most - 24) / 4, 2]), []);
        let more = ("limit.drawn", (most + 2).to_string());
        assert_eq!(found([(most - 24) / 4, 3]), [more]);
        let most = limits::SEATED / 6;
        assert_eq!(found([most + 1, 0])[1].0, "limit.seated");
    }

    #[test]
    fn the_whole_commitment_is_one_that_readers_accept() {
        // [S5] Here the ceremony is large, not the tasks: the name of a source is long.
        let found = |length: usize| {
            let mut commitment = sample::sheet("J1", "J1").unwrap();
            commitment.terms.sources[0].name = "A".repeat(length);
            let size = commitment.to_json().len();
            let mut faults = Faults::default();
            check_documents(&inputs(), &[], &commitment, &mut faults);
            let codes = faults.into_result(()).map_err(|error| {
                let told = |fault: &crate::error::Fault| {
                    let detail = |key| fault.detail(key).unwrap().to_owned();
                    let kind = fault.place().kind();
                    (fault.code(), kind, detail("found"), detail("limit"))
                };
                error.faults().iter().map(told).collect::<Vec<_>>()
            });
            (size, codes)
        };
        let (least, _) = found(0);
        let most = limits::COMMITMENT_BYTES - least;
        assert_eq!(found(most), (limits::COMMITMENT_BYTES, Ok(())));
        let kind = ErrorKind::Ceremony;
        let (size, limit) = ("67108865".to_owned(), "67108864".to_owned());
        let too_large = vec![("limit.commitment", kind, size, limit)];
        assert_eq!(found(most + 1).1, Err(too_large));
    }
}
