/** Sums and differences of float32, bit for bit as x86 computes them. */

const SIGN = 0x8000_0000;
const INFINITY = 0x7f80_0000;
const QUIET = 0x0040_0000;
/** The result that isn't a number: infinity minus infinity. */
const NO_NUMBER = 0xffc0_0000;

/** a + b by elements, of equal lengths, in numpy. */
export function add(a: Float32Array, b: Float32Array): Float32Array {
  return combine(a, b, (x, y) => x + y, [a, b]);
}

/** a + b in a model of MindSpore Lite, which takes subnormal numbers for zeros and gives none. */
export function addInModel(a: Float32Array, b: Float32Array): Float32Array {
  // Where both are NaN, the second one's bits stay.
  return flushed(combine(flushed(a), flushed(b), (x, y) => x + y, [b, a]));
}

/** a - b in such a model. */
export function subtractInModel(a: Float32Array, b: Float32Array): Float32Array {
  return flushed(combine(flushed(a), flushed(b), (x, y) => x - y, [a, b]));
}

/** @param nansFrom whose bits a NaN keeps, the first first; JavaScript leaves that open, so that it is done by hand */
function combine(
  a: Float32Array,
  b: Float32Array,
  operate: (x: number, y: number) => number,
  nansFrom: readonly Float32Array[],
): Float32Array {
  const result = a.map((x, i) => operate(x, b[i]!));
  const bits = bitsOf(result);
  const sources = nansFrom.map(bitsOf);
  for (const [i, value] of result.entries()) {
    if (!Number.isNaN(value)) continue;
    const nan = sources.find((source) => isNan(source[i]!));
    bits[i] = nan ? nan[i]! | QUIET : NO_NUMBER;
  }
  return result;
}

function bitsOf(data: Float32Array): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length);
}

function isNan(bits: number): boolean {
  return (bits & ~SIGN) >>> 0 > INFINITY;
}

/** A copy in which subnormal numbers are zeros of their sign. */
function flushed(data: Float32Array): Float32Array<ArrayBuffer> {
  const bits = Uint32Array.from(bitsOf(data), (one) => ((one & INFINITY) === 0 ? one & SIGN : one));
  return new Float32Array(bits.buffer);
}
