/** The same call in other places: TypeScript, Python and HTML. */

import type { CodeRequest } from "./code-request.ts";
import { htmlCode } from "./html-code.ts";
import { pythonCode } from "./python-code.ts";
import { typescriptCode } from "./typescript-code.ts";

export interface Code {
  typescript: string;
  python: string;
  /** Only of calls that the custom element makes. */
  html: string | undefined;
}

export function codeFor(request: CodeRequest): Code {
  return { typescript: typescriptCode(request), python: pythonCode(request), html: htmlCode(request) };
}
