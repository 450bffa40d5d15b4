/** What a page posts to its bench, which waits for it: `/post/<name>`, a value as JSON. */

import type { IncomingMessage, ServerResponse } from "node:http";

export class Posts {
  readonly #waiting = new Map<string, { done(value: unknown): void; fail(error: Error): void }>();
  #held: ServerResponse | undefined;

  /** What the page posts next under this name. @throws Error with the page's own, when it posts that */
  posted(name: string): Promise<unknown> {
    return new Promise((done, fail) => this.#waiting.set(name, { done, fail }));
  }

  /** Answers the page that has posted "memory-begins". */
  go(): void {
    this.#held?.end();
  }

  /** Takes a page's post. */
  async receive(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const value: unknown = JSON.parse((await collect(request)).toString());
    if (name === "memory-begins") this.#held = response;
    else response.end();
    if (name === "error") {
      for (const { fail } of this.#waiting.values()) fail(new Error(`in the page: ${value}`));
    } else if (name === "progress") process.stderr.write(`  ${value} …\n`);
    else this.#waiting.get(name)?.done(value);
  }
}

export async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
