/** The real Serving that all files here share. */

import { describe, expect, it } from "vitest";
import { expectAnswers } from "../../src/serving/answers.ts";
import { servableNames } from "../../src/serving/servables.ts";
import { howToGetServing, servingAddress, skipWithoutServing } from "./serving.ts";

describe.skipIf(skipWithoutServing)(`the real Serving${howToGetServing}`, () => {
  it("answers for every servable of this repo, and not for one that it does not have", async () => {
    await expectAnswers(servingAddress, await servableNames());
    await expect(expectAnswers(servingAddress, ["nobody"])).rejects.toThrow(
      "MindSpore Serving started, but not its servable nobody: Request servable(nobody)",
    );
  });
});
