/**
 * Whether a chosen file can still be read: not a folder, not moved or changed since. One that can't would take its
 * neighbours in the call along, and the browser would only say that the network failed.
 */
export async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
