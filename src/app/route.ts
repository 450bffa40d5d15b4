/** The page's two places, as the part of the address behind `#`. */

import { store } from "./store.ts";

export const PAGES = ["classify", "add"] as const;

export type PageName = (typeof PAGES)[number];

/** The place that an address means; anything unknown is the first one. */
export function pageOf(hash: string): PageName {
  const name = hash.replace(/^#\/?/, "");
  return PAGES.find((page) => page === name) ?? PAGES[0];
}

/** The place now shown. */
export const page = store<PageName>(pageOf(globalThis.location?.hash ?? ""));

/** Follows links and the browser's back button. */
export function followAddress(): void {
  window.addEventListener("hashchange", () => page.set(pageOf(location.hash)));
}

export function goTo(name: PageName): void {
  location.hash = `#/${name}`;
}
