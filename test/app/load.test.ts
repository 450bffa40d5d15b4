/** What the page Load makes of what is written: a plan, a command line, a table. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandLine } from "../../src/app/load/command-line.ts";
import { bytesOf, withBytes } from "../../src/app/load/instance-bytes.ts";
import { loadCsv } from "../../src/app/load/load-csv.ts";
import { MODEST, mostAtOnce, mostCalls, type PlanTexts, readPlan } from "../../src/app/load/plan.ts";
import { apart, roundUp } from "../../src/app/load/scale.ts";
import { parseLoadOptions } from "../../src/cli/load/load-options.ts";
import { readInputs } from "../../src/cli/load/read-inputs.ts";
import { type Instance, int64, tensor } from "../../src/client/index.ts";
import type { StepResult } from "../../src/load/index.ts";

function planOf(texts: Partial<PlanTexts>) {
  const read = readPlan({ ...MODEST, ...texts });
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.plan;
}
const faultsOf = (texts: Partial<PlanTexts>) => {
  const read = readPlan({ ...MODEST, ...texts });
  return "faults" in read ? read.faults : undefined;
};

describe("a plan of a sweep", () => {
  it("is each width with each batch size, once, in the order of the command", () => {
    const { sizes, limits } = planOf({ concurrency: "1, 2，2", batch: "1 8", seconds: "3", calls: "10" });
    expect(sizes.map(({ concurrency, batch }) => [concurrency, batch])).toEqual([
      [1, 1],
      [2, 1],
      [1, 8],
      [2, 8],
    ]);
    expect(limits).toEqual({ ms: 3000, calls: 10 });
  });

  it("tells the most calls, with the one before each step, and the most instances under way", () => {
    const plan = planOf({ concurrency: "1, 4", batch: "8, 2", calls: "10" });
    expect([mostCalls(plan), mostAtOnce(plan)]).toEqual([44, 32]);
  });

  it.each<[Partial<PlanTexts>, object]>([
    [{ concurrency: "1, 65" }, { concurrency: { fault: "list", most: 64 } }],
    [{ concurrency: "" }, { concurrency: { fault: "list", most: 64 } }],
    [{ batch: "0" }, { batch: { fault: "list", most: 1000 } }],
    [{ batch: "1.5" }, { batch: { fault: "list", most: 1000 } }],
    [{ seconds: "601" }, { seconds: { fault: "number", most: 600 } }],
    [{ calls: "100001" }, { calls: { fault: "number", most: 100_000 } }],
    [{ calls: "-1" }, { calls: { fault: "number", most: 100_000 } }],
    [{ seconds: "300" }, { seconds: { fault: "seconds", steps: 3, seconds: 300 } }],
    [
      { concurrency: "1 2 3 4 5 6 7 8 9 10 11", batch: "1 2 3 4 5" },
      { concurrency: { fault: "steps", steps: 55 } },
    ],
    [
      { concurrency: "x", calls: "y" },
      { concurrency: { fault: "list", most: 64 }, calls: { fault: "number", most: 100_000 } },
    ],
  ])("passes no bound: %j", (texts, faults) => {
    expect(faultsOf(texts)).toEqual(faults);
  });
});

describe("the command line of a sweep", () => {
  const TARGET = { servable: "add", method: "add_common", version: "0" };
  const line = (instance: Instance, target = TARGET, own = "npx mindspore-serving-web serve") =>
    commandLine(own, "http://localhost:8080", target, planOf({ batch: "1, 3" }), 60_000, instance);
  /** As a shell reads it. */
  const wordsOf = (text: string) =>
    execFileSync("sh", ["-c", text.replace(/^npx mindspore-serving-web load/, "printf '%s\\0'")])
      .toString()
      .split("\0")
      .slice(0, -1);
  const read = (instance: Instance) => parseLoadOptions(wordsOf(line(instance)!))!;

  it("is read by the command as the same sweep", () => {
    const plan = planOf({ batch: "1, 3" });
    const options = read({ x: tensor([[1, 2]]) });
    expect(options).toMatchObject({
      ...plan,
      address: "http://localhost:8080",
      version: 0,
      timeoutMs: 60_000,
    });
    expect(line({}, { ...TARGET, version: "3" })).toContain(" --version 3 ");
  });

  it("says values as the command reads them, whatever is in them", () => {
    const values: Instance = {
      list: tensor([
        [1, 2.5],
        [3, -4],
      ]),
      odd: tensor([Number.NaN, 1]),
      empty: tensor([], "float32", [0, 2]),
      int: tensor([1n, 2n ** 60n]),
      one: int64(2n ** 62n),
      text: `it's "quoted" $HOME \\ 中文`,
      yes: true,
      bytes: Uint8Array.of(0, 255, 39),
    };
    expect(readInputs(read(values).inputs)).toEqual(values);
    expect(line({ x: tensor([[1, 2]]) })).toContain("--input 'x=[[1,2]]'");
  });

  it("is npm's where the page is served from a clone", () => {
    const text = line({ x: tensor([1]) }, TARGET, "npm start --")!;
    expect(text).toMatch(/^npm run --silent load -- http:/);
    const script = text.split(" ")[3]!;
    expect(JSON.parse(readFileSync("package.json", "utf8")).scripts).toHaveProperty(script);
  });

  it("names a file by its name, and is none where a value is too long for a line", () => {
    expect(line({ image: new File(["x"], "my photo.jpg") })).toContain("--input 'image=@my photo.jpg'");
    expect(line({ x: tensor(new Float32Array(5000)) })).toBeUndefined();
    expect(line({ x: "x".repeat(5000) })).toBeUndefined();
    expect(line({ x: new Uint8Array(2000) })).toBeUndefined();
  });
});

