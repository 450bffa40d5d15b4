import { describe, expect, it } from "vitest";
import { toCsv, toJson, toText } from "../../src/app/classify/results/export.ts";
import { type Outputs, Tensor, tensor } from "../../src/client/index.ts";
import type { Photo, PhotoState } from "../../src/photos/index.ts";
import { labelled, photoOf } from "../photos/photos.ts";

const why = () => 'Preprocess "Failed",\nreally';
const named = (photo: Photo, path: string): Photo => ({ ...photo, path });
const csv = (...photos: Photo[]) => toCsv(photos, why).split("\r\n").slice(1, -1);

describe("CSV", () => {
  it("has a head and a line for each photo, for Excel too", () => {
    const text = toCsv([labelled(1, ["ox", "giant panda, panda"], [0.5, undefined])], why);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.slice(1)).toBe(
      [
        "file,state,label_1,score_1,label_2,score_2,label_3,score_3,label_4,score_4,label_5,score_5,error,bytes,sent_bytes,upload_ms,server_ms,total_ms,photos_in_call",
        '1.jpg,done,ox,0.5,"giant panda, panda",,,,,,,,,1000,1000,10,20,31,1',
        "",
      ].join("\r\n"),
    );
  });

  it("quotes what has commas, quotes or line ends", () => {
    expect(csv(named(photoOf(1, "failed"), 'a "b".jpg'))).toEqual([
      '"a ""b"".jpg",failed,,,,,,,,,,,"Preprocess ""Failed"",\nreally",1000,,,,,',
    ]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])(
    "%j is not left as a formula for a spreadsheet",
    (evil) => {
      const [line] = csv(named(labelled(1, [evil], [-3.5]), `${evil}.jpg`));
      const cells = line!.split(",");
      expect(cells[0]!.replace(/^"/, "")).toBe(`'${evil}.jpg${cells[0]!.startsWith('"') ? '"' : ""}`);
      expect(cells[2]!.replaceAll('"', "")).toBe(`'${evil}`);
      // A number is one, whatever its sign.
      expect(cells[3]).toBe("-3.5");
    },
  );
});

describe("JSON", () => {
  it("has the server's labels and scores as they came, and where the time went", () => {
    const photos = [labelled(1, ["giant panda, panda"], [0.5]), photoOf(2, "failed"), photoOf(3, "waiting")];
    expect(JSON.parse(toJson(photos, why))).toEqual([
      {
        file: "1.jpg",
        bytes: 1000,
        state: "done",
        labels: [{ label: "giant panda, panda", score: 0.5 }],
        sentBytes: 1000,
        uploadMs: 10,
        serverMs: 20,
        totalMs: 31,
        photosInCall: 1,
      },
      { file: "2.jpg", bytes: 1000, state: "failed", error: why() },
      { file: "3.jpg", bytes: 1000, state: "waiting" },
    ]);
  });
});

describe("an answer without labels", () => {
  const answered = (id: number, outputs: Outputs): Photo => {
    const photo = photoOf(id, "done");
    return { ...photo, state: { ...photo.state, outputs } as PhotoState };
  };
  const one = answered(1, {
    class_id: tensor([388n], "int64"),
    probability: tensor([0.25, 0.5]),
    "a,b": "=text",
    huge: 2n ** 60n,
    boxes: new Tensor("float32", new Float32Array(4000), [1000, 4]),
    json: new TextEncoder().encode('{"a": 1}'),
    bytes: new Uint8Array([255, 0]),
    nothing: tensor(Number.NaN),
  });

  it("has its outputs in JSON, every digit of them", () => {
    expect(JSON.parse(toJson([one], why))[0]).toMatchObject({
      labels: [],
      outputs: {
        class_id: [388],
        probability: [0.25, 0.5],
        "a,b": "=text",
        huge: "1152921504606846976",
        boxes: "float32 (1000, 4)",
        json: '{"a": 1}',
        bytes: "2 bytes",
      },
    });
  });

  it("has a column for each output in CSV, and leaves it empty for photos without", () => {
    const [head, first, second] = toCsv([one, labelled(2, ["ox"])], why).split("\r\n");
    expect(head).toMatch(
      /,photos_in_call,output\.class_id,output\.probability,"output\.a,b",output\.huge,output\.boxes,output\.json,output\.bytes,output\.nothing$/,
    );
    expect(first).toMatch(
      /,1,388,"\[0\.25,0\.5\]",'=text,1152921504606846976,"float32 \(1000, 4\)","\{""a"": 1\}",2 bytes,null$/,
    );
    expect(second).toMatch(/,1,,,,,,,,$/);
  });

  it("is copied as its outputs", () => {
    expect(toText(answered(1, { class_id: tensor([388], "int32", []), probability: 0.5 }))).toBe(
      "1.jpg\nclass_id = 388\nprobability = 0.5",
    );
  });
});

it("all labels are saved, more than a card has room for", () => {
  const photo = labelled(1, ["a", "b", "c", "d", "e", "f", "g"]);
  expect(JSON.parse(toJson([photo], why))[0].labels).toHaveLength(7);
  expect(toCsv([photo], why).split("\r\n")[0]).toContain(",label_7,score_7,error,");
});

it("one result is copied as a text", () => {
  expect(toText(labelled(1, ["giant panda, panda", "ox"], [0.5, undefined]))).toBe(
    "1.jpg\n0.5\tgiant panda, panda\nox",
  );
});
