/** How a command is started, for what it tells people to type. */

/** Scripts of the repository; whatever is written behind them goes to the command. */
const SCRIPTS: Readonly<Record<string, string>> = {
  start: "npm start --",
  dev: "npm run dev --",
  serving: "npm run serving --",
  // Its output is a file: npm must not print its own words there.
  envoy: "npm run --silent envoy --",
  doctor: "npm run doctor --",
  evaluate: "npm run --silent evaluate --",
  load: "npm run --silent load --",
};

/** In the package all of this is one built file. */
const inRepository = import.meta.url.endsWith(".ts");

/** The command up to its options: `npm start --` in the repository, `npx mindspore-serving-web serve` in the package. */
export function startedAs(command: string): string {
  return (inRepository && SCRIPTS[command]) || `npx mindspore-serving-web ${command}`;
}
