/** The signatures of this repo's servables, which the page is given, beside the real Serving that runs them. */

import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { askServing } from "../../src/cli/signature/ask-serving.ts";
import { readServables } from "../../src/cli/signature/servable-file.ts";
import { samples } from "../../src/samples/index.ts";
import { SERVABLES } from "../../src/serving/servables.ts";
import { startBridge } from "../bridge/parts.ts";
import { expectHeld } from "../signature/held.ts";
import { howToGetServing, servingAddress, skipWithoutServing } from "./serving.ts";

describe.skipIf(skipWithoutServing)(`the signatures of this repo's servables${howToGetServing}`, () => {
  const servables = readServables([SERVABLES]);

  it.each(servables.map((one) => [one.signature.servable, one] as const))(
    "say what the real Serving takes and gives: %s",
    async (_, { signature, path }) => {
      const { url } = await startBridge(servingAddress);
      expect((await askServing({ signature, path, notes: [] }, url)).notes).toEqual([]);
      const [sample] = samples;
      const photo = await readFile(`node_modules/${sample!.package}/${sample!.pathInPackage}`);
      await expectHeld(signature, url, photo);
    },
  );
});
