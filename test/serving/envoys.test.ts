/** The main things through the other versions of Envoy that envoy.yaml is for, to the real Serving. */

import { describe, expect, it } from "vitest";
import { otherEnvoys, versionOf } from "../setup/envoy.ts";
import { largeMessages } from "./large-messages.ts";
import { mainThings } from "./main-things.ts";
import { withPage } from "./page.ts";
import { howToGetServing, skipWithoutServing } from "./serving.ts";

const none = otherEnvoys.length === 0;

it.skipIf(none && !process.env.CI)(
  `other versions of Envoy are here${none ? " (skipped: name their programs in OTHER_ENVOYS)" : ""}`,
  () => {
    expect(otherEnvoys).not.toEqual([]);
  },
);

for (const envoy of otherEnvoys) {
  describe.skipIf(skipWithoutServing)(`Chromium through Envoy ${versionOf(envoy)}${howToGetServing}`, () => {
    const page = withPage({ browser: "Chromium", proxy: "Envoy", envoy });
    mainThings(page);
    largeMessages(page);
  });
}
