/**
 * A page of Chromium that is driven over DevTools' own pipe, with as little of DevTools on as that takes: Playwright and
 * Puppeteer have its network part on, with which an upload takes many times as long.
 */

import type { Readable, Writable } from "node:stream";
import { startChromium } from "../chromium.ts";

export interface DrivenPage {
  /** What an expression, or the promise that it is, gives as JSON. @throws Error with the page's own */
  evaluate(expression: string): Promise<unknown>;
  /** Drops files of this machine in the middle of the window. */
  drop(paths: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

type Values = Record<string, unknown>;
type Message = { id?: number; result?: Values; error?: { message: string } };

const WINDOW = { width: 1440, height: 900 };

/** @param before a script that runs in the page before its own */
export async function openDrivenPage(url: string, before: string): Promise<DrivenPage> {
  const { child, close } = await startChromium(
    ["--remote-debugging-pipe", `--window-size=${WINDOW.width},${WINDOW.height}`, "about:blank"],
    ["ignore", "ignore", "ignore", "pipe", "pipe"],
  );
  const ask = talk(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { targetInfos } = (await ask("Target.getTargets")) as { targetInfos: Values[] };
  const page = targetInfos.find(({ type }) => type === "page")!;
  const { sessionId } = await ask("Target.attachToTarget", { targetId: page.targetId, flatten: true });
  const inPage = (method: string, params?: Values) => ask(method, params, sessionId as string);
  await inPage("Page.enable");
  await inPage("Page.addScriptToEvaluateOnNewDocument", { source: before });
  await inPage("Page.navigate", { url });
  return {
    async evaluate(expression) {
      const { result, exceptionDetails } = (await inPage("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })) as { result: { value: unknown }; exceptionDetails?: { exception: { description: string } } };
      if (exceptionDetails) throw new Error(`in the page: ${exceptionDetails.exception.description}`);
      return result.value;
    },
    async drop(files) {
      const at = { x: WINDOW.width / 2, y: WINDOW.height / 2 };
      const data = { items: [], files, dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"]) {
        await inPage("Input.dispatchDragEvent", { type, ...at, data });
      }
    },
    close,
  };
}

/** DevTools' protocol: JSON, each message ended by a zero; an answer has its question's number. */
function talk(to: Writable, from: Readable) {
  const waiting = new Map<number, { done(result: Values): void; fail(error: Error): void }>();
  let lastId = 0;
  let text = "";
  from.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = (text + chunk).split("\0");
    text = messages.pop()!;
    for (const message of messages) receive(JSON.parse(message) as Message);
  });
  from.on("close", () => {
    for (const { fail } of waiting.values()) fail(new Error("Chromium has ended"));
  });
  function receive({ id, result, error }: Message): void {
    if (id === undefined) return;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.fail(new Error(error.message));
    else asked?.done(result ?? {});
  }
  return (method: string, params: Values = {}, sessionId?: string) =>
    new Promise<Values>((done, fail) => {
      const id = ++lastId;
      waiting.set(id, { done, fail });
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
}
