//! The rows of a list in their written form, stored compactly one after another. They can be found by id.

use std::hash::BuildHasher;
use std::io::{self, Write};

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashMap, HashTable};

use super::deferred::Origin;
use crate::base::line::{cells, push_cell};
use crate::base::list::List;

/// The rows of a list.
#[derive(Debug)]
pub(crate) struct Store {
    list: List,
    /// CSV: each row with its line end.
    text: Vec<u8>,
    rows: Vec<At>,
    /// Rows that were replaced, by their number.
    replaced: HashMap<usize, Vec<u8>>,
    index: HashTable<Found>,
    hasher: DefaultHashBuilder,
    /// The names of the columns of the office's own.
    extra: Vec<String>,
}

/// A row in the index, with the hash of its key. So the hash is computed once.
#[derive(Clone, Copy, Debug)]
struct Found {
    row: u32,
    hash: u32,
}

/// The position of a row.
#[derive(Clone, Copy, Debug)]
struct At {
    start: usize,
    length: u32,
    /// The length of the cells that identify the row; 0 if they are not known.
    key: u32,
    cells: u16,
    /// The source: the sheet in the log, and the row.
    sheet: u16,
    row: u32,
}

impl Store {
    pub(crate) fn new(list: List) -> Self {
        Self {
            list,
            text: Vec::new(),
            rows: Vec::new(),
            replaced: HashMap::new(),
            index: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            extra: Vec::new(),
        }
    }

    pub(crate) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// The index of a column among the office's own columns.
    pub(crate) fn extra(&mut self, name: &str) -> usize {
        if let Some(at) = self.extra.iter().position(|of| of == name) {
            return at;
        }
        self.extra.push(name.to_owned());
        self.extra.len() - 1
    }

    /// The columns of the office's own.
    pub(crate) fn extra_names(&self) -> &[String] {
        &self.extra
    }

    /// Adds a row of CSV. Its first `key` bytes identify it. Returns the row that has the same key, if there is one.
    pub(crate) fn insert(
        &mut self,
        row: &[u8],
        (key, cells): (usize, usize),
        origin: Origin,
    ) -> Option<usize> {
        let start = self.text.len();
        self.text.extend_from_slice(row);
        let at = At {
            start,
            length: short(row.len()),
            key: short(key),
            cells: few(cells),
            sheet: u16::try_from(origin.sheet).unwrap_or(u16::MAX),
            row: origin.row,
        };
        let index = short(self.rows.len());
        if key > 0 {
            let Self {
                text,
                rows,
                index: table,
                hasher,
                ..
            } = self;
            let of_key = row.get(..key).unwrap_or_default();
            let hash = half(hasher.hash_one(of_key));
            let same = |other: &Found| {
                other.hash == hash
                    && rows
                        .get(other.row as usize)
                        .is_some_and(|at| key_of(text, at) == of_key)
            };
            match table.entry(whole(hash), same, |other| whole(other.hash)) {
                Entry::Occupied(other) => {
                    let other = other.get().row as usize;
                    self.text.truncate(start);
                    return Some(other);
                }
                Entry::Vacant(place) => _ = place.insert(Found { row: index, hash }),
            }
        }
        self.text.push(b'\n');
        self.rows.push(at);
        None
    }

    /// The source of a row.
    pub(crate) fn origin(&self, row: usize) -> Origin {
        let at = self.rows.get(row);
        at.map_or(Origin { sheet: 0, row: 0 }, |at| Origin {
            sheet: u32::from(at.sheet),
            row: at.row,
        })
    }

    /// The cells of a row.
    pub(crate) fn cells(&self, row: usize) -> Vec<String> {
        cells(self.bytes(row))
    }

    /// Replaces the cells of a row. Its key does not change.
    pub(crate) fn replace(&mut self, row: usize, cells: &[String]) {
        let mut line = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                line.push(b',');
            }
            push_cell(&mut line, cell);
        }
        if let Some(at) = self.rows.get_mut(row) {
            at.cells = few(cells.len());
            self.replaced.insert(row, line);
        }
    }

    /// Writes the list as canonical CSV: all fields, then the columns of the office's own.
    pub(crate) fn write_csv(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut line = Vec::new();
        for (index, field) in self.list.fields().iter().enumerate() {
            if index > 0 {
                line.push(b',');
            }
            line.extend_from_slice(field.name.as_bytes());
        }
        for name in &self.extra {
            line.push(b',');
            push_cell(&mut line, &format!("extra.{name}"));
        }
        line.push(b'\n');
        out.write_all(&line)?;
        let columns = self.list.fields().len() + self.extra.len();
        // The rows up to this one are written unchanged.
        let mut kept = 0..0;
        for (row, at) in self.rows.iter().enumerate() {
            let end = at.start + at.length as usize + 1;
            let missing = columns.saturating_sub(usize::from(at.cells));
            if missing == 0 && !self.replaced.contains_key(&row) {
                kept.end = end;
                continue;
            }
            out.write_all(self.text.get(kept).unwrap_or_default())?;
            kept = end..end;
            line.clear();
            line.extend_from_slice(self.bytes(row));
            line.extend(std::iter::repeat_n(b',', missing));
            line.push(b'\n');
            out.write_all(&line)?;
        }
        out.write_all(self.text.get(kept).unwrap_or_default())
    }

    fn bytes(&self, row: usize) -> &[u8] {
        if let Some(line) = self.replaced.get(&row) {
            return line;
        }
        let Some(at) = self.rows.get(row) else {
            return &[];
        };
        let end = at.start + at.length as usize;
        self.text.get(at.start..end).unwrap_or_default()
    }
}

fn key_of<'t>(text: &'t [u8], at: &At) -> &'t [u8] {
    let end = at.start + at.key as usize;
    text.get(at.start..end).unwrap_or_default()
}

/// The limit on columns is far below that.
fn few(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// The upper half of a hash.
fn half(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default()
}

/// A hash with the bits of the half at both ends, because a hash table uses both the upper and the lower bits.
fn whole(half: u32) -> u64 {
    (u64::from(half) << 32) | u64::from(half)
}

/// The limits on rows, cells and bytes are far below 4 GiB.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_their_key_and_written_in_their_order() {
        let mut store = Store::new(List::Registry);
        let origin = |row| Origin { sheet: 2, row };
        assert_eq!(store.insert(b"B-1,b,,,,,,,,", (3, 10), origin(4)), None);
        store.extra("电话");
        assert_eq!(
            store.insert(b"A-1,a,,,,,,,,,\"1,\"\"2\"", (3, 11), origin(5)),
            None
        );
        assert_eq!(store.insert(b"B-1,c,,,,,,,,", (3, 10), origin(6)), Some(0));
        assert_eq!(store.insert(b",d,,,,,,,,", (0, 10), origin(7)), None);
        assert_eq!(store.cells(1)[10], "1,\"2");
        assert_eq!((store.origin(0), store.origin(2)), (origin(4), origin(7)));
        let mut cells = store.cells(0);
        cells[3] = "x,y".to_owned();
        // A row that is replaced many times is stored only once.
        let kept = store.text.len();
        for _ in 0..100 {
            store.replace(0, &cells);
        }
        assert_eq!((store.text.len(), store.replaced.len()), (kept, 1));
        let mut out = Vec::new();
        store.write_csv(&mut out).unwrap();
        let expected = "id,name,class,categories,district,industry,status,established,exempt,exempt_from,extra.电话\n\
            B-1,b,,\"x,y\",,,,,,,\nA-1,a,,,,,,,,,\"1,\"\"2\"\n,d,,,,,,,,,\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
        assert_eq!(store.len(), 3);
    }
}
