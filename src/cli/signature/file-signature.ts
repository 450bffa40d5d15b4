import type { Signature } from "../../signature/index.ts";

/** What a file tells of a servable. */
export interface FileSignature {
  /** The file. */
  path: string;
  signature: Signature;
  /** What could not be known, a sentence each. */
  notes: string[];
}
