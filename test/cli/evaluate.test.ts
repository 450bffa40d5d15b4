/** The command `evaluate`, as it is run, at a demo worker whose classifier says what is written in the "photo". */

import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { ProgressLine } from "../../src/cli/evaluate/progress-line.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import type { Classifier, ClassifyOutcome } from "../../src/demo-serving/model/classifier.ts";
import { Run } from "../../src/evaluation/index.ts";
import { directoryOf, freePort, startBridge } from "../bridge/parts.ts";
import { startMain } from "./run-main.ts";

/** A photo is a text: its labels, best first, with `;` between them; the first has the score behind `=`. */
function classified(image: Uint8Array): ClassifyOutcome {
  const [first = "", ...others] = new TextDecoder().decode(image).split(";");
  const [label, score = "0.5"] = first.split("=");
  if (label === "broken") return { error: "cannot decode image" };
  const labels = [label!, ...others, ..."12345"].slice(0, 5);
  return { labels, scores: Float32Array.from(labels, (_, rank) => Number(score) / 2 ** rank) };
}

const reader: Classifier = {
  name: "reader",
  input: [3, 1, 1],
  classify: async (images) => images.map(classified),
  classifyPixels: async () => [],
  close: async () => {},
};

async function startWorker(classifier = reader): Promise<{ worker: DemoServing; url: string }> {
  const worker = await startDemoServing({ port: 0, classifier });
  onTestFinished(() => worker.close());
  return { worker, url: (await startBridge(worker.address)).url };
}

const started = (...words: string[]) => startMain("evaluate", ...words);
const command = (...words: string[]) => started(...words).ended;

const PHOTOS = {
  "cat/1.jpg": "tabby, cat",
  "cat/2.jpg": "dog, hound=0.9;tabby, cat",
  "cat/3.jpg": "tabby, cat",
  "dog/1.PNG": "dog, hound",
  "dog/2.jpg": "broken",
  "dog/3.jpg": "",
  "dog/notes.txt": "no photo",
  "dog/.hidden.jpg": "no photo either",
  "n02123159/1.jpg": "tiger cat",
  "0.jpg": "tabby, cat",
};

