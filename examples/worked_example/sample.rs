//! The documents of the example, and the documents that the library makes from them.

use std::error::Error;

use suiji::{
    Ceremony, Contribution, Contributions, Digest, Evidence, History, Inputs, Plan, Record,
    Registry, Roster, Sealed, Secret,
};

use crate::steps::HASH;

pub(crate) const PLAN: &str = r#"{"title": "样例计划", "authority": "样例县工信局", "year": 2024,
  "limits": [{"id": "once", "visits": 1}],
  "tasks": [{"id": "J1", "name": "样例抽查", "quota": {"exactly": "50%"}, "reserves": 1,
    "team": {"seats": [{"department": "工信局", "count": 2}]}}]}"#;
pub(crate) const ENTITIES: [(&str, &str); 5] = [
    ("F-1", r#"{"id":"F-1","name":"甲店"}"#),
    ("F-2", r#"{"id":"F-2","name":"乙店"}"#),
    ("F-3", r#"{"id":"F-3","name":"丙店"}"#),
    ("F-4", r#"{"id":"F-4","name":"丁店"}"#),
    ("F-5", r#"{"id":"F-5","name":"戊店"}"#),
];
pub(crate) const INSPECTORS: [(&str, &str); 3] = [
    ("P-1", r#"{"department":"工信局","id":"P-1","name":"赵"}"#),
    (
        "P-2",
        r#"{"department":"工信局","id":"P-2","load":1,"name":"钱"}"#,
    ),
    ("P-3", r#"{"department":"工信局","id":"P-3","name":"孙"}"#),
];
pub(crate) const VISIT: &str =
    r#"{"date":"2024-03-01","entity":"F-5","kind":"planned","task":"J0"}"#;
pub(crate) const VISIT_LEAF: &str = r#"{"date":"2024-03-01","entity":"F-5","task":"J0"}"#;
pub(crate) const CEREMONY: &str = r#"{"sealed_at": "2024-09-02T09:00:00+08:00", "sources": [
  {"kind": "committed", "by": "office", "name": "样例县工信局"},
  {"kind": "live", "by": "witness", "name": "一枚骰子掷二十次", "parts": [{"count": 20, "from": 1, "to": 6}]}]}"#;
pub(crate) const VALUE: &str = "三六五";
pub(crate) const NONCE: [u8; 32] = [0x11; 32];
pub(crate) const THROWS: [u64; 20] = [3, 5, 2, 1, 4, 6, 6, 2, 3, 1, 5, 4, 1, 6, 3, 2, 5, 1, 6, 4];
pub(crate) const EMPTY: Digest = Digest::from_bytes([0; 32]);

/// The documents that the library makes.
pub(crate) struct Library {
    pub(crate) inputs: Inputs,
    pub(crate) sealed: Sealed,
    pub(crate) contributions: Contributions,
    pub(crate) record: Record,
}

/// Seals, draws and verifies them.
pub(crate) fn draw() -> Result<Library, Box<dyn Error>> {
    let lines = |rows: &[(&str, &str)]| -> String {
        rows.iter().map(|(_, row)| format!("{row}\n")).collect()
    };
    let inputs = Inputs::new(
        Plan::from_json(PLAN.as_bytes())?,
        Registry::from_json_lines(lines(&ENTITIES).as_bytes())?,
        Roster::from_json_lines(lines(&INSPECTORS).as_bytes())?,
        History::from_json_lines(VISIT.as_bytes())?,
    )?;
    let nonce = || Secret::from_bytes(NONCE);
    let commitment = Contribution::commitment(HASH, &nonce(), VALUE);
    let ceremony = Ceremony::from_json(CEREMONY.as_bytes())?.with_commitment(0, commitment);
    let sealed = suiji::seal(&inputs, &ceremony)?;
    let values = [
        Contribution::committed(nonce(), VALUE)?,
        Contribution::live([THROWS])?,
    ];
    let contributions = Contributions::new(sealed.commitment().digest(), values);
    let record = sealed.draw(&contributions)?;
    suiji::verify(&record, &Evidence::of(&inputs)).require()?;
    Ok(Library {
        inputs,
        sealed,
        contributions,
        record,
    })
}
