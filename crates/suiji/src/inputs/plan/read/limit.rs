//! Limits on visits, of the plan and of its tasks [I2].

use std::collections::BTreeSet;

use super::{at_least_one, check_case, risk};
use crate::base::id::LimitId;
use crate::base::limits;
use crate::base::texts::codes;
use crate::inputs::plan::{Class, Limit, Task};
use crate::json::Json;
use crate::json::reader::{Fields, Path, Reader};

/// The limits of the plan, or of one task.
pub(super) fn list(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
    classes: &[Class],
) -> Option<Vec<Limit>> {
    if matches!(fields.get("limits"), Some(Json::List(list)) if list.len() > limits::LIMITS) {
        reader.fault(codes::limits(limits::LIMITS), &path.key("limits"));
        return None;
    }
    reader.list(fields, path, "limits", |reader, value, path| {
        read(reader, value, path, classes)
    })
}

/// [I2] Reads a limit. Its classes must be classes of the plan.
fn read(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    classes: &[Class],
) -> Option<Limit> {
    let fields = reader.object(value, path, &["id", "visits", "from", "classes", "by"])?;
    let id = reader.required(fields, path, "id", Reader::id);
    let visits = reader.required(fields, path, "visits", at_least_one);
    let from = reader.optional(fields, path, "from", Reader::date);
    let classes = reader.filled_list(fields, path, "classes", |reader, value, path| {
        let class = reader.id(value, path)?;
        risk::known_class(reader, path, class, classes)
    });
    let by = reader.filled_list(fields, path, "by", Reader::owned_text);
    Some(Limit {
        id: LimitId::checked(id?),
        visits: visits?,
        from: from?,
        classes: classes?,
        by: by?,
    })
}

/// [I2] Checks the ids of limits. They are unique within the plan and one task, and none is `exempt`. Ids of different
/// tasks do not differ only in letter case [C4].
pub(super) fn check_ids(
    reader: &mut Reader<'_>,
    of_plan: &[Limit],
    tasks: &[Task],
    path: &Path<'_>,
) {
    let mut seen = BTreeSet::new();
    check_list(reader, of_plan, path, &BTreeSet::new(), &mut seen);
    let tasks_path = path.key("tasks");
    for (index, task) in tasks.iter().enumerate() {
        let path = tasks_path.index(index);
        check_list(reader, &task.limits, &path, &seen, &mut BTreeSet::new());
    }
    let of_tasks = tasks.iter().flat_map(|task| &task.limits);
    let all = of_plan.iter().chain(of_tasks);
    check_case(reader, all.map(|limit| limit.id.as_str()), path);
}

fn check_list<'l>(
    reader: &mut Reader<'_>,
    list: &'l [Limit],
    path: &Path<'_>,
    of_plan: &BTreeSet<&LimitId>,
    seen: &mut BTreeSet<&'l LimitId>,
) {
    let path = path.key("limits");
    for (index, limit) in list.iter().enumerate() {
        if limit.id.as_str().eq_ignore_ascii_case(Limit::EXEMPT) {
            reader.fault(codes::limit_exempt(&limit.id), &path.index(index));
        }
        if of_plan.contains(&limit.id) || !seen.insert(&limit.id) {
            reader.fault(codes::limit_duplicate(&limit.id), &path.index(index));
        }
    }
}
