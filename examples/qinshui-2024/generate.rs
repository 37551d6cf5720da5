//! Writes the invented inputs of this example: `registry.jsonl`, `roster.jsonl`, `history.jsonl`.
//!
//! `cargo run -p suiji-examples --bin generate-qinshui [FOLDER]` writes them into FOLDER, or into this folder. It writes
//! the same bytes each time.

mod codes;

use std::path::PathBuf;
use std::{env, fs, io};

use codes::{Numbers, code};

const CAR: &str = "汽车销售企业";
const FOREIGN: &str = "外商投资企业";
const CARD: &str = "单用途商业预付卡企业";
const MARKET: &str = "二手车交易市场";

/// A group of entities: their number, categories, and trades with GB/T 4754 codes.
type Group = (
    usize,
    &'static [&'static str],
    &'static [(&'static str, &'static str)],
);

#[rustfmt::skip]
const GROUPS: [Group; 11] = [
    (112, &[CAR], &[("汽车销售", "5261"), ("汽车贸易", "5261"), ("新能源汽车", "5261"), ("汽车服务", "8111")]),
    (48, &[FOREIGN], &[("风力发电", "4415"), ("太阳能发电", "4416"), ("煤层气", "0721")]),
    (8, &[CAR, FOREIGN], &[("汽车销售", "5261")]),
    (64, &[CARD], &[("超市", "5212"), ("百货", "5211"), ("餐饮", "6210"), ("美容", "8040"), ("健身", "8930")]),
    (4, &[FOREIGN, CARD], &[("超市", "5212")]),
    (24, &[MARKET], &[("二手车交易市场", "5262")]),
    (6, &[MARKET, CAR], &[("旧机动车交易市场", "5262")]),
    (40, &["成品油零售企业"], &[("加油站", "5265")]),
    (34, &["再生资源回收企业"], &[("再生资源回收", "5191")]),
    (8, &["拍卖企业"], &[("拍卖", "5182")]),
    (28, &["家电零售企业"], &[("家电", "5272")]),
];

/// The classes of the entities of a group, in turn. One in twenty is unrated.
#[rustfmt::skip]
const CLASSES: [&str; 20] = [
    "low", "general", "low", "elevated", "low", "general", "low", "high", "low", "general",
    "low", "elevated", "low", "general", "low", "", "low", "elevated", "low", "general",
];

/// One of this many entities of a group is inactive.
const INACTIVE: usize = 27;

/// The county and some of its townships.
#[rustfmt::skip]
const DISTRICTS: [&str; 8] = [
    "140521", "140521100", "140521100", "140521101", "140521102", "140521103", "140521104", "140521200",
];

/// An inspector: department, lead, skills, maximum load (0: none), and the last day of the certificate (empty: none).
type Person = (
    &'static str,
    bool,
    &'static [&'static str],
    u32,
    &'static str,
);

const INDUSTRY: &str = "县工信局";
const REGULATOR: &str = "县市场监管局";

#[rustfmt::skip]
const INSPECTORS: [Person; 27] = [
    (INDUSTRY, true, &["汽车流通", "二手车"], 0, "2027-06-30"),
    (INDUSTRY, true, &["汽车流通", "二手车"], 0, "2026-12-31"),
    (INDUSTRY, true, &["汽车流通", "二手车"], 0, ""),
    (INDUSTRY, true, &["汽车流通"], 0, "2024-11-30"),           // valid to the last day of the windows
    // only these three can lead J2; they already have seats in J1, so their caps lead to chains of moves
    (INDUSTRY, true, &["外商投资", "汽车流通"], 9, "2026-12-31"),
    (INDUSTRY, true, &["外商投资", "汽车流通"], 9, ""),
    (INDUSTRY, true, &["外商投资", "汽车流通"], 9, "2027-06-30"),
    (INDUSTRY, true, &["单用途卡"], 0, "2025-12-31"),
    (INDUSTRY, true, &["单用途卡"], 0, ""),
    (INDUSTRY, true, &["单用途卡"], 0, "2025-12-31"),
    (INDUSTRY, true, &["汽车流通", "单用途卡"], 0, "2024-10-31"), // ends before the windows
    (INDUSTRY, false, &[], 0, "2026-12-31"),
    (INDUSTRY, false, &[], 0, ""),
    (INDUSTRY, false, &["单用途卡"], 0, "2025-12-31"),
    (INDUSTRY, false, &[], 8, ""),
    (INDUSTRY, false, &["外商投资"], 0, "2027-06-30"),
    // only these four are eligible for J4, the last task: balancing moves their earlier seats to others
    (REGULATOR, true, &["机动车"], 0, "2026-12-31"),
    (REGULATOR, true, &["机动车"], 0, ""),
    (REGULATOR, false, &["机动车"], 0, "2025-12-31"),
    (REGULATOR, false, &["机动车"], 0, "2025-12-31"),
    (REGULATOR, true, &["登记注册"], 0, ""),
    (REGULATOR, false, &["登记注册"], 0, "2026-12-31"),
    (REGULATOR, false, &["登记注册"], 6, "2026-12-31"),
    (REGULATOR, false, &[], 0, ""),
    (REGULATOR, false, &[], 0, "2027-06-30"),
    (REGULATOR, false, &[], 0, ""),
    (REGULATOR, false, &[], 0, "2025-12-31"),
];

