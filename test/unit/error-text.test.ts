/** An error's text as people read it. */

import { describe, expect, it } from "vitest";
import { errorText, isError, ServingError } from "../../src/client/index.ts";
import { toResult } from "../../src/client/serving/outcome.ts";
import { errorMessage } from "../../src/demo-serving/protocol/error-message.ts";
import { rulesOf } from "../../src/demo-serving/protocol/release.ts";
import { concat } from "../../src/wire/bytes.ts";
import { decodeReply, encodeReply } from "../../src/wire/reply.ts";

const RULE = "-".repeat(66);
const FUNCTION = (name: string, method: string) =>
  `Call Function '${name}' Failed, method: '${method}', stage index(begin with 1): 1, error msg: `;

/** What mindspore.dataset 2.0 throws of a picture that it can't decode. */
const DATASET = `Exception thrown from dataset pipeline. Refer to 'Dataset Pipeline Error Message'. 

${RULE}
- Dataset Pipeline Error Message: 
${RULE}
[ERROR] Decode: image decode failed.

${RULE}
- C++ Call Stack: (For framework developers) 
${RULE}
mindspore/ccsrc/minddata/dataset/kernels/image/image_utils.cc(362).


`;

/** The error of a whole call whose only instance failed, over the wire, as a server of the release sends it. */
function failed(text: string, release = "2.0") {
  const errors = [errorMessage(3, text, rulesOf(release))];
  const reply = decodeReply(concat(encodeReply({ instances: [], errors }).parts as Uint8Array[]));
  const result = toResult(reply, "2.0");
  if (!isError(result)) expect.fail("an error was taken for a result");
  return result;
}

describe("errorText()", () => {
  it("is the text itself where there is nothing around it", () => {
    const text = "Request servable(add) method(m) , method is not available";
    expect(errorText(failed(text))).toBe(text);
    expect(errorText({ error: "", code: 3, kind: "model-failed" })).toBe("");
  });

  it("has an exception's own words first, then the function and its stage", () => {
    const text = `${FUNCTION("add.add_trans_datatype", "add_cast")}'str' object has no attribute 'astype'`;
    expect(errorText(failed(text))).toBe(
      "'str' object has no attribute 'astype' (add.add_trans_datatype, stage 1)",
    );
    const old = "Call Preprocess Failed, method: 'm', stage index(begin with 1): 2, error msg: two\nlines";
    expect(errorText(failed(old))).toBe("two\nlines (Preprocess, stage 2)");
  });

  it("leaves out the rules and headings around a text of mindspore.dataset's", () => {
    expect(errorText({ error: DATASET, code: 3, kind: "model-failed" })).toBe(
      "Exception thrown from dataset pipeline.\n[ERROR] Decode: image decode failed.\n" +
        "mindspore/ccsrc/minddata/dataset/kernels/image/image_utils.cc(362).",
    );
  });

  it("shows of a broken picture what Serving left, without pieces of headings", () => {
    const error = failed(FUNCTION("resnet50.preprocess_eager", "classify_top1") + DATASET);
    expect(new TextEncoder().encode(error.error).length).toBe(387);
    expect(errorText(error)).toBe(
      "Exception thrown from dataset pipeline. … mindspore/ccsrc/minddata/dataset/kernels/image/image_utils.cc(362). " +
        "(resnet50.preprocess_eager, stage 1)",
    );
  });

  it("has whole characters on both sides of a cut", () => {
    for (const shift of ["", "x", "xx"]) {
      const error = failed(FUNCTION("f.g", "m") + shift + "世界".repeat(200));
      expect(errorText(error)).toMatch(/^x*(世界)+世? … 界?(世界)+ \(f\.g, stage 1\)$/);
    }
  });
});

describe("an error whose text was cut", () => {
  const error = failed(FUNCTION("f.g", "m") + "世界".repeat(200));

  it("keeps the server's text in `error`, and what is left of it in `cut`", () => {
    expect(error.error).toMatch(/^Call Function 'f\.g' .*\ufffd\.\.\./);
    expect(error.cut!.start + error.cut!.end).not.toContain("\ufffd");
    expect(error.kind).toBe("model-failed");
  });

  it("says in its hint, in both languages, that Serving cut it", () => {
    for (const { hint } of [error, new ServingError(error)]) {
      expect(hint.en).toMatch(/^The method failed .* Serving cut the middle of this text; see its log/);
      expect(hint.zh).toMatch(/。Serving 截去了这段文字的中间部分/);
    }
    expect(failed("x".repeat(384)).hint.en).not.toContain("cut");
  });

  it("is read the same way for an instance and for a whole call", () => {
    const errors = [{ code: 0, text: "" }, errorMessage(3, "y".repeat(500), rulesOf("2.0"))];
    const reply = { instances: [new Map(), new Map()], errors };
    const decoded = decodeReply(concat(encodeReply(reply).parts as Uint8Array[]));
    expect(toResult(decoded, "2.0")).toEqual([
      {},
      {
        error: `${"y".repeat(192)}...${"y".repeat(192)}`,
        code: 3,
        kind: "model-failed",
        cut: { start: "y".repeat(192), end: "y".repeat(192) },
      },
    ]);
  });

  it("does not count as cut when a release before 1.5 sent it whole", () => {
    expect(failed("z".repeat(600), "1.4")).not.toHaveProperty("cut");
  });
});
