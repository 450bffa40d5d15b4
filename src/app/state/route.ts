/** The page's places and what they are set to, as the part of the address behind `#`: `#/playground?servable=add`. */

import { store } from "./store.ts";

export const PAGES = ["classify", "live", "evaluate", "add", "playground", "load", "inspector"] as const;

export type PageName = (typeof PAGES)[number];

/** The place that an address means; anything unknown is the first one. */
export function pageOf(hash: string): PageName {
  const name = hash.replace(/^#\/?/, "").split("?", 1)[0];
  return PAGES.find((page) => page === name) ?? PAGES[0];
}

/** What stands behind the place's name. */
function queryOf(hash: string): string {
  const mark = hash.indexOf("?");
  return mark < 0 ? "" : hash.slice(mark + 1);
}

const hashNow = () => globalThis.location?.hash ?? "";

/** The place now shown. */
export const page = store<PageName>(pageOf(hashNow()));

/** What the playground is set to; kept while another place is shown. */
export const playgroundQuery = store(pageOf(hashNow()) === "playground" ? queryOf(hashNow()) : "");

/** The link to a place. */
export function linkTo(name: PageName): string {
  return name === "playground" && playgroundQuery.value ? `#/${name}?${playgroundQuery.value}` : `#/${name}`;
}

/** Follows links and the browser's back button. */
export function followAddress(): void {
  window.addEventListener("hashchange", () => {
    const query = queryOf(location.hash);
    if (pageOf(location.hash) === "playground" && query) playgroundQuery.set(query);
    page.set(pageOf(location.hash));
  });
}

export function goTo(name: PageName): void {
  location.hash = linkTo(name);
}

/** Writes what the playground is set to into the address, without a step for the back button. */
export function setPlaygroundQuery(query: string): void {
  playgroundQuery.set(query);
  if (page.value === "playground") history.replaceState(null, "", linkTo("playground"));
}
