/** Every public name says what it is where an editor shows it: exports, and their members and options. */

import { resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** `Client.infer`-like names of what has no documentation comment. */
function undocumented(entry: string): string[] {
  const program = ts.createProgram([entry], options);
  const checker = program.getTypeChecker();
  const isOurs = (symbol: ts.Symbol) =>
    symbol.declarations?.some((node) => node.getSourceFile().fileName.startsWith(resolve("src"))) ?? false;
  const isBare = (symbol: ts.Symbol) => symbol.getDocumentationComment(checker).length === 0;
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const isObject = symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface);
    const members = isObject ? checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)) : [];
    return [symbol, ...members.filter((member) => isOurs(member) && !isPrivate(member))]
      .filter(isBare)
      .map((bare) => (bare === symbol ? exported.name : `${exported.name}.${bare.name}`));
  });
}

/** `#name`, as the compiler keeps it, and what the package's declarations leave out. */
const isPrivate = (symbol: ts.Symbol) =>
  symbol.name.startsWith("#") ||
  symbol.name.startsWith("__#") ||
  symbol.getJsDocTags().some((tag) => tag.name === "internal");

it.each([
  "src/client/index.ts",
  "src/image/index.ts",
  "src/inspect/index.ts",
  "src/photos/index.ts",
  "src/signature/index.ts",
  "src/react/index.ts",
  "src/vue/index.ts",
])("%s", (entry) => {
  expect(undocumented(resolve(entry))).toEqual([]);
});
