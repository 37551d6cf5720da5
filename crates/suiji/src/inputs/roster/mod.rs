//! The roster (执法检查人员名录库) [I4, I6].

mod inspector;

pub use inspector::Inspector;

use core::cmp::Ordering;

use crate::base::date::Date;
use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::hash::Digest;
use crate::base::run::{Cancelled, Run};
use crate::base::texts::codes;
use crate::inputs::Able;
use crate::inputs::registry::read_district;
use crate::inputs::table::{self, Table};
use crate::json::reader::{Path, Reader};
use crate::json::{Json, RowWriter};

const FIELDS: &[&str] = &[
    "id",
    "name",
    "department",
    "district",
    "skills",
    "lead",
    "expert",
    "max_load",
    "load",
    "valid_to",
    "recuse",
    "extra",
];

/// The set of inspectors (执法检查人员) from whom teams are drawn [I4], sorted by id.
///
/// ```
/// use suiji::Roster;
/// use suiji::tables::Inspector;
///
/// let roster = Roster::from_rows([Inspector::new("Z-1", "样例一", "县工信局").with_lead(true)])?;
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
    pub(crate) load: u64,
    pub(crate) valid_to: Option<Date>,
    pub(crate) recuse: Vec<String>,
    pub(crate) extra: Vec<(String, String)>,
    pub(crate) number: u64,
}

table::face! {
    /// Builds a [`Roster`]. `finish` reports every fault of its rows.
    builder RosterBuilder, table Roster, row Inspector, one "inspector",
    codes "`text.*`, `id.form`, `date.form`, `district.form`, `set.duplicate-member`, `roster.duplicate-id`"
}

impl Roster {
    /// The row of an inspector, or `None` if the roster does not contain the id.
    pub fn inspector(&self, id: &str) -> Option<Inspector<'static>> {
        let index = self.find(id)?;
        Some(Inspector(table::row_tree(self, index).into()))
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.0
            .binary_search_by(|member| member.id.as_str().cmp(id))
            .ok()
    }

    /// The name and department of an inspector, or `None` if the roster does not contain the id.
    pub fn name(&self, id: &str) -> Option<(&str, &str)> {
        let index = self.find(id)?;
        Some((&self.0[index].name, &self.0[index].department))
    }

    /// The ids of the inspectors, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|member| member.id.as_str())
    }

    pub(crate) fn members(&self) -> &[Member] {
        &self.0
    }

    /// Finds inspectors by department and skills.
    pub(crate) fn able(&self) -> Able<'_> {
        let mut able = Able::default();
        for (place, member) in self.0.iter().enumerate() {
            let skills = member.skills.iter().map(String::as_str);
            able.add(place, &member.department, member.expert, skills);
        }
        able
    }
}

impl Member {
    /// The row of the input.
    pub(crate) const fn number(&self) -> u64 {
        self.number
    }

    /// Appends the canonical JSON of the row, with the salt of a blinded commitment [I4, S2].
    fn push_row(&self, salt: Option<&Digest>, line: &mut Vec<u8>) {
        let mut writer = RowWriter::new(line);
        writer.text("department", &self.department);
        writer.maybe("district", self.district.as_ref());
        writer.flag("expert", self.expert);
        writer.object("extra", &self.extra);
        writer.text("id", &self.id);
        writer.flag("lead", self.lead);
        if self.load > 0 {
            writer.raw("load", self.load.to_string().as_bytes());
        }
        if let Some(cap) = self.max_load {
            writer.raw("max_load", cap.to_string().as_bytes());
        }
        writer.text("name", &self.name);
        writer.texts("recuse", &self.recuse);
        writer.maybe("salt", salt.map(Digest::to_string));
        writer.texts("skills", &self.skills);
        writer.maybe("valid_to", self.valid_to.map(|date| date.to_string()));
        writer.end();
    }
}

impl Table for Roster {
    type Part = Vec<Member>;
    const KIND: ErrorKind = ErrorKind::Roster;
    const ID: &str = "id";
    const FIELDS: &'static [&'static str] = FIELDS;

    fn read(
        part: &mut Vec<Member>,
        reader: &mut Reader<'_>,
        row: &Json<'_>,
        path: &Path<'_>,
        number: u64,
    ) -> Option<()> {
        part.push(read(reader, row, path, number)?);
        Some(())
    }

    fn append(part: &mut Vec<Member>, mut later: Vec<Member>) {
        part.append(&mut later);
    }

    /// [I6] Sorts by id and reports repeated ids.
    fn finish(mut members: Vec<Member>, faults: &mut Faults, run: &Run) -> Result<Self, Cancelled> {
        members.sort_by(|a, b| a.id.cmp(&b.id).then(a.number.cmp(&b.number)));
        let repeated = |a: &Member, b: &Member| {
            let place = Place::new(ErrorKind::Roster, "id")
                .at_row(b.number)
                .with_id(&b.id);
            codes::inspector_duplicate(&b.id, a.number, b.number).at(place)
        };
        table::find_repeats(&members, |a, b| a.id == b.id, repeated, faults, run)?;
        Ok(Self(members))
    }

    fn size(&self) -> usize {
        self.0.len()
    }

    fn order_of(&self, index: usize, other: &Self, at: usize) -> Ordering {
        self.0[index].id.cmp(&other.0[at].id)
    }

    fn row_number(&self, index: usize) -> u64 {
        self.0[index].number
    }

    fn row_id(&self, index: usize) -> &str {
        &self.0[index].id
    }

    fn push_row(&self, index: usize, salt: Option<&Digest>, line: &mut Vec<u8>) {
        self.0[index].push_row(salt, line);
    }
}

/// [I4] Reads and checks a row of the roster.
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
    let load = reader.optional(fields, path, "load", |reader, value, path| {
        reader.count(value, path, 0)
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
        load: load?.unwrap_or_default(),
        valid_to: valid_to?,
        recuse: owned(recuse?),
        extra: extra?,
        number,
    })
}

fn owned(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_load_is_0_if_it_is_not_given() {
        // [I4, C2c]
        let read = |load: &str| {
            let row = format!(r#"{{"id":"Z","name":"甲","department":"县局"{load}}}"#);
            Roster::from_json_lines(row.as_bytes())
        };
        let leaf = |roster: &Roster| {
            let mut leaf = Vec::new();
            Table::push_row(roster, 0, None, &mut leaf);
            String::from_utf8(leaf).unwrap()
        };
        let plain = r#"{"department":"县局","id":"Z","name":"甲"}"#;
        for load in ["", r#","load":0"#] {
            let roster = read(load).unwrap();
            assert_eq!(
                (roster.members()[0].load, leaf(&roster)),
                (0, plain.to_owned())
            );
        }
        let roster = read(r#","load":7,"lead":true,"max_load":9"#).unwrap();
        assert_eq!(roster.inspector("Z").unwrap().load(), 7);
        let right =
            r#"{"department":"县局","id":"Z","lead":true,"load":7,"max_load":9,"name":"甲"}"#;
        assert_eq!(leaf(&roster), right);
        assert_eq!(read(r#","load":-1"#).unwrap_err().code(), "json.range");
    }
}
