//! The record: the draw of each task, as sequences and tables.

use core::hash::{Hash, Hasher};
use std::sync::Arc;

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyRange, PyTuple};
use suiji::record::{DrawnEntity, DrawnTeam};

use crate::capsules::{refused, schema, stream};
use crate::commitment::Commitment;
use crate::contributions::Contributions;
use crate::document::document;
use crate::drawn::Row;
use crate::json::{dumps, html};
use crate::objects::{Amendments, Record, Sealed};
use crate::papers::{Material, Request, papers, templates};
use crate::results::Results;
use crate::run::Settings;
use crate::sample::SampleTable;
use crate::state::AmendedState;
use crate::values::{all, item};

document! {
    Record(suiji::Record::from_json_with, to_json, |record| record.digest(), record);

    /// The record digest, in hex [E1].
    #[getter]
    fn digest(&self) -> String {
        self.0.digest().to_string()
    }

    /// The record as canonical JSON: the bytes that are hashed.
    fn canonical(&self, py: Python<'_>) -> Vec<u8> {
        py.detach(|| self.0.canonical())
    }

    /// The seed, in hex [R2].
    #[getter]
    fn seed(&self) -> String {
        self.0.seed().to_string()
    }

    /// The commitment of the draw.
    #[getter]
    fn commitment(&self) -> Commitment {
        Commitment::of(self.0.commitment().clone())
    }

    /// The contributions of all sources.
    #[getter]
    fn contributions(&self) -> Contributions {
        Contributions::of(self.0.contributions().clone())
    }

    /// The draw of each task, in the order of the plan.
    #[getter]
    fn draws<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let draws = 0..self.0.draws().len();
        all(py, draws, |at| Ok(Bound::new(py, Draw::new(&self.0, at))?.into_any()))
    }

    /// The draw of one task. Raises `KeyError` if the plan has no such task.
    fn draw(&self, task: &str) -> PyResult<Draw> {
        let mut draws = self.0.draws().iter();
        let at = draws.position(|draw| draw.task().as_str() == task);
        let at = at.ok_or_else(|| PyKeyError::new_err(task.to_owned()))?;
        Ok(Draw::new(&self.0, at))
    }

    /// The state after the draw, without amendments [M1].
    fn state(slf: &Bound<'_, Self>) -> PyResult<AmendedState> {
        let again = (slf.getattr("state")?, PyTuple::empty(slf.py()));
        AmendedState::new(&slf.get().0, None, again)
    }

    /// The results of entities, as rows and as an Arrow table: state, inclusion probability, ticket, rank, team.
    ///
    /// With `sealed`, there is one row for each task and entity of the registry. Without it, there are rows only for
    /// the selected entities and the reserves, and `class` is null, because a record has no classes. `task` restricts
    /// it to one task.
    ///
    /// Raises `InputError` if the record belongs to another commitment, and `KeyError` if it has no such task.
    #[pyo3(signature = (sealed=None, task=None, *, threads=1, progress=None))]
    fn sample(
        slf: &Bound<'_, Self>,
        sealed: Option<&Bound<'_, Sealed>>,
        task: Option<&str>,
        threads: usize,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<SampleTable> {
        let again = (sealed, task).into_pyobject(slf.py())?;
        let again = (slf.getattr("sample")?, again);
        let sealed = sealed.map(|sealed| sealed.get().core());
        let settings = Settings::new(threads, progress);
        SampleTable::sample(&slf.get().0, sealed, task, settings, again)
    }

    /// The papers of the draw, as in the command `suiji papers`: a sequence of `Paper` with the method
    /// `save`.
    ///
    /// `office` is a mapping with the settings of the office (`office.json`), `lang` is `zh` or `en`. `kinds` are some
    /// of `minutes`, `task_sheet`, `approval`, `notice`, `announcement`, `table` and `picture`, and with `results` of
    /// `outcomes`, `proposals` and `summary`, by default all; `letters_to` are ids of entities that get a letter. Then
    /// other papers are made only for `kinds`.
    ///
    /// `holidays` is a mapping with notices of holidays (`holidays.json`), for years that this version does not know.
    /// `templates` are the office's own: a mapping from names such as `minutes.zh.html` to texts, or the folder of
    /// their files.
    ///
    /// Only `announcement` and `outcomes` are public. All other papers are for the office, the inspectors or one
    /// entity.
    ///
    /// Raises `InputError` if the record, the amendments or the results belong to another draw, if settings or holidays
    /// are wrong, or if a template is: `faults` name the template and the line.
    #[pyo3(signature = (sealed, *, kinds=None, letters_to=None, office=None, amendments=None, results=None, holidays=None, templates=None, lang="zh"))]
    #[expect(clippy::too_many_arguments, reason = "keywords of Python")]
    fn papers<'py>(
        &self,
        py: Python<'py>,
        sealed: &Sealed,
        kinds: Option<Vec<String>>,
        letters_to: Option<Vec<String>>,
        office: Option<&Bound<'py, PyAny>>,
        amendments: Option<&Amendments>,
        results: Option<&Results>,
        holidays: Option<&Bound<'py, PyAny>>,
        templates: Option<&Bound<'py, PyAny>>,
        lang: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let of = Material {
            sealed: sealed.core(),
            record: &self.0,
            amendments: amendments.map(|amendments| &*amendments.0),
            results: results.map(|results| &*results.0),
        };
        let request = Request {
            kinds,
            letters_to: letters_to.unwrap_or_default(),
            office: office.map(dumps).transpose()?,
            holidays: holidays.map(dumps).transpose()?,
            templates: templates.map(self::templates).transpose()?.unwrap_or_default(),
            lang,
        };
        papers(py, &of, &request)
    }

    fn __repr__(&self) -> String {
        let (digest, draws) = (self.0.digest(), self.0.draws());
        let selected: usize = draws.iter().map(|draw| draw.selected().len()).sum();
        format!("<suiji.Record {digest}: {selected} selected in {} tasks>", draws.len())
    }
}

