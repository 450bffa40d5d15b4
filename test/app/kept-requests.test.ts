/** Requests that are kept: saved by name, past calls with their replies, and both as a JSON file. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  addCalls,
  clearHistory,
  history,
  type PastCall,
  readHistory,
  remember,
} from "../../src/app/playground/kept/history.ts";
import { saveAll, saveBeside, sortImport } from "../../src/app/playground/kept/import.ts";
import { isCut, keptReply, oldAnswer } from "../../src/app/playground/kept/kept-reply.ts";
import { readRequestFile } from "../../src/app/playground/kept/request-file.ts";
import { fileContents, requestsText, requestText } from "../../src/app/playground/kept/request-text.ts";
import {
  MAX_SAVED,
  remove,
  rename,
  type SavedRequest,
  save,
  saved,
} from "../../src/app/playground/kept/saved.ts";
import { type Draft, emptyDraft, FIRST } from "../../src/app/playground/request/draft.ts";
import { readRequest } from "../../src/app/playground/request/read-request.ts";
import * as library from "../../src/client/index.ts";
import { type OutputValue, tensor } from "../../src/client/index.ts";
import { drafts } from "./drafts.ts";

/** Of a browser: `full` lets in no more than that many characters. */
function storage(full = Number.POSITIVE_INFINITY): Storage {
  const kept = {} as Record<string, string>;
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, value: string) {
      const others = Object.entries(kept).filter(([other]) => other !== key);
      const size = others.reduce((sum, [, text]) => sum + text.length, value.length);
      if (size > full) throw new DOMException("full", "QuotaExceededError");
      kept[key] = value;
    },
    removeItem: (key: string) => delete kept[key],
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(kept, name, { value, enumerable: false });
  }
  return kept as unknown as Storage;
}

const ADD = { servable: "add", method: "add_common", version: "0" };
const request = (name: string, change: Partial<SavedRequest> = {}): SavedRequest => ({
  ...ADD,
  name,
  at: 1,
  instances: [FIRST],
  ...change,
});
const past = (at: number, change: Partial<PastCall> = {}): PastCall => ({
  ...ADD,
  at,
  ms: 2,
  failed: false,
  instances: [FIRST],
  ...change,
});
const draft = (change: Partial<Draft>): Draft => ({ ...emptyDraft("x"), ...change });

beforeEach(() => {
  vi.stubGlobal("localStorage", storage());
  saved.set([]);
  history.set([]);
  return () => vi.unstubAllGlobals();
});

describe("a request that is saved by name", () => {
  it("is there again with all that is written, and by the order of names", () => {
    const written = [draft({ text: "1 1\n1 inf", shape: "2, 2" }), draft({ name: "y", text: "[[1," })];
    save(request("b 10", { instances: [written] }));
    save(request("b 9"));
    expect(saved.value.map(({ name }) => name)).toEqual(["b 9", "b 10"]);
    expect(saved.value[1]!.instances).toEqual([written]);
  });

  it("keeps of files their names and sizes alone", () => {
    save(request("photo", { instances: [[draft({ kind: "bytes", file: new File(["abc"], "p.jpg") })]] }));
    expect(saved.value[0]!.instances[0]![0]!.file).toEqual({ name: "p.jpg", size: 3 });
  });

  it("that is too large is told with its size, and what was kept before stays", () => {
    save(request("mine"));
    const text = "1".repeat(MAX_SAVED);
    expect(save(request("mine", { instances: [[draft({ text })]] }))).toMatchObject({ fault: "large" });
    expect(saved.value[0]!.instances).toEqual([FIRST]);
  });

  it("that a full storage does not take is told, and what was kept before stays", () => {
    vi.stubGlobal("localStorage", storage(600));
    expect(save(request("mine"))).toBeUndefined();
    expect(save(request("other", { instances: [FIRST, FIRST, FIRST] }))).toEqual({ fault: "full" });
    expect(saved.value.map(({ name }) => name)).toEqual(["mine"]);
  });

  it("keeps its old name where there is no room for it under the new one", () => {
    vi.stubGlobal("localStorage", storage(600));
    save(request("mine"));
    expect(rename(saved.value[0]!, "n".repeat(90))).toEqual({ fault: "full" });
    expect(saved.value.map(({ name }) => name)).toEqual(["mine"]);
  });

  it("overwrites none that another tab has saved meanwhile", () => {
    save(request("mine"));
    localStorage.setItem("request:theirs", JSON.stringify(request("theirs")));
    save(request("mine too"));
    remove("mine");
    expect(saved.value.map(({ name }) => name)).toEqual(["mine too", "theirs"]);
  });

  it("is none where the storage holds something else", () => {
    for (const [i, kept] of [
      "{",
      "null",
      "[]",
      '{"name":"x"}',
      JSON.stringify(request("other")),
      JSON.stringify(request("5", { at: 1e300 })),
    ].entries()) {
      localStorage.setItem(`request:${i}`, kept);
    }
    save(request("mine"));
    expect(saved.value.map(({ name }) => name)).toEqual(["mine"]);
  });
});

