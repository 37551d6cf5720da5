// Repeats the draw from the sealed inputs, to find who should have been drawn.

/** The sealed inputs. Only they show who was not selected, and with what chance. @param {any} known */
function reopened(known) {
  const { suiji, record, plan, registry, roster, history, secret } = known;
  if (!record || !plan) return undefined;
  if (known.sealed === undefined) {
    try {
      const inputs = suiji.inputs({ plan, registry, roster, history });
      known.sealed = suiji.reopen(inputs, record.commitment, { secret });
    } catch {
      // The report names the files that are not the sealed ones.
      known.sealed = false;
    }
  }
  return known.sealed || undefined;
}

/**
 * Firms that are listed but were not drawn, and firms that were drawn but are not listed. Nothing if the inputs are not
 * the sealed ones.
 * @param {any} known
 */
function swapped(known) {
  const sealed = reopened(known);
  if (!sealed) return [];
  let drawn;
  try {
    drawn = JSON.parse(sealed.draw(known.record.contributions).json());
  } catch {
    // If contributions do not fit, a check has failed.
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
