/** How google-protobuf is cut: what stays, and what is said when the package is not the one that is known. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { cut, cutPackage } from "../../build/cut/cut.ts";
import { googleProtobuf } from "../../build/cut/google-protobuf.ts";
import { cutLibraries } from "../../build/cut/plugin.ts";

const text = readFileSync("node_modules/google-protobuf/google-protobuf.js", "utf8");
const known = googleProtobuf();
const code = cutPackage("node_modules/google-protobuf", known);

it("the head names package, version and licence", () => {
  const { version, license } = JSON.parse(readFileSync("node_modules/google-protobuf/package.json", "utf8"));
  expect(code.split("\n")[0]).toContain(`google-protobuf ${version}, cut`);
  expect(code.split("\n")[0]).toContain(license);
});

it("is the same each time, and knows nothing of this machine", () => {
  expect(cutPackage("node_modules/google-protobuf", googleProtobuf())).toBe(code);
  expect(code).not.toContain(process.cwd());
});

it("holds no name that nothing else in it mentions, and nothing of old browsers, messages or eval", () => {
  const declared = [...code.matchAll(/^(?:async )?(?:function|class|const|let|var) ([\w$]+)/gm)].map(
    ([, name]) => name!,
  );
  expect(declared.length).toBeGreaterThan(50);
  expect(declared.filter((name) => code.split(name).length < 3)).toEqual([]);
  expect(code.match(/\beval\b|userAgent|jspb\$Message|exportSymbol|Polyfill|navigator/i)).toBeNull();
});

it("holds no method that nobody calls, neither here nor in src/wire", () => {
  const types = readFileSync("src/wire/google-protobuf.d.ts", "utf8");
  const methods = [...code.matchAll(/[;}{](?:static )?(\w+)\([\w$,{}=:! ]*\)\{/g)].map(([, name]) => name!);
  const called = (name: string) => new RegExp(`\\.${name}\\b|["']${name}["']`).test(code);
  const own = methods.filter((name) => !/^(if|for|while|switch|catch|constructor|function)$/.test(name));
  expect(own.length).toBeGreaterThan(60);
  expect(own.filter((name) => !called(name) && !types.includes(`    ${name}`))).toEqual([]);
});

it("is what src/wire imports, and nobody else", () => {
  const handler = cutLibraries().resolveId.handler as (id: string, importer: string) => string | null;
  expect(handler("google-protobuf", join(process.cwd(), "src/wire/decode.ts"))).toMatch(/\?cut$/);
  expect(handler("google-protobuf", join(process.cwd(), "node_modules/peer/index.js"))).toBeNull();
});

it("another version than the known one is told, with what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "cut-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("node_modules/google-protobuf", folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, version: "4.1.0" }));
  expect(() => cutPackage(folder, known)).toThrow(
    /^google-protobuf 4\.1\.0 is installed, and the cut is tested with .*: set its version in build\/cut\/google-protobuf\.ts/,
  );
});

it.each<[what: string, from: string, to: string, says: RegExp]>([
  [
    "a method that is called has another name",
    "nextField(){",
    "next_field(){",
    /google-protobuf\.js has no BinaryReader\.nextField any more, which src calls/,
  ],
  [
    "a class is not exported any more",
    "exports.BinaryWriter=",
    "exports.Writer=",
    /has no BinaryWriter any more/,
  ],
  [
    "a statement of an unknown shape",
    "jspb.Export={};",
    "while(jspb.Export);",
    /has a statement that the cut does not know \(build\/cut\/pieces\.ts\): while\(jspb\.Export\)/,
  ],
  [
    "a class extends another",
    "class module$contents$jspb$arith_UInt64{",
    "class module$contents$jspb$arith_UInt64 extends module$contents$jspb$bytestring_ByteString{",
    /does not know .*arith_UInt64 extends/,
  ],
  ["a property gets another name", '"readPackedFixed32",', '"other",', /does not know .*exportProperty/],
  [
    "a constant is gone",
    "goog.FEATURESET_YEAR=2012;",
    "goog.YEAR=2012;",
    /sets goog\.FEATURESET_YEAR, which is no constant there/,
  ],
  [
    "a name is made nowhere",
    "this.buffer_=[]",
    "this.buffer_=goog.buffer()",
    /can't tell what goog\.buffer is/,
  ],
  ["a name is made twice", "jspb.Export={};", "goog.DEBUG=!1;", /does not know .*goog\.DEBUG=!1/],
])("a package of another shape is told: %s", (_, from, to, says) => {
  expect(text).toContain(from);
  const members = { BinaryReader: ["nextField"], BinaryWriter: ["reset", "getResultBuffer"] };
  expect(() =>
    cut(
      text.replace(from, () => to),
      { ...known, members },
    ),
  ).toThrow(says);
});
