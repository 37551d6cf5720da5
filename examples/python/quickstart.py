"""One task, ten firms, twenty throws of a die: sealed, drawn, verified. All firms are invented."""

import suiji

task: suiji.TaskDocument = {"id": "J1", "name": "样例抽查", "quota": {"count": 3}}
plan = suiji.Plan({"title": "样例计划", "authority": "样例县工信局", "year": 2024, "tasks": [task]})
firms = suiji.Registry({"id": f"F-{n:02}", "name": "样例企业"} for n in range(1, 11))
die = suiji.Source.live("企业代表掷骰二十次", by="witness", parts=[suiji.Part(20, 1, 6)])
ceremony = suiji.Ceremony([die], hash="sm3", sealed_at="2024-09-02T09:00:00+08:00")
sealed = suiji.seal(plan, firms, ceremony)
print("read out:", sealed.commitment.digest)
thrown = [3, 5, 1, 6, 2, 4, 4, 3, 5, 1, 2, 6, 6, 4, 1, 2, 3, 5, 6, 1]
record = sealed.draw([die.arrange(thrown)])
print("selected:", [drawn.id for drawn in record.draw("J1").selected])
suiji.verify(record, plan=plan, registry=firms, history=suiji.History(), roster=suiji.Roster()).require()
