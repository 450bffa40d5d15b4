/** `THIRD-PARTY.txt`: the licences of the packages whose code or pictures the built files contain. */

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "rolldown";

export class Notices {
  readonly #folders = new Set<string>();

  /** For every build; notes which packages its output has modules of. */
  readonly plugin: Plugin = {
    name: "third-party notices",
    generateBundle: (_, bundle) => {
      for (const file of Object.values(bundle)) {
        for (const id of file.type === "chunk" ? file.moduleIds : []) {
          const folder = /^.*\/node_modules\/(@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll("\\", "/"))?.[0];
          if (folder !== undefined) this.#folders.add(folder.replace(/^\0/, ""));
        }
      }
    },
  };

  async write(path: string): Promise<void> {
    const entries = await Promise.all([...this.#folders].sort().map(noticeOf));
    await writeFile(path, [HEAD, ...entries].join(`\n${"-".repeat(78)}\n`));
  }
}

const HEAD = `Built into files of this package, each under its own licence. app/samples/NOTICES.txt lists the web app's photos.
`;

async function noticeOf(folder: string): Promise<string> {
  const { name, version, license, homepage, repository } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  if (texts.length === 0 && license !== "Apache-2.0") throw new Error(`${folder} has no licence text`);
  // A package without the text of its Apache-2.0 has the same text as this one's LICENSE.
  const text = texts.length ? texts.join("\n\n") : "The text is that of LICENSE in this package.";
  return `${name} ${version}\n${license}\n${homepage ?? repository?.url ?? ""}\n\n${text.trim()}\n`;
}
