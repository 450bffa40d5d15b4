/**
 * The digit model, from the weights that the real servable's model is made of: two convolutions of 3×3, each with
 * ReLU and a 2×2 maximum behind it, and two dense layers.
 */

import { type DigitWeights, digitWeights } from "../../servable-data/index.ts";
import type { Model } from "../method/model-run.ts";

/** Sides of an image in pixels. */
export const SIDE = 8;
const DIGITS = 10;

/** Channels of square images, in row-major order. */
interface Channels {
  data: Float64Array;
  count: number;
  side: number;
}

/** float32 (1, 8, 8) in [0, 1], light ink on black → the ten digits' probabilities, float32 (10,). */
export function digitModel(): Model {
  // The servable itself takes two at a time and fills the last run up, which no caller sees.
  const weights = digitWeights();
  return {
    file: "digits.mindir",
    inputs: [{ dtype: "float32", shape: [1, SIDE, SIDE] }],
    output: [DIGITS],
    run: (image) => {
      const drawn: Channels = { data: Float64Array.from(image), count: 1, side: SIDE };
      const { data } = ["conv1", "conv2"].reduce((x, name) => halve(convolve(x, weights, name)), drawn);
      return softmax(dense(dense(data, weights, "dense1").map(relu), weights, "dense2"));
    },
  };
}

const relu = (value: number) => Math.max(value, 0);

/** 3×3 with a border of zeros, then ReLU: the sides stay. */
function convolve(given: Channels, weights: DigitWeights, name: string): Channels {
  const { values } = weights[`${name}.weight`]!;
  const bias = weights[`${name}.bias`]!.values;
  const { side } = given;
  const data = new Float64Array(bias.length * side * side);
  for (let i = 0; i < data.length; i++) {
    const [channel, row, column] = [Math.floor(i / side ** 2), Math.floor(i / side) % side, i % side];
    let sum = bias[channel]!;
    for (let from = 0; from < given.count; from++) {
      for (let k = 0; k < 9; k++) {
        const [y, x] = [row + Math.floor(k / 3) - 1, column + (k % 3) - 1];
        if (y < 0 || y >= side || x < 0 || x >= side) continue;
        sum += given.data[(from * side + y) * side + x]! * values[(channel * given.count + from) * 9 + k]!;
      }
    }
    data[i] = relu(sum);
  }
  return { data, count: bias.length, side };
}

/** The largest of each 2×2. */
function halve({ data, count, side }: Channels): Channels {
  const half = side / 2;
  const largest = new Float64Array(count * half * half).map((_, i) => {
    const corner = Math.floor(i / half) * 2 * side + (i % half) * 2;
    return Math.max(data[corner]!, data[corner + 1]!, data[corner + side]!, data[corner + side + 1]!);
  });
  return { data: largest, count, side: half };
}

function dense(given: Float64Array, weights: DigitWeights, name: string): Float64Array {
  const { values } = weights[`${name}.weight`]!;
  return Float64Array.from(weights[`${name}.bias`]!.values, (bias, out) =>
    given.reduce((sum, value, i) => sum + value * values[out * given.length + i]!, bias),
  );
}

function softmax(logits: Float64Array): Float32Array {
  const exponentials = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return Float32Array.from(exponentials, (value) => value / sum);
}
