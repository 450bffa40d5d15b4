/** Kinds of files that people take for pictures and most browsers can't decode: what each is, and the way out. */

const KINDS: Readonly<Record<string, readonly [what: string, wayOut: string]>> = {
  "image/heic": [
    "a HEIC photo",
    "convert it to JPEG or PNG; an iPhone takes JPEGs after Settings > Camera > Formats > Most Compatible",
  ],
  "image/x-raw": ["a camera's raw file", "convert it to JPEG or PNG with the camera's program"],
  "image/x-bigtiff": ["a BigTIFF", "convert it to an ordinary TIFF, JPEG or PNG"],
  "image/vnd.adobe.photoshop": ["a Photoshop document", "export it as JPEG or PNG"],
  "image/jp2": ["a JPEG 2000 picture", "convert it to JPEG or PNG"],
  "image/jxl": ["a JPEG XL picture", "convert it to JPEG or PNG"],
  "video/mp4": ["a video", "choose a picture, or give a <video> that shows the frame"],
  "video/quicktime": ["a video (a Live Photo has one beside its picture)", "choose the picture"],
  "video/webm": ["a video", "choose a picture, or give a <video> that shows the frame"],
  "video/x-msvideo": ["a video", "choose a picture"],
  "application/pdf": ["a PDF document", "export its page as JPEG or PNG"],
  "application/zip": ["a ZIP archive or an Office document", "unpack it and choose the pictures in it"],
  "text/html": ["a web page", "save the picture itself"],
};

/** Such as "is a HEIC photo, which this browser can't decode: convert it"; `undefined` for other types. */
export function unreadKind(type: string): string | undefined {
  const kind = KINDS[type];
  if (!kind) return undefined;
  const [what, wayOut] = kind;
  return `is ${what}, ${isPicture(type) ? "which this browser can't decode" : "not a picture"}: ${wayOut}`;
}

/** Whether a decoder may be asked; no browser's takes a video or a document. */
export function isPicture(type: string): boolean {
  return type === "" || type.startsWith("image/");
}
