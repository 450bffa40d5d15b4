/** The same call in other places: a page, a module, a React component, a Python program. */

import type { CodeRequest } from "./code-request.ts";
import { htmlCode } from "./html-code.ts";
import { pythonCode } from "./python-code.ts";
import { reactCode } from "./react-code.ts";
import { typescriptCode } from "./typescript-code.ts";

export interface Code {
  typescript: string;
  react: string;
  /** Only of calls that a custom element makes. */
  html: string | undefined;
  python: string;
}

/** @param lang of the reader, for the page */
export function codeFor(request: CodeRequest, lang = "en"): Code {
  return {
    typescript: typescriptCode(request),
    react: reactCode(request),
    html: htmlCode(request, lang),
    python: pythonCode(request),
  };
}
