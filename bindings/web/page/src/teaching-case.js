// A small case to rehearse with. All names are invented.

const FIRMS = 12;

const PLAN = {
  title: "样例演练计划",
  authority: "样例县工信局",
  year: 2024,
  tasks: [
    {
      id: "Y1",
      name: "演练",
      quota: { exactly: "25%" },
      reserves: 1,
      team: { seats: [{ department: "样例县工信局", count: 2 }] },
    },
  ],
};
const REGISTRY = Array.from({ length: FIRMS }, (_, at) => ({ id: `Q-${String(at + 1).padStart(2, "0")}`, name: `样例企业${at + 1}` }));
const ROSTER = Array.from({ length: 4 }, (_, at) => ({ id: `R-${at + 1}`, name: `样例人员${at + 1}`, department: "样例县工信局" }));
const DICE = 20;
const CEREMONY = {
  hash: "sha256",
  sealed_at: "2024-09-02T09:00:00+08:00",
  sources: [{ kind: "live", by: "public", name: "演练掷骰二十次", parts: [{ count: DICE, from: 1, to: 6 }] }],
};

const lines = (/** @type {any[]} */ rows) => rows.map((row) => JSON.stringify(row)).join("\n");

/** The documents as files. */
const TEACHING = { plan: JSON.stringify(PLAN), registry: lines(REGISTRY), roster: lines(ROSTER), ceremony: JSON.stringify(CEREMONY) };

export { DICE, FIRMS, TEACHING };
