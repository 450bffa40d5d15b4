/** The commands from outside: what they print, how they fail, how they stop. */

import { connect, createServer } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { runCommand, startCommand } from "./command.ts";
import { envoyEnv, pageCommands } from "./page-commands.ts";
import { inEveryFormat } from "./pictures-made.ts";
import { withClientPage } from "./with-client-page.ts";

const lines = (text: string) => text.trim().split("\n");

async function takenPort() {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  return { port, close: () => new Promise((closed) => server.close(closed)) };
}

describe("npm start", () => {
  it("says what runs, and that the demo's weights are not ResNet-50's", async () => {
    const command = await startCommand(["--proxy", "bridge"]);
    expect(command.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(command.output()).toContain("embedded bridge, for development");
    expect(command.output()).toContain(
      "resnet50 runs EfficientNet-B0 weights on ImageNet-1k, not ResNet-50's",
    );
    expect(await (await fetch(`${command.url}/demo.json`)).json()).toEqual({
      demo: true,
      real: false,
      release: "1.5",
      model: "EfficientNet-B0",
      command: "npm start --",
    });
    expect(await command.stop()).toBe(0);
    // Stopped means gone: nothing listens there any more.
    const refused = await new Promise((settle) => {
      connect(Number(new URL(command.url).port), "127.0.0.1", () => settle(false)).on("error", () =>
        settle(true),
      );
    });
    expect(refused).toBe(true);
  });

  it.each([
    [
      "a taken page port",
      1,
      (port: number) => ["--port", String(port), "--worker-port", "0"],
      /port \d+ is in use.*--port/,
    ],
    [
      "a taken worker port",
      1,
      (port: number) => ["--port", "0", "--worker-port", String(port)],
      /Port (\d+) .*in use: give --worker 127\.0\.0\.1:\1 .*--worker-port/,
    ],
    [
      "a model that is not there",
      1,
      () => ["--port", "0", "--worker-port", "0", "--model", "no/such"],
      /no\/such/,
    ],
    ["a wrong option", 2, () => ["--prot", "1"], /--help lists the options/],
    ["a release without gRPC", 2, () => ["--release", "2.1"], /give one from 1.1 to 2.0/],
    [
      "no Envoy",
      1,
      () => ["--port", "0", "--worker-port", "0", "--proxy", "envoy"],
      /No Envoy found/,
      { PATH: "", ENVOY_PATH: "" },
    ],
    [
      "an Envoy that is not there",
      1,
      () => ["--port", "0", "--worker-port", "0"],
      /ENVOY_PATH is "\/no\/envoy"/,
      { ENVOY_PATH: "/no/envoy" },
    ],
  ] as [string, number, (port: number) => string[], RegExp, Record<string, string>?][])(
    "%s ends with %i and one sentence, not a stack",
    async (_, expected, args, sentence, env = {}) => {
      const taken = await takenPort();
      const { code, output } = await runCommand(args(taken.port), env);
      await taken.close();
      expect(code).toBe(expected);
      expect(output).toMatch(sentence);
      expect(lines(output)).toHaveLength(1);
    },
  );

  it("--help prints the options", async () => {
    const { code, output } = await runCommand(["--help"]);
    expect(code).toBe(0);
    expect(output).toContain("--worker HOST:PORT");
  });
});

describe("npm start -- --worker", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it("a dead Serving is told, on the page too, until one answers", async () => {
    const free = await takenPort();
    await free.close();
    const command = await startCommand(["--proxy", "bridge", "--worker", `127.0.0.1:${free.port}`]);
    const page = await newPage(browser);
    try {
      expect(command.output()).toContain(
        `No Serving answers at 127.0.0.1:${free.port} (ECONNREFUSED): start it`,
      );
      expect(await (await fetch(`${command.url}/demo.json`)).json()).toEqual({
        demo: false,
        command: "npm start --",
        worker: `127.0.0.1:${free.port}`,
      });
      await page.goto(`${command.url}/#/add`);
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await page
        .getByText(/the Serving worker behind it does not answer/)
        .filter({ visible: true })
        .first()
        .waitFor();
      const worker = await startDemoServing({ port: free.port });
      try {
        await page.getByRole("button", { name: "Run", exact: true }).click();
        await page
          .getByText(/\[6\., 6\.\]/)
          .first()
          .waitFor();
      } finally {
        await worker.close();
      }
    } finally {
      await page.close();
      await command.stop();
    }
  });
});

