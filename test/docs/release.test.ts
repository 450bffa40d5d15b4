/** What is asked before a version is published, and the texts that the tarball carries. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { releaseFaults } from "../../build/release/faults.ts";
import { packed } from "../../build/release/packed-readme.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  version: string;
  files: string[];
  repository: { url: string };
  scripts: Record<string, string>;
};
const { version } = manifest;
const known = { ...manifest, repository: { url: "git+https://github.com/people/serving-web.git" } };
const placeholder = { ...manifest, repository: { url: "git+https://git.example/OWNER/serving-web.git" } };

const ready = {
  manifest: known,
  changelog: `## ${version} – 2030-01-31\n`,
  readmes: { "README.md": "words" },
  tag: `v${version}`,
};

describe("a release is refused", () => {
  it("not when all is well", () => {
    expect(releaseFaults(ready)).toEqual([]);
    expect(releaseFaults({ ...ready, tag: undefined })).toEqual([]);
  });

  it("while package.json has a placeholder for the repository's address", () => {
    expect(releaseFaults({ ...ready, manifest: placeholder })).toEqual([
      expect.stringMatching(/^package\.json: "repository" is still a placeholder .*: write /),
    ]);
  });

  it("while the changelog gives the version no day", () => {
    const faults = [expect.stringContaining(`${version} has no day`)];
    expect(releaseFaults({ ...ready, changelog: `## ${version} (unreleased)` })).toEqual(faults);
    expect(releaseFaults({ ...ready, changelog: "## 9.9.9 – 2030-01-31" })).toEqual(faults);
  });

  it("while a README says how to do without npm", () => {
    const readmes = { "README.md": readFileSync("README.md", "utf8") };
    const said = readmes["README.md"].includes("not on npm yet");
    expect(releaseFaults({ ...ready, readmes })).toEqual(
      said ? [expect.stringContaining("README.md: ")] : [],
    );
  });

  it("when the tag is another version's", () => {
    expect(releaseFaults({ ...ready, tag: "v0.0.9" })).toEqual([expect.stringContaining("The tag v0.0.9")]);
  });

  it("by npm publish too, and by the workflow before it", () => {
    expect(manifest.scripts.prepublishOnly).toBe("npm run release:check");
    const workflow = readFileSync(".github/workflows/publish.yml", "utf8");
    const steps = [...workflow.matchAll(/- run: npm ([\w:-]+(?: [\w:-]+)?)/g)].map(([, words]) => words);
    expect(steps).toEqual(["install --global", "ci", "run release:check", "test", "pack", "publish"]);
    expect(workflow).toMatch(/id-token: write/);
    expect(workflow).toMatch(/npm publish .*--provenance/);
  });
});

describe("a README in the tarball", () => {
  const names = ["README.md", "README.zh-CN.md", "llms.txt"];
  const targetsIn = (about: typeof manifest) =>
    names.flatMap((name) => {
      const text = packed(name, readFileSync(name, "utf8"), about);
      return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    });

  it("leads into the repository at the version's tag, where the files are", () => {
    const base = "https://github.com/people/serving-web/";
    const links = targetsIn(known).filter((link) => link.startsWith(base));
    const paths = links.map((link) => /\/(?:blob|raw)\/v([^/]+)\/([^#]+)/.exec(link)!);
    expect(paths.filter(([, tag, path]) => tag !== version || !existsSync(path!))).toEqual([]);
    expect(links.length).toBeGreaterThan(20);
    expect(packed("README.md", "![a](docs/a.webp)", known)).toBe(`![a](${base}raw/v${version}/docs/a.webp)`);
  });

  it("has no link into a repository that nobody knows", () => {
    const carried = ["LICENSE", ...names];
    const elsewhere = targetsIn(placeholder).filter((target) => !/^https?:/.test(target));
    expect(elsewhere.filter((target) => !carried.includes(target))).toEqual([]);
    expect(packed("README.md", "[Guide](docs/guide.md), [AGENTS.md](AGENTS.md)", placeholder)).toBe(
      "Guide (`docs/guide.md` in the repository), `AGENTS.md` in the repository",
    );
  });
});

it("the README names the tarball that npm pack writes, as long as it names one", () => {
  const names = readFileSync("README.md", "utf8").match(/mindspore-serving-web-[\d.]+\.tgz/g) ?? [];
  expect(names.filter((name) => name !== `mindspore-serving-web-${version}.tgz`)).toEqual([]);
});