/// The draw of one task: the selected entities, the reserves (备选) and the teams.
#[pyclass(frozen, eq, hash, module = "suiji")]
#[derive(Clone)]
pub(crate) struct Draw {
    record: Arc<suiji::Record>,
    at: usize,
}

impl Draw {
    fn new(record: &Arc<suiji::Record>, at: usize) -> Self {
        let record = Arc::clone(record);
        Self { record, at }
    }

    fn of(&self) -> &suiji::record::Draw {
        &self.record.draws()[self.at]
    }
}

#[pymethods]
impl Draw {
    /// The id of the task.
    #[getter]
    fn task(&self) -> &str {
        self.of().task().as_str()
    }

    /// The draw key, in hex [D1].
    #[getter]
    fn key(&self) -> String {
        self.of().key().to_string()
    }

    /// The selected entities, in the order of visits [D3].
    #[getter]
    fn selected(&self) -> DrawnTable {
        DrawnTable(self.clone(), "selected", suiji::record::Draw::selected)
    }

    /// The reserves, stratum by stratum [D3].
    #[getter]
    fn reserves(&self) -> DrawnTable {
        DrawnTable(self.clone(), "reserves", suiji::record::Draw::reserves)
    }

    /// The teams, in the order of the selected entities [T5]; empty if the task has no team.
    #[getter]
    fn teams(&self) -> TeamTable {
        TeamTable(self.clone(), "teams", suiji::record::Draw::teams)
    }

    /// The pickle of a draw contains its record.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (&str,))> {
        let record = Bound::new(py, Record(Arc::clone(&self.record)))?;
        Ok((record.getattr("draw")?, (self.task(),)))
    }

    fn __repr__(&self) -> String {
        let (selected, reserves) = (self.of().selected().len(), self.of().reserves().len());
        format!(
            "<suiji.Draw {}: {selected} selected, {reserves} reserves>",
            self.task()
        )
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        html(slf.as_any(), "draw")
    }
}

impl PartialEq for Draw {
    fn eq(&self, other: &Self) -> bool {
        self.of() == other.of()
    }
}

impl Hash for Draw {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.of().key().hash(state);
    }
}

/// A list of a draw, without copying: the draw, the name of its attribute in Python, and the list.
macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident of $row:ident;)+) => {$(
        $(#[$doc])*
        #[pyclass(frozen, eq, hash, module = "suiji")]
        pub(crate) struct $table(Draw, &'static str, fn(&suiji::record::Draw) -> &[$row]);

        impl $table {
            fn rows(&self) -> &[$row] {
                (self.2)(self.0.of())
            }
        }

        #[pymethods]
        impl $table {
            fn __len__(&self) -> usize {
                self.rows().len()
            }

            fn __getitem__<'py>(&self, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
                let rows = self.rows();
                item(index, rows.len(), |place| rows[place].value(index.py()))
            }

            fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
                let places = PyRange::new(slf.py(), 0, slf.len()?.try_into()?)?;
                let map = slf.py().import("builtins")?.getattr("map")?;
                map.call1((slf.getattr("__getitem__")?, places))
            }

            /// The schema of the table, as an Arrow capsule.
            fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
                let empty = $row::batch(&[]).map_err(refused)?;
                schema(py, &empty.schema())
            }

            /// The table, as an Arrow capsule.
            #[pyo3(signature = (requested_schema=None))]
            fn __arrow_c_stream__<'py>(
                &self,
                py: Python<'py>,
                requested_schema: Option<Bound<'py, PyAny>>,
            ) -> PyResult<Bound<'py, PyCapsule>> {
                // A producer may ignore it, so the reader converts the columns.
                drop(requested_schema);
                let batch = py.detach(|| $row::batch(self.rows()));
                stream(py, vec![batch.map_err(refused)?])
            }

            /// The pickle of a table contains its record.
            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Draw, &str))> {
                let getattr = py.import("builtins")?.getattr("getattr")?;
                Ok((getattr, (self.0.clone(), self.1)))
            }

            fn __repr__(&self) -> String {
                format!(concat!("<suiji.", stringify!($table), ": {} rows>"), self.rows().len())
            }

            fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
                html(slf.as_any(), "table")
            }
        }

        impl PartialEq for $table {
            fn eq(&self, other: &Self) -> bool {
                self.rows() == other.rows()
            }
        }

        impl Hash for $table {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.rows().len().hash(state);
                self.rows().iter().for_each(|row| row.entity_id().hash(state));
            }
        }
    )+};
}

tables! {
    /// Drawn entities: a sequence of `DrawnEntity` and a table of Arrow (id, stratum, ticket).
    ///
    /// `pl.DataFrame(table)`, `pd.DataFrame(table)` and `pa.table(table)` can read it directly.
    DrawnTable of DrawnEntity;
    /// The teams of a task: a sequence of `DrawnTeam` and a table of Arrow (entity, members, lead, vacant, joins).
    TeamTable of DrawnTeam;
}
