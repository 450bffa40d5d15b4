/** A request to a JSON file. */

import { download } from "../../look/download.ts";
import { methodName } from "../../serving/target.ts";
import type { Asked } from "../kept/asked.ts";
import { fileContents, requestText } from "../kept/request-text.ts";

/**
 * @param name of the request, for the file's
 * @returns names of inputs whose files are too large to go along, or were not kept
 * @throws DOMException when a chosen file is gone
 */
export async function saveFile(request: Asked, name = methodName(request)): Promise<string[]> {
  const contents = await fileContents(request.instances);
  const text = requestText(request, contents);
  download(new Blob([text], { type: "application/json" }), `${fileName(name) || "request"}.json`);
  const left = request.instances.flat().filter(({ file }) => file && !contents.has(file));
  return [...new Set(left.map((draft) => draft.name))];
}

/** Without what some systems' files can't be called. */
const fileName = (name: string) => name.replace(/[\p{Cc}\\/:*?"<>|]/gu, "_").replace(/^[. ]+|[. ]+$/g, "");