describe("an instance that is sent again and again", () => {
  it("has its files in memory, and a size", async () => {
    const sent = await withBytes({ image: new File(["owl"], "owl.jpg"), n: int64(1n), text: "ab" });
    expect(sent.image).toEqual(new TextEncoder().encode("owl"));
    expect(bytesOf(sent)).toBe(5);
    expect(bytesOf({ x: tensor(new Float64Array(10)) })).toBe(80);
  });
});

it("a sweep's CSV has a row for each step, with its failures by kind", () => {
  const step: StepResult = {
    ...{ concurrency: 2, batch: 4, calls: 3, ms: 12.5, perSecond: 40, p50: 1, p95: 2, p99: 3 },
    times: [1, 2, 3],
    errors: { "model-failed": 2, timeout: 4 },
  };
  const none = { ...step, calls: 0, p50: Number.NaN, p95: Number.NaN, p99: Number.NaN, errors: {} };
  const target = { servable: "add", method: "add_common", version: "0" };
  const [head, ...rows] = loadCsv({ address: "http://localhost", target, results: [step, none] });
  expect(head).toContain("answers_per_second");
  expect(rows[0]).toEqual([
    ...["http://localhost", "add", "add_common", "0", 2, 4, 3, 12.5, 40, 1, 2, 3, 6],
    "2 model-failed; 4 timeout",
  ]);
  expect(rows[1]!.slice(9)).toEqual([undefined, undefined, undefined, 0, ""]);
  expect(rows.every((row) => row.length === head!.length)).toBe(true);
});

it.each([
  [0, 1],
  [0.03, 0.05],
  [1, 1],
  [1.2, 2],
  [717, 1000],
  [5001, 10_000],
])("a scale for %d ends at %d", (figure, end) => {
  expect(roundUp(figure)).toBeCloseTo(end);
});

it.each([
  [
    [10, 50],
    [10, 50],
  ],
  [
    [20, 10, 12],
    [40, 10, 25],
  ],
  [
    [99, 98],
    [100, 85],
  ],
])("names of lines that end at %j stand at %j, apart and in the picture", (wanted, places) => {
  expect(apart(wanted, 15, 100)).toEqual(places);
});
