/**
 * A real gRPC server on MindSpore Serving's path, for bytes as they are. It ends with the test that started it.
 */
import {
  Metadata,
  Server,
  ServerCredentials,
  type ServerOptions,
  type ServerUnaryCall,
  type sendUnaryData,
} from "@grpc/grpc-js";
import { onTestFinished } from "vitest";
import { PREDICT_PATH } from "../../src/wire/schema.ts";

export type Call = ServerUnaryCall<Buffer, Buffer>;
export type Answer = sendUnaryData<Buffer>;

export interface Worker {
  /** `host:port` */
  address: string;
  port: number;
  /** Calls whose request has arrived. */
  calls: number;
  /** Ends it before the test does. */
  stop(): void;
}

/** Starts a worker that answers with `handler`; left out, each request comes back with a trailer `x-trailer`. */
export async function startWorker(
  handler: (call: Call, answer: Answer) => void = echo,
  options: ServerOptions & { port?: number; credentials?: ServerCredentials } = {},
): Promise<Worker> {
  const { port = 0, credentials = ServerCredentials.createInsecure(), ...serverOptions } = options;
  const server = new Server({
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
    ...serverOptions,
  });
  const same = (bytes: Buffer) => bytes;
  const method = {
    path: PREDICT_PATH,
    requestStream: false,
    responseStream: false,
    requestSerialize: same,
    requestDeserialize: same,
    responseSerialize: same,
    responseDeserialize: same,
  } as const;
  server.addService(
    { Predict: method },
    {
      Predict: (call: Call, answer: Answer) => {
        worker.calls += 1;
        handler(call, answer);
      },
    },
  );
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, credentials, (error, at) => (error ? reject(error) : resolve(at)));
  });
  const worker: Worker = {
    address: `127.0.0.1:${bound}`,
    port: bound,
    calls: 0,
    stop: () => server.forceShutdown(),
  };
  onTestFinished(() => worker.stop());
  return worker;
}

function echo(call: Call, answer: Answer): void {
  const trailers = new Metadata();
  trailers.set("x-trailer", "one two");
  answer(null, call.request, trailers);
}
