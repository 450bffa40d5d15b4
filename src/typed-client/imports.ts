/** What a module of TypeScript imports of this library. */

/** Names of types that are to be imported, by module. */
export interface Imports {
  client: Set<string>;
  signature: Set<string>;
}

export function importOf(module: string, types: ReadonlySet<string>, values: readonly string[]): string {
  const names = [...values, ...[...types].map((name) => `type ${name}`)];
  const sorted = names.sort((a, b) => (a.replace("type ", "") < b.replace("type ", "") ? -1 : 1));
  return `import { ${sorted.join(", ")} } from "${module}";\n`;
}
