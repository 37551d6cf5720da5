//! The registry (检查对象名录库) [I3, I6], stored compactly.

mod entity;
mod store;

pub(crate) use entity::read_district;
pub use entity::{Entity, Status};
pub(crate) use store::Row;

use store::Store;

use core::cmp::Ordering;

use crate::base::error::{ErrorKind, Faults, Place};
use crate::base::hash::Digest;
use crate::base::place::wide;
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::sort::sort_by;
use crate::base::texts::codes;
use crate::inputs::plan::Plan;
use crate::inputs::table::{self, Table};
use crate::json::Json;
use crate::json::reader::{Path, Reader};

/// The set of entities (检查对象) that the office keeps [I3], sorted by id.
///
/// A row needs 48 bytes in addition to its id, name and extra columns. Classes, districts, industries, sets of
/// categories and exemptions are stored once for all rows.
///
/// ```
/// use suiji::Registry;
///
/// let lines = "{\"id\": \"A-2\", \"name\": \"样例商行\"}\n{\"id\": \"A-1\", \"name\": \"样例企业\", \"class\": \"low\"}\n";
/// let registry = Registry::from_json_lines(lines.as_bytes())?;
/// assert_eq!(registry.len(), 2);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Registry(Store);

table::face! {
    /// Builds a [`Registry`]. `finish` reports every fault of its rows.
    ///
    /// ```
    /// use suiji::Registry;
    /// use suiji::tables::Entity;
    ///
    /// let mut builder = Registry::builder();
    /// builder.push(&Entity::new("91140521MA0KAAAA1B", "样例企业").with_class("low"));
    /// builder.push_json(r#"{"id": "91140521MA0KBBBB2C", "name": "样例商行"}"#.as_bytes());
    /// assert_eq!(builder.finish()?.len(), 2);
    /// # Ok::<(), suiji::Error>(())
    /// ```
    builder RegistryBuilder, table Registry, row Entity, one "entity",
    codes "`text.*`, `id.form`, `date.form`, `district.form`, `set.duplicate-member`, `registry.duplicate-id`"
}

impl RegistryBuilder {
    /// Reports classes that are not in the plan together with the other faults of the rows [I6].
    ///
    /// Otherwise [`Inputs::new`](crate::Inputs::new) reports them, after the registry was built without other faults.
    ///
    /// ```
    /// use suiji::{Plan, Registry};
    ///
    /// let plan = Plan::from_json(br#"{"title": "a", "authority": "b", "year": 2024,
    ///     "tasks": [{"id": "J1", "name": "c", "quota": {"exactly": "40%"}}]}"#)?;
    /// let mut builder = Registry::builder().for_plan(&plan);
    /// builder.push_json(r#"{"id": "A-1", "name": "样例企业", "class": "A"}"#.as_bytes());
    /// builder.push_json(r#"{"id": "A 2", "name": "样例商行"}"#.as_bytes());
    /// assert_eq!(builder.finish().unwrap_err().fault_count(), 2);
    /// # Ok::<(), suiji::Error>(())
    /// ```
    #[must_use]
    pub fn for_plan(mut self, plan: &Plan) -> Self {
        let classes = plan.classes().iter().map(|class| class.id().clone());
        self.0.part_mut().known = Some(classes.collect());
        self
    }
}

/// [I6] Reports classes that are not in the plan.
pub(super) fn check_classes(
    store: &Store,
    is_known: impl Fn(&str) -> bool,
    faults: &mut Faults,
    run: &Run,
) -> Result<(), Cancelled> {
    let classes = &store.classes;
    let unknown = classes.map(|class| class.is_some_and(|class| !is_known(class)));
    if !unknown.contains(&true) {
        return Ok(());
    }
    let mut step = run.step(Stage::Compare, store.rows.len());
    for row in &store.rows {
        step.advance(1)?;
        if unknown[wide(row.class)] {
            let class = classes.value(row.class).unwrap_or_default();
            let place = Place::new(ErrorKind::Registry, "class").at_row(row.number());
            let place = place.with_id(store.id(row));
            faults.push(codes::entity_class(class).at(place));
        }
    }
    Ok(())
}