/// Recusals: the number of the inspector, and the entity as in [`VISITS`]. Another recusal is from an entity that is not
/// in the registry.
const RECUSALS: [(usize, &str, usize); 7] = [
    (1, CAR, 20),
    (6, FOREIGN, 6),
    (9, CARD, 10),
    (13, MARKET, 3),
    (19, MARKET, 5),
    (24, CARD, 4),
    (24, CARD, 5),
];

/// Visits of an entity: the `n`th active entity that is only in this category, tasks, dates, and the kind.
type Visits = (
    &'static str,
    usize,
    &'static [&'static str],
    &'static [&'static str],
    &'static str,
);

#[rustfmt::skip]
const VISITS: [Visits; 18] = [
    // a first batch in September: these have reached per_year
    (CAR, 0, &["J1", "N1"], &["2024-09-05"], "planned"),
    (CAR, 1, &["J1", "N1"], &["2024-09-06"], "planned"),
    (CAR, 2, &["J1", "N1"], &["2024-09-06"], "planned"),
    (CAR, 3, &["N1"], &["2024-09-10"], "planned"),
    (FOREIGN, 0, &["J2", "N2"], &["2024-09-10"], "planned"),
    (FOREIGN, 1, &["J2", "N2"], &["2024-09-11"], "planned"),
    // high risk, and only visited for the joint task: N1 selects it, with a team of its own
    (CAR, 7, &["J1"], &["2024-09-12"], "planned"),
    // visits of other offices on two days: annual_cap is reached
    (CAR, 8, &["SCJG-07"], &["2024-03-14", "2024-06-20"], "planned"),
    (FOREIGN, 9, &["SCJG-02"], &["2024-04-18", "2024-05-23"], "planned"),
    (CARD, 0, &["SCJG-11"], &["2024-03-28", "2024-08-15"], "planned"),
    (CARD, 2, &["SCJG-11", "XF-03"], &["2024-05-16", "2024-07-25"], "planned"),
    (MARKET, 0, &["SCJG-07"], &["2024-04-11", "2024-08-22"], "planned"),
    // no cap is reached: two tasks on one day, complaints, and one visit with a complaint
    (CARD, 5, &["SCJG-11", "XF-03"], &["2024-06-13"], "planned"),
    (CAR, 12, &["TS-2024"], &["2024-02-27", "2024-05-09", "2024-08-01"], "case"),
    (MARKET, 4, &["SCJG-07"], &["2024-05-30"], "planned"),
    (MARKET, 4, &["TS-2024"], &["2024-07-11"], "case"),
    // visits of last year do not count
    (CAR, 14, &["J1", "N1"], &["2023-09-19", "2023-10-19"], "planned"),
    (CARD, 14, &["J3", "N3"], &["2023-10-24", "2023-11-02"], "planned"),
];

/// A row of the registry, with what the other files need.
struct Row {
    id: String,
    categories: &'static [&'static str],
    active: bool,
    row: String,
}

