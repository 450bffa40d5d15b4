/** Errors of image work: DOMExceptions by the platform's own names, with what is wrong and how to fix it. */

/** A DOMException of this name; `cause` is what the browser said. */
export function imageError(name: string, message: string, cause?: unknown): DOMException {
  const error = new DOMException(message, name);
  if (cause !== undefined) Object.defineProperty(error, "cause", { value: cause, configurable: true });
  return error;
}

/** `"cat.jpg" (1234 bytes)`, or `the image (1234 bytes)` where it has no name. */
export function describeBlob(blob: Blob, type = ""): string {
  const name = "name" in blob ? JSON.stringify(blob.name) : "the image";
  return `${name} (${type === "" ? "" : `${type}, `}${blob.size} bytes)`;
}

/** An error as the worker sends it: not every browser clones DOMExceptions. */
export interface SentError {
  name: string;
  message: string;
}

export function toSentError(error: unknown): SentError {
  const { name, message } = error as Partial<SentError>;
  return { name: name ?? "Error", message: message ?? String(error) };
}

export function fromSentError({ name, message }: SentError): Error {
  if (name === "TypeError") return new TypeError(message);
  if (name === "RangeError") return new RangeError(message);
  return new DOMException(message, name);
}
