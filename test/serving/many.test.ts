/** Two hundred photos from a page to the real Serving, some of them broken. */

import { expect, it } from "vitest";
import { samples } from "../../src/samples/index.ts";
import { throughBoth } from "./page.ts";

const PHOTOS = 200;
/** Cut short, or no picture at all. */
const isBroken = (i: number) => i % 23 === 5 || i % 23 === 6;

throughBoth("inferMany", ({ evaluate }) => {
  it(`of ${PHOTOS} photos each gets its own label, and each broken one its error, neighbours unharmed`, async () => {
    const { found, progress } = await evaluate(
      async ({ files, broken }) => {
        const { Client, isError } = globalThis.serving;
        const photos = await Promise.all(files.map(async (file) => (await fetch(`/samples/${file}`)).blob()));
        async function* images() {
          for (const [i, bad] of broken.entries()) {
            const photo = photos[i % photos.length]!;
            yield { image: !bad ? photo : i % 2 ? photo.slice(0, photo.size / 2) : new Blob(["no photo"]) };
          }
        }
        const found: string[] = [];
        const progress: number[] = [];
        const client = new Client("", "resnet50", "classify_top1");
        const outcomes = client.inferMany(images(), { onProgress: ({ done }) => progress.push(done) });
        for await (const { index, outcome } of outcomes) {
          found[index] = isError(outcome) ? `${outcome.kind}: ${outcome.error}` : String(outcome.label);
        }
        return { found, progress };
      },
      {
        files: samples.map(({ file }) => file),
        broken: Array.from({ length: PHOTOS }, (_, i) => isBroken(i)),
      },
    );
    const expected = Array.from({ length: PHOTOS }, (_, i) =>
      isBroken(i)
        ? expect.stringMatching(/^model-failed: Call Function 'resnet50\.preprocess_eager' Failed/)
        : samples[i % samples.length]!.expectedTop1,
    );
    expect(found).toEqual(expected);
    expect(progress).toEqual(Array.from({ length: PHOTOS }, (_, i) => i + 1));
  }, 120_000);

  it("a photo of which the end is missing fails alone, between two that are whole", async () => {
    const found = await evaluate(async () => {
      const { Client, isError, unwrap } = globalThis.serving;
      const photo = await (await fetch("/samples/dome.jpg")).blob();
      const cuts = [photo.size >> 1, photo.size - 2];
      const images = cuts.flatMap((size) => [photo.slice(0, size), photo]);
      const result = await new Client("", "resnet50", "classify_top1").infer(
        images.map((image) => ({ image })),
      );
      return unwrap(result).map((outcome) => (isError(outcome) ? outcome.kind : outcome.label));
    }, undefined);
    expect(found).toEqual(Array(2).fill(["model-failed", "dome"]).flat());
  });
});
