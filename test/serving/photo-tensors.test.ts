/** Sample photos as files and as tensors of real browsers, answered by the real Serving. */

import { describe } from "vitest";
import { sameAnswers } from "../image/same-answers.ts";
import { howToGetServing, servingAddress, skipWithoutServing } from "./serving.ts";

describe.skipIf(skipWithoutServing)(`with the real Serving${howToGetServing}`, () => {
  sameAnswers(() => servingAddress);
});
