//! What is overdue, by deadline: the end of the window, the report, the publication.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use suiji::results::{Course, InspectionStatus};
use suiji::values::Date;
use suiji::{Lang, Plan};
use suiji_report::{Calendar, Office, Span};

use crate::texts::{self, Localized, Text};

/// Calendar days for the report, if the office sets none. The number is from the plan of one county.
const REPORT: Span = Span::Days(5);

/// A deadline.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Deadline {
    /// The end of the task's window. Inspections take place until then.
    Inspect,
    /// The report after the last day of the window.
    Report,
    /// The publication of a result.
    Publish,
}

impl Deadline {
    const ALL: [Self; 3] = [Self::Inspect, Self::Report, Self::Publish];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Inspect => "inspect",
            Self::Report => "report",
            Self::Publish => "publish",
        }
    }

    fn head(self) -> Text {
        match self {
            Self::Inspect => texts::head_inspect_overdue(),
            Self::Report => texts::head_report_overdue(),
            Self::Publish => texts::head_publish_overdue(),
        }
    }
}

/// The number of overdue entities for each deadline.
#[derive(Clone, Copy, Debug, Default)]
struct Counts([u64; Deadline::ALL.len()]);

impl Counts {
    fn add(&mut self, deadlines: &[(Deadline, Date)]) {
        for (deadline, _) in deadlines {
            self.0[*deadline as usize] += 1;
        }
    }

    fn cells(self) -> Vec<String> {
        self.0.iter().map(u64::to_string).collect()
    }

    fn to_json(self, mut fields: Value) -> Value {
        for deadline in Deadline::ALL {
            fields[deadline.as_str()] = self.0[deadline as usize].into();
        }
        fields
    }
}

/// An overdue entity.
#[derive(Debug)]
struct Late<'s> {
    task: &'s str,
    entity: &'s str,
    deadline: Deadline,
    until: Date,
}

/// The overdue entities on a day.
#[derive(Debug)]
pub(super) struct Overdue<'s> {
    all: Vec<Late<'s>>,
    tasks: BTreeMap<&'s str, Counts>,
    strata: BTreeMap<(&'s str, &'s str), Counts>,
    inspectors: BTreeMap<&'s str, Counts>,
    /// The years without a table of working days. Their deadlines are not known.
    unknown: BTreeSet<[String; 2]>,
}

/// The data from which deadlines are computed.
pub(super) struct Rules<'r> {
    pub(super) plan: &'r Plan,
    pub(super) office: &'r Office,
    pub(super) calendar: &'r Calendar,
    pub(super) today: Date,
}

impl<'s> Overdue<'s> {
    pub(super) fn of(status: &'s InspectionStatus<'_>, rules: &Rules<'_>) -> Self {
        let mut overdue = Self {
            all: Vec::new(),
            tasks: BTreeMap::new(),
            strata: BTreeMap::new(),
            inspectors: BTreeMap::new(),
            unknown: BTreeSet::new(),
        };
        for task in status.tasks() {
            for course in task.courses() {
                let late = overdue.late(task.task(), course, rules);
                overdue.tasks.entry(task.task()).or_default().add(&late);
                let stratum = (task.task(), course.stratum());
                overdue.strata.entry(stratum).or_default().add(&late);
                for inspector in course.seats().iter().flatten() {
                    let counts = overdue.inspectors.entry(inspector.as_str());
                    counts.or_default().add(&late);
                }
                overdue
                    .all
                    .extend(late.into_iter().map(|(deadline, until)| Late {
                        task: task.task(),
                        entity: course.entity().as_str(),
                        deadline,
                        until,
                    }));
            }
        }
        overdue
    }

    /// The deadlines that an entity has missed, with their last days.
    fn late(
        &mut self,
        task: &str,
        course: &Course<'_>,
        rules: &Rules<'_>,
    ) -> Vec<(Deadline, Date)> {
        let mut late = Vec::new();
        let today = rules.today;
        if course.is_open() {
            let window = rules.plan.task(task).and_then(|task| task.window());
            let Some(end) = window.or(rules.plan.window()).map(|window| window.to()) else {
                return late;
            };
            let report = rules.office.report_within().unwrap_or(REPORT);
            let report = self.after(end, report, rules.calendar);
            late.push((Deadline::Inspect, end));
            late.extend(report.map(|until| (Deadline::Report, until)));
            late.retain(|(_, until)| today > *until);
            return late;
        }
        if let (Some(inspection), Some(span)) = (course.inspection(), rules.office.publish_within())
        {
            let until = self.after(inspection.date(), span, rules.calendar);
            // A result that was published too late stays in the list.
            let day = inspection.published().unwrap_or(today);
            late.extend(
                until
                    .filter(|until| day > *until)
                    .map(|until| (Deadline::Publish, until)),
            );
        }
        late
    }

