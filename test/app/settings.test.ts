import { beforeAll, describe, expect, it } from "vitest";
import { stateOfProbe } from "../../src/app/serving/connection.ts";
import {
  checkAddress,
  checkCount,
  checkHeader,
  checkSeconds,
  checkVersion,
} from "../../src/app/state/check.ts";
import { DEFAULTS, readSettings } from "../../src/app/state/settings.ts";
import { ladder, releaseText, repairOf } from "../../src/app/status/connection-steps.ts";
import type { CallError, ErrorKind } from "../../src/client/index.ts";

beforeAll(() => {
  globalThis.location ??= { protocol: "http:", hash: "" } as Location;
});

describe("a setting", () => {
  it.each([
    ["", undefined],
    ["localhost:8080", undefined],
    ["https://serving.example/prefix", undefined],
    ["/prefix", undefined],
    ["ftp://host", "addressBad"],
    ["not an address", "addressBad"],
    ["http://user:secret@host", "addressExtra"],
    ["http://host/?a=1", "addressExtra"],
  ])("address %j: %s", (text, fault) => {
    expect(checkAddress(text, "http:")).toBe(fault);
  });

  it("has an https address, or this machine's, on a page that came by https", () => {
    expect(checkAddress("http://host:8080", "https:")).toBe("addressMixed");
    expect(checkAddress("http://localhost:8080", "https:")).toBeUndefined();
  });

  it("that is a number is in its range", () => {
    expect([checkVersion("18446744073709551615"), checkVersion("18446744073709551616")]).toEqual([
      undefined,
      "versionBad",
    ]);
    expect([checkVersion("-1"), checkVersion("1.5"), checkVersion("")]).toEqual(Array(3).fill("versionBad"));
    expect([checkSeconds("0.5"), checkSeconds("0"), checkSeconds("x")]).toEqual([
      undefined,
      "secondsBad",
      "secondsBad",
    ]);
    expect([checkCount("1", 8), checkCount("9", 8), checkCount("1.5", 8)]).toEqual([
      undefined,
      "countBad",
      "countBad",
    ]);
  });

  it("of headers has those that browsers send, each once", () => {
    expect(checkHeader(["authorization", "Bearer x"], [])).toBeUndefined();
    expect(checkHeader(["", ""], [])).toBeUndefined();
    expect(checkHeader(["a b", "x"], [])).toBe("headerBad");
    expect(checkHeader(["a", "x\ny"], [])).toBe("headerBad");
    expect(checkHeader(["A", "x"], ["a"])).toBe("headerTwice");
  });

  it("that was stored counts only if it is valid", () => {
    expect(readSettings({ ...DEFAULTS })).toEqual(DEFAULTS);
    const broken = {
      address: "javascript:alert(1)",
      version: "x",
      timeoutMs: -1,
      batchCount: 1e9,
      concurrency: "2",
      metadata: { a: 1 },
      theme: "pink",
      servable: "",
      other: true,
    };
    expect(readSettings(broken)).toEqual({});
  });
});

describe("the ladder", () => {
  const all = { proxy: true, worker: true, servable: true, method: true };
  const states = (...args: Parameters<typeof ladder>) =>
    Object.fromEntries(ladder(...args).map(({ name, state }) => [name, state]));

  it("has every rung fine when all is, CORS only where it matters", () => {
    expect(states("connected", all, false)).toEqual({
      network: "good",
      proxy: "good",
      grpcWeb: "good",
      worker: "good",
      servable: "good",
      method: "good",
    });
    expect(states("connected", all, true).cors).toBe("good");
    expect(states("connected", undefined, false)).toMatchObject({ worker: "good", servable: "unknown" });
  });

  it.each([
    ["offline", "network"],
    ["unreachable", "proxy"],
    ["cors", "cors"],
    ["notGrpcWeb", "grpcWeb"],
    ["unauthorized", "access"],
    ["refused", "access"],
    ["workerDown", "worker"],
    ["noLiveWorker", "servable"],
    ["noServable", "servable"],
    ["noMethod", "method"],
  ] as const)("shows %s as broken at %s, fine before it, unknown after it", (state, broken) => {
    const rungs = ladder(state, { ...all, method: false }, true);
    const at = rungs.findIndex(({ name }) => name === broken);
    expect(rungs.slice(0, at).every((rung) => rung.state === "good")).toBe(true);
    expect(rungs[at]!.state).toBe("bad");
    expect(rungs.slice(at + 1).every((rung) => rung.state === "unknown")).toBe(true);
  });

  it("names one command or setting for each", () => {
    const demo = { command: "npm start --" };
    expect(repairOf("cors", "http://far:1", "http://here:2", demo)).toEqual({
      command: "npm start -- --origin http://here:2",
    });
    expect(repairOf("proxy", "", "http://here", demo)).toEqual({ command: "npm start" });
    expect(repairOf("worker", "", "http://here", demo)).toEqual({ command: "npm start" });
    expect(repairOf("proxy", "http://far", "http://here", demo)).toEqual({ setting: "address" });
    expect(repairOf("method", "", "", demo)).toEqual({ setting: "method" });
  });

  it("names the command as the server was started, and the worker that it has", () => {
    const server = { command: "npx mindspore-serving-web serve", worker: "10.0.0.7:5600" };
    const command = "npx mindspore-serving-web serve --worker 10.0.0.7:5600";
    expect(repairOf("proxy", "", "http://here", server)).toEqual({ command });
    expect(repairOf("worker", "", "http://here", server)).toEqual({ command });
    expect(repairOf("cors", "http://far:1", "http://here:2", server)).toEqual({
      command: `${command} --origin http://here:2`,
    });
  });

  it("says a release as a range or alone", () => {
    expect(releaseText({ from: "1.3", to: "1.4" })).toBe("1.3 – 1.4");
    expect(releaseText({ from: "1.1", to: "1.1" })).toBe("1.1");
    expect(releaseText(undefined)).toBe("");
  });
});

describe("a probe", () => {
  const error = (kind: ErrorKind) => ({ kind }) as CallError;

  it("reports the first thing that fails", () => {
    const up = { proxy: true, worker: true };
    expect(stateOfProbe({ ...up, servable: true, method: true })).toBe("connected");
    expect(stateOfProbe({ ...up, servable: false, error: error("servable-not-available") })).toBe(
      "noServable",
    );
    expect(stateOfProbe({ ...up, servable: false, error: error("worker-down") })).toBe("noLiveWorker");
    expect(stateOfProbe({ ...up, servable: true, method: false })).toBe("noMethod");
    expect(stateOfProbe({ proxy: false, worker: false, error: error("cors") })).toBe("cors");
    expect(stateOfProbe({ proxy: true, worker: false, error: error("worker-down") })).toBe("workerDown");
    expect(stateOfProbe({ ...up, error: error("timeout") })).toBe("workerDown");
    expect(stateOfProbe({ ...up, error: error("queue-full") })).toBe("connected");
  });
});
