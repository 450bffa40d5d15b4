/**
 * grpc-web as the library's own path is built with it: its client, which runs the interceptors, and its error. Its own
 * transport, over `XMLHttpRequest`, is most of the package, and is loaded, with the whole, by a client that asks for it
 * (src/client/transport/grpc-web-transport.ts).
 */

import type { Known } from "./cut.ts";

/** Where its client goes on to its transport: the last of our interceptors makes the call itself. */
const TRANSPORT = "jc";

export const grpcWeb = (): Known => ({
  version: "2.1.1",
  file: "index.esm.js",
  members: {
    GrpcWebClientBase: ["unaryCall"],
    MethodDescriptor: ["getName"],
    MethodType: [],
    RpcError: ["toString"],
  },
  // Of what an interceptor is given.
  handedOut: [
    ...["getRequestMessage", "getMethodDescriptor", "getMetadata", "getCallOptions", "get"],
    ...["getResponseMessage", "getStatus", "name"],
  ],
  given: {
    [TRANSPORT]: { code: '() => { throw new Error("internal error: grpc-web made a call itself"); }' },
  },
});
