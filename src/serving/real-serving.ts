/** The real MindSpore Serving, from nothing to answering: Python, environment, models, process. */

import { claimPort } from "../machine/index.ts";
import { expectAnswers } from "./answers.ts";
import { runFolderOf } from "./cache-folders.ts";
import { prepareEnvironment } from "./environment.ts";
import type { Form } from "./full-or-lite.ts";
import { expectPlatform } from "./platform.ts";
import { findPython } from "./python.ts";
import { noteRunning } from "./running.ts";
import { prepareServables, servableNames } from "./servables.ts";
import { type Serving, type ServingOptions, startServing } from "./serving-process.ts";

export interface RealServingOptions extends Pick<ServingOptions, "workers" | "maxMsgMbSize"> {
  /** The Lite form, also where the full one could be made. */
  lite?: boolean;
  /** gRPC port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** The command's option for it, for an error's text. Default `--port`. */
  portOption?: string;
  /** Names of the servables to start. Default: all. */
  only?: readonly string[];
  /** Gets what is being done, for people. */
  say?: (line: string) => void;
}

export interface RealServing extends Serving {
  /** HOST:PORT of its gRPC port. */
  address: string;
  port: number;
  form: Form;
  servables: readonly string[];
}

const HOST = "127.0.0.1";

/** @throws Error with one sentence about what is missing or failed */
export async function startRealServing(options: RealServingOptions): Promise<RealServing> {
  const { lite = false, say = () => {}, only = await servableNames(), portOption, ...rest } = options;
  expectPlatform();
  const python = await findPython(lite);
  const environment = await prepareEnvironment(python, say);
  const servables = await prepareServables(environment, say);
  // Serving itself says little about a taken port.
  const port = await claimPort({ host: HOST, port: options.port, option: portOption });
  const address = `${HOST}:${port}`;
  say(`Starting MindSpore Serving 2.0.2 (${python.form.description}) …`);
  const serving = await startServing({
    ...rest,
    environment,
    servables,
    only,
    address,
    runFolder: runFolderOf(port),
  });
  try {
    await expectAnswers(address, only);
  } catch (error) {
    await serving.close();
    throw error;
  }
  const forget = await noteRunning(port);
  const close = async () => {
    await forget();
    await serving.close();
  };
  return { ...serving, close, address, port, form: python.form, servables: only };
}