    /// The last day of a deadline. If the table of a year is missing, notes the year and returns none.
    fn after(&mut self, from: Date, span: Span, calendar: &Calendar) -> Option<Date> {
        match calendar.after(from, span) {
            Ok(until) => Some(until),
            Err(error) => {
                let texts = error.problems().iter();
                let texts =
                    texts.map(|of| [Lang::Zh, Lang::En].map(|lang| of.problem(lang).to_owned()));
                self.unknown.extend(texts);
                None
            }
        }
    }

    /// Adds the counts to each row of a table. The first row has the heads.
    fn added(mut rows: Vec<Vec<String>>, counts: &[Counts], lang: Lang) -> Vec<Vec<String>> {
        if let Some(heads) = rows.first_mut() {
            heads.extend(Deadline::ALL.iter().map(|of| of.head().text(lang)));
        }
        for (row, counts) in rows.iter_mut().skip(1).zip(counts) {
            row.extend(counts.cells());
        }
        rows
    }

    /// The table of tasks with its row of totals, and the overdue entities.
    pub(super) fn by_task(
        &self,
        rows: Vec<Vec<String>>,
        of: &InspectionStatus<'_>,
        lang: Lang,
    ) -> Vec<Vec<String>> {
        let of_task = |task: &str| self.tasks.get(task).copied().unwrap_or_default();
        let mut counts: Vec<Counts> = of.tasks().iter().map(|task| of_task(task.task())).collect();
        let mut total = Counts::default();
        for counts in &counts {
            (0..total.0.len()).for_each(|at| total.0[at] += counts.0[at]);
        }
        counts.push(total);
        Self::added(rows, &counts, lang)
    }

    /// The table of classes, and the overdue entities.
    pub(super) fn by_stratum(
        &self,
        rows: Vec<Vec<String>>,
        of: &InspectionStatus<'_>,
        lang: Lang,
    ) -> Vec<Vec<String>> {
        let strata = of.tasks().iter().flat_map(|task| {
            let strata = task.strata().iter();
            strata.map(move |(stratum, _)| (task.task(), *stratum))
        });
        let counts = strata.map(|key| self.strata.get(&key).copied().unwrap_or_default());
        Self::added(rows, &counts.collect::<Vec<_>>(), lang)
    }

    /// The table of inspectors, and the overdue entities.
    pub(super) fn by_inspector(
        &self,
        rows: Vec<Vec<String>>,
        of: &InspectionStatus<'_>,
        lang: Lang,
    ) -> Vec<Vec<String>> {
        let inspectors = of.inspectors().iter();
        let counts = inspectors.map(|of| self.inspectors.get(of.inspector().as_str()));
        let counts: Vec<Counts> = counts.map(|of| of.copied().unwrap_or_default()).collect();
        Self::added(rows, &counts, lang)
    }

    /// The unknown deadlines, and why.
    pub(super) fn unknown(&self) -> Vec<Text> {
        let texts = self.unknown.iter().map(|[zh, en]| {
            let why = Text::of(|lang| match lang {
                Lang::En => en.clone(),
                _ => zh.clone(),
            });
            texts::status_no_deadlines(why)
        });
        texts.collect()
    }

    /// A line for each overdue entity. `name` returns the name of an entity.
    pub(super) fn lines(&self, name: impl Fn(&str) -> String) -> Vec<Text> {
        let line = |of: &Late<'_>| {
            let entity = texts::status_open_entity(of.task, name(of.entity), of.entity);
            texts::status_late(entity, of.deadline.head(), of.until)
        };
        self.all.iter().map(line).collect()
    }

    /// The overdue entities, for programs.
    pub(super) fn to_json(&self) -> Value {
        let late = |of: &Late<'_>| json!({"task": of.task, "entity": of.entity, "deadline": of.deadline.as_str(), "until": of.until.to_string()});
        let tasks = self.tasks.iter();
        let tasks = tasks.map(|(task, counts)| counts.to_json(json!({"task": task})));
        let strata = self.strata.iter();
        let strata = strata.map(|((task, stratum), counts)| {
            counts.to_json(json!({"task": task, "stratum": stratum}))
        });
        let inspectors = self.inspectors.iter();
        let inspectors = inspectors.map(|(id, counts)| counts.to_json(json!({"inspector": id})));
        let unknown = self
            .unknown
            .iter()
            .map(|[zh, en]| json!({"zh": zh, "en": en}));
        json!({
            "tasks": tasks.collect::<Vec<_>>(),
            "strata": strata.collect::<Vec<_>>(),
            "inspectors": inspectors.collect::<Vec<_>>(),
            "entities": self.all.iter().map(late).collect::<Vec<_>>(),
            "unknown": unknown.collect::<Vec<_>>(),
        })
    }
}

