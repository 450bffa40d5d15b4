/** The real Serving of `npm run test:serving`. In CI it must be there; elsewhere its tests are skipped. */

import { inject } from "vitest";
import type {} from "./start.ts";

const { address, missing, page } = inject("serving");

export const skipWithoutServing = address === undefined;

/** For the names of skipped tests. */
export const howToGetServing = skipWithoutServing ? ` (skipped: ${missing})` : "";

/** HOST:PORT of its gRPC port, with every servable of src/serving/servables; only for tests that are not skipped. */
export const servingAddress = address ?? "";

/** Folder of a page that has the client, and the sample photos in `samples/`. */
export const pageFolder = page;
