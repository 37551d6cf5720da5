//! An invented registry of any size. It is made row by row, so it is never completely in memory.

use std::io::{self, BufRead, Read};

use suiji::tables;

/// The characters of a unified social credit code (GB 32100-2015), in ascending order.
const DIGITS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// 31^8: the number of codes that have the same first ten characters.
const CODES: u64 = 852_891_037_441;
/// Coprime to 31, so that all rows get different codes, and small enough that the product fits into 64 bits.
const STRIDE: u64 = 331_543_217;

const SYLLABLES: [&str; 16] = [
    "嘉", "和", "源", "兴", "盛", "泰", "隆", "鑫", "宏", "达", "顺", "通", "恒", "瑞", "祥", "丰",
];
const TRADES: [&str; 4] = [
    "商贸有限公司",
    "汽车销售服务有限公司",
    "煤业有限公司",
    "新型建材厂",
];
const CLASSES: [&str; 4] = ["low", "general", "elevated", "high"];
const CATEGORIES: [&str; 3] = ["汽车销售企业", "工业企业", "民爆物品生产企业"];
const DISTRICTS: [&str; 12] = [
    "140521",
    "140521100",
    "140521101",
    "140521102",
    "140521103",
    "140521104",
    "140521105",
    "140521200",
    "140521201",
    "140521202",
    "140521203",
    "140521204",
];

/// The order of the ids of the rows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "unpublished")]
pub enum Order {
    /// Ascending, as an office's export often has them.
    Sorted,
    /// In a scattered order, as if the rows were shuffled.
    Scattered,
}

/// An invented registry.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "unpublished")]
pub struct Entities {
    /// The number of rows.
    pub count: u64,
    /// The order of the ids.
    pub order: Order,
    /// Whether every third entity has a category.
    pub categories: bool,
}

/// One row of the registry.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_structs, reason = "unpublished")]
pub struct Entity {
    /// An id of 18 characters.
    pub id: String,
    /// A Chinese name of 24 to 45 bytes.
    pub name: String,
    /// The risk class.
    pub class: &'static str,
    /// The code of the administrative division.
    pub district: &'static str,
    /// The category, if the entity has one.
    pub category: Option<&'static str>,
}

impl Entities {
    /// The entity of that row, counted from 0.
    pub fn entity(&self, row: u64) -> Entity {
        let number = match self.order {
            Order::Sorted => row,
            Order::Scattered => row * STRIDE % CODES,
        };
        let syllable =
            |shift: u32| pick(&SYLLABLES, row.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> shift);
        let trade = pick(&TRADES, row / 3);
        Entity {
            id: code(number),
            name: ["沁水县", syllable(60), syllable(56), trade].concat(),
            class: pick(&CLASSES, row / 5),
            district: pick(&DISTRICTS, row / 7),
            category: (self.categories && row.is_multiple_of(3))
                .then(|| pick(&CATEGORIES, row / 3)),
        }
    }

    /// All entities, in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = Entity> {
        let entities = *self;
        (0..self.count).map(move |row| entities.entity(row))
    }

    /// A reader of the registry as JSON Lines, which are made while they are read.
    pub fn lines(&self) -> Lines {
        Lines {
            entities: *self,
            next: 0,
            block: Vec::new(),
            read: 0,
        }
    }

    /// The size of the texts of all entities in bytes: ids, names, classes, districts and categories.
    pub fn text_bytes(&self) -> u64 {
        self.iter().map(|entity| entity.text_bytes()).sum()
    }
}

impl Entity {
    /// The entity as a row for the library.
    pub fn row(&self) -> tables::Entity<'_> {
        let row = tables::Entity::new(&*self.id, &*self.name)
            .with_class(self.class)
            .with_district(self.district);
        match self.category {
            Some(category) => row.with_categories([category]),
            None => row,
        }
    }

    /// Appends the entity as one line of JSON.
    pub fn push_line(&self, text: &mut Vec<u8>) {
        let fields = [
            ("{\"id\":\"", &*self.id),
            ("\",\"name\":\"", &self.name),
            ("\",\"class\":\"", self.class),
        ];
        for (before, value) in fields
            .into_iter()
            .chain([("\",\"district\":\"", self.district)])
        {
            text.extend_from_slice(before.as_bytes());
            text.extend_from_slice(value.as_bytes());
        }
        text.push(b'"');
        if let Some(category) = self.category {
            text.extend_from_slice(b",\"categories\":[\"");
            text.extend_from_slice(category.as_bytes());
            text.extend_from_slice(b"\"]");
        }
        text.extend_from_slice(b"}\n");
    }

    fn text_bytes(&self) -> u64 {
        let category = self.category.map_or(0, str::len);
        (self.id.len() + self.name.len() + self.class.len() + self.district.len() + category) as u64
    }
}

fn pick<T: Copy>(values: &[T], number: u64) -> T {
    // The remainder is less than the length, so it fits into a usize.
    values[usize::try_from(number % values.len() as u64).unwrap_or_default()]
}

/// A code of 18 characters. A greater number gives a greater code.
fn code(mut number: u64) -> String {
    let mut digits = *b"91140521MA00000000";
    for digit in digits[10..].iter_mut().rev() {
        *digit = pick(DIGITS, number);
        number /= 31;
    }
    digits.iter().copied().map(char::from).collect()
}

/// A reader of the lines of a registry. Only one block of them is in memory.
#[derive(Clone, Debug)]
pub struct Lines {
    entities: Entities,
    next: u64,
    block: Vec<u8>,
    read: usize,
}

impl BufRead for Lines {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.read == self.block.len() {
            self.block.clear();
            self.read = 0;
            let end = self.entities.count.min(self.next + 256);
            for row in self.next..end {
                self.entities.entity(row).push_line(&mut self.block);
            }
            self.next = end;
        }
        Ok(&self.block[self.read..])
    }

    fn consume(&mut self, amount: usize) {
        self.read += amount;
    }
}

impl Read for Lines {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let block = self.fill_buf()?;
        let amount = block.len().min(into.len());
        into[..amount].copy_from_slice(&block[..amount]);
        self.consume(amount);
        Ok(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scattered_ids_differ_and_sorted_ids_ascend() {
        let ids = |order| -> Vec<String> {
            Entities {
                count: 20_000,
                order,
                categories: true,
            }
            .iter()
            .map(|entity| entity.id)
            .collect()
        };
        assert!(ids(Order::Sorted).is_sorted_by(|a, b| a < b));
        let mut scattered = ids(Order::Scattered);
        assert!(!scattered.is_sorted());
        scattered.sort_unstable();
        assert!(scattered.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn the_reader_returns_every_line() {
        let entities = Entities {
            count: 1000,
            order: Order::Scattered,
            categories: true,
        };
        let mut text = Vec::new();
        entities
            .iter()
            .for_each(|entity| entity.push_line(&mut text));
        let mut read = Vec::new();
        entities.lines().read_to_end(&mut read).unwrap();
        assert_eq!(read, text);
        assert_eq!(
            suiji::Registry::from_json_lines(&*text).unwrap().len(),
            1000
        );
    }
}
