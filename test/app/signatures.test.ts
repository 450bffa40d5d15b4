import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Signature } from "../../src/signature/index.ts";

const add: Signature = {
  signature: 1,
  servable: "add",
  methods: { add_common: { inputs: { x1: { kind: "tensor", dtype: "float32", shape: [2, 2] } } } },
};
const resnet50: Signature = { signature: 1, servable: "resnet50", methods: {} };

/** What the page's own server answers, one after another; an error is a network failure. */
let replies: (Response | Error)[];
let asked: string[];
const warn = vi.spyOn(console, "warn");

beforeEach(() => {
  replies = [];
  asked = [];
  warn.mockReset();
  vi.stubGlobal("location", new URL("http://localhost:8080/"));
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    const reply = replies.shift()!;
    if (reply instanceof Error) throw reply;
    return reply;
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The page as it starts: nothing is kept of another test. */
async function page() {
  vi.resetModules();
  const serving = await import("../../src/app/serving/signatures.ts");
  const { changeSettings } = await import("../../src/app/state/settings.ts");
  return { ...serving, changeSettings };
}

it("A signature beside the app is known by its servable and method, and asked for once", async () => {
  replies = [Response.json([add, resnet50])];
  const { bringSignatures, signatureOf, signatures } = await page();
  const told = vi.fn();
  signatures.subscribe(told);
  await Promise.all([bringSignatures(), bringSignatures()]);
  expect(asked).toEqual(["signatures.json"]);
  expect(told).toHaveBeenCalledOnce();
  expect(signatureOf("add", "add_common")).toEqual(add.methods.add_common);
  expect(signatureOf("add", "toString")).toBeUndefined();
  expect(signatureOf("constructor", "name")).toBeUndefined();
});

it("A broken entry is left out with a warning that says what is wrong with it, and the others are known", async () => {
  replies = [
    Response.json([{ ...add, methods: { add_common: { inputs: { x1: { dtype: "float" } } } } }, resnet50]),
  ];
  const { bringSignatures, knownSignatures } = await page();
  await bringSignatures();
  expect([...knownSignatures().keys()]).toEqual(["resnet50"]);
  expect(warn).toHaveBeenCalledOnce();
  expect(warn.mock.calls[0]![0]).toMatch(
    /^signatures\.json, entry 1 is left out: methods\.add_common\.inputs\.x1\.dtype is the string "float": write bool, /,
  );
});

it.each([
  ["a 404", () => Response.json([add], { status: 404 })],
  ["a web page", () => new Response("<!doctype html>", { headers: { "content-type": "text/html" } })],
  ["a document that is no list", () => Response.json(add)],
  ["a network failure", () => new TypeError("Failed to fetch")],
])("Nothing is known, and nothing fails, where the list should be and is %s", async (_, reply) => {
  replies = [reply()];
  const { bringSignatures, knownSignatures } = await page();
  await bringSignatures();
  expect(knownSignatures().size).toBe(0);
  expect(warn).not.toHaveBeenCalled();
});

it("After a network failure the signatures are asked for again by the next who needs them", async () => {
  replies = [new TypeError("Failed to fetch"), Response.json([add])];
  const { bringSignatures, signatureOf } = await page();
  await bringSignatures();
  await bringSignatures();
  expect(signatureOf("add", "add_common")).toBeDefined();
});

it("Nothing is known while the page calls another origin, whose servables may be others of the same name", async () => {
  replies = [Response.json([add])];
  const { bringSignatures, knownSignatures, signatureOf, changeSettings } = await page();
  await bringSignatures();
  changeSettings({ address: "http://far:8080" });
  expect(signatureOf("add", "add_common")).toBeUndefined();
  expect(knownSignatures().size).toBe(0);
  changeSettings({ address: "/prefix" });
  expect(signatureOf("add", "add_common")).toBeDefined();
});
