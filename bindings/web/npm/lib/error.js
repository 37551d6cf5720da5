/** An input was refused, a report does not hold, a call was cancelled or wrong: `code` says what, `faults` where. */
export class SuijiError extends Error {
  /** @param {string} json The error as a document (`error.schema.json`). */
  constructor(json) {
    const document = JSON.parse(json);
    const texts = document.faults.map((/** @type {any} */ fault) => `${fault.code}: ${fault.message.en}`);
    super(texts.join("\n") || document.code);
    this.name = "SuijiError";
    /** @type {string} The kind of document with the fault; `cancelled`, `argument` or `bug`. */
    this.kind = document.kind;
    /** @type {string} */
    this.code = document.code;
    /** @type {number} */
    this.count = document.count;
    /** @type {any[]} */
    this.faults = document.faults;
    /** @type {string} The same text in Chinese. */
    this.messageZh = document.faults.map((/** @type {any} */ fault) => `${fault.code}: ${fault.message.zh}`).join("\n");
    /** @type {string} */
    this.json = json;
  }
}

/** A bug in suiji stopped the module. No other call of it works: load it again. */
export class Stopped extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super("a bug in suiji stopped the module: load it again, and please report it", { cause });
    this.name = "Stopped";
  }
}
