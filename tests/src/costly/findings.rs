//! Cases for findings that compare all values with each other, by the distance of their characters.

use super::{Costly, inspector, part, task, texts};

pub(super) fn all(size: usize) -> Vec<Costly> {
    let of = |count: usize| part(count, size);
    vec![
        Costly::new("near-words", (0..of(80)).map(words), 0)
            .with_registry(of(3_000), |at| {
                format!(
                    r#"{{"id":"{at}","name":"甲","categories":["{}"]}}"#,
                    long(at)
                )
            })
            .refused("frame.empty"),
        near_departments(of(4_000)),
        near_levels(of(400), of(1_500)),
        slips(of(500), of(1_000)),
        Costly::new("separators", [task(0, 1)], 0).with_registry(1, |_| {
            format!(
                r#"{{"id":"1","name":"甲","categories":["{}"]}}"#,
                "a/ ".repeat(of(300_000)) + "b"
            )
        }),
        blank(of(5_000), of(12_000)),
        same_names(of(20_000)),
    ]
}

/// A text of 60 characters. It differs in a few characters from the others of its kind.
fn long(at: usize) -> String {
    let number = format!("{at:06}");
    let digits = number.chars().filter_map(|digit| digit.to_digit(10));
    let ends: String = digits
        .filter_map(|digit| char::from_u32(0x4E00 + digit))
        .collect();
    format!("{ends}{}", "市".repeat(54))
}

fn words(at: usize) -> String {
    let words = texts([format!("{}场", long(at)), format!("{}镇", long(at))]);
    format!(r#"{},"scope":{{"categories":{words}}}"#, task(at, 1))
}

/// Inspectors of departments whose names are almost those of departments with seats.
fn near_departments(count: usize) -> Costly {
    let department = |at: usize| format!("第{at}分局");
    let tasks = (0..count).map(|at| {
        let seats = format!(r#"[{{"department":"{}","count":2}}]"#, department(at));
        format!(r#"{},"team":{{"seats":{seats}}}"#, task(at, 1))
    });
    Costly::new("near-departments", tasks, 1).with_roster(2 * count, |at| {
        let department = department(at / 2);
        inspector(
            at,
            &if at % 2 == 0 {
                department
            } else {
                format!("{department}局")
            },
            "",
        )
    })
}

/// Limits for visits by names that the history does not have.
fn near_levels(limits: usize, rows: usize) -> Costly {
    let limit = |at: usize| {
        let by = texts((0..4).map(|of| format!("{}局", long(at * 4 + of))));
        format!(r#"{{"id":"l{at}","visits":1,"by":{by}}}"#)
    };
    let tasks = (0..limits).step_by(50).map(|from| {
        let all: Vec<String> = (from..limits.min(from + 50)).map(limit).collect();
        format!("{},\"limits\":[{}]", task(from, 1), all.join(","))
    });
    Costly::new("near-levels", tasks, 1).with_history(rows, |at| {
        let by = texts([long(at)]);
        format!(r#"{{"entity":"{at}","task":"t0","date":"2024-01-01","by":{by}}}"#)
    })
}

/// Values that may be typing errors of scope words.
fn slips(words: usize, values: usize) -> Costly {
    let scope = texts((0..words).map(|at| long(at * 7)));
    let scoped = format!(r#"{},"scope":{{"categories":{scope}}}"#, task(0, 1));
    Costly::new("slips", [scoped], 0).with_registry(words + values, |at| {
        let value = if at < words {
            long(at * 7)
        } else {
            format!("{}乙", long(at))
        };
        format!(r#"{{"id":"{at}","name":"甲","categories":["{value}"]}}"#)
    })
}

/// Rows without the values that scopes require.
fn blank(tasks: usize, firms: usize) -> Costly {
    let scope = |at: usize| {
        format!(
            r#"{},"scope":{{"industries":["1"],"districts":["{}"]}}"#,
            task(at, 1),
            1 + at % 9
        )
    };
    Costly::new("blank", (0..tasks).map(scope), 0).with_registry(firms, |at| {
        if at < 9 {
            return format!(
                r#"{{"id":"{at}","name":"甲","industry":"11","district":"{}1"}}"#,
                at + 1
            );
        }
        format!(
            r#"{{"id":"{at}","name":"甲","district":"{}1"}}"#,
            1 + at % 9
        )
    })
}

/// Inspectors and firms of one name.
fn same_names(firms: usize) -> Costly {
    let team = r#""team":{"seats":[{"department":"d","count":2}]}"#;
    Costly::new("same-names", [format!("{},{team}", task(0, 1))], firms)
        .with_roster(firms / 4, |at| {
            inspector(at, "d", &format!(r#","recuse":["{at}"]"#))
        })
}
