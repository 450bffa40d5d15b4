/** The client and the image library, loaded when they are needed, and the clients that a page keeps. */

export { keptClient } from "./kept-client.ts";
export { type ClientLibrary, loadClient, loadImages } from "./load.ts";
export { once } from "./once.ts";
