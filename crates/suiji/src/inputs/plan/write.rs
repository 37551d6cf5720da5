//! The plan as JSON, without the fields that [C2c] leaves out.

use super::{
    Class, DistrictRule, Limit, Mode, Plan, Quota, Risk, Scope, SeatGroup, Targeting, Task,
    TaskKind, Team, Window,
};
use crate::base::date::Date;
use crate::base::id::ClassId;
use crate::base::ratio::Ratio;
use crate::json::{Json, ObjectBuilder};

pub(super) fn plan(plan: &Plan) -> Json<'_> {
    let plain = ObjectBuilder::default()
        .with("title", Json::text(&plan.title))
        .with("authority", Json::text(&plan.authority))
        .with("year", Json::count(plan.year))
        .maybe("document_number", text(&plan.document_number))
        .maybe("window", plan.window.map(window))
        .maybe("basis", Some(Json::texts(&plan.basis)));
    // A plan built in code without any class must not become a plan with the default classes.
    let classes =
        (plan.classes != Class::defaults()).then(|| Json::list(plan.classes.iter().map(class)));
    filled(plain, "classes", classes)
        .maybe("limits", Some(limits(&plan.limits)))
        .maybe("max_load", plan.max_load.map(Json::count))
        .with("tasks", Json::list(plan.tasks.iter().map(task)))
        .maybe("extra", Some(extra(&plan.extra)))
        .build()
}

fn task(task: &Task) -> Json<'_> {
    let kind = |kind| match kind {
        TaskKind::Joint => "joint",
        TaskKind::Internal => "internal",
    };
    let targeting = |targeting| match targeting {
        Targeting::Targeted => "targeted",
        Targeting::Untargeted => "untargeted",
    };
    ObjectBuilder::default()
        .with("id", Json::text(task.id.as_str()))
        .with("name", Json::text(&task.name))
        .maybe("kind", task.kind.map(|of| Json::text(kind(of))))
        .maybe(
            "targeting",
            task.targeting.map(|of| Json::text(targeting(of))),
        )
        .maybe("items", Some(Json::texts(&task.items)))
        .maybe("scope", Some(scope(&task.scope)))
        .maybe("quota", task.quota.map(quota))
        .maybe("limits", Some(limits(&task.limits)))
        .maybe("risk", Some(risk(&task.risk)))
        .maybe("coordination", text(&task.coordination))
        .maybe(
            "reserves",
            (task.reserves > 0).then(|| Json::count(task.reserves)),
        )
        .maybe("team", task.team.as_ref().map(team))
        .maybe("window", task.window.map(window))
        .maybe("initiator", text(&task.initiator))
        .maybe("partners", Some(Json::texts(&task.partners)))
        .maybe("mode", task.mode.as_ref().map(mode))
        .maybe("methods", Some(Json::texts(&task.methods)))
        .maybe("risk_note", text(&task.risk_note))
        .maybe("extra", Some(extra(&task.extra)))
        .build()
}

/// An optional field that is written even if it is empty, so that the reader refuses it [C2c].
fn filled<'a>(
    object: ObjectBuilder<'a>,
    key: &'a str,
    value: Option<Json<'a>>,
) -> ObjectBuilder<'a> {
    match value {
        Some(value) => object.with(key, value),
        None => object,
    }
}

fn limits(limits: &[Limit]) -> Json<'_> {
    Json::list(limits.iter().map(|limit| {
        let plain = ObjectBuilder::default()
            .with("id", Json::text(limit.id.as_str()))
            .with("visits", Json::count(limit.visits))
            .maybe("from", limit.from.map(date));
        let classes = limit
            .classes
            .as_deref()
            .map(|classes| Json::list(classes.iter().map(|class| Json::text(class.as_str()))));
        let plain = filled(plain, "classes", classes);
        filled(plain, "by", limit.by.as_deref().map(Json::texts)).build()
    }))
}

fn date(date: Date) -> Json<'static> {
    Json::text(date.to_string())
}

fn scope(scope: &Scope) -> Json<'_> {
    ObjectBuilder::default()
        .maybe("categories", Some(Json::texts(&scope.categories)))
        .maybe("districts", Some(Json::texts(&scope.districts)))
        .maybe("industries", Some(Json::texts(&scope.industries)))
        .maybe("established_before", scope.established_before.map(date))
        .build()
}

fn quota(quota: Quota) -> Json<'static> {
    let (word, ratio, bound) = match quota {
        Quota::Count { count } => return Json::object([("count", Json::count(count))]),
        Quota::AtLeast { ratio, min } => ("at_least", ratio, ("min", min)),
        Quota::AtMost { ratio, max } => ("at_most", ratio, ("max", max)),
        Quota::Exactly { ratio } => ("exactly", ratio, ("", None)),
    };
    ObjectBuilder::default()
        .with(word, ratio_text(ratio))
        .maybe(bound.0, bound.1.map(Json::count))
        .build()
}

fn risk(risk: &Risk) -> Json<'_> {
    ObjectBuilder::default()
        .maybe("minimum", Some(of_classes(&risk.minimum, ratio_text)))
        .maybe("maximum", Some(of_classes(&risk.maximum, ratio_text)))
        .maybe("weights", Some(of_classes(&risk.weights, Json::count)))
        .maybe(
            "unrated_as",
            risk.unrated_as
                .as_ref()
                .map(|class| Json::text(class.as_str())),
        )
        .build()
}

fn of_classes<T: Copy>(values: &[(ClassId, T)], json: fn(T) -> Json<'static>) -> Json<'_> {
    Json::object(
        values
            .iter()
            .map(|(class, value)| (class.as_str(), json(*value))),
    )
}

fn team(team: &Team) -> Json<'_> {
    let district = |rule| match rule {
        DistrictRule::Same => "same",
        DistrictRule::Other => "other",
    };
    ObjectBuilder::default()
        .with("seats", Json::list(team.seats.iter().map(seats)))
        .flag("lead_required", team.lead_required)
        .maybe(
            "district",
            team.district.map(|rule| Json::text(district(rule))),
        )
        .maybe("rotation_from", team.rotation_from.map(date))
        .build()
}

fn seats(group: &SeatGroup) -> Json<'_> {
    ObjectBuilder::default()
        .with("department", Json::text(&group.department))
        .with("count", Json::count(group.count))
        .maybe("role", text(&group.role))
        .maybe("skills", Some(Json::texts(&group.skills)))
        .flag("expert", group.expert)
        .build()
}

fn class(class: &Class) -> Json<'_> {
    Json::object([
        ("id", Json::text(class.id.as_str())),
        ("name", Json::text(&class.name)),
    ])
}

fn window(window: Window) -> Json<'static> {
    Json::object([("from", date(window.from)), ("to", date(window.to))])
}

fn mode(mode: &Mode) -> Json<'_> {
    Json::object([
        ("drawn_by", Json::text(&mode.drawn_by)),
        ("inspected_by", Json::text(&mode.inspected_by)),
    ])
}

fn extra(extra: &[(String, String)]) -> Json<'_> {
    Json::object(
        extra
            .iter()
            .map(|(key, value)| (key.as_str(), Json::text(value))),
    )
}

fn text(text: &Option<String>) -> Option<Json<'_>> {
    text.as_deref().map(Json::text)
}

fn ratio_text(ratio: Ratio) -> Json<'static> {
    Json::text(ratio.to_string())
}
