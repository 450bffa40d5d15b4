/** A servable_config.py, with the other files of its servable. */

import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readConfig } from "../../servable-config/index.ts";
import { asUsage } from "../options/option-values.ts";
import type { FileSignature } from "./file-signature.ts";
import { isFile } from "./files.ts";
import { readPythonText } from "./python-text.ts";

/**
 * @param known what stands beside it in a signature's JSON
 * @throws UsageError with the place of what is wrong in it
 */
export function readConfigFile(path: string, known?: FileSignature): FileSignature {
  const text = readPythonText(path);
  const folder = dirname(realpathSync(path));
  const readModule = (module: string) => {
    // Serving has the folder of all servables on Python's path; a servable's own is a package.
    const [, dots, name] = /^(\.*)(.*)$/.exec(module)!;
    const ups = dots === "" ? 1 : dots!.length - 1;
    const stem = join(folder, ...Array(ups).fill(".."), ...name!.split("."));
    const found = [`${stem}.py`, join(stem, "__init__.py")].find(isFile);
    if (found === undefined) return undefined;
    return { path: join(dirname(path), found.slice(folder.length + 1)), text: readPythonText(found) };
  };
  const servable = basename(folder);
  return { path, ...asUsage(() => readConfig({ path, text, servable, readModule, known })) };
}
