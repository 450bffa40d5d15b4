import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connection, found } from "../../src/app/serving/connection.ts";
import { keepWatching, look, probe } from "../../src/app/serving/watch.ts";
import { page } from "../../src/app/state/route.ts";
import { changeSettings } from "../../src/app/state/settings.ts";
import type { ProbeResult } from "../../src/client/index.ts";

/** Probes under way, by the servable that they ask for. */
const probes = new Map<string, { signal: AbortSignal; answer: (result: Partial<ProbeResult>) => void }>();

vi.mock("../../src/app/serving/client-for.ts", () => ({
  clientFor: async ({ servable }: { servable: string }) => ({
    probe: ({ signal }: { signal: AbortSignal }) =>
      new Promise((answer, fail) => {
        signal.addEventListener("abort", () => fail(signal.reason));
        probes.set(servable, { signal, answer: answer as () => void });
      }),
  }),
}));

/** What the page's looks meet, one after another. */
interface Look {
  answer: (reply: Response) => void;
  fail: (error: Error) => void;
}
let looks: Look[];

const window = new EventTarget();
beforeEach(() => {
  looks = [];
  probes.clear();
  connection.set("connected");
  page.set("classify");
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("location", new URL("http://localhost:8080/"));
  vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
  vi.stubGlobal("sessionStorage", { getItem: () => null, setItem: () => {} });
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("fetch", () => new Promise((answer, fail) => looks.push({ answer, fail })));
  changeSettings({ address: "" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const timeOut = () => new DOMException("", "TimeoutError");

describe("a look at the proxy", () => {
  it("does not report on an address that was set while it was under way", async () => {
    for (const end of ["fail", "answer"] as const) {
      changeSettings({ address: "http://old:8080" });
      const looking = look();
      changeSettings({ address: "" });
      const [{ fail, answer }] = looks.splice(0) as [Look];
      if (end === "fail") fail(new TypeError("Failed to fetch"));
      else answer(new Response(null, { status: 503 }));
      await looking;
      expect(connection.value).toBe("connected");
    }
  });

  it("that takes too long leaves what a call found, as uploads may hold it up", async () => {
    const looking = look();
    looks[0]!.fail(timeOut());
    await looking;
    expect(connection.value).toBe("connected");
    connection.set("checking");
    const first = look();
    looks[1]!.fail(timeOut());
    await first;
    expect(connection.value).toBe("unreachable");
  });

  it("probes for a servable that was not there, which Serving may have loaded since", async () => {
    connection.set("noServable");
    const looking = look();
    looks[0]!.answer(new Response(null, { status: 200 }));
    await expect.poll(() => probes.has("resnet50")).toBe(true);
    probes.get("resnet50")!.answer({ servable: true, method: true });
    await looking;
    expect(connection.value).toBe("connected");
  });
});

describe("a probe", () => {
  it("ends when the page calls another method, whose inputs it can't tell", async () => {
    vi.useFakeTimers();
    keepWatching();
    const probing = probe();
    await vi.advanceTimersByTimeAsync(0);
    page.set("add");
    probes.get("resnet50")!.answer({ servable: true, method: true, inputs: ["image"] });
    await probing;
    expect(found.value).toBeUndefined();
    await vi.advanceTimersByTimeAsync(600);
    probes.get("add")!.answer({ servable: true, method: true, inputs: ["x1", "x2"] });
    await vi.advanceTimersByTimeAsync(0);
    expect(found.value?.inputs).toEqual(["x1", "x2"]);
  });
});
