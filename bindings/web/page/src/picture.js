// The digest in a picture of the minutes: a photo of their QR code.

/** Widths and heights that are tried, in pixels. A sharp photo can be too large, a distant one too small. */
const SIDES = [1000, 2000, 500];

/** The text of the code. */
const CODE = /^suiji-v1 record [\w-]+:([0-9a-f]{64})(?: entity .*)?$/s;

/** @param {Uint8Array} bytes Whether these are a picture that browsers read. */
function isPicture(bytes) {
  const begins = (/** @type {number[]} */ ...of) => of.every((byte, at) => bytes[at] === byte);
  const riff = begins(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45;
  return begins(0xff, 0xd8, 0xff) || begins(0x89, 0x50, 0x4e, 0x47) || begins(0x47, 0x49, 0x46, 0x38) || riff;
}

/**
 * The digest of the record in a picture; undefined if it has no code of suiji.
 * @param {Uint8Array} bytes
 * @param {() => import("../../npm/lib/module.js").Module} fresh A new instance of the module. If a picture stops it,
 *   the documents in the other one are not lost.
 */
async function digestIn(bytes, fresh) {
  let picture;
  try {
    picture = await createImageBitmap(new Blob([/** @type {any} */ (bytes)]));
  } catch {
    return undefined;
  }
  try {
    for (const side of SIDES) {
      const { width, height, grey } = greyOf(picture, side);
      const [, digest] = CODE.exec(readIn(fresh, grey, width, height)) ?? [];
      if (digest) return digest;
    }
    return undefined;
  } finally {
    picture.close();
  }
}

/** @param {() => import("../../npm/lib/module.js").Module} fresh @param {Uint8Array} grey @param {number} width @param {number} height */
function readIn(fresh, grey, width, height) {
  try {
    return fresh().code(grey, width, height);
  } catch {
    return "";
  }
}

/** @param {ImageBitmap} picture @param {number} side */
function greyOf(picture, side) {
  const scale = Math.min(side / Math.max(picture.width, picture.height), 2);
  const [width, height] = [picture.width, picture.height].map((of) => Math.max(1, Math.round(of * scale)));
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(width, height).getContext("2d"));
  // A transparent picture is on paper.
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = Uint8Array.from({ length: width * height }, (_, at) => (data[4 * at] * 2 + data[4 * at + 1] * 5 + data[4 * at + 2]) >> 3);
  return { width, height, grey };
}

export { digestIn, isPicture };
