/** The real MindSpore Serving, from nothing to answering: Python, environment, models, process. */

import { createServer } from "node:net";
import { expectAnswers } from "./answers.ts";
import { prepareEnvironment } from "./environment.ts";
import type { Form } from "./form.ts";
import { runFolderOf } from "./place.ts";
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
  /** Names of the servables to start. Default: all. */
  only?: readonly string[];
  /** Gets what is being done, for people. */
  say?: (line: string) => void;
}

export interface RealServing extends Serving {
  /** HOST:PORT of its gRPC port. */
  address: string;
  form: Form;
  servables: readonly string[];
}

/** @throws Error with one sentence about what is missing or failed */
export async function startRealServing(options: RealServingOptions): Promise<RealServing> {
  const { lite = false, say = () => {}, only = await servableNames(), ...rest } = options;
  expectPlatform();
  const python = await findPython(lite);
  const environment = await prepareEnvironment(python, say);
  const servables = await prepareServables(environment, say);
  const port = await freePort(options.port);
  const address = `127.0.0.1:${port}`;
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
  return { ...serving, close, address, form: python.form, servables: only };
}

/** Serving itself says little about a taken port. @throws Error with one sentence that names it */
function freePort(port: number): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is taken: choose another with --port.`)
          : new Error(`Port ${port} can't be had: ${error.message}`),
      ),
    );
    server.listen(port, "127.0.0.1", () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });
}
