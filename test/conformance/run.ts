/**
 * `npm run conformance`: the suite of connectrpc/conformance against this client, in Node and in Chromium. No case
 * is skipped and none may fail. The runner is built by Go (1.24 or newer) from the Go module proxy.
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { selfSigned } from "../setup/certificate.ts";

const MODULE = "connectrpc.com/conformance";
const VERSION = "v1.0.5";

const folder = resolve(".cache/conformance", VERSION);
const runner = resolve(
  folder,
  process.platform === "win32" ? "connectconformance.exe" : "connectconformance",
);
if (!existsSync(runner)) {
  console.log(`Building the runner of ${MODULE} ${VERSION} …`);
  go(["install", `${MODULE}/cmd/connectconformance@${VERSION}`]);
}
const module = JSON.parse(go(["mod", "download", "-json", `${MODULE}@${VERSION}`])) as { Dir: string };

function go(words: string[]): string {
  const env = { ...process.env, GOBIN: folder };
  const { status, error, stdout, stderr } = spawnSync("go", words, { env, encoding: "utf8" });
  if (status === 0) return stdout;
  console.error(
    stderr ?? `The conformance runner is built by Go 1.24 or newer: install it. (${error!.message})`,
  );
  process.exit(1);
}

const { certificate, privateKey } = selfSigned();
const env = {
  ...process.env,
  NODE_EXTRA_CA_CERTS: certificate,
  CONFORMANCE_PROTOS: resolve(module.Dir, "proto"),
};

/** What grpc-web's own transport fails at; a case that passes one day must leave the list. */
const GRPC_WEB_FAILS = "@test/conformance/grpc-web-known-failing.txt";

const results = [
  ["node", "fetch"],
  ["chromium", "fetch"],
  ["chromium", "xhr"],
  ["chromium", "grpc-web", "--known-failing", GRPC_WEB_FAILS],
].map(([place, way, ...more]) => {
  console.log(`— gRPC-Web, unary, in ${place} by ${way}`);
  const words = ["--mode", "client", "--conf", `test/conformance/${place}.yaml`, ...more];
  const tls = ["--cert", certificate, "--key", privateKey];
  const client = [process.execPath, "--import", "tsx", "test/conformance/client.ts", place!, way!];
  const run = spawnSync(runner, [...words, ...tls, "--", ...client], { env, encoding: "utf8" });
  // Known failures are told as INFO with indented lines below; their count stays.
  console.log(`${run.stdout}${run.stderr}`.replace(/^INFO: .*\n(\t.*\n)*/gm, "").trim());
  return run.status;
});
process.exit(results.every((status) => status === 0) ? 0 : 1);
