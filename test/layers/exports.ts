/** Exports of src/ that no other file of src/ or build/ uses. */

import { relative } from "node:path";
import ts from "typescript";
import { readSources } from "./sources.ts";

/** `alone`: used in their own file at most; `tests`: used besides in tests. As `path name`. */
export function unusedExports(root: string): { alone: string[]; tests: string[] } {
  const paths = readSources(root, ["src", "build", "test"]).map(({ path }) => path);
  const files = paths.filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram(
    files.map((path) => `${root}/${path}`),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
      strict: true,
    },
  );
  const checker = program.getTypeChecker();
  const users = new Map<ts.Symbol, Set<string>>();
  const own = program.getSourceFiles().filter(({ fileName }) => !fileName.includes("/node_modules/"));
  for (const file of own) {
    const path = relative(root, file.fileName).replaceAll("\\", "/");
    const visit = (node: ts.Node) => {
      for (const symbol of usedBy(node, checker))
        users.set(symbol, (users.get(symbol) ?? new Set()).add(path));
      ts.forEachChild(node, visit);
    };
    visit(file);
    // `export *` names nothing.
    for (const symbol of isFace(path) ? exportsOf(file, checker) : []) {
      const made = target(symbol, checker);
      users.set(made, (users.get(made) ?? new Set()).add(path));
    }
  }
  const alone: string[] = [];
  const tests: string[] = [];
  for (const file of own) {
    const path = relative(root, file.fileName).replaceAll("\\", "/");
    if (!path.startsWith("src/") || isFace(path)) continue;
    for (const symbol of exportsOf(file, checker)) {
      const others = [...(users.get(target(symbol, checker)) ?? [])].filter((user) => user !== path);
      // What is exported again is used where it is made.
      if (target(symbol, checker) !== symbol) continue;
      if (others.length === 0) alone.push(`${path} ${symbol.name}`);
      else if (others.every((user) => user.startsWith("test/"))) tests.push(`${path} ${symbol.name}`);
    }
  }
  return { alone, tests };
}

function exportsOf(file: ts.SourceFile, checker: ts.TypeChecker): ts.Symbol[] {
  const module = checker.getSymbolAtLocation(file);
  return module ? checker.getExportsOfModule(module) : [];
}

/** Everything that a public face exports is used by somebody. */
function isFace(path: string): boolean {
  return path.endsWith("/index.ts");
}

function* usedBy(node: ts.Node, checker: ts.TypeChecker): Iterable<ts.Symbol> {
  if (ts.isObjectBindingPattern(node)) {
    // `const { toUpload } = await import(…)`: the names are members of what is taken apart.
    const type = checker.getTypeAtLocation(node);
    for (const element of node.elements) {
      const name = element.propertyName ?? element.name;
      const member = ts.isIdentifier(name) ? type.getProperty(name.text) : undefined;
      if (member) yield target(member, checker);
    }
  } else if (ts.isIdentifier(node)) {
    const shorthand = ts.isShorthandPropertyAssignment(node.parent);
    const symbol = shorthand
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    if (symbol) yield target(symbol, checker);
  }
}

function target(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
