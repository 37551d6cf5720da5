"""All texts for people: errors, notes and units, in English and Chinese."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """One text in both languages."""

    en: str
    zh: str

    def filled(self, **details: object) -> Words:
        """The text with the values of its `{fields}`."""
        return Words(self.en.format(**details), self.zh.format(**details))


#: The error codes, each with its problem and remedy.
ERRORS = {
    "estimate.package-missing": Words(
        "the package {found} is not installed: pip install '{install}'",
        "未安装 {found}：请运行 pip install '{install}'",
    ),
    "estimate.table-unreadable": Words(
        "expected a table (Arrow, pandas, polars, or a dict of columns), found {found}",
        "应为表格（Arrow、pandas、polars 或由列组成的字典），现为 {found}",
    ),
    "estimate.table-empty": Words(
        "the table has no entity of a frame: pass record.sample(sealed)",
        "表格中没有任何在框企业：请传入 record.sample(sealed)",
    ),
    "estimate.columns-uneven": Words(
        "the columns have different lengths ({found}): give each row a value in every column, None if there is none",
        "各列长度不一（{found}）：请让每一行在每一列都有值，没有的填 None",
    ),
    "estimate.column-missing": Words(
        "column “{column}” is missing: the table has {found}",
        "缺少“{column}”列：表格现有 {found}",
    ),
    "estimate.value-missing": Words(
        "column “{column}” is empty in this row: fill it in",
        "“{column}”列为空：请补填",
    ),
    "estimate.column-repeated": Words(
        "column “{column}” occurs more than once: rename or remove one",
        "“{column}”列重复：请改名或删去其一",
    ),
    "estimate.not-a-text": Words(
        "column “{column}”: expected a text, found {found}: read codes as texts (dtype=str)",
        "“{column}”列：应为文本，现为 {found}：请按文本读取编号（dtype=str）",
    ),
    "estimate.not-an-integer": Words(
        "column “{column}”: expected an integer, found {found}",
        "“{column}”列：应为整数，现为 {found}",
    ),
    "estimate.state-unknown": Words(
        "column “state”: “{found}” is not a state (expected {expected})",
        "“state”列：“{found}”不是已知状态（应为 {expected}）",
    ),
    "estimate.duplicate-row": Words(
        "{id} occurs more than once in task {task}: keep one row",
        "{id} 在任务 {task} 中重复出现：请只保留一行",
    ),
    "estimate.stratum-differs": Words(
        "stratum {stratum} of task {task} has several values of “{column}” ({found}): do not mix the tables of "
        "two draws",
        "任务 {task} 的 {stratum} 层有多个“{column}”值（{found}）：请勿混用两次抽取的表格",
    ),
    "estimate.take-above-frame": Words(
        "stratum {stratum} of task {task} takes {take} of {frame_size} entities: 0 <= take <= frame_size is required",
        "任务 {task} 的 {stratum} 层从 {frame_size} 户中抽取 {take} 户：抽取数不得小于 0 或大于抽样框",
    ),
    "estimate.probability-differs": Words(
        "stratum {stratum} of task {task}: expected the probability {expected} (take / frame_size), found {found}",
        "任务 {task} 的 {stratum} 层：概率应为 {expected}（抽取数除以抽样框），现为 {found}",
    ),
    "estimate.selected-differs": Words(
        "stratum {stratum} of task {task} takes {take} entities, but {found} rows are selected: pass the whole table",
        "任务 {task} 的 {stratum} 层应抽取 {take} 户，表中抽中 {found} 行：请传入完整的表格",
    ),
    "estimate.frame-exceeded": Words(
        "stratum {stratum} of task {task} has {found} rows in the frame, more than its {frame_size} entities: "
        "remove the rows that do not belong to it",
        "任务 {task} 的 {stratum} 层有 {found} 行在框，超过抽样框的 {frame_size} 户：请去掉不属于该层的行",
    ),
    "estimate.not-drawn": Words(
        "the table has no tickets, so nothing has been drawn yet: pass the table of a record, record.sample(sealed)",
        "表格没有签号，尚未抽取：请传入抽取记录的表格 record.sample(sealed)",
    ),
    "estimate.task-unknown": Words(
        "task “{found}” is not in the sample: it has {expected}",
        "样本中没有任务“{found}”：现有 {expected}",
    ),
    "estimate.task-needed": Words(
        "several tasks were drawn ({expected}): name one, or add a column “task” to the results",
        "抽取了多项任务（{expected}）：请指明其中一项，或在结果表中增加“task”列",
    ),
    "estimate.entity-unknown": Words(
        "{id} is not in the frame of task {task} in this table: check the id, or pass record.sample(sealed)",
        "{id} 不在本表任务 {task} 的抽样框中：请核对编号，或传入 record.sample(sealed)",
    ),
    "estimate.not-selected": Words(
        "{id} was not selected in task {task}, so its result says nothing about the others: remove the row "
        "(inspections of complaints are not part of the sample)",
        "{id} 在任务 {task} 中未被抽中，其结果不能用于推断：请删去该行（投诉举报等检查不属于样本）",
    ),
    "estimate.outcome-unknown": Words(
        "column “outcome”: “{found}” is not an outcome (expected {expected}, or empty if not visited yet)",
        "“outcome”列：“{found}”不是已知结果（应为 {expected}；尚未检查的留空）",
    ),
    "estimate.not-a-number": Words(
        "column “{column}”: expected a finite number, found {found}",
        "“{column}”列：应为有限数值，现为 {found}",
    ),
    "estimate.not-zero-one": Words(
        "column “{column}”: a rate needs 0 or 1, found {found}: use mean() for numbers",
        "“{column}”列：计算比率须为 0 或 1，现为 {found}：数值请用 mean()",
    ),
    "estimate.answer-missing": Words(
        "{id} was inspected (outcome “{outcome}”), but column “{column}” is empty: fill it in, "
        "or give the outcome refused or unreachable",
        "{id} 已检查（结果“{outcome}”），但“{column}”列为空：请补填，或将结果改为 refused、unreachable",
    ),
    "estimate.answer-unexpected": Words(
        "{id} has the outcome “{outcome}”, so nothing was inspected, but column “{column}” has {found}: correct "
        "one of them",
        "{id} 的结果为“{outcome}”，即未能检查，但“{column}”列有值 {found}：请更正其一",
    ),
    "estimate.no-answers": Words(
        "task {task} has no inspected entity yet: add results first",
        "任务 {task} 尚无已检查的企业：请先补充结果",
    ),
    "estimate.group-unknown": Words(
        "“{found}” is not a column of the sample or the results: there are {expected}",
        "样本和结果中均没有“{found}”列：现有 {expected}",
    ),
    "estimate.frame-needed": Words(
        "the frame sizes of the groups of “{column}” are not known: pass a sample made of record.sample(sealed), "
        "with the column “{column}” for every entity",
        "不知道“{column}”各组的抽样框户数：请用 record.sample(sealed) 建立样本，并为每户填写“{column}”列",
    ),
    "estimate.post-empty": Words(
        "post-stratum “{found}” of “{column}” has {frame_size} entities in the frame but none was inspected: "
        "merge it with another",
        "“{column}”的“{found}”组在抽样框中有 {frame_size} 户，但无一检查：请与其他组合并",
    ),
    "estimate.option-unknown": Words(
        "{option}: expected {expected}, found {found}",
        "{option}：应为 {expected}，现为 {found}",
    ),
    "estimate.share-wrong": Words(
        '{option}: expected a share between 0 and 1, such as "95%" or 0.95, found {found}',
        '{option}：应为 0 到 1 之间的比例，如 "95%" 或 0.95，现为 {found}',
    ),
    "estimate.count-wrong": Words(
        "{option}: expected an integer from {least} to {most}, found {found}",
        "{option}：应为 {least} 到 {most} 的整数，现为 {found}",
    ),
    "estimate.frames-differ": Words(
        "tasks {first} and {second} share tickets, but their strata differ or overlap only in part: estimate each "
        "task alone",
        "任务 {first} 与 {second} 共用签号，但各层不同或只有部分重合：请分别估计",
    ),
    "estimate.tickets-missing": Words(
        "the table has no entity with a ticket in both {first} and {second}, so it does not show "
        "whether they share tickets: pass record.sample(sealed)",
        "表格中没有在 {first} 和 {second} 中均有签号的企业，无法判断两项任务是否共用签号：请传入 record.sample(sealed)",
    ),
    "estimate.frame-incomplete": Words(
        "tasks {first} and {second} share tickets, but the table does not show their whole frames: "
        "join the tables of record.sample(sealed, task) of both",
        "任务 {first} 与 {second} 共用签号，但表格未列出全部抽样框：请合并两项任务的 record.sample(sealed, task) 表格",
    ),
    "estimate.joint-too-large": Words(
        "the strata of tasks {first} and {second} overlap in part and are too large for an exact joint probability "
        "({found} steps, at most {most}): use the probabilities of each task",
        "任务 {first} 与 {second} 的层只有部分重合，规模过大，无法精确计算联合概率（{found} 步，上限 {most}）："
        "请使用各任务自身的概率",
    ),
}

#: The notes of results.
NOTES = {
    "full": Words(
        "every entity was visited, so the value is known and has no sampling error",
        "全部检查，数值为已知，没有抽样误差",
    ),
    "missing": Words(
        "{missing} of {take} selected entities have no answer ({reasons}); "
        "the other entities of their stratum represent "
        "them, which is correct only if those without an answer do not differ",
        "抽中 {take} 户中有 {missing} 户没有结果（{reasons}）；"
        "由同层其他企业代表，仅在无结果者与其他企业没有差别时成立",
    ),
    "closed": Words(
        "{closed} of {take} selected entities are closed: they count as no longer existing, "
        "and represent other closed entities of the frame",
        "抽中 {take} 户中有 {closed} 户已关闭：按已不存在计，并代表抽样框中其他已关闭的企业",
    ),
    "per-frame": Words(
        "the denominator is all {frame_size} entities of the frame, closed ones included",
        "分母为抽样框全部 {frame_size} 户，含已关闭的企业",
    ),
    "reserves": Words(
        "{count} results of reserves are not used: reserves are visited in addition, and are not part of the sample",
        "{count} 条备选企业的结果未使用：备选为额外检查，不属于样本",
    ),
    "not-covered": Words(
        "nothing was inspected in {strata}: these {count} entities are not covered by the estimate",
        "{strata} 未检查任何企业：该 {count} 户不在估计范围内",
    ),
    "single": Words(
        "only one entity was inspected in {strata}, so no standard error can be computed: use the exact interval "
        "(of a rate), "
        "or group these strata with others in the next plan",
        "{strata} 只检查了 1 户，无法计算标准误：请用精确区间（比率），或在下次计划中与其他层合并",
    ),
    "few": Words(
        "the stratum has fewer than {least} answers: the exact interval is used",
        "该层结果少于 {least} 个：采用精确区间",
    ),
    "rare": Words(
        "fewer than {least} answers are 1, or fewer than {least} are 0: the exact interval is used",
        "结果为 1 或为 0 的不足 {least} 个：采用精确区间",
    ),
    "joined": Words(
        "the exact interval joins {count} strata, each at a higher level, so that it is right at least as often "
        "as stated",
        "精确区间由 {count} 层合成，每层采用更高的置信水平，实际把握不低于所述水平",
    ),
    "closed-exact": Words(
        "the exact interval takes the entities that were not visited as active; if many of them are closed, it is "
        "approximate",
        "精确区间将未检查的企业视为存续；若其中多有关闭，则为近似",
    ),
    "no-exact": Words(
        "the exact interval needs the number of entities of each group: pass a sample made of record.sample(sealed); "
        "t is used",
        "精确区间需要各组户数：请用 record.sample(sealed) 建立样本；此处采用 t 区间",
    ),
    "empty": Words(
        "no active entity of this group was inspected, so there is no estimate",
        "该组没有检查任何存续企业，无法估计",
    ),
    "nested": Words(
        "the tasks share tickets, so they visit the same entities where possible; the covariance of the two is "
        "taken into account",
        "两项任务共用签号，尽量检查同一批企业；已计入二者的协方差",
    ),
    "nested-assumed": Words(
        "the table does not show the whole frames; frames of equal size with nested samples are taken as equal",
        "表格未列出全部抽样框；户数相等且样本互相包含的抽样框视为相同",
    ),
    "independent": Words(
        "the tasks have tickets of their own, so their samples are independent",
        "两项任务的签号各自独立，样本相互独立",
    ),
}

#: The reasons why an entity has no answer.
REASONS = {
    "refused": Words("{count} refused", "{count} 户拒绝"),
    "unreachable": Words("{count} not found or reached", "{count} 户无法联系"),
    "open": Words("{count} not visited yet", "{count} 户尚未检查"),
}

#: The derivations of joint probabilities.
JOINTS = {
    "same": Words(
        "one entity in one task: its own probability",
        "同一任务中的同一企业：即其自身的入样概率",
    ),
    "stratum": Words(
        "two entities of one stratum: n(n − 1) / (N(N − 1)), as {take} of {frame_size} are drawn without replacement",
        "同层两户：n(n − 1) / (N(N − 1))，从 {frame_size} 户中不放回抽取 {take} 户",
    ),
    "strata": Words(
        "two strata: tickets are independent, so the probabilities are multiplied",
        "不同层：签号独立，概率相乘",
    ),
    "tasks": Words(
        "two tasks with tickets of their own: independent, so the probabilities are multiplied",
        "两项任务签号各自独立：概率相乘",
    ),
    "disjoint": Words(
        "the tasks share tickets, but these strata have no entity in common: independent, so the probabilities "
        "are multiplied",
        "任务共用签号，但两层没有共同的企业：相互独立，概率相乘",
    ),
    "nested-same": Words(
        "the tasks share tickets and the strata are equal, so the smaller sample lies within the larger: "
        "min({first}, {second}) / {frame_size}",
        "任务共用签号且两层相同，较小的样本包含在较大的样本中：min({first}, {second}) / {frame_size}",
    ),
    "nested": Words(
        "the tasks share tickets and the strata are equal, so the smaller sample lies within the larger: "
        "{smaller} × ({larger} − 1) / ({frame_size} × ({frame_size} − 1))",
        "任务共用签号且两层相同，较小的样本包含在较大的样本中：{smaller} × ({larger} − 1) / ({frame_size} × "
        "({frame_size} − 1))",
    ),
    "overlap": Words(
        "the tasks share tickets and the strata overlap in {common} entities: counted over all orders of the tickets",
        "任务共用签号，两层有 {common} 户重合：按签号的所有排列计数",
    ),
}

UNITS = {
    "total": Words("sum of {column}", "{column} 合计"),
    "count": Words("entities", "户"),
    "mean": Words("{column} per active entity", "每户存续企业的 {column}"),
    "mean-frame": Words("{column} per entity of the frame", "抽样框每户的 {column}"),
    "rate": Words("share of active entities", "占存续企业的比例"),
    "rate-frame": Words("share of the entities of the frame", "占抽样框的比例"),
    "ratio": Words("{numerator} per {denominator}", "每单位 {denominator} 的 {numerator}"),
    "difference": Words("difference of shares or means", "比率或均值之差"),
}
