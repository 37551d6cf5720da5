//! The plan from JSON [I1, I2], with every fault recorded.

use super::{
    Class, DistrictRule, Kind, Mode, Plan, Quota, Risk, Scope, SeatGroup, Targeting, Task, Team,
    Window,
};
use crate::codes;
use crate::id::{self, ClassId, TaskId};
use crate::json::{Fields, Json, Path, Reader};
use crate::limits;
use crate::ratio::Ratio;

const PLAN: &[&str] = &[
    "title",
    "authority",
    "year",
    "document_number",
    "window",
    "basis",
    "classes",
    "annual_cap",
    "max_load",
    "tasks",
    "extra",
];
const TASK: &[&str] = &[
    "id",
    "name",
    "kind",
    "targeting",
    "items",
    "scope",
    "quota",
    "per_year",
    "risk",
    "coordination",
    "reserves",
    "team",
    "window",
    "initiator",
    "partners",
    "mode",
    "methods",
    "risk_note",
    "extra",
];

pub(super) fn plan(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Plan> {
    let fields = reader.object(value, path, PLAN)?;
    let title = reader.required(fields, path, "title", Reader::owned_text);
    let authority = reader.required(fields, path, "authority", Reader::owned_text);
    let year = reader.required(fields, path, "year", |reader, value, path| {
        reader.integer(value, path, 1000, 9999)
    });
    let document_number = reader.optional(fields, path, "document_number", Reader::owned_text);
    let window = reader.optional(fields, path, "window", read_window);
    let basis = reader.list(fields, path, "basis", Reader::owned_text);
    let classes = classes(reader, fields, path);
    let annual_cap = reader.optional(fields, path, "annual_cap", at_least_one);
    let max_load = reader.optional(fields, path, "max_load", at_least_one);
    if matches!(fields.get("tasks"), Some(Json::List(tasks)) if tasks.len() > limits::TASKS) {
        reader.fault(
            codes::TASKS,
            &path.key("tasks"),
            &[("limit", &limits::TASKS.to_string())],
        );
        return None;
    }
    let known = classes.as_deref().unwrap_or_default();
    let tasks = reader.full_list(fields, path, "tasks", |reader, value, path| {
        task(reader, value, path, known)
    });
    let extra = reader.extra(fields, path);
    if let Some(tasks) = &tasks {
        check_ids(reader, tasks, path);
    }
    Some(Plan {
        title: title?,
        authority: authority?,
        year: year?,
        document_number: document_number?,
        window: window?,
        basis: basis?,
        classes: classes?,
        annual_cap: annual_cap?,
        max_load: max_load?,
        tasks: tasks?,
        extra: extra?,
    })
}

/// Task ids are unique [I1]; ids of one kind are not equal but for case [C4].
fn check_ids(reader: &mut Reader<'_>, tasks: &[Task], path: &Path<'_>) {
    let path = path.key("tasks");
    for (index, task) in tasks.iter().enumerate() {
        if tasks[..index].iter().any(|earlier| earlier.id == task.id) {
            reader.fault(
                codes::TASK_DUPLICATE,
                &path.index(index),
                &[("id", task.id.as_str())],
            );
        }
    }
    check_case(reader, tasks.iter().map(|task| task.id.as_str()), &path);
    check_case(reader, tasks.iter().filter_map(Task::coordination), &path);
}

fn check_case<'a>(
    reader: &mut Reader<'_>,
    ids: impl Iterator<Item = &'a str> + Clone,
    path: &Path<'_>,
) {
    if let Some((first, second)) = id::case_twins(ids) {
        reader.fault(
            codes::ID_CASE,
            path,
            &[("first", first), ("second", second)],
        );
    }
}

fn classes(reader: &mut Reader<'_>, fields: Fields<'_, '_>, path: &Path<'_>) -> Option<Vec<Class>> {
    let classes = reader.list(fields, path, "classes", |reader, value, path| {
        let fields = reader.object(value, path, &["id", "name"])?;
        let id = reader.required(fields, path, "id", Reader::id);
        let name = reader.required(fields, path, "name", Reader::owned_text);
        Some(Class {
            id: ClassId::checked(id?),
            name: name?,
        })
    })?;
    if classes.is_empty() {
        return Some(Class::defaults());
    }
    let path = path.key("classes");
    let before = reader.faults.clone();
    if !(2..=9).contains(&classes.len()) {
        reader.fault(
            codes::CLASS_COUNT,
            &path,
            &[("found", &classes.len().to_string())],
        );
    }
    for (index, class) in classes.iter().enumerate() {
        if class.id.as_str() == "all" {
            reader.fault(codes::CLASS_ALL, &path.index(index), &[]);
        }
        if classes[..index]
            .iter()
            .any(|earlier| earlier.id == class.id)
        {
            reader.fault(
                codes::CLASS_DUPLICATE,
                &path.index(index),
                &[("id", class.id.as_str())],
            );
        }
    }
    check_case(reader, classes.iter().map(|class| class.id.as_str()), &path);
    (before == *reader.faults).then_some(classes)
}

