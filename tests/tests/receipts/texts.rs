//! The statements of a receipt as text in both languages [G3].

use serde_json::{Value, json};
use suiji::receipt::State;
use suiji::{Lang, Plan, Receipt};

use super::{Draw, case};

/// The text of the first task, with ticket and cutoff replaced by letters.
fn texts(receipt: &Value, plan: Option<&Plan>) -> [String; 2] {
    let receipt = Receipt::from_json(receipt.to_string().as_bytes()).unwrap();
    let statement = &receipt.tasks()[0];
    [Lang::Zh, Lang::En].map(|lang| {
        let mut text = statement.message(lang, plan);
        for (drawn, letter) in [(statement.ticket(), "T"), (statement.cutoff(), "C")] {
            if let Some(drawn) = drawn {
                text = text.replace(&drawn.to_string(), letter);
            }
        }
        text
    })
}

#[test]
fn each_state_has_its_text() {
    let draw = Draw::of(&case());
    let plan = draw.sealed.inputs().plan();
    let of = |state| texts(&draw.json(&draw.id(state)), Some(plan));
    // The stratum is named by its id, and the inspectors by the record.
    let stratum = |state| {
        let high = draw.id(state).as_str() < "F-3";
        if high {
            ("高风险", 2)
        } else {
            ("低风险", 3)
        }
    };
    let (class, size) = stratum(State::Selected);
    let team = draw.json(&draw.id(State::Selected))["tasks"][0]["members"].clone();
    let [first, second] = [0, 1].map(|seat| team[seat].as_str().unwrap().to_owned());
    // The cutoff is the entity's own ticket, because only one of its stratum is taken.
    assert_eq!(
        of(State::Selected),
        [
            format!(
                "任务 J1：抽中；层 {class}，入样概率 1/{size}\n  签号 T\n  末位签号 T\n  检查人员 {first}、{second}"
            ),
            format!(
                "task J1: selected; stratum {class}, inclusion probability 1/{size}\n  ticket T\n  cutoff T\n  inspectors {first}, {second}"
            ),
        ]
    );
    let (class, size) = stratum(State::Reserve);
    assert_eq!(
        of(State::Reserve),
        [
            format!(
                "任务 J1：未抽中，为本层第 1 备选；层 {class}，入样概率 1/{size}\n  签号 T\n  末位签号 C"
            ),
            format!(
                "task J1: not selected, reserve 1 of its stratum; stratum {class}, inclusion probability 1/{size}\n  ticket T\n  cutoff C"
            ),
        ]
    );
    // Both entities of high risk are selected or a reserve.
    assert_eq!(
        of(State::NotSelected),
        [
            "任务 J1：在抽样框内，未抽中；层 低风险，入样概率 1/3\n  签号 T\n  末位签号 C",
            "task J1: in the frame, not selected; stratum 低风险, inclusion probability 1/3\n  ticket T\n  cutoff C",
        ]
    );
    assert_eq!(
        of(State::Excluded),
        [
            "任务 J1：未列入抽样框：检查次数已达频次上限 yearly",
            "task J1: excluded: inspected as often as limit yearly allows",
        ]
    );
    assert_eq!(
        of(State::Inactive),
        [
            "任务 J1：未列入抽样框：名录库中状态为停用（inactive）",
            "task J1: not in the frame: inactive in the registry",
        ]
    );
    assert_eq!(
        of(State::OutOfScope),
        [
            "任务 J1：未列入抽样框：不在任务范围内",
            "task J1: not in the frame: out of the task's scope",
        ]
    );
    assert_eq!(
        of(State::Absent),
        [
            "任务 J1：名录库中没有该检查对象",
            "task J1: not in the registry",
        ]
    );
}

#[test]
fn a_text_contains_only_what_is_known() {
    let draw = Draw::of(&case());
    let changed = |state, change: &dyn Fn(&mut Value)| {
        let mut receipt = draw.json(&draw.id(state));
        change(&mut receipt["tasks"][0]);
        texts(&receipt, None)
    };
    // Without the plan, a class is named by its id. A stratum without selected entities has no cutoff.
    let no_cutoff = changed(State::NotSelected, &|task| {
        task.as_object_mut().unwrap().remove("cutoff");
    });
    assert_eq!(
        no_cutoff,
        [
            "任务 J1：在抽样框内，未抽中；层 low，入样概率 1/3\n  签号 T\n  末位签号 -",
            "task J1: in the frame, not selected; stratum low, inclusion probability 1/3\n  ticket T\n  cutoff -",
        ]
    );
    let exempt = changed(State::Excluded, &|task| {
        task["excluded"]["reason"] = json!("exempt");
    });
    assert_eq!(
        exempt,
        [
            "任务 J1：未列入抽样框：免检（exempt）",
            "task J1: excluded: exempt",
        ]
    );
    let team = |members: Value, vacant: Value| {
        let texts = changed(State::Selected, &|task| {
            for (field, list) in [("members", &members), ("vacant", &vacant)] {
                let fields = task.as_object_mut().unwrap();
                fields.remove(field);
                if list != &json!([]) {
                    fields.insert(field.to_owned(), list.clone());
                }
            }
        });
        texts.map(|text| text.split_once("T\n  ").unwrap().1.to_owned())
    };
    assert_eq!(team(json!([]), json!([])), ["末位签号 T", "cutoff T"]);
    assert_eq!(
        team(json!(["Z-2"]), json!([1])),
        [
            "末位签号 T\n  检查人员 Z-2；空缺席位 2",
            "cutoff T\n  inspectors Z-2; vacant seats 1"
        ]
    );
    assert_eq!(
        team(json!([]), json!([0, 1])),
        [
            "末位签号 T\n  空缺席位 1、2",
            "cutoff T\n  vacant seats 0, 1"
        ]
    );
}
