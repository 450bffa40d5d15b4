/** The codec of src/wire as Node loads it, on google-protobuf as it comes or as pages have it. */

import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";
import { cutLibraries } from "../../build/cut/plugin.ts";

export type Codec = typeof import("../../src/wire/index.ts");

/** A copy of its own, with classes of its own. */
export async function loadCodec(protobuf: "whole" | "cut"): Promise<Codec> {
  const folder = resolve(".cache/cut");
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${protobuf}.mjs`;
  await build({
    input: "src/wire/index.ts",
    external: protobuf === "whole" ? ["google-protobuf"] : [],
    plugins: protobuf === "cut" ? [cutLibraries()] : [],
    output: { file, format: "es", codeSplitting: false },
  });
  return import(/* @vite-ignore */ `${pathToFileURL(file).href}?${Date.now()}`);
}

/** What a function gives, or that it threw, as a text that two codecs' can be compared by. */
export function outcomeOf(run: () => unknown): string {
  try {
    return JSON.stringify(run(), (_, value) => {
      if (typeof value === "bigint") return `${value}n`;
      if (value instanceof Map) return [...value];
      return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
    });
  } catch (error) {
    return String(error);
  }
}
