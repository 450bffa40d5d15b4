/**
 * What the reader has set: whom to call and how. Kept in this browser, except metadata (it may hold secrets), which
 * lives as long as the tab. Nothing of it is sent anywhere but in calls to the chosen address.
 */

import { store } from "../store.ts";

export interface Settings {
  /** The proxy's address; empty is the page's own origin. */
  address: string;
  /** For the page Classify; Add and the playground have fields of their own. */
  servable: string;
  method: string;
  /** Decimal digits, since versions go up to 2^64; 0 is the highest running one. */
  version: string;
  /** Deadline of a call in milliseconds. */
  timeoutMs: number;
  /** Most instances in a call. */
  batchCount: number;
  /** Calls under way at a time. */
  concurrency: number;
  /** Headers of every call. */
  metadata: Readonly<Record<string, string>>;
  theme: "system" | "light" | "dark";
}

export const DEFAULTS: Settings = {
  address: "",
  servable: "resnet50",
  method: "classify_top5",
  version: "0",
  timeoutMs: 120_000,
  batchCount: 8,
  concurrency: 2,
  metadata: {},
  theme: "system",
};

const KEY = "settings";

export const settings = store<Settings>(DEFAULTS);

/** Takes what was kept and keeps every change from now on. */
export function startSettings(): void {
  const { metadata } = read(() => sessionStorage);
  settings.set({ ...DEFAULTS, ...read(() => localStorage), ...(metadata ? { metadata } : {}) });
  settings.subscribe(() => {
    const { metadata: headers, ...kept } = settings.value;
    write(() => localStorage, kept);
    write(() => sessionStorage, { metadata: headers });
  });
}

/** A storage may be missing or hold anything: only what has the right type is taken. */
function read(storage: () => Storage): Partial<Settings> {
  try {
    const given = Object.entries(JSON.parse(storage().getItem(KEY) ?? "{}"));
    return Object.fromEntries(
      given.filter(([name, value]) => typeof value === typeof DEFAULTS[name as keyof Settings]),
    );
  } catch {
    return {};
  }
}

function write(storage: () => Storage, value: unknown): void {
  try {
    storage().setItem(KEY, JSON.stringify(value));
  } catch {
    // A browser may keep no data for this page: then settings last until it is closed.
  }
}
