//! The roster (执法检查人员名录库) [I4, I6].

use std::borrow::Cow;
use std::io::{self, BufRead};

use crate::base::codes;
use crate::base::date::Date;
use crate::base::error::{Error, ErrorKind, Fault, Faults, Place};
use crate::base::run::{Cancelled, Run};
use crate::json::reader::{Path, Reader};
use crate::json::{Json, ObjectBuilder};
use crate::registry::read_district;
use crate::table::{self, RosterBuilder, Table};

const FIELDS: &[&str] = &[
    "id",
    "name",
    "department",
    "district",
    "skills",
    "lead",
    "expert",
    "max_load",
    "valid_to",
    "recuse",
    "extra",
];

/// The set of inspectors (执法检查人员) from whom teams are drawn [I4], sorted by id.
///
/// ```
/// use suiji::{Inspector, Roster};
///
/// let roster = Roster::from_rows([Inspector::new("Z-1", "样例一", "县工信局").with_lead()])?;
/// assert_eq!(roster.len(), 1);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Roster(Vec<Member>);

/// An inspector who has been read and checked.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) department: String,
    pub(crate) district: Option<String>,
    pub(crate) skills: Vec<String>,
    pub(crate) lead: bool,
    pub(crate) expert: bool,
    pub(crate) max_load: Option<u64>,
    pub(crate) valid_to: Option<Date>,
    pub(crate) recuse: Vec<String>,
    extra: Vec<(String, String)>,
    number: u64,
}

/// An inspector (执法检查人员) as a row to be put into a [`Roster`], which checks it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Inspector<'a>(Json<'a>);

impl<'a> Inspector<'a> {
    /// An inspector with his id (normally the number of the enforcement certificate), name and department.
    pub fn new(
        id: impl Into<Cow<'a, str>>,
        name: impl Into<Cow<'a, str>>,
        department: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self(Json::object([
            ("id", Json::text(id)),
            ("name", Json::text(name)),
            ("department", Json::text(department)),
        ]))
    }

    /// His division code.
    #[must_use]
    pub fn with_district(self, district: impl Into<Cow<'a, str>>) -> Self {
        self.with("district", Json::text(district))
    }

    /// His skills, a set.
    #[must_use]
    pub fn with_skills<T: Into<Cow<'a, str>>>(self, skills: impl IntoIterator<Item = T>) -> Self {
        self.with("skills", Json::list(skills.into_iter().map(Json::text)))
    }

    /// He may lead a team (主办人员).
    #[must_use]
    pub fn with_lead(self) -> Self {
        self.with("lead", Json::Bool(true))
    }

    /// He is an expert, who is not an enforcement officer.
    #[must_use]
    pub fn as_expert(self) -> Self {
        self.with("expert", Json::Bool(true))
    }

    /// At most so many seats in one draw, at least 1.
    #[must_use]
    pub fn with_max_load(self, seats: u64) -> Self {
        self.with(
            "max_load",
            Json::integer(i64::try_from(seats).unwrap_or(i64::MAX)),
        )
    }

    /// The last day of his certificate, `YYYY-MM-DD`.
    #[must_use]
    pub fn with_valid_to(self, date: impl Into<Cow<'a, str>>) -> Self {
        self.with("valid_to", Json::text(date))
    }

    /// Entities that he must not inspect (回避), a set.
    #[must_use]
    pub fn with_recusals<T: Into<Cow<'a, str>>>(
        self,
        entities: impl IntoIterator<Item = T>,
    ) -> Self {
        self.with("recuse", Json::list(entities.into_iter().map(Json::text)))
    }

    /// Other columns that the office keeps.
    #[must_use]
    pub fn with_extra<T: Into<Cow<'a, str>>>(
        self,
        extra: impl IntoIterator<Item = (T, T)>,
    ) -> Self {
        self.with("extra", Json::sorted_texts(extra))
    }

    fn with(mut self, key: &'static str, value: Json<'a>) -> Self {
        if let Json::Object(fields) = &mut self.0 {
            fields.push((key.into(), value));
        }
        self
    }
}

impl<'a> Inspector<'a> {
    pub(crate) fn tree(&self) -> &Json<'a> {
        &self.0
    }
}

impl Roster {
    /// A builder that takes rows, JSON objects, lines and chunks of columns.
    pub fn builder() -> RosterBuilder {
        RosterBuilder::new()
    }

