/**
 * @param load brings a part of the page, such as by an `import()`
 * @returns brings it once: all who ask go on in the order in which they asked, which several `import()` of one module
 *   that is on its way do not promise. When it fails it is asked for again at the next call
 */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let brought: Promise<T> | undefined;
  return () => {
    brought ??= load().catch((error) => {
      brought = undefined;
      throw error;
    });
    return brought;
  };
}
