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

/** Whom the playground calls; kept while another place is shown. */
export const playgroundQuery = store("");

/**
 * The request that came with a link, as it stands there. It stays in the address, so that a reload fills it in again,
 * until it is edited or sent: from then on the address would say what is no longer so.
 */
export const linkedRequest = store("");

takeQuery(hashNow());

/** The link to a place. */
export function linkTo(name: PageName): string {
  const request = linkedRequest.value && `request=${linkedRequest.value}`;
  const query = [playgroundQuery.value, request].filter((part) => part).join("&");
  return name === "playground" && query ? `#/${name}?${query}` : `#/${name}`;
}

function takeQuery(hash: string): void {
  const query = pageOf(hash) === "playground" ? queryOf(hash) : "";
  if (!query) return;
  const parts = query.split("&");
  const isRequest = (part: string) => part.startsWith("request=");
  playgroundQuery.set(parts.filter((part) => !isRequest(part)).join("&"));
  linkedRequest.set(parts.find(isRequest)?.slice("request=".length) ?? "");
}

/** Follows links and the browser's back button. */
export function followAddress(): void {
  window.addEventListener("hashchange", () => {
    takeQuery(location.hash);
    page.set(pageOf(location.hash));
  });
}

export function goTo(name: PageName): void {
  location.hash = linkTo(name);
}

/** Writes whom the playground calls into the address, without a step for the back button. */
export function setPlaygroundQuery(query: string): void {
  playgroundQuery.set(query);
  writeAddress();
}

/** Takes the link's request out of the address. */
export function forgetLinkedRequest(): void {
  if (linkedRequest.value === "") return;
  linkedRequest.set("");
  writeAddress();
}

function writeAddress(): void {
  if (page.value === "playground") history.replaceState(null, "", linkTo("playground"));
}
