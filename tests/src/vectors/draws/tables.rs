//! CSV tables give the same results as the same rows in JSON Lines.

use serde_json::json;

use super::{Draw, of_task, visit, with};
use crate::Small;
use crate::vectors::Document;

pub(super) fn all() -> Vec<Draw> {
    let csv = |draw: Draw, tables: [&str; 3]| {
        let draw = draw.with_document("registry.csv", Document::text(tables[0]));
        let draw = draw.with_document("roster.csv", Document::text(tables[1]));
        draw.with_document("history.csv", Document::text(tables[2]))
    };
    let plain = Draw::new(
        "csv",
        "the three tables as CSV: lists joined by semicolons, empty cells for absent fields, columns of extra",
        &["C2c", "I3", "I4", "I5", "I6"],
        rows(),
    );
    let quoted = Draw::new(
        "csv-quoted",
        "the rows of `csv` with a byte order mark, CRLF, columns in another order, quoted cells and explicit defaults",
        &["C2c", "I3", "I4", "I5", "I6"],
        rows(),
    );
    vec![csv(plain, PLAIN), csv(quoted, QUOTED)]
}

const PLAIN: [&str; 3] = [
    "id,name,class,categories,district,industry,status,established,exempt,exempt_from,extra.备注\n\
     A-1,样例一,high,加油站;超市,140521,5265,,2019-01-01,,,甲\n\
     A-2,样例二,low,,,,,,,,\n\
     A-3,样例三,,超市,140522,5211,,,样例名单,J2;J9,乙\n\
     A-4,样例四,low,,,,inactive,,,,\n\
     A-5,样例五,low,,,,,,样例名单,,\n",
    "id,name,department,district,skills,lead,expert,max_load,load,valid_to,recuse,extra.职务\n\
     Z-1,样例甲,局,140521,电气;焊接,true,,5,2,2025-01-01,A-1;X-9,样例职务\n\
     Z-2,样例乙,局,,,true,,,,,,\n\
     Z-3,样例丙,局,,,,,,,,,\n\
     Z-4,样例丁,局,,,,true,,,,,\n",
    "entity,task,date,kind,by,inspectors\nA-2,J1,2024-01-05,,县;市,Z-2;Z-9\nA-2,J1,2024-01-06,case,,\n",
];

const QUOTED: [&str; 3] = [
    "\u{feff}name,extra.备注,id,class,status,categories,established,industry,district,exempt_from,exempt\r\n\
     \"样例三\",乙,A-3,,active,超市,,5211,140522,J9;J2,样例名单\r\n\
     样例一,甲,\"A-1\",high,active,超市;加油站,2019-01-01,5265,140521,,\r\n\
     样例五,,A-5,low,active,,,,,,\"样例名单\"\r\n\
     样例四,,A-4,low,inactive,,,,,,\r\n\
     样例二,,A-2,low,\"active\",\"\",,,,,\r\n",
    "\u{feff}id,department,name,lead,expert,recuse,skills,district,load,max_load,valid_to,extra.职务\r\n\
     Z-4,局,样例丁,false,true,,,,0,,,\r\n\
     Z-2,局,样例乙,true,false,,,,0,,,\r\n\
     Z-3,局,样例丙,false,false,,,,,,,\r\n\
     Z-1,局,样例甲,true,false,X-9;A-1,焊接;电气,140521,2,5,2025-01-01,样例职务\r\n",
    "\u{feff}task,kind,entity,date,inspectors,by\r\nJ1,case,A-2,2024-01-06,,\r\nJ1,planned,A-2,2024-01-05,Z-9;Z-2,市;县\r\n",
];

fn rows() -> Small {
    let mut case = of_task(
        json!({
            "quota": {"exactly": "100%"}, "window": {"from": "2024-10-01", "to": "2024-10-31"}, "limits": [{"id": "own", "visits": 2}], "risk": {"unrated_as": "general"},
            "team": {"lead_required": true, "seats": [{"department": "局", "count": 2}, {"department": "局", "count": 1, "expert": true}]}}),
        vec![
            json!({"id": "A-1", "name": "样例一", "class": "high", "categories": ["加油站", "超市"], "district": "140521",
                "industry": "5265", "established": "2019-01-01", "extra": {"备注": "甲"}}),
            json!({"id": "A-2", "name": "样例二", "class": "low"}),
            json!({"id": "A-3", "name": "样例三", "categories": ["超市"], "district": "140522", "industry": "5211", "extra": {"备注": "乙"},
                "exempt": "样例名单", "exempt_from": ["J2", "J9"]}),
            json!({"id": "A-4", "name": "样例四", "class": "low", "status": "inactive"}),
            json!({"id": "A-5", "name": "样例五", "class": "low", "exempt": "样例名单"}),
        ],
    );
    case.roster = vec![
        json!({"id": "Z-1", "name": "样例甲", "department": "局", "district": "140521", "skills": ["电气", "焊接"], "lead": true,
            "max_load": 5, "load": 2, "valid_to": "2025-01-01", "recuse": ["A-1", "X-9"], "extra": {"职务": "样例职务"}}),
        json!({"id": "Z-2", "name": "样例乙", "department": "局", "lead": true}),
        json!({"id": "Z-3", "name": "样例丙", "department": "局"}),
        json!({"id": "Z-4", "name": "样例丁", "department": "局", "expert": true}),
    ];
    case.history = vec![
        with(
            visit("A-2", "J1", "2024-01-05"),
            json!({"by": ["县", "市"], "inspectors": ["Z-2", "Z-9"]}),
        ),
        with(visit("A-2", "J1", "2024-01-06"), json!({"kind": "case"})),
    ];
    case
}
