/**
 * The demo worker: servables of the names that the real Serving of this repo has, behind real gRPC, answering on the
 * wire as MindSpore Serving of a chosen release does. Source of all behaviour: the protocol reference, sections 1 to 6.
 */

import { Server, ServerCredentials } from "@grpc/grpc-js";
import { listen } from "./listen.ts";
import type { Classifier } from "./model/classifier.ts";
import { OpenCalls } from "./open-calls.ts";
import { type ReleaseGroup, rulesOf } from "./protocol/release.ts";
import type { Servable } from "./protocol/servable.ts";
import { addServable } from "./servables/add.ts";
import { addSubServable } from "./servables/add-sub.ts";
import { bulkServable } from "./servables/bulk.ts";
import { digitsServable } from "./servables/digits.ts";
import { echoServable } from "./servables/echo.ts";
import { faultyServable } from "./servables/faulty.ts";
import { resnet50Servable } from "./servables/resnet50.ts";
import { slowServable } from "./servables/slow.ts";
import { subgraphsServable } from "./servables/subgraphs.ts";
import { predictHandler, predictService } from "./service.ts";

export interface DemoServingOptions {
  /** Address of this machine to listen on. Default `127.0.0.1`. */
  host?: string;
  /** Default 5500, as in Serving's examples; 0 takes a free one. */
  port?: number;
  /** Release to answer as: `"1.1"` to `"1.9"` or `"2.0"`. Default `"1.5"`. */
  release?: string;
  /** What `resnet50` runs on; without it that servable is not there. The worker does not close it. */
  classifier?: Classifier;
  /** Largest request and largest reply, in bytes. Default 100 MB (2^20 each), as Serving's. */
  maxMessageBytes?: number;
}

export interface DemoServing {
  /** What a gRPC client is given: host and port, `127.0.0.1:5500`. */
  address: string;
  port: number;
  /** Names of its servables. */
  servables: readonly string[];
  /** Names of their methods, by servable. */
  methods: ReadonlyMap<string, readonly string[]>;
  /** Stops at once: calls in flight end with CANCELLED. Resolves when the port is free again. */
  close(): Promise<void>;
}

const DEFAULT_PORT = 5500;
const DEFAULT_MAX_MESSAGE_BYTES = 100 * 2 ** 20;

/** How long a caller that does not read may hold up a stop. */
const CLOSE_GRACE_MS = 200;

/**
 * @throws RangeError for an unknown release
 * @throws Error with one sentence when the port can't be had; it names the port
 */
export async function startDemoServing(options: DemoServingOptions = {}): Promise<DemoServing> {
  const { host = "127.0.0.1", port = DEFAULT_PORT, release = "1.5", classifier } = options;
  const maxMessageBytes = options.maxMessageBytes ?? DEFAULT_MAX_MESSAGE_BYTES;
  const rules = rulesOf(release);
  const calls = new OpenCalls();
  // A server of grpc-js has no option for its flow-control window. HTTP/2's 64 KB do on one machine: 90 MB took
  // 0.2 to 0.6 s, with 16 MB windows set by force 0.2 to 0.3 s.
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    // The handler checks replies itself: grpc-js would count its 5 bytes of framing as well.
    "grpc.max_send_message_length": -1,
    interceptors: [calls.interceptor],
  });
  const servables = servablesOf(classifier, rules.group);
  server.addService(predictService, { Predict: predictHandler(servables, rules, maxMessageBytes) });
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const listener = await listen(host, port, (socket) => injector.injectConnection(socket));

  const stop = () => {
    calls.cancel();
    return listener.close(shutDown(server));
  };
  let stopped: Promise<void> | undefined;
  return {
    address: `${host.includes(":") ? `[${host}]` : host}:${listener.port}`,
    port: listener.port,
    servables: servables.map(({ name }) => name),
    methods: new Map(servables.map(({ name, methods }) => [name, [...methods.keys()]])),
    close: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** As src/serving/servables has them. */
function servablesOf(classifier: Classifier | undefined, group: ReleaseGroup): Servable[] {
  return [
    addServable,
    addSubServable,
    bulkServable,
    digitsServable(),
    echoServable,
    faultyServable,
    ...(classifier ? [resnet50Servable(classifier, group)] : []),
    slowServable(),
    subgraphsServable,
  ];
}

/** Resolves when the statuses that were just sent have reached their callers, or it took too long. */
function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const graceTimer = setTimeout(resolve, CLOSE_GRACE_MS);
    server.tryShutdown(() => {
      clearTimeout(graceTimer);
      resolve();
    });
  });
}
