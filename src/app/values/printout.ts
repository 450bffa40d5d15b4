/** numpy's printout over several lines, from the one line that `Tensor.toString()` gives. */

/**
 * Rows stand under each other, matrices are a blank line apart.
 * @param text such as `array([[1., 2.], [3., 4.]], dtype=float32)`
 * @param start what stands before it on the first line
 */
export function printout(text: string, start = ""): string {
  const head = /^array\((\[*)/.exec(text);
  if (!head) return start + text;
  const indent = (closed: number) => " ".repeat(start.length + "array(".length + head[1]!.length - closed);
  const broken = text.replace(/(\]+), (\.\.\., )?(?=\[)/g, (_, closing: string, dots?: string) => {
    const next = "\n".repeat(closing.length) + indent(closing.length);
    return `${closing},${next}${dots ? `...,${next}` : ""}`;
  });
  return start + broken;
}
