/** Text from its bytes. */

let decoder: TextDecoder | undefined;

/** Keeps a byte order mark, which is text like any other here; bytes that are no UTF-8 become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  // Not before it is used: this is also imported where there is no TextDecoder.
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes);
}
