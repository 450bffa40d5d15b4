/** The proxy's address, as it is set: with a scheme, a path alone, or a host alone, which is called by http. */

/** Ready to be resolved against the page's address; empty for the page's own place. */
export function proxyAddress(setting: string): string {
  const text = setting.trim().replace(/\/+$/, "");
  return text === "" || /^([a-z][a-z\d+.-]*:\/\/|\/)/i.test(text) ? text : `http://${text}`;
}
