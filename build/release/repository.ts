/** Where this repository is, which stands in one place: the field "repository" of package.json. */

/** A reserved name, which leads nowhere. */
const PLACEHOLDER = "git.example";

/** @returns its address for people, or `undefined` while package.json has a placeholder */
export function repositoryAddress({ repository }: { repository: { url: string } }): string | undefined {
  const { url } = repository;
  return new URL(url).hostname === PLACEHOLDER ? undefined : url.replace(/^git\+/, "").replace(/\.git$/, "");
}
