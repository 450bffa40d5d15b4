/** Messages as large as tensors get: the same test for each proxy. */

import { expect, it } from "vitest";
import type { Tensor } from "../../src/client/index.ts";
import type { ServingPage } from "./page.ts";

const MB = 2 ** 20;

export function largeMessages({ evaluate }: ServingPage): void {
  it("199 MB go up and come back, to the last byte", async () => {
    const back = await evaluate(async (bytes) => {
      const { Client, tensor, unwrap } = globalThis.serving;
      const sent = new Uint32Array(bytes / 4);
      for (let i = 0; i < sent.length; i++) sent[i] = Math.imul(i, 2654435761);
      const client = new Client("", "echo", "echo", { maxRequestBytes: 256 * 2 ** 20 });
      const { out } = unwrap(unwrap(await client.infer({ a: tensor(sent, "uint32", [bytes / 16, 4]) }))[0]!);
      const { data, shape } = out as Tensor<"uint32">;
      return { shape, same: data.length === sent.length && data.every((value, i) => value === sent[i]) };
    }, 199 * MB);
    expect(back).toEqual({ shape: [(199 * MB) / 16, 4], same: true });
  });
}
