/** Packed requests to the real Serving, whose gRPC unpacks them. */

import { expect, it } from "vitest";
import type { OutputValue, Progress } from "../../src/client/index.ts";
import { throughBoth } from "./page.ts";

const MB = 2 ** 20;

throughBoth("packed requests", ({ evaluate }) => {
  it("12 MB of few values go as a tenth of it at most, and come back, to the last byte", async () => {
    const seen = await evaluate(async (bytes) => {
      const { Client, Tensor, tensor, unwrap } = globalThis.serving;
      const sent = new Float32Array(bytes / 4).map((_, i) => (i * i) % 16);
      const client = new Client("", "echo", "echo", { compress: true });
      let uploadTotal = 0;
      const onProgress = (progress: Progress) => {
        uploadTotal = progress.uploadTotal;
      };
      const { out } = unwrap(unwrap(await client.infer({ a: tensor(sent) }, { onProgress }))[0]!);
      const data = out instanceof Tensor ? out.data : [];
      return {
        same: data.length === sent.length && sent.every((value, i) => value === data[i]),
        uploadTotal,
      };
    }, 12 * MB);
    expect(seen.same).toBe(true);
    expect(seen.uploadTotal).toBeLessThan(1.2 * MB);
  });

  it("a File, bytes, a text and a scalar arrive as they were", async () => {
    const back = await evaluate(async () => {
      const { Client, int8, Tensor, unwrap } = globalThis.serving;
      const text = "serving ".repeat(10_000);
      const bytes = new TextEncoder().encode(text);
      const client = new Client("", "echo", "echo", { compress: true });
      const values = [new File([text], "a.txt"), bytes, text, int8(5)];
      const outcomes = unwrap(await client.infer(values.map((a) => ({ a }))));
      // Serving gives bytes back as a tensor of uint8.
      const shown = (out: OutputValue) =>
        out instanceof Tensor ? new TextDecoder().decode(Uint8Array.from(out.data as Uint8Array)) : out;
      return outcomes
        .map((outcome) => shown(unwrap(outcome).out!))
        .map((out) => (out === text ? "the text" : out));
    }, undefined);
    expect(back).toEqual(["the text", "the text", "the text", 5]);
  });

  it("a photo goes as it is, and gets its label", async () => {
    const { label, grown } = await evaluate(async () => {
      const { Client, unwrap } = globalThis.serving;
      const image = await (await fetch("/samples/panda.jpg")).blob();
      const client = new Client("", "resnet50", "classify_top1", { compress: true });
      let uploadTotal = 0;
      const onProgress = (progress: Progress) => {
        uploadTotal = progress.uploadTotal;
      };
      const [outcome] = unwrap(await client.infer({ image }, { onProgress }));
      return { label: unwrap(outcome!).label, grown: uploadTotal - image.size };
    }, undefined);
    expect(label).toMatch(/giant panda/);
    // The frame, the servable and the input's name.
    expect(grown).toBeGreaterThan(0);
    expect(grown).toBeLessThan(100);
  });
});
