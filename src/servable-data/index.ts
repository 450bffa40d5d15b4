/** What the servables of both Servings, the real one and the demo one, are made of: labels, and a model's weights. */

export { type DigitWeights, digitWeights } from "./digits.ts";
export { CLASS_COUNT, imagenetLabels } from "./labels.ts";
