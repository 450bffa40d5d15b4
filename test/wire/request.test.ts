import { describe, expect, it } from "vitest";
import { concat } from "../../src/client/wire/bytes.ts";
import { encodeInput } from "../../src/client/wire/input.ts";
import type { InstanceMessage, PredictRequest } from "../../src/client/wire/message.ts";
import { decodeRequest, encodeRequest } from "../../src/client/wire/request.ts";
import { fromBase64, fromHex, toBase64 } from "../setup/bytes.ts";
import { requests, toInput } from "./golden.ts";

const bytesOf = (payload: unknown) => toBase64((payload as Uint8Array | undefined) ?? new Uint8Array());

/** A request without what is not significant: map order, and whether empty data is present. */
const comparable = (request: PredictRequest) => ({
  spec: request.spec,
  instances: request.instances.map((instance) =>
    Object.fromEntries(
      [...instance].map(([name, { shape, dtype, data, bytesVal }]) => [
        name,
        { shape, dtype, data: bytesOf(data), bytesVal: bytesVal.map(bytesOf) },
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
      const encoded = encodeRequest({ spec: { name, method, version: BigInt(version_number) }, instances }, [
        field,
      ]);
      const ours = concat(encoded.parts as Uint8Array[]);
      expect(ours.length).toBe(encoded.length);
      expect(ours.length, "as long as the real client's").toBe(entry.hex!.length / 2);
      expect(comparable(decodeRequest(ours, field))).toEqual(
        comparable(decodeRequest(fromHex(entry.hex!), field)),
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
                data: bytesOf(fromBase64(golden.data_base64 ?? "")),
                bytesVal: golden.bytes_val_base64 ?? [],
              },
            ]),
          ),
        ),
      );
    });
  }
});
