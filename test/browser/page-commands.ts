/** The commands of this repo that serve the page, with each proxy. */

import { binary, howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";

/** For those that start an Envoy. */
export const envoyEnv: Record<string, string> = binary === undefined ? {} : { ENVOY_PATH: binary };

export const pageCommands = [
  { title: "npm start", command: "start", words: ["--proxy", "bridge"], skip: false },
  {
    title: `npm start with Envoy${howToGetEnvoy}`,
    command: "start",
    words: ["--proxy", "envoy"],
    skip: skipWithoutEnvoy,
  },
  { title: "npm run dev", command: "dev", words: [], skip: false },
];
