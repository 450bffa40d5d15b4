/** Room for what `npm run serving` makes. */

import { mkdir, statfs } from "node:fs/promises";

/**
 * @param folder is made when it is not there
 * @throws Error with one sentence when there are less than `bytes` left where it lies
 */
export async function expectDisk(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes) return;
  const gb = (count: number) => (count / 1e9).toFixed(1);
  throw new Error(
    `MindSpore Serving's environment needs ${gb(bytes)} GB of disk while it is made, and ${folder} has ${gb(free)} GB left: make room there.`,
  );
}
