//! Reads the team of a task, and checks the rules of [T1] that need only its seats.

use crate::base::texts::{Problem, codes};
use crate::inputs::plan::{DistrictRule, SeatGroup, Team};
use crate::json::Json;
use crate::json::reader::{Path, Reader};

pub(super) fn read(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    task: &str,
) -> Option<Team> {
    let fields = reader.object(
        value,
        path,
        &["seats", "lead_required", "district", "rotation_from"],
    )?;
    let seats = reader.full_list(fields, path, "seats", read_seats);
    let lead_required = reader.flag(fields, path, "lead_required");
    let district = reader.optional(fields, path, "district", |reader, value, path| {
        reader.choice(
            value,
            path,
            &[("same", DistrictRule::Same), ("other", DistrictRule::Other)],
        )
    });
    let rotation_from = reader.optional(fields, path, "rotation_from", Reader::date);
    let team = Team {
        seats: seats?,
        lead_required: lead_required?,
        district: district?,
        rotation_from: rotation_from?,
    };
    check_seats(reader, &team, path, task).then_some(team)
}

/// [T1] Checks that there are at most 20 seats, that at least two are not for experts, and that the first is not for an
/// expert.
fn check_seats(reader: &mut Reader<'_>, team: &Team, path: &Path<'_>, task: &str) -> bool {
    let officers: u64 = team
        .seats
        .iter()
        .filter(|group| !group.expert)
        .map(|group| group.count)
        .sum();
    let mut right = true;
    let mut refuse = |wrong: bool, problem: Problem| {
        if wrong {
            reader.fault(problem, path);
            right = false;
        }
    };
    let seats = team.seat_count();
    refuse(seats > 20, codes::seats_many(task, seats));
    refuse(officers < 2, codes::seats_few(task));
    let expert = team.seats.first().is_some_and(|group| group.expert);
    refuse(expert, codes::seat_expert(task));
    right
}

fn read_seats(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<SeatGroup> {
    let fields = reader.object(
        value,
        path,
        &["department", "count", "role", "skills", "expert"],
    )?;
    let department = reader.required(fields, path, "department", Reader::owned_text);
    let count = reader.required(fields, path, "count", |reader, value, path| {
        reader.integer(value, path, 1, 20)
    });
    let role = reader.optional(fields, path, "role", Reader::owned_text);
    let skills = reader.list(fields, path, "skills", Reader::owned_text);
    let expert = reader.flag(fields, path, "expert");
    Some(SeatGroup {
        department: department?,
        count: count?,
        role: role?,
        skills: skills?,
        expert: expert?,
    })
}
