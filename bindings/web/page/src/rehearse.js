// A draw for rehearsal: sealed, drawn and verified like any other.

import { swapped } from "./redraw.js";
import { TEACHING } from "./teaching-case.js";

/**
 * @param {import("../../npm/lib/suiji.js").Suiji} suiji
 * @param {number[]} numbers The numbers of the dice.
 * @param {boolean} altered Whether a selected firm is swapped for a reserve in the record, as somebody with bad intent would.
 */
function rehearsed(suiji, numbers, altered) {
  const { plan, ceremony } = TEACHING;
  const registry = suiji.table("registry", TEACHING.registry);
  const roster = suiji.table("roster", TEACHING.roster);
  const history = suiji.table("history", "\n");
  const sealed = suiji.seal(suiji.inputs({ plan, registry, roster, history }), ceremony);
  const contributions = suiji.contributions(sealed.commitment, suiji.arrange(sealed.commitment, 0, numbers));
  const record = sealed.draw(contributions);
  const document = JSON.parse(record.json());
  const [draw] = document.draws;
  if (altered) {
    const [first, reserve] = [draw.selected[0], draw.reserves[0]];
    draw.teams.find((/** @type {any} */ team) => team.entity === first.id).entity = reserve.id;
    [first.id, reserve.id] = [reserve.id, first.id];
  }
  const shown = suiji.record(JSON.stringify(document));
  const verified = suiji.verify(shown, { plan, registry, roster, history });
  // As on the page itself: from the sealed files alone.
  const found = altered ? swapped({ suiji, record: shown, document, plan, registry, roster, history }) : [];
  const name = (/** @type {any} */ one) => registry.row(one.id).name;
  return { report: JSON.parse(verified.json), seed: document.seed, selected: draw.selected.map(name), found };
}

export { rehearsed };
