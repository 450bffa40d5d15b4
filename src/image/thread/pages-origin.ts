const importing = new Map<string, string>();

/** A worker's own file must be of the page's origin; what that file imports may come from anywhere. */
export function ofPagesOrigin(file: string): string {
  if (new URL(file).origin === location.origin) return file;
  let own = importing.get(file);
  if (own === undefined) {
    own = URL.createObjectURL(new Blob([`import ${JSON.stringify(file)};`], { type: "text/javascript" }));
    importing.set(file, own);
  }
  return own;
}