describe("evaluate", () => {
  it("prints shares, classes, what is taken for what, mistakes, and every photo that failed or is in no figure", async () => {
    const { url } = await startWorker();
    const folder = await directoryOf(PHOTOS);
    const { code, out, err } = await command(url, "resnet50", "classify_top5", folder);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.replace(/in [\d.]+ s, [\d.,]+ per/, "in … s, … per")).toBe(
      `resnet50.classify_top5: 8 photos in … s, … per second

top-1  42.86 %  3 of 7 labelled photos
top-5  57.14 %  4 of 7 labelled photos

2 photos failed, counted as wrong: 1 model-failed, 1 file
1 photo of names that no answer had as a label, counted as wrong: n02123159. If the model has them by other names, say so by --map.
1 photo without a label of yours, in no figure: 0.jpg
1 other file below the folder, not sent

class       photos   recall  precision
n02123159        1    0.0 %          –
dog, hound       3   33.3 %     50.0 %
tabby, cat       3   66.7 %    100.0 %

most confused
     1  tabby, cat taken for dog, hound
     1  n02123159 taken for tiger cat

worst mistakes
 0.900  cat/2.jpg: tabby, cat taken for dog, hound
 0.500  n02123159/1.jpg: n02123159 taken for tiger cat

failed
dog/2.jpg: model-failed: ${out.match(/dog\/2\.jpg: model-failed: (.*)/)![1]}
dog/3.jpg: file: the file is empty (0 bytes).
`,
    );
    expect(out).toMatch(/dog\/2\.jpg: .*cannot decode image/);
  });

  it("prints one JSON object alone, takes names by --map, and saves each photo", async () => {
    const { url } = await startWorker();
    const folder = await directoryOf({ ...PHOTOS, "names.json": '{"n02123159": "tiger cat"}' });
    const { code, out, err } = await command(
      ...[url, "resnet50", "classify_top5", folder, "--json"],
      ...["--map", `${folder}/names.json`, "--save", `${folder}/all.csv`],
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      servable: "resnet50",
      settled: 8,
      failed: 2,
      unmapped: 0,
      top1: 4 / 7,
      top5: 5 / 7,
      otherFiles: 2,
      unsent: 0,
      failures: [
        { file: "dog/2.jpg", kind: "model-failed" },
        { file: "dog/3.jpg", kind: "file" },
      ],
      withoutTruth: ["0.jpg"],
    });
    const lines = readFileSync(`${folder}/all.csv`, "utf8").split("\r\n");
    expect(lines).toHaveLength(10);
    expect(lines).toContain(
      'cat/2.jpg,cat,"tabby, cat",0,"dog, hound",0.89999998,"tabby, cat",0.44999999,1,0.22499999,2,0.1125,3,0.056249999,,',
    );
  });

  it("takes labels from --csv, and tells photos of it that are not there", async () => {
    const { url } = await startWorker();
    const folder = await directoryOf({ "a/1.jpg": "cat", "a/2.jpg": "cat" });
    writeFileSync(`${folder}/labels.csv`, "file,label\na/1.jpg,cat\na/2.jpg,dog\na/3.jpg,dog\n");
    const { out } = await command(url, "resnet50", "classify_top5", folder, "--csv", `${folder}/labels.csv`);
    expect(out).toContain("top-1  50.00 %  1 of 2 labelled photos");
    expect(out).toContain("1 photo of --csv not found below the folder: a/3.jpg");
  });

  it("knows of labels that no answer had by --signature, so that their names are no unknown ones", async () => {
    const { url } = await startWorker();
    const folder = await directoryOf({
      "photos/tench/1.jpg": "goldfish",
      "photos/goldfish/1.jpg": "goldfish",
      "resnet50.json": JSON.stringify({
        signature: 1,
        servable: "resnet50",
        methods: { classify_top5: { outputs: { label: { labels: ["tench, Tinca tinca", "goldfish"] } } } },
      }),
    });
    const ask = (...words: string[]) =>
      command(url, "resnet50", "classify_top5", `${folder}/photos`, "--json", ...words);
    expect(JSON.parse((await ask()).out)).toMatchObject({ top1: 0.5, unmapped: 1 });
    const { out } = await ask("--signature", `${folder}/resnet50.json`);
    expect(JSON.parse(out)).toMatchObject({
      top1: 0.5,
      unmapped: 0,
      confusion: expect.arrayContaining([{ truth: "tench, Tinca tinca", predicted: "goldfish", photos: 1 }]),
    });
  });

  it("ends with 1 below a minimum, which a method with one label can't reach for the five best", async () => {
    const { url } = await startWorker();
    const folder = await directoryOf({ "cat/1.jpg": "cat", "cat/2.jpg": "dog" });
    const ask = (method: string, ...words: string[]) => command(url, "resnet50", method, folder, ...words);
    expect(await ask("classify_top5", "--min-top1", "0.5", "--min-top5", ".5")).toMatchObject({
      code: 0,
      err: "",
    });
    expect(await ask("classify_top5", "--min-top1", "0.51")).toMatchObject({
      code: 1,
      err: "\ntop-1 is 50.00 %, below the 51.00 % that --min-top1 asks for.\n",
    });
    expect(await ask("classify_top1", "--min-top5", "0")).toMatchObject({
      code: 1,
      err: "\ntop-5 is not known, as answers have 1 label: leave out --min-top5, or give what it needs.\n",
    });
  });

  it("sends a link's folder once, and follows none in circles", async () => {
    const { url } = await startWorker();
    const folder = await directoryOf({ "cat/1.jpg": "cat" });
    symlinkSync(folder, `${folder}/cat/around`);
    const { out } = await command(url, "resnet50", "classify_top5", folder, "--json");
    expect(JSON.parse(out)).toMatchObject({ settled: 1, top1: 1 });
  });

  it("reads photos when their turn comes: of a thousand only some are read when the first call is answered", async () => {
    const seen: string[] = [];
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let called = () => {};
    const waiting = new Promise<void>((done) => {
      called = done;
    });
    const { url } = await startWorker({
      ...reader,
      classify: async (images) => {
        called();
        await held;
        seen.push(...images.map((image) => new TextDecoder().decode(image)));
        return images.map(classified);
      },
    });
    const names = Array.from({ length: 1000 }, (_, i) => `cat/${String(i).padStart(4, "0")}.jpg`);
    const folder = await directoryOf(Object.fromEntries(names.map((name) => [name, "cat"])));
    const { ended } = started(url, "resnet50", "classify_top5", folder, "--json");
    await waiting;
    for (const name of names.slice(100)) writeFileSync(`${folder}/${name}`, "dog");
    release();
    const { right1 } = JSON.parse((await ended).out);
    expect(seen).toHaveLength(1000);
    expect(right1).toBeLessThanOrEqual(100);
  });

  it("goes on after the worker was gone for a while", async () => {
    let calls = 0;
    let lost = () => {};
    const gone = new Promise<void>((done) => {
      lost = done;
    });
    const counting: Classifier = {
      ...reader,
      classify: async (images) => {
        if (++calls === 3) lost();
        return images.map(classified);
      },
    };
    const port = await freePort();
    const first = await startDemoServing({ port, classifier: counting });
    const bridge = await startBridge(first.address);
    const folder = await directoryOf(
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`cat/${i}.jpg`, "cat"])),
    );
    const words = ["classify_top5", folder, "--batch", "1", "--concurrency", "1", "--json"];
    const { ended } = started(bridge.url, "resnet50", ...words);
    await gone;
    await first.close();
    const second = await startDemoServing({ port, classifier: reader });
    onTestFinished(() => second.close());
    const { code, out } = await ended;
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, settled: 60, failed: 0, top1: 1 });
  });

  it("stops when nobody answers any more, tells what there is, and blames no photo", async () => {
    let calls = 0;
    const { worker, url } = await startWorker({
      ...reader,
      classify: async (images) => {
        if (++calls === 5) void worker.close();
        return images.map(classified);
      },
    });
    const folder = await directoryOf(
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`cat/${i}.jpg`, "cat"])),
    );
    const words = ["--batch", "1", "--concurrency", "1", "--retry", "0", "--json"];
    const { code, out, err } = await command(url, "resnet50", "classify_top5", folder, ...words);
    expect(code).toBe(1);
    expect(err).toMatch(/^\nNot finished: .*Start Serving, or check the worker's address/);
    const { ok, failed, settled, unsent } = JSON.parse(out);
    expect({ ok, failed, all: settled + unsent }).toEqual({ ok: false, failed: 0, all: 60 });
    expect(settled).toBeGreaterThanOrEqual(4);
    expect(unsent).toBeGreaterThanOrEqual(50);
  });

  it("ended by Ctrl+C prints what there is", async () => {
    let answered = () => {};
    const some = new Promise<void>((done) => {
      answered = done;
    });
    let calls = 0;
    const { url } = await startWorker({
      ...reader,
      classify: async (images) => {
        if (++calls < 3) return images.map(classified);
        answered();
        return new Promise(() => {});
      },
    });
    const folder = await directoryOf(
      Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`cat/${i}.jpg`, "cat"])),
    );
    const words = ["classify_top5", folder, "--batch", "1", "--concurrency", "1"];
    const { child, ended } = started(url, "resnet50", ...words);
    await some;
    child.kill("SIGINT");
    const { code, out, err } = await ended;
    expect({ code, err }).toEqual({ code: 1, err: "\nNot finished: you ended it.\n" });
    expect(out).toContain("top-1  100.00 %  2 of 2 labelled photos");
    expect(out).toContain("7 photos not sent, in no figure");
  });

  it("says why no call gets through before it sends a photo", async () => {
    const folder = await directoryOf({ "cat/1.jpg": "cat" });
    const { url } = await startWorker();
    const nobody = await command(`http://127.0.0.1:${await freePort()}`, "resnet50", "classify_top5", folder);
    expect(nobody).toMatchObject({ code: 1, out: "", err: expect.stringContaining("Check that the proxy") });
    const unknown = await command(url, "resnet50", "classify", folder);
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining("Check the method's name") });
  });
});