fn task(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    classes: &[Class],
) -> Option<Task> {
    let fields = reader.object(value, path, TASK)?;
    let id = reader.required(fields, path, "id", Reader::id);
    let name = reader.required(fields, path, "name", Reader::owned_text);
    let kind = reader.optional(fields, path, "kind", |reader, value, path| {
        reader.choice(
            value,
            path,
            &[("joint", Kind::Joint), ("internal", Kind::Internal)],
        )
    });
    let targeting = reader.optional(fields, path, "targeting", |reader, value, path| {
        let choices = [
            ("targeted", Targeting::Targeted),
            ("untargeted", Targeting::Untargeted),
        ];
        reader.choice(value, path, &choices)
    });
    let items = reader.list(fields, path, "items", Reader::owned_text);
    let scope = reader.optional_map(fields, path, "scope", read_scope);
    let quota = reader.optional(fields, path, "quota", read_quota);
    let per_year = reader.optional(fields, path, "per_year", at_least_one);
    let risk = reader.optional_map(fields, path, "risk", |reader, value, path| {
        read_risk(reader, value, path, classes)
    });
    let coordination = reader.optional(fields, path, "coordination", Reader::id);
    let reserves = reader.optional(fields, path, "reserves", |reader, value, path| {
        reader.count(value, path, 0)
    });
    let name_of = id.unwrap_or("?");
    let team = reader.optional(fields, path, "team", |reader, value, path| {
        read_team(reader, value, path, name_of)
    });
    let window = reader.optional(fields, path, "window", read_window);
    let initiator = reader.optional(fields, path, "initiator", Reader::owned_text);
    let partners = reader.list(fields, path, "partners", Reader::owned_text);
    let mode = reader.optional(fields, path, "mode", read_mode);
    let methods = reader.list(fields, path, "methods", Reader::owned_text);
    let risk_note = reader.optional(fields, path, "risk_note", Reader::owned_text);
    let extra = reader.extra(fields, path);
    if let (Some(None), Some(risk)) = (&quota, &risk)
        && risk.as_ref().is_none_or(|risk| risk.minimum.is_empty())
    {
        reader.fault(codes::NO_NUMBER, path, &[("task", name_of)]);
    }
    Some(Task {
        id: TaskId::checked(id?),
        name: name?,
        kind: kind?,
        targeting: targeting?,
        items: items?,
        scope: scope?.unwrap_or_default(),
        quota: quota?,
        per_year: per_year?,
        risk: risk?.unwrap_or_default(),
        coordination: coordination?.map(str::to_owned),
        reserves: reserves?.unwrap_or_default(),
        team: team?,
        window: window?,
        initiator: initiator?,
        partners: partners?,
        mode: mode?,
        methods: methods?,
        risk_note: risk_note?,
        extra: extra?,
    })
}