#[cfg(test)]
mod tests {
    use suiji::{Record, Results};

    use super::*;

    const RECORD: &[u8] = include_bytes!("../../../../tests/golden/qinshui-2024/record.json");
    const PLAN: &[u8] = include_bytes!("../../../../tests/golden/qinshui-2024/plan.json");

    /// Overdue entities on a day. The first entities of three tasks were inspected on 20 September. The result of J1 is
    /// not published; the result of J2 was published a day late, and that of J3 on the last day.
    fn overdue(today: &str, calendar: &Calendar) -> Value {
        let record = Record::from_json(RECORD).unwrap();
        let draws = record.draws().iter().take(3);
        let published = [None, Some("2024-10-24"), Some("2024-10-23")];
        let results: Vec<Value> = draws
            .zip(published)
            .map(|(draw, published)| {
                let mut result = json!({"task": draw.task().as_str(), "entity": draw.selected()[0].id().as_str(),
                                        "date": "2024-09-20", "outcomes": ["no_problem"]});
                if let Some(day) = published {
                    result["published"] = day.into();
                }
                result
            })
            .collect();
        let document =
            json!({"spec": "suiji-v1", "record": record.digest().to_string(), "results": results});
        let results = Results::from_json(document.to_string().as_bytes()).unwrap();
        let status = results.status(&record, None).unwrap();
        let (plan, office) = (Plan::from_json(PLAN).unwrap(), Office::default());
        let rules = Rules {
            plan: &plan,
            office: &office,
            calendar,
            today: today.parse().unwrap(),
        };
        Overdue::of(&status, &rules).to_json()
    }

    fn of_task(overdue: &Value, task: usize) -> [u64; 3] {
        ["inspect", "report", "publish"].map(|of| overdue["tasks"][task][of].as_u64().unwrap())
    }

    #[test]
    fn what_is_late_is_counted_by_its_deadline() {
        let calendar = Calendar::published();
        // 20 working days after Friday 20 September 2024 end on 23 October: 29 September and 12 October are working
        // days.
        let publish = |today| [0, 1, 2].map(|task| of_task(&overdue(today, &calendar), task)[2]);
        assert_eq!(publish("2024-10-23"), [0, 1, 0]);
        assert_eq!(publish("2024-10-24"), [1, 1, 0]);
        // The window of J1 ends on 30 November, and 5 days later the report is due; 23 were drawn, one has a result.
        assert_eq!(of_task(&overdue("2024-11-30", &calendar), 0), [0, 0, 1]);
        assert_eq!(of_task(&overdue("2024-12-05", &calendar), 0), [22, 0, 1]);
        let all = overdue("2024-12-06", &calendar);
        assert_eq!(of_task(&all, 0), [22, 22, 1]);
        let sum = |of: &str| -> u64 {
            let rows = all["strata"].as_array().unwrap().iter();
            rows.filter(|row| row["task"] == "J1")
                .map(|row| row[of].as_u64().unwrap())
                .sum()
        };
        assert_eq!((sum("inspect"), sum("publish")), (22, 1));
        let mut entities = all["entities"].as_array().unwrap().iter();
        assert!(entities.any(|of| of["deadline"] == "publish" && of["until"] == "2024-10-23"));
        assert_eq!(all["unknown"], json!([]));
    }

    #[test]
    fn without_the_table_of_the_year_no_day_of_publication_is_given() {
        let all = overdue("2024-12-06", &Calendar::empty());
        assert_eq!(of_task(&all, 0), [22, 22, 0]);
        let why = all["unknown"][0]["en"].as_str().unwrap();
        assert!(why.contains("2024"), "{why}");
    }
}
