//! Findings about values of rows, alone and compared with each other.

use serde_json::{Value, json};

use super::{check, codes, detail, found, office, one};
use crate::Lang;
use crate::base::texts::Severity;

#[test]
fn another_writing_of_a_scope_word_names_its_rows() {
    for other in ["加\u{a0}油站", "加油站\u{fe0f}", "加 油 站", "加-油站"] {
        let finding = one(|office| {
            office["registry"][2]["categories"] = json!([other]);
            office["registry"][5]["categories"] = json!([other]);
        });
        check(&finding, "registry.near-match", &[3, 6]);
        assert_eq!(detail(&finding, "known"), "加油站");
        assert_eq!(
            (finding.severity(), finding.count()),
            (Severity::Warning, 2)
        );
    }
    let finding = one(|office| office["registry"][2]["categories"] = json!(["加\u{a0}油站"]));
    let message = finding.message(Lang::Zh);
    assert!(message.contains("加〔U+00A0〕油站"), "{message}");
}

#[test]
fn another_writing_of_what_more_rows_have_is_found_without_a_scope() {
    let finding = one(|office| {
        office["plan"]["tasks"][0]["scope"] = json!({"districts": ["140521"]});
        office["registry"][2]["categories"] = json!(["加油站", "ＫＴＶ"]);
        office["registry"][3]["categories"] = json!(["加油站", "KTV"]);
        office["registry"][4]["categories"] = json!(["KTV"]);
    });
    check(&finding, "registry.near-match", &[3]);
    assert_eq!(detail(&finding, "known"), "KTV");
}

#[test]
fn a_slip_in_one_character_is_a_note_where_it_is_rare() {
    let change = |times: usize| {
        move |office: &mut Value| {
            office["plan"]["tasks"][0]["scope"]["categories"] = json!(["汽车加油站"]);
            let row = office["registry"][0].clone();
            let more = (0..times).map(|number| {
                let mut row = row.clone();
                row["id"] = json!(format!("E-{number:03}"));
                row["name"] = json!(format!("样例{number}"));
                row["categories"] = json!([if number == 7 {
                    "汽车加气站"
                } else {
                    "汽车加油站"
                }]);
                row
            });
            office["registry"] = more.collect();
            office["history"] = json!([{"entity": "E-000", "task": "T1", "date": "2026-01-05"}]);
        }
    };
    let finding = one(change(30));
    check(&finding, "registry.similar-value", &[8]);
    assert_eq!(finding.severity(), Severity::Note);
    assert_eq!(codes(&found(change(10))), [""; 0]);
}

#[test]
fn categories_in_one_text_name_the_separator() {
    for (text, separator) in [
        ("超市、加油站", "、"),
        ("超市，加油站", "，"),
        ("超市 加油站", "a blank"),
        ("超市/加油站", "/"),
    ] {
        let finding = one(|office| office["registry"][1]["categories"] = json!([text]));
        check(&finding, "table.separator", &[2]);
        assert_eq!(detail(&finding, "separator"), separator);
    }
    let finding = one(|office| office["roster"][3]["skills"] = json!(["计量", "特种设备、食品"]));
    check(&finding, "table.separator", &[4]);
    assert_eq!(finding.place().path(), "skills");
}

#[test]
fn what_a_formula_leaves_is_found_in_every_column() {
    let finding = one(|office| {
        office["registry"][1]["categories"] = json!(["加油站", "#N/A"]);
        office["registry"][2]["categories"] = json!(["加油站", "NULL"]);
    });
    check(&finding, "table.formula-error", &[2, 3]);
    assert_eq!(detail(&finding, "values"), "“#N/A”, “NULL”");
    let finding = one(|office| office["registry"][1]["name"] = json!("#REF!"));
    check(&finding, "table.formula-error", &[2]);
    let finding = one(|office| office["roster"][1]["name"] = json!("0"));
    check(&finding, "table.formula-error", &[2]);
}

