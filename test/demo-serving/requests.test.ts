/** Versions, names and inputs, which all releases treat alike. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import { decodeOutputs } from "../../src/wire/output.ts";
import { type Caller, caller, request } from "./predict-call.ts";

const good = { x1: tensor([1, 2, 3, 4], "float32", [2, 2]), x2: tensor([10, 20, 30, 40], "float32", [2, 2]) };
const FIELDS = [2] as const;

let worker: DemoServing;
let client: Caller;
beforeAll(async () => {
  worker = await startDemoServing({ port: 0, release: "2.0" });
  client = caller(worker.address);
});
afterAll(async () => {
  client.close();
  await worker.close();
});

describe("versions", () => {
  it.each([0n, 1n, 2n])("runs version %i and echoes the number", async (version) => {
    const reply = await client.predict(request("add", "add_common", [good], version), FIELDS);
    expect(reply.spec).toEqual({ name: "add", method: "add_common", version });
    expect(reply.errors).toEqual([]);
    expect(String(decodeOutputs(reply.instances[0]!).y)).toBe(
      "array([[11., 22.], [33., 44.]], dtype=float32)",
    );
  });

  it.each([3n, 7n, 2n ** 53n + 1n, 2n ** 64n - 1n])("does not have version %i", async (version) => {
    const reply = await client.predict(request("add", "add_common", [good], version), FIELDS);
    expect(reply.spec!.version).toBe(version);
    expect(reply.errors).toEqual([
      {
        code: 2,
        text: `Request servable(add) method(add_common)  version(${version}) , servable is not available`,
      },
    ]);
  });

  it("names the version also for an unknown method", async () => {
    const { errors } = await client.predict(request("add", "m", [good], 2n), FIELDS);
    expect(errors[0]!.text).toBe("Request servable(add) method(m)  version(2) , method is not available");
  });
});

describe("names", () => {
  it.each(["", "Add", "constructor", "__proto__", "resnet50"])("has no servable %o", async (name) => {
    const { errors } = await client.predict(request(name, "add_common", [good]), FIELDS);
    expect(errors[0]!.text).toBe(`Request servable(${name}) method(add_common) , servable is not available`);
  });

  it.each(["", "constructor", "__proto__", "size"])("has no method %o", async (method) => {
    const { errors } = await client.predict(request("add", method, [good]), FIELDS);
    expect(errors[0]!.text).toBe(`Request servable(add) method(${method}) , method is not available`);
  });

  it("takes an empty message for a request of a servable without a name", async () => {
    const reply = await client.send(new Uint8Array());
    expect(Buffer.from(reply).subarray(0, 2).toString("hex")).toBe("0a00");
  });
});

describe("inputs", () => {
  it("ignores inputs that the method does not have, even broken ones", async () => {
    const x9 = { shape: [-1], dtype: 99, bytesVal: [] };
    const { errors, instances } = await client.predict(
      request("add", "add_common", [{ ...good, x9 }]),
      FIELDS,
    );
    expect(errors).toEqual([]);
    expect([...instances[0]!.keys()]).toEqual(["y"]);
  });

  it("names the first missing input of the signature, in the first instance that lacks one", async () => {
    const { errors, instances } = await client.predict(
      request("add", "add_common", [good, {}, { x1: good.x1 }]),
      FIELDS,
    );
    expect(instances).toEqual([]);
    expect(errors).toEqual([
      { code: 2, text: "Cannot find input x1 in instance input , servable add, method add_common" },
    ]);
  });

  it("checks x1 before it looks for x2", async () => {
    const x1 = { shape: [2, 2], dtype: 11, data: new Uint8Array(3), bytesVal: [] };
    const { errors } = await client.predict(request("add", "add_common", [{ x1 }]), FIELDS);
    expect(errors[0]!.text).toBe(
      "Instances input x1 check failed, detail: Tensor check failed: input data size 3 invalid",
    );
  });

  it("compares sizes before dtypes and never shapes", async () => {
    const flat = tensor([1, 2, 3, 4]);
    const long = tensor([1n, 2n, 3n, 4n], "int64", [2, 2]);
    const bytes = new Uint8Array(16);
    const { errors } = await client.predict(
      request("add", "add_common", [
        { x1: flat, x2: flat },
        { x1: flat, x2: long },
        { x1: bytes, x2: flat },
      ]),
      FIELDS,
    );
    expect(errors.map(({ text }) => text)).toEqual([
      "",
      "Given model input 1 size 32 not match the size 16 defined in model",
      "Given model input 0 size 0 not match the size 16 defined in model",
    ]);
  });
});
