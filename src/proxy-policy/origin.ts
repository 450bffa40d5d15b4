/** Origins as they are written on a command line. */

/**
 * Checks that a text is an origin as browsers send it: scheme, host and, when not the default, port. A scheme may be
 * any, since extensions and apps in a web view have their own: `chrome-extension://…`, `capacitor://localhost`.
 * @throws TypeError naming the text and the origin that was probably meant.
 */
export function parseOrigin(text: string): string {
  const { meant = "https://example.com" } = originOf(text) ?? {};
  if (meant === text) return text;
  throw new TypeError(
    `${JSON.stringify(text)} is not an origin: give scheme, host and port only, as browsers do, such as ${meant}`,
  );
}

/** The hosts that listed origins vouch for: those of web pages. */
export function hostsOf(origins: readonly string[]): string[] {
  return origins.filter((origin) => /^https?:/.test(origin)).map((origin) => new URL(origin).hostname);
}

function originOf(text: string): { meant: string } | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s"\\]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const { origin, protocol, host } = new URL(text);
  if (host === "") return undefined;
  // Of schemes that are not the web's, URL says that their origin is "null"; browsers send scheme and host.
  return { meant: origin === "null" ? `${protocol}//${host}` : origin };
}
