import { describe, expect, it } from "vitest";
import { demoFacts } from "../../src/app/classify/demo-note.ts";
import { stateAfterCall, stateAfterLook } from "../../src/app/serving/connection.ts";
import { serverIn } from "../../src/app/state/own-server.ts";
import { pageOf } from "../../src/app/state/route.ts";
import { store } from "../../src/app/state/store.ts";
import { type ErrorKind, errorKinds } from "../../src/client/index.ts";

describe("the connection", () => {
  it("is what a call met on its way; an answer of the worker's own is a connection", () => {
    expect(stateAfterCall(undefined, "noMethod")).toBe("connected");
    expect(stateAfterCall("method-not-available", "checking")).toBe("connected");
    expect(stateAfterCall("queue-full", "unreachable")).toBe("connected");
    expect(stateAfterCall("worker-down", "connected")).toBe("workerDown");
    expect(stateAfterCall("worker-down", "connected", true)).toBe("noLiveWorker");
    expect(stateAfterCall("proxy-unreachable", "connected")).toBe("unreachable");
    expect(stateAfterCall("cors", "connected")).toBe("cors");
    expect(stateAfterCall("not-grpc-web", "connected")).toBe("notGrpcWeb");
    expect(stateAfterCall("offline", "connected")).toBe("offline");
    expect(stateAfterCall("unauthorized", "connected")).toBe("unauthorized");
    expect(stateAfterCall("refused", "connected")).toBe("refused");
    expect(stateAfterCall("invalid-input", "unauthorized")).toBe("connected");
    expect(stateAfterCall("invalid-input", "noServable")).toBe("noServable");
  });

  it("is broken by just those kinds of error that prove no worker reached", () => {
    const kinds = Object.keys(errorKinds) as ErrorKind[];
    const breaking = kinds.filter((kind) => stateAfterCall(kind, "connected") !== "connected");
    expect(breaking).toEqual(kinds.filter((kind) => errorKinds[kind].reached !== "worker"));
  });

  it("is what healthz says; a server without it does not undo what a call found", () => {
    expect(stateAfterLook(200, "unreachable")).toBe("connected");
    expect(stateAfterLook(200, "noLiveWorker")).toBe("connected");
    expect(stateAfterLook(503, "connected")).toBe("workerDown");
    expect(stateAfterLook(200, "noServable")).toBe("noServable");
    expect(stateAfterLook(200, "unauthorized")).toBe("unauthorized");
    expect(stateAfterLook(200, "refused")).toBe("refused");
    expect(stateAfterLook(404, "checking")).toBe("unreachable");
    expect(stateAfterLook(404, "connected")).toBe("connected");
    expect(stateAfterLook(404, "workerDown")).toBe("workerDown");
    expect(stateAfterLook(undefined, "connected")).toBe("connected");
    expect(stateAfterLook(undefined, "checking")).toBe("unreachable");
  });
});

describe("the demo's facts", () => {
  it("are taken only in the form that the demo gives", () => {
    const facts = { release: "1.5", model: "EfficientNet-B0" };
    expect(demoFacts({ demo: true, ...facts })).toEqual({ ...facts, real: false });
    expect(demoFacts({ demo: true, real: true, ...facts })).toEqual({ ...facts, real: true });
    for (const said of [
      undefined,
      null,
      3,
      "x",
      [],
      {},
      { demo: false, ...facts },
      { demo: true, model: 3 },
    ]) {
      expect(demoFacts(said)).toBeUndefined();
    }
  });
});

describe("what the page's server says of its start", () => {
  it("is taken only in the form that the commands give", () => {
    expect(serverIn({ demo: true, command: "npm start --" })).toEqual({ command: "npm start --" });
    expect(serverIn({ demo: false, command: "npm start --", worker: "a:1" })).toEqual({
      command: "npm start --",
      worker: "a:1",
    });
    for (const said of [undefined, null, 3, "x", [], {}, { command: 3 }, { worker: "a:1" }]) {
      expect(serverIn(said)).toBeUndefined();
    }
  });
});

describe("the address", () => {
  it.each([
    ["", "classify"],
    ["#/classify", "classify"],
    ["#/add", "add"],
    ["#add", "add"],
    ["#/playground?servable=add&method=add_cast", "playground"],
    ["#/nowhere", "classify"],
  ])("%j is the page %s", (hash, name) => {
    expect(pageOf(hash)).toBe(name);
  });
});

describe("a store", () => {
  it("tells of changes, and only of changes, until somebody no longer listens", () => {
    const one = store(1);
    let told = 0;
    const stop = one.subscribe(() => told++);
    one.set(1);
    one.set(2);
    expect([one.value, told]).toEqual([2, 1]);
    stop();
    one.set(3);
    expect([one.value, told]).toEqual([3, 1]);
  });
});
