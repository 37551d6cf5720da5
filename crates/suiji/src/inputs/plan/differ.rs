//! What differs between two plans, field by field.
//!
//! Both plans are compared as JSON, so that no field can be left out.

use std::collections::BTreeSet;

use super::change::{PlanChange, PlanChangeKind, Subject};
use super::{Plan, write};
use crate::json::Json;

/// Objects whose fields are compared one by one. Other objects change as a whole.
const PARTS: [&str; 7] = [
    "scope",
    "risk",
    "risk.minimum",
    "risk.maximum",
    "risk.weights",
    "team",
    "extra",
];

impl Plan {
    /// How a later plan differs from this one: first the plan as a whole, then its tasks in the order of the later
    /// plan, then the tasks that were removed. Tasks, limits and classes are compared if their ids are equal.
    ///
    /// Regulations require a notice when a plan changes. [`PlanChange::message`] has its words.
    ///
    /// ```
    /// use suiji::{Lang, Plan};
    ///
    /// let plan = |quota: &str| Plan::from_json(format!(r#"{{
    ///     "title": "样例计划", "authority": "样例县工信局", "year": 2024,
    ///     "tasks": [{{"id": "J1", "name": "对样例企业的抽查", "quota": {{"at_least": "{quota}"}}}}]
    /// }}"#).as_bytes());
    /// let (earlier, later) = (plan("20%")?, plan("30%")?);
    /// let changes = earlier.changes(&later);
    /// assert_eq!(
    ///     changes[0].message(Lang::Zh),
    ///     "任务 J1（对样例企业的抽查）的抽查比例或数量：由“不低于 20%”改为“不低于 30%”"
    /// );
    /// # Ok::<(), suiji::Error>(())
    /// ```
    pub fn changes(&self, later: &Self) -> Vec<PlanChange> {
        let (old, new) = (write::plan(self), write::plan(later));
        let mut differ = Differ {
            names: [self, later].map(class_names).concat(),
            found: Vec::new(),
        };
        differ.object(&Subject::Plan, "", Some(&old), Some(&new), &["tasks"]);
        let (old, new) = (tasks(&old), tasks(&new));
        for (id, task) in &new {
            let of = Subject::of_task(id, task);
            match old.iter().find(|(other, _)| other == id) {
                Some((_, before)) => differ.object(&of, "", Some(before), Some(task), &["id"]),
                None => differ.add(of, PlanChangeKind::TaskAdded, "", None, Some(task)),
            }
        }
        for (id, task) in &old {
            if !new.iter().any(|(other, _)| other == id) {
                let of = Subject::of_task(id, task);
                differ.add(of, PlanChangeKind::TaskRemoved, "", Some(task), None);
            }
        }
        let ids = |all: &[(&str, &Json<'_>)], others: &[(&str, &Json<'_>)]| {
            let ids = all.iter().map(|(id, _)| *id);
            let both = ids.filter(|id| others.iter().any(|(other, _)| other == id));
            Json::list(both.map(Json::text)).into_owned()
        };
        let (before, after) = (ids(&old, &new), ids(&new, &old));
        if before != after {
            // The order of tasks matters: an earlier task fills its teams first.
            let kind = PlanChangeKind::Order;
            differ.add(Subject::Plan, kind, "tasks", Some(&before), Some(&after));
        }
        differ.found
    }
}

fn class_names(plan: &Plan) -> Vec<(String, String)> {
    let classes = plan.classes().iter();
    let names = classes.map(|class| (class.id().to_string(), class.name().to_owned()));
    names.collect()
}

fn field<'j, 'a>(object: &'j Json<'a>, key: &str) -> Option<&'j Json<'a>> {
    match object {
        Json::Object(fields) => fields
            .iter()
            .find(|(of, _)| of == key)
            .map(|(_, value)| value),
        _ => None,
    }
}

fn text<'j>(object: &'j Json<'_>, key: &str) -> &'j str {
    match field(object, key) {
        Some(Json::Text(text)) => text,
        _ => "",
    }
}

/// The members of a list.
fn members<'a>(list: Option<&Json<'a>>) -> Vec<Json<'a>> {
    match list {
        Some(Json::List(all)) => all.clone(),
        _ => Vec::new(),
    }
}

/// The objects of a list, by their ids.
fn by_id<'j, 'a>(list: Option<&'j Json<'a>>) -> Vec<(&'j str, &'j Json<'a>)> {
    match list {
        Some(Json::List(all)) => all.iter().map(|of| (text(of, "id"), of)).collect(),
        _ => Vec::new(),
    }
}

