/** What each release says where they differ: protocol sections 1.1, 2.1 and 4, and the recordings of section 8. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { RELEASES } from "../../src/demo-serving/protocol/release.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import { concat } from "../../src/wire/bytes.ts";
import { decodeReply } from "../../src/wire/reply.ts";
import { encodeRequest } from "../../src/wire/request.ts";
import { hexToBytes, replies } from "../wire/golden.ts";
import { type Caller, caller, request } from "./predict-call.ts";

const ones = tensor([
  [1, 1],
  [1, 1],
]);
const ints = tensor([1, 1, 1, 1], "int32", [2, 2]);
const good = { x1: ones, x2: ones };
const badInput = { x1: ones, x2: ints };
const badFunction = { x1: "abc", x2: ones };

const DTYPE_TEXT =
  "Given model input 1 data type kMSI_Int32 not match the data type kMSI_Float32 defined in model";
const SPEC = { name: "add", method: "add_common", version: 0n };

/** Requests of the recordings: those of 1.2 and 1.5 are the ones recorded for their neighbours. */
const recordedRequest = (id: string) => hexToBytes(replies.find((entry) => entry.id === id)!.request_hex!);

describe.each(RELEASES)("release %s", (release) => {
  const old = release < "1.3";
  const explains = release >= "1.5";
  const fields = [old ? 3 : 2] as const;
  const refusedCode = old ? 1 : 2;
  let worker: DemoServing;
  let client: Caller;

  beforeAll(async () => {
    worker = await startDemoServing({ port: 0, release });
    client = caller(worker.address);
  });
  afterAll(async () => {
    client.close();
    await worker.close();
  });

  it("reads instances from its own field number and skips the other", async () => {
    const both = await client.predict(request("add", "add_common", [good]), [2, 3]);
    expect(both).toMatchObject({ instances: { length: 1 }, errors: [] });
    const other = await client.predict(request("add", "add_common", [good]), [old ? 2 : 3]);
    expect(other.errors[0]!.text).toMatch(/count/);
  });

  it("takes an empty tensor with an empty data field, and without one", async () => {
    const empty = { shape: [0], dtype: 11, data: new Uint8Array(), bytesVal: [] };
    const asked = request("add", "add_common", [{ x1: empty, x2: ones }]);
    const replies = [true, false].map(async (emptyData) => {
      const { parts } = encodeRequest(asked, fields, undefined, emptyData);
      return decodeReply(await client.send(concat(parts as Uint8Array[])));
    });
    const [present, absent] = await Promise.all(replies);
    expect(present).toEqual(absent);
    expect(present!.errors[0]!.text).toMatch(
      release === "1.1" ? /shape \[0\] invalid$/ : /^Given model input 0 size 0/,
    );
  });

  it("answers a request without instances", async () => {
    const text =
      release === "1.1"
        ? "Input instances count is 0"
        : "Instances count of request cannot be 0, servable: add, method: add_common";
    expect(await client.predict(request("add", "add_common", []), fields)).toEqual({
      spec: release === "1.1" ? undefined : SPEC,
      instances: [],
      errors: [{ code: refusedCode, text }],
    });
  });

  it("refuses an unknown servable before it looks for instances", async () => {
    expect(await client.predict(request("nope", "m", []), fields)).toEqual({
      spec: release === "1.1" ? undefined : { name: "nope", method: "m", version: 0n },
      instances: [],
      errors: [{ code: refusedCode, text: "Request servable(nope) method(m) , servable is not available" }],
    });
  });

  it("refuses an unknown method before it looks for instances", async () => {
    const { errors } = await client.predict(request("add", "m", []), fields);
    expect(errors).toEqual([
      { code: refusedCode, text: "Request servable(add) method(m) , method is not available" },
    ]);
  });

  it("tells one failed instance among good ones", async () => {
    const reply = await client.predict(request("add", "add_common", [good, badInput, good]), fields);
    expect(reply.spec).toEqual(SPEC);
    expect(reply.instances.map(({ size }) => size)).toEqual([1, 0, 1]);
    expect(reply.errors).toEqual([
      { code: 0, text: "" },
      { code: 2, text: DTYPE_TEXT },
      { code: 0, text: "" },
    ]);
  });

  it.each([1, 3])("tells %i instances that all failed alike", async (count) => {
    const reply = await client.predict(request("add", "add_common", Array(count).fill(badInput)), fields);
    expect(reply.spec).toEqual(SPEC);
    expect(reply.instances.length).toBe(old ? count : 0);
    expect(reply.errors).toEqual(Array(old ? count : 1).fill({ code: 2, text: DTYPE_TEXT }));
  });

  it("tells each of several instances that failed differently", async () => {
    const other = { x1: ints, x2: ones };
    const reply = await client.predict(request("add", "add_common", [badInput, other]), fields);
    expect(reply.instances.map(({ size }) => size)).toEqual([0, 0]);
    expect(reply.errors.map(({ text }) => text)).toEqual([DTYPE_TEXT, DTYPE_TEXT.replace("1", "0")]);
  });

  it("tells a Python function that raised", async () => {
    const reply = await client.predict(request("add", "add_cast", [good, badFunction]), fields);
    const text = explains
      ? "Call Function 'add.add_trans_datatype' Failed, method: 'add_cast', stage index(begin with 1): 1, error msg: 'str' object has no attribute 'astype'"
      : "Preprocess Failed";
    expect(reply.errors).toEqual([
      { code: 0, text: "" },
      { code: explains ? 3 : 2, text },
    ]);
  });

  const message = (shape: number[], dtype: number, bytes: number, values: string[] = []) => ({
    shape,
    dtype,
    data: new Uint8Array(bytes),
    bytesVal: values.map((value) => new TextEncoder().encode(value)),
  });
  const a = release === "1.1";
  it.each([
    [message([2, 2], 0, 16), `input ${explains ? "" : " "}data type proto::MS_UNKNOWN invalid`],
    [message([2, 2], 99, 16), `input ${explains ? "" : " "}data type proto::MS_UNKNOWN invalid`],
    [message([2, 2], 11, 12), `input ${a ? " " : ""}data size 12 invalid`],
    [message([2, 2], 11, 0), `input ${a ? " " : ""}data size 0 invalid`],
    [message([-1, 2], 11, 16), "input  shape [-1, 2] invalid"],
    [message([0, 3], 11, 0), "input  shape [0, 3] invalid"],
    [message([2, 0], 11, 0), a ? "input  shape [2, 0] invalid" : undefined],
    [message([0], 11, 0), a ? "input  shape [0] invalid" : undefined],
    // From 1.5 on, more elements than 32 bits count are none.
    [
      message([65536, 65536], 2, 0),
      a ? "input  shape [65536, 65536] invalid" : explains ? undefined : "input data size 0 invalid",
    ],
    [
      message([1], 13, 0, []),
      a
        ? "bytes or string type shape batch size 1 not equal to bytes val size 0"
        : "bytes or string type shape batch size can only be 1",
    ],
    [
      message([2], 14, 0, ["a", "b"]),
      a
        ? "bytes or string type shape batch size 1 not equal to bytes val size 2"
        : "bytes or string type shape batch size can only be 1",
    ],
    [
      message([1, 1], 14, 0, ["a"]),
      "bytes or string type input  shape can only be (1,) or empty, but given shape is [1, 1]",
    ],
  ])("checks a tensor: %o", async (x2, complaint) => {
    const { errors, instances } = await client.predict(
      request("add", "add_common", [good, { x1: ones, x2 }]),
      fields,
    );
    if (complaint === undefined) {
      expect(errors[1]!.text).toBe("Given model input 1 size 0 not match the size 16 defined in model");
    } else {
      const kind = complaint.startsWith("bytes") ? "Instance tensor check" : "Tensor check";
      expect(errors).toEqual([
        { code: refusedCode, text: `Instances input x2 check failed, detail: ${kind} failed: ${complaint}` },
      ]);
      expect(instances).toEqual([]);
    }
  });
});