/** Says of each photo what `named` does, else the first of its labels. */
const renaming = (named: Readonly<Record<string, string>>): Classifier => ({
  ...reader,
  classify: async (images) =>
    images.map((image) => {
      const text = new TextDecoder().decode(image);
      return classified(new TextEncoder().encode(named[text] ?? text));
    }),
});

describe("a second one, compared with the first", () => {
  const FOLDER = {
    "cat/1.jpg": "cat",
    "cat/2.jpg": "dog",
    "cat/3.jpg": "owl",
    "dog/1.jpg": "dog",
    "dog/2.jpg": "broken",
  };

  it("may be at another address: shares of both, agreement, changed labels and photos are told", async () => {
    const { url } = await startWorker();
    const other = await startWorker(renaming({ owl: "cat", dog: "wolf" }));
    const folder = await directoryOf(FOLDER);
    const words = ["classify_top5", folder, "--second-address", other.url];
    const { code, out, err } = await command(url, "resnet50", ...words);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.replaceAll(/in [\d.]+ s, [\d.,]+ per/g, "in … s, … per")).toContain(
      `1  resnet50.classify_top5 at ${url}: 5 photos in … s, … per second
   top-1  40.00 %  2 of 5 labelled photos
   top-5  40.00 %  2 of 5 labelled photos
   1 photo failed, counted as wrong: 1 model-failed

2  resnet50.classify_top5 at ${other.url}: 5 photos in … s, … per second
   top-1  40.00 %  2 of 5 labelled photos
   top-5  40.00 %  2 of 5 labelled photos
   1 photo failed, counted as wrong: 1 model-failed
   2 photos of names that no answer had as a label, counted as wrong: dog. If the model has them by other names, say so by --map.

they agree on 1 of 4 photos that both have answered: 25.00 %
only the first is right: 1; only the second: 1
exact binomial McNemar test: p = 1: a difference this small may well be chance

changed labels
     2  dog → wolf
     1  owl → cat

changed photos
dog/1.jpg: dog → wolf (dog: the first is right)
cat/3.jpg: owl → cat (cat: the second is right)
cat/2.jpg: dog → wolf (cat: neither is right)

failed in 1
dog/2.jpg: model-failed: `,
    );
  });

  it("may be another method or version, of photos that nobody labelled; JSON and CSV have both", async () => {
    const { url } = await startWorker();
    const folder = await directoryOf({ "1.jpg": "cat", "2.jpg": "dog" });
    const words = [
      "--second-method",
      "classify_top1",
      "--second-version",
      "1",
      "--save",
      `${folder}/all.csv`,
    ];
    const { code, out } = await command(url, "resnet50", "classify_top5", folder, ...words, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      method: "classify_top5",
      version: 0,
      settled: 2,
      unlabelled: 2,
      second: { address: url, servable: "resnet50", method: "classify_top1", version: 1, settled: 2 },
      comparison: { photos: 2, agreed: 2, agreement: 1, labelled: 0, test: null, changed: [] },
    });
    expect(readFileSync(`${folder}/all.csv`, "utf8")).toContain("1.jpg,,0,,cat,0.5,,cat,");
    const text = await command(url, "resnet50", "classify_top5", folder, "--second-method", "classify_top1");
    expect(text.out).toContain(
      "   no photo has a label of yours: it is not known how often the method is right\n",
    );
    expect(text.out).toMatch(/they agree on 2 of 2 photos that both have answered: 100\.00 %\n$/);
  });

  it("ends with 1 where it is right less often by more than --max-drop, or agrees less than --min-agreement", async () => {
    const { url } = await startWorker();
    const other = await startWorker(renaming({ dog: "wolf" }));
    const folder = await directoryOf({ ...FOLDER, "dog/2.jpg": "dog" });
    const ask = (...words: string[]) =>
      command(url, "resnet50", "classify_top5", folder, "--second-address", other.url, ...words);
    expect(await ask("--max-drop", "0.4", "--min-agreement", "0.4")).toMatchObject({ code: 0, err: "" });
    expect(await ask("--max-drop", "0.39", "--min-agreement", "0.41", "--min-top1", "0.6")).toMatchObject({
      code: 1,
      err: `
top-1 of the second is 20.00 %, below the 60.00 % that --min-top1 asks for.

top-1 drops from 60.00 % to 20.00 %, by more than the 39.00 % that --max-drop allows.

they agree on 40.00 % of 5 photos, below the 41.00 % that --min-agreement asks for.
`,
    });
  });

  it("is looked for before the first one's photos are sent", async () => {
    let calls = 0;
    const { url } = await startWorker({
      ...reader,
      classify: async (images) => {
        calls++;
        return images.map(classified);
      },
    });
    const folder = await directoryOf(FOLDER);
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const { code, err } = await command(
      url,
      "resnet50",
      "classify_top5",
      folder,
      "--second-address",
      nowhere,
    );
    expect({ code, calls }).toEqual({ code: 1, calls: 0 });
    expect(err).toContain(`classify_top5 at ${nowhere}: `);
  });
});

