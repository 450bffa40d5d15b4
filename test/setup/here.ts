/** Where a test runs, and what differs by it. */

export const here: "Node" | "page" | "worker" =
  typeof process !== "undefined" ? "Node" : typeof document !== "undefined" ? "page" : "worker";

/** Texts of the errors that nobody caught while `run` ran. */
export async function uncaughtIn(run: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  if (here !== "Node") {
    const listener = (event: ErrorEvent) => {
      seen.push(String(event.error));
      event.preventDefault();
    };
    addEventListener("error", listener);
    await run();
    removeEventListener("error", listener);
    return seen;
  }
  const listener = (error: unknown) => seen.push(String(error));
  const others = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException").on("uncaughtException", listener);
  await run();
  process.removeListener("uncaughtException", listener);
  for (const other of others) process.on("uncaughtException", other);
  return seen;
}

/** All texts that can be reached from a value, hidden properties and stacks too. */
export function everythingIn(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== "object" || value === null) return String(value);
  if (seen.has(value)) return "";
  seen.add(value);
  const properties = Reflect.ownKeys(value).map((key) => [key, Reflect.get(value, key)] as const);
  return properties.map(([key, inner]) => `${String(key)}: ${everythingIn(inner, seen)}`).join("\n");
}