fn tasks<'j, 'a>(plan: &'j Json<'a>) -> Vec<(&'j str, &'j Json<'a>)> {
    by_id(field(plan, "tasks"))
}

struct Differ {
    /// The ids and names of the classes of both plans.
    names: Vec<(String, String)>,
    found: Vec<PlanChange>,
}

impl Differ {
    fn add(
        &mut self,
        of: Subject,
        kind: PlanChangeKind,
        path: &str,
        before: Option<&Json<'_>>,
        after: Option<&Json<'_>>,
    ) {
        let own = |value: Option<&Json<'_>>| value.map(|value| value.clone().into_owned());
        let change = PlanChange::new(of, kind, path, (own(before), own(after)), &self.names);
        self.found.push(change);
    }

    /// Compares objects field by field, in the order in which they are written.
    fn object(
        &mut self,
        of: &Subject,
        path: &str,
        old: Option<&Json<'_>>,
        new: Option<&Json<'_>>,
        except: &[&str],
    ) {
        let keys = |object: Option<&Json<'_>>| match object {
            Some(Json::Object(fields)) => fields.iter().map(|(key, _)| key.to_string()).collect(),
            _ => Vec::new(),
        };
        let mut all: Vec<String> = keys(new);
        all.extend(keys(old).into_iter().filter(|key| !keys(new).contains(key)));
        for key in all.iter().filter(|key| !except.contains(&key.as_str())) {
            let path = match path {
                "" => key.clone(),
                path => format!("{path}.{key}"),
            };
            let before = old.and_then(|object| field(object, key));
            let after = new.and_then(|object| field(object, key));
            self.value(of, &path, before, after);
        }
    }

    fn value(&mut self, of: &Subject, path: &str, old: Option<&Json<'_>>, new: Option<&Json<'_>>) {
        if old == new {
            return;
        }
        if PARTS.contains(&path) {
            return self.object(of, path, old, new, &[]);
        }
        let is_list = |value: Option<&Json<'_>>| matches!(value, Some(Json::List(_)));
        match path {
            "limits" | "classes" => self.listed(of, path, old, new),
            "team.seats" => self.whole(of, path, old, new),
            _ if is_list(old) || is_list(new) => self.set(of, path, old, new),
            _ => self.whole(of, path, old, new),
        }
    }

    fn whole(&mut self, of: &Subject, path: &str, old: Option<&Json<'_>>, new: Option<&Json<'_>>) {
        let kind = match (old, new) {
            (None, _) => PlanChangeKind::Added,
            (_, None) => PlanChangeKind::Removed,
            _ => PlanChangeKind::Changed,
        };
        self.add(of.clone(), kind, path, old, new);
    }

    /// Compares objects that have ids.
    fn listed(&mut self, of: &Subject, path: &str, old: Option<&Json<'_>>, new: Option<&Json<'_>>) {
        let before = self.found.len();
        let (old_ids, new_ids) = (by_id(old), by_id(new));
        let find = |all: &[(&str, &Json<'_>)], id: &str| {
            let found = all.iter().find(|(other, _)| *other == id);
            found.map(|(_, value)| (*value).clone().into_owned())
        };
        let ids = new_ids.iter().chain(&old_ids).map(|(id, _)| *id);
        let mut seen = BTreeSet::new();
        for id in ids.filter(|id| seen.insert(*id)) {
            let (one, other) = (find(&old_ids, id), find(&new_ids, id));
            if one != other {
                self.whole(of, &format!("{path}.{id}"), one.as_ref(), other.as_ref());
            }
        }
        if self.found.len() == before {
            self.add(of.clone(), PlanChangeKind::Order, path, old, new);
        }
    }

    /// Compares lists of texts: what was added, and what was removed.
    fn set(&mut self, of: &Subject, path: &str, old: Option<&Json<'_>>, new: Option<&Json<'_>>) {
        let (before, after) = (members(old), members(new));
        let only = |all: &[Json<'_>], others: &[Json<'_>]| {
            let only = all.iter().filter(|of| !others.contains(of)).cloned();
            Json::list(only.map(Json::into_owned))
        };
        let (gone, added) = (only(&before, &after), only(&after, &before));
        if !gone.is_empty() {
            self.add(of.clone(), PlanChangeKind::Removed, path, Some(&gone), None);
        }
        if !added.is_empty() {
            self.add(of.clone(), PlanChangeKind::Added, path, None, Some(&added));
        }
        if gone.is_empty() && added.is_empty() {
            self.add(of.clone(), PlanChangeKind::Order, path, old, new);
        }
    }
}
