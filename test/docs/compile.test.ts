/** Every TypeScript block compiles, as in a strict project that has the package. */

import ts from "typescript";
import { expect, it } from "vitest";
import { components } from "./components.ts";
import { blocksOf, documents } from "./markdown.ts";
import { programs, withModules, writePrograms } from "./programs.ts";

/** Declarations that the library's own sources need. */
const AMBIENT = ["src/wire/google-protobuf.d.ts"];

it("every block has a language that is checked", () => {
  // Containers (yaml, dockerfile) are built nowhere, which deploy.md says; nginx's block runs in test/envoy/nginx;
  // json is a signature, which test/signature reads.
  const known = ["ts", "tsx", "vue", "json", "html", "sh", "python", "text", "nginx", "yaml", "dockerfile"];
  const others = documents.flatMap(({ blocks }) =>
    blocks.filter(({ language }) => !known.includes(language)),
  );
  expect(others.map(({ document, line, language }) => `${document}:${line} ${language || "none"}`)).toEqual(
    [],
  );
  expect(blocksOf("ts").length).toBeGreaterThan(20);
});

it("every TypeScript block compiles", () => {
  const all = [...programs, ...components.map((component) => ({ ...component, code: component.checked }))];
  const files = writePrograms("compile", all, withModules);
  const program = ts.createProgram([...files, ...AMBIENT], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    // Vite's for what the library's own sources import of styles.
    types: ["node", "vite/client"],
    useDefineForClassFields: false,
    strict: true,
    // Syntax, and names of imports.
    allowJs: true,
    jsx: ts.JsxEmit.ReactJSX,
    noEmit: true,
    skipLibCheck: true,
    // For the library's own sources, which readers have as JavaScript.
    allowImportingTsExtensions: true,
  });
  const complaints = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const place = file && all[files.indexOf(file.fileName)]?.name;
    const line = file ? file.getLineAndCharacterOfPosition(start ?? 0).line + 1 : 0;
    return `${place ?? file?.fileName}, its line ${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  expect(complaints).toEqual([]);
}, 120_000);
