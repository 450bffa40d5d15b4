/** signatures.json beside the app, as the commands publish it. */

import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseServeOptions } from "../../src/cli/options/serve-options.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { directoryOf } from "../bridge/parts.ts";
import { runCommand, startCommand } from "../browser/command.ts";
import { envoyEnv, pageCommands } from "../browser/page-commands.ts";

const OWN = { signature: 1, servable: "own", methods: { m: { inputs: { x: { kind: "string" } } } } };
const ADD = { signature: 1, servable: "add", methods: { other: {} } };

/** Status, headers and body, by any method; Node's own client, since fetch hides what HEAD must not send. */
function asked(url: URL, method = "GET") {
  return new Promise<{ status?: number; headers: Record<string, unknown>; body: string }>((told, fail) => {
    const sent = request(url, { method }, (reply) => {
      let body = "";
      reply.on("data", (chunk) => {
        body += chunk;
      });
      reply.on("end", () => told({ status: reply.statusCode!, headers: reply.headers, body }));
    });
    sent.on("error", fail).end();
  });
}

/** Without what differs from one reply to another. */
function lasting(headers: Record<string, unknown>) {
  const { date, "content-length": length, "x-envoy-upstream-service-time": time, ...rest } = headers;
  return rest;
}

describe.each(pageCommands)("--signature: $title", ({ command, words, skip }) => {
  let worker: Awaited<ReturnType<typeof startDemoServing>>;
  beforeAll(async () => {
    worker = await startDemoServing({ port: 0 });
  });
  afterAll(() => worker.close());

  it.skipIf(skip)("what is given stands at signatures.json, as fresh as demo.json", async () => {
    const folder = await directoryOf({ "own.json": JSON.stringify(OWN) });
    const more = ["--worker", worker.address, "--signature", `${folder}/own.json`];
    const running = await startCommand([...words, ...more], { command, env: envoyEnv });
    try {
      const { status, headers, body } = await asked(new URL("/signatures.json?x=1", running.url));
      expect([status, JSON.parse(body)]).toEqual([200, [OWN]]);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["content-type"]).toBe("application/json");
      expect(lasting(headers)).toEqual(lasting((await asked(new URL("/demo.json", running.url))).headers));
      const head = await asked(new URL("/signatures.json", running.url), "HEAD");
      expect([head.status, head.body, lasting(head.headers)]).toEqual([200, "", lasting(headers)]);
      expect(running.output()).toContain("known    what methods of own take and give: /signatures.json\n");
    } finally {
      expect(await running.stop()).toBe(0);
    }
  });
});

describe("npm start", () => {
  it("tells of its own servables, and what is given of one of them counts instead", async () => {
    const folder = await directoryOf({ "list.json": JSON.stringify([OWN, ADD]) });
    const running = await startCommand(["--proxy", "bridge", "--signature", `${folder}/list.json`]);
    try {
      const told = JSON.parse((await asked(new URL("/signatures.json", running.url))).body);
      const names = told.map(({ servable }: { servable: string }) => servable);
      expect(names).toEqual([
        "add",
        "add_sub",
        "bulk",
        "digits",
        "echo",
        "faulty",
        "resnet50",
        "slow",
        "subgraphs",
        "own",
      ]);
      expect(told[0]).toEqual(ADD);
      expect(told[1].methods.add_sub_only_model.inputs.x1).toEqual({
        kind: "tensor",
        dtype: "float32",
        shape: [2, 2],
      });
    } finally {
      await running.stop();
    }
  });

  it("does not start with a file that can't be read, and says where it is wrong", async () => {
    const folder = await directoryOf({ "own.json": '{ "signature": 1,\n  "servable": }' });
    const { code, output } = await runCommand([
      "--port",
      "0",
      "--worker-port",
      "0",
      "--signature",
      `${folder}/own.json`,
    ]);
    expect({ code, output }).toEqual({
      code: 2,
      output: `${folder}/own.json:2:15: this can't be read as JSON: mend it first\n`,
    });
  });

  it("says in one line what a file does not tell", async () => {
    const method = (name: string) =>
      `@register.register_method(output_names=["y"])\ndef ${name}(x):\n    return register.add_stage(f, x, outputs_count=1)\n`;
    const folder = await directoryOf({
      "own/servable_config.py": `from mindspore_serving.server import register\n${method("a")}${method("b")}`,
    });
    const path = `${folder}/own/servable_config.py`;
    const running = await startCommand([
      "--proxy",
      "bridge",
      "--worker",
      "127.0.0.1:1",
      "--signature",
      folder,
    ]);
    try {
      expect(running.output().split("\n")[0]).toBe(
        `${path}:3:5: a: the file does not tell all of input x (kind, dtype, shape) and output y (kind, dtype, shape); what it does not tell is left out. (1 more: npx mindspore-serving-web signature ${path})`,
      );
    } finally {
      await running.stop();
    }
  });
});

it("serve takes several", () => {
  expect(parseServeOptions(["--signature", "a", "--signature", "b"])?.signatures).toEqual(["a", "b"]);
  expect(parseServeOptions([])?.signatures).toEqual([]);
});