fn read_scope(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Scope> {
    let known = &[
        "categories",
        "districts",
        "industries",
        "established_before",
    ];
    let fields = reader.object(value, path, known)?;
    let categories = reader.list(fields, path, "categories", Reader::owned_text);
    let districts = reader.list(fields, path, "districts", |reader, value, path| {
        let code = reader.string(value, path)?;
        let right = is_district(code, 1);
        if !right {
            reader.fault(
                codes::DISTRICT_FORM,
                path,
                &[("found", code), ("from", "1")],
            );
        }
        right.then(|| code.to_owned())
    });
    let industries = reader.list(fields, path, "industries", Reader::owned_text);
    let established_before = reader.optional(fields, path, "established_before", Reader::date);
    Some(Scope {
        categories: categories?,
        districts: districts?,
        industries: industries?,
        established_before: established_before?,
    })
}

/// Whether the text is `from` to 12 digits [I2, I3].
pub(crate) fn is_district(code: &str, from: usize) -> bool {
    (from..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
}

fn read_quota(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Quota> {
    let known = &["at_least", "at_most", "exactly", "count", "min", "max"];
    let fields = reader.object(value, path, known)?;
    let words = known[..4].iter().filter(|word| fields.has(word)).count();
    if words != 1 {
        reader.fault(codes::QUOTA_WORDS, path, &[("found", &words.to_string())]);
        return None;
    }
    for (bound, with) in [("min", "at_least"), ("max", "at_most")] {
        if fields.has(bound) && !fields.has(with) {
            reader.fault(
                codes::QUOTA_BOUND,
                path,
                &[("field", bound), ("with", with)],
            );
            return None;
        }
    }
    let min = reader.optional(fields, path, "min", at_least_one);
    let max = reader.optional(fields, path, "max", at_least_one);
    let ratio = |reader: &mut Reader<'_>, word| reader.required(fields, path, word, Reader::ratio);
    if fields.has("at_least") {
        let ratio = ratio(reader, "at_least");
        return Some(Quota::AtLeast {
            ratio: ratio?,
            min: min?,
        });
    }
    if fields.has("at_most") {
        let ratio = ratio(reader, "at_most");
        return Some(Quota::AtMost {
            ratio: ratio?,
            max: max?,
        });
    }
    if fields.has("exactly") {
        return Some(Quota::Exactly {
            ratio: ratio(reader, "exactly")?,
        });
    }
    Some(Quota::Count {
        count: reader.required(fields, path, "count", at_least_one)?,
    })
}

fn read_risk(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    classes: &[Class],
) -> Option<Risk> {
    let fields = reader.object(
        value,
        path,
        &["minimum", "maximum", "weights", "unrated_as"],
    )?;
    let minimum = of_classes(reader, fields, path, "minimum", classes, ratio);
    let maximum = of_classes(reader, fields, path, "maximum", classes, ratio);
    let weights = of_classes(
        reader,
        fields,
        path,
        "weights",
        classes,
        |reader, value, path| reader.integer(value, path, 1, 1000),
    );
    let unrated_as = reader.optional(fields, path, "unrated_as", |reader, value, path| {
        let class = reader.id(value, path)?;
        known_class(reader, path, class, classes)
    });
    Some(Risk {
        minimum: minimum?,
        maximum: maximum?,
        weights: weights?,
        unrated_as: unrated_as?,
    })
}

/// Values by class; the classes named are the plan's [I2].
fn of_classes<T>(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
    key: &str,
    classes: &[Class],
    read: impl Fn(&mut Reader<'_>, &Json<'_>, &Path<'_>) -> Option<T>,
) -> Option<Vec<(ClassId, T)>> {
    let values = reader.optional_map(fields, path, key, |reader, value, path| {
        let entries = reader.map(value, path)?;
        let mut values = Vec::new();
        for (class, value) in entries.entries() {
            let class = known_class(reader, path, class, classes);
            let key = class.as_ref().map_or("?", ClassId::as_str);
            let value = read(reader, value, &path.key(key));
            values.push(class.zip(value));
        }
        values.into_iter().collect()
    });
    values.map(Option::unwrap_or_default)
}

fn known_class(
    reader: &mut Reader<'_>,
    path: &Path<'_>,
    id: &str,
    classes: &[Class],
) -> Option<ClassId> {
    let class = classes.iter().find(|class| class.id.as_str() == id);
    // Where the classes themselves are at fault that is said already.
    if class.is_none() && !classes.is_empty() {
        reader.fault(codes::CLASS_UNKNOWN, path, &[("id", id)]);
    }
    class.map(|class| class.id.clone())
}

fn read_team(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    task: &str,
) -> Option<Team> {
    let fields = reader.object(value, path, &["seats", "lead_required", "district"])?;
    let seats = reader.full_list(fields, path, "seats", read_seats);
    let lead_required = reader.flag(fields, path, "lead_required");
    let district = reader.optional(fields, path, "district", |reader, value, path| {
        reader.choice(
            value,
            path,
            &[("same", DistrictRule::Same), ("other", DistrictRule::Other)],
        )
    });
    let team = Team {
        seats: seats?,
        lead_required: lead_required?,
        district: district?,
    };
    check_seats(reader, &team, path, task).then_some(team)
}

/// At most 20 seats, at least two of officers, the first not an expert's [T1].
fn check_seats(reader: &mut Reader<'_>, team: &Team, path: &Path<'_>, task: &str) -> bool {
    let officers: u64 = team
        .seats
        .iter()
        .filter(|group| !group.expert)
        .map(|group| group.count)
        .sum();
    let mut right = true;
    let mut fault = |wrong: bool, code, found: u64| {
        if wrong {
            reader.fault(code, path, &[("task", task), ("found", &found.to_string())]);
            right = false;
        }
    };
    fault(team.seat_count() > 20, codes::SEATS_MANY, team.seat_count());
    fault(officers < 2, codes::SEATS_FEW, officers);
    fault(
        team.seats.first().is_some_and(|group| group.expert),
        codes::SEAT_EXPERT,
        0,
    );
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

fn read_window(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Window> {
    let fields = reader.object(value, path, &["from", "to"])?;
    let from = reader.required(fields, path, "from", Reader::date);
    let to = reader.required(fields, path, "to", Reader::date);
    let window = Window {
        from: from?,
        to: to?,
    };
    if window.from > window.to {
        reader.fault(codes::WINDOW, path, &[]);
        return None;
    }
    Some(window)
}

fn read_mode(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Mode> {
    let fields = reader.object(value, path, &["drawn_by", "inspected_by"])?;
    let drawn_by = reader.required(fields, path, "drawn_by", Reader::owned_text);
    let inspected_by = reader.required(fields, path, "inspected_by", Reader::owned_text);
    Some(Mode {
        drawn_by: drawn_by?,
        inspected_by: inspected_by?,
    })
}

fn ratio(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Ratio> {
    reader.ratio(value, path)
}

fn at_least_one(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<u64> {
    reader.count(value, path, 1)
}
