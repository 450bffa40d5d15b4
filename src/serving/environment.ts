/** Serving's own environment: a venv with pinned wheels, and MindSpore Lite's native libraries. */

import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { folderOf, hashOf, SOURCE } from "./cache-folders.ts";
import { expectDisk } from "./disk.ts";
import type { Form } from "./full-or-lite.ts";
import { makeOnce } from "./make-once.ts";
import type { Python } from "./python.ts";
import { runPython } from "./python-run.ts";

export interface Environment {
  form: Form;
  /** The venv's Python. */
  python: string;
  /** What a process of it needs in its environment. */
  variables: NodeJS.ProcessEnv;
  /** Changes when anything in it does. */
  version: string;
}

/** Parts of MindSpore's wheel for other devices: 1.8 GB of 2.3. */
const OTHER_DEVICES = /^(gpu|ascend|libmindspore_(gpu|ascend))/;

const LITE_WHEEL = [
  "--no-deps",
  "--only-binary=:all:",
  "--python-version=37",
  "--implementation=cp",
  "--abi=cp37m",
  "--platform=manylinux1_x86_64",
  "mindspore-lite==2.0.0",
];

/**
 * Makes the environment when it is not there yet: one to four minutes, most of it the download.
 *
 * @param say gets what is being done, for people
 * @throws Error with one sentence: too little disk, no package index
 */
export async function prepareEnvironment(
  { program, form }: Python,
  say: (line: string) => void,
): Promise<Environment> {
  const requirements = join(SOURCE, `environment/requirements-${form.name}.txt`);
  const libraries = join(SOURCE, "environment/lite_libraries.py");
  const folder = join(folderOf(form), "environment");
  const version = hashOf([requirements, libraries]);
  await makeOnce(folder, version, async () => {
    await expectDisk(folder, form.diskBytes);
    say(
      `Making MindSpore Serving's environment with Python ${form.python} in ${folder}: a few minutes, once …`,
    );
    const venv = join(folder, "venv");
    await runPython("python -m venv", program, ["-m", "venv", venv]);
    const python = join(venv, "bin/python");
    const pip = (...words: string[]) =>
      runPython(`pip ${words[0]}`, python, ["-m", "pip", "--disable-pip-version-check", ...words]);
    const wheels = join(folder, "wheels");
    await pip("download", "--quiet", "--dest", wheels, ...LITE_WHEEL);
    // All are named with their versions, so pip need not look for more.
    await pip("install", "--quiet", "--no-deps", "--find-links", wheels, "--requirement", requirements);
    const wheel = join(wheels, (await readdir(wheels))[0]!);
    await runPython("Taking Lite's libraries out of its wheel", python, [
      libraries,
      wheel,
      join(folder, "lib"),
    ]);
    await rm(wheels, { recursive: true });
    if (form.name === "full") await removeOtherDevices(venv);
  });
  return {
    form,
    python: join(folder, "venv/bin/python"),
    variables: {
      ...process.env,
      LD_LIBRARY_PATH: [
        join(folder, `venv/lib/python${form.python}/site-packages/mindspore_serving/lib`),
        join(folder, "lib"),
        process.env.LD_LIBRARY_PATH,
      ]
        .filter(Boolean)
        .join(":"),
      PYTHONUNBUFFERED: "1",
      PYTHONDONTWRITEBYTECODE: "1",
    },
    version,
  };
}

async function removeOtherDevices(venv: string): Promise<void> {
  const plugins = join(venv, "lib/python3.9/site-packages/mindspore/lib/plugin");
  for (const name of await readdir(plugins)) {
    if (OTHER_DEVICES.test(name)) await rm(join(plugins, name), { recursive: true });
  }
}