fn main() -> io::Result<()> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/qinshui-2024");
    let folder = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from(own), PathBuf::from);

    let mut numbers = Numbers::new(202_415);
    let entities = registry(&mut numbers);
    let unknown = code(&mut numbers);
    let former = code(&mut numbers);
    let roster = roster(&entities, &unknown);
    let history = history(&entities, &former);

    let registry = entities.into_iter().map(|row| row.row).collect();
    for (name, rows) in [
        ("registry", registry),
        ("roster", roster),
        ("history", history),
    ] {
        fs::write(folder.join(name).with_extension("jsonl"), lines(rows))?;
    }
    Ok(())
}

fn registry(numbers: &mut Numbers) -> Vec<Row> {
    let mut entities = Vec::new();
    for (count, categories, trades) in GROUPS {
        for (place, class) in CLASSES.iter().cycle().take(count).enumerate() {
            let id = code(numbers);
            let number = entities.len() + 1;
            let (trade, industry) = numbers.pick(trades);
            let district = numbers.pick(&DISTRICTS);
            let year = 2004 + numbers.below(20);
            let (month, day) = (1 + numbers.below(12), 1 + numbers.below(28));
            let active = (place + 7) % INACTIVE != 0;

            let mut row =
                format!(r#"{{"id": "{id}", "name": "沁水样例{number:03}号{trade}有限公司""#);
            if !class.is_empty() {
                row += &format!(r#", "class": "{class}""#);
            }
            row += &format!(r#", "categories": {}"#, array(categories));
            row += &format!(r#", "district": "{district}", "industry": "{industry}""#);
            if !active {
                row += r#", "status": "inactive""#;
            }
            row += &format!(r#", "established": "{year}-{month:02}-{day:02}"}}"#);
            entities.push(Row {
                id,
                categories,
                active,
                row,
            });
        }
    }
    entities
}

/// The `n`th active entity that is only in this category.
fn nth<'a>(entities: &'a [Row], category: &str, n: usize) -> &'a str {
    let mut own = entities
        .iter()
        .filter(|row| row.active && row.categories == [category]);
    own.nth(n).map_or("", |row| &row.id)
}

/// `unknown` is an entity that is not in the registry.
fn roster(entities: &[Row], unknown: &str) -> Vec<String> {
    let mut recusals = vec![(6, unknown)];
    recusals.extend(RECUSALS.map(|(number, category, n)| (number, nth(entities, category, n))));

    let mut rows = Vec::new();
    for (number, (department, lead, skills, max_load, day)) in (1..).zip(INSPECTORS) {
        let mut row = format!(r#"{{"id": "04052124{number:03}", "name": "样例执法员{number:02}""#);
        row += &format!(r#", "department": "{department}", "district": "140521""#);
        if !skills.is_empty() {
            row += &format!(r#", "skills": {}"#, array(skills));
        }
        if lead {
            row += r#", "lead": true"#;
        }
        if max_load > 0 {
            row += &format!(r#", "max_load": {max_load}"#);
        }
        if !day.is_empty() {
            row += &format!(r#", "valid_to": "{day}""#);
        }
        let recuse: Vec<&str> = recusals
            .iter()
            .filter(|(of, _)| *of == number)
            .map(|(_, entity)| *entity)
            .collect();
        if !recuse.is_empty() {
            row += &format!(r#", "recuse": {}"#, array(&recuse));
        }
        rows.push(row + "}");
    }
    rows
}

/// `former` is an entity that was visited last year and is no longer in the registry.
fn history(entities: &[Row], former: &str) -> Vec<String> {
    let mut rows = Vec::new();
    let mut visit = |entity: &str, tasks: &[&str], dates: &[&str], kind: &str| {
        for (date, task) in dates
            .iter()
            .flat_map(|date| tasks.iter().map(move |task| (date, task)))
        {
            let mut row = format!(r#"{{"entity": "{entity}", "task": "{task}", "date": "{date}""#);
            if kind != "planned" {
                row += &format!(r#", "kind": "{kind}""#);
            }
            rows.push(row + "}");
        }
    };
    for (category, n, tasks, dates, kind) in VISITS {
        visit(nth(entities, category, n), tasks, dates, kind);
    }
    visit(former, &["J2", "N2"], &["2023-09-21"], "planned");
    rows
}

fn array(members: &[&str]) -> String {
    format!(r#"["{}"]"#, members.join(r#"", ""#))
}

fn lines(mut rows: Vec<String>) -> String {
    rows.sort_unstable();
    rows.into_iter()
        .flat_map(|row| [row, "\n".to_owned()])
        .collect()
}
