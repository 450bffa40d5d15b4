/** `useInfer` where pages are rendered on a server: nothing is called there. */

import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { createElement, StrictMode } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { createSSRApp, defineComponent, h } from "vue";
import { renderToString as renderVue } from "vue/server-renderer";
import { useInfer } from "../../src/react/index.ts";
import { useInfer as useVueInfer } from "../../src/vue/index.ts";
import { HeldCalls } from "./held-calls.ts";
import { textOf } from "./mounted.ts";

const held = new HeldCalls();

function Page() {
  return createElement("p", null, textOf(useInfer(held)));
}

const VuePage = defineComponent(() => {
  const { data, error, isPending, progress } = useVueInfer(held);
  const [words, bytes] = [error.value, progress.value];
  return () =>
    h("p", textOf({ data: data.value, error: words, isPending: isPending.value, progress: bytes }));
});

it("React's renderToString shows that nothing was called yet, and calls nothing", () => {
  expect(renderToString(createElement(StrictMode, null, createElement(Page)))).toBe("<p>idle</p>");
  expect(held.calls).toEqual([]);
});

it("React's renderToPipeableStream shows the same", async () => {
  const { pipe } = renderToPipeableStream(createElement(Page));
  expect(await text(pipe(new PassThrough()))).toBe("<p>idle</p>");
  expect(held.calls).toEqual([]);
});

it("Vue's renderToString shows the same", async () => {
  expect(await renderVue(createSSRApp(VuePage))).toBe("<p>idle</p>");
  expect(held.calls).toEqual([]);
});
