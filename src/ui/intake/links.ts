/** Addresses of pictures in what is dragged or copied in another page. */

import type { Links } from "./given.ts";

/**
 * The pictures of the markup, for a picture within a link is listed by the link's address; else what is listed, else
 * what is written.
 */
export function addressesIn({ uris, html, text }: Links): string[] {
  const listed = uris.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  for (const some of [sourcesIn(html), listed, text.split(/\s+/)]) {
    const addresses = some.map(addressOf).filter((one) => one !== undefined);
    if (addresses.length > 0) return [...new Set(addresses)];
  }
  return [];
}

/**
 * The `src` of each `<img>`. Read as text: a parser would be held up by a page's Trusted Types, and an element made of
 * it would load what it names.
 */
function sourcesIn(html: string): string[] {
  // Without the tag's end, which would be sought to the text's end for each tag that has none.
  const tags = html.matchAll(/<img(?=\s)((?:[^>"']+|"[^"]*"|'[^']*')*)/gi);
  return Array.from(tags, ([, attributes]) => {
    const all = attributes!.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g);
    const source = [...all].find(([, name]) => name!.toLowerCase() === "src");
    return withoutEntities(source?.[2] ?? source?.[3] ?? source?.[4] ?? "");
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** `//host/path` as pages write it; `undefined` for what is no whole address. */
function addressOf(text: string): string | undefined {
  const address = text.trim();
  const whole = address.startsWith("//") ? `https:${address}` : address;
  return URL.canParse(whole) ? whole : undefined;
}
