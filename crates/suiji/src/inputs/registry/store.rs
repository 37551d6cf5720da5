//! Stores the rows of entities in one arena. Values that many rows share are stored once.

use crate::base::date::Date;
use crate::base::hash::Digest;
use crate::base::id::ClassId;
use crate::base::place::{in_arena, narrow, wide};
use crate::inputs::table::{Interned, Lists};
use crate::json::{RowWriter, push_object};

/// Entities. They are in the order of the input until they are sorted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    /// Ids and names, one after another.
    text: String,
    pub(super) rows: Vec<Row>,
    pub(crate) classes: Interned,
    pub(crate) districts: Interned,
    pub(crate) industries: Interned,
    /// Sets of categories, sorted.
    pub(crate) categories: Lists,
    /// Exemptions: the reason, then the tasks from which the entity is exempt, sorted. No tasks means exempt from all.
    pub(crate) exemptions: Lists,
    /// `extra` objects as canonical JSON. Few rows share one, so they have their own arena.
    extra: Vec<u8>,
    extra_ends: Vec<u64>,
    /// The classes of the plan, if they are known while the rows are read.
    pub(super) known: Option<Vec<ClassId>>,
}

/// One entity: positions in the store.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    at: u64,
    name_length: u32,
    extra: u32,
    pub(crate) class: u32,
    pub(crate) district: u32,
    pub(crate) industry: u32,
    pub(crate) categories: u32,
    pub(crate) exemption: u32,
    /// The packed date, or 0 if there is none.
    established: u32,
    /// The row of the input, for messages. Rows beyond 2^32 are not distinguished.
    pub(super) number: u32,
    id_length: u8,
    pub(crate) inactive: bool,
}

/// A row that has been read and checked.
#[derive(Debug)]
pub(super) struct NewRow<'t> {
    pub(super) id: &'t str,
    pub(super) name: &'t str,
    pub(super) class: Option<&'t str>,
    pub(super) categories: Vec<&'t str>,
    pub(super) district: Option<&'t str>,
    pub(super) industry: Option<&'t str>,
    pub(super) inactive: bool,
    pub(super) established: Option<Date>,
    pub(super) exempt: Option<&'t str>,
    pub(super) exempt_from: Vec<&'t str>,
    pub(super) extra: Vec<(String, String)>,
    pub(super) number: u64,
}

impl Row {
    /// The row of the input.
    pub(crate) fn number(&self) -> u64 {
        self.number.into()
    }

    pub(crate) const fn has_established(&self) -> bool {
        self.established > 0
    }

    pub(crate) fn established(&self) -> Option<Date> {
        (self.established > 0).then(|| Date::unpacked(self.established))
    }
}

impl Store {
    pub(super) fn push(&mut self, new: &NewRow<'_>) {
        let at = self.text.len() as u64;
        self.text.push_str(new.id);
        self.text.push_str(new.name);
        let class = self.number(|store| &mut store.classes, new.class);
        let district = self.number(|store| &mut store.districts, new.district);
        let industry = self.number(|store| &mut store.industries, new.industry);
        let categories = self.categories.number(&new.categories);
        let exemption: Vec<&str> = new
            .exempt
            .into_iter()
            .chain(new.exempt_from.iter().copied())
            .collect();
        let exemption = self.exemptions.number(&exemption);
        let extra = self.extra_of(&new.extra);
        self.rows.push(Row {
            at,
            // This was checked: an id has at most 64 bytes, and a name is at most as long as a line.
            id_length: u8::try_from(new.id.len()).unwrap_or(u8::MAX),
            name_length: u32::try_from(new.name.len()).unwrap_or(u32::MAX),
            extra,
            class,
            district,
            industry,
            categories,
            exemption,
            established: new.established.map_or(0, Date::packed),
            number: u32::try_from(new.number).unwrap_or(u32::MAX),
            inactive: new.inactive,
        });
    }

    fn number(&mut self, column: impl Fn(&mut Self) -> &mut Interned, value: Option<&str>) -> u32 {
        value.map_or(0, |value| column(self).number(value))
    }

    fn extra_of(&mut self, extra: &[(String, String)]) -> u32 {
        if extra.is_empty() {
            return 0;
        }
        push_object(&mut self.extra, extra);
        self.extra_ends.push(self.extra.len() as u64);
        narrow(self.extra_ends.len())
    }

