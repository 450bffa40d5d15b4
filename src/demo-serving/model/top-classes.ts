import { CLASS_COUNT } from "../../servable-data/index.ts";

/** The best classes of one image, best first: ImageNet-1k class numbers and their probabilities. */
export interface TopClasses {
  classes: Uint16Array;
  scores: Float32Array;
}

/**
 * The `count` best of one row of model output.
 *
 * @param row the output for one image, 1000 values, or 1001 where value 0 is a "background" class (the
 *   habit of TensorFlow's own ImageNet models), which is left out. Rows that are no probabilities are
 *   taken as logits and put through softmax first.
 */
export function topClasses(row: Float32Array, count: number): TopClasses {
  const probabilities = isDistribution(row) ? row : softmax(row);
  const ofClasses = probabilities.subarray(row.length - CLASS_COUNT);
  const order = Uint16Array.from(ofClasses.keys());
  const classes = order.sort((a, b) => ofClasses[b]! - ofClasses[a]! || a - b).slice(0, count);
  return { classes, scores: Float32Array.from(classes, (index) => ofClasses[index]!) };
}

function isDistribution(row: Float32Array): boolean {
  // 1000 float32 probabilities, each rounded, add up to 1 within about 1e-4; logits do so only by accident.
  const sum = row.reduce((total, value) => total + value, 0);
  return Math.abs(sum - 1) < 1e-3 && row.every((value) => value >= 0);
}

function softmax(logits: Float32Array): Float32Array {
  const largest = logits.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY);
  const exponentials = logits.map((value) => Math.exp(value - largest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}