describe("a request's JSON file", () => {
  it("gives back the values of every kind and dtype as they are", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (instances) => {
        const read = readRequestFile(requestText({ ...ADD, version: "3", instances }));
        if (!("target" in read)) throw new Error(JSON.stringify(read));
        expect(read.target).toEqual({ ...ADD, version: "3" });
        const values = await readRequest(instances, library);
        expect(values).toHaveProperty("instances");
        expect(await readRequest(read.instances, library)).toEqual(values);
      }),
    );
  });

  it("takes the contents of chosen files along", async () => {
    const instances = [[draft({ kind: "bytes", file: new File([new Uint8Array([0, 255, 7])], "p.jpg") })]];
    const read = readRequestFile(requestText({ ...ADD, instances }, await fileContents(instances)));
    const file = ("instances" in read && read.instances[0]![0]!.file) as File;
    expect([file.name, ...new Uint8Array(await file.arrayBuffer())]).toEqual(["p.jpg", 0, 255, 7]);
  });

  it.each(["docs/playground.md", "docs/playground.zh-CN.md"])("of the kind that %s shows is read", (path) => {
    const [one, many] = [...readFileSync(path, "utf8").matchAll(/```json\n(.*?)```/gs)].map(
      ([, text]) => text!,
    );
    const first = readRequestFile(one!);
    expect(first).toMatchObject({ target: ADD });
    expect("instances" in first && first.instances[0]![1]).toMatchObject({
      dtype: "float16",
      text: "[[2,nan]]",
    });
    expect(readRequestFile(many!)).toMatchObject({ requests: [{ name: "a large number" }], faults: [] });
  });

  it("may hold instances alone, as Serving's RESTful service takes them", () => {
    expect(readRequestFile('{"instances": [{"x": 3}]}')).toMatchObject({ instances: [[{ text: "3" }]] });
    expect(readRequestFile('[{"x": 3}]')).not.toHaveProperty("target");
  });

  it.each([
    ["{", "noJson"],
    ["3", "fileFormat"],
    [`[${"{},".repeat(1000)}{}]`, "jsonMany"],
    ['{"name": "package"}', "fileFormat"],
    ['{"format": "other"}', "fileFormat"],
    ['{"format": "mindspore-serving-web/request", "formatVersion": 2}', "fileVersion"],
    [
      '{"format": "mindspore-serving-web/request", "formatVersion": 1, "servable": "a", "method": 3}',
      "entryTarget",
    ],
    [
      '{"format": "mindspore-serving-web/request", "formatVersion": 1, "servable": "a", "method": "m"}',
      "noInstances",
    ],
  ])("%s is refused as %s", (text, fault) => {
    expect(readRequestFile(text)).toMatchObject({ fault });
  });
});

describe("a JSON file of saved requests and history", () => {
  const file = (requests: unknown[], past: unknown[] = []) =>
    JSON.stringify({ format: "mindspore-serving-web/requests", formatVersion: 1, requests, history: past });
  const good = { name: "good", servable: "a", method: "m", instances: [{ x: 3 }] };

  it("gives both back as they were", () => {
    const reply = keptReply({ answers: [{ outputs: { y: tensor([1n], "int64") } }] });
    const calls = [past(5, { failed: true, reply }), past(3)];
    const read = readRequestFile(requestsText([request("two “matrices”", { at: 7 })], calls));
    expect(read).toMatchObject({
      requests: [{ ...ADD, name: "two “matrices”", at: 7 }],
      history: [{ at: 5, failed: true, reply }, { at: 3 }],
      faults: [],
    });
  });

  it("gives what is sound, and tells of the others which entry and what is wrong with it", () => {
    const read = readRequestFile(
      file(
        [
          good,
          { ...good, name: "bad", instances: [{ x: null }] },
          { ...good, name: " " },
          3,
          { ...good, method: "" },
        ],
        [{ ...good, at: "yesterday", ms: 1, failed: false }],
      ),
    );
    expect(read).toMatchObject({
      requests: [{ name: "good" }],
      history: [],
      faults: [
        { place: "requests[1] “bad”", fault: { fault: "jsonValue", about: "instances[0].x" } },
        { place: "requests[2] “ ”", fault: { fault: "savedNameEmpty" } },
        { place: "requests[3]", fault: { fault: "entryNone" } },
        { place: "requests[4] “good”", fault: { fault: "entryTarget" } },
        { place: "history[0] “good”", fault: { fault: "entryTime" } },
      ],
    });
  });

  it("is put beside what is there: the same is not taken twice, another one of a name is asked about", () => {
    save(request("same"));
    save(request("other"));
    const spaced = request("same", { instances: [FIRST.map((one) => ({ ...one, text: "1 1\n1 1" }))] });
    const other = request("other", { method: "subtract" });
    const sorted = sortImport([request("new"), spaced, other]);
    expect(sorted).toEqual({ fresh: [request("new")], same: 1, clashing: [other] });
    saveBeside(sorted.clashing);
    saveBeside(sorted.clashing);
    expect(saved.value.map(({ name, method }) => [name, method])).toEqual([
      ["other", "add_common"],
      ["other (2)", "subtract"],
      ["other (3)", "subtract"],
      ["same", "add_common"],
    ]);
    expect(saveAll(sorted.clashing)).toEqual([]);
    expect(saved.value[0]!.method).toBe("subtract");
  });
});

