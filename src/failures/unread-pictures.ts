/** Files that can't become what Serving reads: what each is, and the way out, in both languages. */

import type { Hint } from "../client/index.ts";
import type { Failure } from "./failure.ts";

const CONVERT: Hint = { en: "Save it as JPEG or PNG.", zh: "请另存为 JPEG 或 PNG。" };
const CHOOSE: Hint = { en: "Choose a picture.", zh: "请选择图片。" };
const VIDEO = [{ en: "a video", zh: "视频" }, CHOOSE] as const;

/** By the media type that a file's own bytes have. */
const KINDS: Readonly<Record<string, readonly [name: Hint, wayOut: Hint]>> = {
  "image/heic": [
    { en: "a HEIC photo", zh: "HEIC 图片" },
    {
      en: "Save it as JPEG. An iPhone takes JPEGs after Settings > Camera > Formats > Most Compatible.",
      zh: "请另存为 JPEG。在 iPhone 上可打开“设置 > 相机 > 格式”，选择“兼容性最佳”，以后就会拍成 JPEG。",
    },
  ],
  "image/x-raw": [{ en: "a camera's raw file", zh: "相机的 RAW 文件" }, CONVERT],
  "image/x-bigtiff": [{ en: "a BigTIFF", zh: "BigTIFF 图片" }, CONVERT],
  "image/vnd.adobe.photoshop": [{ en: "a Photoshop document", zh: "Photoshop 文件" }, CONVERT],
  "image/jp2": [{ en: "a JPEG 2000 picture", zh: "JPEG 2000 图片" }, CONVERT],
  "image/jxl": [{ en: "a JPEG XL picture", zh: "JPEG XL 图片" }, CONVERT],
  "video/mp4": VIDEO,
  "video/quicktime": VIDEO,
  "video/webm": VIDEO,
  "video/x-msvideo": VIDEO,
  "application/pdf": [{ en: "a PDF document", zh: "PDF 文档" }, CONVERT],
  "application/zip": [
    { en: "a ZIP archive or an Office document", zh: "ZIP 压缩包或 Office 文档" },
    { en: "Unpack it, and choose the pictures in it.", zh: "请解压后选择其中的图片。" },
  ],
  "text/html": [{ en: "a web page", zh: "网页" }, CHOOSE],
};

/** A kind that neither browsers nor Serving read, by its media type; `undefined` for others. */
export function unreadKind(type: string): Failure | undefined {
  const kind = KINDS[type];
  if (!kind) return undefined;
  const [name, wayOut] = kind;
  return ofFile(
    {
      en: `This is ${name.en}, which neither this browser nor Serving can read.`,
      zh: `这是${name.zh}，此浏览器和 Serving 都无法读取。`,
    },
    wayOut,
  );
}

/** A picture that the browser has to convert for Serving, and can't. */
export function damagedPicture(): Failure {
  return ofFile(
    {
      en: "This picture can't be read: it is damaged, cut off, or too large for this browser.",
      zh: "无法读取此图片：它已损坏、不完整，或者对此浏览器来说太大。",
    },
    {
      en: "Save it again as JPEG or PNG, or choose another.",
      zh: "请重新另存为 JPEG 或 PNG，或选择其他图片。",
    },
  );
}

/** What is said beside a result. */
export interface Notice {
  /** What is the matter. */
  texts: Hint;
  /** What to do about it. */
  hint: Hint;
}

const ALLOW: Hint = {
  en: "Allow this site to read the canvas (the picture icon in the address bar), then classify again; or use another browser.",
  zh: "请允许本站读取 canvas（地址栏中的图片图标），然后重新分类；或者换用其他浏览器。",
};

/** A photo that was sent as it is, since the browser gives out noise in place of pixels. */
export function sentUnchanged(): Notice {
  return {
    texts: {
      en: "Sent as it is, neither turned upright nor made smaller: this browser gives out noise in place of a picture's pixels, as Firefox does with privacy.resistFingerprinting.",
      zh: "已按原样发送，没有转正或缩小：此浏览器读出的图片像素是噪声（例如 Firefox 开启了 privacy.resistFingerprinting）。",
    },
    hint: ALLOW,
  };
}

/** A picture that has to be converted, where the browser gives out noise in place of pixels. */
export function noisyPixels(): Failure {
  return ofFile(
    {
      en: "This picture can't be converted for Serving: this browser gives out noise in place of a picture's pixels, as Firefox does with privacy.resistFingerprinting.",
      zh: "无法把此图片转换为 Serving 能读取的格式：此浏览器读出的图片像素是噪声（例如 Firefox 开启了 privacy.resistFingerprinting）。",
    },
    ALLOW,
  );
}

function ofFile(texts: Hint, hint: Hint): Failure {
  return { error: texts.en, kind: "file", scope: "instance", hint, texts };
}
