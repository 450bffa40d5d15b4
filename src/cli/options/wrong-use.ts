/** Commands whose exit code 1 says something of what they found: wrong use has one of its own. */

import { UsageError } from "./option-values.ts";

const WRONG_USE = 2;

/** @throws what the command throws, except UsageError, which is printed */
export async function orWrongUse(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = WRONG_USE;
  }
}
