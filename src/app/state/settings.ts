/**
 * What the reader has set: whom to call and how. Kept in this browser, except metadata (it may hold secrets), which
 * lives as long as the tab. Nothing of it is sent anywhere but in calls to the chosen address.
 */

import { checkAddress, checkCount, checkHeader, checkName, checkSeconds, checkVersion } from "./check.ts";
import { store } from "./store.ts";

export interface Settings {
  /** The proxy's address; empty is the page's own origin. */
  address: string;
  /** For the page Classify; Add and the playground have fields of their own. */
  servable: string;
  method: string;
  /** Name of the method's input that a photo goes to; empty is the only one that it has. */
  input: string;
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
  theme: Theme;
  /** Whether photos are made smaller before they are uploaded. */
  shrink: boolean;
}

/** `system` follows the device. */
export const THEMES = ["system", "light", "dark"] as const;

type Theme = (typeof THEMES)[number];

/** Longest side of a photo that is made smaller, in pixels: a ResNet looks at 224, cut from 256. */
export const SHRUNK_SIDE = 640;

export const DEFAULTS: Settings = {
  address: "",
  servable: "resnet50",
  method: "classify_top5",
  input: "",
  version: "0",
  timeoutMs: 120_000,
  batchCount: 8,
  concurrency: 2,
  metadata: {},
  theme: "system",
  shrink: false,
};

const KEY = "settings";

export const settings = store<Settings>(DEFAULTS);

/** Most instances in a call and most calls at a time that can be set. */
export const MAX_BATCH = 1000;
export const MAX_CONCURRENCY = 32;

export function changeSettings(change: Partial<Settings>): void {
  settings.set({ ...settings.value, ...change });
}

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

/** A storage may be missing or hold anything: only what can be a setting is taken. */
function read(storage: () => Storage): Partial<Settings> {
  try {
    return readSettings(JSON.parse(storage().getItem(KEY) ?? "{}"));
  } catch {
    return {};
  }
}

/** What of `kept` can be a setting. */
export function readSettings(kept: object): Partial<Settings> {
  const given = Object.entries(kept);
  return Object.fromEntries(
    given.filter(([name, value]) => Object.hasOwn(CHECKS, name) && CHECKS[name as keyof Settings](value)),
  );
}

const isName = (value: unknown) => typeof value === "string" && !checkName(value);
const isCount = (value: unknown, max: number) => !checkCount(String(value), max);

const CHECKS: Record<keyof Settings, (value: unknown) => boolean> = {
  address: (value) => typeof value === "string" && !checkAddress(value, location.protocol),
  servable: isName,
  method: isName,
  input: (value) => typeof value === "string",
  version: (value) => typeof value === "string" && !checkVersion(value),
  timeoutMs: (value) => typeof value === "number" && !checkSeconds(String(value / 1000)),
  batchCount: (value) => typeof value === "number" && isCount(value, MAX_BATCH),
  concurrency: (value) => typeof value === "number" && isCount(value, MAX_CONCURRENCY),
  metadata: (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(value).every(([name, text]) => typeof text === "string" && !checkHeader([name, text], [])),
  theme: (value) => THEMES.includes(value as Settings["theme"]),
  shrink: (value) => typeof value === "boolean",
};

function write(storage: () => Storage, value: unknown): void {
  try {
    storage().setItem(KEY, JSON.stringify(value));
  } catch {
    // A browser may keep no data for this page: then settings last until it is closed.
  }
}
