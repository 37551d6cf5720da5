// The module and its memory, for calls of the C interface. It knows nothing about draws.

import { SuijiError, Stopped } from "./error.js";
import { ABI, STATUS } from "./numbers.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

/**
 * Called with the progress: the name of the step, units done, units in total. The call is cancelled if it returns `false`.
 * @typedef {(stage: string, done: number, total: number) => boolean | void} OnProgress
 */

/** @param {string | Uint8Array} data */
export function bytesOf(data) {
  return typeof data === "string" ? encoder.encode(data) : data;
}

/** @param {Uint8Array} data */
export const textOf = (data) => decoder.decode(data);

/** One instance of the module. */
export class Module {
  #exports;
  /** @type {unknown} */
  #stopped;
  /** @type {OnProgress | undefined} */
  #onProgress;
  /** @type {unknown} The exception of the caller's function. */
  #thrown;
  #places = 0;

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    const progress = (/** @type {number} */ stage, /** @type {bigint} */ done, /** @type {bigint} */ total) =>
      this.#progress(stage, done, total);
    this.#exports = /** @type {any} */ (new WebAssembly.Instance(module, { suiji: { progress } }).exports);
    if (this.#exports.suiji_abi() !== ABI) throw new Error("suiji.wasm is of another version than this package");
    // The places where a call writes its result and its error.
    this.#places = this.reserve(8);
  }

  version() {
    return this.#textAt(this.#exports.suiji_version());
  }

  /**
   * Calls `suiji_NAME`; the last two parameters are added. Texts, bytes and lists of numbers become a pointer and a length.
   * @param {string} name
   * @param {(number | bigint | Handle | undefined | Uint8Array | BigInt64Array | string)[]} parameters
   * @param {{ out?: boolean, onProgress?: OnProgress }} options
   * @returns {Handle | undefined}
   */
  call(name, parameters, { out = true, onProgress } = {}) {
    this.#check();
    /** @type {number[]} */
    const pieces = [];
    const words = parameters.flatMap((of) => this.#words(of, pieces));
    words.push(...(out ? [this.#places, this.#places + 4] : [this.#places + 4]));
    this.#onProgress = onProgress;
    this.#thrown = undefined;
    let status;
    try {
      status = this.#exports[`suiji_${name}`](...words);
      pieces.forEach((piece) => this.#exports.suiji_web_release(piece));
    } catch (trap) {
      this.#stopped = trap;
      throw new Stopped(trap);
    } finally {
      this.#onProgress = undefined;
    }
    const [result, error] = new Uint32Array(this.#exports.memory.buffer, this.#places, 2);
    if (status !== STATUS.OK) {
      const json = textOf(this.data(error));
      this.free(error);
      if (this.#thrown) throw this.#thrown;
      throw new SuijiError(json);
    }
    return out && result ? new Handle(this, result) : undefined;
  }

  /**
   * A run with progress, if a listener is set.
   * @param {OnProgress | undefined} onProgress
   */
  run(onProgress) {
    this.#check();
    return onProgress && new Handle(this, this.#exports.suiji_web_run());
  }

  /** @param {number} pointer The bytes of a handle, copied. */
  data(pointer) {
    this.#check();
    const at = this.#exports.suiji_data(pointer);
    return new Uint8Array(this.#exports.memory.buffer, at, this.#exports.suiji_size(pointer)).slice();
  }

  /** @param {number} pointer */
  rows(pointer) {
    this.#check();
    return Number(this.#exports.suiji_rows(pointer));
  }

  /** @param {number} pointer */
  free(pointer) {
    if (!this.#stopped) this.#exports.suiji_free(pointer);
  }

  /**
   * The text of a QR code of suiji in a grey picture, for the page; empty if there is none.
   * @param {Uint8Array} grey
   * @param {number} width
   * @param {number} height
   */
  code(grey, width, height) {
    this.#check();
    const picture = this.reserve(grey.length);
    new Uint8Array(this.#exports.memory.buffer).set(grey, picture);
    const found = this.#exports.suiji_web_code(picture, width, height);
    this.#exports.suiji_web_release(picture);
    if (found === 0) return "";
    const [size] = new Uint32Array(this.#exports.memory.buffer, found, 1);
    const text = textOf(new Uint8Array(this.#exports.memory.buffer, found + 8, size).slice());
    this.#exports.suiji_web_release(found);
    return text;
  }

  /** @param {number} size */
  reserve(size) {
    return this.#exports.suiji_web_reserve(size);
  }

  /**
   * @param {number | bigint | Handle | undefined | Uint8Array | BigInt64Array | string} of
   * @param {number[]} pieces
   * @returns {(number | bigint)[]}
   */
  #words(of, pieces) {
    if (of === undefined) return [0];
    if (of instanceof Handle) return [of.pointer];
    if (typeof of === "number" || typeof of === "bigint") return [of];
    const numbers = of instanceof BigInt64Array;
    const bytes = numbers ? new Uint8Array(of.buffer) : bytesOf(of);
    const piece = this.reserve(bytes.length);
    pieces.push(piece);
    new Uint8Array(this.#exports.memory.buffer).set(bytes, piece);
    return [piece, numbers ? of.length : bytes.length];
  }

  /**
   * @param {number} stage
   * @param {bigint} done
   * @param {bigint} total
   */
  #progress(stage, done, total) {
    try {
      const name = this.#textAt(this.#exports.suiji_stage_name(stage));
      return this.#onProgress?.(name, Number(done), Number(total)) === false ? 1 : 0;
    } catch (thrown) {
      this.#thrown = thrown;
      return 1;
    }
  }

  /** @param {number} at A text that ends with a zero. */
  #textAt(at) {
    const memory = new Uint8Array(this.#exports.memory.buffer);
    return at === 0 ? "" : textOf(memory.slice(at, memory.indexOf(0, at)));
  }

  #check() {
    if (this.#stopped) throw new Stopped(this.#stopped);
  }
}

const collected = new FinalizationRegistry((/** @type {{ module: Module, pointer: number }} */ held) =>
  held.module.free(held.pointer),
);

/** A handle of the module. It is freed when it is no longer used, or by `free`. */
export class Handle {
  #module;
  #pointer;

  /**
   * @param {Module} module
   * @param {number} pointer
   */
  constructor(module, pointer) {
    this.#module = module;
    this.#pointer = pointer;
    collected.register(this, { module, pointer }, this);
  }

  get pointer() {
    if (this.#pointer === 0) throw new TypeError("this object was freed");
    return this.#pointer;
  }

  get module() {
    return this.#module;
  }

  /** Its bytes. */
  bytes() {
    return this.#module.data(this.pointer);
  }

  /** Its bytes as text; the handle is freed. */
  text() {
    const text = textOf(this.bytes());
    this.free();
    return text;
  }

  rows() {
    return this.#module.rows(this.pointer);
  }

  free() {
    if (this.#pointer === 0) return;
    collected.unregister(this);
    this.#module.free(this.#pointer);
    this.#pointer = 0;
  }
}
