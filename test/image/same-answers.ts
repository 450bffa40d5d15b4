/** The tests that hold a page's tensors to a Serving's own pipeline, for a demo worker and for the real one. */

import { afterAll, beforeAll, expect, it } from "vitest";
import { type Sample, samples } from "../../src/samples/index.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { decodeOutputs } from "../../src/wire/output.ts";
import { type Caller, caller, request } from "../demo-serving/predict-call.ts";
import { builtSamples } from "../model/built-samples.ts";
import { fromBase64 } from "../setup/bytes.ts";
import { inBrowsers, openForTests } from "./served-page.ts";
import { turnedPhoto } from "./turned-photo.ts";

interface Answer {
  labels: string[];
  scores: number[];
}

/** A score of a picture that `toUpload` encoded anew is this close to that of its exact tensor. */
const UPLOAD_PRECISION = 0.03;

/** @param serving HOST:PORT of a Serving with `resnet50`; asked for when the tests run */
export function sameAnswers(serving: () => string): void {
  let client: Caller;
  let photos: Map<string, string | Uint8Array>;
  beforeAll(async () => {
    client = caller(serving());
    photos = await builtSamples();
  });
  afterAll(() => client?.close());

  const photoOf = ({ file }: Pick<Sample, "file">) => photos.get(`samples/${file}`) as Uint8Array;

  async function answer(method: string, inputs: Record<string, Uint8Array | Tensor>): Promise<Answer> {
    const { instances, errors } = await client.predict(request("resnet50", method, [inputs]), [2]);
    if (!instances[0]?.size) throw new Error(errors[0]?.text);
    const { label, score } = decodeOutputs(instances[0]);
    return { labels: String(label).split(";"), scores: [...(score as Tensor<"float32">).data] };
  }
  const ofFile = (image: Uint8Array) => answer("classify_top5", { image });

  inBrowsers((name) => {
    const opened = openForTests(name);

    /** The servable's own pipeline, done in the page. */
    async function ofTensor(file: Uint8Array, exif: "ignore" | "upright"): Promise<Answer> {
      opened.server.files.set("photo.jpg", file);
      const base64 = await opened.page.evaluate(async (exif) => {
        const photo = await imageTools.fetchFile("photo.jpg");
        const { data } = await imageTools.toTensor(photo, { resize: [224, 224], scale: 1 / 255, exif });
        return imageTools.toBase64(new Blob([data]));
      }, exif);
      const data = new Float32Array(fromBase64(base64).buffer);
      return answer("classify_pixels_top5", { pixels: new Tensor("float32", data, [3, 224, 224]) });
    }

    async function uploaded(file: Uint8Array): Promise<Uint8Array> {
      opened.server.files.set("photo.jpg", file);
      const base64 = await opened.page.evaluate(async () =>
        imageTools.toBase64(await imageTools.toUpload(await imageTools.fetchFile("photo.jpg"))),
      );
      return fromBase64(base64);
    }

    it.each(samples)("$id gets the same labels and scores as a file and as a tensor", async (sample) => {
      const file = photoOf(sample);
      const asFile = await ofFile(file);
      expect(asFile.labels[0]).toBe(sample.expectedTop1);
      expect(await ofTensor(file, "ignore")).toEqual(asFile);
    });

    // Each orientation has a photo of its own.
    const turned = samples.slice(0, 7).map((sample, i) => ({ ...sample, orientation: i + 2 }));
    it.each(turned)(
      "$id, turned by orientation $orientation, gets them as it lies, and upright about what toUpload gets it",
      async (sample) => {
        const file = await turnedPhoto(photoOf(sample), sample.orientation);
        expect(await ofTensor(file, "ignore")).toEqual(await ofFile(file));

        const shown = await ofTensor(file, "upright");
        const sent = await ofFile(await uploaded(file));
        expect([shown.labels[0], sent.labels[0]]).toEqual([sample.expectedTop1, sample.expectedTop1]);
        expect(Math.abs(sent.scores[0]! - shown.scores[0]!)).toBeLessThan(UPLOAD_PRECISION);
      },
    );
  });
}
