//! Results of inspections: compared with the record, counted, and used for the next draw.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use suiji::Lang;
use suiji::results::{Known, MeasureCode, OutcomeCode, OwnMeasure, OwnOutcome};
use suiji::values::Date;

use crate::document::document;
use crate::errors::{exception, optional};
use crate::json::{dumps, loads};
use crate::objects::Amendments;
use crate::objects::Record;
use crate::plan::Plan;
use crate::run::attempt;
use crate::status::{inspection, status};
use crate::tables::History;
use crate::values::{all, finding, made};

document! {
    /// The results of the inspections of a draw (检查结果) [O1].
    ///
    /// `inspections` are mappings with `task`, `entity`, `date`, `inspectors`, `outcomes`, `measures`, `note` and
    /// `published`, as in the JSON document. `own_outcomes` (`code`, `name`, `group`) and `own_measures` (`code`,
    /// `name`) are codes of the office, in addition to `outcome_codes` and `measure_codes`.
    ///
    /// Making and reading check only their form. `check` compares them with a record.
    #[derive(PartialEq)]
    Results(
        |bytes, _| suiji::Results::from_json(bytes),
        to_json,
        |results| results.to_json(),
        results
    );

    #[new]
    #[pyo3(signature = (record, inspections=None, *, own_outcomes=None, own_measures=None))]
    fn new(
        record: &Bound<'_, Record>,
        inspections: Option<&Bound<'_, PyAny>>,
        own_outcomes: Option<&Bound<'_, PyAny>>,
        own_measures: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let py = record.py();
        let document = loads(py, &suiji::Results::new(&record.get().0).to_json())?;
        let lists = [("own_outcomes", own_outcomes), ("own_measures", own_measures), ("results", inspections)];
        for (field, list) in lists {
            if let Some(list) = list {
                let list: Vec<Bound<'_, PyAny>> = list.try_iter()?.collect::<PyResult<_>>()?;
                if !list.is_empty() {
                    document.set_item(field, list)?;
                }
            }
        }
        Self::from_bytes(py, dumps(&document)?.as_bytes())
    }

    /// The digest of the record, in hex.
    #[getter]
    fn record(&self) -> String {
        self.0.record().to_string()
    }

    /// The inspections, in the order of the document.
    #[getter]
    fn inspections<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.inspections(), |of| inspection(py, of))
    }

    /// The outcomes in the office's own list.
    #[getter]
    fn own_outcomes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let fields = |of: &OwnOutcome| (of.code().to_owned(), of.name().to_owned(), of.group().as_str());
        all(py, self.0.own_outcomes(), |of| made(py, "OwnOutcome", fields(of)))
    }

    /// The measures in the office's own list.
    #[getter]
    fn own_measures<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        all(py, self.0.own_measures(), |of: &OwnMeasure| made(py, "OwnMeasure", (of.code(), of.name())))
    }

    /// The name of an outcome in English; `None` if its code is unknown. The office's own codes have one name.
    fn outcome_name(&self, code: &str) -> Option<&str> {
        self.0.outcome_name(code, Lang::En)
    }

    /// The name of an outcome in Chinese; `None` if its code is unknown.
    fn outcome_name_zh(&self, code: &str) -> Option<&str> {
        self.0.outcome_name(code, Lang::Zh)
    }

    /// The name of a measure in English; `None` if its code is unknown. The office's own codes have one name.
    fn measure_name(&self, code: &str) -> Option<&str> {
        self.0.measure_name(code, Lang::En)
    }

    /// The name of a measure in Chinese; `None` if its code is unknown.
    fn measure_name_zh(&self, code: &str) -> Option<&str> {
        self.0.measure_name(code, Lang::Zh)
    }

    /// The group of an outcome; `None` if its code is unknown.
    fn group_of(&self, code: &str) -> Option<&'static str> {
        self.0.group_of(code).map(|group| group.as_str())
    }

    /// These results with later ones of the same record, and the changes. An inspection of the same task and entity
    /// replaces the earlier one.
    ///
    /// Raises `InputError` if the later results belong to another record.
    fn update<'py>(&self, py: Python<'py>, later: &Self) -> PyResult<(Self, Bound<'py, PyAny>)> {
        let mut results = (*self.0).clone();
        let update = attempt(py, || results.update((*later.0).clone()).map(|update| (results, update)))?;
        let (results, update) = update;
        let changed = made(py, "Update", (update.added, update.changed, update.same))?;
        Ok((Self::of(results), changed))
    }

    /// Compares the results with the record and, if provided, with its amendments and the plan. Finds wrong results
    /// (`error`), doubtful ones (`warning`) and missing ones (`note`) [O2]. `today`, as `YYYY-MM-DD`, is the day of
    /// the check. Later results are wrong, and missing results are overdue after the window.
    ///
    /// Raises `InputError` if the results or the amendments belong to another record.
    #[pyo3(signature = (record, *, amendments=None, plan=None, today=None))]
    fn check<'py>(
        &self,
        py: Python<'py>,
        record: &Record,
        amendments: Option<&Amendments>,
        plan: Option<&Plan>,
        today: Option<&str>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let mut known = Known::default();
        if let Some(amendments) = amendments {
            known = known.with_amendments(&amendments.0);
        }
        if let Some(plan) = plan {
            known = known.with_plan(&plan.0);
        }
        let today: Option<Date> = optional(py, today)?;
        if let Some(today) = today {
            known = known.with_today(today);
        }
        let findings = attempt(py, || self.0.check(&record.0, &known))?;
        all(py, &findings, |of| finding(py, of))
    }

    /// The progress of the inspections, by task, stratum and inspector [O3]. Results that `check` refuses are left
    /// out.
    ///
    /// Raises `InputError` if the results or the amendments belong to another record.
    #[pyo3(signature = (record, amendments=None))]
    fn status<'py>(
        &self,
        py: Python<'py>,
        record: &Record,
        amendments: Option<&Amendments>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let made = self.0.status(&record.0, amendments.map(|of| &*of.0));
        status(py, &made.map_err(|error| exception(py, &error))?)
    }

    /// The rows that a history needs before the next draw [O3]: one for each result, and one for each drawn entity
    /// without a result. Rows that `earlier` has since the day of the sealing are left out.
    ///
    ///     history = suiji.History([*earlier, *results.visits(record, earlier=earlier)])
    #[pyo3(signature = (record, amendments=None, *, earlier=None))]
    fn visits<'py>(
        &self,
        py: Python<'py>,
        record: &Record,
        amendments: Option<&Amendments>,
        earlier: Option<&History>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let amendments = amendments.map(|of| &*of.0);
        let none = suiji::History::default();
        let earlier = earlier.map_or(&none, |earlier| &*earlier.0);
        let rows = attempt(py, || {
            suiji::History::from_rows(self.0.visits(&record.0, amendments, earlier)?)
        })?;
        let rows = Bound::new(py, History::shared(&std::sync::Arc::new(rows)))?;
        py.import("builtins")?.getattr("list")?.call1((rows,))
    }

    fn __len__(&self) -> usize {
        self.0.inspections().len()
    }

    fn __repr__(&self) -> String {
        let (count, record) = (self.0.inspections().len(), self.0.record());
        format!("<suiji.Results: {count} of record {record}>")
    }
}

/// The published outcomes of inspections, each with its group [O1].
#[pyfunction]
pub(crate) fn outcome_codes(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
    all(py, OutcomeCode::ALL, |of| {
        let fields = (
            of.code(),
            of.name(Lang::En),
            of.name(Lang::Zh),
            of.group().as_str(),
            of.list_2017(),
            of.list_later(),
        );
        made(py, "OutcomeCode", fields)
    })
}

/// The published measures that an inspection can lead to [O1].
#[pyfunction]
pub(crate) fn measure_codes(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
    all(py, MeasureCode::ALL, |of| {
        let fields = (of.code(), of.name(Lang::En), of.name(Lang::Zh));
        made(py, "MeasureCode", fields)
    })
}
