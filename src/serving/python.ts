/** Finds a Python that Serving's wheels are for. */

import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Form, FULL, LITE } from "./full-or-lite.ts";

export interface Python {
  /** Path or name of the program. */
  program: string;
  form: Form;
}

/** What a candidate says about itself; Serving's C++ needs libpython as a shared library. */
const QUESTIONS = `
import ctypes, importlib.util, json, sys, sysconfig
name = sysconfig.get_config_var("INSTSONAME") or ""
try:
    ctypes.CDLL(name)
    shared = True
except OSError:
    shared = False
print(json.dumps({"version": "%d.%d" % sys.version_info[:2], "shared": shared,
                  "venv": importlib.util.find_spec("ensurepip") is not None}))
`;

interface Answers {
  version: string;
  shared: boolean;
  venv: boolean;
}

/**
 * The Python named by `SERVING_PYTHON`, else the first fitting one on PATH or under pyenv: 3.9 before 3.7.
 *
 * @param lite only the Lite form will do
 * @throws Error with one sentence: which Python is missing and how to name one
 */
export async function findPython(lite: boolean, environment = process.env): Promise<Python> {
  const forms = lite ? [LITE] : [FULL, LITE];
  const named = environment.SERVING_PYTHON;
  if (named) return askNamed(named, forms, environment);
  for (const form of forms) {
    for (const program of candidates(form, environment)) {
      const answers = await ask(program, environment);
      if (answers && fits(answers, form)) return { program, form };
    }
  }
  throw new Error(
    `The real MindSpore Serving needs ${lite ? "Python 3.7 (--lite)" : "Python 3.9, or 3.7 for its Lite form"}, built with its shared library (libpython) and venv, but there is none on PATH or under pyenv: install one, or name it with SERVING_PYTHON=/path/to/python.`,
  );
}

async function askNamed(
  program: string,
  forms: readonly Form[],
  environment: NodeJS.ProcessEnv,
): Promise<Python> {
  const answers = await ask(program, environment);
  if (!answers) throw new Error(`SERVING_PYTHON is ${program}, which does not run as Python: name another.`);
  const form = forms.find(({ python }) => python === answers.version);
  if (!form) {
    const wanted = forms.map(({ python }) => python).join(" or ");
    throw new Error(`SERVING_PYTHON is Python ${answers.version}: Serving's wheels need ${wanted}.`);
  }
  if (fits(answers, form)) return { program, form };
  const missing = answers.shared ? "venv (ensurepip)" : "libpython as a shared library";
  throw new Error(
    `SERVING_PYTHON is ${program}, which lacks ${missing}: install that, or name another Python.`,
  );
}

function fits({ version, shared, venv }: Answers, { python }: Form): boolean {
  return version === python && shared && venv;
}

function candidates({ python }: Form, environment: NodeJS.ProcessEnv): string[] {
  const pyenv = join(environment.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  let versions: string[] = [];
  try {
    versions = readdirSync(pyenv).filter((version) => version.startsWith(`${python}.`));
  } catch {
    // No pyenv here.
  }
  return [`python${python}`, ...versions.map((version) => join(pyenv, version, "bin", "python"))];
}

/** `undefined` when it can't be run. pyenv's own `python3.9` can't where that version is not chosen. */
async function ask(program: string, env: NodeJS.ProcessEnv): Promise<Answers | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, ["-c", QUESTIONS], { env });
    return JSON.parse(stdout) as Answers;
  } catch {
    return undefined;
  }
}
