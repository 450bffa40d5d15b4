/**
 * Lets a server import the elements, where frameworks render pages: Lit asks for the page's objects when it is loaded,
 * and this gives it others where there is no page. Lit's own build for servers would define `customElements` for all.
 */

import type { Plugin } from "rolldown";

const STAND_INS = {
  "reactive-element.js": `const HTMLElement = globalThis.HTMLElement ?? class { constructor() { throw new TypeError("missing here: HTMLElement. Elements are made in a page, not on a server"); } };`,
  "lit-html.js": `const document = globalThis.document ?? { createTreeWalker() {} };`,
};

export function litOnServers(): Plugin {
  return {
    name: "lit on servers",
    transform: {
      filter: { id: /(reactive-element|lit-html)\.js$/ },
      handler: (code, id) => {
        const name = Object.keys(STAND_INS).find((name) => id.endsWith(`/${name}`));
        // On the first line, so that the others keep their numbers.
        return name ? { code: STAND_INS[name as keyof typeof STAND_INS] + code, map: null } : null;
      },
    },
  };
}
