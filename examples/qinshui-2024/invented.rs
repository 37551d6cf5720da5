//! The invented entities, inspectors and visits, as tables from which the rows are made.

pub(crate) const CAR: &str = "汽车销售企业";
pub(crate) const FOREIGN: &str = "外商投资企业";
pub(crate) const CARD: &str = "单用途商业预付卡企业";
pub(crate) const MARKET: &str = "二手车交易市场";

/// A group of entities: their number, categories, and trades with GB/T 4754 codes.
pub(crate) type Group = (
    usize,
    &'static [&'static str],
    &'static [(&'static str, &'static str)],
);

#[rustfmt::skip]
pub(crate) const GROUPS: [Group; 11] = [
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

/// The classes that the entities of a group get in turn. One in twenty is unrated.
#[rustfmt::skip]
pub(crate) const CLASSES: [&str; 20] = [
    "low", "general", "low", "elevated", "low", "general", "low", "high", "low", "general",
    "low", "elevated", "low", "general", "low", "", "low", "elevated", "low", "general",
];

/// In a group, one entity in this many is inactive.
pub(crate) const INACTIVE: usize = 27;

/// The county and some of its townships.
#[rustfmt::skip]
pub(crate) const DISTRICTS: [&str; 8] = [
    "140521", "140521100", "140521100", "140521101", "140521102", "140521103", "140521104", "140521200",
];

/// Entities that are exempt: the `n`th active entity with exactly these categories, the reason, and the tasks from
/// which it is exempt (none: from all).
pub(crate) type Exempt = (
    &'static [&'static str],
    usize,
    &'static str,
    &'static [&'static str],
);

#[rustfmt::skip]
pub(crate) const EXEMPT: [Exempt; 2] = [
    (&[CAR], 18, "县重点项目建设期内免检（样例〔2024〕3号）", &[]),
    (&[CAR, FOREIGN], 1, "外商投资信息报告本年度由市局核查（样例〔2024〕7号）", &["J2", "N2"]),
];

/// An inspector: department, lead, skills, open cases, maximum load (0: none), and the last day of the certificate
/// (empty: none).
pub(crate) type Person = (
    &'static str,
    bool,
    &'static [&'static str],
    u32,
    u32,
    &'static str,
);

pub(crate) const INDUSTRY: &str = "县工信局";
pub(crate) const REGULATOR: &str = "县市场监管局";
const FIRE: &str = "县消防救援大队";

#[rustfmt::skip]
pub(crate) const INSPECTORS: [Person; 27] = [
    (INDUSTRY, true, &["汽车流通", "二手车"], 2, 0, "2027-06-30"),
    (INDUSTRY, true, &["汽车流通", "二手车"], 0, 0, "2026-12-31"),
    (INDUSTRY, true, &["汽车流通", "二手车"], 0, 0, ""),
    (INDUSTRY, true, &["汽车流通"], 0, 0, "2024-11-30"),           // valid to the last day of the windows
    // only these three can lead J2; they already have seats in J1, so their caps lead to chains of moves
    (INDUSTRY, true, &["外商投资", "汽车流通"], 1, 9, "2026-12-31"),
    (INDUSTRY, true, &["外商投资", "汽车流通"], 0, 9, ""),
    (INDUSTRY, true, &["外商投资", "汽车流通"], 0, 9, "2027-06-30"),
    (INDUSTRY, true, &["单用途卡"], 0, 0, "2025-12-31"),
    (INDUSTRY, true, &["单用途卡"], 3, 0, ""),
    (INDUSTRY, true, &["单用途卡"], 0, 0, "2025-12-31"),
    (INDUSTRY, true, &["汽车流通", "单用途卡"], 0, 0, "2024-10-31"), // ends before the windows
    (INDUSTRY, false, &[], 0, 0, "2026-12-31"),
    (INDUSTRY, false, &[], 0, 0, ""),
    (INDUSTRY, false, &["单用途卡"], 0, 0, "2025-12-31"),
    (INDUSTRY, false, &[], 2, 8, ""),
    (INDUSTRY, false, &["外商投资"], 0, 0, "2027-06-30"),
    // only these four are eligible for J4, the last task: balancing moves their earlier seats to others
    (REGULATOR, true, &["机动车"], 0, 0, "2026-12-31"),
    (REGULATOR, true, &["机动车"], 0, 0, ""),
    (REGULATOR, false, &["机动车"], 4, 0, "2025-12-31"),
    (REGULATOR, false, &["机动车"], 0, 0, "2025-12-31"),
    (REGULATOR, true, &["登记注册"], 0, 0, ""),
    (REGULATOR, false, &["登记注册"], 0, 0, "2026-12-31"),
    (REGULATOR, false, &["登记注册"], 6, 6, "2026-12-31"),         // too many open cases for another seat
    (REGULATOR, false, &[], 1, 0, ""),
    (REGULATOR, false, &[], 0, 0, "2027-06-30"),
    (REGULATOR, false, &[], 0, 0, ""),
    (REGULATOR, false, &[], 0, 0, "2025-12-31"),
];

