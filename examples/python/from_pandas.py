"""The lists of an office as pandas frames with Chinese headers, and the draw as a frame. All names are invented.

From Excel: `pd.read_excel("名录库.xlsx", dtype=str)`. With `dtype=str` a code of 18 digits remains a text.
"""

import pandas as pd

import suiji

firms = pd.DataFrame(
    {
        "统一社会信用代码": [f"91140521MA0KSAMP{n:02}" for n in range(1, 41)],
        "企业名称": [f"样例汽车销售{n}号有限公司" for n in range(1, 41)],
        "风险类别": ["高风险", "一般风险", "低风险", "低风险"] * 10,
        "行政区划": ["140521"] * 40,
        "联系电话": ["0356-7000000", None] * 20,
        "免检": [None] * 39 + ["样例县免检名单〔2024〕1号"],
    }
)
# The names of the classes in the office, and their ids in the plan.
firms["风险类别"] = firms["风险类别"].map({"高风险": "high", "一般风险": "general", "低风险": "low"})
registry = suiji.Registry(
    firms,
    columns={
        "统一社会信用代码": "id",
        "企业名称": "name",
        "风险类别": "class",
        "行政区划": "district",
        "联系电话": "extra.联系电话",
        "免检": "exempt",
    },
)

inspectors = pd.DataFrame(
    {
        "证件号": [f"0405212400{n}" for n in range(1, 7)],
        "姓名": [f"样例执法员{n}" for n in range(1, 7)],
        "单位": ["县工信局"] * 4 + ["县市场监管局"] * 2,
        # pandas converts integers with gaps to floats; Int64 keeps them integers.
        "上限": pd.array([8, None, 8, 8, None, None], dtype="Int64"),
        "在办": [0, 2, 1, 0, 3, 0],
    }
)
columns = {"证件号": "id", "姓名": "name", "单位": "department", "上限": "max_load", "在办": "load"}
roster = suiji.Roster(inspectors, columns=columns)

plan = suiji.Plan(
    {
        "title": "样例计划",
        "authority": "样例县工信局",
        "year": 2024,
        "tasks": [
            {
                "id": "J1",
                "name": "对汽车销售企业的部门联合抽查",
                "quota": {"at_least": "20%"},
                "risk": {"minimum": {"high": "50%", "general": "20%", "low": "5%"}},
                "reserves": 1,
                "team": {
                    "seats": [
                        {"department": "县工信局", "count": 1},
                        {"department": "县市场监管局", "count": 1},
                    ]
                },
            }
        ],
    }
)
die = suiji.Source.live("企业代表掷骰二十次", by="witness", parts=[suiji.Part(20, 1, 6)])
ceremony = suiji.Ceremony([die], hash="sm3", sealed_at="2024-09-02T09:00:00+08:00")

sealed = suiji.seal(plan, registry, ceremony, roster=roster)
for finding in sealed.findings():
    print(finding.severity, finding.message_zh, finding.remedy_zh or "")
print("封存单摘要:", sealed.commitment.digest_groups)

thrown = [3, 5, 1, 6, 2, 4, 4, 3, 5, 1, 2, 6, 6, 4, 1, 2, 3, 5, 6, 1]
record = sealed.draw([die.arrange(thrown)])
draw = record.draw("J1")
selected, teams = pd.DataFrame(draw.selected), pd.DataFrame(draw.teams)
names = firms.set_index("统一社会信用代码")["企业名称"]
result = selected.merge(teams, left_on="id", right_on="entity").assign(name=lambda rows: rows["id"].map(names))
print(result[["id", "name", "stratum", "members"]].to_string())

suiji.verify(record, plan=plan, registry=registry, roster=roster, history=suiji.History()).require()