    /// Appends the rows of a later part.
    pub(super) fn append(&mut self, later: Self) {
        if self.rows.is_empty() {
            *self = later;
            return;
        }
        let (text, extra, extras) = (
            self.text.len() as u64,
            self.extra.len() as u64,
            self.extra_ends.len(),
        );
        let classes = self.classes.adopt(&later.classes);
        let districts = self.districts.adopt(&later.districts);
        let industries = self.industries.adopt(&later.industries);
        let categories = self.categories.adopt(&later.categories);
        let exemptions = self.exemptions.adopt(&later.exemptions);
        let adopted = |numbers: &[u32], number: u32| numbers[wide(number)];
        self.text.push_str(&later.text);
        self.extra.extend_from_slice(&later.extra);
        self.extra_ends
            .extend(later.extra_ends.iter().map(|end| end + extra));
        self.rows.extend(later.rows.into_iter().map(|row| Row {
            at: row.at + text,
            class: adopted(&classes, row.class),
            district: adopted(&districts, row.district),
            industry: adopted(&industries, row.industry),
            categories: adopted(&categories, row.categories),
            exemption: adopted(&exemptions, row.exemption),
            extra: if row.extra == 0 {
                0
            } else {
                row.extra + narrow(extras)
            },
            ..row
        }));
    }

    /// A store with only this row, with or without its `extra`.
    pub(super) fn only(&self, row: &Row, with_extra: bool) -> Self {
        let mut only = Self::default();
        let text = [self.id(row), self.name(row)].concat();
        only.text = text;
        let extra = self.extra(row).filter(|_| with_extra);
        if let Some(extra) = extra {
            only.extra = extra.to_vec();
            only.extra_ends = vec![extra.len() as u64];
        }
        let row = Row {
            at: 0,
            number: 1,
            class: only.classes.adopt_one(&self.classes, row.class),
            district: only.districts.adopt_one(&self.districts, row.district),
            industry: only.industries.adopt_one(&self.industries, row.industry),
            categories: only.categories.adopt_one(&self.categories, row.categories),
            exemption: only.exemptions.adopt_one(&self.exemptions, row.exemption),
            extra: u32::from(extra.is_some()),
            ..*row
        };
        only.rows.push(row);
        only
    }

    pub(crate) fn id(&self, row: &Row) -> &str {
        let at = in_arena(row.at);
        text(&self.text, at, usize::from(row.id_length))
    }

    pub(crate) fn name(&self, row: &Row) -> &str {
        let at = in_arena(row.at).saturating_add(usize::from(row.id_length));
        text(&self.text, at, wide(row.name_length))
    }

    pub(crate) fn extra(&self, row: &Row) -> Option<&[u8]> {
        let index = usize::try_from(row.extra).ok()?.checked_sub(1)?;
        let end = |index: usize| usize::try_from(*self.extra_ends.get(index)?).ok();
        let from = if index == 0 { 0 } else { end(index - 1)? };
        self.extra.get(from..end(index)?)
    }

    /// Appends the canonical JSON of a row. In the leaf of a blinded commitment it has a salt, and a digest instead of `extra` [S2].
    pub(super) fn push_row(
        &self,
        row: &Row,
        salt: Option<&Digest>,
        extra_digest: Option<&Digest>,
        line: &mut Vec<u8>,
    ) {
        let mut writer = RowWriter::new(line);
        writer.texts("categories", self.categories.texts(row.categories));
        writer.maybe("class", self.classes.value(row.class));
        writer.maybe("district", self.districts.value(row.district));
        writer.maybe(
            "established",
            row.established().map(|date| date.to_string()),
        );
        let mut exemption = self.exemptions.texts(row.exemption);
        writer.maybe("exempt", exemption.next());
        writer.texts("exempt_from", exemption);
        match (extra_digest, self.extra(row)) {
            (Some(digest), _) => writer.text("extra_digest", &digest.to_string()),
            (None, Some(object)) => writer.raw("extra", object),
            (None, None) => {}
        }
        writer.text("id", self.id(row));
        writer.maybe("industry", self.industries.value(row.industry));
        writer.text("name", self.name(row));
        writer.maybe("salt", salt.map(Digest::to_string));
        writer.maybe("status", row.inactive.then_some("inactive"));
        writer.end();
    }
}

/// The text of the arena from a position that a row stores.
fn text(arena: &str, at: usize, length: usize) -> &str {
    arena.get(at..at.saturating_add(length)).unwrap_or_default()
}
