import { describe, expect, it } from "vitest";
import { toCsv, toJson, toText } from "../../src/app/classify/results/export.ts";
import type { Photo } from "../../src/photos/index.ts";
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

it("one result is copied as a text", () => {
  expect(toText(labelled(1, ["giant panda, panda", "ox"], [0.5, undefined]))).toBe(
    "1.jpg\n0.5\tgiant panda, panda\nox",
  );
});
