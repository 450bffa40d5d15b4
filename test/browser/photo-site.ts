/**
 * The built app and a plain page with the element, at one address with a stand-in for proxy and Serving: it checks
 * and refuses requests as Serving does, and the test says what becomes of the photos of each call. For replies that
 * no healthy server sends.
 */

import { readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, relative } from "node:path";
import { contentTypeOf } from "../../src/bridge/content-type.ts";
import { outcomeReply, refusal } from "../../src/demo-serving/protocol/outcome-reply.ts";
import { rulesOf } from "../../src/demo-serving/protocol/release.ts";
import { checkRequest } from "../../src/demo-serving/protocol/request-check.ts";
import type { Outcome, Servable } from "../../src/demo-serving/protocol/servable.ts";
import { FRAME_HEADER_BYTES } from "../../src/wire/frame.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { PredictReply, PredictRequest } from "../../src/wire/message.ts";
import { decodeRequest } from "../../src/wire/request.ts";
import { type Answer, goodBody, ReplyServer } from "../setup/reply-server.ts";

/** What becomes of a call: each photo has a label, the reply is cut off, or none of them can be decoded. */
type Verdict = "good" | "broken" | "no image";

const RULES = rulesOf("2.0");
const PROTO = { "content-type": "application/grpc-web+proto" };

const SERVABLE: Servable = {
  name: "resnet50",
  versions: [1n],
  methods: new Map([["classify_top5", { inputs: ["image"], run: () => [] }]]),
};

const ELEMENT_PAGE = `<!doctype html><html lang="en"><title>Photos</title><link rel="icon" href="/icon.svg" />
  <script type="module" src="/elements.js"></script><serving-classifier multiple></serving-classifier></html>`;

export class PhotoSite {
  /** Photos by name; one of other bytes is called "made anew". */
  readonly photos = new Map<string, Buffer>();
  /** Names of the photos in each call that has come. */
  readonly calls: string[][] = [];
  /** Their bytes, all calls' in one list. */
  readonly received: Buffer[] = [];
  /** Whether Serving has the one that is called. */
  hasServable = true;
  answer: (names: readonly string[]) => Verdict | Promise<Verdict> = () => "good";
  readonly #address: string;
  readonly #port: number;
  #server: ReplyServer;

  private constructor(server: ReplyServer) {
    this.#address = server.address;
    this.#port = server.port;
    this.#server = server;
    this.#open(server);
  }

  static async start(): Promise<PhotoSite> {
    return new PhotoSite(await ReplyServer.start());
  }

  get app(): string {
    return `${this.#address}/`;
  }

  get elementPage(): string {
    return `${this.#address}/element-page.html`;
  }

  /** Ends calls under way, too. */
  close(): Promise<void> {
    return this.#server.close();
  }

  /** After {@link close}, at the same address. */
  async startAgain(): Promise<void> {
    this.#server = await ReplyServer.start(this.#port);
    this.#open(this.#server);
  }

  #open(server: ReplyServer): void {
    server.documents.set("/demo.json", { type: "application/json", body: '{"demo": false}' });
    server.documents.set("/element-page.html", { type: "text/html", body: ELEMENT_PAGE });
    for (const [path, document] of builtFiles()) server.documents.set(path, document);
    server.answer = this.#answer;
  }

  #answer: Answer = async ({ body }, response, { method }) => {
    if (method !== "POST") return response.writeHead(404).end();
    const request = decodeRequest(body.subarray(FRAME_HEADER_BYTES), RULES.instancesField);
    const names = this.#take(request);
    const checked = checkRequest(request, this.hasServable ? [SERVABLE] : [], RULES);
    if ("refused" in checked) return send(response, refusal(request.spec, checked.refused, RULES));
    const verdict = await this.answer(names);
    const outcomes = names.map(verdict === "no image" ? noImage : labelled);
    return send(response, outcomeReply(request.spec, outcomes, RULES), verdict === "broken" ? 3 : 0);
  };

  /** @returns names of the photos in a call; the app also makes calls without any, to learn what is there */
  #take({ instances }: PredictRequest): string[] {
    const images = instances.flatMap((one) => one.get("image")?.bytesVal ?? []);
    const names = images.map((image) => this.#nameOf(image as Uint8Array));
    this.received.push(...images.map((image) => Buffer.from(image as Uint8Array)));
    if (names.length > 0) this.calls.push(names);
    return names;
  }

  #nameOf(image: Uint8Array): string {
    return [...this.photos].find(([, bytes]) => bytes.equals(image))?.[0] ?? "made anew";
  }
}

/** @param missing bytes that are cut off its end */
function send(response: ServerResponse, reply: PredictReply, missing = 0): void {
  const whole = goodBody(reply);
  response.writeHead(200, PROTO).end(whole.subarray(0, whole.length - missing));
}

const labelled = (name: string): Outcome => new Map([["label", encodeInput(`label of ${name}`)]]);

const noImage = (): Outcome => ({
  failed: "function",
  function: "preprocess_eager",
  phase: "Preprocess",
  stage: 1,
  text: "Decode: image decode failed",
});

let built: Map<string, { type: string; body: Buffer }> | undefined;

/** Files of the built app by path. */
function builtFiles() {
  if (built) return built;
  const folder = "dist/app";
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(gz|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const documents = paths.map((path) => {
    const at = `/${relative(folder, path).replace(/^index\.html$/, "")}`;
    return [at, { type: contentTypeOf(path), body: readFileSync(path) }] as const;
  });
  built = new Map(documents);
  return built;
}
