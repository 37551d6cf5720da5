// The worker. It is started when it is needed, stopped to cancel, and started again.

import { byId } from "./dom.js";

/** @type {Worker | undefined} */
let worker;
/** @type {Map<number, { resolve: (of: any) => void, reject: (error: any) => void }>} */
const waiting = new Map();
let count = 0;
/** @type {(progress: any) => void} */
let watch = () => {};

/** @type {(codes: any[]) => void} */
let started = () => {};

/** @param {(codes: any[]) => void} to Gets all codes with their texts when the library is loaded. */
function onStart(to) {
  started = to;
}

/** With Trusted Types, a browser starts a worker only from an address of such a policy. @type {any} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("suiji-worker", { createScriptURL: (/** @type {string} */ url) => url });

/**
 * @param {string} task
 * @param {any} of
 * @returns {Promise<any>}
 */
async function ask(task, of) {
  if (!worker) {
    worker = begun();
    started(await send("load", { module: await moduleBytes() }));
  }
  return send(task, of);
}

/** @param {(progress: any) => void} to */
function onProgress(to) {
  watch = to;
}

/** Stops the current work, and drops all data that was read. */
function stop() {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Cancelled());
  waiting.clear();
}

class Cancelled extends Error {}

/** @param {string} task @param {any} of @returns {Promise<any>} */
function send(task, of) {
  const id = ++count;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage({ id, task, ...of });
  });
}

function begun() {
  const script = new Blob([byId("worker").content.textContent], { type: "text/javascript" });
  const url = URL.createObjectURL(script);
  const made = new Worker(policy ? policy.createScriptURL(url) : url);
  made.addEventListener("message", ({ data }) => {
    if (data.progress) return watch(data.progress);
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) one?.resolve(data.done);
    else one?.reject(new Error(data.error));
    return undefined;
  });
  made.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || "worker"));
    waiting.clear();
  });
  return made;
}

/** The module: base64 of gzip, in the page itself. */
async function moduleBytes() {
  const text = atob(byId("module").content.textContent);
  const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export { ask, Cancelled, onProgress, onStart, stop };
