/** The doctor in front of the real Serving: all well, and each name that is wrong. */

import { expect, it } from "vitest";
import { parseDoctorOptions } from "../../src/cli/doctor/doctor-options.ts";
import { examine } from "../../src/cli/doctor/examine.ts";
import { throughBoth } from "./page.ts";

throughBoth("the doctor", (page) => {
  const diagnose = async (...words: string[]) =>
    examine(parseDoctorOptions([page.url, ...words, "--lang", "en"])!.subject, () => {});

  it("finds all well, from the page's address to the method", async () => {
    const results = await diagnose("add", "add_common");
    expect(results.map(({ step, status }) => `${step.id} ${status}`)).toEqual([
      "dns skipped",
      "tcp ok",
      "tls skipped",
      "http ok",
      "path ok",
      "grpc-web ok",
      "cors skipped",
      "exposed-headers skipped",
      "packed-requests skipped",
      "worker ok",
      "servable ok",
      "method ok",
      // It can't be known without running a model, and the doctor runs none.
      "live-worker skipped",
      "message-limit ok",
    ]);
  });

  it.each([
    ["a servable", ["sub", "add_common"], "servable", /servable\(sub\)/],
    ["a version", ["add", "add_common", "--version", "7"], "servable", /version\(7\)/],
    ["a method", ["add", "sub_common"], "method", /method\(sub_common\)/],
  ])("names %s that is not there", async (_, words, step, detail) => {
    const [failed, ...more] = (await diagnose(...words)).filter(({ status }) => status === "failed");
    expect(failed).toMatchObject({ step: { id: step }, detail: { en: expect.stringMatching(detail) } });
    expect(more).toEqual([]);
  });
});
