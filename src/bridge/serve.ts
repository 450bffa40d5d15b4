/**
 * One HTTP server for the built app and, unless an Envoy stands before it, the bridge: one address, one origin.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { formatAddress, listenError } from "../machine/index.ts";
import { type BridgeOptions, createBridge } from "./bridge.ts";
import { createDocuments } from "./documents.ts";
import { createStaticFiles } from "./static-files.ts";

interface ServeOptions {
  /** Address to listen on. Default `"127.0.0.1"`: this machine only. */
  host?: string;
  /** Port to listen on; 0 takes any that is free. */
  port: number;
  /** Left out: only the app is served. */
  bridge?: BridgeOptions;
  /** Directory of the built app, such as `dist/app`. */
  appDir: string;
  /** Values served as JSON beside the app's files, by path. */
  documents?: Readonly<Record<string, unknown>>;
}

export interface Served {
  /** Where a browser finds it, without a slash at the end. */
  url: string;
  /** The port it listens on, also when 0 was asked for. */
  port: number;
  /** Ends the server and every connection at once. */
  close(): Promise<void>;
}

/**
 * Resolves when the server listens.
 * Rejects with an `Error` of one sentence when it cannot: the port taken, forbidden, or no such address.
 */
export async function serve({
  host = "127.0.0.1",
  port,
  bridge: options,
  appDir,
  documents = {},
}: ServeOptions): Promise<Served> {
  const bridge = options ? createBridge(options) : undefined;
  const answerDocument = createDocuments(documents);
  const staticFiles = createStaticFiles(appDir);
  const server = createServer((request, response) => {
    if (bridge?.handle(request, response)) return;
    bridge?.share(request, response);
    if (!answerDocument(request, response)) staticFiles(request, response);
  });
  // The bridge has its own limit for a call; Node's, five minutes for an upload, would cut it without a word.
  server.requestTimeout = 0;
  // Longer than a browser waits between two calls: a connection closed under its hands costs it an error.
  server.keepAliveTimeout = 65_000;

  await new Promise<void>((listening, failed) => {
    server.once("error", (error) => failed(listenError(error, { host, port })));
    server.listen(port, host, listening);
  });
  const { port: actual } = server.address() as AddressInfo;
  const named = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return {
    url: `http://${formatAddress({ host: named, port: actual })}`,
    port: actual,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await bridge?.close();
      await closed;
    },
  };
}
