/**
 * What proto/ms_service.proto fixes: the path of its one method, and the field numbers of its messages, each named by
 * message and field.
 */

/** The path of the method `Predict`, the only one of MindSpore Serving that clients call. */
export const PREDICT_PATH = "/mindspore.serving.proto.MSService/Predict";

export const REQUEST_SPEC = 1;

/**
 * Field numbers under which a `PredictRequest` carries its instances: 3 in releases 1.1 and 1.2, 2 from 1.3 on.
 */
export type InstancesField = 2 | 3;

export const REPLY_SPEC = 1;
export const REPLY_INSTANCES = 3;
export const REPLY_ERRORS = 4;

export const SPEC_NAME = 1;
export const SPEC_METHOD = 2;
export const SPEC_VERSION = 3;

/** A map: each of its entries is a message with a name and a tensor. */
export const INSTANCE_ITEMS = 1;
export const ITEM_NAME = 1;
export const ITEM_TENSOR = 2;

export const TENSOR_SHAPE = 1;
export const TENSOR_DTYPE = 2;
export const TENSOR_DATA = 3;
export const TENSOR_BYTES_VAL = 4;
export const TENSOR_SHARED_MEMORY = 5;

export const SHAPE_DIMS = 1;

export const ERROR_CODE = 1;
export const ERROR_TEXT = 2;

/** `DataType` numbers of the two dtypes that are not numeric. */
export const MS_STRING = 13;
export const MS_BYTES = 14;