#[test]
fn district_codes_have_the_lengths_of_gb_2260() {
    let finding = one(|office| office["registry"][1]["district"] = json!("1405211"));
    check(&finding, "table.district-length", &[2]);
    let finding = one(|office| office["roster"][1]["district"] = json!("14052"));
    check(&finding, "table.district-length", &[2]);
    let found = found(|office| {
        office["plan"]["tasks"][0]["scope"] = json!({"districts": ["140521"]});
        office["registry"][1]["district"] = json!("14052");
        office["registry"][2]["district"] = json!("14");
    });
    assert_eq!(
        codes(&found),
        ["registry.short-district", "table.district-length"]
    );
    check(&found[0], "registry.short-district", &[2, 3]);
    check(&found[1], "table.district-length", &[2]);
}

#[test]
fn industries_have_the_form_of_the_others() {
    let odd = ["F5265", "５２６５", "5265.0", "机动车燃油零售"];
    let finding = one(|office| {
        for (row, odd) in odd.iter().enumerate() {
            office["registry"][row]["industry"] = json!(odd);
        }
    });
    check(&finding, "registry.industry-form", &[1, 2, 3, 4]);
    // The scope decides which form is right.
    let finding = one(|office| {
        office["plan"]["tasks"][0]["scope"] = json!({"industries": ["F52"]});
        for row in 1..8 {
            office["registry"][row]["industry"] = json!("F5265");
        }
    });
    check(&finding, "registry.industry-form", &[1]);
}

#[test]
fn a_field_in_extra_has_no_effect() {
    let finding = one(|office| {
        for row in [1, 2] {
            let row = office["registry"][row].as_object_mut().unwrap();
            row.remove("class");
            row.insert("extra".to_owned(), json!({"class": "high", "备注": "无"}));
        }
    });
    check(&finding, "table.field-in-extra", &[2, 3]);
    // If the field exists too, the key in `extra` is intended.
    let found = found(|office| office["registry"][1]["extra"] = json!({"class": "high"}));
    assert_eq!(codes(&found), [""; 0]);
    let finding =
        one(|office| office["roster"][0]["extra"] = json!({"回避": "91140521MA00000018"}));
    check(&finding, "table.field-in-extra", &[1]);
    assert_eq!(detail(&finding, "field"), "recuse");
}

#[test]
fn ids_that_are_no_credit_code_are_named() {
    let finding = one(|office| office["registry"][7]["id"] = json!("Total"));
    check(&finding, "registry.id-form", &[8]);
    let finding = one(|office| office["registry"][7]["id"] = json!("91140521MA0000008O"));
    check(&finding, "registry.id-check-character", &[8]);
}

#[test]
fn an_organisation_code_beside_its_credit_code_is_named() {
    let office = office();
    let id = office["registry"][1]["id"].as_str().unwrap();
    let code = &id[8..17];
    for id in [code.to_owned(), format!("{}-{}", &code[..8], &code[8..])] {
        let found = found(|office| office["registry"][6]["id"] = json!(id));
        let finding = found.iter().find(|of| of.code() == "registry.same-body");
        check(finding.unwrap(), "registry.same-body", &[2, 7]);
    }
    for other in [&code[1..], &code.to_lowercase(), "MA0000999"] {
        let found = found(|office| office["registry"][6]["id"] = json!(other));
        assert!(!codes(&found).contains(&"registry.same-body"), "{other}");
    }
}

#[test]
fn one_name_under_two_ids_is_named() {
    let finding = one(|office| office["registry"][6]["name"] = json!("样例加油站02"));
    check(&finding, "registry.same-name", &[2, 7]);
    let finding = one(|office| {
        office["registry"][3]["name"] = json!("样例（集团）A公司");
        office["registry"][6]["name"] = json!("样例(集团) a公司");
    });
    check(&finding, "registry.same-name", &[4, 7]);
    let inactive = found(|office| {
        office["registry"][6]["name"] = json!("样例加油站02");
        office["registry"][6]["status"] = json!("inactive");
    });
    assert_eq!(codes(&inactive), [""; 0]);
    let finding = one(|office| office["roster"][2]["name"] = json!("样例员1"));
    check(&finding, "roster.same-name", &[1, 3]);
    let finding = one(|office| office["roster"][2]["name"] = json!("样例\u{3000}员1"));
    check(&finding, "roster.same-name", &[1, 3]);
    let finding = one(|office| {
        office["roster"][2]["name"] = json!("样例员1");
        office["roster"][2]["recuse"] = json!(["91140521MA00000018"]);
    });
    check(&finding, "roster.same-person", &[1, 3]);
}
