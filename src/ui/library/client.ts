/** The client library: a chunk of its own, so that a page paints before it is there. */

/** `Client`, `tensor`, `isError` and all else of the client. */
export const loadClient = () => import("../../client/index.ts");

export type ClientLibrary = Awaited<ReturnType<typeof loadClient>>;
