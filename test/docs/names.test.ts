/** What the documents name is there: links, anchors, files, elements, kinds of error. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type ErrorKind, errorKinds } from "../../src/client/errors/error-kinds.ts";
import { hints } from "../../src/client/errors/hints.ts";
import { documents, readDocument } from "./markdown.ts";

/** Anchors of a document's headings, as Git hosts make them: lower case, punctuation gone, blanks to hyphens. */
function anchorsOf(path: string): string[] {
  return readDocument(path).headings.map((heading) =>
    heading
      .replace(/^#+ /, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

const links = documents.flatMap(({ path, prose }) =>
  [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => ({ path, target: target! })),
);

it("every relative link has its file, and every anchor its heading", () => {
  const dead = links.filter(({ path, target }) => {
    if (/^https?:/.test(target)) return false;
    const [file, anchor] = target.split("#") as [string, string?];
    const place = file === "" ? path : join(dirname(path), file);
    if (!existsSync(place)) return true;
    return anchor !== undefined && !anchorsOf(place).includes(anchor);
  });
  expect(dead).toEqual([]);
  expect(links.length).toBeGreaterThan(30);
});

it("every path of the repo in the prose exists", () => {
  const paths = documents.flatMap(({ path, prose }) =>
    [...prose.matchAll(/`((?:src|build|test|docs|findings|proto|public|\.ci|\.github)\/[\w./-]*)`/g)].map(
      ([, target]) => [path, target!],
    ),
  );
  expect(paths.filter(([, target]) => !existsSync(target!))).toEqual([]);
});

it("every document can be reached from the README", () => {
  const reached = new Set(["README.md"]);
  for (const path of reached) {
    for (const link of links.filter((one) => one.path === path)) {
      const file = join(dirname(path), link.target.split("#")[0]!);
      if (existsSync(file) && statSync(file).isFile() && /\.(md|txt)$/.test(file)) reached.add(file);
    }
  }
  expect(documents.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
});

const ELEMENTS = "src/elements";

it("every element that the documents name is defined", () => {
  const texts = documents.flatMap(({ prose, blocks }) => [prose, ...blocks.map(({ code }) => code)]);
  const named = new Set(
    texts.flatMap((text) => [...text.matchAll(/<(serving-[a-z-]+)/g)].map(([, tag]) => tag!)),
  );
  const sources = readdirSync(ELEMENTS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join(ELEMENTS, path), "utf8"))
    .join();
  expect([...named].filter((tag) => !sources.includes(`"${tag}"`))).toEqual([]);
  expect(named.size).toBeGreaterThan(0);
});

it("the guide lists every kind of error, and those that are tried again", () => {
  const { prose } = documents.find(({ path }) => path === "docs/guide.md")!;
  const rows = [...prose.matchAll(/^\| `([\w-]+)` \| .+ \| (yes)? ?\|$/gm)];
  const listed = rows.map(([, kind, retried]) => ({ kind, retried: retried !== undefined }));
  const kinds = Object.keys(hints) as ErrorKind[];
  expect(listed).toEqual(kinds.map((kind) => ({ kind, retried: errorKinds[kind].passes === "soon" })));
});

it("llms.txt says of every kind of error what it asks for", () => {
  const { prose } = documents.find(({ path }) => path === "llms.txt")!;
  expect(Object.keys(hints).filter((kind) => !new RegExp(`^- .*\`${kind}\`.*: `, "m").test(prose))).toEqual(
    [],
  );
});

it("the changelog has the package's version", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(anchorsOf("CHANGELOG.md").some((anchor) => anchor.startsWith(version.replaceAll(".", "")))).toBe(
    true,
  );
});

it("the guide and the compatibility page name the Node that the package asks for", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
  const asked = /^>=(\d+\.\d+)\.0$/.exec(engines.node)![1];
  const proseOf = (name: string) => documents.find(({ path }) => path === name)!.prose;
  expect(proseOf("docs/guide.md")).toContain(`in Node from version ${asked} on`);
  expect(proseOf("docs/compatibility.md")).toContain(`| the client in Node | ${asked} or later |`);
});