describe("a page of another port of this machine", () => {
  const opened = withClientPage();

  for (const { title, command, words, skip } of pageCommands) {
    it.skipIf(skip)(`calls, by each name of its machine, and reads errors: ${title}`, async () => {
      const running = await startCommand(words, { command, env: envoyEnv });
      try {
        expect(running.output()).toContain(
          "origins  any page of this machine (localhost, 127.0.0.1, [::1]); others: --origin\n",
        );
        for (const host of ["localhost", "127.0.0.1"]) {
          await opened.page.goto(`http://${host}:${new URL(opened.server.address).port}/`);
          await opened.page.waitForFunction(() => "serving" in globalThis);
          const told = await opened.page.evaluate(async (url) => {
            const { Client, isError, tensor } = globalThis.serving;
            const x = tensor([
              [1, 2],
              [3, 4],
            ]);
            const texts: string[] = [];
            for (const method of ["add_common", "nothing"]) {
              const result = await new Client(url, "add", method).infer([{ x1: x, x2: x }]);
              if (isError(result)) texts.push(result.kind);
              else
                for (const outcome of result) texts.push(isError(outcome) ? outcome.kind : String(outcome.y));
            }
            return texts;
          }, running.url);
          expect(told).toEqual(["array([[2., 4.], [6., 8.]], dtype=float32)", "method-not-available"]);
        }
      } finally {
        expect(await running.stop()).toBe(0);
      }
    });

    it.skipIf(skip)(
      `has the elements from there, image worker and all: ${title}`,
      async () => {
        const webp = (await inEveryFormat()).find(({ name }) => name.endsWith(".webp"))!;
        const running = await startCommand(words, { command, env: envoyEnv });
        try {
          await opened.page.goto(opened.server.address);
          await opened.page.addScriptTag({ type: "module", url: new URL("/elements.js", running.url).href });
          const told = await opened.page.evaluate(
            async ({ url, picture }) => {
              await customElements.whenDefined("serving-classifier");
              const classifier = Object.assign(document.createElement("serving-classifier"), {
                address: url,
              });
              document.body.append(classifier);
              const file = new File([new Uint8Array(picture)], "panda.webp", { type: "image/webp" });
              const [result] = await classifier.classify(file);
              return "labels" in result! ? result.labels[0]!.name : result!.error;
            },
            { url: running.url, picture: [...webp.buffer] },
          );
          expect(told).toBe("giant panda");
          expect(opened.page.workers().map((worker) => new URL(worker.url()).protocol)).toEqual(["blob:"]);
        } finally {
          expect(await running.stop()).toBe(0);
        }
      },
      60_000,
    );
  }

  it("is refused where others can reach the proxy, unless it is listed, and told the command", async () => {
    const running = await startCommand([
      "--proxy",
      "bridge",
      "--host",
      "0.0.0.0",
      "--origin",
      "http://a.example",
    ]);
    try {
      expect(running.output()).toContain("origins  this page, http://a.example; others: --origin\n");
      const headers = { origin: "http://localhost:5173", "content-type": "application/grpc-web+proto" };
      const path = "/mindspore.serving.proto.MSService/Predict";
      const refused = await fetch(running.url + path, { method: "POST", headers });
      expect(refused.status).toBe(403);
      expect(refused.headers.get("grpc-message")).toContain("(npm start -- --origin http://localhost:5173)");
    } finally {
      await running.stop();
    }
  });
});

describe("npm run dev", () => {
  it("serves the app from Vite, with the bridge on the same origin", async () => {
    const command = await startCommand([], { command: "dev" });
    const browser = await launchBrowser();
    try {
      const page = await newPage(browser);
      await page.goto(`${command.url}#/add`);
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await page
        .getByText(/\[6\., 6\.\]/)
        .first()
        .waitFor();
    } finally {
      await browser.close();
      expect(await command.stop()).toBe(0);
    }
  });
});
