/** The rules of the source's rooms, which CONTRIBUTING.md tells. `npm run layers` prints the figures. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { circlesOfFiles, circlesOfFolders } from "./circles.ts";
import { readSources } from "./sources.ts";

const LONGEST = 250;

/** An area is a folder of src/: what it may import of the others. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  tensor: [],
  wire: ["tensor"],
  client: ["tensor", "wire", "image"],
  image: ["tensor"],
  signature: ["tensor", "wire", "client"],
  "servable-config": ["tensor", "signature"],
  "typed-client": ["signature"],
  library: ["client", "image", "signature"],
  failures: ["client", "library"],
  photos: ["wire", "client", "image", "library", "failures"],
  load: ["client"],
  evaluation: [],
  inspect: ["tensor", "wire", "client"],
  "infer-store": ["client"],
  react: ["infer-store"],
  vue: ["client", "infer-store"],
  ui: ["tensor", "client", "image", "signature", "library", "failures", "photos"],
  elements: ["tensor", "client", "image", "signature", "library", "failures", "photos", "ui"],
  app: [
    "tensor",
    "client",
    "image",
    "signature",
    "typed-client",
    "library",
    "failures",
    "photos",
    "ui",
    "elements",
    "load",
    "evaluation",
    "inspect",
    "samples",
  ],
  samples: [],
  machine: [],
  "servable-data": [],
  "proxy-policy": ["wire", "machine"],
  bridge: ["wire", "machine", "proxy-policy"],
  envoy: ["wire", "machine", "proxy-policy"],
  "demo-serving": ["tensor", "wire", "servable-data"],
  serving: ["wire", "machine", "servable-data"],
  cli: [
    "wire",
    "client",
    "load",
    "signature",
    "servable-config",
    "typed-client",
    "photos",
    "evaluation",
    "machine",
    "proxy-policy",
    "bridge",
    "envoy",
    "demo-serving",
    "serving",
  ],
};

const sources = readSources(process.cwd(), ["src", "build"]);
const ofSrc = sources.filter(({ path }) => path.startsWith("src/"));
const areas = [...new Set(ofSrc.map(({ path }) => areaOf(path)))];

it("the table of what an area may import has every area of src/, and no other", () => {
  expect(Object.keys(MAY_IMPORT).sort()).toEqual([...areas].sort());
});

it("CONTRIBUTING.md has the same table", () => {
  const rows = readFileSync("CONTRIBUTING.md", "utf8").matchAll(
    /^\| `src\/([^/`]+)\/` \|[^|]*\|([^|]*)\|$/gm,
  );
  const told = [...rows].map(([, area, imports]) => [area!, imports!.trim().split(/,\s*/).filter(Boolean)]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(areas.map((area) => [area, MAY_IMPORT[area]])));
});

it("areas import each other one way", () => {
  expect(circlesOfFolders(ofSrc, "src").filter((circle) => circle.every(isArea))).toEqual([]);
});

it(`no file of build/ is longer than ${LONGEST} lines`, () => {
  expect(tooLong("build")).toEqual([]);
});

it("build/ imports an area by its index.ts alone", () => {
  expect(pastIndex("build")).toEqual([]);
});

describe.each(areas)("src/%s", (area) => {
  const root = `src/${area}`;
  const own = ofSrc.filter(({ path }) => path.startsWith(`${root}/`));

  it("has no circle of files", () => expect(circlesOfFiles(own)).toEqual([]));
  it("has no circle of folders", () => expect(circlesOfFolders(own, root)).toEqual([]));
  it("imports other areas by their index.ts alone", () => expect(pastIndex(root)).toEqual([]));
  it("imports no area but those of the table", () => expect(besideTable(area)).toEqual([]));
  it(`has no file of more than ${LONGEST} lines`, () => expect(tooLong(root)).toEqual([]));
});

function pastIndex(root: string): string[] {
  return crossings(root).filter((line) => !/ -> src\/[^/]+\/index\.ts$/.test(line));
}

function besideTable(area: string): string[] {
  return crossings(`src/${area}`).filter(
    (line) => !MAY_IMPORT[area]?.includes(areaOf(line.split(" -> ")[1]!)),
  );
}

/** Imports by a folder's files of other areas' files, as `from -> to`. */
function crossings(root: string): string[] {
  return sources
    .filter(({ path }) => path.startsWith(`${root}/`))
    .flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith("src/") && !target.startsWith(`${root}/`))
        .map((target) => `${path} -> ${target}`),
    );
}

function tooLong(root: string): string[] {
  return sources
    .filter(({ path, lines }) => path.startsWith(`${root}/`) && lines > LONGEST)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

function areaOf(path: string): string {
  return path.split("/")[1]!;
}

function isArea(part: string): boolean {
  return /^src\/[^/*]+$/.test(part);
}
