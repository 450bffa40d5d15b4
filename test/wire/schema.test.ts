/** The field numbers of src/wire/schema.ts are those of proto/ms_service.proto. */

import protobuf from "protobufjs";
import { expect, it } from "vitest";
import proto from "../../proto/ms_service.proto?raw";
import * as schema from "../../src/wire/schema.ts";

const { root } = protobuf.parse(proto, { keepCase: true });
const PACKAGE = "mindspore.serving.proto";

it.each([
  ["PredictRequest", "servable_spec", schema.REQUEST_SPEC],
  ["PredictReply", "servable_spec", schema.REPLY_SPEC],
  ["PredictReply", "instances", schema.REPLY_INSTANCES],
  ["PredictReply", "error_msg", schema.REPLY_ERRORS],
  ["ServableSpec", "name", schema.SPEC_NAME],
  ["ServableSpec", "method_name", schema.SPEC_METHOD],
  ["ServableSpec", "version_number", schema.SPEC_VERSION],
  ["Instance", "items", schema.INSTANCE_ITEMS],
  ["Tensor", "shape", schema.TENSOR_SHAPE],
  ["Tensor", "dtype", schema.TENSOR_DTYPE],
  ["Tensor", "data", schema.TENSOR_DATA],
  ["Tensor", "bytes_val", schema.TENSOR_BYTES_VAL],
  ["TensorShape", "dims", schema.SHAPE_DIMS],
  ["ErrorMsg", "error_code", schema.ERROR_CODE],
  ["ErrorMsg", "error_msg", schema.ERROR_TEXT],
])("%s.%s has its number", (message, field, number) => {
  expect(root.lookupType(`${PACKAGE}.${message}`).fields[field]?.id).toBe(number);
});

it("PREDICT_PATH names the proto's package, service and method", () => {
  const service = root.lookupService(`${PACKAGE}.MSService`);
  expect(schema.PREDICT_PATH).toBe(`/${PACKAGE}.${service.name}/${service.methodsArray[0]!.name}`);
});