describe("history", () => {
  const again = (outputs: Record<string, OutputValue>) => {
    const answer = oldAnswer(JSON.parse(JSON.stringify(keptReply({ answers: [{ outputs }] }))), library);
    const [first] = answer && "answers" in answer ? answer.answers : [];
    return first && "outputs" in first ? first.outputs : undefined;
  };

  it("gives back the values of a reply as they were", () => {
    const outputs = {
      t: tensor(
        [
          [1.5, Number.NaN],
          [-0, Number.POSITIVE_INFINITY],
        ],
        "float16",
      ),
      i: tensor([2n ** 63n - 1n], "int64"),
      b: true,
      n: Number.NaN,
      z: -0,
      big: 2n ** 64n - 1n,
      s: "ox 牛",
      bytes: new Uint8Array([0, 255]),
      list: ["a", "b"],
      none: [],
    };
    expect(again(outputs)).toEqual(outputs);
  });

  it("keeps outputs of any name, such as those that JSON of values has for itself", () => {
    for (const name of ["bytes", "number", "__proto__"]) {
      expect(again(Object.fromEntries([[name, "text"]]))).toEqual(Object.fromEntries([[name, "text"]]));
    }
  });

  it("keeps of large values their beginning, and says what they were", () => {
    const kept = again({
      t: tensor(new Float32Array(1e6), "float32", [1000, 1000]),
      s: "x".repeat(5000),
      b: new Uint8Array(5000),
      l: Array.from({ length: 100 }, (_, i) => `line ${i}`),
    })!;
    expect(Object.values(kept).every(isCut)).toBe(true);
    expect(Object.values(kept)).toMatchObject([
      { of: "float32 (1000, 1000)" },
      { of: "string (5000)" },
      { of: "bytes (5000)" },
      { of: "string × 100" },
    ]);
    expect(JSON.stringify(kept).length).toBeLessThan(10_000);
  });

  it("keeps the answers of a large call as far as there is room, and says how many are not there", () => {
    const answers = Array.from({ length: 1000 }, () => ({ outputs: { y: "y".repeat(1000) } }));
    const reply = keptReply({ answers });
    expect(JSON.stringify(reply).length).toBeLessThan(25_000);
    expect("answers" in reply && reply.answers.length + reply.more!).toBe(1000);
  });

  it("of an earlier page, without replies, is read still; a reply that is none is left out", () => {
    expect(readHistory([past(1), { ...past(2), reply: { answers: [3] } }, past(1e300)])).toEqual([
      past(1),
      past(2),
    ]);
  });

  it("overwrites no call that another tab has kept meanwhile", () => {
    remember(past(1));
    localStorage.setItem("history", JSON.stringify([past(2), past(1)]));
    remember(past(3));
    expect(history.value.map(({ at }) => at)).toEqual([3, 2, 1]);
  });

  it("keeps the newest calls where the storage is full", () => {
    vi.stubGlobal("localStorage", storage(1500));
    for (let at = 1; at <= 20; at++) remember(past(at));
    const kept = readHistory(JSON.parse(localStorage.getItem("history")!));
    expect(kept[0]!.at).toBe(20);
    expect(kept.length).toBeGreaterThan(1);
  });

  it("that is cleared comes back with Undo, beside what was called meanwhile", () => {
    remember(past(1));
    const undo = clearHistory();
    remember(past(2));
    undo();
    expect(history.value.map(({ at }) => at)).toEqual([2, 1]);
    expect(addCalls([past(1)])).toBe(0);
  });
});
