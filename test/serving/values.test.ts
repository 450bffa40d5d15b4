/** Every kind of value from a page to the real Serving and back. */

import { expect, it } from "vitest";
import type { DType } from "../../src/client/index.ts";
import { throughBoth } from "./page.ts";
import type {} from "./page-module.ts";

/** Of each dtype the ends of its range and what is special in it; texts, which can go into a page. */
const EDGES: Record<DType, string[]> = {
  bool: ["true", "false"],
  int8: ["-128", "-1", "0", "127"],
  uint8: ["0", "1", "255"],
  int16: ["-32768", "0", "32767"],
  uint16: ["0", "65535"],
  int32: ["-2147483648", "0", "2147483647"],
  uint32: ["0", "4294967295"],
  int64: ["-9223372036854775808", "9007199254740993", "9223372036854775807"],
  uint64: ["0", "9007199254740993", "18446744073709551615"],
  float16: ["-0", "6e-8", "65504", "Infinity", "-Infinity", "NaN"],
  float32: ["-0", "1.401298464324817e-45", "3.4028234663852886e+38", "Infinity", "-Infinity", "NaN"],
  float64: ["-0", "5e-324", "1.7976931348623157e+308", "Infinity", "-Infinity", "NaN"],
};
const dtypes = Object.keys(EDGES) as DType[];

