/** Which Python `npm run serving` takes, and what it says where there is none, no room, or another machine. */

import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { expectDisk } from "../../src/serving/disk.ts";
import { expectPlatform } from "../../src/serving/platform.ts";
import { findPython } from "../../src/serving/python.ts";

const good = { shared: true, venv: true };

/** Programs that answer as these Pythons would; `PATH` and pyenv's folder with nothing else in them. */
async function machineWith(pythons: Record<string, { version: string; shared: boolean; venv: boolean }>) {
  const root = await mkdtemp(join(tmpdir(), "pythons-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [path, answers] of Object.entries(pythons)) {
    const program = join(root, path);
    await mkdir(dirname(program), { recursive: true });
    await writeFile(program, `#!/bin/sh\necho '${JSON.stringify(answers)}'\n`);
    await chmod(program, 0o755);
  }
  const environment = { PATH: join(root, "bin"), PYENV_ROOT: join(root, "pyenv") };
  return { root, environment };
}

const pyenv = (version: string) => `pyenv/versions/${version}/bin/python`;

describe.skipIf(process.platform === "win32")("the Python that is taken", () => {
  it("is 3.9 on PATH, before all others", async () => {
    const { environment } = await machineWith({
      "bin/python3.9": { version: "3.9", ...good },
      "bin/python3.7": { version: "3.7", ...good },
      [pyenv("3.9.18")]: { version: "3.9", ...good },
    });
    expect(await findPython(false, environment)).toMatchObject({
      program: "python3.9",
      form: { name: "full" },
    });
  });

  it("is 3.9 under pyenv before 3.7 on PATH", async () => {
    const { root, environment } = await machineWith({
      "bin/python3.7": { version: "3.7", ...good },
      [pyenv("3.9.18")]: { version: "3.9", ...good },
    });
    expect(await findPython(false, environment)).toMatchObject({
      program: join(root, pyenv("3.9.18")),
      form: { name: "full" },
    });
  });

  it("is 3.7 for the Lite form, alone or when it is asked for", async () => {
    const { root, environment } = await machineWith({ [pyenv("3.7.16")]: { version: "3.7", ...good } });
    const lite = { program: join(root, pyenv("3.7.16")), form: { name: "lite" } };
    expect(await findPython(false, environment)).toMatchObject(lite);
    const both = await machineWith({
      "bin/python3.9": { version: "3.9", ...good },
      "bin/python3.7": { version: "3.7", ...good },
    });
    expect(await findPython(true, both.environment)).toMatchObject({
      program: "python3.7",
      form: { name: "lite" },
    });
  });

  it("has libpython as a shared library, and venv: those without are passed over", async () => {
    const { root, environment } = await machineWith({
      "bin/python3.9": { version: "3.9", shared: false, venv: true },
      [pyenv("3.9.1")]: { version: "3.9", shared: true, venv: false },
      [pyenv("3.9.18")]: { version: "3.9", ...good },
    });
    expect(await findPython(false, environment)).toMatchObject({ program: join(root, pyenv("3.9.18")) });
  });

  it("is the one that SERVING_PYTHON names, also where others are", async () => {
    const { root, environment } = await machineWith({
      "bin/python3.9": { version: "3.9", ...good },
      "mine/python": { version: "3.7", ...good },
    });
    const named = { ...environment, SERVING_PYTHON: join(root, "mine/python") };
    expect(await findPython(false, named)).toMatchObject({
      program: join(root, "mine/python"),
      form: { name: "lite" },
    });
  });
});

describe.skipIf(process.platform === "win32")("where no Python will do, one sentence says so:", () => {
  it.each([
    [
      false,
      /^The real MindSpore Serving needs Python 3\.9, or 3\.7 for its Lite form, .*: install one, or name it with SERVING_PYTHON=/,
    ],
    [
      true,
      /^The real MindSpore Serving needs Python 3\.7 \(--lite\), .*: install one, or name it with SERVING_PYTHON=/,
    ],
  ])("with none at all (--lite: %s)", async (lite, sentence) => {
    const { environment } = await machineWith({ [pyenv("3.11.7")]: { version: "3.11", ...good } });
    await expect(findPython(lite, environment)).rejects.toThrow(sentence);
  });

  it.each([
    ["is not there", undefined, false, /which does not run as Python: name another\.$/],
    [
      "is of another version",
      { version: "3.11", ...good },
      false,
      /is Python 3\.11: Serving's wheels need 3\.9 or 3\.7\.$/,
    ],
    [
      "is 3.9 where --lite is asked for",
      { version: "3.9", ...good },
      true,
      /is Python 3\.9: Serving's wheels need 3\.7\.$/,
    ],
    [
      "has no libpython",
      { version: "3.9", shared: false, venv: true },
      false,
      /lacks libpython as a shared library: install/,
    ],
    [
      "has no venv",
      { version: "3.9", shared: true, venv: false },
      false,
      /lacks venv \(ensurepip\): install/,
    ],
  ])("what SERVING_PYTHON names %s", async (_, answers, lite, sentence) => {
    const { root, environment } = await machineWith(answers ? { python: answers } : {});
    const named = { ...environment, SERVING_PYTHON: join(root, "python") };
    await expect(findPython(lite, named)).rejects.toThrow(sentence);
    await expect(findPython(lite, named)).rejects.toThrow(/^SERVING_PYTHON is /);
  });
});

it("a machine other than x86-64 Linux is refused, with the way out", () => {
  expect(() => expectPlatform("linux", "x64")).not.toThrow();
  for (const [platform, arch] of [
    ["darwin", "arm64"],
    ["linux", "arm64"],
    ["win32", "x64"],
  ]) {
    expect(() => expectPlatform(platform, arch)).toThrow(
      `MindSpore Serving's wheels are for x86-64 Linux only, and this is ${platform} on ${arch}: run it on such a machine and give its address to npm start -- --worker HOST:PORT.`,
    );
  }
});

it("a disk without room is reported before anything is downloaded: how much is needed, how much is left, and where", async () => {
  const { root } = await machineWith({});
  const folder = join(root, "serving");
  await expectDisk(folder, 1);
  await expect(expectDisk(folder, 1e18)).rejects.toThrow(
    new RegExp(
      `^MindSpore Serving's environment needs 1000000000\\.0 GB of disk while it is made, and ${folder} has \\d+\\.\\d GB left: make room there\\.$`,
    ),
  );
});
