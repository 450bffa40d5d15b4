// @vitest-environment happy-dom
/** A page that a server has rendered with `useInfer`: the component takes it over as it is, and then calls. */

import { act, createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, it, onTestFinished, vi } from "vitest";
import { createSSRApp, defineComponent, h, nextTick } from "vue";
import { renderToString as renderVue } from "vue/server-renderer";
import { useInfer } from "../../src/react/index.ts";
import { useInfer as useVueInfer } from "../../src/vue/index.ts";
import { HeldCalls } from "./held-calls.ts";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** What the frameworks say when a page is not as they expect it. */
function complaints(): unknown[] {
  const said: unknown[] = [];
  for (const name of ["error", "warn"] as const) {
    vi.spyOn(console, name).mockImplementation((...words) => void said.push(words));
  }
  onTestFinished(() => void vi.restoreAllMocks());
  return said;
}

function pageOf(html: string): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML = html;
  return page;
}

it("React's component takes a server's page over without a complaint, and its button calls", async () => {
  const said = complaints();
  const held = new HeldCalls();
  function Page() {
    const { infer, isPending } = useInfer(held);
    return createElement(
      "button",
      { type: "button", onClick: () => infer(1) },
      isPending ? "pending" : "idle",
    );
  }
  const page = pageOf(renderToString(createElement(Page)));
  document.body.append(page);
  const button = page.querySelector("button")!;
  const root = await act(async () => hydrateRoot(page, createElement(Page)));
  await act(async () => button.click());
  expect([button.textContent, held.calls.length]).toEqual(["pending", 1]);
  await act(async () => root.unmount());
  expect([held.aborted, said]).toEqual([[true], []]);
});

it("Vue's component does, too", async () => {
  const said = complaints();
  const held = new HeldCalls();
  const Page = defineComponent(() => {
    const { infer, isPending } = useVueInfer(held);
    return () => h("button", { onClick: () => infer(1) }, isPending.value ? "pending" : "idle");
  });
  const page = pageOf(await renderVue(createSSRApp(Page)));
  const button = page.querySelector("button")!;
  const app = createSSRApp(Page);
  app.mount(page);
  button.click();
  await nextTick();
  expect([button.textContent, held.calls.length]).toEqual(["pending", 1]);
  app.unmount();
  expect([held.aborted, said]).toEqual([[true], []]);
});
