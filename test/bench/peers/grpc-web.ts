/** grpc-web's own XHR transport with google-protobuf's messages. */

import jspb from "google-protobuf";
import { GrpcWebClientBase, MethodDescriptor, MethodType } from "grpc-web";
import type { Item } from "../work.ts";
import {
  Instance,
  PredictReply,
  PredictRequest,
  ServableSpec,
  Tensor,
  TensorShape,
} from "./google-messages.js";
import { BYTES, dataOf, FLOAT32, readItems, SPEC, usable } from "./values.ts";

const { Message } = jspb;

function requestOf(instances: Item[][]) {
  const spec = new ServableSpec();
  Message.setProto3StringField(spec, 1, SPEC.name);
  Message.setProto3StringField(spec, 2, SPEC.methodName);
  const request = new PredictRequest();
  Message.setWrapperField(request, 1, spec);
  for (const items of instances) {
    const instance = new Instance();
    const map = Message.getMapField(instance, 1, false, Tensor);
    for (const item of items) {
      const shape = new TensorShape();
      Message.setField(shape, 1, item.shape ?? [1]);
      const tensor = new Tensor();
      Message.setWrapperField(tensor, 1, shape);
      Message.setProto3EnumField(tensor, 2, item.floats ? FLOAT32 : BYTES);
      if (item.floats) Message.setProto3BytesField(tensor, 3, dataOf(item));
      else Message.addToRepeatedField(tensor, 4, item.bytes);
      map.set(item.name, tensor);
    }
    Message.addToRepeatedWrapperField(request, 2, instance, Instance);
  }
  return request;
}

function valuesOf(reply: InstanceType<typeof PredictReply>) {
  return Message.getRepeatedWrapperField(reply, Instance, 3).map((instance: unknown) => {
    const outputs: Record<string, unknown> = {};
    Message.getMapField(instance, 1, false, Tensor).forEach((tensor: unknown, name: string) => {
      outputs[name] = usable(
        Message.getFieldWithDefault(tensor, 2, 0),
        Message.bytesAsU8(Message.getFieldWithDefault(tensor, 3, "")),
        Message.bytesListAsU8(Message.getRepeatedField(tensor, 4)),
      );
    });
    return outputs;
  });
}

export const encode = (instances: Item[][]) => requestOf(instances).serializeBinary();
export const decode = (bytes: Uint8Array) => valuesOf(PredictReply.deserializeBinary(bytes));

const PREDICT = new MethodDescriptor(
  "/mindspore.serving.proto.MSService/Predict",
  MethodType.UNARY,
  PredictRequest,
  PredictReply,
  (request: InstanceType<typeof PredictRequest>) => request.serializeBinary(),
  PredictReply.deserializeBinary,
);

export function connect(address: string) {
  const client = new GrpcWebClientBase({ format: "binary", maxReceiveMessageSize: 0 });
  return async (instances: Item[][]) =>
    valuesOf(
      await client.unaryCall(
        `${address}/mindspore.serving.proto.MSService/Predict`,
        requestOf(await readItems(instances)),
        {},
        PREDICT,
      ),
    );
}