describe("byte for byte as recorded", () => {
  // Protocol section 8.
  it.each([
    [
      "1.2",
      "r1.1/server_unknown_method",
      "0a120a03616464120b6164645f636f6d6d6f6e3222470801124352657175657374207365727661626c652861646429206d6574686f64286164645f636f6d6d6f6e3229202c206d6574686f64206973206e6f7420617661696c61626c65",
    ],
    [
      "1.2",
      "r1.1/server_no_instances",
      "0a110a03616464120a6164645f636f6d6d6f6e224d08011249496e7374616e63657320636f756e74206f6620726571756573742063616e6e6f7420626520302c207365727661626c653a206164642c206d6574686f643a206164645f636f6d6d6f6e",
    ],
    [
      "1.5",
      "r1.3/server_dtype_mismatch_single_instance",
      "0a110a03616464120a6164645f636f6d6d6f6e22620802125e476976656e206d6f64656c20696e707574203120646174612074797065206b4d53495f496e743332206e6f74206d617463682074686520646174612074797065206b4d53495f466c6f6174333220646566696e656420696e206d6f64656c",
    ],
    [
      "1.5",
      "r1.3/server_dtype_mismatch_second_of_3",
      "0a110a03616464120a6164645f636f6d6d6f6e1a210a1f0a0179121a0a040a020202100b1a10000000400000004000000040000000401a001a210a1f0a0179121a0a040a020202100b1a1000000040000000400000004000000040220022620802125e476976656e206d6f64656c20696e707574203120646174612074797065206b4d53495f496e743332206e6f74206d617463682074686520646174612074797065206b4d53495f466c6f6174333220646566696e656420696e206d6f64656c2200",
    ],
  ])("release %s to the request of %s", async (release, id, hex) => {
    const worker = await startDemoServing({ port: 0, release });
    const client = caller(worker.address);
    const reply = await client.send(recordedRequest(id));
    client.close();
    await worker.close();
    expect(Buffer.from(reply).toString("hex")).toBe(hex);
    expect(decodeReply(reply).errors.length).toBeGreaterThan(0);
  });
});

it.each(["1.0", "2.1", "1.10", "", "r1.5", "constructor"])(
  "does not start as release %o",
  async (release) => {
    await expect(startDemoServing({ port: 0, release })).rejects.toThrow(
      /^The worker can't answer as release ".*": choose one of 1\.1, 1\.2, .*, 2\.0\.$/,
    );
  },
);