impl Registry {
    /// The row of an entity, if it is in the registry.
    pub fn entity(&self, id: &str) -> Option<Entity<'static>> {
        let index = self.find(id)?;
        Some(Entity(table::row_tree(self, index).into()))
    }

    /// The name of an entity, if it is in the registry.
    pub fn name(&self, id: &str) -> Option<&str> {
        self.find(id).map(|index| self.0.name(&self.0.rows[index]))
    }

    /// The place of an entity in the order of ids.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.0
            .rows
            .binary_search_by(|row| self.0.id(row).cmp(id))
            .ok()
    }

    pub(crate) fn rows(&self) -> &[Row] {
        &self.0.rows
    }

    pub(crate) fn id(&self, index: usize) -> &str {
        self.0.id(&self.0.rows[index])
    }

    /// The ids of the entities, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.rows.iter().map(|row| self.0.id(row))
    }

    /// The ids with the numbers of their rows in the input.
    pub(crate) fn numbered_ids(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.rows.iter().map(|row| (self.0.id(row), row.number()))
    }

    /// The tasks that exemptions name, with the numbers of their rows in the input.
    pub(crate) fn numbered_exempt_from(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.rows.iter().flat_map(|row| {
            let tasks = self.0.exemptions.texts(row.exemption).skip(1);
            tasks.map(|task| (task, row.number()))
        })
    }

    /// The tasks that exemptions name.
    pub(crate) fn exempt_from(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.exemptions.tails()
    }

    pub(crate) fn district(&self, index: usize) -> Option<&str> {
        self.0.districts.value(self.0.rows[index].district)
    }

    /// JCS(extra) of a row, if it has `extra`.
    pub(crate) fn extra(&self, index: usize) -> Option<&[u8]> {
        self.0.extra(&self.0.rows[index])
    }

    /// A registry with only this row. If the commitment is blinded, a receipt has the row without `extra` [G2].
    pub(crate) fn only(&self, index: usize, with_extra: bool) -> Self {
        Self(self.0.only(&self.0.rows[index], with_extra))
    }

    /// Appends the leaf of a row of a blinded commitment [S2].
    pub(crate) fn push_blinded(
        &self,
        index: usize,
        salt: &Digest,
        extra_digest: Option<&Digest>,
        leaf: &mut Vec<u8>,
    ) {
        let row = &self.0.rows[index];
        self.0.push_row(row, Some(salt), extra_digest, leaf);
    }

    pub(crate) const fn store(&self) -> &Store {
        &self.0
    }
}