describe("the line of progress", () => {
  function linesOf(isTTY: boolean, columns: number): string[] {
    const lines: string[] = [];
    const { stderr } = process;
    const before = { isTTY: stderr.isTTY, columns: stderr.columns };
    Object.assign(stderr, { isTTY, columns });
    const write = vi.spyOn(stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
    try {
      const run = new Run();
      for (let i = 0; i < 1500; i++) run.add(`${i}.jpg`, "cat");
      run.answer(0, [{ label: "cat" }]);
      run.answer(1, [{ label: "dog" }]);
      const line = new ProgressLine(1500, new Map());
      line.show(run);
      line.show(run);
      line.clear();
      return lines;
    } finally {
      write.mockRestore();
      Object.assign(stderr, before);
    }
  }

  it("is written over and over on a terminal, not more often than one can read, and cleared", () => {
    const lines = linesOf(true, 0);
    expect(lines).toEqual([expect.stringContaining("\r\u001B[K2"), "\r\u001B[K"]);
    expect(lines[0]!.slice(4)).toMatch(/^2 of 1,500 photos · top-1 50\.00 % · [\d.,]+ per second$/);
  });

  it("is no longer than the terminal is wide, which would begin a second line", () => {
    expect(linesOf(true, 21)[0]).toBe("\r\u001B[K2 of 1,500 photos · ");
  });

  it("is not written where nobody looks", () => expect(linesOf(false, 80)).toEqual([]));
});

describe("wrong use of evaluate ends with 2 and one sentence", () => {
  const mistakes: [words: string[], sentence: RegExp][] = [
    [["resnet50", "classify_top5"], /^give ADDRESS SERVABLE METHOD FOLDER, such as http/],
    [["resnet50", "classify_top5", "FOLDER", "--min-top1", "70"], /^--min-top1 70: give a share from 0 to 1/],
    [
      ["resnet50", "classify_top5", "FOLDER", "--batch", "0"],
      /^--batch 0: give a whole number from 1 to 1000/,
    ],
    [["resnet50", "classify_top5", "FOLDER", "--bath", "1"], /--bath.*--help lists the options\./],
    [["resnet50", "classify_top5", "FOLDER/cat/none"], /none can't be read: ENOENT/],
    [["resnet50", "classify_top5", "FOLDER/empty"], /^there is no photo below .*: name another folder\./],
    [
      ["resnet50", "classify_top5", "FOLDER", "--csv", "FOLDER/bad.csv"],
      /bad\.csv, line 2: 3 fields in the place of two/,
    ],
    [
      ["resnet50", "classify_top5", "FOLDER", "--map", "FOLDER/no.csv"],
      /no\.csv is not there: give the path of a file or folder/,
    ],
    [
      ["resnet50", "classify_top5", "FOLDER", "--save", "FOLDER/no/all.csv"],
      /all\.csv can't be written: ENOENT/,
    ],
    [
      ["resnet50", "classify_top5", "FOLDER", "--input", "photo"],
      /^the method has no input photo: give --input image\./,
    ],
    [["add", "add_common", "FOLDER"], /^the method has no input image: give --input x1 or x2\./],
    [["add", "add_common", "FOLDER", "--input", "x1"], /^the method takes x2 beside x1, which no folder has/],
    [["", "classify_top5", "FOLDER"], /servable/],
    [
      ["resnet50", "classify_top5", "FOLDER", "--max-drop", "0.1"],
      /^--max-drop compares two: give one of --second-address, /,
    ],
    [
      ["resnet50", "classify_top5", "FOLDER", "--second-version", "1", "--max-drop", "1%"],
      /^--max-drop 1%: give a share from 0 to 1, such as 0\.01/,
    ],
    [["resnet50", "classify_top5", "FOLDER", "--second-address", "nowhere at all"], /nowhere at all/],
    [
      ["resnet50", "classify_top5", "FOLDER", "--second-method", "classify_top1", "--second-input", "photo"],
      /^the second method has no input photo: give --second-input image\./,
    ],
  ];

  it.each(mistakes)("%j", async (words, sentence) => {
    const folder = await directoryOf({
      "cat/1.jpg": "cat",
      "empty/x.txt": "",
      "bad.csv": "file,label\na.jpg,tench, Tinca tinca\n",
    });
    const { url } = await startWorker();
    const { code, out, err } = await command(url, ...words.map((word) => word.replace("FOLDER", folder)));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});
