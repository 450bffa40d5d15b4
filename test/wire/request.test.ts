import { describe, expect, it } from "vitest";
import { formOf, type Release } from "../../src/client/serving/release.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import { concat } from "../../src/wire/bytes.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { InstanceMessage, PredictRequest } from "../../src/wire/message.ts";
import { decodeRequest, encodeRequest } from "../../src/wire/request.ts";
import { RequestHeaders } from "../../src/wire/request-headers.ts";
import { fromHex, toBase64, toHex } from "../setup/bytes.ts";
import { requests, toInput } from "./golden.ts";

const bytesOf = (payload: unknown) => toBase64(payload as Uint8Array);

/** A request without what is not significant: map order. */
const comparable = (request: PredictRequest) => ({
  spec: request.spec,
  instances: request.instances.map((instance) =>
    Object.fromEntries(
      [...instance].map(([name, { shape, dtype, data, bytesVal }]) => [
        name,
        { shape, dtype, data: data && bytesOf(data), bytesVal: bytesVal.map(bytesOf) },
      ]),
    ),
  ),
});

describe("request vectors of the Python clients", () => {
  for (const entry of requests) {
    it(entry.id, () => {
      const { name, method_name: method, version_number } = entry.servable_spec;
      const field = entry.instances_field_number ?? 2;
      const instances: InstanceMessage[] = entry.client_input.map(
        (inputs) => new Map(Object.entries(inputs).map(([key, input]) => [key, encodeInput(toInput(input))])),
      );
      const encoded = encodeRequest(
        { spec: { name, method, version: BigInt(version_number) }, instances },
        [field],
        undefined,
        formOf(entry.release.slice(1) as Release, "").emptyData,
      );
      const ours = concat(encoded.parts as Uint8Array[]);
      expect(ours.length).toBe(encoded.length);
      expect(ours.length, "as long as the real client's").toBe(entry.hex.length / 2);
      expect(comparable(decodeRequest(ours, field))).toEqual(
        comparable(decodeRequest(fromHex(entry.hex), field)),
      );
      // Our decoder against the recording's own account of the message, so that the two can't be wrong alike.
      expect(comparable(decodeRequest(ours, field)).instances).toEqual(
        entry.message.instances.map((instance) =>
          Object.fromEntries(
            Object.entries(instance).map(([key, golden]) => [
              key,
              {
                shape: golden.has_shape ? golden.shape : undefined,
                dtype: golden.dtype_number,
                data: golden.data_base64 || (golden.has_data ? "" : undefined),
                bytesVal: golden.bytes_val_base64 ?? [],
              },
            ]),
          ),
        ),
      );
    });
  }
});

it("finds the requests of all three recorded releases", () => {
  const count = (wanted: string) => requests.filter(({ release }) => release === wanted).length;
  expect(["r1.1", "r1.3", "r2.0"].map(count)).toEqual([42, 43, 43]);
});

describe("an empty tensor", () => {
  const empty: InstanceMessage = new Map([["a", encodeInput(tensor([], "float32", [0]))]]);
  const hexOf = (emptyData: boolean, headers = new RequestHeaders()) => {
    const { parts } = encodeRequest(
      { spec: { name: "", method: "", version: 0n }, instances: [empty] },
      [2],
      headers,
      emptyData,
    );
    return toHex(concat(parts as Uint8Array[]));
  };

  it("is sent with a data field of no bytes, or without one, also by a client that remembers its last requests", () => {
    const headers = new RequestHeaders();
    const [withData, without] = ["12100a0e0a016112090a030a0100100b1a00", "120e0a0c0a016112070a030a0100100b"];
    const sent = [true, false, true, false].map((emptyData) =>
      hexOf(emptyData, headers).slice("0a00".length),
    );
    expect(sent).toEqual([withData, without, withData, without]);
  });
});
