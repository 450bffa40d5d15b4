/** What `types` writes, for the sources of this repository in place of the package. */

import { readSignature } from "../../src/signature/index.ts";
import { typedClient } from "../../src/typed-client/index.ts";

/** @param sources path from the written file to `src` */
export function generated(json: string, source: string, sources: string): string {
  return typedClient(readSignature(json), source)
    .replace('"mindspore-serving-web/signature"', `"${sources}/signature/index.ts"`)
    .replace('"mindspore-serving-web"', `"${sources}/client/index.ts"`);
}
