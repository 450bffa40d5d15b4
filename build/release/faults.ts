/** What has to be done by hand before a version may be published. */

import { repositoryAddress } from "./repository.ts";

interface Release {
  manifest: { version: string; repository: { url: string } };
  changelog: string;
  /** By name. */
  readmes: Readonly<Record<string, string>>;
  /** Name of the tag that is being published, where there is one. */
  tag?: string | undefined;
}

/** Above and below what a README says only as long as npm has no package to install. */
const UNPUBLISHED = "<!-- until it is published -->";

/** @returns a sentence each; nothing when the version may be published */
export function releaseFaults({ manifest, changelog, readmes, tag }: Release): string[] {
  const faults: string[] = [];
  const { version, repository } = manifest;
  if (!repositoryAddress(manifest)) {
    faults.push(
      `package.json: "repository" is still a placeholder (${repository.url}): write this repository's own address there; links of the package are made of it.`,
    );
  }
  const heading = changelog.split("\n").find((line) => line.startsWith(`## ${version}`));
  if (!heading || !/\d{4}-\d\d-\d\d/.test(heading)) {
    faults.push(`CHANGELOG.md: ${version} has no day: write "## ${version} – YEAR-MONTH-DAY".`);
  }
  for (const [name, text] of Object.entries(readmes)) {
    if (text.includes(UNPUBLISHED)) {
      faults.push(
        `${name}: say how to install it from npm, in place of the tarball, and take out what stands between the lines ${UNPUBLISHED}.`,
      );
    }
  }
  if (tag !== undefined && tag !== `v${version}`) {
    faults.push(
      `The tag ${tag} is not that of package.json's version: publish v${version}, or change one of them.`,
    );
  }
  return faults;
}
