/** Whole files; `test/serving/configs.test.ts` has the real Serving read the same. */

import { expect, it } from "vitest";
import { read } from "./read.ts";
import { STYLES } from "./styles.ts";

it.each(STYLES)("a file is read to what can be known of it: $title", ({ text, methods }) => {
  expect(read(text).methods).toEqual(methods);
});