throughBoth("values", ({ evaluate }) => {
  it.each(dtypes)("a tensor of %s comes back with its dtype, its shape and the same bytes", async (dtype) => {
    const edges = EDGES[dtype];
    const back = await evaluate(
      async ([dtype, edges]) => {
        const { Client, Tensor, tensor, unwrap } = globalThis.serving;
        const element = (text: string) => (dtype.endsWith("int64") ? BigInt(text) : Number(text));
        const elements = dtype === "bool" ? edges.map((text) => text === "true") : edges.map(element);
        const sent = tensor(elements as number[], dtype, [1, elements.length]);
        const { out } = unwrap(unwrap(await new Client("", "echo", "echo").infer({ a: sent }))[0]!);
        if (!(out instanceof Tensor)) return String(out);
        const bytes = ({ data }: { data: ArrayBufferView }) =>
          new Uint8Array(data.buffer, data.byteOffset, data.byteLength).join(" ");
        return { dtype: out.dtype, shape: out.shape, same: bytes(out) === bytes(sent) };
      },
      [dtype, edges] as const,
    );
    expect(back).toEqual({ dtype, shape: [1, edges.length], same: true });
  });

  it.each(dtypes)(
    "a typed scalar of %s comes back as a plain value, the ends of its range too",
    async (dtype) => {
      const edges = EDGES[dtype];
      const back = await evaluate(
        async ([dtype, edges]) => {
          const { Client, isError, unwrap, ...scalars } = globalThis.serving;
          const element = (text: string) => (dtype.endsWith("int64") ? BigInt(text) : Number(text));
          const values = dtype === "bool" ? edges.map((text) => text === "true") : edges.map(element);
          const typed = values.map((value) => ({ a: scalars[dtype](value as never) }));
          const result = unwrap(await new Client("", "echo", "echo").infer(typed));
          return result.map((outcome) => {
            const { out } = unwrap(outcome);
            return `${typeof out} ${Object.is(out, -0) ? "-0" : out}`;
          });
        },
        [dtype, edges] as const,
      );
      const type = dtype === "bool" ? "boolean" : dtype.endsWith("int64") ? "bigint" : "number";
      const near = dtype === "float16" ? edges.with(1, "5.960464477539063e-8") : edges;
      expect(back).toEqual(near.map((text) => `${type} ${text}`));
    },
  );

  it("bare numbers, booleans and bigints come back as arrays of one, as they were sent", async () => {
    const back = await evaluate(async () => {
      const values = [1.5, true, false, 5n, -(2n ** 63n), 2n ** 64n - 1n];
      return shown(await new serving.Client("", "echo", "echo").infer(values.map((a) => ({ a }))));
    }, undefined);
    expect(back).toEqual([
      { out: "Tensor array([1.5], dtype=float32)" },
      { out: "Tensor array([ True])" },
      { out: "Tensor array([False])" },
      { out: "Tensor array([5])" },
      { out: "Tensor array([-9223372036854775808])" },
      { out: "Tensor array([18446744073709551615], dtype=uint64)" },
    ]);
  });

  it("texts come back to the letter: empty, of any script, with line ends, quotes and NUL, and of a megabyte", async () => {
    const same = await evaluate(async () => {
      const { Client, unwrap } = globalThis.serving;
      const texts = [
        "",
        "héllo 世界 😀 🇩🇪",
        "a\r\nb\tc\"d'e\\f",
        "a\0b",
        "\ufeffmark",
        "模型".repeat(180_000),
      ];
      const outcomes = unwrap(await new Client("", "echo", "echo").infer(texts.map((a) => ({ a }))));
      return outcomes.map((outcome, i) => unwrap(outcome).out === texts[i]);
    }, undefined);
    expect(same).toEqual([true, true, true, true, true, true]);
  });

  it("bytes reach the function: a Uint8Array, an ArrayBuffer, a File, none at all, and each of the 256", async () => {
    const back = await evaluate(async () => {
      const all = Uint8Array.from({ length: 256 }, (_, i) => i);
      const values = [all, all.buffer, new File([all], "all.bin"), new Uint8Array()];
      return shown(await new serving.Client("", "echo", "echo").infer(values.map((a) => ({ a }))));
    }, undefined);
    const [bytes, buffer, file, none] = back as { out: string }[];
    // Serving gives a function its bytes as an array of uint8.
    expect(bytes!.out).toMatch(/^Tensor array\(\[ {2}0, {3}1, .* 254, 255\], dtype=uint8\)$/s);
    expect([buffer, file]).toEqual([bytes, bytes]);
    expect(none!.out).toBe("Tensor array([], dtype=uint8)");
  });

  it("bytes and texts come back from a function that makes them, beside Python's and numpy's own scalars", async () => {
    const back = await evaluate(
      async () => shown(await new serving.Client("", "echo", "types").infer({ a: 1 })),
      undefined,
    );
    expect(back).toEqual([
      {
        i: "bigint 5",
        f: "number 1.5",
        b: "boolean true",
        s: "string héllo",
        y: "Uint8Array 0,255",
        f32: "number 2.5",
        h: "number 1.5",
        nb: "boolean true",
        e: "Tensor array([], shape=(0, 3), dtype=int32)",
        n: "bigint 7",
      },
    ]);
  });

  it("arrays without elements keep their shapes, and five dimensions theirs", async () => {
    const back = await evaluate(async () => {
      const { Client, tensor } = globalThis.serving;
      const five = tensor(
        Int16Array.from({ length: 24 }, (_, i) => i),
        "int16",
        [1, 2, 3, 1, 4],
      );
      const values = [tensor([]), tensor([], "int8", [2, 0]), tensor([], "float64", [3, 2, 0]), five];
      return shown(await new Client("", "echo", "echo").infer(values.map((a) => ({ a }))));
    }, undefined);
    expect(back).toEqual([
      { out: "Tensor array([], dtype=float32)" },
      { out: "Tensor array([], shape=(2, 0), dtype=int8)" },
      { out: "Tensor array([], shape=(3, 2, 0), dtype=float64)" },
      {
        out: expect.stringMatching(
          /^Tensor array\(\[\[\[\[\[ 0, {2}1, {2}2, {2}3\]\], \[\[ 4, .*23\]\]\]\]\], dtype=int16\)$/,
        ),
      },
    ]);
  });

  it.each(dtypes)("add_cast adds %s", async (dtype) => {
    const back = await evaluate(async (dtype) => {
      const { Client, tensor } = globalThis.serving;
      const of = (value: number) =>
        tensor(
          Array(4).fill(dtype === "bool" ? true : dtype.endsWith("int64") ? BigInt(value) : value),
          dtype,
          [2, 2],
        );
      return shown(await new Client("", "add", "add_cast").infer({ x1: of(1), x2: of(1) }));
    }, dtype);
    expect(back).toEqual([{ y: "Tensor array([[2., 2.], [2., 2.]], dtype=float32)" }]);
  });

  it("inputs and outputs keep their names, in whatever order they come", async () => {
    const back = await evaluate(async () => {
      const client = new serving.Client("", "echo", "echo_swapped");
      return shown(
        await client.infer([
          { a: "left", b: serving.int8(2) },
          { b: "right", a: 1n },
        ]),
      );
    }, undefined);
    expect(back).toEqual([
      { first: "number 2", second: "string left" },
      { first: "string right", second: "Tensor array([1])" },
    ]);
  });

  it("versions 1 and 2 answer each, without a version the highest does, and version 3 is not there", async () => {
    const back = await evaluate(async () => {
      const { Client, tensor } = globalThis.serving;
      const x = tensor([1, 2, 3, 4], "float32", [2, 2]);
      const versions = [1, 2n, undefined, 3];
      return Promise.all(
        versions.map(async (version) =>
          shown(
            await new Client("", "add", "add_common", version === undefined ? {} : { version }).infer({
              x1: x,
              x2: x,
            }),
          ),
        ),
      );
    }, undefined);
    const y = [{ y: "Tensor array([[2., 4.], [6., 8.]], dtype=float32)" }];
    expect(back).toEqual([
      y,
      y,
      y,
      {
        error: "Request servable(add) method(add_common)  version(3) , servable is not available",
        code: 2,
        kind: "servable-not-available",
      },
    ]);
  });
});
