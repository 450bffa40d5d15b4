/** What each stack adds to a page: one bundle as an application builds it, minified, in bytes. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CUTS } from "../../build/cut/plugin.ts";
import { type Bundle, brotli, bundle, gzip } from "../../build/size/bundle.ts";
import type { Base } from "./base.ts";
import { bundleApplication, moduleOf } from "./bundles.ts";
import { HERE, ROOT } from "./generate.ts";
import { table } from "./report.ts";
import { PEER_NAMES, STACKS } from "./stacks.ts";
import { SIZE_TARGET } from "./targets.ts";

const CLIENT = "../../../src/client/index.ts";

const bare = (
  grpcWeb: string,
  protobuf: string,
) => `import { GrpcWebClientBase, MethodDescriptor, MethodType, RpcError } from "${grpcWeb}";
import { BinaryReader, BinaryWriter } from "${protobuf}";
globalThis.used = [GrpcWebClientBase, MethodDescriptor, MethodType, RpcError, BinaryReader, BinaryWriter];`;

interface Part {
  /** Why it is in the first bundle. */
  why: string;
  /** Its files' names. */
  files: string[];
}

/** What `import { Client }` brings, in parts that hang together. */
const PARTS: Record<string, Part> = {
  "what to do about each kind of failure, in English and Chinese": {
    why: "needed when nothing can be loaded: offline, or with the proxy gone; `unwrap` has it at once",
    files: ["hints", "hint-of"],
  },
  "checks and advice for options, address, instances and inputs": {
    why: "a wrong input is told by name before anything is sent, with what to write instead",
    files: ["address", "describe", "input", "instance", "options", "readable", "well-formed"],
  },
  "tensors, typed scalars, float16, printing as numpy does": {
    why: "every input and result is one; a third is `String(tensor)`, which can wait for nothing",
    files: [
      "blob",
      "decimal",
      "dtype",
      "dtype-data",
      "element",
      "float16",
      "float16-bits",
      "json-element",
      "nested",
      "print",
      "print-float",
      "scalar",
      "tensor",
    ],
  },
  "messages to and from bytes": {
    why: "each call",
    files: [
      "bytes",
      "cut-text",
      "decode",
      "encode",
      "instance-reader",
      "json",
      "message",
      "output",
      "placement",
      "protobuf",
      "reply",
      "request",
      "request-headers",
      "schema",
      "utf8",
    ],
  },
  "the call: fetch, frames, trailers, status, deadline, strict reply": {
    why: "each call: a cut, overlong or foreign reply is never taken for a good one",
    files: [
      "body-reader",
      "call-failure",
      "deadline",
      "fetch",
      "frame",
      "predict",
      "reply-head",
      "reply-reader",
      "abort",
      "call",
      "grpc-web",
      "grpc-web-transport",
      "platform",
      "request-body",
      "send",
      "status",
      "text-source",
      "trailers",
      "failure-kind",
      "http-reply",
      "reply-kind",
      "transport-options",
      "unary",
      "unary-reply",
      "content-types",
      "header-names",
      "timeout",
    ],
  },
  "what a network failure was (offline, CORS, proxy, file gone)": {
    why: "needed when nothing can be loaded",
    files: ["redirected", "unreachable", "unreadable"],
  },
  "XMLHttpRequest and progress": {
    why: "as `inferMany`",
    files: ["xhr", "bytes-source", "progress"],
  },
  "`compress: true`": { why: "as `inferMany`", files: ["packed"] },
  "`inferMany`": {
    why: "a method of the class: loaded apart it could fail where calls go through",
    files: ["batch", "batches", "infer-many", "item", "send-now", "settle-batch", "shared-call"],
  },
  "metadata, as an object or a function": {
    why: "before each call of a page with tokens",
    files: ["metadata", "metadata-answers", "with-metadata"],
  },
  "`probe`": { why: "as `inferMany`, and asked when something is wrong", files: ["probe"] },
  "`Client`, errors, outcomes, releases, retry": {
    why: "each call",
    files: [
      "answers",
      "budget",
      "client",
      "errors",
      "error-kinds",
      "index",
      "known-servables",
      "outcome",
      "policy",
      "release",
      "retrying",
    ],
  },
};

const bundleOf = (source: string) => {
  mkdirSync(HERE, { recursive: true });
  return bundle(ROOT, join(HERE, "size-entry.ts"), source);
};

const bytes = (count: number) => count.toLocaleString("en");

const OURS = `import { Client } from "${CLIENT}"; globalThis.used = Client;`;

/** @param base whose client is a row too */
export async function sizeTable(base?: Base): Promise<string> {
  const libraries = await bundleOf(bare(CUTS["grpc-web"]!.id, CUTS["google-protobuf"]!.id));
  const ours = await bundleOf(OURS);
  const all = await bundleOf(`import * as all from "${CLIENT}"; globalThis.used = all;`);
  const stacks: [string, Buffer][] = [
    ["grpc-web and google-protobuf alone", (await bundleOf(bare("grpc-web", "google-protobuf"))).code],
    ["the same, cut as ours has them", libraries.code],
    ["ours: `import { Client }`", ours.code],
    ["ours: all of the client", all.code],
  ];
  if (base) {
    stacks.push(["the base: `import { Client }`", Buffer.from(await bundleApplication(OURS, base))]);
  }
  for (const name of ["by-hand", ...PEER_NAMES] as const) {
    const source = `import { connect } from "${moduleOf(name)}"; globalThis.used = connect;`;
    stacks.push([STACKS[name].title, (await bundleOf(source)).code]);
  }
  const rows = stacks.map(([name, code]) => [
    name,
    bytes(code.length),
    bytes(gzip(code)),
    bytes(brotli(code)),
    name === "ours: `import { Client }`" ? sizeVerdict(gzip(code)) : "",
  ]);
  const above = gzip(ours.code) - gzip(libraries.code);
  return `${table(["", "minified", "gzip", "brotli", "target"], rows)}\n\n${partsTable(ours, above)}`;
}

function sizeVerdict(size: number): string {
  return `≤ ${bytes(SIZE_TARGET)} of gzip: ${size <= SIZE_TARGET ? "met" : "**missed**"}`;
}

/** Shares of what ours adds, in proportion to what each part takes compressed alone. */
function partsTable({ modules }: Bundle, above: number): string {
  const own = [...modules].filter(([id]) => id.includes("/src/"));
  const alone = Object.entries(PARTS).map(([part, { files, why }]) => {
    const codes = own.filter(([id]) => files.some((name) => id.endsWith(`/${name}.ts`)));
    return { part, why, size: gzip(codes.map(([, code]) => code).join("")) };
  });
  const named = new Set(Object.values(PARTS).flatMap(({ files }) => files));
  const rest = own.filter(([id]) => !named.has(id.replace(/.*\/(.+)\.ts$/, "$1")));
  if (rest.length > 0)
    alone.push({ part: "other", why: "", size: gzip(rest.map(([, code]) => code).join("")) });
  const sum = alone.reduce((total, { size }) => total + size, 0);
  const rows = alone
    .sort((a, b) => b.size - a.size)
    .map(({ part, why, size }) => [part, bytes(Math.round((size / sum) * above)), why]);
  return table(
    [
      `the ${bytes(above)} bytes of gzip that ours adds to these cuts`,
      "gzip, about",
      "why it is there from the start",
    ],
    rows,
  );
}
