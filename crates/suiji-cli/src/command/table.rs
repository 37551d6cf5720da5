//! The table of commands, from which the command line is read and the help is written.

use super::run;
use super::spec::{Argument, Choice, Spec, argument, flag, option, required};

const CASE: Argument = argument("CASE", "案件文件夹", "the folder of the case");
const RECORD: Argument = argument(
    "RECORD",
    "抽取记录，如 CASE/record.json",
    "a record, such as CASE/record.json",
);
const OF_CASE: Choice = option(
    "case",
    "CASE",
    "案件文件夹，其中的计划、名录库与检查历史",
    "the case folder, with plan, registry, roster and history",
);
const PLAN: Choice = option(
    "plan",
    "FILE",
    "抽查计划，如 plan.json",
    "the plan, such as plan.json",
);

pub(crate) const ALL: &[Spec] = &[
    Spec {
        name: "new",
        about: (
            "新建案件文件夹，附各文件的样例与说明",
            "make the folder of a new case, with a sample of each file and what it is",
        ),
        arguments: &[argument("CASE", "要新建的文件夹", "the folder to make")],
        options: &[],
        run: run::new,
    },
    Spec {
        name: "seal",
        about: (
            "封存：写出封存单 commitment.json，读出其摘要",
            "seal: write the sheet commitment.json and give its digest to be read out",
        ),
        arguments: &[CASE],
        options: &[
            option(
                "at",
                "TIME",
                "封存时间，如 2024-09-02T09:00:00+08:00；不写则取 ceremony.json 的 sealed_at，再则为此刻的北京时间",
                "the time of sealing, such as 2024-09-02T09:00:00+08:00; else sealed_at of ceremony.json, else now in Beijing",
            ),
            flag("dry-run", "只试算，不写文件", "do all but write"),
            option(
                "supersede",
                "REASON",
                "替代已有的封存单，并写明理由",
                "replace the sheet that is there, for this reason",
            ),
            option(
                "approved-by",
                "WHO",
                "替代由谁批准",
                "who approved the replacement",
            ),
            flag(
                "follow",
                "已有的抽取有效，本次为其下一次",
                "the draw that is there stands, and this is the next one",
            ),
        ],
        run: run::seal,
    },
    Spec {
        name: "draw",
        about: (
            "抽取：录入各随机源的取值，写出抽取记录 record.json",
            "draw: take the contributions and write the record, record.json",
        ),
        arguments: &[CASE],
        options: &[],
        run: run::draw,
    },
    Spec {
        name: "verify",
        about: (
            "核验抽取记录（或其公示文本），逐项列出",
            "verify a record (or its public form), check by check",
        ),
        arguments: &[RECORD],
        options: &[
            OF_CASE,
            option(
                "sheet",
                "DIGEST",
                "抽取前公布的封存单摘要",
                "the commitment digest that was made known before the draw",
            ),
        ],
        run: run::verify,
    },
    Spec {
        name: "explain",
        about: (
            "查一个检查对象：是否在抽样框、为何抽中或未抽中",
            "say of one entity whether it was in the frame, and why it was drawn or not",
        ),
        arguments: &[
            RECORD,
            argument(
                "ENTITY",
                "检查对象的编号，通常是统一社会信用代码",
                "the entity's id, normally its unified social credit code",
            ),
        ],
        options: &[
            required(OF_CASE),
            option(
                "receipt",
                "FILE",
                "另存为查验单，可交给该对象",
                "write the receipt, which may be handed to the entity",
            ),
        ],
        run: run::explain,
    },
    Spec {
        name: "check-receipt",
        about: (
            "对照公示文本核验一份查验单",
            "check a receipt against the public form",
        ),
        arguments: &[argument("RECEIPT", "查验单", "the receipt")],
        options: &[
            required(option("public", "FILE", "公示文本", "the public form")),
            PLAN,
        ],
        run: run::check_receipt,
    },
    Spec {
        name: "publish",
        about: ("由抽取记录得出公示文本", "give the public form of a record"),
        arguments: &[RECORD],
        options: &[option(
            "out",
            "FILE",
            "写入文件，而不是显示",
            "write it to a file instead of the output",
        )],
        run: run::publish,
    },
    Spec {
        name: "canon",
        about: (
            "给出文件的规范字节（可直接送 sha256sum），摘要另行显示",
            "give the canonical bytes of a document, ready for sha256sum; the digest goes to the standard error",
        ),
        arguments: &[argument(
            "FILE",
            "JSON 文件，如 plan.json、commitment.json",
            "a JSON document, such as plan.json or commitment.json",
        )],
        options: &[option(
            "hash",
            "HASH",
            "杂凑算法：sha256 或 sm3；缺省为文件写明的，未写明则为 sha256",
            "the hash: sha256 or sm3; by default the document's own, else sha256",
        )],
        run: run::canon,
    },
    Spec {
        name: "demo",
        about: (
            "演示：沁水县 2024 年八项任务，从封存到核验",
            "show all of it on Qinshui's eight tasks of 2024, from sealing to verification",
        ),
        arguments: &[Argument {
            name: "DIR",
            about: (
                "要新建的文件夹，缺省为 suiji-demo-1 等",
                "the folder to make, suiji-demo-1 and so on by default",
            ),
            required: false,
        }],
        options: &[],
        run: run::demo,
    },
];
