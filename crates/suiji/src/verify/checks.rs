//! The table of all check ids that a report may hold, with the rule of each and what it says.
//!
//! Ids are stable. A text says what is so where the check is established.

use crate::base::codes::Code;

macro_rules! checks {
    ($table:ident: $about:literal; $($name:ident = $id:literal, $rule:literal, $en:literal, $zh:literal;)+) => {
        $(
            #[doc = concat!("`", $id, "` [", $rule, "]: ", $en)]
            pub const $name: &Code = &Code::new($id, $rule, $en, $zh);
        )+
        #[doc = $about]
        pub const $table: &[&Code] = &[$($name),+];
    };
}

checks! {
    ALL: "All checks, in the order of the table.";

    SHEET_KNOWN = "sheet.known", "S3b", "the record rests on the sheet that was made known", "抽取记录所依据的正是事先公布的封存单";
    SHEET_SIZES = "sheet.sizes", "S3a", "sizes and takes of the sheet agree with each other", "封存单各项数量彼此相符";
    SHEET_DRAND = "sheet.drand-round", "S4a", "the drand round is of a time after sealing", "drand 轮次的时间在封存之后";
    CONTRIBUTION_COUNT = "contributions.count", "R3", "every source gave its contribution", "每个随机源都有取值";
    CONTRIBUTION = "contributions.match", "R1", "the contribution matches its source", "取值与随机源相符，承诺得以打开";
    DRAND = "contributions.drand", "R1", "the drand signature verifies", "drand 签名有效";
    SEED = "record.seed", "R2", "the seed follows from sheet and contributions", "种子由封存单与取值算得";
    TASKS = "record.tasks", "E1", "the draws are those of the sheet's tasks, in order", "抽取结果与封存单的任务逐项对应";
    KEY = "draw.key", "D1", "the draw key follows from the seed", "抽取密钥由种子算得";
    TICKETS = "draw.tickets", "D2", "the tickets recompute", "签号重算一致";
    ORDER = "draw.order", "D3", "the selected stand in the order of visits", "抽中对象按检查顺序排列";
    SIZES = "draw.sizes", "D3", "as many are selected of each stratum as were sealed", "各层抽中数量与封存数量一致";
    UNIQUE = "draw.unique", "D3", "no entity stands twice", "没有对象重复出现";
    RESERVES = "draw.reserves", "D3", "the reserves stand in order, after the selected of their stratum", "备选按顺序排列，且都在本层抽中对象之后";
    TEAM_FORM = "draw.teams", "T5", "the teams are those of the selected, without an officer twice", "小组与抽中对象逐一对应，组内人员不重复";
    PLAN_DIGEST = "plan.digest", "S3a", "the plan is the one that was sealed", "抽查计划与封存时一致";
    PLAN_AUTHORITY = "plan.authority", "S3a", "authority and year are the plan's", "机关与年度与计划一致";
    PLAN_TASKS = "plan.tasks", "S3a", "the sheet's tasks are the plan's, in order", "封存单的任务与计划逐项对应";
    PLAN_STRATA = "plan.strata", "F3", "the strata are the plan's classes, in order", "分层与计划的风险类别及顺序一致";
    ALLOCATION = "plan.allocation", "F4", "the takes follow from the plan and the sizes of the strata", "各层抽取数量由计划与层的大小算得";
    INPUTS = "inputs.agree", "I6", "plan, registry, roster and history agree with each other", "计划、名录库与检查历史彼此相符";
    REGISTRY_ROOT = "registry.root", "S1", "the registry is the one that was sealed", "检查对象名录库与封存时一致";
    HISTORY_ROOT = "history.root", "S1", "the history is the one that was sealed", "检查历史与封存时一致";
    ROSTER_ROOT = "roster.root", "S1", "the roster is the one that was sealed", "执法检查人员名录库与封存时一致";
    FRAME_ROOT = "frame.root", "F1", "the frame is that of the registry", "抽样框由名录库得出";
    EXCLUDED_ROOT = "frame.excluded", "F2", "the exclusions are those of the history", "被排除的对象由检查历史得出";
    STRATA = "frame.strata", "F3", "the strata have the sizes that were sealed", "各层大小与封存时一致";
    SELECTION = "draw.selection", "D3", "the selected and the reserves have the smallest tickets of their strata", "抽中与备选对象正是各层签号最小者";
    SHORT = "roster.short", "S5", "as many entities cannot get a full team as were sealed", "凑不齐小组的对象数量与封存时一致";
    TEAMS = "roster.teams", "T4", "the teams are those that the seed gives", "小组由种子得出";
    EARLIER_NAMED = "earlier.named", "S3c", "every earlier sheet with the same task is named", "含同一任务的前次封存单都已列出";
    EARLIER_PREVIOUS = "earlier.previous", "S3c", "the previous sheet is the last of the earlier ones", "所列上一封存单确为前次封存单中最后一份";
    EARLIER_ORDER = "earlier.order", "S3c", "earlier sheets are named with the oldest first", "前次封存单按封存先后列出";
    EARLIER_CONTRIBUTIONS = "earlier.contributions", "S3c", "the contributions of a superseded sheet match its sources", "被替代封存单的取值与其随机源相符";
    EARLIER_SOURCES = "earlier.sources", "S4c", "no commitment of a source stood in an earlier sheet", "随机源的承诺值未在前次封存单中用过";
    PUBLIC_LAST = "public.last", "E2", "the published last tickets are those of strata from which something was selected", "公布的末位签号与各层抽取情况相符";
    PUBLIC_SELECTION = "public.selection", "D3", "the selected have the smallest tickets of their strata, and the last tickets are theirs", "抽中对象正是各层签号最小者，末位签号与之相符";
    PUBLIC_RECORD = "public.record", "E2", "the record's digest and its public form are those of the draw run again", "重新抽取所得的记录摘要与公示文本一致";
    RECEIPT_RECORD = "receipt.record", "G1", "the receipt is of this record", "查验单出自这份抽取记录";
    RECEIPT_REGISTRY = "receipt.registry", "G2", "the entity's row was in the registry", "该对象的登记行在封存的名录库中";
    RECEIPT_HISTORY = "receipt.history", "G2", "the entity's past inspections were in the history", "该对象的检查记录在封存的检查历史中";
    RECEIPT_ABSENT = "receipt.absent", "G3", "the registry has no such entity", "名录库中没有该对象";
    RECEIPT_FRAME = "receipt.frame", "G3", "the entity was in the frame, in this stratum", "该对象在抽样框的这一层中";
    RECEIPT_EXCLUDED = "receipt.excluded", "G3", "the entity was excluded for this reason", "该对象因此被排除";
    RECEIPT_SCOPE = "receipt.scope", "G3", "what the task's scope says of the entity's row", "任务范围对该对象的判断";
    RECEIPT_KEY = "receipt.key", "G4", "the draw key is that of the task", "抽取密钥是该任务的";
    RECEIPT_TICKET = "receipt.ticket", "G4", "the ticket recomputes", "签号重算一致";
    RECEIPT_CUTOFF = "receipt.cutoff", "G4", "the cutoff is the one published", "末位签号与公布的一致";
    RECEIPT_STATE = "receipt.state", "G4", "selected or not as the ticket and the cutoff say", "抽中与否与签号、末位签号相符";
    RECEIPT_PROBABILITY = "receipt.probability", "G5", "the inclusion probability is take over size of the stratum", "入样概率等于该层抽取数除以层的大小";
    RECEIPT_RESERVE = "receipt.reserve", "G5", "the number among the reserves", "备选序号";
    RECEIPT_TEAM = "receipt.team", "G5", "the officers who visit", "检查人员";
}

checks! {
    TRUST: "What remains on trust, always or from less than all inputs [V2].";

    TRUST_INPUTS = "trust.inputs", "V2", "that registry, roster (recusals, dates, caps) and history are complete and true", "检查对象名录库、人员名录库（回避、证件期限、上限）与检查历史完整、真实";
    TRUST_SHEET = "trust.sheet", "V2", "that this sheet, and no other for the same tasks, was made known before the seed could be known (the time of sealing is the office's own word)", "在种子可知之前公布的是这份封存单，同样的任务没有另一份（封存时间是机关自己写的）";
    TRUST_SOURCES = "trust.sources", "V2", "that no source named was in the hand of the office alone", "所列随机源没有一个只掌握在机关手里";
    TRUST_FRAME = "trust.frame", "V2", "that the selected were in the frame, and had the smallest tickets in it", "抽中的对象确在抽样框内，且签号在其中最小";
}
