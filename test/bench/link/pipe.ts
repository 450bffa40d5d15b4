/** One connection's bytes in one direction: held back until the link has brought them. */

import type { Direction } from "./direction.ts";

/** Small enough that bytes come as steadily as packets do, at the rates of such links. */
const PIECE_BYTES = 8192;

interface Source {
  pause(): unknown;
  resume(): unknown;
}

interface Sink {
  /** Calls back once it has passed the bytes on, or never again when it is broken. */
  write(bytes: Uint8Array, passedOn: () => void): unknown;
  /** What comes after the last byte. */
  end(): unknown;
  reset(): unknown;
}

interface PipeOptions {
  direction: Direction;
  source: Source;
  sink: Sink;
  /** The most that is on its way at a time, in bytes; then the source is held up, as by TCP. */
  windowBytes: number;
}

interface Arrival {
  at: number;
  deliver(): void;
}

export class Pipe {
  readonly #options: PipeOptions;
  readonly #arrivals: Arrival[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #onTheWay = 0;

  constructor(options: PipeOptions) {
    this.#options = options;
  }

  take(bytes: Uint8Array): void {
    const { source, sink, windowBytes } = this.#options;
    this.#onTheWay += bytes.length;
    if (this.#onTheWay >= windowBytes) source.pause();
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      const passedOn = () => {
        this.#onTheWay -= piece.length;
        if (this.#onTheWay < windowBytes) source.resume();
      };
      this.#send(piece.length, () => sink.write(piece, passedOn));
    }
  }

  /** No more is to come; the other direction goes on. */
  end(): void {
    this.#send(0, () => this.#options.sink.end());
  }

  /** The connection broke on this side. */
  reset(): void {
    this.#send(0, () => this.#options.sink.reset());
  }

  /** Forgets what is on its way. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#arrivals.length = 0;
  }

  #send(bytes: number, deliver: () => void): void {
    this.#arrivals.push({ at: this.#options.direction.send(bytes, performance.now()), deliver });
    if (this.#arrivals.length === 1) this.#wait();
  }

  #wait(): void {
    this.#timer = setTimeout(() => this.#deliver(), this.#arrivals[0]!.at - performance.now());
  }

  /** What is due; timers come late, and at times a little early. */
  #deliver(): void {
    while (this.#arrivals[0] && this.#arrivals[0].at <= performance.now()) this.#arrivals.shift()!.deliver();
    if (this.#arrivals.length > 0) this.#wait();
  }
}
