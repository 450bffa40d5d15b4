/** HTTPS to the browser and TLS to workers, as `npm run envoy` writes them. */

import { readFileSync } from "node:fs";
import { connect } from "node:http2";
import { ServerCredentials } from "@grpc/grpc-js";
import { describe, expect, it, onTestFinished } from "vitest";
import { Client } from "../../src/client/index.ts";
import { envoyConfig } from "../../src/envoy/config.ts";
import { startEnvoy } from "../../src/envoy/process.ts";
import { PREDICT_PATH } from "../../src/wire/schema.ts";
import { frame, readFrames } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { freePort } from "../bridge/parts.ts";
import { selfSigned } from "../setup/certificate.ts";
import { binary, howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";

describe.skipIf(skipWithoutEnvoy)(`TLS on both sides of Envoy${howToGetEnvoy}`, () => {
  it("HTTP/2 by ALPN, HSTS, and a worker that asks for Envoy's certificate", async () => {
    const own = selfSigned();
    const pem = readFileSync(own.certificate);
    const pair = { cert_chain: pem, private_key: readFileSync(own.privateKey) };
    const worker = await startWorker(undefined, {
      credentials: ServerCredentials.createSsl(pem, [pair], true),
    });
    const port = await freePort();
    const config = envoyConfig({
      listen: { host: "127.0.0.1", port },
      workers: [worker.address],
      tls: own,
      workerTls: { authority: own.certificate, name: "localhost", client: own },
    });
    const envoy = await startEnvoy({ binary: binary!, config });
    onTestFinished(() => envoy.close());
    const session = connect(`https://localhost:${port}`, { ca: pem });
    onTestFinished(() => session.destroy());
    const stream = session.request({
      ":method": "POST",
      ":path": PREDICT_PATH,
      "content-type": "application/grpc-web+proto",
    });
    stream.end(frame("hello"));
    const headers = await new Promise<Record<string, unknown>>((head) => stream.on("response", head));
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(session.alpnProtocol).toBe("h2");
    expect(headers).toMatchObject({ ":status": 200, "strict-transport-security": "max-age=31536000" });
    const { messages, trailers } = readFrames(Buffer.concat(chunks));
    expect(String(messages[0])).toBe("hello");
    expect(trailers?.["grpc-status"]).toBe("0");
  });

  it.each([
    ["that asks for Envoy's certificate, and gets none", { client: false, name: "localhost" }],
    ["whose certificate has another name", { client: true, name: "other.example" }],
  ])("a worker %s is told as down, and gets nothing", async (_, { client, name }) => {
    const own = selfSigned();
    const pem = readFileSync(own.certificate);
    const pair = { cert_chain: pem, private_key: readFileSync(own.privateKey) };
    const worker = await startWorker(undefined, {
      credentials: ServerCredentials.createSsl(pem, [pair], true),
    });
    const port = await freePort();
    const config = envoyConfig({
      listen: { host: "127.0.0.1", port },
      workers: [worker.address],
      workerTls: { authority: own.certificate, name, ...(client && { client: own }) },
    });
    const envoy = await startEnvoy({ binary: binary!, config });
    onTestFinished(() => envoy.close());
    const result = await new Client(`http://127.0.0.1:${port}`, "add", "add_common").infer({ x: 1 });
    expect(result).toMatchObject({ kind: "worker-down", error: "no healthy upstream" });
    expect(worker.calls).toBe(0);
  });
});