    /// A roster of these rows.
    ///
    /// # Errors
    /// Every fault of the rows: `json.*`, `text.*`, `id.form`, `date.form`, `district.form`,
    /// `set.duplicate-member`, `roster.duplicate-id`.
    pub fn from_rows<'a>(rows: impl IntoIterator<Item = Inspector<'a>>) -> Result<Self, Error> {
        let mut builder = Self::builder();
        for row in rows {
            builder.push(&row);
        }
        builder.finish(&Run::default())
    }

    /// Reads JSON Lines, one inspector a line.
    ///
    /// # Errors
    /// As [`Roster::from_rows`], and `table.read`, `limit.line`, `limit.rows`, `cancelled`.
    pub fn from_json_lines(reader: impl BufRead, run: &Run) -> Result<Self, Error> {
        table::from_json_lines(reader, run)
    }

    /// Writes the table as JSON Lines, one inspector a line, in the order of ids, without a copy of it in memory.
    /// Each line is canonical [C2a]; [`Self::from_json_lines`] reads an equal table from them. (Columns may bring a
    /// row beyond [`crate::base::limits::LINE_BYTES`]: it is written, and refused where it is read again.)
    ///
    /// # Errors
    /// Those of `out`; one that holds `cancelled`.
    pub fn write_json_lines(&self, out: impl io::Write, run: &Run) -> io::Result<()> {
        table::write_json_lines(self, out, run)
    }

    /// How many inspectors there are.
    pub fn len(&self) -> u64 {
        self.0.len() as u64
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The name and department of an inspector, where the roster has him.
    pub fn name(&self, id: &str) -> Option<(&str, &str)> {
        let index = self
            .0
            .binary_search_by(|member| member.id.as_str().cmp(id))
            .ok()?;
        Some((&self.0[index].name, &self.0[index].department))
    }

    /// The ids of the inspectors, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|member| member.id.as_str())
    }

    pub(crate) fn members(&self) -> &[Member] {
        &self.0
    }
}

impl Member {
    /// The row as JSON, as it is hashed but for the salt [I4].
    pub(crate) fn to_json(&self) -> Json<'_> {
        ObjectBuilder::default()
            .with("id", Json::text(&self.id))
            .with("name", Json::text(&self.name))
            .with("department", Json::text(&self.department))
            .maybe("district", self.district.as_deref().map(Json::text))
            .maybe("skills", Some(Json::texts(&self.skills)))
            .flag("lead", self.lead)
            .flag("expert", self.expert)
            .maybe("max_load", self.max_load.map(Json::count))
            .maybe(
                "valid_to",
                self.valid_to.map(|date| Json::text(date.to_string())),
            )
            .maybe("recuse", Some(Json::texts(&self.recuse)))
            .maybe(
                "extra",
                Some(Json::object(
                    self.extra
                        .iter()
                        .map(|(key, value)| (key.as_str(), Json::text(value))),
                )),
            )
            .build()
    }
}

/// By the rows alone; from which form they came, and in which order, does not count.
impl PartialEq for Roster {
    fn eq(&self, other: &Self) -> bool {
        table::same(self, other)
    }
}

impl Eq for Roster {}

impl Table for Roster {
    type Part = Vec<Member>;
    const STAGE: ErrorKind = ErrorKind::Roster;

    fn read(
        part: &mut Vec<Member>,
        reader: &mut Reader<'_>,
        row: &Json<'_>,
        path: &Path<'_>,
        number: u64,
    ) {
        part.extend(read(reader, row, path, number));
    }

    fn append(part: &mut Vec<Member>, mut later: Vec<Member>) {
        part.append(&mut later);
    }

    fn finish(mut members: Vec<Member>, faults: &mut Faults, run: &Run) -> Result<Self, Cancelled> {
        members.sort_by(|a, b| a.id.cmp(&b.id).then(a.number.cmp(&b.number)));
        let repeated = |a: &Member, b: &Member| {
            let (first, second) = (a.number.to_string(), b.number.to_string());
            let details = [
                ("id", b.id.as_str()),
                ("first", first.as_str()),
                ("second", second.as_str()),
            ];
            Fault::new(
                codes::INSPECTOR_DUPLICATE,
                Place::new(ErrorKind::Roster, "id").at_row(b.number),
                &details,
            )
        };
        table::find_repeats(&members, |a, b| a.id == b.id, repeated, faults, run)?;
        Ok(Self(members))
    }

    fn size(&self) -> usize {
        self.0.len()
    }

    fn push_row(&self, index: usize, line: &mut Vec<u8>) {
        line.extend(self.0[index].to_json().to_canonical());
    }
}

fn read(reader: &mut Reader<'_>, row: &Json<'_>, path: &Path<'_>, number: u64) -> Option<Member> {
    let fields = reader.object(row, path, FIELDS)?;
    let id = reader.required(fields, path, "id", Reader::id);
    let name = reader.required(fields, path, "name", Reader::owned_text);
    let department = reader.required(fields, path, "department", Reader::owned_text);
    let district = reader.optional(fields, path, "district", read_district);
    let skills = reader.list(fields, path, "skills", Reader::text);
    let skills = skills.and_then(|members| table::sort_set(reader, members, &path.key("skills")));
    let lead = reader.flag(fields, path, "lead");
    let expert = reader.flag(fields, path, "expert");
    let max_load = reader.optional(fields, path, "max_load", |reader, value, path| {
        reader.count(value, path, 1)
    });
    let valid_to = reader.optional(fields, path, "valid_to", Reader::date);
    let recuse = reader.list(fields, path, "recuse", Reader::id);
    let recuse = recuse.and_then(|members| table::sort_set(reader, members, &path.key("recuse")));
    let extra = reader.extra(fields, path);
    Some(Member {
        id: id?.to_owned(),
        name: name?,
        department: department?,
        district: district?.map(str::to_owned),
        skills: owned(skills?),
        lead: lead?,
        expert: expert?,
        max_load: max_load?,
        valid_to: valid_to?,
        recuse: owned(recuse?),
        extra: extra?,
        number,
    })
}

fn owned(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}
