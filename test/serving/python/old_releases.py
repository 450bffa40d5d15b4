"""Lets the client of 2.0 talk to releases before 1.3, whose requests differ in one number alone."""

from mindspore_serving.proto import ms_service_pb2_grpc
from mindspore_serving.proto.ms_service_pb2 import PredictReply

PREDICT = "/mindspore.serving.proto.MSService/Predict"


def write_field_3():
    """From now on clients write instances under field 3, where 1.1 and 1.2 look for them."""

    class Stub:
        def __init__(self, channel):
            self.Predict = channel.unary_unary(PREDICT, request_serializer=_serialized,
                                               response_deserializer=PredictReply.FromString)

    ms_service_pb2_grpc.MSServiceStub = Stub


def _serialized(request):
    return b"".join([_field(1, request.servable_spec), *(_field(3, instance) for instance in request.instances)])


def _field(number, message):
    content = message.SerializeToString()
    return bytes([number << 3 | 2]) + _varint(len(content)) + content


def _varint(value):
    groups = []
    while value > 127:
        groups.append(value & 127 | 128)
        value >>= 7
    return bytes([*groups, value])
