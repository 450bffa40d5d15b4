/** What is wrong with an input or with the JSON, in the reader's language. */

import type { DType } from "../../../client/index.ts";
import { cellFaultText, type Language, tensorFaultText, tooLongText } from "../../../ui/index.ts";
import type { ForeignKind } from "../../values/file-kind.ts";
import type { Words } from "../../words/words.ts";
import type { DraftInstance } from "./draft.ts";
import type { JsonFault } from "./json-request.ts";
import { MAX_TEXT_BYTES } from "./read-file.ts";
import type { InputFault } from "./read-input.ts";
import type { Faults } from "./read-request.ts";
import { typeText } from "./unlike.ts";
import type { WrittenFault } from "./written-request.ts";

export function inputFaultText(fault: InputFault, dtype: DType, words: Words): string {
  switch (fault.fault) {
    case "nameless":
      return words.faultNameless;
    case "twice":
      return words.faultTwice(fault.about ?? "");
    case "scalar":
      return cellFaultText(fault.cell, dtype, words);
    case "shape":
      return words.faultShape(fault.about);
    case "rawBytes":
      return words.faultRawBytes(fault.bytes, fault.itemSize);
    case "unlike":
      return words.faultUnlike(typeText(fault.expected, words), typeText(fault.given, words));
    case "noImage":
      return words.faultNoImage;
    case "missing":
      return words.faultMissing(fault.about);
    case "hex":
      return words.faultHex;
    case "fileGone":
      return words.faultFileGone(fault.about);
    case "fileEmpty":
      return words.faultFileEmpty(fault.about);
    case "fileKind":
      return fileKindText(fault.kind, fault.about, words);
    case "fileText":
      return words.faultFileText(inputFaultText(fault.why, dtype, words));
    case "fileLarge":
      return words.faultFileLarge(Math.ceil(fault.bytes / 2 ** 20), MAX_TEXT_BYTES / 2 ** 20);
    case "thrown":
      return words.faultThrown(fault.about);
    case "npyBroken":
      return words.faultNpyBroken;
    case "npyShape":
      return words.faultNpyShape(fault.about);
    case "npyDtype":
      return words.faultNpyDtype(fault.about);
    case "npyLength":
      return words.faultNpyLength(fault.about);
    default:
      return tensorFaultText(fault, dtype, words);
  }
}

function fileKindText(kind: ForeignKind, about: string, words: Words): string {
  const texts: Record<ForeignKind, string> = {
    npz: words.faultNpz,
    zip: words.faultZip,
    gzip: words.faultGzip,
    lfs: words.faultLfs,
    picture: words.faultPicture(about),
    hdf5: words.faultHdf5,
    pickle: words.faultPickle,
    parquet: words.faultParquet,
    matlab: words.faultMatlab,
    pdf: words.faultPdf,
  };
  return texts[kind];
}

export function jsonFaultText(fault: JsonFault, words: Words): string {
  switch (fault.fault) {
    case "noJson":
      return words.faultNoJson(fault.about);
    case "noInstances":
      return words.faultNoInstances;
    case "jsonMany":
      return words.faultJsonMany(fault.has, fault.most);
    case "jsonDeep":
      return words.faultJsonDeep(fault.about);
    case "jsonValue":
      return words.faultJsonValue(fault.about);
    case "jsonType":
      return words.faultJsonType(fault.about);
    case "jsonFile":
      return words.faultJsonFile(fault.about);
    case "jsonDigits":
      return words.faultJsonDigits(fault.about);
  }
}

/** What is wrong with the JSON; of faulty inputs the first, with its place in it. */
export function writtenFaultText(fault: WrittenFault, words: Words, language: Language): string {
  if (fault.fault === "tooLong") return tooLongText(fault.has, words, language);
  return fault.fault === "inputs"
    ? firstFaultText(fault.drafts, fault.faults, words)
    : jsonFaultText(fault, words);
}

function firstFaultText(drafts: readonly DraftInstance[], faults: Faults, words: Words): string {
  const i = faults.findIndex((inputs) => inputs.some((fault) => fault));
  const k = faults[i]!.findIndex((fault) => fault);
  // Behind the inputs stand those that are missing.
  const { name, dtype } = drafts[i]![k] ?? { name: "", dtype: "float32" };
  const text = inputFaultText(faults[i]![k]!, dtype, words);
  return `instances[${i}]${name && `.${name}`}: ${text}`;
}
