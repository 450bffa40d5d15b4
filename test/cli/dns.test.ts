/** A resolver that never answers is a mock: a real one needs a machine whose DNS is broken. */

import { expect, it, vi } from "vitest";
import type { Case } from "../../src/cli/doctor/case.ts";
import { dns } from "../../src/cli/doctor/network-steps.ts";

vi.mock("node:dns/promises", () => ({ lookup: () => new Promise(() => {}) }));

it("the doctor's step dns waits no longer than asked for", async () => {
  const subject = { address: "http://serving.example", timeoutMs: 20 } as Case;
  expect(await dns(subject)).toMatchObject({
    status: "failed",
    detail: { en: "serving.example: ETIMEDOUT" },
    fix: { en: expect.stringContaining("DNS") },
  });
});
