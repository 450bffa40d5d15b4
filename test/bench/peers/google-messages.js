/**
 * proto/ms_service.proto for google-protobuf, in the shape that its generator gives (compare the package's own
 * google/protobuf/struct_pb.js): that generator comes in no npm package that carries its binary.
 */

import jspb from "google-protobuf";

const { BinaryReader, BinaryWriter, Message } = jspb;

function message(name, repeatedFields, write, read) {
  class Generated extends Message {
    constructor(data) {
      super();
      Message.initialize(this, data, 0, -1, repeatedFields, null);
    }

    serializeBinary() {
      const writer = new BinaryWriter();
      Generated.serializeBinaryToWriter(this, writer);
      return writer.getResultBuffer();
    }

    static serializeBinaryToWriter(msg, writer) {
      write(msg, writer);
    }

    static deserializeBinary(bytes) {
      return Generated.deserializeBinaryFromReader(new Generated(), new BinaryReader(bytes));
    }

    static deserializeBinaryFromReader(msg, reader) {
      while (reader.nextField()) {
        if (reader.isEndGroup()) break;
        if (!read(msg, reader, reader.getFieldNumber())) reader.skipField();
      }
      return msg;
    }
  }
  Generated.displayName = `proto.mindspore.serving.proto.${name}`;
  return Generated;
}

export const ServableSpec = message(
  "ServableSpec",
  null,
  (msg, writer) => {
    const name = Message.getFieldWithDefault(msg, 1, "");
    if (name.length > 0) writer.writeString(1, name);
    const methodName = Message.getFieldWithDefault(msg, 2, "");
    if (methodName.length > 0) writer.writeString(2, methodName);
    const version = Message.getFieldWithDefault(msg, 3, 0);
    if (version !== 0) writer.writeUint64(3, version);
  },
  (msg, reader, field) => {
    if (field === 1) Message.setProto3StringField(msg, 1, reader.readStringRequireUtf8());
    else if (field === 2) Message.setProto3StringField(msg, 2, reader.readStringRequireUtf8());
    else if (field === 3) Message.setProto3IntField(msg, 3, reader.readUint64());
    else return false;
    return true;
  },
);

export const TensorShape = message(
  "TensorShape",
  [1],
  (msg, writer) => {
    const dims = Message.getRepeatedField(msg, 1);
    if (dims.length > 0) writer.writePackedInt64(1, dims);
  },
  (msg, reader, field) => {
    if (field !== 1) return false;
    reader.readPackableInt64Into(Message.getRepeatedField(msg, 1));
    return true;
  },
);

export const Tensor = message(
  "Tensor",
  [4],
  (msg, writer) => {
    const shape = Message.getWrapperField(msg, TensorShape, 1);
    if (shape != null) writer.writeMessage(1, shape, TensorShape.serializeBinaryToWriter);
    const dtype = Message.getFieldWithDefault(msg, 2, 0);
    if (dtype !== 0.0) writer.writeEnum(2, dtype);
    const data = Message.bytesAsU8(Message.getFieldWithDefault(msg, 3, ""));
    if (data.length > 0) writer.writeBytes(3, data);
    const bytesVal = Message.bytesListAsU8(Message.getRepeatedField(msg, 4));
    if (bytesVal.length > 0) writer.writeRepeatedBytes(4, bytesVal);
  },
  (msg, reader, field) => {
    if (field === 1) {
      const shape = new TensorShape();
      reader.readMessage(shape, TensorShape.deserializeBinaryFromReader);
      Message.setWrapperField(msg, 1, shape);
    } else if (field === 2) Message.setProto3EnumField(msg, 2, reader.readEnum());
    else if (field === 3) Message.setProto3BytesField(msg, 3, reader.readBytes());
    else if (field === 4) Message.addToRepeatedField(msg, 4, reader.readBytes());
    else return false;
    return true;
  },
);

export const Instance = message(
  "Instance",
  null,
  (msg, writer) => {
    const items = Message.getMapField(msg, 1, true, Tensor);
    if (items && items.getLength() > 0) {
      jspb.internal.public_for_gencode.serializeMapToBinary(
        items,
        1,
        writer,
        BinaryWriter.prototype.writeString,
        BinaryWriter.prototype.writeMessage,
        Tensor.serializeBinaryToWriter,
      );
    }
  },
  (msg, reader, field) => {
    if (field !== 1) return false;
    reader.readMessage(Message.getMapField(msg, 1, false, Tensor), (map, inner) => {
      jspb.Map.deserializeBinary(
        map,
        inner,
        BinaryReader.prototype.readStringRequireUtf8,
        BinaryReader.prototype.readMessage,
        Tensor.deserializeBinaryFromReader,
        "",
        new Tensor(),
      );
    });
    return true;
  },
);

export const PredictRequest = message(
  "PredictRequest",
  [2],
  (msg, writer) => {
    const spec = Message.getWrapperField(msg, ServableSpec, 1);
    if (spec != null) writer.writeMessage(1, spec, ServableSpec.serializeBinaryToWriter);
    const instances = Message.getRepeatedWrapperField(msg, Instance, 2);
    if (instances.length > 0) writer.writeRepeatedMessage(2, instances, Instance.serializeBinaryToWriter);
  },
  () => false,
);

export const PredictReply = message(
  "PredictReply",
  [3, 4],
  () => {},
  (msg, reader, field) => {
    if (field !== 3) return false;
    const instance = new Instance();
    reader.readMessage(instance, Instance.deserializeBinaryFromReader);
    Message.addToRepeatedWrapperField(msg, 3, instance, Instance);
    return true;
  },
);
