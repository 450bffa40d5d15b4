/**
 * The texts of the tarball. Their relative links lead into the repository, which lies neither in node_modules nor on a
 * registry's page; so they become addresses in the repository of package.json, at the version's tag.
 *
 * npm takes the texts from where they lie, so they are exchanged while it packs: before (`prepack`) and, with
 * `--restore`, after (`postpack`).
 */

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { repositoryAddress } from "./repository.ts";

const TEXTS = ["README.md", "README.zh-CN.md", "llms.txt"];
const KEPT = ".cache/packed";

interface Manifest {
  version: string;
  repository: { url: string };
  files: readonly string[];
}

/** `[words](target)`, and `![words](target)` for a picture. */
const LINK = /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g;

/** What npm puts into every tarball. */
const ALWAYS = ["LICENSE", "README.md", "README.zh-CN.md"];

/** The text with absolute links; while nobody knows where the repository is, words and paths in their place. */
export function packed(name: string, text: string, manifest: Manifest): string {
  const address = repositoryAddress(manifest);
  const carried = [...ALWAYS, ...manifest.files];
  return text.replace(LINK, (link, picture: string, words: string, target: string) => {
    if (/^(https?:|#)/.test(target) || carried.includes(target)) return link;
    if (address)
      return `${picture}[${words}](${address}/${picture ? "raw" : "blob"}/v${manifest.version}/${target})`;
    if (picture) return "";
    const place = name.includes("zh-CN") ? `仓库里的 \`${target}\`` : `\`${target}\` in the repository`;
    return words === target ? place : `${words} (${place})`;
  });
}

function exchange(manifest: Manifest): void {
  restore(manifest);
  mkdirSync(KEPT, { recursive: true });
  for (const name of TEXTS) {
    copyFileSync(name, `${KEPT}/${name}`);
    writeFileSync(name, packed(name, readFileSync(name, "utf8"), manifest));
  }
}

/** Also after a pack that was interrupted; what somebody has written since is left alone. */
function restore(manifest: Manifest): void {
  for (const name of TEXTS.filter((name) => existsSync(`${KEPT}/${name}`))) {
    const kept = readFileSync(`${KEPT}/${name}`, "utf8");
    if (readFileSync(name, "utf8") === packed(name, kept, manifest)) writeFileSync(name, kept);
  }
  rmSync(KEPT, { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  if (process.argv.includes("--restore")) restore(manifest);
  else exchange(manifest);
}
