/** The end of the command: results as text or JSON, what is amiss, and the exit code that follows from it. */

import process from "node:process";
import { compareRuns, comparisonAsJson, runAsJson } from "../../evaluation/index.ts";
import { comparisonSummary } from "./comparison-summary.ts";
import type { Asked, EvaluateOptions } from "./evaluate-options.ts";
import { missedBounds } from "./missed-bounds.ts";
import { count, type Facts, rateText, summaryOf } from "./summary.ts";

/** What became of the photos at one method. */
export interface Done {
  asked: Asked;
  facts: Facts;
  /** Why it was ended early. */
  stopped: string | undefined;
  seconds: number;
}

/** @param done one, or two that are compared; the second is not there where the first could not be finished */
export function tell(done: readonly Done[], { bounds, folder, json }: EvaluateOptions): void {
  const [first, second] = done;
  const comparison = second && compareRuns(first!.facts, second.facts);
  const missed = missedBounds(
    bounds,
    done.map(({ facts }) => facts),
    comparison,
  );
  const stopped = done.at(-1)!.stopped;
  const ok = missed.length === 0 && stopped === undefined;
  if (json) {
    const ofSecond = second && {
      second: asJson(second),
      comparison: comparisonAsJson(first!.facts, second.facts),
    };
    console.log(JSON.stringify({ ok, folder, ...asJson(first!), ...ofSecond }, null, 2));
  } else if (comparison) {
    const compared = { first: first!.facts, second: second.facts, comparison };
    console.log(comparisonSummary(compared, [titleOf(first!, true), titleOf(second, true)]));
  } else {
    console.log(`${titleOf(first!)}\n\n${summaryOf(first!.facts)}`);
  }
  if (stopped !== undefined) console.error(`\nNot finished: ${stopped}`);
  for (const sentence of missed) console.error(`\n${sentence}`);
  if (!ok) process.exitCode = 1;
}

function titleOf({ asked, facts, seconds }: Done, isOfTwo = false): string {
  const { address, servable, method, version } = asked;
  const { settled } = facts.figures;
  const whose = isOfTwo ? `${version > 0 ? `, version ${version}` : ""} at ${address}` : "";
  const speed = `${seconds.toFixed(1)} s, ${rateText(settled, seconds)}`;
  return `${servable}.${method}${whose}: ${count(settled, "photo")} in ${speed}`;
}

function asJson({ asked, facts, stopped, seconds }: Done): object {
  const { address, servable, method, version } = asked;
  const { run, mapping, others, missing, unsent } = facts;
  return {
    address,
    servable,
    method,
    version,
    seconds: Number(seconds.toFixed(1)),
    ...runAsJson(run, mapping),
    otherFiles: others,
    missingFiles: missing,
    unsent,
    stopped,
  };
}
