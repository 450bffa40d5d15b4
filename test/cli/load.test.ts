/** The command `load`, as it is run, through a real bridge at a demo worker. */

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { directoryOf, freePort, startBridge } from "../bridge/parts.ts";
import { fakeClassifier } from "../demo-serving/fake-classifier.ts";
import { runMain } from "./run-main.ts";

async function startServing(): Promise<string> {
  const classifier = await fakeClassifier();
  const worker = await startDemoServing({ port: 0, classifier });
  onTestFinished(() => classifier.close());
  onTestFinished(() => worker.close());
  return (await startBridge(worker.address)).url;
}

const load = (...words: string[]) => runMain("load", ...words);

const X = "[[1, 2], [3, 4]]";
const ADD = ["add", "add_common", "--input", `x1=${X}`, "--input", `x2=${X}`];

describe("load", () => {
  it("prints a line for each width and batch size, and every call of it is answered", async () => {
    const url = await startServing();
    const { code, out, err } = await load(
      url,
      ...ADD,
      "--concurrency",
      "1,2",
      "--batch",
      "1,3",
      "--calls",
      "5",
    );
    expect([code, err]).toEqual([0, ""]);
    const rows = out.trimEnd().split("\n").slice(1);
    expect(rows.map((row) => row.trim().split(/\s+/).slice(0, 3))).toEqual([
      ["1", "1", "5"],
      ["2", "1", "5"],
      ["1", "3", "5"],
      ["2", "3", "5"],
    ]);
    for (const row of rows) expect(row).toMatch(/(\s+\d+\.\d){4}\s+-$/);
  });

  it("as JSON has a histogram of each step, with all of its calls", async () => {
    const url = await startServing();
    const { out } = await load(url, ...ADD, "--concurrency", "2", "--calls", "7", "--json");
    const { steps, ...measured } = JSON.parse(out);
    expect(measured).toMatchObject({ address: url, from: "node", protocol: "http/1.1" });
    expect(steps).toMatchObject([{ concurrency: 2, batch: 1, calls: 7, errors: {} }]);
    const [{ histogram, p50, p99 }] = steps;
    expect(histogram.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(7);
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeGreaterThanOrEqual(p50);
  });

  it("sends the bytes of a file; what fails is counted, named once, and in the exit code", async () => {
    const url = await startServing();
    const folder = await directoryOf({ "owl.jpg": "owl" });
    const named = (input: string) => ["resnet50", "classify_top1", "--input", `${input}=@${folder}/owl.jpg`];
    const good = await load(url, ...named("image"), "--calls", "3");
    expect([good.code, good.err]).toEqual([0, ""]);
    const bad = await load(url, ...named("picture"), "--batch", "2", "--calls", "3");
    expect(bad.code).toBe(1);
    expect(bad.err.match(/^[a-z-]+: /gm)).toEqual(["invalid-input: "]);
    expect(bad.out).toContain("2 invalid-input");
  });

  it("ends where nobody is, after one call, and says what to do", async () => {
    const { code, out, err } = await load(`http://127.0.0.1:${await freePort()}`, ...ADD);
    expect(code).toBe(1);
    expect(err).toMatch(/^proxy-unreachable: .*/);
    expect(out.trimEnd().split("\n")).toHaveLength(2);
  });

  it("does not follow a redirect: nobody but the named address is called", async () => {
    let called = 0;
    const listening = async (answer: RequestListener) => {
      const server = createServer(answer);
      onTestFinished(() => void server.close());
      await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    };
    const target = await listening((_, response) => {
      called++;
      response.end();
    });
    const gate = await listening((_, response) => {
      response.writeHead(307, { location: target }).end();
    });
    const { code, err } = await load(gate, ...ADD);
    expect([code, called]).toEqual([1, 0]);
    expect(err).toContain("307");
  });

  it.each([
    [["http://localhost", "add"], "give ADDRESS SERVABLE METHOD"],
    [
      ["http://localhost", "add", "add_common"],
      "give each input of the method: --input NAME=@FILE or NAME=VALUE.",
    ],
    [["http://localhost", "a", "b", "--input", "x"], "--input x: give NAME=@FILE or NAME=VALUE."],
    [["http://localhost", "a", "b", "--input", "x=owl"], "--input x: this is no JSON"],
    [["http://localhost", "a", "b", "--input", "x=[[1],[2,3]]"], "--input x:"],
    [
      ["http://localhost", "a", "b", "--input", "x=@/not/there"],
      "--input x: /not/there can't be read (ENOENT).",
    ],
    [["http://localhost", "a", "b", "--input", "x=1", "--input", "x=2"], "--input x is given twice"],
    [
      ["http://localhost", "a", "b", "--input", "x=1", "--concurrency", "1,65"],
      "--concurrency 65: give a whole number",
    ],
    [
      ["http://localhost", "a", "b", "--input", "x=1", "--seconds", "200"],
      "these are 4 steps of 200 s: at most 50 steps",
    ],
    [["nowhere at all", "a", "b", "--input", "x=1"], "nowhere at all"],
  ])("is told what is wrong with %j", async (words, text) => {
    const { code, err } = await load(...words);
    expect(err).toContain(text);
    expect(code).toBe(2);
  });
});
