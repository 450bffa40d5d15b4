/** Messages as protobuf's JSON has them, which grpcurl and others read. Source: protobuf.dev, "ProtoJSON Format". */

import type { InstanceMessage, Payload, PredictReply, ServableSpec } from "../../client/index.ts";
import { bytesOfBlob, dtypeFromCode, isBlob } from "../../tensor/index.ts";
import { type InstancesField, MS_BYTES, MS_STRING, toBase64 } from "../../wire/index.ts";
import type { CallMessages } from "../record/inspected-call.ts";

const INSTANCES: Readonly<Record<InstancesField, string>> = { 2: "instances", 3: "instancesBefore13" };

/** The request of `proto/ms_service.proto`. @throws when a file of it can't be read any more */
export async function requestJson({ request, form }: CallMessages): Promise<object> {
  const instances = await Promise.all(request.instances.map(instanceJson));
  const lists = form.instancesFields.map((field) => [INSTANCES[field], instances]);
  return { servableSpec: specJson(request.spec), ...Object.fromEntries(lists) };
}

/** The reply of `proto/ms_service.proto`; a text that is no UTF-8 has lost the bytes that are none. */
export async function replyJson({ spec, instances, errors }: PredictReply): Promise<object> {
  return {
    ...(spec && { servableSpec: specJson(spec) }),
    instances: await Promise.all(instances.map(instanceJson)),
    errorMsg: errors.map(({ code, text, bytes }) => ({
      errorCode: String(code),
      errorMsg: toBase64(bytes ?? new TextEncoder().encode(text)),
    })),
  };
}

function specJson({ name, method, version }: ServableSpec): object {
  return { name, methodName: method, ...(version !== 0n && { versionNumber: String(version) }) };
}

async function instanceJson(instance: InstanceMessage): Promise<object> {
  const items = [];
  for (const [name, { shape, dtype, data, bytesVal }] of instance) {
    const tensor = {
      ...(shape && { shape: { dims: shape.map(String) } }),
      dtype: dtypeName(dtype),
      ...(data && { data: await base64(data) }),
      ...(bytesVal.length > 0 && { bytesVal: await Promise.all(bytesVal.map(base64)) }),
    };
    items.push([name, tensor] as const);
  }
  return { items: Object.fromEntries(items) };
}

async function base64(payload: Payload): Promise<string> {
  return toBase64(isBlob(payload) ? await bytesOfBlob(payload) : payload);
}

/** As the proto names it; a number that no release knows stays one. */
function dtypeName(code: number): string | number {
  if (code === MS_STRING) return "MS_STRING";
  if (code === MS_BYTES) return "MS_BYTES";
  const dtype = dtypeFromCode(code);
  return dtype ? `MS_${dtype.toUpperCase()}` : code;
}
