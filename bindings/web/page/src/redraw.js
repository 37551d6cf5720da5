// The draw again, from the sealed inputs: who should have been drawn.

/** The sealed inputs: only they say who was not selected, and with what chance. @param {any} known */
function reopened(known) {
  const { suiji, record, plan, registry, roster, history, secret } = known;
  if (!record || !plan) return undefined;
  if (known.sealed === undefined) {
    try {
      const inputs = suiji.inputs({ plan, registry, roster, history });
      known.sealed = suiji.reopen(inputs, record.commitment, { secret });
    } catch {
      // The report says which of the files are not those that were sealed.
      known.sealed = false;
    }
  }
  return known.sealed || undefined;
}

/**
 * Who is listed without having been drawn, and who was drawn without being listed; nothing if the inputs are not those that were sealed.
 * @param {any} known
 */
function swapped(known) {
  const sealed = reopened(known);
  if (!sealed) return [];
  let drawn;
  try {
    drawn = JSON.parse(sealed.draw(known.record.contributions).json());
  } catch {
    // Contributions that do not fit are a check that failed.
    return [];
  }
  const ids = (/** @type {any} */ draw) => (draw?.selected ?? []).map((/** @type {any} */ of) => of.id);
  const name = (/** @type {string} */ id) => ({ id, name: known.registry.row(id)?.name ?? "" });
  return drawn.draws.flatMap((/** @type {any} */ right) => {
    const listed = new Set(known.document.draws.filter((/** @type {any} */ of) => of.task === right.task).flatMap(ids));
    const should = new Set(ids(right));
    const wrong = [...listed].filter((id) => !should.has(id)).map(name);
    const absent = [...should].filter((id) => !listed.has(id)).map(name);
    return wrong.length || absent.length ? [{ task: right.task, wrong, absent }] : [];
  });
}

export { reopened, swapped };
