/** The command that makes the same sweep from a terminal. */

import type { InputValue, Instance } from "../../client/index.ts";
import type { Target } from "../serving/client-for.ts";
import type { Plan } from "./plan.ts";

/** What is longer is no line to paste any more. */
const LONGEST = 4000;

/** Bytes that were typed by hand, not a file. */
const MOST_BYTES = 1024;

/**
 * @param own the command that started the page's own server: a clone has the command under npm's own name
 * @param instance with files as they were chosen, by whose names they stand in the line
 * @returns for a POSIX shell; `undefined` for values that no line has room for
 */
export function commandLine(
  own: string,
  address: string,
  { servable, method, version }: Target,
  { sizes, limits }: Plan,
  timeoutMs: number,
  instance: Instance,
): string | undefined {
  const inputs = Object.entries(instance).map(([name, value]) => [name, valueText(value)] as const);
  if (inputs.some(([, text]) => text === undefined)) return undefined;
  const each = (numbers: readonly number[]) => [...new Set(numbers)].join(",");
  const parts = [
    ...[address, servable, method],
    ...inputs.flatMap(([name, text]) => ["--input", `${name}=${text}`]),
    ...["--concurrency", each(sizes.map(({ concurrency }) => concurrency))],
    ...["--batch", each(sizes.map(({ batch }) => batch))],
    ...["--seconds", String(limits.ms / 1000)],
    ...["--calls", String(limits.calls)],
    ...(version === "0" ? [] : ["--version", version]),
    // The command takes whole seconds, up to an hour.
    ...["--timeout", String(Math.min(3600, Math.ceil(timeoutMs / 1000)))],
  ];
  const command = own.startsWith("npm ") ? "npm run --silent load --" : "npx mindspore-serving-web load";
  const line = `${command} ${parts.map(quoted).join(" ")}`;
  return line.length > LONGEST ? undefined : line;
}

/** As the command reads an input's value. */
function valueText(value: InputValue): string | undefined {
  if (value instanceof File) return `@${value.name}`;
  if (value instanceof Uint8Array) {
    if (value.length > MOST_BYTES) return undefined;
    return JSON.stringify({ bytes: btoa(String.fromCharCode(...value)) });
  }
  if (typeof value === "object" && "size" in value && typeof value.size === "number" && value.size > LONGEST)
    return undefined;
  const text = JSON.stringify(value);
  const { dtype, shape, data } = JSON.parse(text) as { dtype?: string; shape?: number[]; data?: unknown };
  // A list of numbers is what the command takes for just this.
  const isList = dtype === "float32" && Array.isArray(data) && !shape!.includes(0);
  const list = JSON.stringify(data);
  return isList && !list.includes('"') ? list : text;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
