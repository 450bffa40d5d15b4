/** The client, the image library and what reads signatures, loaded when they are needed, and the clients that a page keeps. */

export { keptClient } from "./kept-client.ts";
export { type ClientLibrary, loadClient, loadImages, loadSignature } from "./load.ts";
export { once } from "./once.ts";
