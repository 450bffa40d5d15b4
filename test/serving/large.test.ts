/** Large messages, and those that are too large for the real Serving. */

import { afterAll, beforeAll, expect, it } from "vitest";
import { parseDoctorOptions } from "../../src/cli/doctor/doctor-options.ts";
import { examine } from "../../src/cli/doctor/examine.ts";
import { type RealServing, startRealServing } from "../../src/serving/real-serving.ts";
import { largeMessages } from "./large-messages.ts";
import { throughBoth } from "./page.ts";
import { skipWithoutServing } from "./serving.ts";

throughBoth("messages", largeMessages);

/** One whose limit is 1 MB. */
let small: RealServing | undefined;
beforeAll(async () => {
  if (!skipWithoutServing) small = await startRealServing({ port: 0, only: ["echo"], maxMsgMbSize: 1 });
});
afterAll(() => small?.close());

throughBoth(
  "a Serving that takes and gives 1 MB",
  (page) => {
    /** Many small instances: their replies have a longer name for the output, so the reply is the larger message. */
    const echo = (instances: number, compress = false) =>
      page.evaluate(
        async ([count, compress]) => {
          const { Client, isError, tensor, unwrap } = globalThis.serving;
          const one = { a: tensor(new Float32Array(250)) };
          const result = await new Client("", "echo", "echo", { compress }).infer(Array(count).fill(one));
          if (!isError(result)) return unwrap(result).length;
          const { error, code, kind, grpcStatus } = result;
          return { error, code, kind, grpcStatus };
        },
        [instances, compress] as const,
      );
    /** As gRPC says it, on either side. */
    const refused = (text: RegExp) => ({
      error: expect.stringMatching(text),
      code: 8,
      grpcStatus: 8,
      kind: "too-large",
    });

    it("takes what is small enough", async () => {
      expect(await echo(900)).toBe(900);
    });

    it("says that a request is too large, with both sizes", async () => {
      expect(await echo(1100)).toEqual(
        refused(/^Received message larger than max \(11\d{5} vs\. 1048576\)$/),
      );
    });

    it("counts what a packed request unpacks to", async () => {
      expect(await echo(900, true)).toBe(900);
      expect(await echo(1100, true)).toEqual(
        refused(/^Received message larger than max \(11\d{5} vs\. 1048576\)$/),
      );
    });

    it("says that its own reply is too large, with both sizes", async () => {
      expect(await echo(1024)).toEqual(refused(/^Sent message larger than max \(10\d{5} vs\. 1048576\)$/));
    });

    it("is none the worse for it", async () => {
      expect(await echo(1)).toBe(1);
    });

    it("is told by the doctor, with the way out", async () => {
      const { subject } = parseDoctorOptions([
        page.url,
        "echo",
        "echo",
        "--message-mb",
        "2",
        "--lang",
        "en",
      ])!;
      const results = await examine(subject, () => {});
      const failed = results.filter(({ status }) => status === "failed");
      expect(failed.map(({ step }) => step.id)).toEqual(["message-limit"]);
      expect(failed[0]!.fix!.en).toMatch(/max_msg_mb_size/);
    });
  },
  () => small!.address,
);
