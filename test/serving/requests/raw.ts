/** Requests made byte by byte: also what no client writes. Numbers are proto/ms_service.proto's. */

import { concat } from "../../../src/wire/bytes.ts";

/** A message to be sent as it is, and what it is about. */
export interface RawRequest {
  /** Stands alone, and is no other's. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

type Part = Uint8Array | readonly number[] | string;

export const utf8 = (text: string) => new TextEncoder().encode(text);

export function joined(...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  return concat(parts.map((part) => (typeof part === "string" ? utf8(part) : Uint8Array.from(part))));
}

/** Negative numbers are those of 64 bits. */
export function varint(value: number | bigint): number[] {
  const digits: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest >= 0x80n; rest >>= 7n) digits.push(Number(rest & 0x7fn) | 0x80);
  return [...digits, Number(rest)];
}

/** A field that holds a number. */
export const numberField = (field: number, value: number | bigint) =>
  joined(varint(field << 3), varint(value));

/** A field that holds bytes: a text or a message too. */
export function field(number: number, ...content: readonly Part[]): Uint8Array<ArrayBuffer> {
  const bytes = joined(...content);
  return joined(varint((number << 3) | 2), varint(bytes.length), bytes);
}

/** `servable_spec`. */
export const spec = (servable: string, method: string, version: number | bigint = 0) =>
  field(
    1,
    servable === "" ? [] : field(1, servable),
    method === "" ? [] : field(2, method),
    BigInt(version) === 0n ? [] : numberField(3, version),
  );

/** `Tensor.shape`. */
export const shape = (...dims: readonly (number | bigint)[]) =>
  field(1, dims.length === 0 ? [] : field(1, ...dims.map(varint)));
export const dtype = (number: number | bigint) => numberField(2, number);
export const data = (bytes: Uint8Array | readonly number[]) => field(3, bytes);
export const bytesVal = (value: Uint8Array | string) => field(4, value);

/** The content of a `Tensor` of numbers; without `bytes` it has no `data`. */
export const tensor = (dims: readonly (number | bigint)[], code: number | bigint, bytes?: Uint8Array) =>
  joined(shape(...dims), dtype(code), bytes ? data(bytes) : []);

export const MS_STRING = 13;
export const MS_BYTES = 14;

/** As a client sends a text or bytes. */
export const text = (value: string) => joined(shape(1), dtype(MS_STRING), bytesVal(value));
export const bytes = (value: Uint8Array) => joined(shape(1), dtype(MS_BYTES), bytesVal(value));

/** An entry of `Instance.items`. */
export const item = (name: string, content: Uint8Array) => field(1, field(1, name), field(2, content));

/** One of `PredictRequest.instances`. */
export const instance = (items: Readonly<Record<string, Uint8Array>>) =>
  field(2, ...Object.entries(items).map(([name, content]) => item(name, content)));

/** A text in a request's name: the whole, or how it begins and how long it is. */
export function quoted(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= 20) return JSON.stringify(text);
  return `${JSON.stringify(characters.slice(0, 5).join(""))}… of ${characters.length} characters`;
}

/** Names a request's bytes. */
export const request = (name: string, ...parts: readonly Part[]): RawRequest => ({
  name,
  bytes: joined(...parts),
});

/** A request as clients make it: a method, and inputs for each instance. */
export const ask = (
  name: string,
  [servable, method]: readonly [servable: string, method: string],
  ...instances: readonly Readonly<Record<string, Uint8Array>>[]
): RawRequest => request(name, spec(servable, method), ...instances.map(instance));