impl Table for Registry {
    type Part = Store;
    const KIND: ErrorKind = ErrorKind::Registry;
    const ID: &str = "id";
    const FIELDS: &'static [&'static str] = entity::FIELDS;

    fn read(
        part: &mut Store,
        reader: &mut Reader<'_>,
        row: &Json<'_>,
        path: &Path<'_>,
        number: u64,
    ) -> Option<()> {
        entity::read(part, reader, row, path, number)
    }

    fn append(part: &mut Store, later: Store) {
        let known = part.known.take();
        part.append(later);
        part.known = known;
    }

    /// [I6] Sorts by id and reports repeated ids.
    fn finish(mut store: Store, faults: &mut Faults, run: &Run) -> Result<Self, Cancelled> {
        if let Some(known) = store.known.take() {
            let is_known = |class: &str| known.iter().any(|known| known.as_str() == class);
            check_classes(&store, is_known, faults, run)?;
        }
        let mut rows = core::mem::take(&mut store.rows);
        sort_by(
            &mut rows,
            |a, b| {
                let ids = store.id(a).cmp(store.id(b));
                ids.then(a.number.cmp(&b.number))
            },
            run,
        )?;
        let repeated = |a: &Row, b: &Row| {
            let (place, id) = (Place::new(ErrorKind::Registry, "id"), store.id(b));
            let place = place.at_row(b.number.into()).with_id(id);
            codes::entity_duplicate(id, a.number, b.number).at(place)
        };
        let equal = |a: &Row, b: &Row| store.id(a) == store.id(b);
        table::find_repeats(&rows, equal, repeated, faults, run)?;
        rows.shrink_to_fit();
        store.rows = rows;
        Ok(Self(store))
    }

    fn size(&self) -> usize {
        self.0.rows.len()
    }

    fn order_of(&self, index: usize, other: &Self, at: usize) -> Ordering {
        let own = self.0.id(&self.0.rows[index]);
        own.cmp(other.0.id(&other.0.rows[at]))
    }

    fn row_number(&self, index: usize) -> u64 {
        self.0.rows[index].number()
    }

    fn row_id(&self, index: usize) -> &str {
        self.id(index)
    }

    fn push_row(&self, index: usize, salt: Option<&Digest>, line: &mut Vec<u8>) {
        self.0.push_row(&self.0.rows[index], salt, None, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_are_the_canonical_json_of_their_rows() {
        // [C2a, C2c, S1, I6]
        let lines = concat!(
            r#"{"id":"B","name":"乙“\"\\”","status":"active","categories":[],"extra":{}}"#,
            "\n",
            r#"{"id":"A","name":"甲","class":"low","categories":["汽车","a\"b"],"district":"140521","industry":"5264","#,
            r#""status":"inactive","established":"2010-04-11","extra":{"ﬀ":"1","😀":"2","id":"3","a\nb":"4"}}"#,
            "\n",
        );
        // A key with a control character is not valid text [C3].
        assert!(Registry::from_json_lines(lines.as_bytes()).is_err());
        let lines = lines.replace("a\\nb", "b");
        let registry = Registry::from_json_lines(lines.as_bytes()).unwrap();
        let leaf = |index, salt: Option<&Digest>| {
            let mut leaf = Vec::new();
            registry.push_row(index, salt, &mut leaf);
            String::from_utf8(leaf).unwrap()
        };
        assert_eq!(
            leaf(0, None),
            r#"{"categories":["a\"b","汽车"],"class":"low","district":"140521","established":"2010-04-11","#.to_owned()
                + r#""extra":{"b":"4","id":"3","😀":"2","ﬀ":"1"},"id":"A","industry":"5264","name":"甲","status":"inactive"}"#
        );
        assert_eq!(leaf(1, None), r#"{"id":"B","name":"乙“\"\\”"}"#);
        let salt = Digest::from_bytes([0xab; 32]);
        let salted = format!(
            "\"name\":\"甲\",\"salt\":\"{}\",\"status\":",
            "ab".repeat(32)
        );
        assert!(leaf(0, Some(&salt)).contains(&salted));
        for index in 0..2 {
            assert_eq!(
                leaf(index, None).as_bytes(),
                table::row_tree(&registry, index).to_canonical()
            );
        }
    }

    #[test]
    fn a_row_alone_is_the_row_that_its_json_gives() {
        // [G2]
        let lines = [
            r#"{"id":"A","name":"甲","extra":{"备注":"甲乙"},"exempt":"白名单","exempt_from":["J1","J2"]}"#,
            r#"{"id":"B","name":"乙","class":"low","categories":["a","b"],"district":"14","industry":"5264"}"#,
            r#"{"id":"C","name":"丙","status":"inactive","established":"2010-04-11","extra":{"a":"b","c":"d"}}"#,
        ];
        let registry = read(&lines.join("\n")).unwrap();
        for (index, line) in lines.iter().enumerate() {
            assert_eq!(registry.only(index, true), read(line).unwrap());
            assert_eq!(registry.only(index, true).rows()[0].number(), 1);
            let mut row: serde_json::Value = serde_json::from_str(line).unwrap();
            row.as_object_mut().unwrap().remove("extra");
            let without = read(&row.to_string()).unwrap();
            assert_eq!(registry.only(index, false), without);
        }
    }
    fn read(rows: &str) -> Result<Registry, crate::Error> {
        Registry::from_json_lines(rows.as_bytes())
    }

    #[test]
    fn exemptions_are_kept_with_their_tasks() {
        // [I3, I6]
        let rows = concat!(
            r#"{"id":"A","name":"甲","exempt":"白名单","exempt_from":["J2","J1"],"extra":{"a":"b"}}"#,
            "\n",
            r#"{"id":"B","name":"乙","exempt":"白名单"}"#,
            "\n",
            r#"{"id":"C","name":"丙"}"#,
        );
        let registry = read(rows).unwrap();
        let mut leaf = Vec::new();
        registry.push_row(0, None, &mut leaf);
        let right = r#"{"exempt":"白名单","exempt_from":["J1","J2"],"extra":{"a":"b"},"id":"A","name":"甲"}"#;
        assert_eq!(String::from_utf8(leaf).unwrap(), right);
        let of = |id| {
            let entity = registry.entity(id).unwrap();
            (
                entity.exempt().map(str::to_owned),
                entity.exempt_from().len(),
            )
        };
        assert_eq!(of("B"), (Some("白名单".to_owned()), 0));
        assert_eq!(of("C"), (None, 0));
        assert_eq!(registry.exempt_from().collect::<Vec<_>>(), ["J1", "J2"]);
    }

    #[test]
    fn exempt_from_needs_exempt_and_tasks() {
        // [I3, C2c, I6]
        let code = |fields: &str| {
            let error = read(&format!(r#"{{"id":"A","name":"甲",{fields}}}"#)).unwrap_err();
            assert_eq!(error.fault_count(), 1);
            (error.code(), error.faults()[0].place().path().to_owned())
        };
        let at = |code, path: &str| (code, path.to_owned());
        let from = "$.exempt_from";
        assert_eq!(
            code(r#""exempt_from":["J1"]"#),
            at("registry.exempt-missing", from)
        );
        assert_eq!(
            code(r#""exempt":"a","exempt_from":[]"#),
            at("json.empty", from)
        );
        assert_eq!(
            code(r#""exempt":"a","exempt_from":["J1","J1"]"#),
            at("set.duplicate-member", from)
        );
        assert_eq!(
            code(r#""exempt":"a","exempt_from":["任务"]"#),
            at("id.form", "$.exempt_from[0]")
        );
        assert_eq!(code(r#""exempt":"""#), at("text.empty", "$.exempt"));
    }

    #[test]
    fn an_exemption_costs_a_row_nothing() {
        assert_eq!(size_of::<Row>(), 48);
    }
}
