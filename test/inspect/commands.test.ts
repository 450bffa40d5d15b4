/** A recorded call as a command line, which a shell runs, and as JSON, which another protobuf library reads. */

import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import protobuf from "protobufjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "../../src/bridge/serve.ts";
import { Client, type Instances, tensor } from "../../src/client/index.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import {
  CallLog,
  curl,
  grpcurl,
  type InspectedCall,
  replyBody,
  requestBody,
  requestJson,
} from "../../src/inspect/index.ts";

let worker: DemoServing;
let served: Served;
let folder: string;
beforeAll(async () => {
  worker = await startDemoServing({ port: 0 });
  served = await serve({ port: 0, appDir: "public", bridge: { worker: worker.address, origins: [] } });
  folder = mkdtempSync(join(tmpdir(), "commands-"));
});
afterAll(async () => {
  await served?.close();
  await worker?.close();
  rmSync(folder, { recursive: true });
});

const SECRET = "it's-mine-0123456789";

async function recorded(instances: Instances): Promise<InspectedCall> {
  const log = new CallLog();
  const metadata = { authorization: `Bearer ${SECRET}`, "x-note": 'it\'s "a" $HOME note' };
  await new Client(served.url, "add", "add_common", { interceptors: [log.interceptor], metadata }).infer(
    instances,
  );
  return log.calls.at(-1)!;
}

const square = () =>
  tensor([
    [1, 2],
    [3, 4],
  ]);
const small = () => recorded([{ x1: square(), x2: square() }]);

/** Runs a line in a shell, in the folder of the saved files. */
const sh = (line: string) =>
  promisify(execFile)("sh", ["-c", line], { cwd: folder, env: { ...process.env, AUTHORIZATION: SECRET } });

const hasCurl = spawnSync("curl", ["--version"]).status === 0;

describe("as a command", () => {
  it.skipIf(!hasCurl)(
    `curl sends the saved bytes to the proxy, and saves the same reply${hasCurl ? "" : " (skipped: no curl here)"}`,
    async () => {
      const call = await small();
      writeFileSync(join(folder, "request.bin"), await requestBody(call.messages!));
      const { stdout } = await sh(curl(call));
      expect(stdout).toContain("200 OK");
      const body = await replyBody(call.messages!.reply!);
      expect(new Uint8Array(readFileSync(join(folder, "reply.bin"))).subarray(0, body.length)).toEqual(body);
    },
  );

  it("has no secret: a variable of the shell stands in its place; every other header is quoted for the shell", async () => {
    const call = await small();
    for (const line of [curl(call), grpcurl(call, await requestJson(call.messages!))]) {
      expect(line).not.toContain("mine");
      const echoed = await sh(
        `printf '%s\\n' ${line.match(/-H 'x-note.*(?= \\)/)![0]} ${line.match(/-H 'auth.*(?= \\)/)![0]}`,
      );
      expect(echoed.stdout.split("\n")).toEqual([
        "-H",
        'x-note: it\'s "a" $HOME note',
        "-H",
        `authorization: Bearer ${SECRET}`,
        "",
      ]);
    }
  });

  it("of a long request reads it from a file, and is short itself", async () => {
    const call = await recorded({ x1: tensor(new Float32Array(20_000)), x2: tensor([1]) });
    const line = grpcurl(call, await requestJson(call.messages!));
    expect(line).toMatch(/-d @ \\\n.* < 'request.json'$/);
    expect(line.length).toBeLessThan(500);
  });
});

it("as JSON, another protobuf library makes the very bytes of it that went", async () => {
  const call = await recorded([
    { x1: square(), text: "你好", bytes: new Uint8Array([0, 255]), file: new Blob(["abc"]) },
    { x1: tensor([2n ** 60n]) },
  ]);
  const type = protobuf
    .loadSync("proto/ms_service.proto")
    .lookupType("mindspore.serving.proto.PredictRequest");
  const bytes = type.encode(type.fromObject(await requestJson(call.messages!))).finish();
  expect(new Uint8Array(bytes)).toEqual((await requestBody(call.messages!)).subarray(5));
});