/// Recusals: the number of the inspector, and the entity as in [`VISITS`]. Another recusal is from an entity that is not
/// in the registry.
pub(crate) const RECUSALS: [(usize, &str, usize); 7] = [
    (1, CAR, 20),
    (6, FOREIGN, 6),
    (9, CARD, 10),
    (13, MARKET, 3),
    (19, MARKET, 5),
    (24, CARD, 4),
    (24, CARD, 5),
];

/// Visits of an entity: the `n`th active entity that is only in this category, tasks, dates, the kind, and the numbers of
/// the inspectors.
pub(crate) type Visits = (
    &'static str,
    usize,
    &'static [&'static str],
    &'static [&'static str],
    &'static str,
    &'static [usize],
);

#[rustfmt::skip]
pub(crate) const VISITS: [Visits; 21] = [
    // a first batch in September: these have reached per-year, or low-risk, which the plan names first
    (CAR, 0, &["J1", "N1"], &["2024-09-05"], "planned", &[1, 12, 21]),
    (CAR, 1, &["J1", "N1"], &["2024-09-06"], "planned", &[2, 13, 22]),
    (CAR, 2, &["J1", "N1"], &["2024-09-06"], "planned", &[2, 13, 22]),
    (CAR, 3, &["N1"], &["2024-09-10"], "planned", &[4, 14]),
    (FOREIGN, 0, &["J2", "N2"], &["2024-09-10"], "planned", &[5, 16, 24]),
    (FOREIGN, 1, &["J2", "N2"], &["2024-09-11"], "planned", &[6, 16, 25]),
    // high risk, and only visited for the joint task: N1 selects it, with a team of two others
    (CAR, 7, &["J1"], &["2024-09-12"], "planned", &[1, 12, 26]),
    // high risk, and visited on two days: may be visited again, by other inspectors
    (CARD, 7, &["SCJG-11"], &["2024-03-21", "2024-06-27"], "planned", &[21, 24]),
    // low risk, and visited this year or last year: low-risk is reached
    (CAR, 8, &["SCJG-07"], &["2024-03-14"], "planned", &[17, 20]),
    (CAR, 14, &["J1", "N1"], &["2023-09-19"], "planned", &[3, 13, 27]),
    (CARD, 14, &["J3", "N3"], &["2023-10-24"], "planned", &[8, 14, 23]),
    // elevated or general risk, and visited on two days of this year: medium-risk is reached
    (FOREIGN, 9, &["SCJG-02"], &["2024-04-18", "2024-05-23"], "planned", &[21, 22]),
    (CARD, 3, &["SCJG-11"], &["2024-03-28", "2024-08-15"], "planned", &[22, 25]),
    (MARKET, 1, &["SCJG-07"], &["2024-04-11", "2024-08-22"], "planned", &[17, 19]),
    // no limit is reached: two tasks on one day, visits of the fire brigade, complaints, two days of last year
    (CARD, 5, &["SCJG-11", "XF-03"], &["2024-06-13"], "planned", &[22, 27]),
    (CARD, 9, &["XF-03"], &["2024-05-16", "2024-07-25"], "planned", &[]),
    (CAR, 12, &["TS-2024"], &["2024-02-27", "2024-05-09", "2024-08-01"], "case", &[4, 12]),
    (MARKET, 5, &["SCJG-07"], &["2024-05-30"], "planned", &[18, 20]),
    (MARKET, 5, &["TS-2024"], &["2024-07-11"], "case", &[1, 15]),
    (CAR, 13, &["J1", "N1"], &["2023-09-20", "2023-10-19"], "planned", &[1, 14, 26]),
    (FOREIGN, 13, &["J2", "N2"], &["2023-10-12"], "planned", &[7, 16, 24]),
];

/// Who visits for a task.
pub(crate) fn visitors(task: &str) -> &'static [&'static str] {
    match task.split_at(1) {
        ("J", _) => &[INDUSTRY, REGULATOR],
        ("N", _) | ("T", _) => &[INDUSTRY],
        ("S", _) => &[REGULATOR],
        _ => &[FIRE],
    }
}
