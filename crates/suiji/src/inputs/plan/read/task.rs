//! A task of the plan [I2].

use super::{limit, quota, read_window, risk, team};
use crate::base::id::TaskId;
use crate::base::texts::codes;
use crate::inputs::plan::{Class, Mode, Scope, Targeting, Task, TaskKind};
use crate::json::Json;
use crate::json::reader::{Path, Reader};

const TASK: &[&str] = &[
    "id",
    "name",
    "kind",
    "targeting",
    "items",
    "scope",
    "quota",
    "limits",
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

/// [I2] Reads a task, which needs a quota or `risk.minimum`.
pub(super) fn read(
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
            &[("joint", TaskKind::Joint), ("internal", TaskKind::Internal)],
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
    let quota = reader.optional(fields, path, "quota", quota::read);
    let limits = limit::list(reader, fields, path, classes);
    let risk = reader.optional(fields, path, "risk", |reader, value, path| {
        risk::read(reader, value, path, classes)
    });
    let coordination = reader.optional(fields, path, "coordination", Reader::id);
    let reserves = reader.optional(fields, path, "reserves", |reader, value, path| {
        reader.count(value, path, 0)
    });
    let name_of = id.map_or_else(|| path.to_string(), str::to_owned);
    let name_of = name_of.as_str();
    let team = reader.optional(fields, path, "team", |reader, value, path| {
        team::read(reader, value, path, name_of)
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
        reader.fault(codes::no_number(name_of), path);
    }
    Some(Task {
        id: TaskId::checked(id?),
        name: name?,
        kind: kind?,
        targeting: targeting?,
        items: items?,
        scope: scope?.unwrap_or_default(),
        quota: quota?,
        limits: limits?,
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
    let categories = reader.filled_list(fields, path, "categories", Reader::owned_text);
    let districts = reader.filled_list(fields, path, "districts", |reader, value, path| {
        let code = reader.string(value, path)?;
        let right = is_district(code, 1);
        if !right {
            reader.fault(codes::district_form(1, code), path);
        }
        right.then(|| code.to_owned())
    });
    let industries = reader.filled_list(fields, path, "industries", Reader::owned_text);
    let established_before = reader.optional(fields, path, "established_before", Reader::date);
    Some(Scope {
        categories: categories?.unwrap_or_default(),
        districts: districts?.unwrap_or_default(),
        industries: industries?.unwrap_or_default(),
        established_before: established_before?,
    })
}

/// Whether the text is `from` to 12 digits [I2, I3].
pub(crate) fn is_district(code: &str, from: usize) -> bool {
    (from..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
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
