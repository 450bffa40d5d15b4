/** How a command ends that threw: wrong use has a code of its own, since 1 says something of what was found. */

import { UsageError } from "./option-values.ts";

export function exitCodeOf(error: unknown): number {
  return error instanceof UsageError ? 2 : 1;
}
